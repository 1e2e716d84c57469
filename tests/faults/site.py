"""The site as it is deployed: gunicorn by `jewelcompare.server`, production settings, one demo catalog."""

import os
import secrets
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

from tests.faults.databases import Database, free_port
from tests.faults.visitors import ask

ROOT = Path(__file__).parents[2]
LOST = {"DEBUG", "DATABASE_URL", "CACHE_URL", "MEDIA_STORAGE", "TASK_WORKER", "SITE_NAME", "EMAIL_URL"}


class Site:
    """One gunicorn. Several may share a database, by the same key."""

    def __init__(self, database: Database, folder: Path, host: str = "127.0.0.1", **environment: str) -> None:
        self.host, self.port = host, free_port()
        self.log = folder / f"gunicorn-{self.port}.log"
        given = {name: value for name, value in os.environ.items() if name not in LOST}
        self.environment = given | {
            "SECRET_KEY": secrets.token_urlsafe(64),
            "ALLOWED_HOSTS": "127.0.0.1,127.0.0.2",
            "BEHIND_PROXY": "1",
            "DATABASE_URL": database.url,
            "CACHE_URL": "dbcache://site_cache",
            "MEDIA_STORAGE": f"file://{folder}/media",
            "DJANGO_SETTINGS_MODULE": "jewelcompare.settings",
            "HOST": host,
            "PORT": str(self.port),
            "WEB_WORKERS": "2",
            **environment,
        }
        self.server: subprocess.Popen[bytes] | None = None

    def manage(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=ROOT, env=self.environment, check=check, capture_output=True, text=True)

    def prepare(self) -> None:
        self.manage("migrate", "--noinput")
        self.manage("createcachetable")
        self.manage("load_demo", "--no-pictures")
        self.manage("collectstatic", "--noinput")

    def start(self) -> float:
        """The seconds until it answers."""
        command = [sys.executable, "-m", "gunicorn", "-c", "python:jewelcompare.server", "jewelcompare.wsgi"]
        began = monotonic()
        with self.log.open("ab") as log:
            self.server = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        # Not an orphan of a master before, but a worker of this one.
        while not self.workers():
            self._be_patient(began)
        return self.wait(began)

    def wait(self, began: float) -> float:
        while ask(self, "/readyz").status != 200:
            self._be_patient(began)
        return monotonic() - began

    def _be_patient(self, began: float) -> None:
        if monotonic() - began > 60:
            raise RuntimeError(f"The site does not answer: see {self.log}.")
        sleep(0.02)

    @property
    def master(self) -> int:
        assert self.server is not None
        return self.server.pid

    def workers(self) -> list[int]:
        children = Path(f"/proc/{self.master}/task/{self.master}/children")
        return [int(child) for child in children.read_text().split()] if children.exists() else []

    def kill_worker(self) -> None:
        os.kill(self.workers()[0], signal.SIGKILL)

    def kill_master(self) -> None:
        """And what it leaves behind, as systemd does before it starts the site again (`KillMode=mixed`)."""
        assert self.server is not None
        self.server.kill()
        self.server.wait()
        with suppress(ProcessLookupError):
            os.killpg(self.master, signal.SIGKILL)

    def stop(self) -> int:
        if self.server is None:
            return 0
        self.server.terminate()
        return self.server.wait(60)

    @property
    def cpu_of_start(self) -> float:
        """Processor seconds that the master has used, which is hardly more than its start."""
        times = Path(f"/proc/{self.master}/stat").read_text().rpartition(")")[2].split()
        return (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Megabytes that its processes hold, what they share counted once."""
        sizes = [Path(f"/proc/{process}/smaps_rollup").read_text() for process in (self.master, *self.workers())]
        lines = [line for size in sizes for line in size.splitlines() if line.startswith("Pss:")]
        return sum(int(line.split()[1]) for line in lines) // 1024
