"""A shopper without JavaScript, who follows links and sends forms by hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit

from bs4 import BeautifulSoup, Tag
from django.test import Client

VERDICT = "/decide/verdict/"


def soup_of(content: bytes) -> BeautifulSoup:
    return BeautifulSoup(content, "html.parser")


def link_called(page: Tag, text: str) -> str:
    return next(str(link["href"]) for link in page.find_all("a") if link.get_text(" ", strip=True).startswith(text))


def answers_in(address: str) -> dict[str, str]:
    return {key: value for key, value in parse_qsl(urlsplit(address).query) if key != "from"}


@dataclass
class Shopper:
    """Follows links and sends forms as a browser does, and knows where it is."""

    client: Client = field(default_factory=Client)
    address: str = ""
    page: BeautifulSoup = field(default_factory=lambda: BeautifulSoup("", "html.parser"))

    def visit(self, address: str) -> "Shopper":
        for _redirect in range(4):
            self.address = address
            if address.startswith(VERDICT):
                return self
            response = self.client.get(address)
            if response.status_code != 302:
                self.page = soup_of(response.content)
                return self
            address = response.headers["Location"]
        raise AssertionError(f"{address} goes on redirecting")

    def follow(self, text: str) -> "Shopper":
        assert self.page.main is not None
        return self.visit(link_called(self.page.main, text))

    def send(self, answers: Mapping[str, str | Iterable[str]]) -> "Shopper":
        form = self.page.find("form")
        assert isinstance(form, Tag)
        hidden = [(str(field["name"]), str(field["value"])) for field in form.find_all("input", type="hidden")]
        query = urlencode([*hidden, *parse_qsl(urlencode(answers, doseq=True), keep_blank_values=True)])
        return self.visit(f"{form['action']}?{query}")

    @property
    def screen(self) -> str:
        return urlsplit(self.address).path.removeprefix("/decide/").strip("/")

    @property
    def answers(self) -> dict[str, str]:
        return answers_in(self.address)
