// Charts are drawn anew for the width of a sheet: drawn for a screen, their type would shrink.
"use strict";

{
  // Pixels of a style on A4 and on Letter between margins of 12 mm: the width, the height of a
  // part of a chart that is taller than a sheet, and what its headline takes from the first part.
  const WIDTH = 700;
  const HEIGHT = 860;
  const HEADLINE = 250;
  const AIR = 2; // that the box of a letter has over and under it
  const ROW = 60; // what is taller runs over rows, such as a line between them
  let drawn = [];

  // The chart's view as Vega itself finds it from a mark: Streamlit hands it out nowhere. Where a
  // later Vega does not have it there, the style sheet still fits the chart to the sheet.
  function viewOf(svg) {
    for (const mark of svg.querySelectorAll(".root *")) {
      const item = mark.__data__;
      const context = item && (item.context || item.mark?.group?.context);
      if (context?.dataflow?.width) return context.dataflow;
    }
    return null;
  }

  // Twice: a key that takes more rows in less width pushes the chart down only at the second run.
  async function redrawn(view, width) {
    await view.width(width).runAsync();
    await view.resize().runAsync();
  }

  // Where a tall chart may be cut: between its rows, through no letters and no mark of a row.
  function cuts(svg, height) {
    const top = svg.getBoundingClientRect().top;
    const lines = [...svg.querySelectorAll("text, .role-mark path")]
      .map((part) => part.getBoundingClientRect())
      .filter((box) => box.height > 1 && box.height < ROW)
      .map((box) => [box.top - top + AIR, box.bottom - top - AIR]);
    const found = [0];
    for (let room = HEIGHT - HEADLINE; height - found.at(-1) > room; room = HEIGHT) {
      let cut = found.at(-1) + room;
      for (let step = 0; step < 2 * ROW && lines.some(([from, to]) => from < cut && cut < to); step++) cut -= 1;
      found.push(cut);
    }
    return [...found, height];
  }

  function cutUp(svg) {
    const { width, height } = svg.viewBox.baseVal;
    if (height <= HEIGHT) return;
    const at = cuts(svg, height);
    for (let part = 1; part < at.length; part++) {
      const sheet = document.createElement("div");
      const copy = svg.cloneNode(true);
      sheet.className = "part";
      copy.setAttribute("viewBox", [0, at[part - 1], width, at[part] - at[part - 1]].join(" "));
      copy.setAttribute("height", at[part] - at[part - 1]);
      sheet.append(copy);
      svg.parentElement.append(sheet);
    }
  }

  // The browser lays the sheets out when the promises of this event are kept.
  addEventListener("beforeprint", () => {
    for (const svg of document.querySelectorAll(".stVegaLiteChart svg.marks")) {
      const view = viewOf(svg);
      if (view) drawn.push({ view, width: svg.viewBox.baseVal.width });
      Promise.resolve(view && redrawn(view, WIDTH)).then(() => cutUp(svg));
    }
  });

  addEventListener("afterprint", () => {
    for (const part of document.querySelectorAll(".stVegaLiteChart .part")) part.remove();
    for (const { view, width } of drawn) redrawn(view, width);
    drawn = [];
  });
}
