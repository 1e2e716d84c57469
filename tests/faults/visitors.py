"""Visitors of the site: they keep a piece or save a verdict by the site's own forms, and look at it again later."""

import secrets
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from time import sleep
from typing import Protocol
from urllib.parse import urlencode

PIECE = "plait-bracelet"
ANSWERS = "budget=300&top=uniqueness,craft,custom&type=ring&who=family&why=memory"
SAVE = f"/decide/verdict/save/?{ANSWERS}"
LIST, KEEP = "/shortlist/", "/shortlist/keep/"
# All together may save a thousand verdicts an hour.
MOST_VERDICTS = 900
PAUSE_SECONDS = 0.2


class Address(Protocol):
    host: str
    port: int


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One that arrived whole; status 0 for one that did not."""

    status: int
    body: bytes = b""
    location: str = ""
    cookie: str = ""
    content_type: str = ""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A write whose answer arrived: where it is found again, and by which cookie."""

    path: str
    cookie: str = ""


@dataclass
class Tally:
    kept: list[Kept] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    # Failures that came without a page.
    bare: int = 0


def ask(site: Address, path: str, form: dict[str, str] | None = None, *, cookie: str = "", visitor: str = "") -> Answer:
    """As the proxy hands it on, each visitor from an address of their own unless it is told."""
    connection = HTTPConnection(site.host, site.port, timeout=30)
    headers = {
        "X-Forwarded-Proto": "https",
        "X-Forwarded-For": visitor or f"10.{secrets.randbelow(256)}.{secrets.randbelow(256)}.{secrets.randbelow(256)}",
        "Sec-Fetch-Site": "same-origin",
        "Accept": "text/html",
    }
    headers |= {"Cookie": cookie} if cookie else {}
    headers |= {"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
    try:
        connection.request("GET" if form is None else "POST", path, urlencode(form) if form else None, headers)
        response = connection.getresponse()
        body = response.read()
    except (OSError, HTTPException):
        return Answer(status=0)
    finally:
        connection.close()
    cookies = [value.partition(";")[0] for name, value in response.getheaders() if name.lower() == "set-cookie"]
    return Answer(
        status=response.status,
        body=body,
        location=response.headers.get("Location", ""),
        cookie="; ".join(cookies),
        content_type=response.headers.get("Content-Type", ""),
    )


def write(site: Address, tally: Tally, is_verdict: bool = False) -> Answer:
    answer = ask(site, SAVE if is_verdict else KEEP, {} if is_verdict else {"piece": PIECE})
    tally.statuses[answer.status] += 1
    if 200 <= answer.status < 400:
        tally.kept.append(Kept(path=answer.location if is_verdict else LIST, cookie=answer.cookie))
    elif answer.status >= 500 and b"<h1>" not in answer.body:
        tally.bare += 1
    if answer.status == 0:
        # Nobody presses the button a thousand times a second, nor must what starts again compete with it.
        sleep(PAUSE_SECONDS)
    return answer


def is_found(site: Address, kept: Kept) -> bool:
    answer = ask(site, kept.path, cookie=kept.cookie)
    return answer.status == 200 and (kept.path != LIST or PIECE.encode() in answer.body)


def count_found(site: Address, kept: Iterable[Kept]) -> int:
    with ThreadPoolExecutor(6) as pool:
        return sum(pool.map(lambda one: is_found(site, one), kept))


@contextmanager
def writing(site: Address, tally: Tally, visitors: int = 4) -> Iterator[None]:
    """Visitors who write one thing after the other until the block ends; every tenth is a verdict."""
    end = threading.Event()

    def go_on() -> None:
        number = 0
        while not end.is_set():
            number += 1
            write(site, tally, is_verdict=number % 10 == 0 and len(tally.kept) < MOST_VERDICTS * 10)

    with in_threads(go_on, visitors):
        yield
        end.set()


@contextmanager
def in_threads(work: Callable[[], None], number: int) -> Iterator[None]:
    threads = [threading.Thread(target=work) for _ in range(number)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for thread in threads:
            thread.join()
