// The presenter inside the dashboard: scenes arrive once a story, the scene lives in the URL. Their
// pictures lie on the page around the frame, each by itself: what the browser has is not sent again.
"use strict";

{
  const frame = window.frameElement;
  const root = document.getElementById("story");
  let told = null;
  let player = null;

  const tell = (type, more) => parent.postMessage({ isStreamlitMessage: true, type, ...more }, "*");
  const resized = () => tell("streamlit:setFrameHeight", { height: root.offsetHeight + 4 });

  // The whole stage and its controls are in sight at once: it is no higher than what the window
  // leaves under its first lines.
  const AIR = 14; // px under the stage
  const LEAST = 260; // px
  const OVER = 0.36; // of the window: what stands over the stage takes no more from it
  function fit() {
    const page = parent.document.querySelector('[data-testid="stMain"]');
    const over = frame.getBoundingClientRect().top + (page?.scrollTop ?? 0);
    const bar = root.querySelector(".bar")?.offsetHeight ?? 0;
    const room = parent.innerHeight - Math.min(over, OVER * parent.innerHeight) - bar - AIR;
    root.style.setProperty("--highest", `${Math.max(room, LEAST)}px`);
  }

  // The picture of a scene as text, its number filled in; nothing while it is still on its way.
  const sent = (scene) => parent.document.querySelector(`[data-slide-picture="${scene.picture}"]`)?.dataset.svg;
  const picture = (scene, open) => decodeURIComponent(sent(scene)).replaceAll(open, scene.number);

  function section(scene, open) {
    const made = document.createElement("section");
    made.className = "scene";
    made.dataset.title = scene.title;
    made.dataset.link = scene.link;
    const drawn = new DOMParser().parseFromString(picture(scene, open), "image/svg+xml").documentElement;
    const notes = document.createElement("p");
    notes.className = "notes";
    notes.textContent = scene.notes;
    made.append(document.importNode(drawn, true), notes);
    return made;
  }

  function remember(place) {
    const address = new URL(parent.location.href);
    address.searchParams.set("scene", String(place + 1));
    parent.history.replaceState(parent.history.state, "", address);
  }

  function explore(address) {
    // In a tab of its own: the talk stays where it is.
    const link = parent.document.createElement("a");
    link.href = address;
    link.target = "_blank";
    link.rel = "opener";
    parent.document.body.append(link);
    link.click();
  }

  function fill(on) {
    const style = on ? "position:fixed;inset:0;width:100vw;height:100vh;z-index:1000000" : "";
    frame.style.cssText = style;
    player.isFull(on);
  }

  function full(stage) {
    const page = parent.document;
    stage.focus();
    if (page.fullscreenElement) page.exitFullscreen();
    else if (root.classList.contains("full")) fill(false);
    else if (frame.requestFullscreen) frame.requestFullscreen().catch(() => fill(true));
    else fill(true);
  }

  parent.document.addEventListener("fullscreenchange", () => {
    if (player) player.isFull(parent.document.fullscreenElement === frame);
  });

  // Keys move the scenes at once after the page has come, before anything was clicked: wherever
  // the focus is, as long as half of the stage can be seen.
  function keys(event) {
    const { top, bottom, height } = frame.getBoundingClientRect();
    const seen = Math.min(bottom, parent.innerHeight) - Math.max(top, 0);
    if (player && frame.isConnected && seen >= Math.min(height, parent.innerHeight) / 2) player.keys(event);
  }
  const around = parent.document;
  around.addEventListener("keydown", keys);

  // Who came by a menu of the navigation would find the focus back on its button, which takes the
  // space bar: until something is done here, the head of the page lets the focus go.
  let fresh = true;
  const done = () => { fresh = false; };
  const letGo = (element) => {
    if (fresh && element?.closest?.(".stAppHeader")) element.blur();
  };
  const focused = (event) => letGo(event.target);
  const connection = () => player?.connection();
  parent.addEventListener("connection-said", connection);
  around.addEventListener("focusin", focused);
  for (const act of ["keydown", "pointerdown"]) around.addEventListener(act, done, true);
  letGo(around.activeElement);

  addEventListener("pagehide", () => {
    coming.disconnect();
    parent.removeEventListener("connection-said", connection);
    parent.removeEventListener("resize", fit);
    sizes.disconnect();
    around.removeEventListener("keydown", keys);
    around.removeEventListener("focusin", focused);
    for (const act of ["keydown", "pointerdown"]) around.removeEventListener(act, done, true);
  });

  const coming = new MutationObserver(() => render(asked));
  let asked = null; // what was said last, while a picture of it is on its way

  function render(given) {
    const { story, words, scenes, open, start } = given;
    coming.disconnect();
    if (story === told) return;
    if (!scenes.every(sent)) {
      asked = given;
      coming.observe(around.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-slide-picture", "data-svg"] });
      return;
    }
    told = story;
    player?.leave();
    document.documentElement.lang = words.lang;
    const stage = document.createElement("div");
    stage.className = "stage";
    stage.setAttribute("role", "region");
    stage.setAttribute("aria-label", words.stage);
    stage.append(...scenes.map((scene) => section(scene, open)));
    root.replaceChildren(stage);
    player = present(root, { words, start, shown: remember, resized, explore, full });
    fit();
    resized();
  }

  window.addEventListener("message", (event) => {
    if (event.source !== parent || event.data.type !== "streamlit:render") return;
    document.documentElement.classList.toggle("dark", event.data.theme?.base === "dark");
    render(event.data.args);
  });
  const sizes = new ResizeObserver(() => { fit(); resized(); });
  sizes.observe(root);
  const block = frame.closest('[data-testid="stMainBlockContainer"]');
  if (block) sizes.observe(block); // what stands over the stage may come after it
  parent.addEventListener("resize", fit);
  tell("streamlit:componentReady", { apiVersion: 1 });
}
