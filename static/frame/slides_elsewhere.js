// Two windows of one browser with the same slides: the one that is behind says so, and loads the
// others when it is asked to. Its own then come back with one press. Nothing leaves the browser.
"use strict";

if ("BroadcastChannel" in window) {
  const REST = 3000; // ms in which words that are being typed reach the set, before others are loaded
  const channel = new BroadcastChannel("slides");
  let own = null; // this window's: the whole set, every link it had, when it changed
  let theirs = ""; // the set of another window, while it is told of
  let passed = ""; // one that the visitor did not want
  let line = null;

  const words = () => JSON.parse(document.body.dataset.words);
  const tell = (isAnswer) => channel.postMessage({ ...own, isAnswer });

  addEventListener("slides-kept", ({ detail }) => {
    own = detail;
    if (!own.whole || own.whole === theirs) hide();
    else tell(false);
  });

  // Whoever comes back to a window asks: one that slept may have heard nothing.
  addEventListener("focus", () => { if (own?.whole) tell(false); });

  channel.onmessage = ({ data }) => {
    if (!own?.whole || !data.whole) return;
    if (data.whole === own.whole) {
      hide();
      return;
    }
    const isBefore = own.links.includes(data.whole); // what they have, we had
    const isAfter = data.links.includes(own.whole);
    if (!isBefore && !isAfter && !data.links.some((each) => own.links.includes(each))) return;
    const isBehind = isBefore === isAfter ? !isBefore || data.at > own.at : isAfter;
    if (isBehind && data.whole !== passed) show(data.whole, isAfter);
    if (!data.isAnswer && !(isBehind && isAfter)) tell(true);
  };

  function button(text, press) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", press);
    return made;
  }

  function show(whole, isAfter) {
    theirs = whole;
    line ??= document.body.appendChild(document.createElement("div"));
    line.className = "frame-elsewhere";
    line.setAttribute("role", "status");
    const { changed, forked, load, stay } = words();
    const said = document.createElement("span");
    said.textContent = isAfter ? changed : forked;
    line.replaceChildren(said, button(load, take), button(stay, () => { passed = theirs; hide(); }));
  }

  function hide() {
    theirs = "";
    line?.replaceChildren();
  }

  const rests = () => document.querySelector('[data-test-script-state="notRunning"]');
  async function take() {
    const wanted = theirs;
    const began = performance.now();
    do {
      await new Promise((go) => { setTimeout(go, 250); });
    } while (!rests() && performance.now() - began < REST);
    // An earlier state of the same slides may be wanted: slides.js must take it for another set.
    const kept = JSON.parse(sessionStorage.getItem("slides"));
    kept.links = kept.links.filter((each) => each !== wanted);
    sessionStorage.setItem("slides", JSON.stringify(kept));
    const address = new URL(location.href);
    address.searchParams.set("slides", wanted); // slides.js puts those of this window beside them
    location.replace(address);
  }
}
