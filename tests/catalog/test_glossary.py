import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.test import Client

from catalog.disclosure import SEEN, Group, Line
from catalog.glossary import TERMS, Hint, Term, matcher_for
from catalog.techniques import TECHNIQUES
from tests.factory import make_handmade

WORDS = {word.strip(): term for term in TERMS for word in term.words.split(",")}
MATCHER = matcher_for(WORDS)
TEMPLATE = "{% load glossary %}<p>{% for text in texts %}{% hinted text %}{% endfor %}</p>"


def parts(text: str) -> list[str]:
    return [f"[{part.word}]" if isinstance(part, Hint) else part for part in MATCHER.parts(text, set())]


def marked(text: str) -> str:
    return "".join(parts(text))


def rendered(*texts: str) -> BeautifulSoup:
    return BeautifulSoup(Template(TEMPLATE).render(Context({"texts": texts})), "html.parser")


def hints_in(shown: BeautifulSoup) -> list[str]:
    return [button.get_text() for button in shown.select("button.hint")]


def test_no_word_means_two_things() -> None:
    words = [word.strip().casefold() for term in TERMS for word in term.words.split(",")]
    assert len(words) == len(set(words))
    assert len({term.slug for term in TERMS}) == len(TERMS) >= 40


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.slug)
def test_term_is_told_in_a_few_sentences(term: Term) -> None:
    assert term.text.endswith(".")
    assert 1 <= term.text.count(". ") + 1 <= 4


def test_terms_lead_to_techniques_that_exist() -> None:
    assert [term.slug for term in TERMS if term.technique and term.technique not in TECHNIQUES] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gold vermeil.", "Gold [vermeil]."),
        ("VERMEIL, then vermeil", "[VERMEIL], then vermeil"),
        ("Vermeilles and supervermeil", "Vermeilles and supervermeil"),
        ("micro-vermeil", "micro-vermeil"),
        ("gold-plated brass", "[gold-plated] brass"),
        ("sterling silver, sterling", "[sterling silver], sterling"),
        ("vermeil on 925", "[vermeil] on [925]"),
        ("9255", "9255"),
        ("", ""),
    ],
)
def test_whole_words_are_found_the_longest_first_and_once(text: str, shown: str) -> None:
    assert marked(text) == shown


@pytest.mark.parametrize(
    "text", ["\u017fterling", "hallmar\u212a", "f\u0131l\u0131gree", "\x00vermeil\u202e", "<vermeil>", "(" * 9_000]
)
def test_no_letter_is_lost_or_fatal(text: str) -> None:
    assert "".join(part.word if isinstance(part, Hint) else part for part in MATCHER.parts(text, set())) == text


def test_text_is_escaped_wherever_a_term_stands_in_it() -> None:
    shown = rendered("<script>alert(1)</script> vermeil & <b>925</b>\"'")
    assert shown.select("script, b") == []
    assert hints_in(shown) == ["vermeil", "925"]
    assert "<script>alert(1)</script> vermeil" in shown.get_text()


def test_safe_markup_is_taken_as_text_too() -> None:
    shown = BeautifulSoup(
        Template("{% load glossary %}{% hinted text|safe %}").render(Context({"text": "<i>solid</i>"})), "html.parser"
    )
    assert shown.select("i") == []


def test_term_is_explained_once_on_a_page_with_a_unique_id() -> None:
    shown = rendered("vermeil", "Vermeil and 925", "sterling silver, 925, vermeil")
    assert hints_in(shown) == ["vermeil", "925"]
    assert [card["id"] for card in shown.select("[popover]")] == ["hint-vermeil", "hint-sterling"]
    targets = [button["popovertarget"] for button in shown.select("button")]
    assert targets == [card["id"] for card in shown.select("[popover]")]


def test_next_page_explains_it_again() -> None:
    assert hints_in(rendered("vermeil")) == hints_in(rendered("vermeil")) == ["vermeil"]


def test_hint_is_phrasing_content_with_a_link_to_the_glossary() -> None:
    shown = rendered("vermeil")
    assert {one.name for one in shown.select("p *")} <= {"button", "span", "strong", "a"}
    assert [link["href"] for link in shown.select("a")] == ["/guide/glossary/#vermeil"]
    assert [button["type"] for button in shown.select("button")] == ["button"]


def test_included_templates_share_what_was_explained() -> None:
    group = Group(title="Metal", lines=(Line(label="Band", text="925 and vermeil", level=SEEN),))
    include = "{% include 'catalog/_facts.html' with group=group only %}"
    shown = BeautifulSoup(Template(2 * include).render(Context({"group": group})), "html.parser")
    assert hints_in(shown) == ["925", "vermeil"]


@pytest.mark.django_db
def test_piece_explains_its_steps_and_materials(client: Client) -> None:
    make_handmade(slug="tide")
    shown = BeautifulSoup(client.get("/pieces/tide/").content, "html.parser")
    assert hints_in(shown)[:2] == ["Forged", "Soldered"]
    assert len(shown.select(".hint-card")) == len({card["id"] for card in shown.select(".hint-card")})
