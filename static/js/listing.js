/* The list is replaced as a whole: what was unfolded stays unfolded, and the new number is said aloud. */
{
  const SHEET = "facets";
  let kept = null;

  const sheet = () => document.getElementById(SHEET);
  const isOpen = (one) => one?.matches(":popover-open") ?? false;

  addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.target.id !== "listing" || !sheet()) return;
    kept = {
      facets: [...sheet().querySelectorAll("details")].map((one) => [one.id, one.open]),
      isOpen: isOpen(sheet()) && detail.requestConfig.triggeringEvent?.type === "change",
      scroll: sheet().scrollTop,
    };
  });

  addEventListener("htmx:afterSwap", ({ detail }) => {
    if (!kept || detail.target.id !== "listing") return;
    for (const [id, open] of kept.facets) {
      const facet = document.getElementById(id);
      if (facet) facet.open = open;
    }
    if (kept.isOpen) sheet().showPopover();
    sheet().scrollTop = kept.scroll;
    document.getElementById("said").textContent = document.getElementById("listing-count").textContent;
    kept = null;
  });
}
