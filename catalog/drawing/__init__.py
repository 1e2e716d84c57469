"""A piece drawn from its own facts, as a jeweller's gouache on grey paper: one SVG, always the same. Plain."""

from collections.abc import Callable
from functools import lru_cache

from catalog.choices import Kind, Way
from catalog.drawing.bracelets import draw_bracelet
from catalog.drawing.brooches import draw_brooch
from catalog.drawing.cufflinks import draw_cufflinks
from catalog.drawing.earrings import draw_earrings
from catalog.drawing.look import Look
from catalog.drawing.necklaces import draw_necklace
from catalog.drawing.rings import draw_ring
from catalog.drawing.sheet import Sheet
from catalog.drawing.tones import TINTS

__all__ = ["Look", "Sheet", "draw", "draw_sheet"]

# How far the hand strays: a series piece repeats exactly, a hand-made one never.
STRAYING = {Way.HANDCRAFTED: 1.0, Way.IN_BETWEEN: 0.5}
DRAWERS: dict[Kind, Callable[[Sheet, Look], None]] = {
    Kind.RING: draw_ring,
    Kind.EARRINGS: draw_earrings,
    Kind.NECKLACE: draw_necklace,
    Kind.BRACELET: draw_bracelet,
    Kind.BROOCH: draw_brooch,
    Kind.CUFFLINKS: draw_cufflinks,
}


def draw(look: Look) -> str:
    return draw_sheet(look).svg(look.title)


@lru_cache(maxsize=256)
def draw_sheet(look: Look) -> Sheet:
    """The drawing, with what it knows of its own size. Nothing may be laid on it any more: it is drawn only once."""
    tints = {substance: TINTS[colour] for substance, colour in look.tints if colour in TINTS}
    sheet = Sheet(look.key, hand=STRAYING.get(look.way, 0.0), tints=tints)
    DRAWERS[look.kind](sheet, look)
    return sheet
