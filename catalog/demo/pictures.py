"""The rendered pictures of the invented pieces, hung on them: `photos/<slug>.webp`, and `<slug>-2.webp` for a second.

They pass through the pipeline as a maker's photos do. One that hangs already, unchanged, is left as it is, and so is
whatever people have uploaded themselves.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from catalog.demo.reading import DemoError, Sheet
from catalog.models import Photo
from catalog.photo_files import NAME_BYTES, is_whole, lay_down, write_renditions
from catalog.photos import Picture, Rendition, encode_sizes
from catalog.photos.work import make_anew

# Begins the names of all pictures hung here: no other photo is replaced or taken down.
OURS = "d1a3de30"
# Raised when the pipeline makes other files of the same picture.
EDITION = "2"
TEXTS = ("alt", "caption", "position")

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Hanging:
    """A photo that is to hang on a piece, and the file it is made of."""

    photo: Photo
    data: bytes

    @property
    def name(self) -> str:
        """Of 32 hex digits; another for other pixels, another piece or place, or another pipeline."""
        told = sha256(f"{EDITION} {self.photo.piece.slug} {self.photo.position} ".encode() + self.data).hexdigest()
        return (OURS + told)[: 2 * NAME_BYTES]


def hang_pictures(sheets: Sequence[Sheet], folder: Path, progress: Progress) -> None:
    """`progress` is told how many of the new pictures are done, of how many. Stopped in between, it goes on later."""
    hangings = list(_hangings(sheets, folder))
    _take_down(hangings)
    hung = {photo.name: photo for photo in Photo.objects.filter(name__startswith=OURS)}
    new = []
    for hanging in hangings:
        known = hung.get(hanging.name)
        if known and is_whole(known):
            _retell(known, hanging.photo)
        else:
            new.append(hanging)
    with ThreadPoolExecutor() as pool:
        for done, (hanging, made) in enumerate(zip(new, pool.map(_made, new), strict=True), 1):
            _hang(hanging, *made)
            progress(done, len(new))


def _hangings(sheets: Sequence[Sheet], folder: Path) -> Iterator[Hanging]:
    for listing in (listing for sheet in sheets for listing in sheet.listings):
        for photo in listing.photos:
            photo.piece = listing.piece
            number = f"-{photo.position}" if photo.position > 1 else ""
            path = folder / f"{listing.piece.slug}{number}.webp"
            try:
                yield Hanging(photo, path.read_bytes())
            except FileNotFoundError as error:
                raise DemoError(f"{path.name}: the picture is missing: make studio ARGS={path.stem}") from error


def _take_down(hangings: Sequence[Hanging]) -> None:
    """One by one: their files go with them."""
    names = {hanging.name for hanging in hangings}
    for photo in Photo.objects.filter(name__startswith=OURS).exclude(name__in=names):
        photo.delete()


def _retell(known: Photo, told: Photo) -> None:
    if any(getattr(known, field) != getattr(told, field) for field in TEXTS):
        for field in TEXTS:
            setattr(known, field, getattr(told, field))
        known.save(update_fields=TEXTS)


def _made(hanging: Hanging) -> tuple[Picture, list[Rendition]]:
    picture = make_anew(hanging.data)
    return picture, list(encode_sizes(picture.master))


def _hang(hanging: Hanging, picture: Picture, renditions: Sequence[Rendition]) -> None:
    photo = hanging.photo
    photo.is_rendering = True
    lay_down(photo, picture, hanging.name)
    write_renditions(photo.name, renditions)
    photo.has_all_sizes = True
    photo.pk = Photo.objects.filter(name=photo.name).values_list("pk", flat=True).first()
    photo.save()
