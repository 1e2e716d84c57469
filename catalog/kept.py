"""What every worker keeps of the catalog: read once, and then only what changed, told by one small query a request.

Inside a transaction that has written, it is read anew and not kept: what is seen there may yet be undone.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Generic, Protocol, Self, TypeVar

from django.db import connection

from catalog.models import Version


class Dated(Protocol):
    """What was read at some revision of the catalog; it never changes, so that threads may share it."""

    @property
    def epoch(self) -> str: ...

    @property
    def revision(self) -> int: ...

    def is_outdated(self, today: date) -> bool:
        """Whether a certificate that counts for some piece has run out."""


T = TypeVar("T", bound=Dated)


@dataclass(frozen=True, kw_only=True)
class At:
    """The state of the catalog: a new epoch tells that nothing said before holds."""

    epoch: str = ""
    revision: int = 0

    @classmethod
    def now(cls) -> Self:
        version = Version.objects.filter(pk=1).values_list("epoch", "revision").first()
        return cls(epoch=version[0], revision=version[1]) if version else cls()


@dataclass(kw_only=True)
class Keeper(Generic[T]):
    """`read_all` reads what holds at some state or since, `updated` what changed from what is kept to it.

    A row may be newer than that state says; it is then read once more, as a change.
    """

    read_all: Callable[[date, At], T]
    updated: Callable[[T, At], T]
    _lock: Lock = field(default_factory=Lock)
    _kept: T | None = None

    def current(self, today: date) -> T:
        """One query where nothing changed since the last one."""
        kept = self._kept
        if kept is None and connection.in_atomic_block:
            return self.read_all(today, At())
        at = At.now()
        if kept is not None and _holds(kept, at, today):
            return kept
        if connection.in_atomic_block:
            return self.read_all(today, at)
        with self._lock:
            self._kept = kept = self._brought_up_to(at, today)
        return kept

    def forget(self) -> None:
        self._kept = None

    def _brought_up_to(self, at: At, today: date) -> T:
        """Another request may have done it while this one waited."""
        kept = self._kept
        if kept is None or kept.epoch != at.epoch or kept.revision > at.revision or kept.is_outdated(today):
            return self.read_all(today, at)
        return kept if kept.revision == at.revision else self.updated(kept, at)


def _holds(kept: Dated, at: At, today: date) -> bool:
    return (kept.epoch, kept.revision) == (at.epoch, at.revision) and not kept.is_outdated(today)
