"""What the list of pieces costs at 10,000 and at a million pieces, on SQLite and on PostgreSQL: CPU and queries."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

SIZES = (10_000, 1_000_000)
FOLDER = Path(settings.BASE_DIR) / ".cache" / "bench"
WITH_POSTGRESQL = Path(settings.BASE_DIR) / ".ci" / "with-postgresql"
MEASURED = [sys.executable, "-m", "bench", "filled"]


def measure() -> Iterator[str]:
    """Each in a process and a database of its own; those of SQLite are kept, as filling them takes minutes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for vendor, command in (("SQLite", MEASURED), ("PostgreSQL", [str(WITH_POSTGRESQL), *MEASURED])):
        found = {size: _figures(size, command) for size in SIZES}
        if not all(found.values()):
            yield f"{vendor}: not measured, it is not installed here"
            continue
        for size, figures in found.items():
            yield from (f"{vendor}, {size:,} pieces: {line}" for line in figures["lines"])
        few, many = (found[size]["milliseconds"] for size in SIZES)
        for address in few:
            yield f"{vendor}: {many[address] / few[address]:.1f} x at {SIZES[1]:,} for {address}"


def _figures(size: int, command: list[str]) -> dict[str, dict[str, float]]:
    """What the process prints last, or nothing where it cannot run."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{FOLDER / str(size)}.sqlite3"}
    done = subprocess.run([*command, str(size)], env=environment, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        sys.stderr.write(done.stdout[-500:] + done.stderr[-2_000:])
        return {}
    figures: dict[str, dict[str, float]] = json.loads(done.stdout.splitlines()[-1])
    return figures
