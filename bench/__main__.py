"""Measures every promise of speed and prints one table; `python -m bench scoring` measures one part alone.

Nothing here passes or fails.
"""

import os
import platform
import sys
from collections.abc import Iterator
from importlib import import_module

import numpy as np

from bench.catalogs import FOLDER, FailedError, say
from bench.figures import Figure, table, write

# As promises.md has them.
PARTS = ("scoring", "whole", "card", "pages", "queries", "listing", "changed", "loading", "photos", "weight")


def main(parts: list[str]) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django
    from django.core.management import call_command

    django.setup()
    FOLDER.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    figures: list[Figure] = []
    for part in parts:
        figures += _measured(part)
        # What is measured stays, should the rest be stopped.
        write(figures, FOLDER / "figures.json", _machine())
    print("\n".join(table(figures)))
    missed = sum(figure.verdict == "not met" for figure in figures)
    print(f"\n{_machine()}\n{missed} not met of {len(figures)} figures; also in .cache/bench/figures.json")


def _measured(part: str) -> Iterator[Figure]:
    say(part)
    try:
        yield from import_module(f"bench.{part}").measure()
    except FailedError as failure:
        yield Figure(part=f"Failed: {part}", what=str(failure))


def _machine() -> str:
    threads = os.environ.get("OPENBLAS_NUM_THREADS", "any number of")
    return (
        f"Python {platform.python_version()}, numpy {np.__version__}, {os.cpu_count()} cores, {threads} threads of "
        f"BLAS; medians of CPU time over all threads"
    )


if __name__ == "__main__":
    unknown = set(sys.argv[1:]) - set(PARTS)
    if unknown:
        raise SystemExit(f"There is no part {', '.join(sorted(unknown))}: choose of {', '.join(PARTS)}.")
    main(sys.argv[1:] or list(PARTS))
