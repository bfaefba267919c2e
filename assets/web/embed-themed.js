{
  const asked = new URLSearchParams(location.search).get("theme")?.toLowerCase();
  if (["light", "dark", "auto"].includes(asked)) document.documentElement.dataset.theme = asked;
}
