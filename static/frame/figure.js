// On a phone two lines of the sentence under a headline are in sight; a tap opens the rest of it.
"use strict";

addEventListener("click", (event) => {
  const words = event.target instanceof Element && event.target.closest(
    '[data-testid="stHeading"] p, .stElementContainer:has(h1) + .stElementContainer .stMarkdown p',
  );
  if (words && !getSelection().toString()) words.toggleAttribute("data-open");
});
