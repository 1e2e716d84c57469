import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.choices import Claim, Coating, Edition, Evenness, Grade, Kind, Preview, Role, Sizing, State, Substance
from catalog.models import Assessment, Piece
from tests.factory import evidence, make_handmade, make_maker, make_mass_produced, make_photo, make_piece, material

pytestmark = pytest.mark.django_db

ADDRESS = "/compare/"
TWO = f"{ADDRESS}?piece=tide&piece=arc"
HTMX = {"HX-Request": "true"}
MOST_QUERIES = 6


def soup(client: Client, address: str, **headers: str) -> BeautifulSoup:
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def address_of(*pieces: Piece, **query: str) -> str:
    return f"{ADDRESS}?{urlencode([*(('piece', piece.slug) for piece in pieces), *query.items()])}"


def rows(client: Client, *pieces: Piece, **query: str) -> dict[str, list[str]]:
    """The cells of each row by its title."""
    table = soup(client, address_of(*pieces, **query)).select("table tbody tr:has(td)")
    titles = [row.select_one("th[scope=row]") for row in table]
    return {
        str(th.contents[0]): [words(td) for td in row.select("td")] for th, row in zip(titles, table, strict=True) if th
    }


def marks(client: Client, title: str, *fields: dict[str, Any]) -> list[str]:
    """What marks each cell of a row, for pieces that differ in these fields."""
    pieces = [make_piece(**one) for one in fields]
    table = soup(client, address_of(*pieces)).select("table tbody tr:has(td)")
    row = next(row for row in table if row.th is not None and str(row.th.contents[0]) == title)
    return [words(best) if (best := td.select_one(".best")) else "" for td in row.select("td")]


def heads(client: Client, address: str) -> list[str]:
    return [link.get_text() for link in soup(client, address).select("th[scope=col] a")]


@pytest.fixture
def two() -> tuple[Piece, Piece]:
    tide = make_handmade(name="Tide", slug="tide", maker=make_maker(name="Ilda Sarmeira"), price=Decimal(96))
    return tide, make_mass_produced(name="Arc", slug="arc", price=Decimal(41))


@pytest.mark.usefixtures("two")
def test_table_has_a_caption_heads_and_row_titles(client: Client) -> None:
    page = soup(client, TWO)
    table = page.select_one("[role=region][tabindex='0'][aria-labelledby=compare-caption] > table")
    assert table is not None
    assert table.select_one("caption#compare-caption")
    assert [words(head) for head in table.select("th[scope=col]")] == [
        "Tide Ilda Sarmeira",
        words(table.select("th[scope=col]")[1]),
    ]
    assert [link["href"] for link in table.select("th[scope=col] a")] == ["/pieces/tide/", "/pieces/arc/"]
    assert len(table.select(".compare-pictures svg[role=img]")) == 2
    assert all(len(row.select("td")) == 2 for row in table.select("tbody tr:has(td)"))
    assert all(row.select_one("th[scope=row]") for row in table.select("tbody tr:has(td)"))


@pytest.mark.usefixtures("two")
def test_order_is_that_of_the_address(client: Client) -> None:
    assert heads(client, TWO) == ["Tide", "Arc"]
    assert heads(client, f"{ADDRESS}?piece=arc&piece=tide") == ["Arc", "Tide"]


@pytest.mark.usefixtures("two")
def test_each_piece_can_be_taken_out(client: Client) -> None:
    links = soup(client, f"{TWO}&only=differences").select(".compare-remove")
    assert [link["href"] for link in links] == [
        f"{ADDRESS}?piece=arc&only=differences",
        f"{ADDRESS}?piece=tide&only=differences",
    ]
    assert words(links[0]) == "Take out Tide"


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("piece=tide&piece=arc&piece=tide", "piece=tide&piece=arc"),
        ("piece=&piece=tide&piece=arc", "piece=tide&piece=arc"),
        ("piece=tide&piece=arc&only=", "piece=tide&piece=arc"),
        ("piece=tide&piece=arc&only=price", "piece=tide&piece=arc"),
        ("only=differences&piece=tide&piece=arc", "piece=tide&piece=arc&only=differences"),
        ("piece=tide&piece=arc&who=sister", "piece=tide&piece=arc"),
        ("piece=nope&piece=nope", "piece=nope"),
        ("only=x", ""),
    ],
)
def test_one_address_says_each_thing(client: Client, query: str, canonical: str) -> None:
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 302
    assert response["Location"] == (f"{ADDRESS}?{canonical}" if canonical else ADDRESS)
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.usefixtures("two")
def test_unknown_and_unpublished_pieces_are_dropped_and_it_is_said(client: Client) -> None:
    make_handmade(slug="draft", state=State.DRAFT)
    page = soup(client, f"{ADDRESS}?piece=tide&piece=draft&piece=arc&piece=nope")
    assert [link.get_text() for link in page.select("th[scope=col] a")] == ["Tide", "Arc"]
    assert "2 of the pieces in this address are not here" in words(page)
    assert "One of the pieces in this address is not here" in words(soup(client, f"{TWO}&piece=nope"))
    assert not soup(client, TWO).select(".notice")


def test_first_four_are_kept_and_it_is_said(client: Client) -> None:
    pieces = [make_handmade(name=name) for name in "ABCDE"]
    page = soup(client, address_of(*pieces))
    assert [link.get_text() for link in page.select("th[scope=col] a")] == ["A", "B", "C", "D"]
    assert "These are the first four of 5." in words(page)


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("query", ["", "?piece=tide", "?piece=tide&piece=nope", "?piece=nope"])
def test_fewer_than_two_are_shown_how_to_choose(client: Client, query: str) -> None:
    page = soup(client, f"{ADDRESS}{query}")
    form = page.select_one("form#compare-these[method=get][action='/compare/']")
    assert form is not None
    named = [field["value"] for field in form.select("input[type=hidden]")]
    offered = [box["value"] for box in page.select("input[type=checkbox][name=piece][form=compare-these]")]
    assert (named, set(offered)) == ((["tide"], {"arc"}) if "tide" in query else ([], {"tide", "arc"}))
    assert ("is not here" in words(page)) == ("nope" in query)


def test_choosing_from_an_empty_catalog_is_no_failure(client: Client) -> None:
    assert "Two to four pieces stand side by side." in words(soup(client, ADDRESS))


@pytest.mark.parametrize(
    "slug",
    ["'", "a\x00b", "x" * 4000, "../etc", "<script>alert(1)</script>", "ä", "\u202egnir", "%00", "{{ 7 }}", "tide,arc"],
)
def test_hostile_slugs_are_pieces_we_do_not_have(client: Client, slug: str) -> None:
    response = client.get(ADDRESS, {"piece": [slug, "b"]})
    assert response.status_code == 200
    assert "2 of the pieces in this address are not here" in response.content.decode()
    assert "<script>alert" not in response.content.decode()


def test_a_thousand_slugs_ask_for_few(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(ADDRESS, {"piece": [f"piece-{number}" for number in range(1000)]}).status_code == 200


def test_page_is_kept_out_of_search_engines(client: Client, two: Sequence[Piece]) -> None:
    for address in (ADDRESS, address_of(*two)):
        assert soup(client, address).select_one("meta[name=robots][content=noindex]")


def test_price_says_what_it_includes(client: Client, two: Sequence[Piece]) -> None:
    assert rows(client, *two)["Price"] == ["€96", "€41 lowest"]
    titles = [words(th) for th in soup(client, TWO).select("th[scope=row]")]
    assert "Price With tax and delivery within Portugal." in titles


@pytest.mark.parametrize(
    ("title", "fields", "expected"),
    [
        ("Price", [{"price": 10}, {"price": 20}, {"price": 10}], ["lowest", "", "lowest"]),
        ("Price", [{"price": 10}, {"price": 10}], ["", ""]),
        ("Arrival", [{"days_min": 1, "days_max": 9}, {"days_min": 2, "days_max": 5}], ["", "soonest"]),
        (
            "Arrival",
            [{"days_min": None, "days_max": None}, {}, {"days_min": 1, "days_max": 90}],
            ["", "soonest", ""],
        ),
        ("Number made", [{"number_made": 9}, {"number_made": 9000}, {}], ["fewest", "", ""]),
        ("Returns", [{"returnable_days": 0}, {"returnable_days": 14}, {}], ["", "longest", ""]),
        ("Returns", [{"returnable_days": 14}, {}], ["", ""]),
        ("Warranty", [{"warranty_years": 2}, {"warranty_years": 5}, {"warranty_years": 5}], ["", "longest", "longest"]),
        ("Repair", [{"repaired_by_maker": True}, {"repaired_by_maker": False}, {}], ["repaired", "", ""]),
        ("Resizing", [{"resize_min": 50, "resize_max": 60}, {"resize_min": 50, "resize_max": 52}], ["widest", ""]),
        (
            "Seen before paying",
            [{"preview": Preview.VIDEO}, {"preview": Preview.SKETCH}, {}],
            ["shows most", "", ""],
        ),
        (
            "Surface",
            [{"materials": [material(coating=Coating.PLATED)]}, {"materials": [material()]}, {}],
            ["", "wears longest", ""],
        ),
        ("Weight", [{"weight_g": 1}, {"weight_g": 9}], ["", ""]),
        (
            "Precision",
            [
                {"evenness": Evenness.MATCHED, "sizing": Sizing.EXACT, "declared_on": "2025-01-01"},
                {"sizing": Sizing.HALF},
                {},
            ],
            ["highest", "", ""],
        ),
    ],
)
def test_best_value_is_marked_with_its_reason(
    client: Client, title: str, fields: list[dict[str, Any]], expected: list[str]
) -> None:
    assert marks(client, title, *fields) == expected


def test_what_is_not_disclosed_is_set_apart_and_never_marked(client: Client, two: Sequence[Piece]) -> None:
    mute = make_piece(slug="mute", days_min=None, days_max=None)
    cells = soup(client, address_of(*two, mute)).select("table tbody td:last-child")
    unknown = [cell for cell in cells if cell.select_one(".not-disclosed, .making-not_disclosed")]
    assert len(unknown) > 20
    assert not any(cell.select(".best") for cell in unknown)


def test_cost_of_a_year_of_wear_is_a_range_or_cannot_be_said(client: Client, two: Sequence[Piece]) -> None:
    mute = make_piece(materials=[material(coating=None)])
    told = rows(client, *two, mute)["A year of wear"]
    assert told == [
        "€3.20 to €9.60 if it lasts 10 to 30 years",
        "€1.40 to €4.10 if it lasts 10 to 30 years",
        "cannot be said",
    ]


def test_table_says_what_the_pieces_own_page_says(client: Client, two: Sequence[Piece]) -> None:
    tide, arc = two
    stone = material(Substance.RUBY, role=Role.STONE, part="stone")
    shown = [evidence(Claim.NICKEL_SKIN, Grade.DOCUMENTED), evidence(Claim.RETURNS, Grade.SHOWN)]
    third = make_piece(materials=[material(), stone], evidence=shown, returnable_days=30, edition=Edition.OPEN)
    told = rows(client, tide, arc, third)
    assert told["Stones"] == ["None", "None", "Stone: Ruby, treatment not disclosed (declared)"]
    assert told["Returns"] == ["not disclosed", "not disclosed", "Within 30 days (seen)"]
    assert told["Nickel test"][2] == "Shown (seen)"
    assert told["Number made"][2] == "Open series (declared)"
    assert told["Way of making"] == ["Handcrafted", "Mass-produced", "not disclosed"]
    assert told["Steps by hand"] == ["4 of 4", "0 of 2", "not disclosed"]
    assert told["Handmade, by the US rule"] == ["Met", "Not met", "not disclosed"]


def test_every_rated_level_is_told_in_rungs(client: Client, two: Sequence[Piece]) -> None:
    cast = make_piece(number_made=30, steps=[], materials=[material()])
    told = rows(client, *two, cast)
    assert told["Uniqueness"] == [
        "4 of 4 (declared) highest",
        "0 of 4 (declared)",
        "between 1 and 2 of 4 (declared)",
    ]
    assert told["Certainty"] == ["not disclosed"] * 3
    assert soup(client, TWO).select(".rungs.rungs-4, .rungs.rungs-0")


def test_level_that_adds_up_from_several_facts_borrows_no_rungs_words(client: Client, two: Sequence[Piece]) -> None:
    same: dict[str, Any] = {
        "preview": Preview.SAME_MODEL,
        "returnable_days": 14,
        "sizing": Sizing.HALF,
        "declared_on": "2025-01-01",
    }
    told = rows(client, *two, make_piece(**same))
    assert told["Certainty"][2] == "3 of 4 (declared)"
    assert told["Precision"][2] == "2 of 4: Size to within a half, or a few millimetres (declared)"


def test_shoppers_never_see_grades(client: Client, two: Sequence[Piece]) -> None:
    text = words(soup(client, address_of(*two)))
    assert not re.search(r"\bE[0-4]\b|documented|fit \d|\d%", text)


def test_only_differences_leaves_out_rows_that_say_the_same_of_all(client: Client, two: Sequence[Piece]) -> None:
    every, differing = rows(client, *two), rows(client, *two, only="differences")
    assert set(differing) < set(every)
    assert all(len(set(cells)) > 1 for cells in differing.values())
    alike = {title: cells for title, cells in every.items() if title not in differing}
    assert all(len(set(cells)) == 1 for cells in alike.values())
    assert f"{len(alike)} rows that say the same of all are left out." in words(soup(client, f"{TWO}&only=differences"))


def test_unknown_beside_known_and_seen_beside_declared_are_differences(client: Client) -> None:
    told = make_piece(warranty_years=2, returnable_days=14)
    seen = make_piece(returnable_days=14, evidence=[evidence(Claim.RETURNS, Grade.SHOWN)])
    differing = rows(client, told, seen, only="differences")
    assert differing["Warranty"] == ["2 years (declared)", "not disclosed"]
    assert differing["Returns"] == ["Within 14 days (declared)", "Within 14 days (seen)"]
    assert "Repair" not in differing


def test_proof_that_ran_out_is_no_longer_seen(client: Client, two: Sequence[Piece]) -> None:
    mark = evidence(Claim.PRECISION, Grade.DOCUMENTED, expires=date(2025, 6, 1))
    old = make_piece(sizing=Sizing.HALF, evidence=[mark], declared_on="2025-01-01")
    Assessment.objects.filter(piece=old).update(precision_grade=Grade.DOCUMENTED)
    assert rows(client, *two, old)["Precision"][2].endswith("(declared)")


def test_twins_have_no_row_that_differs(client: Client) -> None:
    pieces = [make_piece(slug=slug) for slug in ("one", "two")]
    assert rows(client, *pieces, only="differences") == {}


@pytest.mark.usefixtures("two")
def test_toggle_works_as_a_link_and_by_htmx(client: Client) -> None:
    toggle = soup(client, TWO).select_one("a#only-differences")
    assert toggle is not None
    assert toggle["href"] == toggle["data-hx-get"] == f"{TWO}&only=differences"
    assert (toggle["data-hx-target"], toggle["data-hx-swap"], toggle["data-hx-push-url"]) == (
        "#comparison",
        "outerHTML",
        "true",
    )
    back = soup(client, f"{TWO}&only=differences").select_one("a#only-differences[aria-current]")
    assert back is not None
    assert back["href"] == TWO


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("before", [TWO, f"{TWO}&piece=nope"])
def test_fragment_put_into_the_old_page_is_the_reloaded_page(client: Client, before: str) -> None:
    after = f"{TWO}&only=differences"
    old, fragment, reloaded = soup(client, before), soup(client, after, **HTMX), soup(client, after)
    (swapped,) = fragment.find_all(recursive=False)
    target = old.select_one("#comparison")
    assert target is not None
    target.replace_with(swapped)
    assert str(old.main) == str(reloaded.main)


@pytest.mark.usefixtures("two")
def test_history_gets_the_whole_page(client: Client) -> None:
    restored = soup(client, TWO, **HTMX, **{"HX-History-Restore-Request": "true"})
    assert restored.select_one("html h1")


def test_way_on_knows_the_kind_if_there_is_one(client: Client, two: Sequence[Piece]) -> None:
    brooch = make_handmade(kind=Kind.BROOCH)
    assert soup(client, TWO).select_one("a.button-primary[href='/decide/?type=ring']")
    assert soup(client, address_of(*two, brooch)).select_one("a.button-primary[href='/decide/']")


@pytest.mark.parametrize("only", [{}, {"only": "differences"}])
def test_number_of_queries_is_fixed(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, only: dict[str, str]
) -> None:
    pieces = [make_handmade() for _number in range(4)]
    for piece in pieces:
        piece.cover = make_photo(piece)
        piece.save()
    client.post("/shortlist/keep/", {"piece": pieces[0].slug}, headers={"origin": "http://testserver"})
    with django_assert_num_queries(MOST_QUERIES):
        client.get(address_of(*pieces, **only))
    with django_assert_num_queries(MOST_QUERIES - 1):
        Client().get(address_of(*pieces, **only))
