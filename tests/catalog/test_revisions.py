"""Changes of public pieces: unseen until a curator takes them over, and what each would change in words."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.choices import Edition, Grade, Method, Stage, State
from catalog.copies import copy_as_draft, free_slug, revise
from catalog.differences import differences, fallen_silent
from catalog.models import Piece, StateChange
from catalog.workflow import MOVES, carry_out, moves_for
from tests.catalog.people import make_curator, make_member
from tests.factory import make_handmade, make_photo, step

pytestmark = pytest.mark.django_db


@pytest.fixture
def piece() -> Piece:
    """Public, with a photo; its maker has one member."""
    piece = make_handmade(name="Tide ring", slug="tide-ring", summary="A ring.", number_made=1)
    make_photo(piece, alt="A ring")
    make_member(piece.maker)
    return piece


@pytest.fixture
def ines(piece: Piece) -> User:
    return piece.maker.members.get()


@pytest.fixture
def curator() -> User:
    return make_curator()


def public_page(piece: Piece) -> str:
    return Client().get(piece.get_absolute_url()).content.decode()


def test_public_sees_a_change_once_a_curator_has_taken_it_over(piece: Piece, ines: User, curator: User) -> None:
    change = revise(piece)
    Piece.objects.filter(pk=change.pk).update(name="Ebb ring", summary="A ring of the ebb.")
    carry_out(change, "submit", ines)
    assert "Ebb ring" not in public_page(piece)
    carry_out(change, "publish", curator)
    assert "A ring of the ebb." in public_page(piece)
    assert not Piece.objects.filter(pk=change.pk).exists()
    assert piece.photos.get().alt == "A ring"


def test_log_of_a_change_goes_on_at_its_piece(piece: Piece, ines: User, curator: User) -> None:
    change = revise(piece)
    carry_out(change, "submit", ines)
    carry_out(change, "publish", curator)
    log = StateChange.objects.filter(piece=piece)
    assert [(one.by_name, one.state, one.of_revision) for one in log] == [
        ("ines", "submitted", True),
        ("curator", "published", True),
    ]


def test_there_is_one_change_at_a_time(piece: Piece, curator: User) -> None:
    assert revise(piece).pk == revise(piece).pk
    with pytest.raises(ValidationError, match="A change of it is in work"):
        carry_out(piece, "archive", curator)


def test_change_is_never_public_by_itself(piece: Piece) -> None:
    change = revise(piece)
    for state in (State.PUBLISHED, State.ARCHIVED):
        with pytest.raises(IntegrityError), transaction.atomic():
            Piece.objects.filter(pk=change.pk).update(state=state)
    assert Client().get(change.get_absolute_url()).status_code == 404


def test_change_cannot_be_archived(piece: Piece, curator: User) -> None:
    assert "archive" not in {move.name for move in moves_for(revise(piece), curator)}


def test_change_says_field_by_field_what_it_would_change(piece: Piece) -> None:
    change = revise(piece)
    assert differences(piece, change) == []
    Piece.objects.filter(pk=change.pk).update(name="Ebb ring", returnable_days=14)
    change.steps.filter(method=Method.FORGE).update(method=Method.SAW)
    change.steps.create(position=9, stage=Stage.DECORATE, method=Method.ENGRAVE, control="hand")
    change.evidence.all().delete()
    found = differences(piece, Piece.objects.get(pk=change.pk))
    told = [(one.place, one.label, one.before, one.after) for one in found]
    assert told[:3] == [
        ("", "Name", "Tide ring", "Ebb ring"),
        ("", "Returnable for days", "", "14"),
        ("Step “forged”", "Method", "forged", "sawn"),
    ]
    assert [(place, label) for place, label, _before, _after in told[3:]] == [
        ("Step “engraved”", "Added"),
        ("Evidence “photographs of the making”", "Taken away"),
    ]


def test_another_picture_is_a_difference(piece: Piece) -> None:
    change = revise(piece)
    change.photos.update(fingerprint="f" * 16)
    assert [one.label for one in differences(piece, change)] == ["Picture"]


def test_what_shoppers_know_is_not_taken_back(piece: Piece, ines: User) -> None:
    change = revise(piece)
    Piece.objects.filter(pk=change.pk).update(days_min=None, days_max=None)
    change.steps.all().delete()
    change.refresh_from_db()
    silent = ["Days to the door, at least", "Days to the door, at most", "Steps"]
    assert fallen_silent(piece, change) == silent
    with pytest.raises(ValidationError, match="corrected and not be taken back"):
        carry_out(change, "submit", ines)


def test_copy_is_another_piece_whose_evidence_nobody_has_seen(piece: Piece) -> None:
    copy = copy_as_draft(piece)
    assert (copy.state, copy.slug, copy.revises, copy.declared_on) == (State.DRAFT, "tide-ring-copy", None, None)
    assert [one.grade for one in copy.evidence.all()] == [Grade.DECLARED]
    assert copy.steps.count() == piece.steps.count()
    assert copy.assessment.way == piece.assessment.way


def test_photo_of_a_copy_has_files_of_its_own(piece: Piece) -> None:
    original, copied = piece.photos.get(), copy_as_draft(piece).photos.get()
    assert copied.name != original.name
    assert copied.fingerprint == original.fingerprint


def test_longest_name_leaves_room_for_the_word_copy(piece: Piece) -> None:
    piece.name = "x" * 80
    assert len(copy_as_draft(piece).name) == 80


def test_sending_is_declaring(piece: Piece, ines: User) -> None:
    draft = copy_as_draft(piece)
    carry_out(draft, "submit", ines)
    draft.refresh_from_db()
    assert draft.declared_on is not None


def test_address_is_free(piece: Piece) -> None:
    assert free_slug("Tide ring") == "tide-ring-2"


def publicly_told(piece: Piece) -> tuple[str, list[str]]:
    piece.refresh_from_db()
    return piece.name, [one.method for one in piece.steps.order_by("position")]


ACTS = st.tuples(st.booleans(), st.sampled_from([*(move.name for move in MOVES), "revise", "edit", "throw away"]))


def act(piece: Piece, name: str, who: User, number: int) -> None:
    """As the workshop does it: only what is open to makers is edited, and by any of them."""
    change = Piece.objects.filter(revises=piece).first()
    if name == "revise" and piece.state == State.PUBLISHED:
        revise(piece)
    elif name == "edit" and change and change.state in {State.DRAFT, State.CHANGES_REQUESTED}:
        Piece.objects.filter(pk=change.pk).update(name=f"Ring {number}")
    elif name == "throw away" and change and change.state == State.DRAFT:
        change.delete()
    elif name in {move.name for move in MOVES}:
        carry_out(change or piece, name, who, note="Why not.")


@settings(max_examples=40, deadline=None)
@given(st.lists(ACTS, max_size=14))
def test_no_sequence_shows_the_public_what_no_curator_took_over(acts: list[tuple[bool, str]]) -> None:
    piece = make_handmade(edition=Edition.ONE_OFF, steps=[step(Stage.FORM, Method.FORGE)])
    make_photo(piece, alt="A ring")
    ines, curator = make_member(piece.maker, f"ines-{piece.pk}"), make_curator(f"curator-{piece.pk}")
    for number, (is_curator, name) in enumerate(acts):
        before = publicly_told(piece)
        try:
            act(piece, name, curator if is_curator else ines, number)
        except ValidationError:
            assert publicly_told(piece) == before
            continue
        took_over = is_curator and name == "publish"
        assert publicly_told(piece) == before or took_over
    own_log = StateChange.objects.filter(piece=piece, of_revision=False)
    assert piece.state == (own_log.last().state if own_log else State.PUBLISHED)  # type: ignore[union-attr]
