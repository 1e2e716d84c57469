import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.test import Client

from catalog.choices import State
from catalog.open_data.snapshot import read_manifest, write_snapshot
from tests.catalog.people import fetched
from tests.factory import make_handmade, make_piece

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)


@pytest.fixture(autouse=True)
def media(settings: LazySettings, tmp_path: Path) -> Path:
    storage = {"BACKEND": "jewelcompare.storage.WholeFileStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = settings.STORAGES | {"default": storage}
    return tmp_path


def test_without_a_snapshot_the_page_says_so(client: Client) -> None:
    assert read_manifest() == {}
    assert "The first files are not written yet." in client.get("/data/").content.decode()


def test_files_are_what_their_checksums_say(client: Client) -> None:
    make_handmade()
    manifest = write_snapshot(TODAY)
    for file in manifest["files"]:
        data = fetched(client, f"/data/{file['name']}")
        assert (len(data), sha256(data).hexdigest()) == (file["bytes"], file["sha256"])
        assert file["sha256"] in client.get("/data/").content.decode()


def test_only_what_is_published_leaves_and_no_number_of_its_maker(client: Client) -> None:
    make_piece(name="Tide ring", sku="SECRET-1")
    make_piece(name="Hidden ring", state=State.DRAFT)
    for file in write_snapshot(TODAY)["files"]:
        text = fetched(client, f"/data/{file['name']}").decode()
        assert "Hidden" not in text
        assert "SECRET-1" not in text


def test_records_are_one_json_object_in_a_line(client: Client) -> None:
    make_piece(name="Tide\u2028ring")
    name = write_snapshot(TODAY)["files"][1]["name"]
    (line,) = fetched(client, f"/data/{name}").decode().removesuffix("\n").split("\n")
    assert json.loads(line)["name"] == "Tide\u2028ring"


def test_files_before_stay_for_one_snapshot_more(media: Path) -> None:
    for name in ("One", "Two", "Three"):
        make_piece(name=name)
        write_snapshot(TODAY)
    assert len(list((media / "data").glob("pieces-*.csv"))) == 2


def test_equal_catalog_is_the_same_file_and_nothing_is_written_again(media: Path) -> None:
    make_piece()
    first = write_snapshot(TODAY)
    before = {path: path.stat().st_mtime_ns for path in (media / "data").iterdir()}
    assert write_snapshot(TODAY) == first
    assert {path: path.stat().st_mtime_ns for path in (media / "data").iterdir()} == before


@pytest.mark.parametrize("name", ["manifest.json", "nothing.csv", "..%2Fdb.sqlite3"])
def test_nothing_else_is_handed_out(client: Client, name: str) -> None:
    write_snapshot(TODAY)
    assert client.get(f"/data/{name}").status_code == 404


def test_command_prints_what_sha256sum_checks(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("publish_data")
    assert [line.split()[:1] for line in capsys.readouterr().out.splitlines()] == [
        [file["sha256"]] for file in read_manifest()["files"]
    ]
