import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from catalog.photos import PhotoRefusedError, Refusal, read_photo, sentence_for
from catalog.photos.refusals import LARGEST_FILE
from tests.catalog.photos import files

FRAMES = [Image.new("RGB", files.SIZE, colour) for colour in (files.RED, files.BLUE)]
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
REFUSED = {
    "nothing": (b"", Refusal.EMPTY),
    "too many bytes": (b"\xff\xd8\xff" + b"\0" * LARGEST_FILE, Refusal.TOO_LARGE),
    "decompression bomb": (files.png_header(15_000, 15_000), Refusal.TOO_MANY_PIXELS),
    "more pixels than a PNG may have": (files.png_header(6_000, 5_000), Refusal.TOO_MANY_PIXELS),
    "20,000 x 1": (files.saved(Image.new("RGB", (20_000, 1)), "PNG"), Refusal.TOO_LONG),
    "1 x 1": (files.saved(Image.new("RGB", (1, 1)), "PNG"), Refusal.TOO_SMALL),
    "animated PNG": (files.saved(FRAMES[0], "PNG", save_all=True, append_images=FRAMES[1:]), Refusal.MOVES),
    "animated WebP": (files.saved(FRAMES[0], "WEBP", save_all=True, append_images=FRAMES[1:]), Refusal.MOVES),
    "cut short": (files.saved(files.corners(), "PNG")[:-400], Refusal.BROKEN),
    "half a JPEG": (files.saved(files.corners())[:2_500], Refusal.BROKEN),
    "only the first bytes": (b"\xff\xd8\xff\xe0" + b"JFIF" * 40, Refusal.BROKEN),
    "promised and not there": (files.png_header(400, 300), Refusal.BROKEN),
    "comment that unpacks to 200 MB": (files.text_bomb(), Refusal.BROKEN),
    "GIF": (files.saved(files.corners(), "GIF"), Refusal.GIF),
    "AVIF": (files.saved(files.corners(), "AVIF"), Refusal.AVIF),
    "TIFF": (files.saved(files.corners(), "TIFF"), Refusal.TIFF),
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 200, Refusal.HEIC),
    "SVG": (SVG, Refusal.SVG),
    "PDF": (b"%PDF-1.7\n" + b"\0" * 200, Refusal.PDF),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n", Refusal.OTHER),
    "page with a photo's name": (b"<!doctype html><script>alert(1)</script>", Refusal.OTHER),
}


@pytest.mark.parametrize("name", REFUSED)
def test_file_that_is_no_photo_is_refused_with_its_reason(name: str) -> None:
    data, refusal = REFUSED[name]
    with pytest.raises(PhotoRefusedError) as refused:
        read_photo(data)
    assert refused.value.refusal == refusal


@pytest.mark.parametrize("refusal", Refusal)
def test_each_refusal_says_what_to_do(refusal: Refusal) -> None:
    sentences = sentence_for(refusal).split(". ")
    assert len(sentences) == 2
    assert sentences[1].split()[0] in {"Choose", "Save", "Cut", "Export", "Open"}


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(("JPEG", "PNG", "WEBP")))
def test_damaged_file_is_refused_or_made_anew(seed: int, kind: str) -> None:
    chance = random.Random(seed)  # noqa: S311
    data = bytearray(files.saved(files.corners(), kind))
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        picture = read_photo(bytes(data))
    except PhotoRefusedError:
        return
    assert picture.width >= 1
    assert picture.master.startswith(b"\xff\xd8\xff")
