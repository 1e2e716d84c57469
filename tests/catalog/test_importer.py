from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from catalog.archive import own_pieces
from catalog.choices import Claim, Control, Grade, Kind, Method, OptionKind, Stage, State
from catalog.importer import Plan, plan_for
from catalog.models import Maker, Piece, Upload
from catalog.records import csv_lines, json_lines
from catalog.uploads import forget, may_undo, take_over_upload, undo
from tests.catalog.sheets.files import ETSY_SHORT, RING, SHOPIFY_OLD, table
from tests.factory import evidence, make_maker, make_piece, material, step

pytestmark = pytest.mark.django_db


def upload(maker: Maker, text: str | bytes, **choices: Any) -> Upload:
    data = text if isinstance(text, bytes) else text.encode()
    return Upload.objects.create(maker=maker, data=data, file_name="a.csv", choices=choices)


def plan(maker: Maker, text: str | bytes, **choices: Any) -> Plan:
    return plan_for(Upload(maker=maker, data=text if isinstance(text, bytes) else text.encode(), choices=choices))


def take(maker: Maker, text: str, **choices: Any) -> Upload:
    file = upload(maker, text, **choices)
    take_over_upload(file.pk)
    file.refresh_from_db()
    return file


def statuses(found: Plan) -> list[str]:
    return [line.status for line in found.lines]


def said(found: Plan) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.said) for line in found.lines for one in line.problems]


def full_piece(maker: Maker, **fields: Any) -> Piece:
    return make_piece(
        maker=maker,
        steps=[step(Stage.FORM, Method.FORGE), step(Stage.FINISH, Method.POLISH, Control.HAND_GUIDED)],
        materials=[material()],
        options=[OptionKind.SIZE],
        evidence=[evidence(Claim.FEATURE, Grade.SHOWN)],
        **fields,
    )


def exported(maker: Maker) -> str:
    return "".join(csv_lines(own_pieces(maker)))


def test_only_what_was_edited_changes() -> None:
    piece = full_piece(make_maker(), name="Tide", price=96)
    found = plan(piece.maker, exported(piece.maker).replace(",96,", ",99.50,"))
    assert [(one.place, one.label, one.before, one.after) for one in found.lines[0].changes] == [
        ("", "Price", "96", "99.5")
    ]


def test_public_piece_stays_as_it_is_and_gets_a_change_in_work() -> None:
    piece = full_piece(make_maker(), price=96)
    take(piece.maker, exported(piece.maker).replace(",96,", ",99.50,"))
    piece.refresh_from_db()
    assert [str(piece.price), str(piece.revision.price), piece.revision.state] == ["96.00", "99.50", "draft"]
    assert statuses(plan(piece.maker, exported(piece.maker))) == ["unchanged"]


def test_everything_arrives_as_a_draft_of_whoever_imports() -> None:
    other, own = full_piece(make_maker(), name="Tide"), make_maker()
    take(own, exported(other.maker))
    piece = own.pieces.get()
    assert (piece.state, piece.maker, piece.declared_on) == (State.DRAFT, own, None)
    assert [row.grade for row in piece.evidence.all()] == [Grade.DECLARED]
    assert other.maker.pieces.get() == other


def test_evidence_told_as_before_keeps_its_grade() -> None:
    piece = full_piece(make_maker(), state=State.DRAFT, price=96)
    take(piece.maker, exported(piece.maker).replace(",96,", ",99,"))
    assert [row.grade for row in piece.evidence.all()] == [Grade.SHOWN]


def test_import_again_updates_by_number_and_never_doubles() -> None:
    maker = make_maker()
    take(maker, table(ETSY_SHORT, RING | {"SKU": "A1"}))
    changed = table(ETSY_SHORT, RING | {"SKU": "A1", "TITLE": "Hammered ring of silver", "PRICE": "30"})
    assert statuses(plan(maker, changed)) == ["changed"]
    take(maker, changed)
    assert [f"{piece.name} {piece.price}" for piece in maker.pieces.all()] == ["Hammered ring of silver 30.00"]


@pytest.mark.parametrize(("match", "status", "pieces"), [("same", "unchanged", 1), ("new", "new", 2)])
def test_name_alone_is_asked_about(match: str, status: str, pieces: int) -> None:
    maker = make_maker()
    text = table(ETSY_SHORT, RING)
    take(maker, text)
    found = plan(maker, text, match={"2": match})
    assert (statuses(found), found.lines[0].is_guess) == ([status], True)
    take(maker, text, match={"2": match})
    assert maker.pieces.count() == pieces


def test_questions_hang_on_the_draft() -> None:
    maker = make_maker()
    take(maker, table(ETSY_SHORT, RING | {"MATERIALS": "Gold,Silver"}))
    asked = {row.about: row.said for row in maker.pieces.get().to_confirm.all()}
    assert asked == {"making": "", "partners": "", "materials": "Gold, Silver"}


def test_other_currency_is_an_error_of_its_row() -> None:
    found = plan(make_maker(), table(ETSY_SHORT, RING, RING | {"CURRENCY_CODE": "USD"}))
    assert [(row, column) for row, column, _said in said(found)] == [(3, "CURRENCY_CODE")]
    assert statuses(found) == ["new", "wrong"]


def test_currency_that_no_file_names_is_asked() -> None:
    text = table(SHOPIFY_OLD, {"Handle": "a", "Title": "Sun studs", "Variant Price": "9"})
    assert not plan(make_maker(), text).is_clear
    assert plan(make_maker(), text, currency="EUR").is_clear


def test_kind_that_no_file_names_is_asked() -> None:
    text = table(ETSY_SHORT, RING | {"TITLE": "Something lovely"})
    found = plan(make_maker(), text)
    assert (statuses(found), found.lines[0].lacks_kind) == (["wrong"], True)
    maker = make_maker()
    take(maker, text, kind={"2": "brooch"})
    assert maker.pieces.get().kind == Kind.BROOCH


def test_one_wrong_row_keeps_all_out_until_it_is_left_out() -> None:
    maker = make_maker()
    text = table(ETSY_SHORT, RING, RING | {"TITLE": "Other ring", "PRICE": "0"})
    take(maker, text)
    assert not maker.pieces.exists()
    take(maker, text, left_out=["3"])
    assert maker.pieces.count() == 1


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("kind", "tiara", "Write one of: ring, earrings"),
        ("price", "", "Enter a price"),
        ("days_min", "soon", "no whole number"),
        ("has_raw_edges", "perhaps", "neither yes nor no"),
        ("number_made", "0", "Number made: enter 1 or more"),
        ("page", "javascript:alert(1)", "valid URL"),
        ("step_method", "magic", "Write one of"),
        ("material_mohs", "11", "Hardness: enter a number from 1 to 10"),
        ("evidence_dated", "10/02/2026", "Write it as 2026-02-10"),
        ("nonsense", "x", "no such column"),
    ],
)
def test_wrong_cell_names_row_column_and_remedy(column: str, value: str, words: str) -> None:
    told = {"name": "Tide", "kind": "ring", "price": "96", "step_stage": "form", "step_method": "forge"}
    told |= {"step_control": "hand", "material_role": "metal", "material_part": "Band", "material_substance": "silver"}
    told |= {"evidence_claim": "feature"}
    found = plan(make_maker(), table([*dict.fromkeys([*told, column])], told | {column: value}))
    problems = [*said(found), *((one.row, one.column, one.said) for one in found.problems)]
    assert any(words in remedy for _row, _column, remedy in problems), problems
    assert all(row in (1, 2) for row, _column, _said in problems)


@pytest.mark.parametrize("state", [State.SUBMITTED, State.ARCHIVED])
def test_what_is_under_review_or_put_away_is_not_changed(state: State) -> None:
    piece = full_piece(make_maker(), price=96, state=state)
    assert statuses(plan(piece.maker, exported(piece.maker))) == ["unchanged"]
    assert statuses(plan(piece.maker, exported(piece.maker).replace(",96,", ",99,"))) == ["wrong"]


def test_same_piece_twice_in_a_file_is_an_error() -> None:
    piece = full_piece(make_maker())
    (line,) = json_lines([piece])
    assert said(plan(piece.maker, line + line))[0][2] == "Row 1 is the same piece. Keep one."


def test_text_that_a_spreadsheet_would_run_comes_back_as_it_was() -> None:
    piece = full_piece(make_maker(), name="=1+1", story="'=HYPERLINK()", care="-soft")
    text = exported(piece.maker)
    assert ",'=1+1," in text
    assert statuses(plan(piece.maker, text)) == ["unchanged"]


def test_undo_gives_back_what_was_before() -> None:
    piece = full_piece(make_maker(), state=State.DRAFT, price=96)
    before = exported(piece.maker)
    file = take(piece.maker, before.replace(",96,", ",99,"))
    assert exported(piece.maker) != before
    undo(file)
    assert exported(piece.maker) == before


@hypothesis(max_examples=40)
@given(st.text(max_size=200))
def test_no_cell_breaks_the_preview_or_writes_by_halves(text: str) -> None:
    maker = make_maker()
    data = table(
        ["name", "kind", "price", "story", "step_method", "size_min"],
        {"name": text, "kind": "ring", "price": "5", "story": text, "step_method": text, "size_min": text},
    )
    file = upload(maker, data.encode("utf-8", "replace"))
    take_over_upload(file.pk)
    assert maker.pieces.count() == (1 if plan_for(file).lines and plan_for(file).is_clear else 0)
    Piece.objects.filter(maker=maker).delete()


def test_two_of_one_name_are_two_pieces_again_and_again() -> None:
    maker = make_maker()
    text = table(ETSY_SHORT, RING, RING | {"PRICE": "30"})
    take(maker, text)
    assert statuses(plan(maker, text)) == ["unchanged", "unchanged"]
    take(maker, text)
    assert sorted(str(piece.price) for piece in maker.pieces.all()) == ["24.00", "30.00"]


def test_number_of_another_piece_is_an_error_of_its_row() -> None:
    maker = make_maker()
    full_piece(maker, sku="A1", slug="tide", name="Tide")
    full_piece(maker, sku="B2", slug="moss", name="Moss")
    found = plan(maker, exported(maker).replace(",B2,", ",A1,").replace("tide,A1", "tide,"))
    assert "“Tide” has this number. Give each piece its own." in [remedy for _row, _column, remedy in said(found)]


@pytest.mark.parametrize("name", ["a\\u0000b", "a\\ud800b"])
def test_what_json_spells_and_no_letter_is_is_left_away(name: str) -> None:
    maker = make_maker()
    take(maker, f'{{"name": "{name}", "kind": "ring", "price": 5}}')
    assert maker.pieces.get().name == "ab"


def test_too_long_a_story_is_an_error_and_not_cut() -> None:
    found = plan(
        make_maker(),
        table(["name", "kind", "price", "story"], {"name": "Tide", "kind": "ring", "price": "5", "story": "a" * 4001}),
    )
    assert said(found) == [(2, "story", "4001 characters are too many. Shorten it to 4000.")]


def test_two_rows_that_find_one_piece_are_an_error_until_one_is_left_out() -> None:
    maker = make_maker()
    full_piece(maker, sku="A1", slug="tide", name="Tide")
    rows = '{"name": "Tide", "address": "tide"}\n{"name": "Tide", "sku": "A1"}\n'
    assert statuses(plan(maker, rows)) == ["unchanged", "wrong"]
    assert statuses(plan(maker, rows, left_out=["1"])) == ["left_out", "unchanged"]


def test_file_taken_over_last_is_undone_first() -> None:
    maker = make_maker()
    first, second = (
        upload(maker, table(ETSY_SHORT, RING)),
        upload(maker, table(ETSY_SHORT, RING | {"TITLE": "Moss ring"})),
    )
    for file in (second, first):
        take_over_upload(file.pk)
        file.refresh_from_db()
    assert [may_undo(first), may_undo(second)] == [True, False]
    undo(first)
    assert may_undo(second)


def test_files_are_forgotten_after_a_season_and_their_pieces_stay() -> None:
    maker = make_maker()
    old, new = take(maker, table(ETSY_SHORT, RING)), upload(maker, table(ETSY_SHORT, RING))
    Upload.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(days=91))
    assert forget(timezone.now()) == 1
    assert (list(maker.uploads.all()), maker.pieces.count()) == ([new], 1)
