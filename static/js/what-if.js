/* The verdict is replaced as a whole when something is tried out: the new one is said aloud. */
addEventListener("htmx:afterSwap", ({ detail }) => {
  const now = detail.target.id === "verdict" && document.getElementById("trial-now");
  if (now) document.getElementById("said").textContent = now.innerText;
});
