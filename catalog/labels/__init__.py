"""What each member of the vocabulary is called, in English; forms and templates translate it."""

from enum import Enum

from catalog.labels import files, listing, making, materials, reports

LABELS: dict[type[Enum], dict[Enum, str]] = (
    listing.LABELS | making.LABELS | materials.LABELS | reports.LABELS | files.LABELS
)


def label_for(member: Enum) -> str:
    return LABELS[type(member)][member]
