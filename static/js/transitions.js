/* A piece's picture moves from the list to its page and back, a question comes in from the side it lies on. Without
   this, pages cross-fade. */
{
  const NAME = "piece";

  const pictureFor = (url) => {
    const path = new URL(url).pathname;
    const link = [...document.querySelectorAll(".tile-name a")].find((tile) => tile.pathname === path);
    return link?.closest(".tile").querySelector(".picture");
  };

  const nameUntilDone = (picture, transition) => {
    picture.style.viewTransitionName = NAME;
    transition.finished.finally(() => picture.style.removeProperty("view-transition-name"));
  };

  addEventListener("pageswap", ({ activation, viewTransition }) => {
    const picture = viewTransition && activation?.entry.url && pictureFor(activation.entry.url);
    if (picture) nameUntilDone(picture, viewTransition);
  });

  addEventListener("pagereveal", ({ viewTransition }) => {
    const from = viewTransition && window.navigation?.activation?.from?.url;
    const picture = from && pictureFor(from);
    if (picture) nameUntilDone(picture, viewTransition);
    const back = from && document.querySelector(".question-page .back");
    if (back) viewTransition.types.add(back.pathname === new URL(from).pathname ? "onward" : "backward");
  });
}
