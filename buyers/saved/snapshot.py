"""What a saved verdict shows, as it is stored: sentences and whole numbers, in a form of its own. Computes nothing.

The classes mirror what the verdict page shows and know nothing of it, so that what was saved can still be read when
that page has changed. Whoever changes them adds a form, and keeps reading the ones before.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

FORM = 1

Stored = Mapping[str, Any]


class UnknownFormError(ValueError):
    """A snapshot that this version of the site cannot read."""


@dataclass(frozen=True, kw_only=True)
class SavedMark:
    text: str
    spoken: str


@dataclass(frozen=True, kw_only=True)
class SavedWish:
    sentence: str
    state: str


@dataclass(frozen=True, kw_only=True)
class SavedPiece:
    """`slug` is empty for a piece that the shopper brought, which is listed nowhere."""

    side: str
    way: str
    slug: str
    name: str
    maker: str
    is_invented: bool
    price: str
    ready: str
    in_between: str
    because: str
    given_up: str
    wishes: tuple[SavedWish, ...]


@dataclass(frozen=True, kw_only=True)
class SavedFact:
    side: str
    piece: str
    sentence: str
    standing: str


@dataclass(frozen=True, kw_only=True)
class SavedEntry:
    text: str
    is_advantage: bool
    word: str
    criteria: str
    points: int
    side: str | None
    answer: str
    facts: tuple[SavedFact, ...]


@dataclass(frozen=True, kw_only=True)
class SavedList:
    side: str
    entries: tuple[SavedEntry, ...]


@dataclass(frozen=True, kw_only=True)
class SavedLedger:
    lists: tuple[SavedList, ...]
    choices: int
    choices_side: str | None
    for_handcrafted: int
    for_mass_produced: int
    gap: int
    leader: str | None


@dataclass(frozen=True, kw_only=True)
class SavedBalance:
    """What lies in the pans by name, above 0 for handcrafted, and in how many of 20 the heavier side stays so."""

    points: dict[str, int]
    twenty: int
    text: str


@dataclass(frozen=True, kw_only=True)
class SavedAnswer:
    name: str
    said: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """`told` and `guessed` are for the count of outcomes; the guess is shown to nobody. The piece named comes first."""

    language: str
    told: str
    guessed: str
    state: str
    headline: str
    lead: str
    principle: str
    sureness: str
    twenty: int | None
    marks: tuple[SavedMark, ...]
    pieces: tuple[SavedPiece, ...]
    take_other_if: str
    is_answered: bool
    ledger: SavedLedger | None
    balance: SavedBalance | None
    changes: tuple[str, ...]
    answers: tuple[SavedAnswer, ...]


def stored(snapshot: Snapshot) -> dict[str, Any]:
    return {"form": FORM, **asdict(snapshot)}


def read(data: Stored) -> Snapshot:
    """Raises UnknownFormError."""
    fields = dict(data)
    if fields.pop("form", None) != FORM:
        raise UnknownFormError(str(data.get("form")))
    parts = {
        "marks": tuple(SavedMark(**mark) for mark in data["marks"]),
        "pieces": tuple(_piece(piece) for piece in data["pieces"]),
        "ledger": data["ledger"] and _ledger(data["ledger"]),
        "balance": data["balance"] and SavedBalance(**data["balance"]),
        "changes": tuple(data["changes"]),
        "answers": tuple(SavedAnswer(name=answer["name"], said=tuple(answer["said"])) for answer in data["answers"]),
    }
    return Snapshot(**fields | parts)


def _piece(data: Stored) -> SavedPiece:
    return SavedPiece(**{**data, "wishes": tuple(SavedWish(**wish) for wish in data["wishes"])})


def _ledger(data: Stored) -> SavedLedger:
    lists = [SavedList(side=one["side"], entries=tuple(map(_entry, one["entries"]))) for one in data["lists"]]
    return SavedLedger(**{**data, "lists": tuple(lists)})


def _entry(data: Stored) -> SavedEntry:
    return SavedEntry(**{**data, "facts": tuple(SavedFact(**fact) for fact in data["facts"])})
