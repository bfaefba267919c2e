// The presenter in a file of its own: the scene is the address after the number sign.
"use strict";

{
  const root = document.querySelector("[data-words]");
  const player = present(root, {
    words: JSON.parse(root.dataset.words),
    start: (Number(location.hash.slice(1)) || 1) - 1,
    shown: (place) => history.replaceState(null, "", `#${place + 1}`),
    resized: () => {},
    explore: (address) => window.open(address, "_blank"),
    full: (stage) => {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen();
      stage.focus();
    },
  });
  document.addEventListener("fullscreenchange", () => player.isFull(Boolean(document.fullscreenElement)));
  window.addEventListener("hashchange", () => player.show((Number(location.hash.slice(1)) || 1) - 1));
}
