import re
from datetime import date, timedelta
from decimal import Decimal
from math import pi
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from buyers.brief import Brief
from buyers.commission.asking import MOST_ASKED, questions_for
from buyers.commission.drawing import drawing_for
from buyers.commission.facts import facts_of
from buyers.commission.makers import MOST_MAKERS
from buyers.commission.plan import Plan
from buyers.phrases import PHRASES
from buyers.verdict.wording import full_date
from catalog.choices import Kind, OptionKind
from catalog.models import Maker
from tests.buyers.presses import page, words
from tests.buyers.shopper import Shopper
from tests.factory import make_handmade, make_maker, make_mass_produced

pytestmark = pytest.mark.django_db

ADDRESS = "/decide/commission/"
MOST_QUERIES = 8


def sheet(client: Client, **answers: str) -> BeautifulSoup:
    query = "&".join(f"{key}={answer}" for key, answer in sorted(answers.items()))
    return page(client, f"{ADDRESS}?{query}" if query else ADDRESS)


def told(client: Client, **answers: str) -> dict[str, str]:
    """The facts by name, without the mark of what is a must."""
    rows = sheet(client, **answers).select(".commission-facts > div")
    return {words(row.dt).removesuffix(" must"): words(row.dd) for row in rows}


def radii(plan: Plan, look: str) -> list[float]:
    paths = [stroke.path for stroke in plan.strokes if stroke.look == look]
    return [float(found[1]) for path in paths if (found := re.search(r"a([\d.]+) ", path))]


def makers_in(soup: BeautifulSoup) -> list[str]:
    return [words(name) for name in soup.select(".commission-list h3")]


def offer(name: str, *options: OptionKind, **fields: Any) -> None:
    """A handcrafted piece with these options, by the maker of that name."""
    maker = Maker.objects.filter(name=name).first() or make_maker(name=name)
    make_handmade(maker=maker, options=options, **fields)


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("ring", "A ring to be made"),
        ("earrings", "Earrings to be made"),
        ("necklace", "A necklace or pendant to be made"),
        ("bracelet", "A bracelet or bangle to be made"),
        ("brooch", "A brooch to be made"),
        ("cufflinks", "Cufflinks to be made"),
    ],
)
def test_every_kind_has_its_title_and_a_drawing_in_millimetres(client: Client, kind: str, title: str) -> None:
    soup = sheet(client, type=kind)
    assert words(soup.h1) == title
    drawing = soup.select_one("svg.plan")
    assert drawing is not None
    width, height = str(drawing["width"]), str(drawing["height"])
    assert drawing["viewbox"] == f"0 0 {width.removesuffix('mm')} {height.removesuffix('mm')}"
    assert not soup.select("a[href*='/decide/type/'].button-primary")


def test_open_kind_is_asked_for_first_and_leads_back(client: Client) -> None:
    shopper = Shopper(client=client).visit(f"{ADDRESS}?budget=300&type=any")
    assert words(shopper.page.h1) == "A piece to be made"
    assert shopper.follow("Choose the kind").screen == "type"
    shopper.send({"type": "ring", "size": "52"})
    assert shopper.screen == "commission"
    assert words(shopper.page.h1) == "A ring to be made"
    assert shopper.answers == {"budget": "300", "size": "52", "type": "ring"}


@pytest.mark.parametrize(("kind", "size"), [("ring", 40), ("ring", 76), ("bracelet", 130), ("bracelet", 230)])
def test_round_piece_is_drawn_at_its_inner_circumference(kind: str, size: int) -> None:
    plan = drawing_for(Brief(kind=kind, size=Decimal(size)))
    assert radii(plan, "outline") == [pytest.approx(size / 2 / pi, abs=0.01)]
    assert radii(plan, "example")[0] > size / 2 / pi
    assert any(label.text == f"{size} mm round the inside" for label in plan.labels)


def test_unknown_size_is_drawn_as_an_example_and_said_to_be_one(client: Client) -> None:
    assert radii(drawing_for(Brief(kind="ring")), "outline") == [pytest.approx(54 / 2 / pi, abs=0.01)]
    assert "54 mm round the inside, as an example" in words(sheet(client, type="ring").select_one("svg.plan"))
    assert told(client, type="ring")["Size"] == "To be measured. 54 mm round the inside is drawn as an example."
    assert told(client, type="bracelet", size="surprise")["Size"].startswith("A surprise, so not measured.")


def test_every_drawing_keeps_to_its_sheet_and_has_a_line_of_50_mm() -> None:
    sizes = {"ring": ("40", "76"), "bracelet": ("130", "230")}
    briefs = [Brief(kind=kind, size=Decimal(size)) for kind, both in sizes.items() for size in both]
    for brief in [*briefs, Brief(), *(Brief(kind=kind.value) for kind in Kind)]:
        plan = drawing_for(brief)
        starts = [re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", stroke.path) for stroke in plan.strokes]
        points = [(float(x), float(y)) for found in starts for x, y in found]
        assert all(0 <= x <= plan.width and 0 <= y <= plan.height for x, y in points)
        assert "M0.2 111L50.2 111" in [stroke.path for stroke in plan.strokes]


@pytest.mark.parametrize(
    ("answers", "name", "sentence"),
    [
        ({"type": "ring", "size": "54"}, "Size", "54 mm round the inside, 17.2 mm across, plus or minus 0.3 mm round."),
        ({"type": "bracelet", "size": "180"}, "Size", "180 mm round the inside, 57.3 mm across, plus or minus 2 mm"),
        ({"type": "brooch"}, "Size", "To be agreed."),
        ({"type": "ring"}, "How many", "One."),
        ({"type": "cufflinks", "who": "group", "quantity": "6"}, "How many", "6 pairs, all alike."),
        ({"metal": "solid"}, "Metal", "Solid, the same metal all through."),
        ({"skin": "nickel", "type": "ring"}, "Skin", "At most 0.5 µg/cm² a week"),
        ({"skin": "nickel", "type": "earrings"}, "Skin", "At most 0.2 µg/cm² a week from posts, 0.5 from"),
        ({"skin": "piercing", "type": "earrings"}, "Skin", "implant-grade metal"),
        ({}, "Skin", "Not known."),
        ({"style": "bold,plain"}, "Look", "Bold, plain."),
        ({"proof": "near,recycled"}, "Proof", "Made in Portugal. Recycled metal, with the refiner's certificate."),
        ({"see": "render"}, "Preview", "A rendering, or a similar piece."),
        ({}, "Returns", "no right to withdraw"),
        ({"back": "yes"}, "Returns", "say in writing what you offer instead"),
        ({"budget": "300"}, "Ceiling", "€300, delivered, tax included."),
        ({"budget": "300", "stretch": "10"}, "Ceiling", "Could go to €330 for the right piece."),
        ({"budget": "300", "who": "group", "quantity": "6"}, "Ceiling", "for all 6 it is €1,800."),
        ({}, "Ceiling", "To be named:"),
        ({}, "Needed", "Two to eight weeks are usual. By:"),
    ],
)
def test_answer_becomes_a_sentence(client: Client, answers: dict[str, str], name: str, sentence: str) -> None:
    assert sentence in told(client, **answers)[name]


def test_what_breaks_the_deal_is_marked(client: Client) -> None:
    soup = sheet(client, proof="lab", must="proof", style="bold")
    assert [words(row) for row in soup.select(".commission-facts dt:has(b)")] == ["Proof must"]


TODAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (
            202,
            "By 20 December 2025. Order by 25 October 2025 if it takes eight weeks; at the latest by 6 December 2025",
        ),
        (56, "By 27 July 2025. Order by 1 June 2025 if it takes eight weeks; at the latest by 13 July 2025 if two are"),
        (55, "The day to order by if it takes eight weeks, 31 May 2025, is past. Order at the latest by 12 July 2025"),
        (14, "Order at the latest by 1 June 2025 if two are enough."),
        (13, "both days to order by are past. Say whether you can do it, or which day you can keep."),
    ],
)
def test_day_to_order_by_is_counted_back_from_the_day_it_is_needed(days: int, said: str) -> None:
    needed = [fact for fact in facts_of(Brief(when=TODAY + timedelta(days=days)), TODAY) if fact.name == "Needed"]
    assert said in " ".join(needed[0].sentences)


def test_day_needed_is_counted_from_today(client: Client) -> None:
    day = timezone.localdate() + timedelta(days=100)
    assert full_date(day) in told(client, when=day.isoformat())["Needed"]


def test_head_says_for_whom_why_and_what_matters(client: Client) -> None:
    head = words(sheet(client, who="partner", why="care,memory", top="craft,custom").select_one(".commission-head"))
    assert "For a partner, to show care and to remember a happy time." in head
    assert f"1 {PHRASES['craft'].swing}. 2 {PHRASES['custom'].swing}." in head
    assert full_date(timezone.localdate()) in head


def test_buyer_approves_four_times_before_it_is_too_late(client: Client) -> None:
    part = sheet(client, type="ring").select_one(".commission-approvals")
    assert part is not None
    assert len(part.select("li .commission-tick")) == 4
    assert "Nothing is made in metal before the buyer has said yes." in words(part)


def test_questions_follow_what_matters_and_what_is_open() -> None:
    asked = questions_for(Brief(kind="ring", top=("uniqueness",)))
    assert "Will you make this design again for anybody else?" in asked
    assert "How and until when is the size to be measured?" in asked
    settled = questions_for(Brief(kind="ring", size=Decimal(52), metal="solid", budget=Decimal(9), styles=("bold",)))
    assert len(settled) == 8
    assert not any("silver" in question or "plainest" in question for question in settled)


@pytest.mark.parametrize("kind", [None, *(kind.value for kind in Kind)])
def test_no_more_is_asked_than_a_sheet_holds_and_nothing_twice(kind: str | None) -> None:
    asked = questions_for(Brief(kind=kind, top=tuple(PHRASES)[:3]))
    assert len(asked) == len(set(asked)) <= MOST_ASKED


def test_gaps_lead_to_their_questions_and_back(client: Client) -> None:
    shopper = Shopper(client=client).visit(f"{ADDRESS}?size=52&type=ring")
    gaps = [words(link) for link in shopper.page.select(".commission-advice .link-row a")]
    assert gaps == ["Look", "Budget", "Needed by", "Surface", "Skin"]
    shopper.follow("Budget").send({"budget": "400"})
    assert shopper.screen == "commission"
    assert shopper.answers["budget"] == "400"


def test_refused_answer_goes_to_its_own_question(client: Client) -> None:
    assert client.get(f"{ADDRESS}?budget=lots&type=ring").headers["Location"].startswith("/decide/budget/?")
    assert client.get(f"{ADDRESS}?type=ring&budget=90").headers["Location"] == f"{ADDRESS}?budget=90&type=ring"


def test_nothing_of_it_is_kept_or_found(client: Client) -> None:
    response = client.get(f"{ADDRESS}?type=ring&who=partner")
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.headers["Cache-Control"] == "private"
    assert not response.cookies
    assert client.post(ADDRESS).status_code == 405


def test_makers_of_the_kind_come_first_then_the_freest_offer(client: Client) -> None:
    offer("Far", OptionKind.OWN_BRIEF, kind=Kind.BROOCH)
    offer("Changes", OptionKind.DESIGN_CHANGE)
    offer("Own brief", OptionKind.DESIGN_CHANGE, OptionKind.OWN_BRIEF)
    offer("Own brief", OptionKind.OWN_STONE, price=Decimal(50))
    soup = sheet(client, type="ring")
    assert makers_in(soup) == ["Own brief", "Changes", "Far"]
    first, *_others, last = [words(one) for one in soup.select(".commission-list li")]
    assert "Makes rings to your own brief. Forged, soldered, set by hand, polished." in first
    assert "Makes brooches to your own brief." in last


def test_only_handcrafted_offers_within_the_budget_are_named(client: Client) -> None:
    offer("Dear", OptionKind.OWN_BRIEF, price=Decimal(111))
    offer("Stretched", OptionKind.OWN_BRIEF, price=Decimal(110))
    offer("Engraver", OptionKind.ENGRAVING)
    offer("Draft", OptionKind.OWN_BRIEF, state="draft")
    make_mass_produced(maker=make_maker(name="Factory"), options=[OptionKind.DESIGN_CHANGE])
    assert makers_in(sheet(client, budget="100", stretch="10", type="ring")) == ["Stretched"]


def test_no_maker_is_said(client: Client) -> None:
    soup = sheet(client, type="ring")
    assert makers_in(soup) == []
    assert "No maker in this catalog offers a change of design" in words(soup.select_one(".commission-makers"))


def test_six_makers_at_most_and_few_queries_however_many_there_are(client: Client) -> None:
    offer("Only one", OptionKind.OWN_BRIEF)
    with CaptureQueriesContext(
        connection,
    ) as few:
        sheet(client, type="ring")
    for number in range(2 * MOST_MAKERS):
        offer(f"Maker of {number}", OptionKind.OWN_BRIEF, OptionKind.OWN_STONE)
    with CaptureQueriesContext(connection) as many:
        soup = sheet(client, type="ring")
    assert len(makers_in(soup)) == MOST_MAKERS
    assert len(many) <= len(few) <= MOST_QUERIES


def test_verdict_leads_there(client: Client) -> None:
    here = f"{ADDRESS}?budget=1&type=ring"
    nothing = page(client, "/decide/verdict/?budget=1&type=ring")
    assert len(nothing.select(f"a[href='{here}']")) == 2
    make_handmade()
    make_mass_produced()
    called = page(client, "/decide/verdict/?budget=300&type=ring")
    assert [words(link) for link in called.select(f"a[href^='{ADDRESS}']")] == ["A brief for a jeweller"]


def test_sheet_leads_back_to_the_verdict_and_the_answers(client: Client) -> None:
    shopper = Shopper(client=client).visit(f"{ADDRESS}?type=ring")
    assert shopper.page.select_one(".back[href='/decide/verdict/?type=ring']")
    assert shopper.follow("All your answers").screen == "check"
