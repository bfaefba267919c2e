// When the server does not answer: our words in place of Streamlit's box, which covers the page,
// takes the keys and speaks to programmers. On Present nothing shows: the slides are all there, and
// the window with the presenter's notes says it.
"use strict";

{
  const PATIENCE = 1500; // ms without a connection before a word is said
  const PAUSE = 1000; // ms between two attempts
  const LONGEST = 8000; // ms that one attempt may take
  const FAREWELL = 4000; // ms for which "Connected again" stays
  const ANSWERED = 20_000; // ms for a run to begin before the page is given back without one
  const ASKED_WHILE_AWAY = /\/_stcore\/(health|host-config)$/;
  const AWAY = new Set([502, 503, 504]); // said by a proxy whose server is gone

  // Streamlit opens its box when a sixth question after the server's health fails. The same
  // question, asked again until it is answered, never fails: one attempt, however long it takes.
  const ask = window.fetch;
  const pause = () => new Promise((go) => {
    const done = () => { clearTimeout(timer); removeEventListener("online", done); go(); };
    const timer = setTimeout(done, PAUSE);
    addEventListener("online", done);
  });
  async function askUntilAnswered(what, how) {
    for (;;) {
      try {
        const answer = await ask.call(window, what, { ...how, signal: AbortSignal.timeout(LONGEST) });
        if (!AWAY.has(answer.status)) return answer;
      } catch { /* nobody is there: ask again */ }
      await pause();
    }
  }
  window.fetch = function fetch(what, how) {
    const address = typeof what === "string" ? what : what?.href;
    if (!address || !ASKED_WHILE_AWAY.test(address.split("?")[0])) return ask.call(this, what, how);
    return askUntilAnswered(what, how);
  };

  const words = () => JSON.parse(document.body.dataset.words);
  let wasConnected = false;
  let isConnected = false;
  let held = []; // what takes no press until the server, perhaps another one, has run the page
  let hasBegun = false; // that run
  let focused = null; // what had the focus last, unless a press elsewhere took it
  let timer = 0;
  let patience = 0;
  let box = null;

  function say(text, isAway = false) {
    document.body.toggleAttribute("data-away", isAway);
    dispatchEvent(new CustomEvent("connection-said")); // assets/presenter/component.js
    if (!box) {
      box = document.createElement("div");
      box.className = "frame-connection";
      box.setAttribute("role", "status");
      document.body.append(box);
    }
    box.textContent = text;
  }

  function sayLost(state) {
    const text = state === "DISCONNECTED_FOREVER" ? words().ended : words().lost;
    timer = setTimeout(() => say(text, true), box?.textContent ? 0 : PATIENCE);
  }

  // A server that was restarted knows no part of the page before it has run it once, and drops
  // without a word what is pressed there: the switch would have moved and the chart would not. The
  // stage of a talk asks nothing of the server and stays at hand.
  function hold() {
    const main = [...document.querySelectorAll('[data-testid="stMainBlockContainer"]')];
    const parts = main.flatMap((each) => each.querySelector('iframe[title*="presenter"]')
      ? [...each.querySelectorAll('[data-testid="stElementContainer"]:not(:has(iframe))')] : [each]);
    held = [...parts, ...document.querySelectorAll('[data-testid="stPopoverBody"]')];
    for (const each of held) each.inert = true;
    hasBegun = false;
    patience = setTimeout(release, held.length ? ANSWERED : 0);
  }

  function letGo() {
    clearTimeout(patience);
    for (const each of held) each.inert = false;
    held = [];
  }

  function release() {
    letGo();
    clearTimeout(timer);
    if (box?.textContent) {
      say(words().back);
      timer = setTimeout(() => say(""), FAREWELL);
    }
    // Controls were switched off meanwhile, and what is switched off loses the focus.
    if (focused?.isConnected && document.activeElement === document.body) {
      focused.focus({ preventScroll: true });
    }
  }

  function heed() {
    const { testConnectionState: state, testScriptState: script } =
      document.querySelector("[data-test-connection-state]")?.dataset ?? {};
    if (state !== "CONNECTED") {
      clearTimeout(timer);
      if (isConnected) letGo(); // Streamlit switches its controls off itself
      isConnected = false;
      if (wasConnected && state) sayLost(state);
      return;
    }
    if (!isConnected && wasConnected) {
      clearTimeout(timer);
      hold();
      sayLost(state);
    }
    isConnected = wasConnected = true;
    if (!held.length) return;
    if (script !== "notRunning") {
      hasBegun = true;
      clearTimeout(patience);
    } else if (hasBegun) release();
  }

  addEventListener("pointerdown", () => { focused = null; }, true);
  addEventListener("focusin", (event) => { focused = event.target; }, true);
  new MutationObserver(heed).observe(document, {
    subtree: true, attributeFilter: ["data-test-connection-state", "data-test-script-state"],
  });
}
