"""Which pieces and makers use a technique, and which techniques a piece is made by."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from catalog.choices import Method
from catalog.listings import listed_pieces
from catalog.models import Maker, Piece, Step
from catalog.techniques import Technique, techniques_for


def techniques_of(piece: Piece) -> list[Technique]:
    """The techniques of a piece read with its steps: no further query."""
    return techniques_for(piece.technique, [Method(step.method) for step in piece.steps.all()])


def pieces_made_by(technique: Technique) -> QuerySet[Piece]:
    """The published pieces whose words name the technique or that have a step of it, newest first."""
    return listed_pieces().filter(_is_made_by(technique))


def makers_using(technique: Technique) -> QuerySet[Maker]:
    """The makers of such pieces, those of most pieces first."""
    pieces = Piece.objects.published().filter(_is_made_by(technique)).order_by()
    return Maker.objects.filter(pieces__in=pieces).annotate(made_so=Count("pieces")).order_by("-made_so", "name")


def _is_made_by(technique: Technique) -> Q:
    is_called_so = Q(*(("technique__iexact", word) for word in technique.words), _connector=Q.OR)
    steps = Step.objects.filter(piece=OuterRef("pk"), method__in=technique.methods)
    return (is_called_so | Q(Exists(steps))) if technique.methods else is_called_so
