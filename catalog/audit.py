"""Who changed what, kept for staff alone: every row that people fill in, but no text of a visitor and no picture."""

from auditlog.registry import auditlog

from catalog.models import Evidence, Maker, Material, Option, Person, Photo, Piece, Report, Step

LEFT_OUT = frozenset({"cover", "width", "height", "fingerprint", "placeholder", "has_all_sizes"})


def register() -> None:
    """By the columns of a row, or what points to it would be read with it, and remembered too early."""
    for model in (Maker, Person, Piece, Step, Material, Option, Evidence, Photo):
        columns = [field.name for field in model._meta.concrete_fields if field.name not in LEFT_OUT]
        auditlog.register(model, include_fields=columns, m2m_fields={"members"} if model is Maker else set())
    auditlog.register(Report, include_fields=["piece", "about", "state", "outcome", "answer", "settled_by"])
