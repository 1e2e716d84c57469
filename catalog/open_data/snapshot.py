"""The published catalog as files of one day, each named by what it holds, so that a name never changes its content."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from tempfile import TemporaryFile
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

from catalog.open_data.public import public_maker, public_makers, public_piece, public_pieces
from catalog.records import csv_lines, json_line

FOLDER = "data"
MANIFEST = f"{FOLDER}/manifest.json"
CHUNK = 500


def write_snapshot(today: date) -> dict[str, Any]:
    """The manifest is written last: until then the former files are the ones that are offered."""
    former = read_manifest()
    files = [
        _write(f"pieces-{today}", "csv", csv_lines(_nameless())),
        _write(f"pieces-{today}", "jsonl", (json_line(public_piece(one)) for one in public_pieces().iterator(CHUNK))),
        _write(f"makers-{today}", "jsonl", (json_line(public_maker(one)) for one in public_makers().iterator(CHUNK))),
    ]
    manifest = {"date": today.isoformat(), "files": files}
    if manifest == former:
        return manifest
    default_storage.delete(MANIFEST)
    default_storage.save(MANIFEST, ContentFile(json.dumps(manifest, indent=2).encode()))
    _forget({file["name"] for file in [*files, *former.get("files", [])]})
    return manifest


def read_manifest() -> dict[str, Any]:
    """Empty before the first snapshot."""
    try:
        with default_storage.open(MANIFEST) as file:
            manifest: dict[str, Any] = json.load(file)
    except FileNotFoundError:
        return {}
    return manifest


def _nameless() -> Iterator[Any]:
    """A maker's own number is theirs."""
    for piece in public_pieces().iterator(CHUNK):
        piece.sku = ""
        yield piece


def _write(stem: str, suffix: str, lines: Iterable[str]) -> dict[str, Any]:
    digest, size = sha256(), 0
    with TemporaryFile() as draft:
        for line in lines:
            data = line.encode()
            digest.update(data)
            draft.write(data)
            size += len(data)
        name = f"{stem}-{digest.hexdigest()[:12]}.{suffix}"
        if not default_storage.exists(f"{FOLDER}/{name}"):
            draft.seek(0)
            default_storage.save(f"{FOLDER}/{name}", File(draft))
    return {"name": name, "bytes": size, "sha256": digest.hexdigest()}


def _forget(kept: set[str]) -> None:
    """The files before stay as long as theirs are the last ones, for whoever is still fetching them."""
    for name in default_storage.listdir(FOLDER)[1]:
        if name not in kept and not name.startswith("manifest"):
            default_storage.delete(f"{FOLDER}/{name}")
