from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.facets.filter import LONGEST_SEARCH, SORTS, Filter
from catalog.facets.vocabulary import FACETS, MAKER, Choice

KEYS = [facet.key for facet in FACETS] + [MAKER, "q", "sort", "answers", "page", "zzz"]
VALUES = [value for facet in FACETS for value in facet.values] + [*SORTS, "2", "0", "-1", "²", "9" * 40, "a-slug", ""]


def filter_of(**query: str) -> Filter:
    return Filter.from_query({key: [text] for key, text in query.items()})


def queries() -> st.SearchStrategy[dict[str, list[str]]]:
    texts = st.lists(st.sampled_from(VALUES) | st.text(max_size=30), max_size=4).map(",".join)
    return st.dictionaries(st.sampled_from(KEYS), st.lists(texts, max_size=3), max_size=6)


@given(queries())
def test_address_leads_to_the_same_filter(query: dict[str, Any]) -> None:
    asked = Filter.from_query(query)
    assert Filter.from_query(parse_qs(asked.query())) == asked


def test_repeated_keys_are_joined_in_the_facets_own_order() -> None:
    asked = Filter.from_query({"kind": ["brooch", "ring,ring"]})
    assert asked.query() == "kind=ring,brooch"


def test_what_is_no_value_is_no_filter() -> None:
    assert filter_of(kind="crown,ring", way="magic", zzz="1", sort="best", page="x") == filter_of(kind="ring")


def test_facet_that_takes_one_value_takes_the_first() -> None:
    assert filter_of(ready="28,7").chosen == {"ready": ("7",)}


@pytest.mark.parametrize(("text", "page"), [("3", 3), ("0", 1), ("-2", 1), ("²", 1), ("9" * 5000, 100_000), ("", 1)])
def test_page_is_a_number_within_bounds(text: str, page: int) -> None:
    assert filter_of(page=text).page == page


def test_search_is_cut_and_loses_what_no_one_types() -> None:
    assert filter_of(q="  ti\x00de\u202e  ring ").words == "ti de ring"
    assert len(filter_of(q="x" * 10_000).words) == LONGEST_SEARCH


def test_choosing_replaces_the_facets_other_values() -> None:
    assert filter_of(kind="ring", page="2").choosing("kind", "brooch").query() == "kind=brooch"


def test_choosing_adds_where_a_facet_wants_all() -> None:
    assert filter_of(terms="nickel").choosing("terms", "resizable").query() == "terms=nickel,resizable"


def test_leaving_out_keeps_everything_else_and_begins_at_the_first_page() -> None:
    asked = filter_of(kind="ring,brooch", way="in_between", q="tide", sort="price", page="3")
    assert asked.without("kind", "ring").query() == "kind=brooch&q=tide&sort=price&way=in_between"
    assert asked.without("kind").query() == "q=tide&sort=price&way=in_between"


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ({}, "newest"),
        ({"q": "tide"}, "match"),
        ({"q": "tide", "sort": "price"}, "price"),
        ({"sort": "match"}, "newest"),
        ({"sort": "fit"}, "newest"),
        ({"sort": "fit", "answers": "who=self"}, "fit"),
    ],
)
def test_order_is_what_can_be_had(query: dict[str, str], order: str) -> None:
    assert filter_of(**query).order == order


def test_every_facet_has_values_and_room_for_them() -> None:
    assert all(0 < len(facet.values) <= 64 for facet in FACETS)
    assert {facet.choice for facet in FACETS} == set(Choice)
