// A visitor's own slides stay in this tab: what the page says of them is kept, and put into the
// address of a page that is loaded anew, from where the server reads it. Nothing is sent elsewhere.
"use strict";

{
  const KEPT = "slides"; // in the tab: the whole set, the link that fits, every link it had, when it changed
  const ASKED = "slides"; // in the address
  const BEFORE = "slides_before"; // in the address: the set that a link of somebody else's replaces
  const MOST = 60; // links that are remembered

  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(KEPT));
  } catch { /* the tab keeps nothing, or nothing of ours */ }

  function keep(now) {
    const at = now.whole === kept?.whole ? kept.at : Date.now();
    kept = { ...now, at };
    dispatchEvent(new CustomEvent("slides-kept", { detail: kept })); // slides_elsewhere.js
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(kept));
    } catch { /* the tab keeps nothing: the address and the session still do */ }
  }

  function write(change) {
    const address = new URL(location.href);
    change(address.searchParams);
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  // Before Streamlit reads the address: what was kept goes in, unless another set is asked for.
  function bringBack() {
    if (!kept?.whole) return;
    write((asked) => {
      const given = asked.get(ASKED);
      if (!given || kept.links.includes(given)) asked.set(ASKED, kept.whole);
      else asked.set(BEFORE, kept.whole);
    });
  }

  // What the page says now; on the page of the slides the address has them, elsewhere it is plain.
  let heard = "";
  function heed() {
    const said = document.querySelector(".slides-kept");
    if (!said) return;
    const { slides: whole, link, known, part } = said.dataset;
    const now = [whole, known, location.pathname, location.search].join(" ");
    if (now === heard) return;
    if (!known && kept?.whole) {
      bringBack(); // the server has forgotten: it reads the address with the next touch
      heard = [whole, known, location.pathname, location.search].join(" ");
      return;
    }
    const links = [...new Set([...(kept?.links ?? []), whole, link])].filter(Boolean).slice(-MOST);
    if (known) keep({ whole, link, links });
    write((asked) => {
      asked.delete(BEFORE);
      if (asked.get("tab") === part && link) asked.set(ASKED, link);
      else if (links.includes(asked.get(ASKED)) || !asked.get("tab")) asked.delete(ASKED);
    });
    heard = [whole, known, location.pathname, location.search].join(" ");
  }

  bringBack();
  // Kept as soon as the page says it, and not when the whole page is there: who loads it anew once the
  // count has risen loses nothing. Streamlit writes the element anew, so its attributes do not change.
  new MutationObserver(heed).observe(document, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"],
  });
}
