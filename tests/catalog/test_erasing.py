"""A maker who leaves takes everything along, and nothing of them stays."""

from io import StringIO
from pathlib import Path

import pytest
from auditlog.context import set_actor
from auditlog.models import LogEntry
from django.apps import apps
from django.contrib.auth.models import User
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.core.serializers import serialize

from catalog.copies import revise
from catalog.models import Maker, Person, Piece, Upload
from tests.catalog.people import make_curator, make_member
from tests.factory import make_handmade, make_maker, make_photo, make_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def maker() -> Maker:
    maker = make_maker(name="Leaving", slug="leaving", contact="leaving@example.com")
    Person.objects.create(maker=maker, name="Leaving Ines", role="smith")
    member = make_member(maker, "leaving-ines")
    with set_actor(member):
        piece = make_handmade(name="Leaving ring", slug="leaving-ring", maker=maker)
        make_photo(piece, alt="Leaving")
        make_report(piece, text="Leaving")
        revise(piece)
    Upload.objects.create(maker=maker, by=member, file_name="leaving.csv", data=b"leaving")
    return maker


def erase(*options: str) -> str:
    said = StringIO()
    call_command("erase_maker", "leaving", *options, stdout=said)
    return said.getvalue()


def everything() -> str:
    models = [model for model in apps.get_models() if model._meta.managed]
    return "".join(serialize("json", model._default_manager.all()) for model in models).lower()


def test_nothing_of_them_is_left_in_any_table(maker: Maker) -> None:
    make_handmade(name="Staying ring")
    assert "leaving" in everything()
    assert "2 pieces; accounts: leaving-ines. All of it is deleted." in erase("--yes")
    left = everything()
    assert "leaving" not in left, [part[:900] for part in left.split('{"model') if "leaving" in part]
    assert Piece.objects.get().name == "Staying ring"
    assert LogEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_no_file_of_theirs_is_left(maker: Maker) -> None:
    folders = [Path(storages[name].path("")) for name in ("default", "masters")]
    [name] = {photo.name for piece in Piece.objects.filter(revises=None) for photo in piece.photos.all()}
    assert any(name in str(path) for folder in folders for path in folder.rglob("*"))
    erase("--yes")
    assert not any(name in str(path) for folder in folders for path in folder.rglob("*"))


def test_nothing_goes_without_a_yes(maker: Maker) -> None:
    assert "Nothing is deleted" in erase()
    assert Maker.objects.filter(pk=maker.pk).exists()


def test_who_works_elsewhere_too_or_for_the_site_stays(maker: Maker) -> None:
    make_maker(name="Other", slug="other").members.add(make_member(maker, "both"))
    maker.members.add(make_curator())
    erase("--yes")
    assert {*User.objects.values_list("username", flat=True)} == {"both", "curator"}


def test_unknown_maker_is_told(db: None) -> None:
    with pytest.raises(CommandError, match="no maker"):
        erase("--yes")
