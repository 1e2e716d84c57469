"""Render the demo's pictures that are new or have changed: `make studio`, or with names of pictures only those."""

import argparse
import sys
import time
from io import BytesIO
from pathlib import Path

from PIL import Image

from catalog.demo.studio.book import Entry, read_book, read_made, write_made
from catalog.demo.studio.camera import take

SIZE, PROOF_SIZE, PROOF_SAMPLES = 900, 300, 6
LARGEST_FILE = 90_000
QUALITIES = range(86, 40, -4)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make studio", description=__doc__)
    parser.add_argument("names", nargs="*", help="pictures to make, changed or not")
    parser.add_argument("--proofs", type=Path, help="small and quick ones into this folder; nothing is recorded")
    asked = parser.parse_args()
    for entry in _wanted(asked.names, everything=bool(asked.proofs)):
        started = time.process_time()
        if asked.proofs:
            take(entry.shot(), PROOF_SIZE, PROOF_SAMPLES).save(asked.proofs / f"{entry.name}.png")
        else:
            _make(entry)
        sys.stderr.write(f"{entry.name}: {time.process_time() - started:.0f} s of a core\n")


def _wanted(names: list[str], *, everything: bool) -> list[Entry]:
    book = read_book()
    if unknown := set(names) - {entry.name for entry in book}:
        raise SystemExit(f"There is no shot {sorted(unknown)[0]!r} in shots.toml.")
    if names:
        return [entry for entry in book if entry.name in names]
    made = read_made()
    return [entry for entry in book if everything or made.get(entry.name) != entry.mark or not entry.path.exists()]


def _make(entry: Entry) -> None:
    packed = _packed(take(entry.shot(), SIZE))
    for path in entry.paths:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(packed)
    write_made(read_made() | {entry.name: entry.mark})


def _packed(image: Image.Image) -> bytes:
    """WebP of the best quality that is small enough."""
    for quality in QUALITIES:
        out = BytesIO()
        image.save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= LARGEST_FILE:
            break
    return out.getvalue()


if __name__ == "__main__":
    main()
