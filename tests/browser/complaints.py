"""What a browser complains about while a visitor looks around: errors, broken rules, requests that leave the site."""

from collections.abc import Iterator

from playwright.sync_api import ConsoleMessage, Page, Request

REFUSALS = ("status of 400", "status of 404")
GIVEN_UP = "Transition was "


class Complaints:
    """Grows while the page is open. A page rightly refused is no complaint, nor a view transition cut short."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.documents: set[str] = set()
        self.messages: list[tuple[str, str]] = []

    def __iter__(self) -> Iterator[str]:
        return (f"{text} ({address})" for text, address in self.messages if not self._is_refusal(text, address))

    def hear_error(self, error: object) -> None:
        if not str(error).startswith(GIVEN_UP):
            self.messages.append((str(error), ""))

    def hear_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not _is_of_axe(message):
            self.messages.append((message.text, message.location["url"]))

    def hear_request(self, request: Request) -> None:
        if request.is_navigation_request():
            self.documents.add(request.url)
        if not request.url.startswith((self.site, "data:")):
            self.messages.append(("A request left the site", request.url))

    def _is_refusal(self, text: str, address: str) -> bool:
        # Only a page without an icon of its own, as the admin's, is asked for the one at the root.
        is_expected = address in self.documents or address == f"{self.site}/favicon.ico"
        return is_expected and any(refusal in text for refusal in REFUSALS)


def _is_of_axe(message: ConsoleMessage) -> bool:
    """What axe tries out in a page is refused by its policy, too; a page's own style is heard with its address."""
    return message.text.startswith("Applying inline style") and not message.location["url"]


def listen(page: Page, site: str) -> Complaints:
    complaints = Complaints(site)
    page.on("pageerror", complaints.hear_error)
    page.on("console", complaints.hear_console)
    page.on("request", complaints.hear_request)
    return complaints
