"""The site and its worker under one roof: with real processes, that do little."""

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from jewelcompare import serving

SCRIPT = "import sys; from jewelcompare.serving import Supervisor; sys.exit(Supervisor({main!r}, {others!r}).run())"
SLEEP = (sys.executable, "-c", "import time; time.sleep(60)")
SECONDS = 15


def supervised(main: tuple[str, ...], *others: tuple[str, ...]) -> "subprocess.Popen[bytes]":
    script = SCRIPT.format(main=main, others=others)
    return subprocess.Popen([sys.executable, "-c", script], cwd=serving.ROOT)


def wait_until(holds: Callable[[], object]) -> None:
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def noting(file: Path) -> tuple[str, ...]:
    return (sys.executable, "-c", f"open({str(file)!r}, 'a').write('started ')")


def test_worker_that_dies_is_started_again(tmp_path: Path) -> None:
    process = supervised(SLEEP, noting(tmp_path / "starts"))
    wait_until(lambda: (tmp_path / "starts").exists() and (tmp_path / "starts").read_text().count("started") >= 2)
    process.terminate()
    assert process.wait(SECONDS) == -signal.SIGTERM % 256


def test_it_ends_as_the_site_ended() -> None:
    assert supervised((sys.executable, "-c", "raise SystemExit(3)"), SLEEP).wait(SECONDS) == 3


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signal_reaches_the_site_which_ends_in_its_own_time(tmp_path: Path, number: signal.Signals) -> None:
    ready, ended = tmp_path / "ready", tmp_path / "ended"
    script = (
        "import signal, sys, time\n"
        f"def end(*_):\n    time.sleep(0.5); open({str(ended)!r}, 'w').close(); sys.exit(0)\n"
        f"signal.signal(signal.SIGTERM, end); open({str(ready)!r}, 'w').close(); time.sleep(60)"
    )
    process = supervised((sys.executable, "-c", script), SLEEP)
    wait_until(ready.exists)
    time.sleep(0.5)
    process.send_signal(number)
    assert process.wait(SECONDS) == 0
    assert ended.exists()


def test_key_is_made_once_and_is_its_owners(tmp_path: Path) -> None:
    file = tmp_path / "key"
    key = serving.secret_key(file)
    assert serving.secret_key(file) == key
    assert len(key) >= 50
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600  # noqa: PTH116


def test_preparations_stop_at_the_first_that_fails() -> None:
    ran: list[str] = []

    def run(command: serving.Command) -> None:
        ran.append(command[2])
        if command[2] == "migrate":
            raise subprocess.CalledProcessError(1, command)

    with pytest.raises(subprocess.CalledProcessError):
        serving.prepare(run)
    assert ran == ["check", "migrate"]
