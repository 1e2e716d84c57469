"""The site behind gunicorn with one worker, so that the CPU time of a request is that of one process."""

import http.client
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import monotonic, sleep

from bench.cost import ROOT
from bench.empty import ADDRESS
from bench.timing import cpu_of, seconds

HOST = "127.0.0.1"
PATIENCE = 120
AS_BROWSERS = {"X-Forwarded-Proto": "https", "Accept-Encoding": "gzip, deflate, br"}
UNCOMPRESSED = {"X-Forwarded-Proto": "https"}
WARMING, RUNS = 3, 5
# Of CPU time in each run, so that what the machine does beside it matters little.
LEAST_SECONDS = 0.5


@dataclass(frozen=True, kw_only=True)
class Served:
    """A site on a port of this computer, and the process that answers."""

    port: int
    worker: int

    def get(self, address: str, headers: dict[str, str]) -> bytes:
        with closing(http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)) as asking:
            asking.request("GET", address, headers=headers)
            answer = asking.getresponse()
            content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{address} answered {answer.status}")
        return content

    def milliseconds(self, address: str, headers: dict[str, str]) -> float:
        """CPU of the worker for one request: the median of runs of many."""
        clock = partial(cpu_of, self.worker)
        for _time in range(WARMING):
            self.get(address, headers)
        once = seconds(lambda: self.get(address, headers), clock)
        count = max(10, round(LEAST_SECONDS / once))

        def many() -> None:
            for _time in range(count):
                self.get(address, headers)

        return 1000 * median(seconds(many, clock) for _run in range(RUNS)) / count


@contextmanager
def served() -> Iterator[Served]:
    """With the database that DATABASE_URL names, until the block ends."""
    port = _free_port()
    command = (sys.executable, "-m", "gunicorn", "jewelcompare.wsgi", "--bind", f"{HOST}:{port}")
    options = ("--workers", "1", "--worker-class", "sync", "--no-control-socket", "--log-level", "error")
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "bench.settings"}
    server = subprocess.Popen((*command, *options), cwd=ROOT, env=environment)  # noqa: S603
    try:
        yield _when_ready(server, port)
    finally:
        server.terminate()
        server.wait()


def _free_port() -> int:
    with closing(socket.socket()) as listening:
        listening.bind((HOST, 0))
        return int(listening.getsockname()[1])


def _when_ready(server: subprocess.Popen[bytes], port: int) -> Served:
    until = monotonic() + PATIENCE
    while monotonic() < until and server.poll() is None:
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text(encoding="ascii").split()
        site = Served(port=port, worker=int(children[0]) if children else 0)
        try:
            site.get(f"/{ADDRESS}", AS_BROWSERS)
        except OSError:
            sleep(0.2)
        else:
            return site
    raise SystemExit("gunicorn does not answer.")
