// The search of the static edition: every word typed must begin a word of what is found.
"use strict";
(() => {
  const { groups, entries, zips, said, chambers, counties } = window.LIST;
  const box = document.querySelector("input[name=q]");
  const found = document.getElementById("found");
  const MOST = 8;
  const EMPTY = new Set(["a", "and", "for", "in", "of", "on", "the", "to"]);
  const plain = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/[^a-z0-9]+/g, " ").trim();
  const index = entries.map(([group, name, , , more]) =>
    ({ group, key: plain(name), named: plain(name).split(" "), told: (more || "").split(" ") }));

  // Letters to change, add or leave out, to come from one word to another.
  const apart = (one, two) => {
    let row = [...Array(two.length + 1).keys()];
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= two.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] !== two[j - 1]));
      }
      row = next;
    }
    return row[two.length];
  };
  const begins = (words, wanted) => words.some(word => word.startsWith(wanted));
  const alike = (words, wanted) => wanted.length > 3 && !/\d/.test(wanted) &&
    words.some(word => Math.abs(word.length - wanted.length) < 3 &&
      apart(word, wanted) <= (wanted.length > 7 ? 2 : 1));

  const find = (words, fits) => {
    const all = [];
    index.forEach(({ key, named, told }, place) => {
      if (words.every(word => fits(named, word))) {
        all.push([key === words.join(" ") ? 0 : 1, place]);
      } else if (words.every(word => fits(named, word) || fits(told, word))) {
        all.push([2, place]);
      }
    });
    const inName = new Set(all.filter(([rank]) => rank < 2).map(([, place]) => index[place].group));
    return all.filter(([rank, place]) => rank < 2 || !inName.has(index[place].group))
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, place]) => entries[place]);
  };

  const add = (parent, tag, text = "") => {
    const made = document.createElement(tag);
    made.textContent = text;
    return parent.appendChild(made);
  };
  const line = (list, name, file, note) => {
    const item = add(list, "li");
    add(item, "a", name).href = file;
    if (note) add(item, "span", ` ${note}`);
  };

  const ofZip = code => {
    add(found, "h2", said.zip.replace("{zip}", code));
    const list = add(found, "ul");
    for (const [chamber, number, share] of zips[code]) {
      const [name, file] = chamber === "" ? counties[number]
        : [chambers[chamber][1].replace("{number}", number),
          `district/${chambers[chamber][0]}-${number}.html`];
      line(list, name, file, share);
    }
  };

  const show = () => {
    found.replaceChildren();
    const words = plain(box.value).split(" ").filter(word => word && !EMPTY.has(word));
    if (!words.length) return;
    if (words.length === 1 && zips[words[0]]) return ofZip(words[0]);
    let hits = find(words, begins);
    const close = !hits.length;
    if (close) hits = find(words, (held, word) => begins(held, word) || alike(held, word));
    add(found, "p", !hits.length ? said.nothing : close ? said.resembling : said.several);
    for (const [group, title] of Object.entries(groups)) {
      const own = hits.filter(hit => hit[0] === group);
      if (!own.length) continue;
      add(found, "h2", title);
      const list = add(found, "ul");
      own.slice(0, MOST).forEach(([, name, file, note]) => line(list, name, file, note));
      if (own.length > MOST) {
        const rest = add(found, "details");
        add(rest, "summary", said.more.replace("{n}", own.length - MOST));
        const under = add(rest, "ul");
        own.slice(MOST).forEach(([, name, file, note]) => line(under, name, file, note));
      }
    }
  };

  box.value = new URLSearchParams(location.search).get("q") || "";
  box.addEventListener("input", show);
  box.form.addEventListener("submit", event => { event.preventDefault(); show(); });
  show();
})();
