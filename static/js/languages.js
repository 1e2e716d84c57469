/* htmx moves the address along without a new header: the link to the other language then leads to the same choice. */
addEventListener("htmx:pushedIntoHistory", () => {
  for (const link of document.querySelectorAll(".site-languages a")) link.search = location.search;
});
