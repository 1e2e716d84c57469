from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from buyers.brief import Brief
from buyers.musts import Wanted, hard_musts, soft_wishes
from buyers.stock.columns import Columns, columns_from
from catalog.packing import FLAGS, LEVELS, PACKED, packed

TODAY = date(2026, 3, 1)
STATED: dict[str, Any] = {
    "slug": "tide",
    "kind": "ring",
    "style": "plain",
    "preview": "this_piece",
    "side": "handcrafted",
    "surface": "solid",
    "made_in": "PT",
    "handmade": "met",
    "price": 100,
    "days_min": 2,
    "days_max": 5,
    "can_supply": 1,
    "returnable_days": 14,
    "size_min": 50,
    "size_max": 56,
    "resize_min": 48,
    "resize_max": 60,
}


NOTHING_KNOWN: dict[str, Any] = {
    "pk": 1,
    "state": "published",
    "era": "",
    "valid_until": None,
    **dict.fromkeys(FLAGS, False),
    **dict.fromkeys([*LEVELS, *(f"{name}_variance" for name in LEVELS)], 0),
}


def columns_of(*pieces: dict[str, Any]) -> Columns:
    rows = [SimpleNamespace(**NOTHING_KNOWN | STATED | piece) for piece in pieces]
    return columns_from(np.frombuffer(b"".join(packed(row, row) for row in rows), PACKED))


def wanted(**answers: Any) -> Wanted:
    return Wanted(brief=Brief(**answers), today=TODAY, home="PT")


def told(key: str, brief: Wanted, **piece: Any) -> str:
    answer = hard_musts(brief)[key](columns_of(piece), brief)
    if answer.met[0]:
        return "met"
    return "not met" if answer.known[0] else "unknown"


@pytest.mark.parametrize(
    ("key", "answers", "piece", "expected"),
    [
        ("making", {}, {}, "met"),
        ("making", {}, {"side": ""}, "unknown"),
        ("type", {"kind": "ring"}, {}, "met"),
        ("type", {"kind": "brooch"}, {}, "not met"),
        ("budget", {"budget": Decimal(100)}, {}, "met"),
        ("budget", {"budget": Decimal("99.99")}, {}, "not met"),
        ("budget", {"budget": Decimal(100), "stretch": 15}, {"price": 115}, "met"),
        ("budget", {"budget": Decimal(100), "stretch": 15}, {"price": 115.01}, "not met"),
        ("budget", {"budget": Decimal("33.36"), "stretch": 5}, {"price": 35.03}, "not met"),
        ("when", {"when": TODAY + timedelta(days=5)}, {}, "met"),
        ("when", {"when": TODAY + timedelta(days=4)}, {}, "not met"),
        ("when", {"when": TODAY + timedelta(days=90)}, {"days_max": None}, "unknown"),
        ("quantity", {"quantity": 6}, {"can_supply": 40}, "met"),
        ("quantity", {"quantity": 6}, {"can_supply": 5}, "not met"),
        ("quantity", {"quantity": 2}, {"can_supply": None}, "unknown"),
        ("skin", {"skin": "nickel"}, {"is_nickel_safe": True}, "met"),
        ("skin", {"skin": "nickel"}, {"is_piercing_safe": True}, "met"),
        ("skin", {"skin": "nickel"}, {}, "unknown"),
        ("skin", {"skin": "piercing"}, {"is_nickel_safe": True}, "unknown"),
        ("metal", {"metal": "solid"}, {}, "met"),
        ("metal", {"metal": "solid"}, {"surface": "vermeil"}, "not met"),
        ("metal", {"metal": "filled"}, {"surface": "vermeil"}, "met"),
        ("metal", {"metal": "filled"}, {"surface": "plated"}, "not met"),
        ("metal", {"metal": "plated"}, {"surface": ""}, "unknown"),
        ("style", {"styles": ("bold", "plain"), "must": ("style",)}, {}, "met"),
        ("style", {"styles": ("vintage",), "must": ("style",)}, {"era": "vintage"}, "met"),
        ("style", {"styles": ("vintage",), "must": ("style",)}, {"era": "modern"}, "not met"),
        ("style", {"styles": ("vintage",), "must": ("style",)}, {"era": ""}, "unknown"),
        ("style", {"styles": ("plain",), "must": ("style",)}, {"style": "", "era": "modern"}, "unknown"),
        ("size", {"size": Decimal(56), "must": ("size",)}, {}, "met"),
        ("size", {"size": Decimal(59), "must": ("size",)}, {}, "met"),
        ("size", {"size": Decimal(61), "must": ("size",)}, {}, "not met"),
        ("size", {"surprise": True, "must": ("size",)}, {}, "met"),
        ("size", {"surprise": True, "must": ("size",)}, {"resize_min": None}, "unknown"),
        ("see", {"see": "this", "must": ("see",)}, {}, "met"),
        ("see", {"see": "this", "must": ("see",)}, {"preview": "same_model"}, "not met"),
        ("see", {"see": "same", "must": ("see",)}, {"preview": "same_model"}, "met"),
        ("see", {"see": "render", "must": ("see",)}, {"preview": "sketch"}, "not met"),
        ("see", {"see": "sketch", "must": ("see",)}, {"preview": "words"}, "not met"),
        ("see", {"see": "sketch", "must": ("see",)}, {"preview": ""}, "unknown"),
        ("back", {"back": "yes", "must": ("back",)}, {}, "met"),
        ("back", {"back": "yes", "must": ("back",)}, {"returnable_days": 0}, "not met"),
        ("back", {"back": "yes", "must": ("back",)}, {"returnable_days": None}, "unknown"),
        ("proof", {"proof": ("hand", "near"), "must": ("proof",)}, {}, "met"),
        ("proof", {"proof": ("near",), "must": ("proof",)}, {"made_in": "DE"}, "not met"),
        ("proof", {"proof": ("recycled",), "must": ("proof",)}, {}, "unknown"),
    ],
)
def test_must(key: str, answers: dict[str, Any], piece: dict[str, Any], expected: str) -> None:
    assert told(key, wanted(**answers), **piece) == expected


@pytest.mark.parametrize("skin", [None, "no", "unknown"])
def test_skin_that_does_not_react_leaves_nothing_out(skin: str | None) -> None:
    assert "skin" not in hard_musts(wanted(skin=skin))


def test_any_surface_leaves_nothing_out() -> None:
    assert "metal" not in hard_musts(wanted(metal="any"))


def test_wish_that_is_no_deal_breaker_only_shows() -> None:
    brief = wanted(back="yes", see="this", must=("see",))
    assert set(hard_musts(brief)) == {"making", "see"}
    assert set(soft_wishes(brief)) == {"back"}


def test_nothing_asked_leaves_only_the_making() -> None:
    assert set(hard_musts(wanted())) == {"making"}
    assert soft_wishes(wanted()) == {}
