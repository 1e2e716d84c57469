from catalog.models.assessment import Assessment
from catalog.models.entry import Entry, PackedPiece, Version, Word
from catalog.models.maker import Maker, Person
from catalog.models.making import Evidence, Material, Option, Step
from catalog.models.photo import Photo
from catalog.models.piece import Piece
from catalog.models.report import Report
from catalog.models.state_change import StateChange
from catalog.models.to_confirm import ToConfirm
from catalog.models.upload import Upload

__all__ = [
    "Assessment",
    "Entry",
    "Evidence",
    "Maker",
    "Material",
    "Option",
    "PackedPiece",
    "Person",
    "Photo",
    "Piece",
    "Report",
    "StateChange",
    "Step",
    "ToConfirm",
    "Upload",
    "Version",
    "Word",
]
