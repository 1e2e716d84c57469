"""Every kind of page is valid HTML by the Nu checker. Skipped where it is not installed; in CI that fails."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from tests.browser.addresses import FRENCH, OWN_PAGES, REFUSED, STATUSES
from tests.browser.conftest import need_file

CHECKER = Path(settings.BASE_DIR) / ".cache" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
PAGES = OWN_PAGES | REFUSED | FRENCH


def write_pages(client: Client, folder: Path) -> None:
    for number, address in enumerate(PAGES.values()):
        response = client.get(address, follow=True)
        assert response.status_code == STATUSES.get(address, 200), address
        (folder / f"{number}.html").write_bytes(response.content)


def complaints_about(folder: Path) -> list[str]:
    java = shutil.which("java")
    need_file(Path(java or "java"), "NU CHECKER SKIPPED: there is no Java here.")
    command = [str(java), "-jar", str(CHECKER), "--stdout", "--exit-zero-always", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    addresses = list(PAGES.values())
    return [
        f"{addresses[int(Path(one['url']).stem)]}, line {one.get('lastLine')}: {one['message']}"
        for one in json.loads(done.stdout)["messages"]
    ]


@pytest.mark.django_db
def test_pages_are_valid(client: Client, tmp_path: Path) -> None:
    need_file(CHECKER, "NU CHECKER SKIPPED: run `make checkers` (it needs npm).")
    call_command("load_demo", pictures=False, verbosity=0)
    write_pages(client, tmp_path)
    found = complaints_about(tmp_path)
    assert found == [], "\n".join(found)
