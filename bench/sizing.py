"""The sizes of a photo, two ways: measured by `bench.photos` in a process of its own, which imports nothing else."""

import sys
from io import BytesIO

from PIL import Image

from catalog.photos import FORMATS, WIDTHS, encode_sizes


def all_sizes() -> None:
    list(encode_sizes(sys.stdin.buffer.read()))


def by_plain_pillow() -> None:
    """Each from the whole photo, decoded anew."""
    data = sys.stdin.buffer.read()
    for width in WIDTHS:
        image = Image.open(BytesIO(data)).convert("RGB")
        image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
        for encoding in FORMATS:
            image.save(BytesIO(), encoding.name, **encoding.options)
