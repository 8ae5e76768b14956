// Tells what fell silent, and what answers again; a page that could not be shown at all comes back by itself.
(() => {
  const soon = 1_000; // a server that has just come back is given a moment
  const words = () => document.getElementById("outages").textContent.trim().replace(/\s+/g, " ");
  let said = words(), coming;
  document.addEventListener("live", ({ detail }) => {
    if (detail.name !== "outages") return;
    const now = words();
    if (now !== said) window.sayLive(now || "Every server answers again.");
    said = now;
    clearTimeout(coming);
    if (!now && document.querySelector("[data-again]")) coming = setTimeout(() => location.reload(), soon);
  });
})();
