// Dead letters: a row chooses its letter, and its bytes can be copied.
(() => {
  const chosen = () => document.getElementById("letter")?.dataset.place;
  const mark = () => document.querySelectorAll("#letters tbody tr").forEach((row) => row.toggleAttribute("data-selected", row.dataset.place === chosen()));
  const links = () => [...document.querySelectorAll("#letters tbody a")];

  addEventListener("click", (event) => {
    const row = event.target.closest("#letters tbody tr");
    if (row && !event.target.closest("a")) row.querySelector("a").click();
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });
  const copy = async (button) => {
    const words = button.querySelector("span");
    const before = words.textContent;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      words.textContent = "Copied";
    } catch {
      words.textContent = "Not allowed here"; // browsers grant the clipboard to https and localhost alone
    }
    setTimeout(() => { words.textContent = before; }, 2000);
  };
  addEventListener("keydown", (event) => {
    const all = links();
    if (window.keysAreTaken(event) || all.length === 0 || !["j", "k"].includes(event.key)) return;
    const focused = all.indexOf(document.activeElement);
    const at = focused >= 0 ? focused : all.findIndex((link) => link.closest("tr").dataset.place === chosen());
    all[Math.max(0, Math.min(all.length - 1, at + (event.key === "j" ? 1 : -1)))].focus();
  });

  let last = chosen();
  document.addEventListener("htmx:afterSettle", () => {
    if (chosen() && chosen() !== last) document.getElementById("letter-title")?.focus({ preventScroll: true });
    last = chosen();
    mark();
  });
  document.addEventListener("live", ({ detail }) => { if (detail.name === "letters") mark(); });
  mark();
})();
