"""Who changed what, kept for staff alone: every row that people fill in, but no text of a visitor and no picture."""

from auditlog.registry import auditlog

from catalog.models import Evidence, Maker, Material, Option, Person, Photo, Piece, Report, Step

OF_FILES = ["name", "width", "height", "fingerprint", "placeholder", "has_all_sizes"]


def register() -> None:
    auditlog.register(Maker, m2m_fields={"members"})
    auditlog.register(Piece, exclude_fields=["cover"])
    auditlog.register(Photo, exclude_fields=OF_FILES)
    auditlog.register(Report, include_fields=["piece", "about", "state"])
    for model in (Person, Step, Material, Option, Evidence):
        auditlog.register(model)
