// On a phone two lines of the sentence under a chart's headline are in sight. Where there are more, a
// word at its end says so, and a tap or a key opens the rest.
"use strict";

{
  const WORDS = '[data-testid="stHeading"] p';
  const QUIET = 150; // ms without a change: the page has been drawn
  const isCut = (words) => words.scrollHeight > words.clientHeight + 4;

  function mark(words) {
    if (words.hasAttribute("data-open")) return;
    const cut = isCut(words);
    if (cut === words.hasAttribute("data-more")) return;
    if (cut) {
      words.dataset.more = JSON.parse(document.body.dataset.words).more;
      words.tabIndex = 0;
      words.setAttribute("role", "button");
      words.setAttribute("aria-expanded", "false");
    } else {
      for (const name of ["data-more", "tabindex", "role", "aria-expanded"]) words.removeAttribute(name);
    }
  }

  function toggle(words) {
    const isOpen = words.toggleAttribute("data-open");
    if (words.hasAttribute("data-more")) words.setAttribute("aria-expanded", String(isOpen));
  }

  const under = (event) => event.target instanceof Element && event.target.closest(WORDS);
  addEventListener("click", (event) => {
    const words = under(event);
    if (words && !getSelection().toString()) toggle(words);
  });
  addEventListener("keydown", (event) => {
    const words = ["Enter", " "].includes(event.key) && event.target instanceof Element && event.target.closest("[data-more]");
    if (!words) return;
    event.preventDefault();
    toggle(words);
  });

  let timer = 0;
  const look = () => { for (const words of document.querySelectorAll(WORDS)) mark(words); };
  const soon = () => { clearTimeout(timer); timer = setTimeout(look, QUIET); };
  addEventListener("resize", soon);
  addEventListener("DOMContentLoaded", () => {
    document.fonts?.ready.then(soon);
    new MutationObserver(soon).observe(document.getElementById("root"), { subtree: true, childList: true, characterData: true });
  });
}
