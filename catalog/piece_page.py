"""All that the page of one piece tells, each part in its own words."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from catalog.assessment import facts_of, read_facts
from catalog.claims import handmade_standing
from catalog.counterpart import counterpart_of, nearest_across
from catalog.countries import country_name
from catalog.disclosure import disclosed_groups
from catalog.disputes import settled_disputes
from catalog.made_so import techniques_of
from catalog.models import Piece
from catalog.scores import scores_of
from catalog.siblings import siblings_of
from catalog.steps import bench_steps, names_of
from catalog.structured import structures_of_piece


def surroundings_of(piece: Piece, request: HttpRequest) -> dict[str, Any]:
    """What the page of a piece says of itself rather than of the piece."""
    return {
        "section": "pieces",
        "home_country": country_name(settings.HOME_COUNTRY),
        "url": request.build_absolute_uri(piece.get_absolute_url()),
        "image": request.build_absolute_uri(piece.cover.middle) if piece.cover else "",
        "structures": structures_of_piece(piece, request.build_absolute_uri),
        "shows_invented": piece.maker.is_invented,
    }


def piece_page(piece: Piece, today: date) -> dict[str, Any]:
    """Its parts by name, in seven queries beside that of the piece with its maker; one more for its photos."""
    other = nearest_across(piece)
    read_facts([piece, other] if other else [piece], today)
    claim = handmade_standing(facts_of(piece), today)
    return {
        "piece": piece,
        "photos": list(piece.photos.all()) if piece.cover else [],
        "steps": bench_steps(piece),
        "techniques": techniques_of(piece),
        "claim": claim,
        "against": names_of(claim.offending),
        "groups": disclosed_groups(piece, today),
        "scores": scores_of(piece, today),
        "disputes": settled_disputes(piece),
        "siblings": siblings_of(piece),
        "counterpart": counterpart_of(piece, other, today) if other else None,
    }
