// What is asked of a chart opens under its row. Where that is below the window, a press would seem to
// do nothing: then the page moves up as far as is needed, and the row stays in sight.
"use strict";

{
  const ROW = '[class*="st-key-row-"]';
  const LONGEST = 10_000; // ms
  const FOLLOWS = 1200; // ms for which the chart over it may still take its height
  const AIR = 16; // px under what was opened
  const HIGH = 0.3; // of the window: the row rises no further
  let waiting = 0;

  function bring(row) {
    const opened = row.querySelector('[class*="st-key-more-"]');
    if (!opened || opened.clientHeight < AIR) return false;
    const below = opened.getBoundingClientRect().bottom + AIR - innerHeight;
    const room = row.getBoundingClientRect().top - HIGH * innerHeight;
    const by = Math.min(below, room);
    if (by > 1) document.querySelector('[data-testid="stMain"]')?.scrollBy({ top: by, behavior: "instant" });
    return true;
  }

  addEventListener("click", (event) => {
    const pressed = event.target instanceof Element && event.target.closest(`${ROW} [class*="_view"] button`);
    const row = pressed && pressed.closest(ROW);
    if (!row) return;
    const began = performance.now();
    let drawn = Infinity;
    clearInterval(waiting);
    waiting = setInterval(() => {
      const now = performance.now();
      const rests = document.querySelector('[data-test-script-state="notRunning"]');
      if (rests && bring(row)) drawn = Math.min(drawn, now);
      if (now - drawn > FOLLOWS || now - began > LONGEST) clearInterval(waiting);
    }, 120);
  }, true); // on its way down: the button lets no press rise
  for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(kind, () => clearInterval(waiting), { capture: true, passive: true });
  }
}
