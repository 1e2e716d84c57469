"""Links that hold something of somebody: random, for one purpose, ended in time, told to nobody else."""

import csv
from datetime import timedelta
from io import StringIO
from itertools import permutations

import pytest
from django.conf import LazySettings
from django.db.models import Model
from django.utils import timezone

from buyers.models import SavedVerdict, SharedShortlist, WearerLink, new_token
from buyers.saved.keeping import KEPT_FOR as VERDICTS_KEPT_FOR
from buyers.shortlist.sharing import KEPT_FOR as LISTS_KEPT_FOR
from tests.catalog.people import make_curator, make_member
from tests.deployed.conftest import HOST, Visitor
from tests.deployed.rows import Rows, addresses_by_name
from tests.factory import make_handmade, make_maker

pytestmark = pytest.mark.django_db

PURPOSES = ("shortlist:shared", "saved:verdict", "wearer:answer")
ENDS: dict[str, tuple[type[Model], timedelta]] = {
    "shortlist:shared": (SharedShortlist, LISTS_KEPT_FOR),
    "saved:verdict": (SavedVerdict, VERDICTS_KEPT_FOR),
    "saved:own": (SavedVerdict, VERDICTS_KEPT_FOR),
    "wearer:answer": (WearerLink, WearerLink.OPEN_FOR),
}
FORMULAS = ["=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\uff1d1+1", "|cmd"]


def test_token_is_128_random_bits() -> None:
    tokens = {new_token() for _ in range(1_000)}
    assert len(tokens) == 1_000
    assert {len(token) for token in tokens} == {22}
    assert all(len({token[place] for token in tokens}) > 60 for place in range(21))


def test_token_opens_what_it_was_made_for_alone(rows: Rows) -> None:
    addresses = addresses_by_name(rows)
    for own, other in permutations(PURPOSES, 2):
        token = addresses[own].rstrip("/").rpartition("/")[2]
        folder = addresses[other].rstrip("/").rpartition("/")[0]
        assert Visitor().get(f"{folder}/{token}/").status_code == 404, (own, other)
    invited, reset = addresses["welcome"], addresses["account_reset_password_from_key"]
    key = invited.rstrip("/").rpartition("/")[2]
    account = reset.rpartition("/password/reset/")[2].partition("-")[0]
    assert "works no longer" in Visitor().get(f"/account/password/reset/{account}-{key}/").content.decode()


@pytest.mark.parametrize("name", ENDS)
def test_link_ends(rows: Rows, name: str) -> None:
    model, kept_for = ENDS[name]
    address = addresses_by_name(rows)[name]
    for age, status in ((kept_for - timedelta(hours=1), 200), (kept_for + timedelta(hours=1), 404)):
        model._default_manager.update(created=timezone.now() - age)
        assert Visitor().get(address).status_code == status


@pytest.mark.parametrize("name", [*ENDS, "saved:outcome", "saved:thanks"])
def test_link_is_told_to_nobody(rows: Rows, name: str) -> None:
    headers = Visitor().get(addresses_by_name(rows)[name]).headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Robots-Tag"] == "noindex"
    assert "private" in headers["Cache-Control"]


@pytest.mark.parametrize("header", ["x-forwarded-host", "forwarded", "x-host", "x-original-url"])
def test_no_header_gives_the_site_another_name(rows: Rows, header: str) -> None:
    visitor = Visitor(**{header: "elsewhere.example"})
    for address in ("/pieces/tide/", "/", "/sitemap.xml", "/robots.txt", addresses_by_name(rows)["saved:own"]):
        assert "elsewhere.example" not in visitor.get(address).content.decode()


@pytest.mark.parametrize("text", FORMULAS)
def test_no_export_holds_a_formula(rows: Rows, settings: LazySettings, text: str) -> None:
    settings.STAFF_NEED_SECOND_STEP = False
    maker = make_maker(slug="sly", name=f"{text} maker")
    make_handmade(maker=maker, slug="sly-ring", name=text, story=text)
    staff, workshop = "/admin/catalog/piece/export/csv/", f"/workshop/catalog/maker/{maker.pk}/export/csv/"
    for who, address in ((make_curator(), staff), (make_member(maker, "sly"), workshop)):
        visitor = Visitor()
        visitor.force_login(who)
        response = visitor.get(address)
        cells = [cell for row in csv.reader(StringIO(response.getvalue().decode("utf-8-sig"))) for cell in row]
        assert response.status_code == 200
        assert f"'{text}" in cells
        assert not [cell for cell in cells if cell.startswith(text)]


def test_site_answers_by_its_own_name_alone() -> None:
    for host in ("elsewhere.example", f"{HOST}.elsewhere.example", f"elsewhere.example:443@{HOST}", "127.0.0.1", ""):
        assert Visitor(host=host).get("/about/").status_code == 400, host
