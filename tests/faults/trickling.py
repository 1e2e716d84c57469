"""Many clients send a byte now and then, through the documented nginx, while others visit."""

import os
import re
import shutil
import socket
import ssl
import subprocess
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException, HTTPSConnection
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from tests.faults.databases import Database, free_port
from tests.faults.rows import Row
from tests.faults.site import ROOT, Site
from tests.faults.visitors import in_threads

CLIENTS, SECONDS = 200, 12
BEGUN = b"POST /shortlist/keep/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4000\r\n\r\n"
PAGES = ("/", "/pieces/", "/method/")
TARGET = "no error, p99 of the others <= 1 s"
OPENSSL = "openssl req -x509 -newkey rsa:2048 -nodes -keyout privkey.pem -out fullchain.pem -days 1 -subj /CN=127.0.0.1"
AROUND = """pid {folder}/nginx.pid;
{user}
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{ {temporary} include {folder}/site.conf; }}
"""


@dataclass(frozen=True, kw_only=True)
class Visits:
    times: list[float]
    statuses: Counter[int]


def trickle(site: Site, database: Database) -> Row:
    scenario = f"{CLIENTS} clients that trickle bytes, through .deploy/nginx.conf"
    if not shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or not shutil.which("openssl"):
        return Row(scenario=scenario, database=database.name, target=TARGET, holds=None)
    with TemporaryDirectory() as name, proxied(site, Path(name)) as port, _trickling(port) as connected:
        visits = _visit(port)
        still = connected()
    cuts = quantiles(visits.times, n=100)
    errors = sum(number for status, number in visits.statuses.items() if status != 200)
    return Row(
        scenario=scenario,
        database=database.name,
        figures={
            "trickling": still,
            "visits": len(visits.times),
            "errors": errors,
            "p50 ms": round(cuts[49] * 1000),
            "p99 ms": round(cuts[98] * 1000),
        },
        target=TARGET,
        holds=not errors and cuts[98] <= 1 and still > CLIENTS / 2,
    )


@contextmanager
def proxied(site: Site, folder: Path) -> Iterator[int]:
    """The documented nginx before the site, with a certificate and addresses of this test's own; its port."""
    folder.chmod(0o755)
    subprocess.run(OPENSSL.split(), cwd=folder, check=True, stderr=subprocess.DEVNULL)
    port = free_port()
    _write_configuration(site, folder, port)
    environment = os.environ | {"PATH": f"{os.environ['PATH']}:/usr/sbin"}
    server = subprocess.Popen(["nginx", "-c", f"{folder}/nginx.conf", "-g", "daemon off;"], env=environment)  # noqa: S607
    try:
        sleep(1)
        yield port
    finally:
        server.terminate()
        server.wait()


def _write_configuration(site: Site, folder: Path, port: int) -> None:
    text = (ROOT / ".deploy" / "nginx.conf").read_text(encoding="utf-8")
    # What all servers share, and the last of them; the others lead there, or nowhere.
    text = text[: text.index("\nserver {")] + text[text.rindex("\nserver {") :]
    replaced = {
        r"\n +listen \[::\].*;": "",
        r"listen 443": f"listen 127.0.0.1:{port}",
        r"127\.0\.0\.1:8000": f"{site.host}:{site.port}",
        r"/etc/letsencrypt/live/jewels\.example|/var/log/nginx": str(folder),
        r"/var/lib/jewelcompare": str(ROOT),
        r"server_name jewels\.example": "server_name 127.0.0.1",
    }
    for old, new in replaced.items():
        text = re.sub(old, new, text)
    (folder / "site.conf").write_text(text, encoding="utf-8")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user, temporary=temporary))


@contextmanager
def _trickling(port: int) -> Iterator[Callable[[], int]]:
    """Each from an address of its own. Yields what counts those that are still connected."""
    end, alive = threading.Event(), Counter[str]()
    context = _trusting()

    def send_slowly() -> None:
        number = alive["begun"] = alive["begun"] + 1
        with suppress(OSError), socket.socket() as plain:
            plain.settimeout(30)
            plain.bind((f"127.0.1.{number % 250 + 1}", 0))
            plain.connect(("127.0.0.1", port))
            with context.wrap_socket(plain, server_hostname="127.0.0.1") as secure:
                secure.sendall(BEGUN)
                while not end.wait(1):
                    secure.sendall(b"a")
                alive["to the end"] += 1

    with ExitStack() as stack:
        stack.enter_context(in_threads(send_slowly, CLIENTS))
        sleep(3)
        yield lambda: _count(end, alive)
        end.set()


def _count(end: threading.Event, alive: Counter[str]) -> int:
    end.set()
    sleep(2)
    return alive["to the end"]


def _trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def _visit(port: int) -> Visits:
    visits, end, context = Visits(times=[], statuses=Counter()), monotonic() + SECONDS, _trusting()

    def go_on() -> None:
        number = 0
        while monotonic() < end:
            began, number = monotonic(), number + 1
            visits.statuses[_ask(port, PAGES[number % len(PAGES)], context)] += 1
            visits.times.append(monotonic() - began)
            sleep(0.3)

    with in_threads(go_on, 3):
        pass
    return visits


def _ask(port: int, path: str, context: ssl.SSLContext) -> int:
    connection = HTTPSConnection("127.0.0.1", port, timeout=20, context=context)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()
    return response.status
