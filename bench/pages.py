"""CPU of a request beside that of an empty view behind the same middleware, by the same server, in one run."""

from collections.abc import Iterator

from bench.addresses import OVER_ALL, PIECE, VERDICT
from bench.catalogs import figures_at
from bench.empty import ADDRESS
from bench.figures import Figure
from bench.served import AS_BROWSERS, UNCOMPRESSED, served

SIZES = (10_000, 100_000)
# By the number of pieces, how many times the empty view a page may take.
MOST: dict[str, tuple[str, dict[int, int]]] = {
    "list page": ("/pieces/", {10_000: 6, 100_000: 6}),
    "list page, a kind and a metal": ("/pieces/?kind=ring&metal=gold", {10_000: 6, 100_000: 6}),
    "piece page": (PIECE, {10_000: 5, 100_000: 5}),
    "verdict page, rings": (VERDICT, {10_000: 15, 100_000: 25}),
    "verdict page, all kinds": (OVER_ALL, {10_000: 15, 100_000: 25}),
}
PART = "CPU of a request beside an empty view, one sync worker of gunicorn"


def measure() -> Iterator[Figure]:
    for size in SIZES:
        yield from figures_at(size, "bench.pages:requested")
    yield Figure(part=PART, what="list page beside django-oscar's, which is not set up", peer="django-oscar", least=50)


def requested(size: int) -> Iterator[Figure]:
    with served() as site:
        floor = site.milliseconds(f"/{ADDRESS}", AS_BROWSERS)
        for name, (address, most) in MOST.items():
            for told, headers in (("gzip", AS_BROWSERS), ("plain", UNCOMPRESSED)):
                yield Figure(
                    part=PART,
                    what=f"{size:,} pieces, {name}, {told}",
                    value=site.milliseconds(address, headers),
                    unit="ms",
                    floor="empty view",
                    beside=floor,
                    most=most[size],
                )
