/* Pictures of a piece: a choice slides the strip, a tap enlarges in place. Without this, links do both. */
{
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  const slideTo = (link) => {
    const item = document.querySelector(link.hash);
    const strip = item.parentElement;
    strip.scrollTo({ left: item.offsetLeft - strip.offsetLeft, behavior: still.matches ? "auto" : "smooth" });
  };

  const enlarge = (link) => {
    const dialog = document.getElementById("zoom");
    const shown = link.querySelector("img");
    const image = new Image();
    image.alt = shown.alt;
    image.width = shown.width * 2;
    image.src = link.href;
    const room = dialog.querySelector(".zoom-room");
    room.replaceChildren(image);
    dialog.showModal();
    // The middle first: what lies beside it is reached by scrolling, by touch or by the arrow keys.
    image.addEventListener("load", () => {
      room.scrollTo((room.scrollWidth - room.clientWidth) / 2, (room.scrollHeight - room.clientHeight) / 2);
    });
    room.focus();
  };

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("[data-zoom], [data-show]");
    const dialog = event.target.closest("dialog.zoom");
    if (dialog && !event.target.closest("form, .zoom-room img")) dialog.close();
    if (!link) return;
    event.preventDefault();
    link.matches("[data-show]") ? slideTo(link) : enlarge(link);
  });
}
