// For those who do not use a mouse or do not see the page: Escape closes a tooltip, a new headline
// is read out, the map to explore has a name.
"use strict";

{
  const QUIET = 400; // ms without a change: the page has been drawn
  const READ_OUT = 3; // headlines at most; a whole page is named by its first one

  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const tip of document.querySelectorAll(".vg-tooltip.visible")) tip.classList.remove("visible");
    for (const tip of document.querySelectorAll(".deck-tooltip")) tip.style.display = "none";
  }, true);

  const heard = document.createElement("div");
  heard.className = "frame-heard";
  heard.setAttribute("role", "status");
  let known = null; // headlines by what they belong to, once the page has been drawn
  let hasRun = false; // since the last look: a translator's changes are not news
  let timer = 0;
  let acted = -Infinity; // when the visitor last did something: an answer may come too fast to be
  const RECENT = 5000; // seen as a run, since both of its states are drawn at once

  for (const kind of ["click", "change", "keydown"]) {
    addEventListener(kind, () => { acted = performance.now(); }, true);
  }

  const isResting = () =>
    document.querySelector("[data-test-script-state]")?.dataset.testScriptState === "notRunning";

  function headlines() {
    const found = new Map();
    for (const each of document.querySelectorAll('[data-testid="stMain"] :is(h1, h3[id])')) {
      found.set(each.tagName === "H1" ? "page" : each.id, each.textContent.trim());
    }
    return found;
  }

  function focus(selector) {
    const headline = document.querySelector(`[data-testid="stMain"] ${selector}`);
    headline?.setAttribute("tabindex", "-1");
    headline?.focus({ preventScroll: true });
    return Boolean(headline);
  }

  function look() {
    if (!isResting()) return;
    const now = headlines();
    if (known && (hasRun || performance.now() - acted < RECENT)) {
      const isOther = now.get("page") !== known.get("page");
      const news = [...now].filter(([of, text]) => text && text !== known.get(of));
      const isLost = [document.body, null].includes(document.activeElement);
      // What had the focus (a link, a search) is gone with its page: the new headline is read as it takes it.
      if (isOther && isLost && focus("h1")) news.length = 0;
      const said = (isOther ? news.slice(0, 1) : news.slice(0, READ_OUT)).map(([, text]) => text);
      if (said.length) heard.textContent = said.join(" ");
    }
    if (now.size) known = now;
    hasRun = false;
  }

  function heed(records) {
    for (const { type } of records) if (type === "attributes" && !isResting()) hasRun = true;
    const map = document.querySelector(".deck-events-root:not([aria-label])");
    if (map) {
      map.setAttribute("role", "application"); // its arrow keys are its own
      map.setAttribute("aria-label", JSON.parse(document.body.dataset.words).map);
    }
    clearTimeout(timer);
    timer = setTimeout(look, QUIET);
  }

  addEventListener("DOMContentLoaded", () => {
    document.body.append(heard);
    new MutationObserver(heed).observe(document.getElementById("root"), {
      subtree: true, childList: true, characterData: true, attributeFilter: ["data-test-script-state"],
    });
  });
}
