"""Files as people, phones and attackers send them, made anew by each test."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

from catalog.photos import Refusal
from catalog.photos.refusals import LARGEST_FILE

SIZE = (400, 300)
RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 40), (30, 60, 200), (220, 200, 40)


def corners(size: tuple[int, int] = SIZE) -> Image.Image:
    """Red, green, blue and yellow, clockwise from the top left: what stands where can be told."""
    image = Image.new("RGB", size, RED)
    width, height = size
    for colour, left, top in ((GREEN, width // 2, 0), (BLUE, width // 2, height // 2), (YELLOW, 0, height // 2)):
        image.paste(colour, (left, top, left + width // 2, top + height // 2))
    return image


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **({"quality": 95} if kind == "JPEG" else {}) | options)
    return out.getvalue()


def noisy(size: tuple[int, int]) -> Image.Image:
    """Soft forms under the grain of a sensor, which is what makes a photo's file large."""
    forms = Image.effect_noise((32, 24), 120).resize(size, Image.Resampling.BICUBIC)
    grain = Image.effect_noise((512, 512), 18)
    tiled = Image.new("L", size)
    for left in range(0, size[0], 512):
        for top in range(0, size[1], 512):
            tiled.paste(grain, (left, top))
    return Image.merge("RGB", [Image.blend(forms, tiled, share) for share in (0.3, 0.35, 0.4)])


def with_orientation(orientation: int) -> bytes:
    """The picture `corners`, stored so that its EXIF direction has to be followed to see it."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = corners().transpose(undo[orientation]) if orientation in undo else corners()
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(image, exif=exif)


def with_gps() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "Ines at home"
    exif.get_ifd(0x8825).update({1: "N", 2: (38.0, 42.0, 30.0), 3: "W", 4: (9.0, 8.0, 12.0)})
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Rua da Rosa 7</x:xmpmeta>"
    return saved(corners(), exif=exif, xmp=xmp, comment=b"Rua da Rosa 7")


def swapped_profile() -> bytes:
    """A profile by which red is green and green is red."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return srgb.replace(b"rXYZ", b"swap", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"swap", b"gXYZ", 1)


def png_header(width: int, height: int) -> bytes:
    """A PNG of a few bytes that promises that many pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def text_bomb() -> bytes:
    """A PNG whose compressed comment unpacks to 200 MB."""
    png = saved(corners(), "PNG")
    bomb = _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"a" * 200_000_000, 9))
    return png[:33] + bomb + png[33:]


FRAMES = [Image.new("RGB", SIZE, colour) for colour in (RED, BLUE)]
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
REFUSED = {
    "nothing": (b"", Refusal.EMPTY),
    "too many bytes": (b"\xff\xd8\xff" + b"\0" * LARGEST_FILE, Refusal.TOO_LARGE),
    "decompression bomb": (png_header(15_000, 15_000), Refusal.TOO_MANY_PIXELS),
    "more pixels than a PNG may have": (png_header(6_000, 5_000), Refusal.TOO_MANY_PIXELS),
    "20,000 x 1": (saved(Image.new("RGB", (20_000, 1)), "PNG"), Refusal.TOO_LONG),
    "1 x 1": (saved(Image.new("RGB", (1, 1)), "PNG"), Refusal.TOO_SMALL),
    "animated PNG": (saved(FRAMES[0], "PNG", save_all=True, append_images=FRAMES[1:]), Refusal.MOVES),
    "animated WebP": (saved(FRAMES[0], "WEBP", save_all=True, append_images=FRAMES[1:]), Refusal.MOVES),
    "cut short": (saved(corners(), "PNG")[:-400], Refusal.BROKEN),
    "half a JPEG": (saved(corners())[:2_500], Refusal.BROKEN),
    "only the first bytes": (b"\xff\xd8\xff\xe0" + b"JFIF" * 40, Refusal.BROKEN),
    "promised and not there": (png_header(400, 300), Refusal.BROKEN),
    "comment that unpacks to 200 MB": (text_bomb(), Refusal.BROKEN),
    "GIF": (saved(corners(), "GIF"), Refusal.GIF),
    "AVIF": (saved(corners(), "AVIF"), Refusal.AVIF),
    "TIFF": (saved(corners(), "TIFF"), Refusal.TIFF),
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 200, Refusal.HEIC),
    "SVG": (SVG, Refusal.SVG),
    "PDF": (b"%PDF-1.7\n" + b"\0" * 200, Refusal.PDF),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n", Refusal.OTHER),
    "page with a photo's name": (b"<!doctype html><script>alert(1)</script>", Refusal.OTHER),
}
# The largest that are taken, and as much work as a file of that size can be.
LARGE: dict[str, Callable[[], bytes]] = {
    "JPEG of 50 megapixels": lambda: saved(noisy((8_660, 5_770)), quality=60),
    "progressive JPEG of 50 megapixels": lambda: saved(noisy((8_660, 5_770)), quality=60, progressive=True),
    "PNG of 25 megapixels": lambda: saved(noisy((5_770, 4_330)).quantize(16), "PNG", compress_level=1),
    "WebP of 25 megapixels": lambda: saved(noisy((5_770, 4_330)), "WEBP", quality=50, method=0),
}
