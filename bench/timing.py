"""What work takes of a core: CPU time, as latency on a shared machine tells little. Plain.

All threads count, so that a library that uses several is not the faster for it.
"""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

RUNS = 9
# As clock_getcpuclockid(3) names the clock of another process on Linux.
_OF_PROCESS = 2


def cpu_of(process: int) -> float:
    """Seconds of a core that all threads of another process have taken."""
    return time.clock_gettime((~process << 3) | _OF_PROCESS)


def milliseconds(work: Callable[[], object], runs: int = RUNS, clock: Callable[[], float] = time.process_time) -> float:
    """The median; what is worked out only once is worked out before."""
    work()
    return 1000 * median(seconds(work, clock) for _run in range(runs))


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    started = clock()
    work()
    return clock() - started


def resident() -> float:
    """Megabytes of memory that this process holds now."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) * 1.024 / 1_000


def peak() -> float:
    """Megabytes that it has held at most since it began."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1.024 / 1_000
