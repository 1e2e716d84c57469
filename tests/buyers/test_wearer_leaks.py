"""Every byte that a wearer is sent is read for what would spoil the surprise."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from hypothesis import given
from hypothesis import strategies as st

from buyers.answers import CURRENCY_SIGNS
from buyers.models import WearerLink
from buyers.questions import QUESTIONS
from buyers.wearer.asking import QUESTIONS_ASKED
from catalog.models import Maker, Piece
from tests.buyers.presses import CHOOSE, HERE, KEEP, page, press

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

BUDGET, KEPT = "317", ("tide-ring", "arc-ring")
WHEN = date.today() + timedelta(days=500)
DUEL = f"d.{KEPT[1]}.{KEPT[0]}=a2"
TOLD = f"budget={BUDGET}&{DUEL}&top=craft,price,uniqueness&type=necklace&when={WHEN}&who=partner&why=care,memory"
BETRAYING = {"budget", "price", "prices", "cost", "costs", "spend", "gift", "gifts", "present", "surprise", "occasion"}
SIGNS = set(CURRENCY_SIGNS.values())
SAID = {"ring_size": "54", "skin": "nickel", "style": ["bold", "plain"]}
# Both are asked of everybody; that they tell nothing is read from pages that are alike.
ASKED_OF_ALL = {"ring", "bracelet", "any"}
FORM = "application/x-www-form-urlencoded"
FIELDS = {"id", "token", "created", "answered", "ring_size", "wrist_size", "skin", "metal", "style"}


@pytest.fixture
def giver(client: Client) -> Client:
    """Somebody who keeps and compares pieces, and asked a wearer with everything answered."""
    press(client, KEEP, *KEPT)
    for slug in KEPT:
        press(client, CHOOSE, slug)
    assert client.post(f"/decide/wearer/?{TOLD}", headers=HERE).status_code == 303
    assert page(client, f"/decide/wearer/?{TOLD}").select_one("input.shared-address")
    assert page(client, "/about/").select(".tray-piece")
    return client


def words_of_values(key: str) -> Iterator[str]:
    for value in QUESTIONS[key].values:
        yield from filter(None, (value.value, value.label, value.short, value.label_for_another))


def betraying_words() -> set[str]:
    kinds = {word for word in words_of_values("type") if word.lower() not in ASKED_OF_ALL}
    names = [*Piece.objects.values_list("name", "slug"), *Maker.objects.values_list("name", "slug")]
    days = (WHEN.isoformat(), date_format(WHEN, "j F Y"), date_format(WHEN, "j F"))
    texts = (*BETRAYING, BUDGET, "partner", "My partner", "necklace", *days, *CURRENCY_SIGNS)
    return {*texts, *kinds, *words_of_values("why"), *(name for pair in names for name in pair)}


def bytes_of(response: Any) -> str:
    """Status, headers, cookies and content, as one text; without the request's name, which chance gives."""
    headers = response.serialize_headers().decode("latin-1").replace(response.headers["X-Request-ID"], "")
    head = f"{response.status_code} {response.reason_phrase}\n{headers}"
    return f"{head}\n{response.cookies.output()}\n{response.content.decode()}"


def found_in(text: str, words: Iterable[str]) -> list[str]:
    """Whole words in any case; the sign of a currency wherever it stands."""
    whole = (word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE))
    return [*whole, *(sign for sign in SIGNS if sign in text)]


def every_answer(client: Client) -> Iterator[HttpResponse]:
    """All that can be had of the one link: asked, refused, thanked, changed, taken back, ended."""
    address = f"/for/{WearerLink.objects.get().token}/"
    yield from (client.get(address), client.head(address), client.put(address))  # type: ignore[misc]
    yield client.get(address.removesuffix("/"))  # type: ignore[misc]
    yield client.post(address, {"ring_size": "1", "wrist_size": "1", "skin": "x"}, headers=HERE)  # type: ignore[misc]
    yield client.post(address, headers=HERE)  # type: ignore[misc]
    yield client.post(address, SAID)  # type: ignore[misc]
    yield client.post(address, SAID, headers=HERE)  # type: ignore[misc]
    yield from (client.get(address), client.get(f"{address}?change=on"))  # type: ignore[misc]
    yield client.post(address, {"take_back": "on"}, headers=HERE)  # type: ignore[misc]
    WearerLink.objects.update(created=timezone.now() - timedelta(days=61))
    yield from (client.get(address), client.post(address, SAID, headers=HERE))  # type: ignore[misc]
    yield from (client.get("/for/"), client.get("/for/nothing/"), client.get("/for/sizer/"))  # type: ignore[misc]


@pytest.mark.parametrize("has_cookie", [False, True], ids=["own browser", "the giver's browser"])
def test_nothing_that_a_wearer_is_sent_betrays_anything(giver: Client, has_cookie: bool) -> None:
    words, reader, statuses = betraying_words(), giver if has_cookie else Client(), set()
    for response in every_answer(reader):
        statuses.add(response.status_code)
        assert found_in(bytes_of(response), words) == []
    assert statuses == {200, 301, 303, 403, 404, 405}


def test_what_would_betray_is_found_where_it_stands(giver: Client) -> None:
    text = bytes_of(giver.get(f"/decide/check/?{TOLD}")) + bytes_of(giver.get("/shortlist/"))
    words = betraying_words()
    assert {BUDGET, "To show that I care", "Tide ring", "tide-ring", "Ilda Sarmeira", "€"} <= set(found_in(text, words))
    assert len(words) > 250


@pytest.mark.parametrize("asked", [TOLD, "type=ring&size=52", "type=bracelet&who=friend", "who=self&why=self_treat"])
def test_pages_are_alike_whoever_asked(asked: str) -> None:
    seen = []
    for query in (asked, ""):
        WearerLink.objects.all().delete()
        Client().post(f"/decide/wearer/?{query}", headers=HERE)
        token = WearerLink.objects.get().token
        seen.append([bytes_of(response).replace(token, "token") for response in every_answer(Client())])
    assert seen[0] == seen[1]


def test_nothing_of_the_giver_is_stored_with_the_link(giver: Client) -> None:
    assert {field.name for field in WearerLink._meta.get_fields()} == FIELDS
    stored = WearerLink.objects.values_list(*sorted(FIELDS - {"id", "token", "created"})).get()
    assert set(stored) == {None, ""}


def test_title_and_description_for_previews_are_neutral(giver: Client) -> None:
    shown = page(Client(), f"/for/{WearerLink.objects.get().token}/")
    assert shown.title is not None
    assert shown.title.get_text().split(" \N{EN DASH} ") == ["A few questions about you", settings.SITE_NAME]
    described = shown.select("meta[name=description], meta[property]")
    assert [meta["content"] for meta in described] == ["A few short questions. All of them may be skipped."]
    assert not shown.select("link[rel=canonical], nav, .tray, img")


TEXTS = st.text(max_size=30) | st.sampled_from(["54", "165", "no", "bold", "bold,plain", "surprise", "\0", "5" * 600])
FORMS = st.dictionaries(st.sampled_from(list(QUESTIONS_ASKED)) | st.text(max_size=8), st.lists(TEXTS, max_size=3))


@given(FORMS)
def test_any_text_is_taken_or_refused(form: dict[str, list[str]]) -> None:
    link = WearerLink.objects.create()
    pairs = [(key, text) for key, texts in form.items() for text in texts]
    response = Client().post(f"/for/{link.token}/", urlencode(pairs), content_type=FORM, headers=HERE)
    assert response.status_code in {200, 303}
    assert Client().get(f"/for/{link.token}/").status_code == 200
