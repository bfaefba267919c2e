// Copies what a button holds, with the day on which its reader does so, and says so aloud.
"use strict";

{
  const STAYS = 2500; // ms for which the button says that it has copied

  const day = (style) => new Intl.DateTimeFormat(document.documentElement.lang || "en", style).format(new Date());
  const isoDay = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  // Where a page did not come by HTTPS the browser gives no clipboard; a selection can still be copied.
  function copiedBySelection(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "frame-heard";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copiedBySelection(text);
    }
  }

  addEventListener("click", async (event) => {
    const button = event.target instanceof Element && event.target.closest("button[data-copy]");
    if (!button) return;
    const text = button.dataset.copy.replaceAll("[[day]]", day({ dateStyle: "long" })).replaceAll("[[iso-day]]", isoDay());
    if (!(await copy(text))) return;
    button.focus({ preventScroll: true });
    button.dataset.done = button.dataset.said;
    const heard = document.querySelector(".frame-heard[role=status]"); // keyboard.js puts it there
    heard.textContent = "";
    requestAnimationFrame(() => { heard.textContent = button.dataset.said; });
    setTimeout(() => { delete button.dataset.done; }, STAYS);
  });
}
