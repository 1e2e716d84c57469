"""Who changed what, kept for staff alone: every row that people fill in, but no text of a visitor and no picture."""

from datetime import datetime, timedelta

from auditlog.models import LogEntry
from auditlog.registry import auditlog
from django.contrib.admin.models import LogEntry as DeskEntry

from catalog.models import Evidence, Maker, Material, Option, Person, Photo, Piece, Report, Step

KEPT_FOR = timedelta(days=730)
LEFT_OUT = frozenset({"cover", "width", "height", "fingerprint", "placeholder", "has_all_sizes"})


def register() -> None:
    """By the columns of a row, or what points to it would be read with it, and remembered too early."""
    for model in (Maker, Person, Piece, Step, Material, Option, Evidence, Photo):
        columns = [field.name for field in model._meta.concrete_fields if field.name not in LEFT_OUT]
        auditlog.register(model, include_fields=columns, m2m_fields={"members"} if model is Maker else set())
    auditlog.register(Report, include_fields=["piece", "about", "state", "outcome", "answer", "settled_by"])


def forget(now: datetime) -> int:
    """Delete what was done long ago from both trails: what rows said, and which pages of the desk were used."""
    desk, _by_model = DeskEntry.objects.filter(action_time__lte=now - KEPT_FOR).delete()
    rows: int = LogEntry.objects.filter(timestamp__lte=now - KEPT_FOR).delete()[0]
    return desk + rows
