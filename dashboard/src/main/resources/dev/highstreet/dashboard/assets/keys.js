// Keyboard shortcuts, never while someone writes; and menus.
(() => {
  // a dialog just closed keeps the focus until the next frame: only an open one keeps the keys
  window.keysAreTaken = (event) => event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, select, textarea, dialog[open]");

  // a menu closes when something else is pressed, or with Escape
  const shut = (but) => document.querySelectorAll("details.menu[open]").forEach((menu) => { if (menu !== but) menu.open = false; });
  addEventListener("click", (event) => shut(event.target.closest("details.menu")));
  addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest?.("details.menu[open]");
    if (menu) menu.open = false, menu.querySelector("summary").focus();
  });

  const dialog = document.getElementById("keys");
  let going = false;
  addEventListener("keydown", (event) => {
    if (window.keysAreTaken(event)) return;
    const page = going && document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    going = event.key === "g";
    if (page) page.click();
    else if (event.key === "?") dialog.showModal();
    else if (event.key === "h") window.holdLive();
    else if (event.key === "/") document.querySelector("input[type=search]")?.focus();
    else return;
    event.preventDefault();
  });
})();
