// A slide that is moved stays under the pointer and keeps the focus on its button, so that another
// press moves the same slide on, however fast it comes.
"use strict";

{
  const MOVES = '[class*="st-key-slide-up-"], [class*="st-key-slide-down-"]';
  const NAMED = /st-key-slide-(up|down)-(\d+)/;
  const NEAR = 12; // px within which a pointer has not moved
  const AFTER = 1500; // ms for which a press at the same point is meant for the slide that was moved
  const PATIENCE = 8000; // ms until the page must have followed

  let moving = null; // a slide on its way: which way, where to, its words, the point, presses to come
  let moved = null; // the last one that arrived, while a press at that point is meant for it
  let isOurs = false; // a press that this script makes

  const box = (way, place) => document.querySelector(`.st-key-slide-${way}-${place}`);
  const said = (place) =>
    document.querySelector(`.st-key-slide-top-${place} p`)?.textContent.replace(/^\d+\s*/, "");
  const near = (event, point) => point && Math.hypot(event.clientX - point.x, event.clientY - point.y) < NEAR;

  function begin(found, point, top) {
    const [, way, place] = NAMED.exec(found.className);
    const to = Number(place) + (way === "up" ? -1 : 1);
    moving = { way, to, point, top, from: found, words: said(place), more: 0, since: performance.now() };
    moved = null;
    watch.observe(document.body, {
      subtree: true, childList: true, characterData: true, attributeFilter: ["data-test-script-state"],
    });
  }

  const watch = new MutationObserver(() => {
    const { way, to, point, top, words, more, since } = moving;
    const isLate = performance.now() - since > PATIENCE;
    const rests = document.querySelector('[data-test-script-state="notRunning"]');
    if (!isLate && !(rests && said(to) === words)) return;
    watch.disconnect();
    moving = null;
    const here = box(way, to);
    if (!here) return;
    const main = document.querySelector('[data-testid="stMain"]');
    main?.scrollBy({ top: here.getBoundingClientRect().top - top, behavior: "instant" });
    const free = [here, box(way === "up" ? "down" : "up", to)]
      .map((each) => each?.querySelector("button:not(:disabled)"))
      .find(Boolean);
    free?.focus({ preventScroll: true });
    moved = { here, point, top };
    setTimeout(() => { moved = null; }, AFTER);
    // The fields take their new words a moment after they are drawn: a press sends what they hold.
    if (more && here.contains(free)) requestAnimationFrame(() => setTimeout(() => moved && press(more - 1), 60));
  });

  function press(more = 0) {
    const { here, point, top } = moved;
    const button = here.querySelector("button:not(:disabled)");
    if (!button) return;
    begin(here, point, top);
    moving.more = more;
    isOurs = true;
    button.click();
    isOurs = false;
  }

  addEventListener("click", (event) => {
    if (isOurs || !(event.target instanceof Element)) return;
    const found = event.target.closest(MOVES);
    const isKey = event.detail === 0;
    const isAgain = isKey ? found === moving?.from : near(event, (moving ?? moved)?.point);
    if (moving && isAgain) moving.more += 1;
    else if (moved && isAgain && found !== moved.here) press();
    else {
      if (found) begin(found, isKey ? null : { x: event.clientX, y: event.clientY }, found.getBoundingClientRect().top);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }, true);

  // A pointer that has moved, or a page that was scrolled, means what it points at.
  addEventListener("pointermove", (event) => { if (moved && !near(event, moved.point)) moved = null; }, true);
  for (const kind of ["wheel", "touchmove"]) {
    addEventListener(kind, () => { moved = null; }, { capture: true, passive: true });
  }
}
