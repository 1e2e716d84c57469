"""Every address of both sites with every row's number, as everybody: found by the resolver, so none is forgotten."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, reverse

from catalog.choices import State
from catalog.copies import revise
from catalog.models import Evidence, Maker, Piece, StateChange, Step, Upload
from catalog.sites import Door, workshop
from tests.catalog.people import make_curator, make_member, signed_in
from tests.factory import make_handmade, make_maker, make_photo, make_report

pytestmark = pytest.mark.django_db

SECRETS = ("Unseen draft", "Unseen change", "unseen-draft", "unseen-change")
NOWHERE = 987_654_321
HOSTILE = {
    "_move_state": "publish",
    "_move_photo": "1 1",
    "_move_part": "step 1 1",
    "_sequence": "forged",
    "_note": "Mine now.",
    "act": "apply",
    "name": "Taken over",
    "state": "published",
    "post": "yes",
    "action": "archive",
    "q": "Unseen",
}
SITES: tuple[Any, ...] = (admin.site, workshop)


@pytest.fixture
def maker() -> Maker:
    """Maker A, with a draft, the unpublished change of a public piece, and that piece, of which somebody complains."""
    maker = make_maker(name="A", slug="a")
    draft = make_handmade(name="Unseen draft", slug="unseen-draft", state=State.DRAFT, maker=maker)
    make_photo(draft, alt="Unseen draft")
    change = revise(make_handmade(name="Public ring", slug="public-ring", maker=maker))
    Piece.objects.filter(pk=change.pk).update(name="Unseen change", slug="unseen-change")
    make_report(draft, text="Unseen draft")
    Upload.objects.create(
        maker=maker, file_name="Unseen draft.csv", data=b"TITLE,PRICE,MATERIALS\nUnseen draft ring,5,\n"
    )
    return maker


@pytest.fixture
def other() -> Maker:
    """Maker B."""
    return make_maker(name="B", slug="b")


def patterns_of(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from patterns_of(one.url_patterns)
        elif one.name:
            yield one


def numbers_for(name: str) -> list[Any]:
    """All rows of the model that an address is of, and one that there is not."""
    label, _, rest = name.partition("_")
    model_name = rest.partition("_")[0]
    try:
        model = apps.get_model(label, model_name)
    except LookupError:
        return [NOWHERE]
    return [*model._default_manager.values_list("pk", flat=True)[:20], NOWHERE]


def addresses_of(site: AdminSite) -> set[str]:
    piece = ContentType.objects.get_for_model(Piece)
    found = set()
    for pattern in patterns_of(site.urls[0]):
        name = str(pattern.name)
        choices = [[], ["catalog"], *([number] for number in numbers_for(name))]
        choices += [[piece.pk, number] for number in numbers_for("catalog_piece_x")]
        choices += [
            [maker, file] for maker in numbers_for("catalog_maker_x") for file in numbers_for("catalog_upload_x")
        ]
        choices += [["csv"], *([maker, kind] for maker in numbers_for("catalog_maker_x") for kind in ("csv", "zip"))]
        for args in choices:
            try:
                found.add(reverse(f"{site.name}:{name}", args=args))
            except NoReverseMatch:
                continue
    return found


def answers(client: Client, address: str) -> Iterator[HttpResponse]:
    for response in (client.get(address), client.get(address, HOSTILE), client.post(address, HOSTILE)):
        yield response  # type: ignore[misc]
        # Read to its end, a file is closed.
        response.getvalue()


def rows() -> list[Any]:
    return [
        list(model.objects.order_by("pk").values())
        for model in (Piece, Maker, Step, Evidence, StateChange, Upload, User)
    ]


def public_names() -> list[str]:
    return sorted(Piece.objects.published().values_list("name", flat=True))


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_walk_meets_every_address(site: Door, maker: Maker) -> None:
    found = addresses_of(site)
    views = {str(pattern.name) for pattern in patterns_of(site.urls[0])}
    assert len(found) > len(views)
    for view in ("change", "move", "preview", "copy", "revise", "bench", "shoppers", "history", "delete"):
        for piece in Piece.objects.all():
            assert reverse(f"{site.name}:catalog_piece_{view}", args=[piece.pk]) in found


def test_walk_meets_a_makers_files(maker: Maker) -> None:
    found = addresses_of(workshop)
    for view, args in (("import", []), ("upload", [maker.uploads.get().pk]), ("export", ["zip"])):
        assert reverse(f"workshop:catalog_maker_{view}", args=[maker.pk, *args]) in found
    assert "/admin/catalog/piece/export/csv/" in addresses_of(admin.site)


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_nothing_of_one_maker_reaches_another_or_a_stranger(site: Door, maker: Maker, other: Maker) -> None:
    people = [Client(), signed_in(make_member(other, "berta"))]
    addresses = addresses_of(site)
    for client in people:
        before = rows()
        for address in addresses:
            for response in answers(client, address):
                said = f"{response.getvalue().decode(errors='replace')} {response.headers.get('Location', '')}"
                assert not [secret for secret in SECRETS if secret in said], address
        # All but when each person was last here.
        assert rows()[:-1] == before[:-1]


def test_maker_changes_only_what_is_open_and_publishes_nothing(maker: Maker) -> None:
    before, client = public_names(), signed_in(make_member(maker, "ana"))
    address_of = {site: sorted(one for one in addresses_of(site) if "/copy/" not in one) for site in SITES}
    for addresses in address_of.values():
        for address in addresses:
            for response in answers(client, address):
                assert response.status_code < 500, address
    assert public_names() == before
    assert not StateChange.objects.exclude(by_name="ana").exists()


# Django's own form for another user's password asks for a field that it does not always have.
@pytest.mark.ignore_template_errors
@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
@pytest.mark.parametrize("who", ["curator", "superuser"])
def test_staff_are_answered_everywhere(who: str, site: Door, maker: Maker) -> None:
    client = signed_in(make_curator() if who == "curator" else User.objects.create_superuser("root"))
    for address in sorted(addresses_of(site), key=lambda one: "/delete/" in one):
        for response in answers(client, address):
            assert response.status_code < 500, address


def test_curator_has_no_way_to_accounts(maker: Maker) -> None:
    client = signed_in(make_curator())
    for address in addresses_of(admin.site):
        if "/auth/" in address or "/mfa/" in address:
            assert client.get(address).status_code in {302, 403}, address
            assert client.post(address, HOSTILE).status_code in {302, 403}, address
    assert not User.objects.filter(is_superuser=True).exists()
