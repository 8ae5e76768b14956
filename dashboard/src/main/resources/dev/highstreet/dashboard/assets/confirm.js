// What asks in place before it acts closes once it was sent; what was refused before is taken away.
document.addEventListener("htmx:beforeRequest", ({ target }) => {
  if (!target.closest("[data-closes]")) return;
  document.getElementById("refusal")?.replaceChildren();
});
document.addEventListener("htmx:afterRequest", ({ target }) => {
  const form = target.closest("[data-closes]");
  const asked = form && document.getElementById(form.dataset.closes);
  if (!asked) return;
  asked.open = false;
  asked.querySelector("summary").focus({ preventScroll: true });
});
