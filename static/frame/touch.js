// What a finger and a wheel do over a drawing: they move the page, and take no note with them.
"use strict";

{
  const CHARTS = ".stVegaLiteChart, .stDeckGlJsonChart";
  const within = (event, selector) => event.target instanceof Element && event.target.closest(selector);
  let swiped = false;

  function closeNotes() {
    document.getElementById("vg-tooltip-element")?.classList.remove("visible");
    for (const note of document.querySelectorAll(".deck-tooltip")) note.style.display = "none";
  }

  function moved() {
    swiped = true;
    closeNotes();
  }

  // A note belongs to the place under the pointer, and after a scroll another place is there.
  addEventListener("scroll", moved, { capture: true, passive: true });
  addEventListener("touchstart", (event) => {
    swiped = false;
    if (!within(event, CHARTS)) closeNotes();
  }, { capture: true, passive: true });
  for (const end of ["touchend", "touchcancel", "pointercancel"]) {
    // After the chart's own listeners, which may show the note once more.
    addEventListener(end, () => { if (swiped || end !== "touchend") setTimeout(closeNotes); },
      { capture: true, passive: true });
  }

  // A finger that taps never hovers, which is what a chart waits for: it hears of the place tapped.
  addEventListener("pointerup", (event) => {
    const { target, clientX, clientY, pointerType } = event;
    if (pointerType !== "touch" || !within(event, ".stVegaLiteChart svg")) return;
    setTimeout(() => {
      if (!swiped) target.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX, clientY, pointerType }));
    });
  }, { capture: true, passive: true });

  // The wheel scrolls the page; with Ctrl, or where the map fills the window, it zooms the map.
  addEventListener("wheel", (event) => {
    const map = within(event, ".stDeckGlJsonChart");
    if (map && !event.ctrlKey && !event.metaKey && map.clientHeight < innerHeight * 0.9) event.stopPropagation();
  }, { capture: true, passive: true });

  // Two fingers are for the map: the browser would scroll the page with them. Only such a map
  // listens in a way that a scroll has to wait for.
  const two = (event) => { if (event.touches.length > 1 && event.cancelable) event.preventDefault(); };
  addEventListener("pointerover", (event) => {
    const map = within(event, ".stDeckGlJsonChart");
    if (!map || map.dataset.two) return;
    map.dataset.two = "map";
    for (const kind of ["touchstart", "touchmove"]) map.addEventListener(kind, two, { passive: false });
  }, { capture: true, passive: true });
}
