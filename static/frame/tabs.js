// On a phone the chosen tab is in its row's sight, also where an address chose it, and what it shows
// comes up to where one looks: a row of tabs at the foot of the screen would leave it below. So does
// a tab that a link of the same page opens.
"use strict";

{
  const NARROW = matchMedia("(max-width: 640px)");
  const QUIET = 150; // ms without a change: the page has been drawn
  const FOLLOWS = 1500; // ms after the page's run within which what a tab shows has been drawn
  const LONGEST = 20_000; // ms
  const HEAD = 68; // px that the head of the page takes, and a little
  const LOW = 0.4; // of the window: a row of tabs above that stays where it is
  const seen = new WeakMap(); // row of tabs -> the tab that was brought into its sight
  let rising = 0;

  function bring(list) {
    const tab = list.querySelector('[role="tab"][aria-selected="true"]');
    if (!tab || seen.get(list) === tab.textContent) return;
    seen.set(list, tab.textContent);
    let row = list;
    while (row.scrollWidth <= row.clientWidth + 1) {
      row = row.parentElement;
      if (!row || row.matches('[data-testid="stMain"]')) return;
    }
    const { left, right } = tab.getBoundingClientRect();
    const edge = row.getBoundingClientRect();
    if (left < edge.left || right > edge.right - HEAD / 2) row.scrollBy({ left: left - edge.left - HEAD, behavior: "instant" });
  }

  const rests = () => document.querySelector('[data-test-script-state="notRunning"]');
  const tabs = () => [...document.querySelectorAll('[data-testid="stMain"] [role="tab"]')];

  // `find` gives the tab that is to come up: the pressed one, or the one that a link has opened.
  function rise(find) {
    const began = performance.now();
    let rested = began;
    clearInterval(rising);
    rising = setInterval(() => {
      const now = performance.now();
      if (!rests()) rested = now;
      if (now - rested > FOLLOWS || now - began > LONGEST) clearInterval(rising);
      const tab = tabs().find(find);
      const over = tab ? tab.getBoundingClientRect().top - HEAD : 0;
      if (over > 4) document.querySelector('[data-testid="stMain"]')?.scrollBy({ top: over, behavior: "instant" });
    }, 100);
  }

  // Caught on its way down: a tab keeps its click for itself.
  addEventListener("click", (event) => {
    const pressed = event.target instanceof Element && event.target;
    const tab = pressed && pressed.closest('[data-testid="stMain"] [role="tab"]');
    const name = tab && tab.textContent;
    if (tab && NARROW.matches && tab.getBoundingClientRect().top > innerHeight * LOW) rise((each) => each.textContent === name);
    // A link to a tab of the page that one reads: what it opens may be below the window.
    const link = pressed && pressed.closest('[data-testid="stMain"] a[href*="tab="]');
    if (link && link.pathname === location.pathname && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      rise((each) => each.getAttribute("aria-selected") === "true");
    }
  }, true);
  for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(kind, () => clearInterval(rising), { capture: true, passive: true });
  }

  let timer = 0;
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const list of document.querySelectorAll('[data-testid="stMain"] [role="tablist"]')) bring(list);
      }, QUIET);
    }).observe(document.getElementById("root"), { subtree: true, childList: true, attributeFilter: ["aria-selected"] });
  });
}
