"""The process in which one foreign file is read: the file comes in on standard input, the picture goes out.

Out goes one line of JSON, then the bytes it tells the lengths of: the placeholder, the master, the first size.
"""

import json
import resource
import sys

from PIL import Image

from catalog.photos.refusals import LARGEST_FILE, MOST_PIXELS, Refusal
from catalog.photos.work import PhotoRefusedError, Picture, make_anew

MEMORY = 1_200_000_000
CPU_SECONDS = 10


def main() -> None:
    _limit()
    # A warning at this many pixels, which `make_anew` takes for a refusal.
    Image.MAX_IMAGE_PIXELS = max(MOST_PIXELS.values())
    try:
        _write(make_anew(sys.stdin.buffer.read(LARGEST_FILE + 1)))
    except PhotoRefusedError as error:
        _refuse(error.refusal)
    except MemoryError:
        _refuse(Refusal.TOO_MUCH_WORK)
    except Exception:
        # Pillow raises nearly anything on a damaged file (OSError, SyntaxError, struct.error, ValueError ...).
        _refuse(Refusal.BROKEN)


def _limit() -> None:
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (value, value))


def _refuse(refusal: Refusal) -> None:
    sys.stdout.write(json.dumps({"refusal": refusal}))


def _write(picture: Picture) -> None:
    parts = [picture.placeholder, picture.master, *(rendition.data for rendition in picture.renditions)]
    header = {
        "width": picture.width,
        "height": picture.height,
        "fingerprint": picture.fingerprint,
        "renditions": [[rendition.width, rendition.suffix] for rendition in picture.renditions],
        "lengths": [len(part) for part in parts],
    }
    sys.stdout.buffer.write(json.dumps(header).encode() + b"\n" + b"".join(parts))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
