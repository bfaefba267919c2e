// When the server does not answer: our words in place of Streamlit's box, which covers the page,
// takes the keys and speaks to programmers. On Present nothing shows: the slides are all there.
"use strict";

{
  const PATIENCE = 1500; // ms without a connection before a word is said
  const PAUSE = 1000; // ms between two attempts
  const LONGEST = 8000; // ms that one attempt may take
  const FAREWELL = 4000; // ms for which "Connected again" stays
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
  let focused = null; // what had the focus last, unless a press elsewhere took it
  let timer = 0;
  let box = null;

  function say(text) {
    if (!box) {
      box = document.createElement("div");
      box.className = "frame-connection";
      box.setAttribute("role", "status");
      document.body.append(box);
    }
    box.textContent = text;
  }

  function heed() {
    const state = document.querySelector("[data-test-connection-state]")?.dataset.testConnectionState;
    clearTimeout(timer);
    if (state === "CONNECTED") {
      if (box?.textContent) {
        say(words().back);
        timer = setTimeout(() => say(""), FAREWELL);
      }
      // Controls were switched off meanwhile, and what is switched off loses the focus.
      if (wasConnected && focused?.isConnected && document.activeElement === document.body) {
        focused.focus({ preventScroll: true });
      }
      wasConnected = true;
    } else if (wasConnected && state) {
      const text = state === "DISCONNECTED_FOREVER" ? words().ended : words().lost;
      timer = setTimeout(() => say(text), box?.textContent ? 0 : PATIENCE);
    }
  }

  addEventListener("pointerdown", () => { focused = null; }, true);
  addEventListener("focusin", (event) => { focused = event.target; }, true);
  new MutationObserver(heed).observe(document, {
    subtree: true, attributeFilter: ["data-test-connection-state"],
  });
}
