"""From a piece's rows to what lists, filters, the search and decisions read of it. Renewed with its assessment."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from uuid import uuid4

from django.db.models import F
from django.utils.translation import gettext as _

from catalog.choices import Coating, Grade, Role, Substance
from catalog.composition import GOLDS, stated_substance
from catalog.countries import country_name
from catalog.labels import label_for
from catalog.levels import RATED
from catalog.models import Assessment, Entry, Material, PackedPiece, Piece, Version, Word
from catalog.packing import packed
from catalog.search import words_in

GOLD, GOLD_LAYER = "gold", "gold_layer"
# Metals that a shopper seeks together; each other one stands for itself.
METAL_OF = {
    **dict.fromkeys(GOLDS, GOLD),
    Substance.PALLADIUM: "platinum",
    Substance.NIOBIUM: "titanium",
    Substance.BRONZE: "brass",
    Substance.COPPER: "brass",
    Substance.RHODIUM: "other",
    Substance.ALUMINIUM: "other",
    Substance.TUNGSTEN: "other",
}
NO_METAL = NO_STONE = "none"
PACKED = ("data", "revision")
WRITTEN = ("metals", "stones", "seen", "names", "words", "revision")
LAYERS = {Coating.FILLED, Coating.VERMEIL, Coating.PLATED}


def enter(assessments: Sequence[Assessment]) -> None:
    """Write the entries of pieces read with their facts, within the transaction that writes their assessments."""
    revision = next_revision()
    entries = [_entry_for(assessment.piece, assessment, revision) for assessment in assessments]
    words = sorted({word for entry in entries for word in entry.words.split()})
    Word.objects.bulk_create([Word(text=word) for word in words], ignore_conflicts=True)
    Entry.objects.bulk_create(entries, update_conflicts=True, unique_fields=["piece"], update_fields=WRITTEN)
    rows = [PackedPiece(piece=one.piece, data=packed(one.piece, one), revision=revision) for one in assessments]
    PackedPiece.objects.bulk_create(rows, update_conflicts=True, unique_fields=["piece"], update_fields=PACKED)


def next_revision() -> int:
    """The next number; its row stays held until the transaction ends, so that later numbers are committed later."""
    if not Version.objects.filter(pk=1).update(revision=F("revision") + 1):
        Version.objects.get_or_create(pk=1, defaults={"epoch": uuid4().hex})
        Version.objects.filter(pk=1).update(revision=F("revision") + 1)
    return Version.objects.get(pk=1).revision


def begin_epoch() -> None:
    """For whatever takes entries away: whoever keeps some must read them all anew."""
    Version.objects.filter(pk=1).update(epoch=uuid4().hex)


def _entry_for(piece: Piece, assessment: Assessment, revision: int) -> Entry:
    parts = list(piece.materials.all())
    names = words_in(f"{piece.name} {piece.maker.name}")
    grades = [getattr(assessment, f"{criterion}_grade") for criterion in RATED]
    return Entry(
        piece=piece,
        metals=" ".join(_distinct(_metals_of(parts))),
        stones=" ".join(_distinct(_stones_of(parts))),
        seen=sum(grade is not None and grade >= Grade.SHOWN for grade in grades),
        names=" ".join(names),
        words=" ".join(_distinct([*names, *words_in(" ".join(_texts_of(piece, assessment, parts)))])),
        revision=revision,
    )


def _metals_of(parts: Sequence[Material]) -> Iterator[str]:
    """What its metal parts are all through; a surface never passes for the metal that lies under it."""
    metals = [part for part in parts if part.role == Role.METAL]
    for part in metals:
        body = part.substance if part.coating == Coating.SOLID else part.core
        if body:
            yield METAL_OF.get(Substance(body), body)
        if part.coating in LAYERS and part.substance in GOLDS:
            yield GOLD_LAYER
    if parts and not metals:
        yield NO_METAL


def _stones_of(parts: Sequence[Material]) -> Iterator[str]:
    stones = [part.substance for part in parts if part.role == Role.STONE]
    yield from stones
    if parts and not stones:
        yield NO_STONE


def _texts_of(piece: Piece, assessment: Assessment, parts: Sequence[Material]) -> Iterator[str]:
    """All that a shopper may search a piece by."""
    yield from (piece.summary, piece.feature, piece.technique, piece.maker.place, country_name(piece.maker.country))
    yield from (piece.get_kind_display(), piece.get_style_display(), piece.get_era_display())
    yield from _labels(assessment.way, assessment.making_class)
    for part in parts:
        yield from (part.part, stated_substance(part), part.get_coating_display())
    for step in piece.steps.all():
        yield from (step.get_method_display(), step.done_by, step.note)


def _labels(*members: str) -> Iterator[str]:
    return (_(label_for(member)) for member in members if isinstance(member, Enum))


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
