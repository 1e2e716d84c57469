"""Levels 0 to 4 of the nine rated criteria, from a piece's facts and never from what it is called."""

from catalog.levels.ladders import (
    COATING_RUNG,
    LADDERS,
    PREVIEW_RUNG,
    is_glued,
    is_supple,
    levels_for,
    main_metals,
    origin_points,
    thinnest_coating,
)
from catalog.levels.scale import PRIORS, RATED, Level, Prior, bare_claim_limit, unknown_level

__all__ = [
    "COATING_RUNG",
    "LADDERS",
    "PREVIEW_RUNG",
    "PRIORS",
    "RATED",
    "Level",
    "Prior",
    "bare_claim_limit",
    "is_glued",
    "is_supple",
    "levels_for",
    "main_metals",
    "origin_points",
    "thinnest_coating",
    "unknown_level",
]
