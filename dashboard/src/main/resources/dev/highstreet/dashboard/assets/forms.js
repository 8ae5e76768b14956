// A slider tells its value in words while it is moved.
addEventListener("input", (event) => {
  const { tells, words } = event.target.dataset ?? {};
  if (!tells) return;
  document.getElementById(tells).textContent = words ? words.split("|")[event.target.value] : Number(event.target.value).toLocaleString("en-GB");
});
