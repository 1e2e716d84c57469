"""A foreign file read in a process of its own, bounded in memory and time, one at a time in a worker. Plain."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from catalog.photos.refusals import LARGEST_FILE, Refusal
from catalog.photos.sizes import Rendition
from catalog.photos.work import PhotoRefusedError, Picture

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "catalog.photos.child")
# One thread for each coder; more would only make the address space larger.
ENVIRONMENT = {"OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2", "PYTHONDONTWRITEBYTECODE": "1"}
WALL_SECONDS = 15

one_at_a_time = Lock()


def read_photo(data: bytes) -> Picture:
    """Raises PhotoRefusedError for whatever is not a still photograph that can be made anew."""
    if len(data) > LARGEST_FILE:
        raise PhotoRefusedError(Refusal.TOO_LARGE)
    with one_at_a_time:
        try:
            # The command is ours, the file is only its input.
            done = subprocess.run(  # noqa: S603
                COMMAND, input=data, capture_output=True, timeout=WALL_SECONDS, cwd=ROOT, env=ENVIRONMENT, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise PhotoRefusedError(Refusal.TOO_MUCH_WORK) from error
    if done.returncode:
        raise PhotoRefusedError(Refusal.TOO_MUCH_WORK)
    return _read(done.stdout)


def _read(said: bytes) -> Picture:
    line, _end, rest = said.partition(b"\n")
    header = json.loads(line)
    if "refusal" in header:
        raise PhotoRefusedError(Refusal(header["refusal"]))
    placeholder, master, *others = _parts(rest, header["lengths"])
    return Picture(
        width=header["width"],
        height=header["height"],
        fingerprint=header["fingerprint"],
        placeholder=placeholder,
        master=master,
        renditions=tuple(
            Rendition(width=width, suffix=suffix, data=data)
            for (width, suffix), data in zip(header["renditions"], others, strict=True)
        ),
    )


def _parts(data: bytes, lengths: list[int]) -> Iterator[bytes]:
    start = 0
    for length in lengths:
        yield data[start : start + length]
        start += length
