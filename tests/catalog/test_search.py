import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from catalog.choices import Role, Substance
from catalog.models import Piece
from catalog.search import LONGEST_WORD, MOST_WORDS, find, meant_by, words_in
from tests.factory import make_handmade, make_maker, make_mass_produced, make_piece, material

pytestmark = pytest.mark.django_db

HOSTILE = [
    '"',
    "'",
    "*",
    "AND",
    "NOT ring OR",
    "NEAR(ring tide, 2)",
    "names:tide",
    "^tide",
    "ring:*A & !tide",
    "(((",
    "\\",
    "%",
    "_",
    "x" * 10_000,
    "ring " * 2_000,
    "\x00\x01\x1f\x7f",
    "\u202egnir\u2066",
    "\ud800",
    "خاتم فضة",
    "Zͨ̾̑a̶l̷g̸o̵",
    "💍",
    "'; DROP TABLE catalog_entry; --",
]


def found(text: str) -> list[str]:
    keys = find(text).pieces.tolist()
    return sorted(Piece.objects.filter(pk__in=keys).values_list("name", flat=True))


def named(text: str) -> list[str]:
    return sorted(Piece.objects.filter(pk__in=find(text).named.tolist()).values_list("name", flat=True))


@pytest.fixture
def pieces() -> None:
    make_handmade(name="Tide ring", maker=make_maker(name="Ilda Sarmeira"), technique="filigree")
    stone = material(Substance.TIGER_EYE, role=Role.STONE, part="stone")
    make_mass_produced(name="Écaille band", summary="Ring of Łódź steel, quiet as the tide.", materials=[stone])


@pytest.mark.usefixtures("pieces")
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("tide", ["Tide ring", "Écaille band"]),
        ("TIDE ilda", ["Tide ring"]),
        ("fili", ["Tide ring"]),
        ("ecaille", ["Écaille band"]),
        ("ÉCAILLE", ["Écaille band"]),
        ("lodz", ["Écaille band"]),
        ("tiger's eye", ["Écaille band"]),
        ("tigers eye", ["Écaille band"]),
        ("steel tide", ["Écaille band"]),
        ("ide", []),
        ("tide crown", []),
        ("", []),
    ],
)
def test_search_finds_beginnings_of_words_without_accents(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.usefixtures("pieces")
def test_search_tells_whose_name_holds_the_words() -> None:
    assert named("tide") == ["Tide ring"]
    assert named("sarm tid") == ["Tide ring"]
    assert named("filigree") == []


@pytest.mark.usefixtures("pieces")
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_search_is_answered(text: str) -> None:
    assert set(found(text)) <= {"Tide ring", "Écaille band"}
    assert isinstance(meant_by(text), str)


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    assert found(text) == []


@given(st.text())
def test_words_are_folded_once_and_for_all(text: str) -> None:
    words = words_in(text)
    assert words_in(" ".join(words)) == words
    assert all(0 < len(word) <= LONGEST_WORD for word in words)


@pytest.mark.usefixtures("pieces")
@pytest.mark.parametrize(
    ("text", "meant"),
    [("fillegree", "filigree"), ("tide rign", "tide ring"), ("tide", ""), ("qqqqq", ""), ("tid qqqqq", ""), ("", "")],
)
def test_nearest_known_words_are_named(text: str, meant: str) -> None:
    assert meant_by(text) == meant


@pytest.mark.usefixtures("pieces")
def test_search_follows_every_change() -> None:
    piece = Piece.objects.get(name="Tide ring")
    piece.name = "Ebb ring"
    piece.save()
    assert (found("ebb"), named("tide")) == (["Ebb ring"], [])
    piece.maker.name = "Somebody"
    piece.maker.save()
    assert (found("somebody"), found("ilda")) == (["Ebb ring"], [])
    piece.delete()
    assert found("ebb") == []


def test_search_reads_what_a_piece_is_made_of_and_how() -> None:
    make_handmade(name="Plain", materials=[material(Substance.YELLOW_GOLD, fineness=750)])
    make_piece(name="Other")
    for text in ("yellow gold", "750", "forged", "handcrafted", "ring"):
        assert "Plain" in found(text), text


def test_number_of_words_and_queries_is_bounded(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        find(" ".join(f"w{number}" for number in range(100)))
    with django_assert_num_queries(0):
        find('" * \x00')
    make_handmade(name=" ".join(f"w{number}" for number in range(MOST_WORDS)))
    assert found(" ".join(f"w{number}" for number in range(MOST_WORDS + 3))) != []


def test_database_looks_words_up_in_an_index() -> None:
    statements = {
        "sqlite": [
            "EXPLAIN QUERY PLAN SELECT rowid FROM catalog_entry_search WHERE catalog_entry_search MATCH '\"a\"*'"
        ],
        "postgresql": [
            "SET LOCAL enable_seqscan = off",
            "EXPLAIN SELECT 1 FROM catalog_entry WHERE words_vector @@ 'a:*'::tsquery",
        ],
    }
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
        plan = str(cursor.fetchall())
    assert "VIRTUAL TABLE INDEX" in plan or "catalog_entry_words" in plan
