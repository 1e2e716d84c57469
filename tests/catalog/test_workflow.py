import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import DjangoCaptureOnCommitCallbacks

from catalog.choices import State
from catalog.models import Piece, StateChange
from catalog.workflow import MOVES, carry_out, moves_for
from tests.catalog.people import make_curator, make_member
from tests.factory import make_handmade, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def piece() -> Piece:
    """A draft with a photo, whose maker has one member."""
    piece = make_handmade(name="Tide ring", state=State.DRAFT)
    make_photo(piece, alt="A ring")
    make_member(piece.maker)
    return piece


@pytest.fixture
def ines(piece: Piece) -> User:
    return piece.maker.members.get()


@pytest.fixture
def curator() -> User:
    return make_curator()


def state(piece: Piece) -> str:
    return Piece.objects.get(pk=piece.pk).state


def test_piece_goes_from_the_bench_to_the_public_by_two_people(piece: Piece, ines: User, curator: User) -> None:
    carry_out(piece, "submit", ines)
    carry_out(piece, "return", curator, note="The clasp?", about="making")
    carry_out(piece, "submit", ines)
    carry_out(piece, "publish", curator)
    assert state(piece) == State.PUBLISHED
    log = StateChange.objects.filter(piece=piece)
    assert [(change.by_name, change.state) for change in log] == [
        ("ines", "submitted"),
        ("curator", "changes_requested"),
        ("ines", "submitted"),
        ("curator", "published"),
    ]


@pytest.mark.parametrize("name", [move.name for move in MOVES if not move.by_makers])
def test_makers_cannot_do_what_curators_do(name: str, piece: Piece, ines: User) -> None:
    for one in State:
        Piece.objects.filter(pk=piece.pk).update(state=one)
        with pytest.raises(ValidationError, match="cannot be done"):
            carry_out(piece, name, ines)
        assert state(piece) == one


def test_strangers_can_do_nothing(piece: Piece) -> None:
    stranger = User.objects.create_user("stranger", is_staff=True)
    for one in State:
        piece.state = one
        assert moves_for(piece, stranger) == []


@pytest.mark.parametrize(
    ("alts", "said"), [([], "Add a photo first"), (["A ring", ""], "Say what each photo shows first")]
)
def test_piece_is_not_sent_without_pictures_and_words(alts: list[str], said: str, piece: Piece, ines: User) -> None:
    piece.photos.all().delete()
    for alt in alts:
        make_photo(piece, alt=alt)
    with pytest.raises(ValidationError, match=said):
        carry_out(piece, "submit", ines)
    assert state(piece) == State.DRAFT
    assert not StateChange.objects.exists()


def test_changes_are_not_asked_for_without_saying_which(piece: Piece, ines: User, curator: User) -> None:
    carry_out(piece, "submit", ines)
    with pytest.raises(ValidationError, match="Say in the note"):
        carry_out(piece, "return", curator, note="  ")


def test_second_of_two_curators_is_told_that_somebody_was_faster(piece: Piece, ines: User, curator: User) -> None:
    carry_out(piece, "submit", ines)
    stale = Piece.objects.get(pk=piece.pk)
    carry_out(piece, "publish", curator)
    with pytest.raises(ValidationError, match="faster"):
        carry_out(stale, "return", curator, note="No.")
    assert state(piece) == State.PUBLISHED


def test_maker_hears_by_mail(
    piece: Piece, ines: User, curator: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        carry_out(piece, "submit", ines)
        carry_out(piece, "return", curator, note="The clasp?", about="making")
    assert [(message.to, "The clasp?" in message.body) for message in mail.outbox] == [(["ines@example.com"], True)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.sampled_from([move.name for move in MOVES])), max_size=12))
def test_no_sequence_publishes_what_nobody_reviewed(steps: list[tuple[bool, str]]) -> None:
    piece = make_handmade(state=State.DRAFT)
    make_photo(piece, alt="A ring")
    ines, curator = make_member(piece.maker, f"ines-{piece.pk}"), make_curator(f"curator-{piece.pk}")
    for is_curator, name in steps:
        try:
            carry_out(piece, name, curator if is_curator else ines, note="Why not.")
        except ValidationError:
            continue
    replayed = State.DRAFT
    for change in StateChange.objects.filter(piece=piece):
        assert change.former == replayed
        assert change.state != State.PUBLISHED or (change.by == curator and change.former == State.SUBMITTED)
        replayed = State(change.state)
    assert state(piece) == replayed
