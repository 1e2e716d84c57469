"""What the session holds of a visitor's choices. Reading makes no session; taking the last thing out ends it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.urls import reverse

from catalog.comparison.choice import FEWEST, MOST, Choice
from catalog.listings import listed_pieces
from catalog.models import Piece
from jewelcompare.origin import own_path

KEPT, TRAY = "kept", "tray"
MOST_KEPT = 100


@dataclass(frozen=True, kw_only=True)
class TrayPiece:
    """With its name, so that the tray asks no database."""

    slug: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """`kept` is newest first; `here` is the address that a form on this page leads back to."""

    kept: tuple[str, ...]
    tray: tuple[TrayPiece, ...]
    here: str

    @property
    def compared(self) -> tuple[str, ...]:
        return tuple(piece.slug for piece in self.tray)

    def has_kept(self, slugs: Iterable[str]) -> bool:
        return set(slugs) <= set(self.kept)

    @property
    def is_full(self) -> bool:
        return len(self.tray) >= MOST

    @property
    def may_compare(self) -> bool:
        return len(self.tray) >= FEWEST

    @property
    def compare_address(self) -> str:
        return Choice(slugs=self.compared).address

    @cached_property
    def kept_pieces(self) -> Sequence[Piece]:
        """Those still published, newest kept first; asked for only where they are shown."""
        found = listed_pieces().filter(slug__in=self.kept)
        return sorted(found, key=lambda piece: self.kept.index(piece.slug))


def chosen_by(request: HttpRequest) -> Chosen:
    """No query without a session cookie, one with it."""
    tray = (TrayPiece(slug=piece["slug"], name=piece["name"]) for piece in request.session.get(TRAY, ()))
    return Chosen(kept=tuple(request.session.get(KEPT, ())), tray=tuple(tray), here=here(request))


def here(request: HttpRequest) -> str:
    """The page itself, or the page that the form was on."""
    if request.method != "POST":
        return request.get_full_path()
    return own_path(request.POST.get("next", "")) or reverse("shortlist:list")


def keep(session: SessionBase, slugs: Sequence[str]) -> None:
    others = (slug for slug in session.get(KEPT, ()) if slug not in slugs)
    put(session, KEPT, [*slugs, *others][:MOST_KEPT])


def drop(session: SessionBase, slugs: Iterable[str]) -> None:
    put(session, KEPT, [slug for slug in session.get(KEPT, ()) if slug not in slugs])


def lay_in_tray(session: SessionBase, piece: Piece) -> bool:
    """False if the tray is full: nothing is taken out of it unasked."""
    tray = [one for one in session.get(TRAY, ()) if one["slug"] != piece.slug]
    if len(tray) >= MOST:
        return False
    put(session, TRAY, [*tray, {"slug": piece.slug, "name": piece.name}])
    return True


def take_from_tray(session: SessionBase, slugs: Iterable[str]) -> None:
    put(session, TRAY, [one for one in session.get(TRAY, ()) if one["slug"] not in slugs])


def put(session: SessionBase, key: str, values: Sequence[object]) -> None:
    if values:
        session[key] = values
        return
    session.pop(key, None)
    if not session.keys():
        session.flush()
