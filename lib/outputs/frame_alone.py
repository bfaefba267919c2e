"""What a frame that is a file does by itself, where no server reads its address."""

from __future__ import annotations

#: Ahead of a frame that no server answers: the theme its address asks for, before anything is drawn.
THEMED = """
{
  const asked = new URLSearchParams(location.search).get("theme")?.toLowerCase();
  if (["light", "dark", "auto"].includes(asked)) document.documentElement.dataset.theme = asked;
}
"""

#: At the end of such a frame: what of its address means nothing here, and the code to paste where
#: it is looked at alone.
ALONE = """
{
  const said = document.querySelector("[data-unknown]"), paste = document.querySelector("[data-code]");
  const notes = [];
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (/^utm_|clid$/.test(name) || !value) continue;
    if (name === "theme" && ["light", "dark", "auto"].includes(value.toLowerCase())) continue;
    if (name === "edition" && value === said.dataset.edition) continue;
    const text = name === "edition" ? said.dataset.other : said.dataset.unknown;
    notes.push(text.replace("@", (name === "edition" ? value : `${name}=${value}`).slice(0, 60)));
  }
  said.textContent = notes.join(" ");
  said.hidden = !notes.length;
  if (parent === window) {
    const here = location.href.split("#")[0].replaceAll("&", "&amp;");
    paste.querySelector("pre").textContent = paste.dataset.code.replace("@", () => here);
    paste.hidden = false;
  }
}
"""
