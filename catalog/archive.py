"""All that the site holds of a maker, in one archive with its pictures: theirs to take along."""

import json
from collections.abc import Iterator
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.storage import storages
from django.db.models import QuerySet

from catalog.models import Maker, Piece
from catalog.photo_files import master_path
from catalog.records import csv_lines, json_lines, own_piece

READ_ME = """This is all that the site holds of %(maker)s.

pieces.csv    the table that can be imported again: edit it, import it, and only your edits change
pieces.jsonl  the same as one JSON record in a line
maker.json    your own page, and who works for you
history.json  what became of each piece, and the notes of the curators
photos/       your pictures as we keep them, by the address of their piece
"""


def own_pieces(maker: Maker) -> list[Piece]:
    """Each as its maker last wrote it."""
    parts = ("steps", "materials", "options", "evidence", "photos")
    pieces: QuerySet[Piece] = maker.pieces.filter(revises=None).with_facts()
    pieces = pieces.prefetch_related("photos", *(f"revision__{part}" for part in parts), "revision__maker")
    return [own_piece(piece) for piece in pieces]


def write_archive(maker: Maker, file: IO[bytes]) -> None:
    pieces = own_pieces(maker)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", READ_ME % {"maker": maker.name})
        archive.writestr("pieces.csv", "".join(csv_lines(pieces)))
        archive.writestr("pieces.jsonl", "".join(json_lines(pieces)))
        archive.writestr("maker.json", _json(_maker(maker)))
        archive.writestr("history.json", _json([*_history(maker)]))
        for name, data in _photos(pieces):
            archive.writestr(name, data)


def _photos(pieces: list[Piece]) -> Iterator[tuple[str, bytes]]:
    for piece in pieces:
        for at, photo in enumerate(piece.photos.all(), 1):
            path = master_path(photo.name)
            if storages["masters"].exists(path):
                with storages["masters"].open(path) as file:
                    slug = (piece.revises or piece).slug
                    yield f"photos/{slug}-{at}.{path.rpartition('.')[2]}", file.read()


def _maker(maker: Maker) -> dict[str, Any]:
    told = {name: getattr(maker, name) for name in ("name", "slug", "kind", "summary", "story", "place", "country")}
    told |= {name: getattr(maker, name) for name in ("founded", "website", "contact", "verification", "verified_on")}
    people = [*maker.people.values("name", "role")]
    accounts = [*maker.members.values("username", "first_name", "last_name", "email")]
    return told | {"people": people, "accounts": accounts}


def _history(maker: Maker) -> Iterator[dict[str, Any]]:
    for piece in maker.pieces.prefetch_related("state_changes"):
        for change in piece.state_changes.all():
            yield {
                "address": piece.slug,
                "at": change.at,
                "from": change.former,
                "to": change.state,
                "by": change.by_name,
                "note": change.note,
            }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n"
