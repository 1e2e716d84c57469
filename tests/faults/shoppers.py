"""Shoppers who save verdicts and look at pages, each from an address of their own, and note what they were answered."""

import http.client
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Thread
from urllib.parse import urlencode

from tests.faults.site import Site

ASKED = {"budget": "300", "top": "uniqueness,craft,custom", "type": "ring", "who": "family", "why": "memory"}
SAVE = f"/decide/verdict/save/?{urlencode(ASKED, safe=',')}"
LOOKED_AT = ("/", "/pieces/?kind=ring", f"/decide/verdict/?{urlencode(ASKED, safe=',')}", "/decide/", "/guide/names/")
SECONDS = 15.0
FAILED = 0


class Shopper:
    """One connection, opened again whenever it breaks."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.connection = http.client.HTTPConnection(site.host, site.port, timeout=SECONDS)

    def ask(self, method: str, path: str, *, source: str = "") -> tuple[int, str, str]:
        """Status, where it leads and the page; 0 where no whole answer came."""
        headers = {
            "X-Forwarded-Proto": "https",
            "X-Forwarded-For": source or ".".join(str(random.randrange(1, 255)) for _ in range(4)),  # noqa: S311
            "Origin": f"https://{self.site.host}:{self.site.port}",
        }
        try:
            self.connection.request(method, path, body=b"" if method == "POST" else None, headers=headers)
            answer = self.connection.getresponse()
            page = answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            self.connection.close()
            return FAILED, "", ""
        return answer.status, answer.headers.get("Location", ""), page

    def save(self) -> tuple[int, str, str]:
        return self.ask("POST", SAVE)


class Crowd:
    """`saved` are the addresses of what was acknowledged, `statuses` all answers, `broken` pages without a heading."""

    def __init__(self, sites: Sequence[Site], *, savers: int, lookers: int) -> None:
        self.sites, self.over = sites, Event()
        self.saved: list[str] = []
        self.statuses: Counter[int] = Counter()
        self.bare = 0
        work = [self._save] * savers + [self._look] * lookers
        self.threads = [Thread(target=one, args=(sites[at % len(sites)],)) for at, one in enumerate(work)]

    def found(self) -> int:
        """How many of the acknowledged ones are there now."""
        shopper = Shopper(self.sites[0])
        return sum(shopper.ask("GET", address)[0] == 200 for address in self.saved)

    def _save(self, site: Site) -> None:
        shopper = Shopper(site)
        while not self.over.is_set():
            status, address, page = shopper.save()
            if status == 303:
                self.saved.append(address)
            self._note(status, page)

    def _look(self, site: Site) -> None:
        shopper = Shopper(site)
        while not self.over.is_set():
            status, _address, page = shopper.ask("GET", random.choice(LOOKED_AT))  # noqa: S311
            self._note(status, page)

    def _note(self, status: int, page: str) -> None:
        self.statuses[status] += 1
        self.bare += status >= 500 and "<h1>" not in page
        time.sleep(0.02 if status else 0.1)


@contextmanager
def crowd(*sites: Site, savers: int = 3, lookers: int = 0) -> Iterator[Crowd]:
    gathered = Crowd(sites, savers=savers, lookers=lookers)
    for thread in gathered.threads:
        thread.start()
    try:
        yield gathered
    finally:
        gathered.over.set()
        for thread in gathered.threads:
            thread.join()
