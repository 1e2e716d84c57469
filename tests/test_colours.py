"""Each pair of colours that meets on a page is told apart by everyone: WCAG 2.2, 1.4.3 and 1.4.11."""

import re

import pytest
from django.conf import settings

TOKENS = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
TEXTS = ("ink", "quiet", "rouge", "steel", "brass")
GROUNDS = ("sweep", "light")
BODY_TEXT, TEXT, SHAPE = 12, 4.5, 3


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block))


LIGHT = colours(TOKENS.partition(":root {")[2].partition("}")[0])
DARK = LIGHT | colours(TOKENS.partition("(prefers-color-scheme: dark)")[2].partition("@media")[0])
SCHEMES = {"light": LIGHT, "dark": DARK}


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def test_both_schemes_name_their_own_colours() -> None:
    assert {"sweep", "light", "ink", "quiet", "rule", "edge", "rouge", "steel", "brass", "backdrop"} <= set(LIGHT)
    assert all(DARK[name] != LIGHT[name] for name in (*TEXTS, *GROUNDS, "rule", "edge"))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_readable(scheme: str, ground: str, text: str) -> None:
    least = BODY_TEXT if text == "ink" else TEXT
    assert contrast(SCHEMES[scheme][text], SCHEMES[scheme][ground]) >= least


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_controls_are_visible(scheme: str, ground: str) -> None:
    assert contrast(SCHEMES[scheme]["edge"], SCHEMES[scheme][ground]) >= SHAPE


def test_marks_are_readable_on_the_light_square_of_a_picture() -> None:
    assert min(contrast(LIGHT[name], LIGHT["backdrop"]) for name in TEXTS) >= TEXT
