{
  const root = document.documentElement;
  const tell = () => parent.postMessage(
    { type: "figure-height", figure: root.dataset.figure, height: Math.ceil(root.getBoundingClientRect().height) }, "*");
  new ResizeObserver(tell).observe(root);
  addEventListener("load", tell);
}
