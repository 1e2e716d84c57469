"""What one network address may do in a while: enough for people, and not enough to stand in anybody's way."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from tests.deployed.conftest import HOST, Visitor
from tests.deployed.rows import Rows

pytestmark = pytest.mark.django_db

Ask = Callable[[Visitor], Any]
REPORT = {"about": "materials", "text": "It is 935 silver."}
ANSWERS = "?budget=300&type=ring"
# By action: how it is done, and how often within an hour it must at least be allowed.
ASKS: dict[str, tuple[Ask, int]] = {
    "login": (lambda one: one.post("/account/login/", {"login": "", "password": ""}), 60),
    "reset_password": (lambda one: one.post("/account/password/reset/", {"email": "nobody@example.com"}), 5),
    "report": (lambda one: one.post("/pieces/tide/wrong/", REPORT), 10),
    "share_shortlist": (lambda one: one.post("/shortlist/share/"), 20),
    "wearer_link": (lambda one: one.post(f"/decide/wearer/{ANSWERS}"), 20),
    "save_verdict": (lambda one: one.post(f"/decide/verdict/save/{ANSWERS}"), 20),
    "outcome": (lambda one: one.post(f"/decide/verdict/outcome/{ANSWERS}", {"took": "neither"}), 20),
    "bring": (lambda one: one.post("/bring/", {"text": "A ring of silver"}), 100),
    "verdict_json": (lambda one: one.get(f"/decide/verdict.json{ANSWERS}"), 3_600),
    "open_data": (lambda one: one.get("/api/pieces/tide/"), 3_600),
}
HOURLY = {"m": 60, "h": 1}


def shopper(address: str) -> Visitor:
    visitor = Visitor(origin=f"https://{HOST}")
    visitor.defaults["REMOTE_ADDR"] = address
    visitor.post("/shortlist/keep/", {"piece": "tide"})
    return visitor


@pytest.mark.parametrize("action", ASKS)
def test_action_has_an_end_for_one_address_alone(rows: Rows, settings: LazySettings, action: str) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, action: "2/h/ip"}
    ask, _least = ASKS[action]
    one, other = shopper("192.0.2.1"), shopper("192.0.2.2")
    assert [ask(one).status_code < 400 for _try in range(2)] == [True, True]
    refused = ask(one)
    assert refused.status_code == 429
    assert not refused.cookies
    assert ask(other).status_code < 400


@pytest.mark.parametrize("action", ASKS)
def test_no_honest_visitor_meets_it(settings: LazySettings, action: str) -> None:
    number, unit, who = settings.ACCOUNT_RATE_LIMITS[action].partition(",")[0].split("/")
    assert who == "ip"
    assert int(number) * HOURLY[unit] >= ASKS[action][1]


def test_program_is_told_when_to_come_again(rows: Rows, settings: LazySettings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "verdict_json": "1/m/ip"}
    visitor = shopper("192.0.2.1")
    visitor.get("/decide/verdict.json")
    refused = visitor.get("/decide/verdict.json")
    assert refused.headers["Retry-After"] == "60"
    assert refused.json()["errors"]["query"][0].endswith("then try again.")


def test_who_reads_goes_on_where_nothing_can_be_counted(
    rows: Rows, settings: LazySettings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before, no_folder = settings.CACHES, tmp_path / "full"
    no_folder.touch()
    settings.CACHES = {"default": {**before["default"], "LOCATION": str(no_folder)}}
    for address in ("/decide/verdict.json", "/api/pieces/"):
        assert Visitor().get(address).status_code == 200
    assert "cannot be counted" in caplog.text
    settings.CACHES = before


def test_counts_are_shared_by_all_workers(settings: LazySettings) -> None:
    assert settings.CACHES["default"]["BACKEND"] == "jewelcompare.cache.SharedFiles"
