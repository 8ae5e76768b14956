// The list of orders: a row opens its order, j and k go through them, Escape closes the drawer.
(() => {
  const links = () => [...document.querySelectorAll("#orders tbody a")];
  const drawer = () => document.getElementById("drawer");
  const opened = () => drawer()?.dataset.order;
  const mark = () => {
    document.body.classList.toggle("with-drawer", Boolean(opened()));
    document.querySelectorAll("#orders tbody tr").forEach((row) => row.toggleAttribute("data-selected", row.dataset.key === opened()));
  };
  const linkOf = (id) => links().find((link) => link.closest("tr").dataset.key === id);

  const step = (by) => {
    const all = links();
    const from = all.includes(document.activeElement) ? document.activeElement : linkOf(opened());
    const at = all.indexOf(from);
    return all[Math.max(0, Math.min(all.length - 1, at + by))];
  };

  addEventListener("click", (event) => {
    const row = event.target.closest("#orders tbody tr");
    if (row && !event.target.closest("a")) row.querySelector("a").click();
    const by = event.target.closest("[data-step]")?.dataset.step;
    if (by) step(Number(by))?.click();
  });
  addEventListener("keydown", (event) => {
    if (window.keysAreTaken(event)) return;
    if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1)?.focus();
    else if (event.key === "Escape") document.getElementById("d-close")?.click();
  });

  let last;
  document.addEventListener("htmx:afterSettle", () => {
    if (drawer() && opened() !== last) {
      if (opened()) document.getElementById("d-title").focus();
      else linkOf(last)?.focus();
      last = opened();
    }
    mark();
  });
  document.addEventListener("live", ({ detail }) => { if (detail.name === "orders") mark(); });
  last = opened();
  mark();
})();
