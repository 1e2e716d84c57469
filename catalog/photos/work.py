"""One photograph read whole: checked, turned upright, in sRGB, without metadata, made anew. Plain Pillow.

Nothing that a file says of itself beyond its pixels, its direction and its colours is kept. Run it in a process of its
own (`catalog.photos.sandbox`): what a hostile file can still do is then done to that process alone.
"""

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageFilter, ImageOps

from catalog.photos.refusals import (
    LARGEST_FILE,
    LONGEST_SIDE,
    MOST_PIXELS,
    SHORTEST_SIDE,
    Refusal,
    refusal_of_kind,
)
from catalog.photos.sizes import Rendition, encode, fitted

MASTER_SIDE = 2400
MASTER_QUALITY = 92
FIRST_WIDTH = 640
# The page's own ground (the token `backdrop`), so that a cut-out piece lies on the page.
GROUND = (225, 225, 221)
HASH_SIDE = 8
PLACEHOLDER_SIDE = 24
PLACEHOLDER_QUALITY = 30
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


class PhotoRefusedError(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A photograph made anew: `master` is a JPEG of at most 2,400 px, `width` and `height` are its pixels.

    `fingerprint` is a perceptual hash of 64 bits in hex (dHash), `placeholder` a WebP of 24 px, blurred.
    """

    width: int
    height: int
    fingerprint: str
    placeholder: bytes
    master: bytes
    renditions: tuple[Rendition, ...]


def make_anew(data: bytes) -> Picture:
    """Raises PhotoRefusedError, MemoryError, or whatever Pillow raises on a damaged file."""
    image = _in_srgb(_upright(_opened(data)))
    image.thumbnail((MASTER_SIDE, MASTER_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    master = BytesIO()
    image.save(master, "JPEG", quality=MASTER_QUALITY, subsampling="4:4:4", optimize=True)
    first = fitted(image, FIRST_WIDTH)
    return Picture(
        width=image.width,
        height=image.height,
        fingerprint=_fingerprint(first),
        placeholder=_placeholder(first),
        master=master.getvalue(),
        renditions=tuple(encode(first)),
    )


def _opened(data: bytes) -> Image.Image:
    _check_file(data)
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            image = Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP"))
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise PhotoRefusedError(Refusal.TOO_MANY_PIXELS) from error
    _check_image(image)
    image.draft("RGB", (MASTER_SIDE, MASTER_SIDE))
    image.load()
    return image


def _check_file(data: bytes) -> None:
    if not data:
        raise PhotoRefusedError(Refusal.EMPTY)
    if len(data) > LARGEST_FILE:
        raise PhotoRefusedError(Refusal.TOO_LARGE)
    refusal = refusal_of_kind(data)
    if refusal:
        raise PhotoRefusedError(refusal)


def _check_image(image: Image.Image) -> None:
    """A phone's JPEG may hold further frames (MPO: depth, brightness); the first one is the photo."""
    kind = "JPEG" if image.format == "MPO" else str(image.format)
    if max(image.size) > LONGEST_SIDE:
        raise PhotoRefusedError(Refusal.TOO_LONG)
    if min(image.size) < SHORTEST_SIDE:
        raise PhotoRefusedError(Refusal.TOO_SMALL)
    if image.width * image.height > MOST_PIXELS[kind]:
        raise PhotoRefusedError(Refusal.TOO_MANY_PIXELS)
    if kind != "JPEG" and getattr(image, "is_animated", False):
        raise PhotoRefusedError(Refusal.MOVES)


def _upright(image: Image.Image) -> Image.Image:
    """A direction that cannot be read is none: the photo stays as it lies."""
    try:
        return ImageOps.exif_transpose(image)
    except (ValueError, TypeError, KeyError, SyntaxError, OSError, OverflowError):
        return image


def _in_srgb(image: Image.Image) -> Image.Image:
    """RGB of 8 bits with nothing beside its pixels; a profile that is none counts as sRGB."""
    profile = image.info.get("icc_profile")
    image = _flattened(_in_eight_bits(image))
    if profile:
        image = _converted(image, profile)
    image = image if image.mode == "RGB" else image.convert("RGB")
    return Image.frombytes("RGB", image.size, image.tobytes())


def _in_eight_bits(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I") or image.mode == "F":
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image


def _flattened(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB") if image.mode in {"P", "1"} else image
    image = image.convert("RGBA")
    ground = Image.new("RGBA", image.size, GROUND)
    return Image.alpha_composite(ground, image).convert("RGB")


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image
    return converted or image


def _fingerprint(image: Image.Image) -> str:
    """dHash: of 8 x 8 cells, which is darker than its right neighbour (Krawetz, 2013)."""
    grey = image.convert("L").resize((HASH_SIDE + 1, HASH_SIDE), Image.Resampling.BOX)
    values = grey.tobytes()
    width = HASH_SIDE + 1
    bits = (values[row * width + x] < values[row * width + x + 1] for row in range(HASH_SIDE) for x in range(HASH_SIDE))
    return f"{sum(bit << place for place, bit in enumerate(bits)):016x}"


def _placeholder(image: Image.Image) -> bytes:
    small = image.copy()
    small.thumbnail((PLACEHOLDER_SIDE, PLACEHOLDER_SIDE), Image.Resampling.BOX)
    out = BytesIO()
    small.filter(ImageFilter.GaussianBlur(1)).save(out, "WEBP", quality=PLACEHOLDER_QUALITY)
    return out.getvalue()
