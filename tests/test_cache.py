"""What workers remember together: one process sees what another wrote, and one alone gets a lock."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import time
from typing import Any

import pytest
from django.conf import settings

from jewelcompare.cache import SharedFiles

PRELUDE = """
import os, sys, django
from jewelcompare import settings
settings.CACHES["default"]["LOCATION"] = sys.argv[1]
django.setup()
from django.core.cache import cache
from django.test import RequestFactory
from jewelcompare.limits import is_within
sys.stdin.read(1)
"""
ADD = "print(sum(cache.add(f'lock-{number}', os.getpid()) for number in range(400)))"
REMEMBER = "cache.set('seen', {'by': os.getpid()}, 60); print(os.getpid())"
ASK = "print(sum(is_within(RequestFactory().get('/'), 'save_verdict') for _ in range(40)))"
ENVIRONMENT = {"DJANGO_SETTINGS_MODULE": "jewelcompare.settings", "SECRET_KEY": "k3y-" * 20}
Run = Callable[[str, int], list[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """What so many processes print that start at the same moment."""

    def run_together(script: str, number: int) -> list[str]:
        command = [sys.executable, "-c", PRELUDE + script, str(tmp_path / "shared")]
        options: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        together = [subprocess.Popen(command, cwd=settings.BASE_DIR, env=ENVIRONMENT, **options) for _ in range(number)]
        with ThreadPoolExecutor(number) as waiting:
            return [said.strip() for said, _errors in waiting.map(lambda one: one.communicate("x"), together)]

    return run_together


@pytest.fixture
def cache(tmp_path: Path) -> SharedFiles:
    return SharedFiles(str(tmp_path / "shared"), {})


def test_what_one_process_remembers_another_knows(run: Run, cache: SharedFiles) -> None:
    [number] = run(REMEMBER, 1)
    assert cache.get("seen") == {"by": int(number)}


def test_one_process_alone_adds_a_key(run: Run) -> None:
    assert sum(int(added) for added in run(ADD, 3)) == 400


def test_limit_holds_across_workers(run: Run) -> None:
    assert settings.ACCOUNT_RATE_LIMITS["save_verdict"] == "20/h/ip"
    assert sum(int(allowed) for allowed in run(ASK, 2)) == 20
    assert run(ASK, 1) == ["0"]


def test_key_that_has_expired_is_added_anew(cache: SharedFiles) -> None:
    assert cache.add("lock", 1, timeout=0.01)
    cache.set("lock", 1, timeout=-1)
    assert cache.add("lock", 2)
    assert not cache.add("lock", 3)
    assert cache.get("lock") == 2


def test_nobody_gets_rid_of_a_count_by_making_many(cache: SharedFiles) -> None:
    cache.set("count", 7)
    for number in range(1_000):
        cache.set(f"other-{number}", number)
    assert cache.get("count") == 7


def test_what_is_a_day_old_is_tidied_away(cache: SharedFiles) -> None:
    cache.set("old", 1)
    [file] = cache.folder.glob("*.djcache")
    os.utime(file, (0, 0))
    cache.set("new", 2)
    cache.tidy(time() - 60)
    assert (cache.get("old"), cache.get("new")) == (None, 2)


def test_folder_that_went_is_made_again_for_its_owner_alone(cache: SharedFiles) -> None:
    cache.folder.rmdir()
    assert cache.add("lock", 1)
    assert cache.folder.stat().st_mode & 0o777 == 0o700
