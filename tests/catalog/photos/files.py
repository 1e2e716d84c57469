"""Files as people, phones and attackers send them, made anew by each test."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

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
