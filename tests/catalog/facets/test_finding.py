from collections.abc import Callable, Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.facets.bits import pack, rows_among, size_of, unpack
from catalog.facets.filter import Filter
from catalog.facets.finding import Finding, finding_for
from catalog.facets.index import Index, KnownMaker
from catalog.facets.table import Table
from catalog.facets.vocabulary import FACETS, MAKER, Choice
from catalog.search import Hits

SIZE, MAKERS = 300, 5


def random_table(seed: int, size: int = SIZE) -> Table:
    """Pieces with any values: of most facets one, of some none, of others several."""
    random = np.random.default_rng(seed)
    masks = {}
    for facet in FACETS:
        values = len(facet.values)
        bits = random.integers(0, values + 1, (2, size))
        held = np.where(bits < values, 1 << bits, 0)
        masks[facet.key] = (held[0] | held[1]).astype(np.uint64)
    return Table(
        keys=np.sort(random.choice(10 * SIZE, size, replace=False)),
        makers=random.integers(1, MAKERS + 1, size),
        masks=masks,
        price=random.integers(1, 9, size).astype(np.float32),
        days=np.where(random.random(size) < 0.2, np.inf, random.integers(1, 60, size)).astype(np.float32),
        seen=random.integers(0, 9, size).astype(np.float32),
        added=random.integers(0, 4, size).astype(np.int32),
        until=np.full(size, 999_999, np.int32),
    )


TABLE = random_table(1)
INDEX = Index(TABLE, [KnownMaker(key=key, slug=f"m-{key}", name=f"M {key}") for key in range(1, MAKERS + 2)])


def is_met(row: int, key: str, values: tuple[str, ...]) -> bool:
    """The rule of one facet, said anew and piece by piece."""
    if key == MAKER:
        return f"m-{TABLE.makers[row]}" in values
    facet = next(facet for facet in FACETS if facet.key == key)
    held = {value for at, value in enumerate(facet.values) if int(TABLE.masks[key][row]) >> at & 1}
    return held.issuperset(values) if facet.choice is Choice.ALL else not held.isdisjoint(values)


def expected(asked: Filter, hits: set[int] | None = None) -> list[int]:
    rows = [row for row in range(SIZE) if all(is_met(row, key, values) for key, values in asked.chosen.items())]
    keys = [int(TABLE.keys[row]) for row in rows]
    return [key for key in keys if hits is None or key in hits]


def every_choice() -> Iterator[tuple[str, str]]:
    yield from ((facet.key, value) for facet in FACETS for value in facet.values)
    yield from ((MAKER, f"m-{key}") for key in range(1, MAKERS + 2))


@st.composite
def filters(draw: Callable[[st.SearchStrategy[object]], object]) -> Filter:
    """Up to three facets with some of their values; the query does what the page's form does."""
    picked = draw(st.lists(st.sampled_from(list(every_choice())), max_size=4))
    query: dict[str, list[str]] = {}
    for key, value in picked:  # type: ignore[attr-defined]
        query.setdefault(key, []).append(value)
    return Filter.from_query(query)


def finding(asked: Filter, hits: set[int] | None = None) -> Finding:
    found = None if hits is None else Hits(pieces=np.array(sorted(hits), np.int64), named=np.array([], np.int64))
    return finding_for(INDEX, asked, found, None)


@given(filters(), st.none() | st.sets(st.sampled_from([*TABLE.keys.tolist(), 1, 99_999]), max_size=200))
def test_results_are_those_that_meet_every_facet(asked: Filter, hits: set[int] | None) -> None:
    assert sorted(finding(asked, hits).keys(slice(None))) == expected(asked, hits)
    assert finding(asked, hits).total == len(expected(asked, hits))


@given(filters(), st.none() | st.sets(st.sampled_from(TABLE.keys.tolist()), max_size=200))
def test_every_count_is_the_number_of_results_that_choosing_it_gives(asked: Filter, hits: set[int] | None) -> None:
    counts = finding(asked, hits).counts
    for key, value in every_choice():
        number = counts[key].get(value, 0) if key == MAKER else counts[key][value]
        assert number == len(expected(asked.choosing(key, value), hits)), (key, value)


@pytest.mark.parametrize(
    ("sort", "number"),
    [
        ("price", lambda row: TABLE.price[row]),
        ("dearest", lambda row: -TABLE.price[row]),
        ("soonest", lambda row: TABLE.days[row]),
        ("seen", lambda row: -TABLE.seen[row]),
        ("newest", lambda row: 0),
    ],
)
def test_order_breaks_ties_by_what_is_newer(sort: str, number: Callable[[int], float]) -> None:
    rows = sorted(range(SIZE), key=lambda row: (number(row), -TABLE.added[row], -TABLE.keys[row]))
    asked = Filter.from_query({"sort": [sort]})
    assert finding(asked).keys(slice(None)) == TABLE.keys[rows].tolist()
    assert finding(asked).keys(slice(24, 48)) == TABLE.keys[rows[24:48]].tolist()


def test_words_in_the_name_come_first() -> None:
    newest = finding(Filter()).keys(slice(None))
    named = sorted(newest[100:103])
    hits = Hits(pieces=TABLE.keys, named=np.array(named))
    found = finding_for(INDEX, Filter(words="x"), hits, None).keys(slice(None))
    assert found == [*newest[100:103], *newest[:100], *newest[103:]]


def test_fit_comes_first_and_what_does_not_compete_last() -> None:
    newest = finding(Filter()).keys(slice(None))
    fit = np.array([newest[7], 77_777, newest[3], newest[200]])
    found = finding_for(INDEX, Filter(answers="x", sort="fit"), None, fit).keys(slice(None))
    assert found[:3] == [newest[7], newest[3], newest[200]]
    assert found[3:6] == newest[:3]
    assert finding_for(INDEX, Filter(answers="x", sort="fit"), None, fit[:0]).keys(slice(None)) == newest


def test_empty_index_finds_nothing() -> None:
    empty = Index(TABLE.at(np.array([], np.intp)), [])
    for asked in (Filter(), Filter.from_query({"kind": ["ring"], "maker": ["m-1"]})):
        found = finding_for(empty, asked, Hits(pieces=np.array([3]), named=np.array([3])), np.array([3]))
        assert (found.total, found.keys(slice(0, 24)), found.counts[MAKER]) == (0, [], {})


@given(st.lists(st.booleans(), max_size=200))
def test_bits_hold_and_count_rows(flags: list[bool]) -> None:
    bits = pack(np.array(flags, bool))
    assert unpack(bits, len(flags)).tolist() == flags
    assert size_of(bits) == sum(flags)


@given(st.sets(st.integers(0, 50)), st.lists(st.integers(0, 60)))
def test_rows_among_keys_are_those_wanted(keys: set[int], wanted: list[int]) -> None:
    flags = rows_among(np.array(sorted(keys), np.int64), np.array(wanted, np.int64))
    assert flags.tolist() == [key in wanted for key in sorted(keys)]


def test_changed_rows_take_the_place_of_the_old() -> None:
    newer = random_table(2, 5).at(np.arange(3))
    changed = np.concatenate([newer.keys, TABLE.keys[:4]])
    both = TABLE.updated(newer, changed)
    kept = set(TABLE.keys.tolist()) - set(changed.tolist())
    assert both.keys.tolist() == sorted(kept | set(newer.keys.tolist()))
    place = both.keys.tolist().index(int(newer.keys[0]))
    assert both.masks["kind"][place] == newer.masks["kind"][0]
