from catalog.models.assessment import Assessment
from catalog.models.maker import Maker, Person
from catalog.models.making import Evidence, Material, Option, Step
from catalog.models.piece import Piece

__all__ = ["Assessment", "Evidence", "Maker", "Material", "Option", "Person", "Piece", "Step"]
