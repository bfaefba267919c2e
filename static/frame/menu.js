// The menu of a phone: it closes when a page is chosen and when a finger taps beside it, and that tap
// does nothing else. Streamlit closes it for neither.
"use strict";

{
  const NARROW = matchMedia("(max-width: 768px)");
  const open = () =>
    NARROW.matches && document.querySelector('[data-testid="stSidebar"][data-collapsed="false"]');
  const close = (menu) => menu.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();

  addEventListener("click", (event) => {
    const menu = open();
    if (!menu || !(event.target instanceof Element)) return;
    if (event.target.closest('[data-testid="stSidebarNavLink"]')) {
      setTimeout(() => close(menu)); // after the link has been followed
    } else if (!menu.contains(event.target) && event.isTrusted) {
      event.preventDefault();
      event.stopPropagation();
      close(menu);
    }
  }, true);
  addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && open();
    if (menu) close(menu);
  }, true);
}
