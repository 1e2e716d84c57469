"""The sixteen points of "Handcrafted Jewelry vs. Mass Production" by Azuro Republic, in the article's order. Plain.

Ten carry points in the ledger: eleven criteria, of which workmanship and longevity share a line. Six say where
they are counted instead. What holds, what depends on the piece and what is only a tendency is our own reading.
"""

from buyers.article.handcrafted import OF_HANDCRAFTED
from buyers.article.mass_produced import OF_MASS_PRODUCED
from buyers.article.point import HANDCRAFTED, MASS_PRODUCED, Point

__all__ = ["HANDCRAFTED", "MASS_PRODUCED", "POINTS", "Point"]

POINTS: tuple[Point, ...] = (*OF_MASS_PRODUCED, *OF_HANDCRAFTED)
