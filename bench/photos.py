"""What a photo costs: time, memory and bytes, beside plain Pillow; and what the worst files can take."""

from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from statistics import median
from typing import Any

import numpy as np
from PIL import Image

from bench.catalogs import say
from bench.cost import ROOT, Cost, cost_of
from bench.figures import Figure
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
RUNS = 5
MOST_SECONDS, MOST_MEGABYTES, MOST_SHARE = 2, 400, 0.5
MOST_SECONDS_OF_WORST, MOST_MEGABYTES_OF_WORST = 5, 600
WORST = "Hostile pictures, and the largest that are taken"
EACH = "Pillow, each from all:"

Grey = np.ndarray[Any, np.dtype[np.float64]]


def measure() -> Iterator[Figure]:
    data = files.saved(photo(), quality=88)
    master = make_anew(data).master
    part = f"Photo of 12 megapixels, {len(data) / 1e6:.1f} MB, to all sizes"
    checked = _median(lambda: _cost_of_check(data))
    sized = _median(lambda: cost_of("bench.sizing:all_sizes", master))
    plain = _median(lambda: cost_of("bench.sizing:by_plain_pillow", data))
    seconds, megabytes = checked.seconds + sized.seconds, max(checked.megabytes, sized.megabytes)
    yield Figure(part=part, what="checked and made anew, with its first size", value=checked.seconds, unit="s")
    yield Figure(part=part, what="all its sizes afterwards", value=sized.seconds, unit="s")
    yield Figure(part=part, what="both", value=seconds, unit="s", most=MOST_SECONDS)
    yield Figure(part=part, what="memory, of each process", value=megabytes, unit="MB", most=MOST_MEGABYTES)
    yield Figure(part=part, what="all sizes", value=sized.seconds, unit="s", peer=EACH, beside=plain.seconds)
    yield from _shares(part)
    yield from _worst()


def _worst() -> Iterator[Figure]:
    """The dearest of the files that are made to hurt, and each of the largest that are taken."""
    say(f"{len(files.REFUSED)} files that are refused")
    refused = {name: _median(partial(_cost_of_check, given)) for name, (given, _refusal) in files.REFUSED.items()}
    slowest = max(refused, key=lambda name: refused[name].seconds)
    largest = max(refused, key=lambda name: refused[name].megabytes)
    yield _seconds(f"of {len(refused)} refused the slowest, {slowest}", refused[slowest])
    yield _megabytes(f"of {len(refused)} refused the most, {largest}", refused[largest])
    for name, make in files.LARGE.items():
        say(name)
        cost = _median(partial(_cost_of_check, make()))
        yield _seconds(f"taken, {name}", cost)
        yield _megabytes(f"taken, {name}", cost)


def _seconds(what: str, cost: Cost) -> Figure:
    return Figure(part=WORST, what=what, value=cost.seconds, unit="s", most=MOST_SECONDS_OF_WORST)


def _megabytes(what: str, cost: Cost) -> Figure:
    return Figure(part=WORST, what=what, value=cost.megabytes, unit="MB", most=MOST_MEGABYTES_OF_WORST)


def _median(cost: Callable[[], Cost]) -> Cost:
    costs = [cost() for _run in range(RUNS)]
    return Cost(seconds=median(one.seconds for one in costs), megabytes=median(one.megabytes for one in costs))


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


def _shares(part: str) -> Iterator[Figure]:
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
        yield Figure(
            part=part,
            what=f"AVIF of {FIRST_WIDTH} px, {said}",
            value=avif,
            unit="B",
            floor="JPEG as like",
            beside=jpeg,
            most=MOST_SHARE,
        )


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
