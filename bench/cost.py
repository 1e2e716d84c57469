"""Calls a function of ours in a process of its own, which says what that took: `python -m bench.cost module:function`.

A process can only tell its own peak: what its parent sees begins with the parent's.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, kw_only=True)
class Cost:
    """Of one process: seconds of a core, and its peak in megabytes."""

    seconds: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s of a core, {self.megabytes:.0f} MB"


def cost_of(function: str, data: bytes, environment: Mapping[str, str] | None = None) -> Cost:
    """Of a function that finds the data on standard input. Raises CalledProcessError where a limit has stopped it."""
    command = (sys.executable, "-m", "bench.cost", function)
    done = subprocess.run(command, input=data, capture_output=True, cwd=ROOT, env=environment, check=True)  # noqa: S603
    return Cost(**json.loads(done.stderr.splitlines()[-1]))


def _own() -> dict[str, float]:
    """VmHWM begins anew with the program, ru_maxrss does not."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = int(status.partition("VmHWM:")[2].split()[0])
    return {"seconds": usage.ru_utime + usage.ru_stime, "megabytes": kilobytes * 1.024 / 1_000}


if __name__ == "__main__":
    module, _colon, name = sys.argv[1].partition(":")
    getattr(import_module(module), name)()
    sys.stderr.write("\n" + json.dumps(_own()) + "\n")
