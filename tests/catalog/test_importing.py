"""A maker's files in the workshop, by its pages."""

import io
import zipfile
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from catalog.archive import own_pieces
from catalog.choices import State
from catalog.models import Maker, Upload
from catalog.records import csv_lines
from catalog.uploads import progress_of
from tests.catalog.people import fetched, make_curator, make_member, signed_in
from tests.catalog.sheets.files import ETSY_SHORT, RING, SHOPIFY_OLD, table
from tests.factory import make_handmade, make_maker, make_photo, make_piece

pytestmark = pytest.mark.django_db
TWO = table(ETSY_SHORT, RING, RING | {"TITLE": "Moss agate necklace", "SKU": "N1"})


@pytest.fixture
def maker() -> Maker:
    return make_maker()


@pytest.fixture
def client(maker: Maker) -> Client:
    return signed_in(make_member(maker))


def address(view: str, maker: Maker, *args: object) -> str:
    return reverse(f"workshop:catalog_maker_{view}", args=[maker.pk, *args])


def bring(client: Client, maker: Maker, text: str | bytes) -> str:
    """The address of the preview."""
    data = text if isinstance(text, bytes) else text.encode()
    response = client.post(address("import", maker), {"file": SimpleUploadedFile("listings.csv", data)})
    assert response.status_code == 302
    return str(response.headers["Location"])


def page(response: Any) -> str:
    assert response.status_code == 200
    return str(response.content.decode())


def test_preview_stores_no_piece_and_apply_stores_all(client: Client, maker: Maker) -> None:
    preview = bring(client, maker, TWO)
    assert "Etsy, listings for sale" in page(client.get(preview))
    assert not maker.pieces.exists()
    report = page(client.post(preview, {"act": "apply"}, follow=True))
    assert "Taken over on" in report
    assert {piece.state for piece in maker.pieces.all()} == {State.DRAFT}
    assert maker.pieces.count() == 2


def test_wrong_row_is_named_and_nothing_is_taken_over(client: Client, maker: Maker) -> None:
    preview = bring(client, maker, table(ETSY_SHORT, RING, RING | {"PRICE": "lots"}))
    said = page(client.post(preview, {"act": "apply"}, follow=True))
    assert "answer what is asked below first" in said
    assert "PRICE: “lots” is no price. Write it as 24.50, without words." in said
    assert not maker.pieces.exists()
    client.post(preview, {"act": "apply", "left_out-3": "on"})
    assert maker.pieces.count() == 1


def test_answers_stay_where_they_were_given(client: Client, maker: Maker) -> None:
    preview = bring(client, maker, table(SHOPIFY_OLD, {"Handle": "a", "Title": "A thing", "Variant Price": "9"}))
    client.post(preview, {"act": "look", "currency": "EUR", "kind-2": "brooch"})
    said = page(client.get(preview))
    assert '<option value="brooch" selected>' in said
    client.post(preview, {"act": "apply", "currency": "EUR", "kind-2": "brooch"})
    assert maker.pieces.get().kind == "brooch"


def test_file_taken_over_twice_is_taken_over_once(client: Client, maker: Maker) -> None:
    preview = bring(client, maker, TWO)
    for _time in range(2):
        client.post(preview, {"act": "apply"})
    assert maker.pieces.count() == 2


def test_last_file_can_be_undone_once(client: Client, maker: Maker) -> None:
    kept = make_piece(maker=maker)
    preview = bring(client, maker, TWO)
    client.post(preview, {"act": "apply"})
    assert "Undo it" in page(client.get(preview))
    assert "Undone" in page(client.post(preview, {"act": "undo"}, follow=True))
    assert list(maker.pieces.all()) == [kept]
    assert "Only the last file" in page(client.post(preview, {"act": "undo"}, follow=True))


def test_nothing_is_undone_once_a_piece_went_on(client: Client, maker: Maker) -> None:
    preview = bring(client, maker, TWO)
    client.post(preview, {"act": "apply"})
    maker.pieces.filter(sku="N1").update(price=99)
    assert "changed, sent or removed: Moss agate necklace" in page(client.post(preview, {"act": "undo"}, follow=True))
    assert maker.pieces.count() == 2


def test_file_itself_goes_once_it_is_taken_over(client: Client, maker: Maker) -> None:
    client.post(bring(client, maker, TWO), {"act": "apply"})
    assert bytes(Upload.objects.get().data) == b""


def test_page_of_a_file_in_work_tells_how_far_it_is_and_looks_again(client: Client, maker: Maker) -> None:
    preview = bring(client, maker, TWO)
    upload = Upload.objects.get()
    cache.set(f"upload:{upload.pk}", (40, 200), 60)
    response = client.get(preview)
    assert response.headers["Refresh"] == "2"
    assert '<progress max="200" value="40"' in page(response)
    client.post(preview, {"act": "apply"})
    assert not maker.pieces.exists()
    cache.delete(f"upload:{upload.pk}")
    assert progress_of(upload) is None


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff\xfe", b"PK\x03\x04", b"{", b'"', b"TITLE,PRICE,TAGS,MATERIALS\n,,,\n"]
)
def test_file_that_is_none_says_what_to_do(client: Client, maker: Maker, data: bytes) -> None:
    file = SimpleUploadedFile("a.csv", data)
    assert 'class="errornote"' in page(client.post(address("import", maker), {"file": file}, follow=True))


def test_nothing_of_a_maker_is_a_strangers(client: Client, maker: Maker) -> None:
    preview = bring(client, maker, TWO)
    make_piece(maker=maker)
    stranger, curator = signed_in(make_member(make_maker(), "berta")), signed_in(make_curator())
    addresses = [preview, address("import", maker), *(address("export", maker, kind) for kind in ("csv", "zip"))]
    for one in (stranger, curator, Client()):
        assert {one.get(address).status_code for address in addresses} <= {302, 404}
        assert one.post(preview, {"act": "apply"}).status_code in {302, 404}
    assert maker.pieces.count() == 1


def test_own_table_leaves_as_its_maker_last_wrote_it(client: Client, maker: Maker) -> None:
    make_handmade(maker=maker, name="Tide ring")
    assert fetched(client, address("export", maker, "csv")).decode() == "".join(csv_lines(own_pieces(maker)))
    assert client.get(address("export", maker, "xml")).status_code == 404


def test_archive_holds_all_with_pictures(client: Client, maker: Maker) -> None:
    make_photo(make_handmade(maker=maker, name="Tide ring", slug="tide-ring"), alt="A ring.")
    archive = zipfile.ZipFile(io.BytesIO(fetched(client, address("export", maker, "zip"))))
    names = ["README.txt", "pieces.csv", "pieces.jsonl", "maker.json", "history.json", "photos/tide-ring-1.jpg"]
    assert archive.namelist() == names
    assert archive.read(names[-1]) == b"master"
    assert b"ines@example.com" in archive.read("maker.json")


def test_template_is_an_empty_table_of_all_columns(client: Client, maker: Maker) -> None:
    text = client.get(address("export", maker, "template")).content.decode("utf-8-sig")
    assert text.split(",")[:4] == ["address", "sku", "maker", "state"]
    row = text + ",,,,Tide,ring," + "\n"
    assert "Enter a price" in page(client.get(bring(client, maker, row)))


def test_questions_stand_on_the_draft_until_they_are_ticked_off(client: Client, maker: Maker) -> None:
    client.post(bring(client, maker, table(ETSY_SHORT, RING | {"MATERIALS": "Gold,Silver"})), {"act": "apply"})
    form = reverse("workshop:catalog_piece_change", args=[maker.pieces.get().pk])
    assert "Which of them is this piece made of?" in page(client.get(form))
    maker.pieces.get().to_confirm.all().delete()
    assert "tick off" not in page(client.get(form))


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_staff_take_the_whole_catalog(kind: str) -> None:
    make_piece(name="Tide ring"), make_piece(name="Moss ring", state=State.DRAFT)
    text = fetched(signed_in(make_curator()), f"/admin/catalog/piece/export/{kind}/").decode()
    assert "Tide ring" in text
    assert "Moss ring" in text
    assert signed_in(make_curator("curator2")).get("/admin/catalog/piece/export/xml/").status_code == 404
