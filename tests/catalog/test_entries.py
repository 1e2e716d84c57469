import pytest
from django.test import Client

from catalog.choices import Claim, Coating, Grade, Method, Role, Stage, State, Substance
from catalog.facts import MaterialFacts
from catalog.models import Entry, Piece, Version
from tests.factory import evidence, make_handmade, make_maker, make_piece, material, step

pytestmark = pytest.mark.django_db

PLATED = material(Substance.YELLOW_GOLD, coating=Coating.PLATED, core=Substance.BRASS)
VERMEIL = material(Substance.YELLOW_GOLD, coating=Coating.VERMEIL, core=Substance.SILVER)
UNTOLD = material(Substance.YELLOW_GOLD, coating=None)
PEARL = material(Substance.PEARL, role=Role.STONE)
CORD = material(Substance.LEATHER, role=Role.OTHER)


@pytest.mark.parametrize(
    ("materials", "metals", "stones"),
    [
        ([material(Substance.ROSE_GOLD)], "gold", "none"),
        ([PLATED], "brass gold_layer", "none"),
        ([VERMEIL, PEARL], "silver gold_layer", "pearl"),
        ([UNTOLD], "", "none"),
        ([material(Substance.NIOBIUM), material(Substance.TITANIUM)], "titanium", "none"),
        ([CORD], "none", "none"),
        ([], "", ""),
    ],
)
def test_surface_never_passes_for_the_metal_under_it(materials: list[MaterialFacts], metals: str, stones: str) -> None:
    entry = make_piece(materials=materials).entry
    assert (entry.metals, entry.stones) == (metals, stones)


def test_entry_counts_the_levels_that_rest_on_proof() -> None:
    assert make_piece().entry.seen == 0
    shown = [evidence(Claim.EDITION), evidence(Claim.PROCESS)]
    assert make_handmade(evidence=shown).entry.seen == 2


def test_revision_grows_with_every_change_and_no_other_entry_moves() -> None:
    first, second = make_handmade(), make_handmade()
    before = Entry.objects.get(piece=first).revision
    first.save()
    after = Entry.objects.get(piece=first).revision
    assert before < second.entry.revision < after == Version.objects.get().revision


def test_change_of_a_part_or_of_the_maker_renews_the_entry() -> None:
    piece = make_handmade(maker=make_maker(name="Ilda"))
    piece.materials.all().delete()
    piece.materials.create(position=1, role=Role.METAL, part="band", substance=Substance.STEEL, coating=Coating.SOLID)
    assert Entry.objects.get(piece=piece).metals == "steel"
    piece.maker.name = "Dalia"
    piece.maker.save()
    assert Entry.objects.get(piece=piece).names.split()[-1] == "dalia"


def test_deleting_a_piece_begins_an_epoch() -> None:
    piece = make_handmade()
    epoch = Version.objects.get().epoch
    piece.delete()
    assert not Entry.objects.exists()
    assert Version.objects.get().epoch != epoch


def test_archiving_in_the_admin_renews_the_entry(admin_client: Client) -> None:
    piece = make_handmade()
    before = piece.entry.revision
    data = {"action": "archive", "_selected_action": [piece.pk]}
    admin_client.post("/admin/catalog/piece/", data)
    assert Piece.objects.get().state == State.ARCHIVED
    assert Entry.objects.get().revision > before


def test_who_did_a_step_can_be_searched() -> None:
    one = step(Stage.FORM, Method.FORGE, done_by="Ottavia Bardelucci")
    assert "ottavia" in make_piece(steps=[one]).entry.words.split()


def test_grade_that_is_only_declared_is_no_proof() -> None:
    assert make_handmade(evidence=[evidence(Claim.EDITION, Grade.DECLARED)]).entry.seen == 0
