"""The files of photographs: written before their row, deleted after it, and put in order again by `manage.py photos`.

A master lies in the private storage `masters` and is never served; its sizes lie in the public one, all under one
random name.
"""

import re
import secrets
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage, storages
from django.db import transaction

from catalog.models import Photo
from catalog.photos import FORMATS, Picture, Rendition, encode_sizes, widths_of

FOLDER = "photos"
NAME_BYTES = 16
NAME = re.compile(r"[0-9a-f]{32}")
UPLOAD_TIME = timedelta(hours=1)


def lay_down(photo: Photo, picture: Picture, name: str = "") -> None:
    """Write the first files of a picture and tell its row of them; the row is the caller's to save."""
    former = photo.name
    photo.name = name or secrets.token_hex(NAME_BYTES)
    photo.width, photo.height = picture.width, picture.height
    photo.fingerprint = picture.fingerprint
    photo.placeholder = f"data:image/webp;base64,{b64encode(picture.placeholder).decode()}"
    photo.has_all_sizes = False
    _write(_masters(), master_path(photo.name), picture.master)
    write_renditions(photo.name, picture.renditions)
    if former:
        transaction.on_commit(lambda: remove_files(former))


def copy_files(photo: Photo) -> str:
    """The same files once more, under a name of their own: either row may be deleted with its files."""
    name = secrets.token_hex(NAME_BYTES)
    _copy_file(_masters(), master_path(photo.name), master_path(name))
    for file in _listed(default_storage, f"{FOLDER}/{photo.name}")[1]:
        _copy_file(default_storage, f"{FOLDER}/{photo.name}/{file}", f"{FOLDER}/{name}/{file}")
    return name


def complete(photo: Photo) -> None:
    """Make all sizes of a photo from its master. Raises FileNotFoundError where that is gone."""
    with _masters().open(master_path(photo.name)) as file:
        write_renditions(photo.name, encode_sizes(file.read()))
    Photo.objects.filter(pk=photo.pk, name=photo.name).update(has_all_sizes=True)


def write_renditions(name: str, renditions: Iterable[Rendition]) -> None:
    for rendition in renditions:
        _write(default_storage, path_of(name, rendition.width, rendition.suffix), rendition.data)


def remove_files(name: str) -> None:
    folder = f"{FOLDER}/{name}"
    for file in _listed(default_storage, folder)[1]:
        default_storage.delete(f"{folder}/{file}")
    default_storage.delete(folder)
    _masters().delete(master_path(name))


def path_of(name: str, width: int, suffix: str) -> str:
    return f"{FOLDER}/{name}/{width}.{suffix}"


def stored_names() -> set[str]:
    """The names that have any file, whether or not a row knows them."""
    masters = (file.removesuffix(".jpg") for file in _listed(_masters(), "")[1])
    return {name for name in (*_listed(default_storage, FOLDER)[0], *masters) if NAME.fullmatch(name)}


def is_being_uploaded(name: str, now: datetime) -> bool:
    """Whether its files are so new that their row may not be saved yet."""
    masters = _masters()
    path = master_path(name)
    return masters.exists(path) and now - masters.get_modified_time(path) < UPLOAD_TIME


def is_whole(photo: Photo) -> bool:
    return set(_listed(default_storage, f"{FOLDER}/{photo.name}")[1]) >= set(_files_of(photo))


def _files_of(photo: Photo) -> Iterator[str]:
    for width in widths_of(photo.width):
        yield from (f"{width}.{encoding.suffix}" for encoding in FORMATS)


def _write(storage: Storage, path: str, data: bytes) -> None:
    """In place of a file of that path: a size that is made again is the same."""
    storage.delete(path)
    storage.save(path, ContentFile(data))


def _copy_file(storage: Storage, path: str, to: str) -> None:
    """Not what is missing: `manage.py photos` tells of it."""
    with suppress(FileNotFoundError), storage.open(path) as file:
        storage.save(to, file)


def _listed(storage: Storage, folder: str) -> tuple[list[str], list[str]]:
    try:
        return storage.listdir(folder)
    except FileNotFoundError:
        return [], []


def _masters() -> Storage:
    return storages["masters"]


def master_path(name: str) -> str:
    return f"{name}.jpg"
