/* A button that copies the text beside it. Without a script it stays away, and the text can be marked by hand. */
{
  const show = () => {
    for (const button of document.querySelectorAll("[data-copies]")) button.hidden = false;
  };

  addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-copies]");
    if (!button) return;
    const text = document.getElementById(button.dataset.copies);
    text.select();
    await navigator.clipboard?.writeText(text.value);
    document.getElementById("said").textContent = button.dataset.said;
  });

  addEventListener("DOMContentLoaded", show);
  addEventListener("htmx:afterSettle", show);
}
