// Moves through scenes that are all in the document already: nothing is fetched, nothing flashes.
// The r, c and esc keys are never listened to.
"use strict";

let notesWindow = null; // stays open when another story is chosen, and goes on with its notes

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
  bar.append(previous, jump, next, full, notes, apart);
  if (scenes.some((scene) => scene.dataset.link)) bar.append(explore);
  root.append(bar, heard);

  function show(place, say = true) {
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

  function fillNotes() {
    if (!notesWindow || notesWindow.closed) return;
    const page = notesWindow.document;
    const coming = scenes[current + 1];
    page.title = words.notes;
    page.body.onkeydown = keys;
    page.body.replaceChildren(
      make("p", `${current + 1} / ${scenes.length}`),
      make("h1", scenes[current].dataset.title),
      make("p", scenes[current].querySelector(".notes").textContent),
      make("h2", coming ? words.coming : words.last),
      make("p", coming ? coming.dataset.title : ""),
    );
  }

  function openNotes() {
    notesWindow = window.open("", "notes", "width=720,height=640");
    if (!notesWindow) {
      toggleNotes(true); // out of full screen only: there they would be projected to the room
      return;
    }
    const style = notesWindow.document.body.style;
    style.font = "26px/1.5 Progress Sans, Arial, sans-serif";
    style.margin = "2rem";
    style.background = "#FBFAF6";
    style.color = "#1D2B33";
    fillNotes();
  }

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
  function keys(event) {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.shiftKey && event.key !== " ") return;
    if (event.defaultPrevented || event.target.closest?.(TAKES_KEYS)) return;
    if (!event.key.startsWith("Page") && event.target.closest?.(TAKES_ALL_BUT_PAGES)) return;
    if (event.key === " " && event.target.closest?.(TAKES_SPACE)) return;
    event.preventDefault();
    show(current + (event.shiftKey ? -step : step));
  }

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
  return {
    show,
    keys,
    isFull: (on) => { root.classList.toggle("full", on); options.resized(); },
    leave: () => document.removeEventListener("keydown", keys),
  };
}
