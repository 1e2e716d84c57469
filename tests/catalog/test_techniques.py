import tomllib
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django import DjangoAssertNumQueries

from catalog.choices import Method, Stage, State
from catalog.made_so import makers_using, pieces_made_by, techniques_of
from catalog.models import Piece
from catalog.steps import ICONS
from catalog.techniques import FAMILIES, TECHNIQUES, WITHOUT_PAGE, Technique, techniques_for
from tests.factory import make_handmade, make_maker, make_mass_produced, make_piece, step

DEMO = Path(settings.BASE_DIR) / "catalog" / "demo"


def demo_words() -> list[str]:
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in DEMO.glob("*.toml")]
    return sorted({piece.get("technique", "") for file in files for piece in file["pieces"]} - {""})


def slugs(techniques: list[Technique]) -> list[str]:
    return [technique.slug for technique in techniques]


@pytest.mark.parametrize("words", demo_words())
def test_every_technique_of_the_demo_has_a_page(words: str) -> None:
    assert len(techniques_for(words, [])) == 1


@pytest.mark.parametrize("method", Method)
def test_every_method_has_one_page_or_is_left_out_on_purpose(method: Method) -> None:
    pages = [technique for technique in TECHNIQUES.values() if method in technique.methods]
    assert len(pages) == (0 if method in WITHOUT_PAGE else 1)


def test_no_word_names_two_techniques() -> None:
    words = [word.casefold() for technique in TECHNIQUES.values() for word in technique.words]
    assert len(words) == len(set(words))
    assert sum(len(family.techniques) for family in FAMILIES) == len(TECHNIQUES)


@pytest.mark.parametrize("technique", TECHNIQUES.values(), ids=lambda technique: technique.slug)
def test_technique_is_told_in_full(technique: Technique) -> None:
    texts = (technique.summary, technique.doing, technique.recognise, technique.copied, *technique.steps)
    assert all(text.endswith((".", "?")) for text in (*texts, *technique.tradition, *technique.good, *technique.bad))
    assert len(technique.steps) >= 4
    assert technique.tradition
    assert technique.good
    assert technique.bad
    assert technique.sources
    assert technique.words or technique.methods
    assert set(technique.beside) <= set(TECHNIQUES) - {technique.slug}
    assert technique.icon in set(ICONS.values())


def test_words_come_first_then_steps_in_their_order_each_once() -> None:
    methods = [Method.SOLDER, Method.DRAW_WIRE, Method.FILIGREE, Method.SOLDER]
    assert slugs(techniques_for(" Filigree ", methods)) == ["filigree", "joining"]
    assert slugs(techniques_for("", methods)) == ["joining", "filigree"]
    assert slugs(techniques_for("made with love", [])) == []


@pytest.mark.django_db
def test_techniques_of_a_piece_need_no_further_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_handmade(technique="hammering")
    piece = Piece.objects.with_making().get()
    with django_assert_num_queries(0):
        assert slugs(techniques_of(piece)) == ["forging", "joining", "stone-setting"]


@pytest.mark.django_db
def test_pieces_are_found_by_word_or_by_step_the_newest_first() -> None:
    knot = [step(Stage.JOIN, Method.KNOT)]
    make_piece(slug="by-word", technique="Pearl Knotting", added_on="2025-01-01")
    make_piece(slug="by-step", steps=knot, added_on="2025-02-01")
    make_piece(slug="draft", steps=knot, state=State.DRAFT)
    make_piece(slug="strung", steps=[step(Stage.JOIN, Method.STRING)])
    assert [piece.slug for piece in pieces_made_by(TECHNIQUES["pearl-knotting"])] == ["by-step", "by-word"]


@pytest.mark.django_db
def test_technique_without_steps_is_found_by_its_word_only() -> None:
    make_piece(slug="lace", technique="piercing")
    make_piece(slug="plain", steps=[step(Stage.FORM, Method.SAW)])
    assert [piece.slug for piece in pieces_made_by(TECHNIQUES["piercing"])] == ["lace"]


@pytest.mark.django_db
def test_makers_of_most_such_pieces_come_first() -> None:
    once, twice, never = (make_maker(name=name) for name in ("Anna", "Zoe", "Mia"))
    for maker in (once, twice, twice):
        make_mass_produced(maker=maker)
    make_handmade(maker=never)
    assert list(makers_using(TECHNIQUES["die-striking"])) == [twice, once]
