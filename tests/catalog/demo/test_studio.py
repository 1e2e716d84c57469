"""The studio without Blender: its recipes are plain geometry, its shot book is data, its pictures are files."""

import re
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from django.conf import settings
from PIL import Image

from catalog.demo.reading import FOLDER, read_sheets
from catalog.demo.studio.book import ON_HOME_PAGE, PHOTOS, RECIPES, Entry, read_book, read_made
from catalog.demo.studio.mesh import Array
from catalog.photos import AVIF, encode_sizes
from catalog.photos.work import GROUND, make_anew

BOOK = {entry.name: entry for entry in read_book()}
FIRST_OF_RECIPE = {entry.recipe: entry for entry in reversed(BOOK.values())}
LARGEST_FILE, LARGEST_FOLDER = 90_000, 15_000_000
# What an encoder may add to a flat colour.
NOISE = 1


def reaches(vertices: Array) -> Array:
    """How far each vertex lies from the middle, however the part is turned."""
    lengths: Array = np.linalg.norm(vertices - vertices.mean(0), axis=1)
    return lengths


def size_of(path: Path) -> tuple[int, int]:
    with Image.open(path) as image:
        return image.size


def test_every_picture_of_a_piece_has_a_shot_and_every_shot_a_piece() -> None:
    told = {
        listing.piece.slug + (f"-{photo.position}" if photo.position > 1 else "")
        for sheet in read_sheets(FOLDER)
        for listing in sheet.listings
        for photo in listing.photos
    }
    assert told == BOOK.keys() == {path.stem for path in PHOTOS.glob("*.webp")}


def test_pictures_are_those_of_the_recipes_as_they_stand() -> None:
    assert read_made() == {name: entry.mark for name, entry in BOOK.items()}, "run `make studio`"


def test_no_recipe_is_without_a_shot() -> None:
    assert sorted(RECIPES.keys() - FIRST_OF_RECIPE.keys()) == []


@pytest.mark.parametrize("entry", FIRST_OF_RECIPE.values(), ids=FIRST_OF_RECIPE.keys())
def test_recipe_gives_sound_meshes(entry: Entry) -> None:
    for part in entry.shot().parts:
        assert np.isfinite(part.vertices).all()
        assert part.vertices.shape[1] == 3
        corners = np.concatenate([np.ravel(face) for face in part.faces])
        assert corners.min() >= 0
        assert corners.max() < len(part.vertices)


@pytest.mark.parametrize("name", ["tide-ring", "creek-ring", "two-drops", "procession-bracelet"])
def test_same_seed_gives_the_same_mesh(name: str) -> None:
    once, again = BOOK[name].shot(), BOOK[name].shot()
    for first, second in zip(once.parts, again.parts, strict=True):
        assert np.array_equal(first.vertices, second.vertices)


def test_by_hand_no_two_are_alike_and_from_one_mould_all_are() -> None:
    by_hand, other = (RECIPES["band"](hammered=1.7, seed=seed).parts[0].vertices for seed in (1, 2))
    assert not np.allclose(by_hand, other)
    studs = RECIPES["stone_studs"]().parts
    half = len(studs) // 2
    for first, second in zip(studs[:half], studs[half:], strict=True):
        assert np.allclose(reaches(first.vertices), reaches(second.vertices))


def test_pictures_are_small_and_square() -> None:
    paths = sorted(PHOTOS.glob("*.webp"))
    assert [path.stem for path in paths if path.stat().st_size > LARGEST_FILE] == []
    assert sum(path.stat().st_size for path in paths) <= LARGEST_FOLDER
    assert {size_of(path) for path in paths} == {(900, 900)}


@pytest.mark.parametrize("name", [name for name, entry in BOOK.items() if "closer" not in entry.told])
def test_backdrop_is_the_page(name: str) -> None:
    """At the lower corners of all but details: no chain runs out of the picture there."""
    with Image.open(BOOK[name].path) as image:
        pixels = np.asarray(image.convert("RGB"), dtype=int)
    assert np.abs(pixels[-1, [0, -1]] - GROUND).max() <= NOISE


def test_backdrop_is_still_the_page_in_the_sizes_that_are_served() -> None:
    picture = make_anew(BOOK["tide-ring"].path.read_bytes())
    for rendition in encode_sizes(picture.master):
        with Image.open(BytesIO(rendition.data)) as image:
            pixels = np.asarray(image.convert("RGB"), dtype=int)
        edge = np.median(np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]]), axis=0)
        assert np.abs(edge - GROUND).max() <= (0 if rendition.suffix == AVIF.suffix else NOISE)


def test_ground_is_the_backdrop_of_the_page() -> None:
    tokens = (Path(settings.BASE_DIR) / "static/css/tokens.css").read_text(encoding="utf-8")
    told = re.search(r"--backdrop: #([0-9a-f]{6});", tokens)
    assert told
    assert tuple(bytes.fromhex(told[1])) == GROUND


def test_home_page_shows_the_twins_of_the_catalog() -> None:
    for name, path in ON_HOME_PAGE.items():
        assert path.read_bytes() == BOOK[name].path.read_bytes()
