// Where a reader stands after a step: another place begins at its top, Back leads to where one was,
// and a search gives its box up.
"use strict";

{
  const LASTS = 4000; // ms within which a page that Back leads to has been drawn
  const STILL = 600; // ms for which it then stays where it was put
  const BOX = ":is(.st-key-seek-small, .st-key-seek-large) input";
  const left = new Map(); // address -> how far its page was scrolled
  const main = () => document.querySelector('[data-testid="stMain"]');

  /** What makes a view another place: its page, its county or district, and what is looked for. */
  function place() {
    const { pathname, searchParams } = new URL(location.href);
    const named = /\/(county|district)\/?$/.test(pathname) ? ["county", "chamber", "number", "place", "q"] : ["q"];
    return [pathname, ...named.map((name) => searchParams.get(name) ?? "")].join("|");
  }
  let here = place();
  let returning = 0;

  function arrive() {
    if (place() === here) return;
    here = place();
    main()?.scrollTo({ top: 0, behavior: "instant" });
  }

  for (const kind of ["pushState", "replaceState"]) {
    const write = history[kind];
    history[kind] = function written(...given) {
      if (kind === "pushState" && main()) left.set(location.href, main().scrollTop);
      write.apply(this, given);
      arrive();
    };
  }

  addEventListener("popstate", () => {
    if (place() === here) return;
    here = place();
    const top = left.get(location.href) ?? 0;
    const began = performance.now();
    let since = 0;
    clearInterval(returning);
    returning = setInterval(() => {
      const now = performance.now();
      const page = main();
      if (page && Math.abs(page.scrollTop - top) > 2) {
        page.scrollTo({ top, behavior: "instant" });
        since = now;
      }
      if (now - began > LASTS || (now - since > STILL && now - began > STILL)) clearInterval(returning);
    }, 50);
  });
  for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(kind, () => clearInterval(returning), { capture: true, passive: true });
  }

  // Streamlit brings a chosen tab into sight whenever it draws it, wherever the reader is: it may move
  // the row of tabs and not the page.
  const intoSight = Element.prototype.scrollIntoView;
  Element.prototype.scrollIntoView = function scrollIntoView(how) {
    const page = this.closest('[role="tablist"]') && main();
    if (!page) return intoSight.call(this, how);
    const top = page.scrollTop;
    intoSight.call(this, { ...how, behavior: "instant" });
    page.scrollTo({ top, behavior: "instant" });
  };

  // A search is over once it was sent: its box gives the focus to the headline of what was found
  // (keyboard.js). A box with earlier words in it takes new ones in their place.
  let entered = null;
  const isBox = (event) => event.target instanceof Element && event.target.matches(BOX);
  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && isBox(event) && event.target.value.trim()) {
      const box = event.target;
      setTimeout(() => box.blur());
    }
  }, true);
  addEventListener("focusin", (event) => { entered = isBox(event) ? event.target : null; });
  addEventListener("click", () => {
    // On a phone the box opens under the finger: the press then ends beside it.
    if (entered && document.activeElement === entered) entered.select();
    entered = null;
  });
}
