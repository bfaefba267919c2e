// Moves through scenes that are all in the document already: nothing is fetched, nothing flashes.
// The r, c and esc keys are never listened to.
"use strict";

// The page around a frame outlives it: a stage that is filled anew finds its notes window there.
const home = window.frameElement ? window.parent : window;
let notesWindow = home.notesOfSlides ?? null; // goes on with the notes of another story, too
let ticking = 0; // the clock of that window
let began = home.slidesBegan ?? 0; // when the slides were first moved or put on the full screen

const AWAKE = 3000; // ms for which a touch shows the controls
const SWIPE = 50; // px that a finger goes across
const AWAY = "margin:.6em 0;padding:0 .6em;font-size:.8em;border-left:5px solid #B8710A"; // the network is gone
const TYPING = 4000; // ms within which the number of a slide is typed

// A screen that goes dark in the middle of a talk: while the slides fill it, it stays on. Browsers
// that cannot do it say nothing; one that let go while the tab was hidden is asked again.
let awakeLock = null;
let staysOn = false;
async function stayOn(on) {
  staysOn = on;
  try {
    if (!on) await awakeLock?.release();
    else if (document.visibilityState === "visible") awakeLock = await navigator.wakeLock?.request("screen");
  } catch { /* refused, for want of power */ }
}
document.addEventListener("visibilitychange", () => {
  if (staysOn && document.visibilityState === "visible") stayOn(true);
});

// The notes of slides that go away must not look as if they still followed; the stage that takes
// their place fills the window again.
let lost = () => {};
addEventListener("pagehide", () => {
  clearInterval(ticking);
  home.slidesBegan = began;
  lost();
});

function present(root, options) {
  const words = options.words;
  const scenes = [...root.querySelectorAll(".scene")];
  const stage = root.querySelector(".stage");
  root.classList.add("presenter");
  let current = 0;

  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const bar = make("div", "", { class: "bar", role: "toolbar", "aria-label": words.controls });
  const previous = make("button", words.previous, { type: "button" });
  const next = make("button", words.next, { type: "button" });
  const jump = make("select", "", { "aria-label": words.jump });
  scenes.forEach((scene, place) => {
    jump.append(make("option", `${place + 1}. ${scene.dataset.title}`, { value: place }));
  });
  const notes = make("button", words.notes, { type: "button", class: "own-notes", "aria-pressed": "false" });
  const apart = make("button", words.apart, { type: "button" });
  const full = make("button", words.full, { type: "button" });
  const explore = make("a", words.explore, { href: "#" });
  const heard = make("div", "", { class: "heard", "aria-live": "polite" });
  const black = make("div", "", { class: "black", hidden: "" });
  bar.append(previous, jump, next, full, notes, apart);
  if (scenes.some((scene) => scene.dataset.link)) bar.append(explore);
  // Who has no window of notes learns it here; what fills the screen stays clean.
  const away = make("span", words.alone, { class: "away", title: words.away, hidden: "" });
  bar.append(away);
  const missing = make("div", "", { class: "missing", hidden: "" });
  // Over the slide: a laptop shows the whole bar without being scrolled.
  root.prepend(bar);
  root.append(heard, black, missing);

  function show(place, say = true) {
    darken(false);
    if (say) began ||= Date.now();
    current = Math.max(0, Math.min(scenes.length - 1, place));
    scenes.forEach((scene, n) => scene.classList.toggle("shown", n === current));
    const scene = scenes[current];
    jump.value = String(current);
    previous.disabled = current === 0;
    next.disabled = current === scenes.length - 1;
    if (explore.isConnected) explore.href = scene.dataset.link || "#";
    if (say) heard.textContent = `${current + 1} / ${scenes.length}. ${scene.dataset.title}`;
    fillNotes();
    options.shown(current);
  }

  // The room sees one color until the next key; the notes and the clock stay where they are.
  function darken(on) {
    black.hidden = !on;
    if (on) heard.textContent = words.black;
  }

  const clock = (seconds) => [seconds / 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, "0")).join(":");
  function tick() {
    if (!notesWindow || notesWindow.closed) return;
    const place = notesWindow.document.getElementById("clock");
    if (!place) return;
    const now = new Date().toLocaleTimeString(words.lang, { hour: "numeric", minute: "2-digit" });
    place.textContent = began ? `${now} (${words.since} ${clock((Date.now() - began) / 1000)})` : now;
  }

  function fillNotes() {
    if (!notesWindow || notesWindow.closed) return;
    const page = notesWindow.document;
    const coming = scenes[current + 1];
    page.title = words.notes;
    page.body.onkeydown = keys;
    const next = make("div", "", { class: "coming" });
    if (coming) {
      const drawn = page.importNode(coming.querySelector("svg"), true);
      drawn.style.cssText = "display:block;width:100%;height:auto";
      next.append(drawn);
      next.style.cssText = "max-width:32rem;border:1px solid #DDD9CE";
    }
    page.body.replaceChildren(
      make("p", `${current + 1} / ${scenes.length}`),
      make("p", "", { id: "clock" }),
      ...(home.document.body.hasAttribute("data-away") ? [make("p", words.away, { role: "status", style: AWAY })] : []),
      make("h1", scenes[current].dataset.title, { style: "font-size:1.2em;margin:.3em 0" }),
      make("p", scenes[current].querySelector(".notes").textContent, { style: "white-space:pre-line" }),
      make("h2", coming ? words.coming : words.last, { style: "font-size:1em;margin:1.2em 0 0" }),
      make("p", coming ? coming.dataset.title : "", { style: "font-size:.8em;margin:.2em 0" }),
      next,
    );
    tick();
  }

  // Whether the network is there: at the controls and in the notes, never on the slide.
  function connection() {
    const isAway = home.document.body.hasAttribute("data-away");
    if (isAway && away.hidden) heard.textContent = words.away;
    away.hidden = !isAway;
    fillNotes();
  }

  function openNotes() {
    notesWindow = window.open("", "notes", "width=760,height=760");
    if (!notesWindow) {
      toggleNotes(true); // out of full screen only: there they would be projected to the room
      return;
    }
    const page = notesWindow.document;
    // The same typefaces: the window has no address of its own, so names are made whole.
    page.head.replaceChildren(...[...document.querySelectorAll("link[rel=stylesheet], style")].map((each) => {
      const copy = page.importNode(each, true);
      if (each.href) copy.setAttribute("href", each.href);
      return copy;
    }));
    const style = page.body.style;
    style.font = "26px/1.5 Progress Sans, Arial, sans-serif";
    style.margin = "2rem";
    style.background = "#FBFAF6";
    style.color = "#1D2B33";
    home.notesOfSlides = notesWindow;
    fillNotes();
    run();
  }

  function run() {
    clearInterval(ticking);
    ticking = setInterval(tick, 1000);
  }

  lost = () => {
    if (!notesWindow || notesWindow.closed) return;
    const page = notesWindow.document;
    page.body.onkeydown = null;
    page.body.replaceChildren(make("p", words.lost, { role: "status" }));
  };

  function toggleNotes(on) {
    const wanted = on ?? !root.classList.contains("with-notes");
    root.classList.toggle("with-notes", wanted);
    notes.setAttribute("aria-pressed", String(wanted));
    options.resized();
  }

  const steps = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1,
    ArrowLeft: -1, ArrowUp: -1, PageUp: -1,
    Home: -Infinity, End: Infinity, " ": 1,
  };
  // What has a use of its own for a key keeps it: a list for arrows, a button for the space bar.
  const TAKES_KEYS = "select, input, textarea, [contenteditable], [role=combobox], [role=listbox], " +
    "[role=menu], [role=slider], [role=grid], [role=application], [role=dialog] *";
  // A story just chosen keeps arrows and the space bar; a presenter's clicker sends Page keys.
  const TAKES_ALL_BUT_PAGES = "[role=radio]";
  const TAKES_SPACE = "button, summary, [role=button], [role=checkbox], [role=tab]";
  let typed = "";
  let typing = 0;
  // A number and Enter: the slide that somebody in the room asks for again.
  function number(event) {
    clearTimeout(typing);
    if (/^[0-9]$/.test(event.key)) {
      typed = (typed + event.key).slice(-3);
      typing = setTimeout(() => { typed = ""; }, TYPING);
      return true;
    }
    const asked = event.key === "Enter" ? Number(typed) : 0;
    typed = "";
    if (asked > scenes.length) tellMissing();
    else if (asked) show(asked - 1);
    return Boolean(asked);
  }
  // No such slide: said for a moment, and the one on the stage stays.
  let told = 0;
  function tellMissing() {
    missing.textContent = heard.textContent = words.total;
    missing.hidden = false;
    clearTimeout(told);
    told = setTimeout(() => { missing.hidden = true; }, TYPING);
  }
  const isBlack = (key) => key === "b" || key === "B" || key === "."; // what clickers send as well

  function keys(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (event.target.closest?.(TAKES_KEYS)) return;
    const step = steps[event.key];
    if (step === undefined) {
      if (isBlack(event.key)) darken(black.hidden);
      else if (event.key === "f" || event.key === "F") options.full(stage);
      else if (!number(event)) return;
      event.preventDefault();
      return;
    }
    if (event.shiftKey && event.key !== " ") return;
    if (!event.key.startsWith("Page") && event.target.closest?.(TAKES_ALL_BUT_PAGES)) return;
    if (event.key === " " && event.target.closest?.(TAKES_SPACE)) return;
    event.preventDefault();
    if (!black.hidden) darken(false); // the first key gives the slide back
    else show(current + (event.shiftKey ? -step : step));
  }

  // A finger across the slide moves it; a touch shows the controls for a while.
  let finger = null;
  let resting = 0;
  const from = (event) => {
    finger = event.touches.length === 1 ? event.touches[0] : null;
    root.classList.add("awake");
    clearTimeout(resting);
    resting = setTimeout(() => root.classList.remove("awake"), AWAKE);
  };
  const to = (event) => {
    if (!finger || (window.visualViewport?.scale ?? 1) > 1.01) return;
    const { clientX, clientY } = event.changedTouches[0];
    const [across, down] = [clientX - finger.clientX, clientY - finger.clientY];
    finger = null;
    if (Math.abs(across) > SWIPE && Math.abs(across) > 1.5 * Math.abs(down)) show(current + (across < 0 ? 1 : -1));
  };
  stage.addEventListener("touchstart", from, { passive: true });
  stage.addEventListener("touchend", to, { passive: true });
  black.onclick = () => darken(false);

  document.addEventListener("keydown", keys);
  previous.onclick = () => show(current - 1);
  next.onclick = () => show(current + 1);
  jump.onchange = () => show(Number(jump.value));
  notes.onclick = () => toggleNotes();
  apart.onclick = openNotes;
  full.onclick = () => options.full(stage);
  explore.onclick = (event) => {
    event.preventDefault();
    options.explore(explore.getAttribute("href"));
  };
  stage.tabIndex = 0;
  show(options.start, false);
  connection();
  if (notesWindow && !notesWindow.closed) run();
  return {
    show,
    keys,
    connection,
    isFull: (on) => {
      if (on) began ||= Date.now();
      stayOn(on);
      root.classList.toggle("full", on);
      options.resized();
    },
    leave: () => document.removeEventListener("keydown", keys),
  };
}
