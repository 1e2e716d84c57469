"""Why a file is not taken as a photograph, each with a sentence that says what to do. Plain."""

from enum import StrEnum

MEGABYTE = 1_000_000
LARGEST_FILE = 15 * MEGABYTE
LONGEST_SIDE = 16_000
SHORTEST_SIDE = 100
MOST_PIXELS = {"JPEG": 50_000_000, "PNG": 25_000_000, "WEBP": 25_000_000}


class Refusal(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_LONG = "too_long"
    TOO_SMALL = "too_small"
    MOVES = "moves"
    HEIC = "heic"
    AVIF = "avif"
    GIF = "gif"
    SVG = "svg"
    TIFF = "tiff"
    PDF = "pdf"
    OTHER = "other"
    BROKEN = "broken"
    TOO_MUCH_WORK = "too_much_work"


def _(text: str) -> str:
    return text


SENTENCES = {
    Refusal.EMPTY: _("This file is empty. Choose the photo again; perhaps it was still being copied."),
    Refusal.TOO_LARGE: _(
        "This file is larger than 15 MB. Save the photo smaller: 2,400 pixels on the long side are enough."
    ),
    Refusal.TOO_MANY_PIXELS: _(
        "This picture has too many pixels. Save it smaller: 2,400 pixels on the long side are enough."
    ),
    Refusal.TOO_LONG: _(
        "One side of this picture is longer than 16,000 pixels. Cut it to the piece and save it again."
    ),
    Refusal.TOO_SMALL: _("This picture is smaller than 100 pixels. Choose the photo itself, not its preview."),
    Refusal.MOVES: _("This picture moves. Save one still of it as JPEG."),
    Refusal.HEIC: _("This is a HEIC photo, which many browsers cannot show. Save or export it as JPEG."),
    Refusal.AVIF: _("This is an AVIF picture. Save it as JPEG; we make AVIF of it ourselves."),
    Refusal.GIF: _("This is a GIF. Save the photo as JPEG."),
    Refusal.SVG: _("This is an SVG drawing, not a photo. Export it as PNG."),
    Refusal.TIFF: _("This is a TIFF or raw photo. Save or export it as JPEG."),
    Refusal.PDF: _("This is a PDF. Save the picture in it as JPEG."),
    Refusal.OTHER: _("This is not a photo that we can read. Save it as JPEG, PNG or WebP, whatever its name says."),
    Refusal.BROKEN: _("This file is damaged or incomplete. Open the photo, save it again as JPEG, and choose that."),
    Refusal.TOO_MUCH_WORK: _("This picture takes too long to read. Open the photo, save it as JPEG, and choose that."),
}


def sentence_for(refusal: Refusal) -> str:
    return SENTENCES[refusal]


def refusal_of_kind(data: bytes) -> Refusal | None:
    """What a file that is not JPEG, PNG or WebP seems to be by its first bytes; None for those three."""
    head = data[:512]
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return None
    if head[4:8] == b"ftyp":
        return Refusal.AVIF if b"avi" in head[8:32] else Refusal.HEIC
    return next((refusal for start, refusal in STARTS if head.startswith(start)), _refusal_of_text(head))


STARTS = (
    (b"GIF8", Refusal.GIF),
    (b"II*\x00", Refusal.TIFF),
    (b"MM\x00*", Refusal.TIFF),
    (b"%PDF", Refusal.PDF),
)


def _refusal_of_text(head: bytes) -> Refusal:
    return Refusal.SVG if b"<svg" in head.lower() else Refusal.OTHER
