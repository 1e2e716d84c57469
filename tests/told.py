"""Facts of brought pieces for property tests: whatever a form or a text could tell."""

from decimal import Decimal

from hypothesis import strategies as st

from buyers.brought.written import tidied
from catalog.choices import Claim, Coating, Edition, Kind, Method, OptionKind, Origin, Preview, Sizing, Substance
from catalog.told import Told

NAMES = st.text(max_size=40)


def _several(kind: type) -> st.SearchStrategy:
    return st.lists(st.sampled_from(kind), max_size=4, unique=True).map(tuple)


def _maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


def _amounts(most: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(min_value=10, max_value=most, places=1)


TOLD = st.builds(
    Told,
    kind=_maybe(st.sampled_from(Kind)),
    price=_maybe(st.decimals(min_value=Decimal("0.01"), max_value=9999, places=2)),
    metal=_maybe(st.sampled_from(Substance)),
    coating=_maybe(st.sampled_from(Coating)),
    core=_maybe(st.sampled_from(Substance)),
    fineness=_maybe(st.integers(1, 1000)),
    stones=_several(Substance),
    origin=_maybe(st.sampled_from(Origin)),
    by_hand=_several(Method),
    methods=_several(Method),
    made=_maybe(st.integers(1, 20_000)),
    edition=_maybe(st.sampled_from(Edition)),
    ready=_maybe(st.booleans()),
    days_max=_maybe(st.integers(0, 90)),
    returns=_maybe(st.integers(0, 90)),
    preview=_maybe(st.sampled_from(Preview)),
    sizing=_maybe(st.sampled_from(Sizing)),
    size_min=_maybe(_amounts(80)),
    size_max=_maybe(_amounts(80)),
    resizable=_maybe(st.booleans()),
    options=_several(OptionKind),
    repair=_maybe(st.booleans()),
    warranty=_maybe(st.integers(0, 30)),
    supply=_maybe(st.integers(0, 50)),
    claims=_several(Claim),
).map(tidied)
PLACEABLE = st.builds(
    lambda told, kind, price: tidied(type(told)(**{**vars(told), "kind": kind, "price": price})),
    TOLD,
    st.sampled_from(Kind),
    st.decimals(min_value=1, max_value=900, places=2),
)
