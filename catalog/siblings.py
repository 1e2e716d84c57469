"""The siblings of a piece, drawn at life size: alike as a machine leaves them, or as different as a hand does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from django.conf import settings
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.choices import Kind, Way
from catalog.drawing import Look, Sheet, draw_sheet
from catalog.drawing.sheet import SIDE, fixed
from catalog.models import Piece
from catalog.portrait import look_of

Frame = tuple[float, float, float, float]

AT_MOST = 6
# The part of its sheet that a kind takes up in any style, shadows with it: left, top, width, height.
FRAMES: dict[Kind, Frame] = {
    Kind.RING: (22, 30, 296, 276),
    Kind.EARRINGS: (30, 54, 272, 248),
    Kind.BRACELET: (36, 70, 256, 208),
    Kind.BROOCH: (48, 46, 240, 238),
    Kind.CUFFLINKS: (34, 64, 272, 204),
}
# Of a necklace its lower middle, so that a pendant is not lost under its chain: beside it, above it.
ROOM_BESIDE, ROOM_ABOVE = 28, 60
# What the narrowest screen has room for beside its margins (320 px), and a tablet (768 px).
NARROW_MM, WIDE_MM = 76, 180


@dataclass(frozen=True, kw_only=True)
class Coin:
    """Something everybody knows the size of; a screen's millimetres are seldom true."""

    name: str
    width_mm: str


@dataclass(frozen=True, kw_only=True)
class Siblings:
    """`alternative` is the text for all drawings; `is_wide` where a small screen has to shrink them.

    `scale` and `caveat` say what the drawings do not show truly.
    """

    sentence: str
    alternative: str
    scale: str
    caveat: str
    drawings: tuple[SafeString, ...]
    is_life_size: bool
    is_wide: bool
    coin: Coin | None


def siblings_of(piece: Piece) -> Siblings:
    """A piece read with its assessment, steps and materials, which the page draws as well: no further query."""
    look, number = look_of(piece), _number_drawn(piece)
    sheet = draw_sheet(look)
    width = _width_mm(piece, sheet)
    is_life_size = width is not None and width <= WIDE_MM
    differ = number > 1 and bool(sheet.hand)
    return Siblings(
        sentence=_sentence(piece, number),
        alternative=_alternative(number, is_life_size=is_life_size),
        scale=_scale(width),
        caveat=_("How far they differ is drawn from the way they are made, not measured.") if differ else "",
        drawings=tuple(_draw(look, sheet, number, width if is_life_size else None)),
        is_life_size=is_life_size,
        is_wide=is_life_size and (width or 0) > NARROW_MM,
        coin=_coin() if is_life_size else None,
    )


def _number_drawn(piece: Piece) -> int:
    is_known = piece.number_made is not None and piece.assessment.way != Way.NOT_DISCLOSED
    return min(piece.number_made or 1, AT_MOST) if is_known else 1


def _width_mm(piece: Piece, sheet: Sheet) -> float | None:
    """How wide the frame is when the longer of the stated measures is drawn as long as it is."""
    if piece.width_mm is None:
        return None
    width, height = piece.width_mm, piece.height_mm or Decimal(0)
    across, down = sheet.extent
    unit = float(width) / across if width >= height else float(height) / down
    return _frame(Kind(piece.kind), sheet)[2] * unit


def _frame(kind: Kind, sheet: Sheet) -> Frame:
    if kind in FRAMES:
        return FRAMES[kind]
    across, down = sheet.extent
    width, height = min(across + 2 * ROOM_BESIDE, SIDE), min(down + ROOM_ABOVE, SIDE)
    return (SIDE - width) / 2, SIDE - height, width, height


def _draw(look: Look, sheet: Sheet, number: int, width: float | None) -> Iterator[SafeString]:
    """The piece itself as the page shows it already, then its siblings; a machine's are the same strokes again."""
    again = f'<use href="#{sheet.drawing_id}"/>'
    for index in range(number):
        is_same = index == 0 or not sheet.hand
        # A point is in no slug, so no other drawing on the page has these names.
        drawn = again if is_same else draw_sheet(replace(look, key=f"{look.key}.{index}")).contents()
        yield SafeString(f"{_head(_frame(look.kind, sheet), width)}{drawn}</svg>")


def _head(frame: Frame, width: float | None) -> str:
    size = f' width="{width:.2f}mm" height="{width * frame[3] / frame[2]:.2f}mm"' if width else ""
    return f'<svg viewBox="{" ".join(map(fixed, frame))}"{size} aria-hidden="true">'


def _sentence(piece: Piece, number: int) -> str:
    if piece.number_made is None:
        return _("Nobody told us how many there are.")
    if piece.number_made == 1:
        return _("There is no other.")
    sentences = {
        Way.HANDCRAFTED: _("%(number)s are made, and no two are quite alike."),
        Way.IN_BETWEEN: _("%(number)s are made, and they differ a little."),
        Way.MASS_PRODUCED: _("%(number)s are made, and each is like the next."),
        Way.NOT_DISCLOSED: _("%(number)s are made. Nobody told us how, so we cannot say how far they differ."),
    }
    made = number_format(piece.number_made, use_l10n=True, force_grouping=True)
    return sentences[Way(piece.assessment.way)] % {"number": made}


def _alternative(number: int, *, is_life_size: bool) -> str:
    times = ngettext("Drawing: the piece once.", "Drawing: the piece %(number)s times.", number) % {"number": number}
    return f"{times} {_('At life size.')}" if is_life_size else times


def _scale(width: float | None) -> str:
    if width is None:
        return _("Nobody told us how wide it is, so it is not drawn at life size.")
    if width > WIDE_MM:
        return _("It is longer than a screen is wide, so it is not drawn at life size.")
    return _("At life size where a screen keeps its millimetres. Many phones draw everything smaller.")


def _coin() -> Coin | None:
    """In the site's currency, by the mints' own figures."""
    coins = {
        "EUR": Coin(name=_("A one-euro coin"), width_mm="23.25"),
        "GBP": Coin(name=_("A one-pound coin"), width_mm="23.43"),
        "USD": Coin(name=_("A quarter dollar"), width_mm="24.26"),
    }
    return coins.get(settings.CURRENCY)
