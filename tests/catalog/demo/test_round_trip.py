import json
from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from catalog.archive import own_pieces
from catalog.choices import State
from catalog.importer import plan_for
from catalog.models import Maker, Piece, Upload
from catalog.open_data.public import public_piece, public_pieces
from catalog.records import WRITERS
from catalog.uploads import take_over_upload
from tests.factory import make_maker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

Write = Callable[[Iterable[Piece]], Iterable[str]]


def statuses(maker: Maker, text: str) -> Counter[str]:
    return Counter(line.status for line in plan_for(Upload(maker=maker, data=text.encode())).lines)


def anonymous(pieces: Iterable[Piece], write: Write) -> str:
    """Without what a workshop gives of its own: whose it is, its address and state, and what curators saw."""
    pieces = list(pieces)
    for piece in pieces:
        piece.maker, piece.slug, piece.state, piece.sku = Maker(slug="a"), piece.name, State.DRAFT, ""
        piece.declared_on = piece.added_on = None  # type: ignore[assignment]
        for row in piece.evidence.all():
            row.grade = 0
    return "".join(write(sorted(pieces, key=lambda piece: piece.name)))


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_what_leaves_and_comes_back_changes_nothing(write: Write) -> None:
    counts: Counter[str] = Counter()
    for maker in Maker.objects.all():
        counts += statuses(maker, "".join(write(own_pieces(maker))))
    assert counts == {"unchanged": Piece.objects.count()}


def test_open_data_comes_back_too() -> None:
    counts: Counter[str] = Counter()
    for maker in Maker.objects.all():
        told = (json.dumps(public_piece(piece)) for piece in public_pieces().filter(maker=maker))
        counts += statuses(maker, "\n".join(told))
    assert counts == {"unchanged": Piece.objects.count()}


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_the_whole_catalog_is_the_same_in_another_workshop(write: Write) -> None:
    other, pieces = make_maker(), list(Piece.objects.with_facts())
    upload = Upload.objects.create(maker=other, data="".join(write(pieces)).encode(), file_name="a")
    take_over_upload(upload.pk)
    assert anonymous(own_pieces(other), write) == anonymous(pieces, write)
    assert set(other.pieces.values_list("state", flat=True)) == {State.DRAFT}
