"""Calls a function of ours in a process and a filled database of its own: `python -m bench.catalogs function SIZE`.

Databases of SQLite are kept in .cache/bench, as filling them takes minutes; one of PostgreSQL ends with its server.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib import import_module

from bench.cost import ROOT
from bench.drawing import SEED
from bench.figures import Figure

FOLDER = ROOT / ".cache" / "bench"
SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
WITH_POSTGRESQL = (str(ROOT / ".ci" / "with-postgresql"),)
NOT_HERE = "There is no PostgreSQL here"
# One process does the work of a query, so that its CPU time is that of the query.
ALONE = {"PGOPTIONS": "-c max_parallel_workers_per_gather=0 -c jit=off"}


class FailedError(Exception):
    """A process of ours ended early; what it said stands above."""


def figures_at(size: int, function: str, on: str = SQLITE) -> Iterator[Figure]:
    """What `module:function` yields for that number of pieces; nothing where the database's server is missing."""
    say(f"{function} at {size:,} on {on}")
    environment = {**os.environ, **ALONE, "DATABASE_URL": f"sqlite:///{path_for(size)}"}
    yield from figures_of((sys.executable, "-m", "bench.catalogs", function, str(size)), environment, on)


def path_for(size: int) -> str:
    FOLDER.mkdir(parents=True, exist_ok=True)
    return str(FOLDER / f"{size}-{SEED}.sqlite3")


def figures_of(command: tuple[str, ...], environment: dict[str, str], on: str = SQLITE) -> Iterator[Figure]:
    """What the process prints last."""
    whole = (*(WITH_POSTGRESQL if on == POSTGRESQL else ()), *command)
    done = subprocess.run(whole, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603
    if done.returncode and NOT_HERE in done.stdout:
        say(done.stdout.strip())
        return
    if done.returncode:
        raise FailedError(f"{' '.join(command[2:])} on {on}")
    yield from (Figure(**figure) for figure in json.loads(done.stdout.splitlines()[-1]))


def say(words: str) -> None:
    """Progress goes where the table does not."""
    print(f"  {words} ...", file=sys.stderr, flush=True)


def _filled(size: int) -> None:
    from django.core.management import call_command

    from bench.filling import fill
    from catalog.models import Piece

    call_command("migrate", verbosity=0)
    if Piece.objects.count() != size:
        say(f"filling {size:,} pieces")
        call_command("flush", interactive=False, verbosity=0)
        fill(size)


def main(function: str, size: int) -> None:
    import django

    django.setup()
    _filled(size)
    module, _colon, name = function.partition(":")
    print(json.dumps([asdict(figure) for figure in getattr(import_module(module), name)(size)]))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
