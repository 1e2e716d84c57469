/* The verdict is replaced as a whole when something is tried out or taken back: the new one is said aloud. */
addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.target.id !== "verdict") return;
  const now = document.getElementById("trial-now") ?? document.querySelector("#verdict h1");
  document.getElementById("said").textContent = now.innerText;
});
