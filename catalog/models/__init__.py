from catalog.models.assessment import Assessment
from catalog.models.entry import Entry, Version, Word
from catalog.models.maker import Maker, Person
from catalog.models.making import Evidence, Material, Option, Step
from catalog.models.piece import Piece

__all__ = [
    "Assessment",
    "Entry",
    "Evidence",
    "Maker",
    "Material",
    "Option",
    "Person",
    "Piece",
    "Step",
    "Version",
    "Word",
]
