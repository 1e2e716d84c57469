import re
from collections import Counter
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from django.db.models import Max, Min
from django.utils import timezone

from buyers.brief import read_brief
from buyers.musts import Wanted, hard_musts
from buyers.stock.loading import listed_stock
from catalog.choices import (
    Claim,
    Coating,
    Edition,
    Era,
    Evenness,
    Grade,
    Kind,
    MakerKind,
    MakingClass,
    OptionKind,
    Preview,
    Side,
    Sizing,
    State,
    Style,
    Substance,
    Way,
    Wearer,
)
from catalog.demo.logins import LOGINS
from catalog.demo.reading import FOLDER
from catalog.levels import RATED
from catalog.models import Assessment, Evidence, Maker, Material, Option, Piece, Step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

OUR_WORDS = ("name", "summary", "story", "care", "feature")
TOO_LOUD = re.compile(r"!|\b(best|luxur\w+|authentic|premium|exquisite|stunning|perfect)\b", re.IGNORECASE)


def ways(**limits: Any) -> Counter[str]:
    return Counter(Assessment.objects.filter(**limits).values_list("way", flat=True))


def test_there_are_enough_makers_and_pieces() -> None:
    assert Maker.objects.count() == 24
    assert Piece.objects.published().count() == 120


def test_both_ways_of_making_have_about_half() -> None:
    counts = ways()
    assert 48 <= counts[Way.HANDCRAFTED] <= 60
    assert 48 <= counts[Way.MASS_PRODUCED] <= 60
    assert 8 <= counts[Way.IN_BETWEEN] <= 14
    assert 2 <= counts[Way.NOT_DISCLOSED] <= 4


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_both_ways(kind: Kind) -> None:
    counts = ways(piece__kind=kind)
    assert counts.total() >= 16
    assert min(counts[Way.HANDCRAFTED], counts[Way.MASS_PRODUCED]) >= 6


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("side", Side)
def test_every_side_of_a_kind_has_cheap_and_dear_ones(kind: Kind, side: Side) -> None:
    prices = sorted(Piece.objects.competing_as(side).filter(kind=kind).values_list("price", flat=True))
    assert prices[0] <= 45
    assert any(45 < price <= 300 for price in prices)
    assert prices[-1] >= 300


@pytest.mark.parametrize("side", Side)
def test_every_side_has_pieces_to_take_away_and_pieces_to_wait_for(side: Side) -> None:
    pieces = Piece.objects.competing_as(side)
    assert pieces.filter(in_stock=True, days_max__lte=5).exists()
    assert pieces.filter(days_max__gte=21).exists()


def test_prices_and_delivery_reach_from_end_to_end() -> None:
    found = Piece.objects.aggregate(Min("price"), Max("price"), Min("days_min"), Max("days_max"))
    assert found["price__min"] == 15
    assert 2000 <= found["price__max"] <= 2500
    assert found["days_min__min"] == 1
    assert found["days_max__max"] == 70


@pytest.mark.parametrize(
    ("rows", "field", "members"),
    [
        (Piece, "kind", Kind),
        (Piece, "style", Style),
        (Piece, "era", Era),
        (Piece, "worn_by", Wearer),
        (Piece, "edition", Edition),
        (Piece, "sizing", Sizing),
        (Piece, "evenness", Evenness),
        (Piece, "preview", Preview),
        (Maker, "kind", MakerKind),
        (Material, "coating", Coating),
        (Option, "kind", OptionKind),
        (Evidence, "claim", Claim),
        (Evidence, "grade", Grade),
        (Assessment, "making_class", MakingClass),
        (Assessment, "surface", Coating),
    ],
)
def test_no_value_is_without_a_piece(rows: Any, field: str, members: Any) -> None:
    assert {member.value for member in members} - set(rows.objects.values_list(field, flat=True)) == set()


def test_the_usual_materials_are_there() -> None:
    named = {"yellow_gold", "white_gold", "rose_gold", "silver", "brass", "steel", "titanium", "copper"}
    others = {"pearl", "enamel", "leather", "diamond", "emerald", "agate", "turquoise", "lapis"}
    assert named | others <= set(Material.objects.values_list("substance", flat=True))


ANSWERS = [
    *({"style": style, "must": "style"} for style in (*Style, "vintage")),
    *({"skin": skin} for skin in ("nickel", "piercing")),
    *({"metal": metal} for metal in ("solid", "filled", "plated")),
    *({"see": see, "must": "see"} for see in ("this", "same", "render", "sketch")),
    *({"proof": proof, "must": "proof"} for proof in ("recycled", "fair", "lab", "repair", "near", "hand")),
    *({"type": "ring", "size": size, "must": "size"} for size in ("45", "54", "surprise")),
    *({"who": "group", "quantity": quantity} for quantity in ("2", "12", "40")),
    *({"budget": budget} for budget in ("20", "100", "1000")),
    {"back": "yes", "must": "back"},
]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: " ".join(answer.values()))
def test_every_answer_parts_the_pieces(answer: dict[str, str]) -> None:
    today = timezone.localdate()
    brief, errors = read_brief({key: [value] for key, value in answer.items()}, today)
    columns, wanted = listed_stock(today).whole, Wanted(brief=brief, today=today, home="PT")
    told, *asked = [rule(columns, wanted).met for rule in hard_musts(wanted).values()]
    assert not errors
    assert asked
    for met in asked:
        assert 0 < (met & told).sum() < told.sum()


@pytest.mark.parametrize("style", [*Style, Era.VINTAGE])
def test_every_look_comes_from_both_sides(style: str) -> None:
    found = Piece.objects.filter(era=style) if style == Era.VINTAGE else Piece.objects.filter(style=style)
    assert {side for side in found.values_list("assessment__side", flat=True) if side} == set(Side)


@pytest.mark.parametrize(
    "flag", ["is_nickel_safe", "is_piercing_safe", "is_recycled", "is_fair", "has_laboratory_report"]
)
def test_every_proof_exists_on_both_sides(flag: str) -> None:
    assert set(Assessment.objects.filter(**{flag: True}).values_list("side", flat=True)) == set(Side)


@pytest.mark.parametrize("criterion", RATED)
def test_every_criterion_parts_the_pieces(criterion: str) -> None:
    found = Assessment.objects.exclude(side="").aggregate(low=Min(criterion), high=Max(criterion))
    assert found["high"] - found["low"] >= 3


def test_some_claims_stand_on_nothing_and_some_have_expired() -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    assert Evidence.objects.filter(claim=Claim.HANDMADE, grade=Grade.BARE).exists()
    assert Evidence.objects.filter(grade__gte=Grade.DOCUMENTED, expires__lte=yesterday).count() in (1, 2, 3)


def test_every_published_piece_is_assessed() -> None:
    assert Piece.objects.filter(state=State.PUBLISHED).count() == Assessment.objects.count()


def test_makers_say_that_they_are_invented() -> None:
    assert [maker.slug for maker in Maker.objects.all() if not maker.is_invented or "invented" not in maker.story] == []


def test_words_are_dry() -> None:
    rows = chain(Piece.objects.values_list(*OUR_WORDS), Maker.objects.values_list("name", "summary", "story"))
    assert [text for row in rows for text in row if TOO_LOUD.search(text)] == []


def test_disclosed_pieces_tell_two_to_eight_steps() -> None:
    counts = Counter(Step.objects.values_list("piece__slug", flat=True))
    told = Piece.objects.exclude(assessment__way=Way.NOT_DISCLOSED).values_list("slug", flat=True)
    assert [slug for slug in told if not 2 <= counts[slug] <= 8] == []


def test_hammered_does_not_mean_handmade() -> None:
    cast, forged = (Piece.objects.get(slug=slug) for slug in ("dune-ring", "tide-ring"))
    assert cast.height_mm == forged.height_mm
    assert cast.assessment.way == Way.MASS_PRODUCED
    assert forged.assessment.making_class == MakingClass.HANDMADE


def test_handmade_can_be_as_even_as_a_machine() -> None:
    level = Piece.objects.get(slug="level-ring")
    assert level.assessment.making_class == MakingClass.HANDMADE
    assert level.assessment.precision >= 3


def test_metals_are_what_the_trade_calls_them() -> None:
    vermeil = Material.objects.filter(coating=Coating.VERMEIL)
    assert {(part.core, part.fineness) for part in vermeil} == {(Substance.SILVER, 925)}
    assert all(part.thickness_um and part.thickness_um >= 2.5 for part in vermeil)
    rings = Piece.objects.filter(kind=Kind.RING, resize_min__isnull=False)
    assert not rings.filter(materials__substance__in=[Substance.STEEL, Substance.TITANIUM, Substance.TUNGSTEN]).exists()


def test_stones_state_origin_treatment_and_hardness() -> None:
    stones = Material.objects.filter(role="stone")
    assert not stones.filter(origin="").exists()
    assert not stones.filter(treatment="").exists()
    assert not stones.filter(mohs__isnull=True).exists()
    assert all(2.5 <= (part.mohs or 0) <= 4.5 for part in stones.filter(substance=Substance.PEARL))


def snapshot() -> list[Any]:
    lists = [model.objects.count() for model in (Maker, Step, Material, Option, Evidence, Assessment)]
    return [*lists, *Piece.objects.values_list("pk", "slug", "price", "assessment__way").order_by("slug")]


def test_loading_twice_gives_the_same() -> None:
    before = snapshot()
    call_command("load_demo", pictures=False, verbosity=0)
    assert snapshot() == before


def test_loading_mends_what_was_changed_and_keeps_other_pieces() -> None:
    Piece.objects.filter(slug="tide-ring").update(price=1, care="", state=State.DRAFT)
    Piece.objects.filter(slug="arc-ring").update(slug="somebody-elses-ring")
    call_command("load_demo", pictures=False, verbosity=0)
    mended = Piece.objects.get(slug="tide-ring")
    assert mended.price == 96
    assert mended.state == State.PUBLISHED
    assert Piece.objects.filter(slug__in=["arc-ring", "somebody-elses-ring"]).count() == 2


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kind = "ring"', 'kind = "crown"', r"tide-ring: kind: .*crown"),
        ("price = 96", 'price = "much"', r"tide-ring: price: .*much"),
        ("weight_g", "weight_kg", r"tide-ring: there is no field 'weight_kg'"),
        ("days_min = 2", "days_min = 20", r"tide-ring: Days to the door: enter both"),
        ("fineness = 925,", "fineness = 9250,", r"tide-ring, materials 1: Fineness: enter"),
        ('method = "solder"', 'method = "wish"', r"tide-ring, steps 2: method: .*wish"),
        ('slug = "level-ring"', 'slug = "tide-ring"', r"'tide-ring' is there twice"),
        ("[[people]]", "[[persons]]", r"there is no table 'persons'"),
        ("[maker]", "[maker", r"ilda-sarmeira\.toml: .*line 1"),
    ],
)
def test_mistakes_are_named_and_nothing_is_stored(old: str, new: str, told: str, tmp_path: Path) -> None:
    before = snapshot()
    text = (FOLDER / "ilda-sarmeira.toml").read_text(encoding="utf-8")
    (tmp_path / "ilda-sarmeira.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CommandError, match=told):
        call_command("load_demo", folder=tmp_path, pictures=False, verbosity=0)
    assert snapshot() == before


def test_sign_ins_are_made_and_shown_with_debug_only(settings: Any, capsys: pytest.CaptureFixture[str]) -> None:
    settings.DEBUG = False
    call_command("load_demo", pictures=False)
    assert not get_user_model().objects.exists()
    settings.DEBUG = True
    call_command("load_demo", pictures=False)
    shown = capsys.readouterr().out
    assert all(authenticate(username=login.name, password=login.password) for login in LOGINS)
    assert all(shown.count(login.password) == 1 for login in LOGINS)


def test_curators_may_review_the_catalog_and_makers_have_their_workshop(settings: Any) -> None:
    settings.DEBUG = True
    call_command("load_demo", pictures=False, verbosity=0)
    curator, maker = (get_user_model().objects.get(username=name) for name in ("curator", "maker"))
    assert (curator.is_staff, maker.is_staff) == (True, False)
    assert not curator.is_superuser
    assert not maker.is_superuser
    assert curator.has_perms(["catalog.add_piece", "catalog.change_evidence", "catalog.review_piece"])
    assert not curator.has_perm("auth.change_user")
    assert not maker.get_all_permissions()
    assert [one.slug for one in maker.makers.all()] == ["ilda-sarmeira"]


def test_the_command_counts_what_it_loaded(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_demo", pictures=False)
    lines = capsys.readouterr().out.splitlines()
    assert re.match(r"ring +10 +8 +3 +1$", lines[1])
    assert lines[8] == "120 pieces of 24 makers, all invented."
