"""What a photo costs: time, memory and bytes, beside plain Pillow; and what the worst files can take."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image

from bench.cost import ROOT, Cost, cost_of
from catalog.photos import AVIF
from catalog.photos.refusals import LARGEST_FILE
from catalog.photos.sandbox import ENVIRONMENT
from catalog.photos.sizes import encode, fitted
from catalog.photos.work import FIRST_WIDTH, make_anew
from tests.catalog.photos import files

TWELVE_MEGAPIXELS = (4_000, 3_000)
RENDERED = sorted((ROOT / "catalog" / "demo" / "photos").glob("*.webp"))
# Of brightness, of 255: the standard deviation that a good phone leaves in daylight.
GRAIN = 3.0
WINDOW = 7

Grey = np.ndarray[Any, np.dtype[np.float64]]


def measure() -> Iterator[str]:
    data = files.saved(photo(), quality=88)
    master = make_anew(data).master
    yield f"a photo of 12 megapixels, {len(data) / 1e6:.1f} MB"
    yield f"  checked and made anew, with its first size: {_cost_of_check(data)}"
    yield f"  all its sizes afterwards: {cost_of('bench.sizing:all_sizes', master)}"
    yield f"  the same sizes by plain Pillow, each from the whole: {cost_of('bench.sizing:by_plain_pillow', data)}"
    yield from _shares()
    for name, (given, _refusal) in files.REFUSED.items():
        yield f"  refused, {name}: {_cost_of_check(given)}"
    for name, make in files.LARGE.items():
        yield f"  taken, {name}: {_cost_of_check(make())}"


def _cost_of_check(data: bytes) -> Cost:
    return cost_of("catalog.photos.child:main", data[: LARGEST_FILE + 1], ENVIRONMENT)


def photo() -> Image.Image:
    """Twelve of the demo's pictures side by side, under the grain of a sensor."""
    image = Image.new("RGB", TWELVE_MEGAPIXELS)
    for at, path in enumerate(RENDERED[:12]):
        with Image.open(path) as one:
            image.paste(one.convert("RGB").resize((1_000, 1_000)), (at % 4 * 1_000, at // 4 * 1_000))
    return _grainy(image, GRAIN)


def _grainy(image: Image.Image, grain: float) -> Image.Image:
    noise = np.random.default_rng(1).normal(0, grain, (image.height, image.width, 3))
    return Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8))


def _shares() -> Iterator[str]:
    """AVIF against the smallest JPEG that is as like the picture, over pictures of the demo, with and without grain."""
    for grain in (0.0, GRAIN):
        avif = jpeg = 0
        for path in RENDERED[::10]:
            with Image.open(path) as image:
                original = _grainy(fitted(image.convert("RGB"), FIRST_WIDTH), grain)
            data = next(one.data for one in encode(original) if one.suffix == AVIF.suffix)
            avif += len(data)
            jpeg += _jpeg_as_like(original, likeness(original, data))
        said = "with a sensor's grain" if grain else "as rendered"
        yield f"  {FIRST_WIDTH} px, {said}: AVIF takes {avif / jpeg:.0%} of the bytes of a JPEG as like"


def _jpeg_as_like(original: Image.Image, wanted: float) -> int:
    for quality in range(40, 100, 2):
        data = files.saved(original, quality=quality, progressive=True, optimize=True)
        if likeness(original, data) >= wanted:
            break
    return len(data)


def likeness(original: Image.Image, data: bytes) -> float:
    """SSIM of the brightness, the mean over all windows of 7 x 7 (Wang et al., 2004), from 0 to 1."""
    with Image.open(BytesIO(data)) as image:
        first, second = (np.asarray(one.convert("L"), dtype=float) for one in (original, image))
    mean, other = _windowed(first), _windowed(second)
    variances = _windowed(first**2) - mean**2 + _windowed(second**2) - other**2
    covariance = _windowed(first * second) - mean * other
    low, high = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    scores = (2 * mean * other + low) * (2 * covariance + high) / ((mean**2 + other**2 + low) * (variances + high))
    return float(scores.mean())


def _windowed(values: Grey) -> Grey:
    """The mean of each window, by sums of sums."""
    sums = np.pad(values.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    mean: Grey = sums[WINDOW:, WINDOW:] - sums[:-WINDOW, WINDOW:] - sums[WINDOW:, :-WINDOW] + sums[:-WINDOW, :-WINDOW]
    return mean / WINDOW**2
