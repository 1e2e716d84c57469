from catalog.models.assessment import Assessment
from catalog.models.entry import Entry, Version, Word
from catalog.models.maker import Maker, Person
from catalog.models.making import Evidence, Material, Option, Step
from catalog.models.photo import Photo
from catalog.models.piece import Piece
from catalog.models.report import Report
from catalog.models.state_change import StateChange

__all__ = [
    "Assessment",
    "Entry",
    "Evidence",
    "Maker",
    "Material",
    "Option",
    "Person",
    "Photo",
    "Piece",
    "Report",
    "StateChange",
    "Step",
    "Version",
    "Word",
]
