from io import BytesIO

import pytest
from PIL import Image

from catalog.photos import Picture, encode_sizes, read_photo, widths_of
from catalog.photos.work import GROUND
from tests.catalog.photos import files

NEAR = 12


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def is_near(first: tuple[int, ...], second: tuple[int, ...]) -> bool:
    return all(abs(one - other) <= NEAR for one, other in zip(first, second, strict=True))


def pixel(image: Image.Image, across: float, down: float) -> tuple[int, ...]:
    value = image.getpixel((int(image.width * across), int(image.height * down)))
    assert isinstance(value, tuple)
    return value


def looks_like_corners(picture: Picture) -> bool:
    image = opened(picture.master)
    quarters = (pixel(image, across, down) for across, down in ((0.25, 0.25), (0.75, 0.25), (0.75, 0.75), (0.25, 0.75)))
    expected = (files.RED, files.GREEN, files.BLUE, files.YELLOW)
    return all(is_near(seen, colour) for seen, colour in zip(quarters, expected, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_photo_of_each_kind_is_made_anew(kind: str) -> None:
    picture = read_photo(files.saved(files.corners(), kind))
    assert (picture.width, picture.height) == files.SIZE
    assert looks_like_corners(picture)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photo_is_turned_upright(orientation: int) -> None:
    assert looks_like_corners(read_photo(files.with_orientation(orientation)))


def test_direction_that_is_none_is_left() -> None:
    assert looks_like_corners(read_photo(files.with_orientation(77)))


def test_nothing_of_the_metadata_is_left() -> None:
    sent = files.with_gps()
    assert opened(sent).getexif().get_ifd(0x8825)
    assert b"Rua da Rosa" in sent
    picture = read_photo(sent)
    for data in (picture.master, picture.placeholder, *(rendition.data for rendition in picture.renditions)):
        image = opened(data)
        assert not dict(image.getexif())
        assert {"xmp", "comment", "icc_profile"}.isdisjoint(image.info)
        assert b"Rosa" not in data
        assert b"Ines" not in data


def test_cmyk_photo_keeps_its_colours() -> None:
    picture = read_photo(files.saved(files.corners().convert("CMYK")))
    assert looks_like_corners(picture)


def test_colours_are_read_by_the_profile() -> None:
    picture = read_photo(files.saved(files.corners(), icc_profile=files.swapped_profile()))
    assert is_near(pixel(opened(picture.master), 0.25, 0.25), (files.RED[1], files.RED[0], files.RED[2]))


def test_profile_that_is_none_is_ignored() -> None:
    assert looks_like_corners(read_photo(files.saved(files.corners(), icc_profile=b"no profile" * 20)))


def test_sixteen_bits_of_grey_become_eight() -> None:
    grey = Image.new("I;16", files.SIZE, 200 * 256)
    assert is_near(pixel(opened(read_photo(files.saved(grey, "PNG")).master), 0.5, 0.5), (200, 200, 200))


@pytest.mark.parametrize("mode", ["P", "RGBA", "LA"])
def test_transparent_ground_becomes_the_page(mode: str) -> None:
    image = Image.new("RGBA", files.SIZE, (*files.RED, 0))
    image.paste((*files.BLUE, 255), (150, 100, 250, 200))
    picture = read_photo(files.saved(image.convert(mode), "PNG"))
    assert is_near(pixel(opened(picture.master), 0.05, 0.05), GROUND)


def test_what_hangs_behind_a_photo_is_dropped() -> None:
    picture = read_photo(files.saved(files.corners()) + b"PK\x03\x04<script>alert(1)</script>" * 50)
    assert looks_like_corners(picture)
    assert b"<script>" not in picture.master


def test_further_frames_of_a_phone_are_dropped() -> None:
    two = files.saved(files.corners(), "MPO", save_all=True, append_images=[Image.new("RGB", (200, 150))])
    assert looks_like_corners(read_photo(two))


def test_master_is_no_longer_than_needed() -> None:
    picture = read_photo(files.saved(files.corners((4000, 3000)), quality=60))
    assert (picture.width, picture.height) == (2400, 1800) == opened(picture.master).size


def test_first_size_is_made_at_once() -> None:
    picture = read_photo(files.saved(files.corners((1000, 750))))
    assert [(rendition.width, rendition.suffix) for rendition in picture.renditions] == [(640, "avif"), (640, "jpg")]


def test_all_sizes_are_made_of_the_master() -> None:
    picture = read_photo(files.saved(files.corners((1000, 750))))
    made = [(opened(size.data).size, size.suffix) for size in encode_sizes(picture.master)]
    sizes = [(1000, 750), (960, 720), (640, 480), (320, 240)]
    assert made == [(size, suffix) for size in sizes for suffix in ("avif", "jpg")]


@pytest.mark.parametrize(
    ("width", "widths"),
    [(2400, [320, 640, 960, 1600]), (1600, [320, 640, 960, 1600]), (700, [320, 640, 700]), (200, [200])],
)
def test_no_size_is_wider_than_the_photo(width: int, widths: list[int]) -> None:
    assert widths_of(width) == widths


def test_like_photos_have_like_fingerprints() -> None:
    bright = files.corners().point(lambda value: min(255, value + 20))
    first, second, other = (
        int(read_photo(files.saved(image)).fingerprint, 16)
        for image in (files.corners(), bright, files.corners().transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    )
    assert (first ^ second).bit_count() <= 4 < (first ^ other).bit_count()


def test_placeholder_is_tiny() -> None:
    picture = read_photo(files.saved(files.corners()))
    assert max(opened(picture.placeholder).size) == 24
    assert len(picture.placeholder) < 500
