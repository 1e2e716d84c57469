import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from catalog.models import Maker
from tests.catalog.sheets.files import ETSY_SHORT, RING, table
from tests.factory import make_maker


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "listings.csv"
    path.write_text(table(ETSY_SHORT, RING))
    return path


def run(file: Path, maker: Maker, **options: object) -> None:
    call_command("import_pieces", str(file), maker=maker.slug, **options)


@pytest.mark.django_db
def test_command_stores_nothing_unless_told_to(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    maker = make_maker()
    run(file, maker)
    assert "1 new, 0 changed" in capsys.readouterr().out
    assert not maker.pieces.exists()
    run(file, maker, apply=True)
    assert maker.pieces.count() == 1


@pytest.mark.django_db
def test_command_refuses_what_it_does_not_know(file: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no maker"):
        call_command("import_pieces", str(file), maker="nobody")
    with pytest.raises(CommandError, match="cannot be read"):
        run(tmp_path / "missing.csv", make_maker())
    file.write_text(table(ETSY_SHORT, RING | {"PRICE": "lots"}))
    with pytest.raises(CommandError, match="Mend the rows"):
        run(file, make_maker(), apply=True)


def test_killed_in_the_middle_it_leaves_nothing_and_can_begin_again(tmp_path: Path) -> None:
    file, database = tmp_path / "many.csv", tmp_path / "killed.sqlite3"
    file.write_text(table(ETSY_SHORT, *(RING | {"TITLE": f"Ring number {number}"} for number in range(3000))))
    environment = os.environ | {"DEBUG": "1", "DATABASE_URL": f"sqlite:///{database}"}
    manage(environment, "migrate", "--verbosity", "0").wait()
    manage(environment, "shell", "-c", MAKER).wait()
    process = manage(environment, "import_pieces", str(file), "--maker", "ines", "--apply")
    wait_for_writing(process, database)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert count(database) == 0
    assert manage(environment, "import_pieces", str(file), "--maker", "ines", "--apply").wait() == 0
    assert count(database) == 3000


MAKER = "from catalog.models import Maker; Maker.objects.create(name='I', slug='ines', kind='workshop', summary='M')"


def manage(environment: dict[str, str], *arguments: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.DEVNULL)


def wait_for_writing(process: "subprocess.Popen[bytes]", database: Path) -> None:
    """Until its transaction is well under way, which the write-ahead log shows by its size."""
    log, deadline = Path(f"{database}-wal"), time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        if is_locked(database) and log.exists():
            time.sleep(0.5)
            return
        time.sleep(0.02)


def is_locked(database: Path) -> bool:
    connection = sqlite3.connect(database, timeout=0, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError:
        return True
    finally:
        connection.close()
    return False


def count(database: Path) -> int:
    with sqlite3.connect(database) as connection:
        return int(connection.execute("SELECT count(*) FROM catalog_piece").fetchone()[0])
