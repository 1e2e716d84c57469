"""What the workers of one machine remember together, as a file each: how often somebody asked, how far an import is."""

import random
from pathlib import Path
from time import time
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache
from django.core.files import locks

TIDIED_ONCE_IN = 500
# Nothing is remembered for longer.
DAY = 86_400


class SharedFiles(FileBasedCache):
    """Django's, but two workers never both add a key, or a lock would be no lock; and nothing is dropped too early.

    Not the database: a count of requests is no reason to write to the disk that keeps what matters, and what is
    remembered within a transaction would be seen after it alone. Not the memory of a worker: each would count anew.
    """

    def __init__(self, folder: str, params: dict[str, Any]) -> None:
        super().__init__(folder, params)
        self.folder = Path(folder)

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self.folder / "lock").open("wb") as lock:
            locks.lock(lock, locks.LOCK_EX)
            return super().add(key, value, timeout, version)

    def _cull(self) -> None:
        """Django drops any entries once there are too many: whoever makes many would be rid of their own count."""
        if random.randrange(TIDIED_ONCE_IN) == 0:  # noqa: S311
            self.tidy(time() - DAY)

    def tidy(self, before: float) -> None:
        for file in self.folder.glob(f"*{self.cache_suffix}"):
            try:
                is_old = file.stat().st_mtime < before
            except FileNotFoundError:
                continue
            if is_old:
                file.unlink(missing_ok=True)
