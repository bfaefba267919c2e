// One step of the visitor is one step of Back. Where the server leads to another page and its
// choices (a search, a county of the map), Streamlit writes two: the choices, still at the page
// that is left, and then the page. Back would stop between them at a view that nobody has seen.
"use strict";

{
  const push = history.pushState;
  let halfway = null; // the address, where only its choices were written since the last press

  history.pushState = function pushState(state, title, url) {
    const here = new URL(location.href);
    const there = new URL(url ?? here, here);
    const isPage = there.pathname !== here.pathname;
    if (isPage && halfway === here.href && there.search === here.search) {
      halfway = null;
      history.replaceState(state, title, url);
      return;
    }
    push.call(this, state, title, url);
    halfway = isPage ? null : location.href;
  };

  const forget = () => { halfway = null; };
  for (const kind of ["pointerdown", "keydown", "popstate"]) addEventListener(kind, forget, true);
}
