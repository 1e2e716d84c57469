/* Back may show a page as the browser set it aside. If something was kept or dropped since, it is loaded anew. */
{
  const channel = new BroadcastChannel("chosen");
  let isStale = false;

  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.successful && detail.requestConfig.verb === "post") channel.postMessage("changed");
  });

  channel.addEventListener("message", () => {
    isStale = true;
  });

  addEventListener("pageshow", ({ persisted }) => {
    // What was said while it was set aside is heard only after this event.
    if (persisted) setTimeout(() => isStale && location.reload());
  });
}
