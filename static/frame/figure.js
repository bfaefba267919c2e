// On a phone two lines of the sentence under a chart's headline are in sight; a tap opens the rest.
"use strict";

addEventListener("click", (event) => {
  const words = event.target instanceof Element && event.target.closest('[data-testid="stHeading"] p');
  if (words && !getSelection().toString()) words.toggleAttribute("data-open");
});
