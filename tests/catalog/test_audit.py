"""The audit trail: who changed what, for staff alone, and no text of a visitor in it."""

import pytest
from auditlog.models import LogEntry

from catalog.choices import State
from catalog.models import Piece
from tests.catalog.admin_forms import filled
from tests.catalog.people import make_curator, make_member, signed_in
from tests.factory import make_handmade, make_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def piece() -> Piece:
    return make_handmade(name="Tide ring", state=State.DRAFT)


def test_what_a_maker_changes_is_kept_with_its_name(piece: Piece) -> None:
    ines = signed_in(make_member(piece.maker))
    address = f"/workshop/catalog/piece/{piece.pk}/change/"
    ines.post(address, filled(ines, address) | {"name": "Ebb ring"})
    entry = LogEntry.objects.get_for_object(piece).filter(action=LogEntry.Action.UPDATE).first()
    assert entry is not None
    assert entry.changes_dict["name"] == ["Tide ring", "Ebb ring"]
    assert (entry.actor.username, entry.remote_addr) == ("ines", None)


def test_trail_is_read_by_staff_alone(piece: Piece) -> None:
    curator = signed_in(make_curator())
    assert "Tide ring" in curator.get("/admin/auditlog/logentry/").content.decode()
    maker = signed_in(make_member(piece.maker))
    assert maker.get("/workshop/auditlog/logentry/").status_code == 404
    assert maker.get("/admin/auditlog/logentry/").status_code == 302


def test_trail_holds_nothing_of_what_a_visitor_wrote(piece: Piece) -> None:
    report = make_report(piece, text="Not silver at all", contact="eve@example.com")
    report.state = "settled"
    report.save()
    kept = " ".join(f"{entry.changes} {entry.object_repr}" for entry in LogEntry.objects.all())
    assert "settled" in kept
    assert "Not silver" not in kept
    assert "eve@example.com" not in kept
