"""The site as it is deployed: gunicorn by its own configuration, production settings, a database of its own."""

import os
import secrets
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.looking.served import AS_IF_SECURE, HOST, ROOT, free_port

START_SECONDS = 60.0
MASTER = ("-m", "gunicorn", "-c", "python:jewelcompare.server", "jewelcompare.wsgi")


class Site:
    """`restart` and `kill` do what a supervisor does: all processes of the site live and die together."""

    def __init__(self, database: str, folder: Path, *, host: str = HOST, **environment: str) -> None:
        self.host, self.port, self.log = host, free_port(), folder / f"{host}.log"
        own = {"DATABASE_URL": database, "HOST": host, "PORT": str(self.port), "BEHIND_PROXY": "1", "WEB_WORKERS": "2"}
        keys = {"SECRET_KEY": secrets.token_urlsafe(64), "ALLOWED_HOSTS": host}
        settings = {"DJANGO_SETTINGS_MODULE": "jewelcompare.settings", "DEBUG": "0"}
        self.environment = {**os.environ, **own, **keys, **settings, **environment}
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://{self.host}:{self.port}"

    def manage(self, *arguments: str) -> None:
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def start(self) -> float:
        """Seconds until a page is there."""
        started = time.monotonic()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *MASTER],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        return self.wait(started)

    def wait(self, since: float, path: str = "/about/") -> float:
        """Seconds since then until that page is there."""
        while time.monotonic() - since < START_SECONDS:
            if self.status_of(path) == 200:
                return time.monotonic() - since
            time.sleep(0.02)
        raise SystemExit(f"Nothing answers at {self.address}; see {self.log}.")

    def status_of(self, path: str) -> int:
        with suppress(OSError):
            try:
                with urlopen(Request(self.address + path, headers=AS_IF_SECURE), timeout=10) as answer:  # noqa: S310
                    answer.read()
                    return int(answer.status)
            except HTTPError as error:
                with error:
                    return error.code
        return 0

    def workers(self) -> list[int]:
        master = self.process.pid if self.process else 0
        listed = Path(f"/proc/{master}/task/{master}/children").read_text(encoding="ascii")
        return [int(pid) for pid in listed.split()]

    def kill_worker(self) -> None:
        os.kill(secrets.choice(self.workers()), signal.SIGKILL)

    def kill(self) -> None:
        """Master and workers at once, as when a machine's supervisor or its memory ends them."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()

    def megabytes(self) -> float:
        """What its processes take of memory, what they share counted once."""
        pids = [*self.workers(), self.process.pid if self.process else 0]
        rolled = (Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii") for pid in pids)
        return sum(int(text.partition("\nPss:")[2].split()[0]) for text in rolled) / 1024
