"""Whether the process answers, and whether it can do its work: two questions that a proxy or a supervisor asks."""

from collections.abc import Callable, Mapping
from secrets import token_hex

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jewelcompare.http import PLAIN_TEXT

KNOWN: set[str] = set()
SECONDS = 10


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type=PLAIN_TEXT)


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    missing = [name for name, holds in CHECKS.items() if not holds()]
    said = f"not ready: {', '.join(missing)}\n" if missing else "ready\n"
    return HttpResponse(said, content_type=PLAIN_TEXT, status=503 if missing else 200)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _is_migrated() -> bool:
    """Once all of them are applied they stay so, for as long as this process knows no others."""
    if "migrated" in KNOWN:
        return True
    try:
        executor = MigrationExecutor(connection)
        is_migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False
    KNOWN.update({"migrated"} if is_migrated else ())
    return is_migrated


def _cache_keeps() -> bool:
    """Whatever is wrong with a cache, it is not ready."""
    key, value = f"ready:{token_hex(4)}", token_hex(4)
    try:
        cache.set(key, value, SECONDS)
        return bool(cache.get(key) == value and cache.delete(key))
    except Exception:
        return False


CHECKS: Mapping[str, Callable[[], bool]] = {
    "database": _database_answers,
    "migrations": _is_migrated,
    "cache": _cache_keeps,
}
