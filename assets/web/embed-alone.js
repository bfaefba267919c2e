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
