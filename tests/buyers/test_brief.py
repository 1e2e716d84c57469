from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from urllib.parse import parse_qs, parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buyers.brief import Brief, Errors, canonical_query, conflicts_in, read_brief
from buyers.phrases import PHRASES
from buyers.questions import PATTERNS, QUESTIONS

TODAY = date(2030, 6, 1)
KEYS = [
    *QUESTIONS,
    *("t.price.lead", "t.lead.price", "t.price.price", "d.tide.arc", "d.arc.tide", "w.price", "w.lead", "x", "t.", ""),
]
WORDS = [value for question in QUESTIONS.values() for value in question.allowed]
HOSTILE = ["\0", "a" * 10_000, "\u202e120", "\ud800", "٣٠", "<script>", "1e400", "-1", "NaN", "9" * 400, "%00", "1,2,3"]
VALUES = st.one_of(
    *(st.sampled_from([*WORDS, "unsure", "", "a2", "0", "b1"]), st.sampled_from(HOSTILE), st.text(max_size=20)),
    *(st.integers(-5, 2000).map(str), st.dates(date(2029, 1, 1), date(2041, 1, 1)).map(str)),
)
QUERIES = st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=12), st.lists(VALUES, max_size=4), max_size=12)

TYPED = Brief(
    who="friend",
    why=("care", "memory"),
    kind="ring",
    size=Decimal(54),
    budget=Decimal(120),
    stretch=10,
    when=date(2030, 12, 20),
    quantity=2,
    top=("lead", "price"),
    styles=("bold",),
    skin="nickel",
    metal="any",
    see="same",
    back="yes",
    proof=("fair", "hand"),
    must=("back",),
)


def read(query: str) -> tuple[Brief, Errors]:
    return read_brief(parse_qs(query, keep_blank_values=True), TODAY)


def answers(query: str) -> str:
    brief, errors = read(query)
    assert errors == {}
    return canonical_query(brief.answers)


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("why=memory&who=friend", "who=friend&why=memory"),
        ("why=memory&why=care", "why=care,memory"),
        ("why=memory,care,care", "why=care,memory"),
        ("who=&why=&top=", ""),
        ("utm_source=x&who=self", "who=self"),
        ("top=&top=lead&top=price", "top=lead,price"),
        ("t.lead.price=a2", "t.price.lead=b2"),
        ("t.lead.price=0", "t.price.lead=0"),
        ("t.lead.price=a1&t.price.lead=b1", "t.price.lead=b1"),
        ("d.tide.arc=b1", "d.arc.tide=a1"),
        ("t.price.lead=unsure", "t.price.lead=unsure"),
        ("t.price.price=", ""),
        ("w.price=12,50&w.lead=0.1 %", "w.lead=0.1&w.price=12.5"),
        ("budget=unsure&top=unsure&type=any", "budget=unsure&top=unsure&type=any"),
        ("budget=&budget=unsure", "budget=unsure"),
        ("budget=120&stretch=10 %", "budget=120&stretch=10"),
        ("stretch=10", ""),
        ("budget=unsure&stretch=10", "budget=unsure"),
        ("type=ring&size=54,5 mm", "size=54.5&type=ring"),
        ("type=bracelet&size=180", "size=180&type=bracelet"),
        ("type=ring&size=surprise", "size=surprise&type=ring"),
        ("type=brooch&size=54", "type=brooch"),
        ("size=54", ""),
        ("see=this&must=see&must=back", "must=see&see=this"),
        ("back=unsure&must=back", "back=unsure"),
        ("quantity=6", "quantity=6"),
        ("when=2030-06-01", "when=2030-06-01"),
    ],
)
def test_answers_have_one_canonical_form(query: str, canonical: str) -> None:
    assert answers(query) == canonical


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("120", "120"),
        ("120.50", "120.5"),
        ("120,5", "120.5"),
        ("1.200", "1200"),
        ("1,200", "1200"),
        ("1,200.50", "1200.5"),
        ("1.200,50", "1200.5"),
        ("1 200", "1200"),
        ("1'200", "1200"),
        ("1\u202f200,00 €", "1200"),
        ("€ 120", "120"),
        ("120 eur", "120"),
        ("120,-", "120"),
        ("\u200e120\u200f", "120"),
        ("1000000", "1000000"),
        ("1.000.000", "1000000"),
    ],
)
def test_amount_is_read_as_people_write_it(typed: str, amount: str) -> None:
    brief, errors = read_brief({"budget": [typed]}, TODAY)
    assert (brief.budget, errors) == (Decimal(amount), {})


def test_amount_keeps_to_the_currency_of_the_site() -> None:
    in_dollars, _no_errors = read_brief({"budget": ["$120"]}, TODAY, currency="USD")
    _brief, errors = read_brief({"budget": ["$120"]}, TODAY, currency="EUR")
    assert in_dollars.budget == Decimal(120)
    assert errors == {"budget": ["Give the amount in the currency of this site."]}


@pytest.mark.parametrize(
    ("query", "key"),
    [
        *[(f"budget={typed}", "budget") for typed in ("0", "0.99", "1000001", "-5", "abc", "1.200.50", "1e3", "0.500")],
        *[
            ("budget=100&budget=200", "budget"),
            ("budget=100&budget=unsure", "budget"),
            ("budget=" + "1" * 501, "budget"),
        ],
        *[(f"when={typed}", "when") for typed in ("2030-05-31", "2045-01-01", "20301224", "24.12.2030", "2030-02-30")],
        *[(f"quantity={typed}", "quantity") for typed in ("0", "501", "1.5", "two")],
        *[(f"budget=9&stretch={typed}", "stretch") for typed in ("-1", "101", "a")],
        *[(f"type=ring&size={typed}", "size") for typed in ("39", "77", "180", "7 US", "54&size=surprise")],
        *[(f"type=bracelet&size={typed}", "size") for typed in ("54", "231", "18")],
        *[(f"top={typed}", "top") for typed in ("price,price", "price,lead,craft,custom", "cheap", "price,unsure")],
        *[
            ("who=me", "who"),
            ("who=self&who=friend", "who"),
            ("who=unsure", "who"),
            ("why=care,memory,heritage", "why"),
        ],
        *[("why=care&why=unsure", "why"), ("gut=yes", "gut"), ("must=who", "must"), ("must=top", "must")],
        *[
            (f"{key}=a2", key)
            for key in ("t.price.price", "t.price", "t.price.nonsense", "t.a.b.c", "d.arc.arc", "d.x")
        ],
        *[("t.price.lead=a3", "t.price.lead"), ("t.price.lead=a1,a2", "t.price.lead"), ("d.a%00.b=a1", "d")],
        *[(f"w.price={typed}", "w.price") for typed in ("0", "0.05", "99.5", "100", "much")],
        *[("w.nonsense=5", "w.nonsense"), ("t.lead.price=a1&t.price.lead=a1", "t.price.lead")],
    ],
)
def test_answer_that_cannot_be_taken_is_refused_under_its_key(query: str, key: str) -> None:
    brief, errors = read(query)
    assert list(errors) == [key]
    assert key not in brief.answers


def test_weights_set_by_hand_leave_something_for_the_others() -> None:
    fine, no_errors = read("w.price=60&w.lead=39.9")
    brief, errors = read("w.price=60&w.lead=40")
    assert (dict(fine.weights), no_errors) == ({"price": 60.0, "lead": 39.9}, {})
    assert (brief.weights, set(errors)) == ((), {"w.price", "w.lead"})


@pytest.mark.parametrize("prefix", PATTERNS)
def test_too_many_answers_of_one_sort_are_refused_together(prefix: str) -> None:
    brief, errors = read_brief({f"{prefix}.a{number}.b": ["a2"] for number in range(1000)}, TODAY)
    assert (brief.answers, list(errors)) == ({}, [prefix])


def test_brief_holds_typed_answers() -> None:
    query = (
        "who=friend&why=memory,care&type=ring&size=54&budget=120&stretch=10&when=2030-12-20&quantity=2&top=lead,price"
    )
    brief, _errors = read(
        f"{query}&style=bold&skin=nickel&metal=any&see=same&back=yes&proof=hand,fair&must=back&gut=unsure"
    )
    assert replace(brief, answers={}) == TYPED


def test_preferences_are_numbered_from_the_first_to_the_second() -> None:
    brief, _errors = read("t.lead.price=a2&t.price.craft=0&d.b.a=a1&t.craft.custom=unsure")
    assert brief.tradeoffs == (("price", "craft", 2), ("price", "lead", 4))
    assert brief.duels == (("a", "b", 3),)
    assert brief.answers_that_weigh == 3


@pytest.mark.parametrize("key", [key for key, question in QUESTIONS.items() if question.may_be_unsure])
def test_not_sure_is_kept_and_moves_nothing(key: str) -> None:
    base = "" if key != "size" else "type=ring&"
    brief, errors = read(f"{base}{key}=unsure")
    without, _no_errors = read(base)
    assert (brief.answers[key], errors) == ("unsure", {})
    assert brief == replace(without, answers=brief.answers)


def test_errors_never_repeat_what_was_typed() -> None:
    _brief, errors = read_brief({"who": ["<b>nosy</b>"], "t.<b>nosy</b>": ["a2"], "budget": ["nosy"]}, TODAY)
    assert set(errors) == {"who", "t", "budget"}
    assert "nosy" not in str(errors)


@given(QUERIES)
def test_no_query_raises_and_canonical_answers_read_back_the_same(query: dict[str, list[str]]) -> None:
    brief, _errors = read_brief(query, TODAY)
    canonical = canonical_query(brief.answers)
    again, errors = read(canonical)
    assert errors == {}
    assert again == brief
    assert parse_qsl(canonical) == sorted(brief.answers.items())


@given(QUERIES, st.randoms())
def test_order_of_keys_does_not_matter(query: dict[str, list[str]], random: Random) -> None:
    keys = list(query)
    random.shuffle(keys)
    assert read_brief({key: query[key] for key in keys}, TODAY) == read_brief(query, TODAY)


@given(st.permutations(list(PHRASES)), st.sampled_from(["a2", "a1", "0", "b1", "b2"]))
def test_turned_pair_says_the_same(order: list[str], answer: str) -> None:
    first, second = order[:2]
    mirrored = {"a": "b", "b": "a"}.get(answer[0], "") + answer[1:] if answer != "0" else "0"
    assert answers(f"t.{first}.{second}={answer}") == answers(f"t.{second}.{first}={mirrored}")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("top=custom&back=yes", "right to withdraw"),
        ("top=custom&see=this", "does not exist yet"),
        ("top=uniqueness&quantity=3", "never be the only one"),
        ("top=custom&quantity=3", "they will differ"),
        ("top=custom&type=ring&size=surprise", "Without a size"),
    ],
)
def test_answers_that_cannot_be_had_together_are_told(query: str, said: str) -> None:
    brief, _errors = read(query)
    (conflict,) = conflicts_in(brief)
    assert said in conflict


@pytest.mark.parametrize(
    "query", ["", "top=custom&back=no", "top=uniqueness&quantity=1", "top=price&back=yes&see=this"]
)
def test_answers_that_go_together_raise_no_conflict(query: str) -> None:
    brief, _errors = read(query)
    assert conflicts_in(brief) == ()
