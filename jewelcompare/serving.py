"""Keeps the site and its task worker running on one machine: `python -m jewelcompare.serving`.

It prepares what both need, restarts the worker if it dies, hands signals on, and ends as the site ended.
"""

import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[1]
KEY_FILE = ROOT / ".secret-key"
SITE = ("-m", "gunicorn", "-c", "python:jewelcompare.server", "jewelcompare.wsgi")
WORKER = ("manage.py", "db_worker")
PREPARATIONS = (
    ("check", "--deploy", "--fail-level", "WARNING"),
    ("migrate", "--verbosity", "0"),
    ("collectstatic", "--noinput", "--verbosity", "0"),
)
SECONDS_BETWEEN_LOOKS = 0.2
SECONDS_BEFORE_ANOTHER_START = 1.0
SECONDS_TO_END = 20.0

Command = Sequence[str]


class Supervisor:
    """One process that the others live for, and others that are started again whenever they end."""

    def __init__(self, main: Command, others: Sequence[Command]) -> None:
        self.main = subprocess.Popen(main)  # noqa: S603
        self.others = {tuple(command): subprocess.Popen(command) for command in others}  # noqa: S603
        self.is_ending = False

    def run(self) -> int:
        """Until the main process ends; its exit code."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.end)
        while self.main.poll() is None:
            self._restart_what_ended()
            time.sleep(SECONDS_BETWEEN_LOOKS)
        self.end()
        self._wait_for_others()
        return self.main.returncode

    def end(self, number: int = signal.SIGTERM, frame: FrameType | None = None) -> None:
        self.is_ending = True
        for process in (self.main, *self.others.values()):
            if process.poll() is None:
                process.terminate()

    def _restart_what_ended(self) -> None:
        for command, process in self.others.items():
            if process.poll() is not None and not self.is_ending:
                time.sleep(SECONDS_BEFORE_ANOTHER_START)
                self.others[command] = subprocess.Popen(command)  # noqa: S603

    def _wait_for_others(self) -> None:
        for process in self.others.values():
            try:
                process.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                process.kill()


def secret_key(file: Path = KEY_FILE) -> str:
    """The one of this machine, made once and readable by its owner alone."""
    if not file.exists():
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as written:
            written.write(secrets.token_urlsafe(64))
    return file.read_text(encoding="ascii")


def prepare(run: Callable[[Command], object]) -> None:
    for preparation in PREPARATIONS:
        run((sys.executable, "manage.py", *preparation))


def main() -> int:
    os.chdir(ROOT)
    defaults = {"ALLOWED_HOSTS": "localhost,127.0.0.1", "BEHIND_PROXY": "1", "TASK_WORKER": "1"}
    for name, value in defaults.items():
        os.environ.setdefault(name, value)
    if not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = secret_key()
    try:
        prepare(lambda command: subprocess.run(command, check=True))  # noqa: S603
    except subprocess.CalledProcessError as failure:
        return failure.returncode
    place = f"http://{os.environ.get('HOST') or '127.0.0.1'}:{os.environ.get('PORT') or 8000}/"
    sys.stdout.write(
        f"JewelCompare serves {place} to a proxy that ends TLS, as .deploy/nginx.conf does. Ctrl+C ends it.\n"
    )
    sys.stdout.flush()
    return Supervisor((sys.executable, *SITE), [(sys.executable, *WORKER)]).run()


if __name__ == "__main__":
    sys.exit(main())
