"""The local demo as it would be deployed, by gunicorn on a free port of this computer, until the block ends."""

import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
WORKERS = ("--workers", "2", "--threads", "2", "--no-control-socket", "--log-level", "error")
START_SECONDS = 60
# A proxy that ends TLS says so in a header; whoever visits this server sends it too.
AS_IF_SECURE = {"X-Forwarded-Proto": "https"}


def free_port() -> int:
    with closing(socket.socket()) as listening:
        listening.bind((HOST, 0))
        return int(listening.getsockname()[1])


@contextmanager
def served(**environment: str) -> Iterator[str]:
    """The address of the site with `DEBUG=1` or, without it, its static files collected and behind a proxy."""
    variables = {**os.environ, "SECRET_KEY": secrets.token_urlsafe(64), "ALLOWED_HOSTS": HOST, **environment}
    variables["DJANGO_SETTINGS_MODULE"] = "jewelcompare.settings"
    if "DEBUG" not in environment:
        variables.pop("DEBUG", None)
        variables |= {"BEHIND_PROXY": "1"}
        collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--clear", "--verbosity", "0"]
        subprocess.run(collect, cwd=ROOT, env=variables, check=True)
    address = f"{HOST}:{free_port()}"
    command = [sys.executable, "-m", "gunicorn", "jewelcompare.wsgi", "-k", "gthread", "--bind", address, *WORKERS]
    server = subprocess.Popen(command, cwd=ROOT, env=variables)
    try:
        wait_for(f"http://{address}/healthz")
        yield f"http://{address}"
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str) -> None:
    until = monotonic() + START_SECONDS
    while monotonic() < until:
        try:
            urlopen(address).close()  # noqa: S310
        except OSError:
            sleep(0.2)
        else:
            return
    raise SystemExit(f"Nothing answers at {address}.")
