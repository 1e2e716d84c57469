"""A picture laid on the page: where only the backdrop is seen, it becomes the page's own colour."""

import numpy as np
from PIL import Image, ImageFilter

from catalog.demo.studio.mesh import Array

# What comes out of WebP and AVIF as the token `backdrop` of static/css/tokens.css (to one part in 255).
PAGE = (226, 224, 221)
# The outer share of the picture in which whatever is left of a shadow fades out.
MARGIN = 0.3
# So near to the page (of 255) a pixel is backdrop and noise; so far from it, it is shadow or piece.
SAME, OTHER = 2.0, 9.0


def laid_on_page(seen: Array, bare: Array, piece: Array) -> Array:
    """`seen` (N, N, 3) and the bare table under the same light (M, M, 3), both of 0 to 255; gives (N, N, 3) bytes.

    `piece` (N, N) is 1 where the piece itself is: there nothing fades.
    """
    size = len(seen)
    table = Image.fromarray(bare.astype(np.uint8)).filter(ImageFilter.GaussianBlur(len(bare) / 60))
    ground = np.asarray(table.resize((size, size), Image.Resampling.BICUBIC), dtype=float)
    lit = np.minimum(seen * (np.array(PAGE) / ground), 255)
    share = np.maximum(_faded(size), piece)[..., None]
    lit = lit * share + np.array(PAGE) * (1 - share)
    apart = np.abs(lit - PAGE).max(axis=2, keepdims=True)
    lit = PAGE + (lit - PAGE) * np.maximum(_smooth((apart - SAME) / (OTHER - SAME)), piece[..., None])
    on_page: Array = np.round(lit).astype(np.uint8)
    return on_page


def piece_mask(points: Array, size: int) -> Array:
    """(size, size), 1 where points (N, 2) of -1 to 1 across and up lie, with a soft rim."""
    pixels = np.round((points * [1, -1] + 1) / 2 * (size - 1)).astype(int)
    pixels = pixels[((pixels >= 0) & (pixels < size)).all(1)]
    mask = np.zeros((size, size), dtype=np.uint8)
    mask[pixels[:, 1], pixels[:, 0]] = 255
    grown = Image.fromarray(mask).filter(ImageFilter.MaxFilter(2 * (size // 110) + 1))
    return np.asarray(grown.filter(ImageFilter.GaussianBlur(size / 300)), dtype=float) / 255


def _faded(size: int) -> Array:
    """1 inside, 0 at the very edge, smooth between."""
    at = np.minimum(np.arange(size), np.arange(size)[::-1]) / (size * MARGIN)
    share: Array = np.minimum.outer(_smooth(at), _smooth(at))
    return share


def _smooth(at: Array) -> Array:
    rise = np.clip(at, 0, 1)
    eased: Array = rise * rise * (3 - 2 * rise)
    return eased
