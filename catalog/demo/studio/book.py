"""The shot book: what is to be rendered (`shots.toml`), and what has been (`made.json` beside the pictures).

A picture is made again when its entry or its recipe has changed. What recipes share (shapes, materials, light) changes
all of them: then EDITION is raised.
"""

import inspect
import json
import tomllib
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from catalog.demo.studio import (
    bands,
    bangles,
    bracelets,
    brooches,
    cufflinks,
    earrings,
    figures,
    necklaces,
    rings,
    studs,
)
from catalog.demo.studio.view import Recipe, Shot

EDITION = 1
HERE = Path(__file__).parent
PHOTOS = HERE.parent / "photos"
MADE = PHOTOS / "made.json"
# The home page shows these two pairs, demo or not.
TWINS = HERE.parents[2] / "static" / "twins"
ON_HOME_PAGE = {
    "dune-ring": TWINS / "cast.webp",
    "dune-ring-2": TWINS / "cast-inside.webp",
    "tide-ring": TWINS / "forged.webp",
    "tide-ring-2": TWINS / "forged-inside.webp",
}
ROOMS = (bands, rings, earrings, studs, necklaces, bangles, bracelets, brooches, figures, cufflinks)
RECIPES: dict[str, Recipe] = {name: recipe for room in ROOMS for name, recipe in room.RECIPES.items()}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One picture: `name` is the piece's slug, with `-2` for its second picture.

    `closer` makes it a detail: a middle (x, y) on the table and a radius, in mm.
    """

    name: str
    recipe: str
    told: dict[str, Any]

    def shot(self) -> Shot:
        told = dict(self.told)
        closer = told.pop("closer", None)
        shot = RECIPES[self.recipe](**told)
        return replace(shot, view=replace(shot.view, frame=tuple(closer), fill=1.0)) if closer else shot

    @cached_property
    def mark(self) -> str:
        """Changes when the picture has to be made again."""
        told = json.dumps([EDITION, self.told, inspect.getsource(RECIPES[self.recipe])], sort_keys=True)
        return sha256(told.encode()).hexdigest()[:16]

    @property
    def path(self) -> Path:
        return PHOTOS / f"{self.name}.webp"

    @property
    def paths(self) -> list[Path]:
        """All places where the picture lies."""
        return [self.path, *([ON_HOME_PAGE[self.name]] if self.name in ON_HOME_PAGE else [])]


def read_book(path: Path = HERE / "shots.toml") -> list[Entry]:
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return [Entry(name=name, recipe=table.pop("recipe"), told=table) for name, table in tables.items()]


def read_made() -> dict[str, str]:
    return json.loads(MADE.read_text(encoding="utf-8")) if MADE.exists() else {}


def write_made(made: dict[str, str]) -> None:
    MADE.write_text(json.dumps(made, indent=1, sort_keys=True) + "\n", encoding="utf-8")
