"""Makers' photographs: checked and made anew in a process of their own, then cut to sizes. Plain."""

from catalog.photos.refusals import Refusal, sentence_for
from catalog.photos.sandbox import read_photo
from catalog.photos.sizes import AVIF, FORMATS, JPEG, WIDTHS, Encoding, Rendition, encode_sizes, widths_of
from catalog.photos.work import PhotoRefusedError, Picture

__all__ = [
    "AVIF",
    "FORMATS",
    "JPEG",
    "WIDTHS",
    "Encoding",
    "PhotoRefusedError",
    "Picture",
    "Refusal",
    "Rendition",
    "encode_sizes",
    "read_photo",
    "sentence_for",
    "widths_of",
]
