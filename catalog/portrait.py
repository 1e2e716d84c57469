"""From a piece's rows to what its drawing needs to know, with a text alternative of the same facts."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from catalog.choices import Kind, Method, Role, Stage, Style, Substance, Way
from catalog.composition import surface_name
from catalog.drawing import Look
from catalog.models import Material, Piece, Step

HAMMERED = re.compile(r"hammered|hammer marks|planish", re.IGNORECASE)
HAMMERING = re.compile(r"hammer|forging", re.IGNORECASE)


def look_of(piece: Piece) -> Look:
    """A piece read with its assessment, steps and materials: no further query."""
    parts = sorted(piece.materials.all(), key=lambda part: not part.is_main)
    metals = [part for part in parts if part.role == Role.METAL]
    return Look(
        key=piece.slug,
        title=_title(piece, parts),
        kind=Kind(piece.kind),
        way=Way(piece.assessment.way),
        metal=next((Substance(part.substance) for part in metals), None),
        stones=_substances(part for part in parts if part.role == Role.STONE),
        others=_substances(part for part in parts if part.role == Role.OTHER),
        methods=frozenset(Method(step.method) for step in piece.steps.all()),
        style=Style(piece.style or Style.PLAIN),
        is_hammered=_is_hammered(piece),
        words=frozenset(piece.name.lower().split()),
        tints=tuple(_named_colours(piece, parts)),
    )


def _named_colours(piece: Piece, parts: Iterable[Material]) -> Iterator[tuple[Substance, str]]:
    """The word before a material, such as the colour of a pink tourmaline."""
    for substance in dict.fromkeys(part.substance for part in parts):
        before = re.search(rf"(\w+) {substance.replace('_', ' ')}\b", piece.summary, re.IGNORECASE)
        if before:
            yield Substance(substance), before[1].lower()


def _is_hammered(piece: Piece) -> bool:
    """Marks that stay: forged metal may be filed to a mirror, and a cast can copy a hammer's marks."""
    told = f"{piece.name} {piece.summary} {piece.feature}"
    return bool(HAMMERED.search(told) or HAMMERING.search(piece.technique)) or any(map(_hammers, piece.steps.all()))


def _hammers(step: Step) -> bool:
    return step.stage in {Stage.DECORATE, Stage.FINISH} and step.method == Method.FORGE


def _substances(parts: Iterable[Material]) -> tuple[Substance, ...]:
    return tuple(Substance(part.substance) for part in parts)


def _title(piece: Piece, parts: Iterable[Material]) -> str:
    """Kind, metal and finish, and no more: a drawing of facts does not show the shape."""
    in_order = sorted(parts, key=lambda part: (not part.is_main, part.role != Role.METAL))
    first, *others = list(dict.fromkeys(map(surface_name, in_order))) or [""]
    told = {"kind": piece.get_kind_display(), "first": first, "others": ", ".join(others)}
    if not first:
        return _("Drawing: %(kind)s, material not disclosed; its real shape is not shown") % told
    if not others:
        return _("Drawing: %(kind)s of %(first)s; its real shape is not shown") % told
    return _("Drawing: %(kind)s of %(first)s with %(others)s; its real shape is not shown") % told
