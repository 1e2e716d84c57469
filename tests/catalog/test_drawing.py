import re
from dataclasses import replace
from itertools import product
from xml.etree import ElementTree

import pytest

from catalog.choices import METALS, STONES, Kind, Method, Role, Stage, Style, Substance, Way
from catalog.drawing import Look, draw, draw_sheet
from catalog.portrait import look_of
from catalog.steps import ICONS
from tests.factory import make_handmade, make_mass_produced, make_piece, material, step

SVG = "{http://www.w3.org/2000/svg}"
RING = Look(key="tide", title="A ring", kind=Kind.RING, way=Way.HANDCRAFTED, metal=Substance.SILVER)
VARIANTS: list[dict[str, object]] = [
    {},
    {"metal": None},
    {"stones": (Substance.RUBY, Substance.PEARL)},
    {"stones": (Substance.TURQUOISE,), "is_hammered": True},
    {"stones": (Substance.LAPIS,), "methods": frozenset({Method.STRING})},
    {"others": (Substance.LEATHER,)},
    {"others": (Substance.ENAMEL,)},
    {"methods": frozenset({Method.FILIGREE})},
    {"methods": frozenset({Method.ENGRAVE})},
    {"methods": frozenset({Method.MACHINE_CHAIN})},
    {"words": frozenset({"studs", "chain", "signet"})},
    {"words": frozenset({"drops"})},
    {"words": frozenset({"hoops"})},
    {"methods": frozenset({Method.KNOT, Method.GRANULATE}), "others": (Substance.SILK,)},
    {"methods": frozenset({Method.MACHINE_CHAIN}), "stones": (Substance.DIAMOND,)},
    {"others": (Substance.ENAMEL,), "words": frozenset({"drops"}), "is_hammered": True},
]


def parse(look: Look) -> ElementTree.Element:
    text = draw(look).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return ElementTree.fromstring(text)  # noqa: S314


@pytest.mark.parametrize(("kind", "style"), [*product(Kind, Style)])
def test_every_kind_is_drawn_in_every_style(kind: Kind, style: Style) -> None:
    for variant in VARIANTS:
        drawing = parse(replace(RING, kind=kind, style=style, **variant))  # type: ignore[arg-type]
        assert len(list(drawing.iter())) > 5
        assert "nan" not in ElementTree.tostring(drawing, encoding="unicode")


@pytest.mark.parametrize("substance", [*METALS, *STONES])
def test_every_metal_and_stone_has_a_colour_of_its_own(substance: Substance) -> None:
    is_metal = substance in METALS
    look = replace(RING, metal=substance) if is_metal else replace(RING, stones=(substance,))
    other = replace(RING, metal=Substance.COPPER) if is_metal else replace(RING, stones=(Substance.CORAL,))
    same = substance in {Substance.COPPER, Substance.CORAL}
    assert (draw(look) == draw(other)) is same


def test_same_facts_give_the_same_drawing() -> None:
    assert draw(RING) == draw(replace(RING))


def test_names_inside_a_drawing_are_its_own() -> None:
    look = replace(RING, stones=(Substance.RUBY,), is_hammered=True)
    ids = re.findall(r'id="([^"]+)"', draw(look))
    assert ids
    assert all(name.startswith("tide-") for name in ids)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", draw(look))) <= set(ids)


def test_drawing_needs_no_inline_style_and_has_a_text_alternative() -> None:
    text = draw(replace(RING, title='A "ring" <of> silver'))
    assert "style" not in text
    assert 'role="img"' in text
    assert 'aria-label="A &quot;ring&quot; &lt;of&gt; silver"' in text


def test_machine_repeats_exactly_and_a_hand_does_not() -> None:
    pair = replace(RING, kind=Kind.EARRINGS, style=Style.DELICATE, words=frozenset({"studs"}))
    by_machine = [disc.get("ry") for disc in parse(replace(pair, way=Way.MASS_PRODUCED)).iter(f"{SVG}ellipse")]
    by_hand = [disc.get("ry") for disc in parse(pair).iter(f"{SVG}ellipse")]
    half = len(by_machine) // 2
    assert by_machine[:half] == by_machine[half:]
    assert by_hand[:half] != by_hand[half:]


@pytest.mark.parametrize(("kind", "style"), [*product(Kind, Style)])
def test_every_drawing_knows_how_large_it_shows_the_piece(kind: Kind, style: Style) -> None:
    for variant in VARIANTS:
        across, down = draw_sheet(replace(RING, kind=kind, style=style, **variant)).extent  # type: ignore[arg-type]
        assert 40 < across < 320
        assert 40 < down < 320


def test_drawing_is_one_group_that_can_be_shown_again() -> None:
    group = parse(RING).find(f"{SVG}g")
    assert group is not None
    assert group.get("id") == "tide-drawing"


def test_drawing_is_small_enough_for_a_list() -> None:
    sizes = [len(draw(replace(RING, kind=kind, style=style))) for kind, style in product(Kind, Style)]
    assert max(sizes) < 24_000


@pytest.mark.django_db
def test_look_is_read_from_the_facts() -> None:
    stone = material(Substance.RUBY, role=Role.STONE, part="stone")
    piece = make_handmade(name="Two hoops", kind=Kind.EARRINGS, style=Style.BOLD, materials=[stone, material()])
    look = look_of(piece)
    assert (look.kind, look.style, look.way) == (Kind.EARRINGS, Style.BOLD, Way.HANDCRAFTED)
    assert (look.metal, look.stones) == (Substance.SILVER, (Substance.RUBY,))
    assert "hoops" in look.words
    assert look.title == "Drawing: earrings of silver with ruby; its real shape is not shown"


@pytest.mark.django_db
def test_hammer_marks_are_drawn_only_where_they_are_told() -> None:
    assert not look_of(make_handmade()).is_hammered
    assert look_of(make_handmade(steps=[step(Stage.FORM, Method.SAW), step(Stage.FINISH, Method.FORGE)])).is_hammered
    assert look_of(make_mass_produced(feature="A hammered look, from the mould")).is_hammered


@pytest.mark.django_db
def test_piece_of_undisclosed_material_is_drawn_and_says_so() -> None:
    look = look_of(make_piece())
    assert look.title == "Drawing: ring, material not disclosed; its real shape is not shown"
    assert draw(look).startswith("<svg")


def test_every_method_has_a_pictogram() -> None:
    assert set(ICONS) == set(Method)


@pytest.mark.django_db
def test_stone_has_the_colour_that_its_listing_names() -> None:
    stone = material(Substance.TOURMALINE, role=Role.STONE, part="stone")
    named = look_of(make_handmade(slug="rosalba", summary="A ring with a pink tourmaline.", materials=[stone]))
    assert named.tints == ((Substance.TOURMALINE, "pink"),)
    assert draw(named) != draw(replace(named, tints=()))
    assert draw(replace(named, tints=((Substance.TOURMALINE, "cushion"),))) == draw(replace(named, tints=()))
