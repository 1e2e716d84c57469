"""Facts of a piece as sentences, for the criterion they weigh under, and how well each is known."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buyers.verdict.reasons import CLAIMED, RUNGS, UNDISCLOSED
from catalog.choices import Coating, Grade, Preview, Role
from catalog.labels import label_for
from catalog.models import Piece
from catalog.money import money

SEEN, DECLARED, NOT_DISCLOSED = "seen", "declared", "not_disclosed"
SURENESS = ((0.80, "leaning"), (0.90, "likely"), (1.01, "clear"))
OUT_OF = 20


def fact_about(criterion: str, piece: Piece, today: date | None) -> str:
    """What is known of the piece under a criterion, as whole sentences; without a day, how long it takes."""
    if criterion in SPOKEN:
        return SPOKEN[criterion](piece, today)
    if standing_of(criterion, piece) == NOT_DISCLOSED:
        return _(UNDISCLOSED[criterion])
    return _rung_of(criterion, piece)


def _rung_of(criterion: str, piece: Piece) -> str:
    """The rung that the facts reach; a bare claim is held below it, between two rungs."""
    level = getattr(piece.assessment, criterion)
    return _(RUNGS[criterion][int(level)]) if level == int(level) else _(CLAIMED)


def standing_of(criterion: str, piece: Piece) -> str:
    if criterion == "price":
        return DECLARED
    if criterion == "lead":
        return NOT_DISCLOSED if piece.days_max is None else DECLARED
    grade = getattr(piece.assessment, f"{criterion}_grade", None)
    if grade is None:
        return NOT_DISCLOSED
    return SEEN if grade >= Grade.SHOWN else DECLARED


def day_and_month(day: date) -> str:
    return date_format(day, "j F")


def full_date(day: date) -> str:
    return date_format(day, "j F Y")


def sureness(confidence: float) -> str:
    return next(word for bound, word in SURENESS if confidence < bound)


def of_twenty(confidence: float) -> int:
    return min(OUT_OF - 1, round(OUT_OF * confidence))


def _price(piece: Piece, today: date | None) -> str:
    return _("It costs %(price)s, delivered.") % {"price": money(piece.price)}


def _lead(piece: Piece, today: date | None) -> str:
    if piece.days_max is None:
        return _(UNDISCLOSED["lead"])
    if today is None:
        return _time_it_takes(piece, piece.days_max)
    day = day_and_month(today + timedelta(days=piece.days_max))
    if piece.in_stock:
        return _("It is ready, and here by %(date)s.") % {"date": day}
    return _("It is made first, and here by %(date)s.") % {"date": day}


def _time_it_takes(piece: Piece, days: int) -> str:
    if piece.in_stock:
        return ngettext("It is ready, and here within a day.", "It is ready, and here within %(days)s days.", days) % {
            "days": days
        }
    return ngettext(
        "It is made first, and here within a day.", "It is made first, and here within %(days)s days.", days
    ) % {"days": days}


def _uniqueness(piece: Piece, today: date | None) -> str:
    made = piece.number_made
    if made is None:
        return _(UNDISCLOSED["uniqueness"])
    number = number_format(made, force_grouping=True)
    return ngettext("Only one was made.", "%(made)s are made.", made) % {"made": number}


def _character(piece: Piece, today: date | None) -> str:
    if not piece.feature:
        return _(RUNGS["character"][0]) if piece.is_standard_design else _(UNDISCLOSED["character"])
    return f"{piece.feature}. {_rung_of('character', piece)}"


def _certainty(piece: Piece, today: date | None) -> str:
    if not piece.preview:
        return f"{_(UNDISCLOSED['certainty'])} {returning(piece)}"
    seen = _(label_for(Preview(piece.preview)))
    return " ".join([_("Before paying you see %(seen)s.") % {"seen": seen}, returning(piece)])


def _longevity(piece: Piece, today: date | None) -> str:
    """What the surface is and who keeps it in use, each from its own fact."""
    return " ".join([_surface(piece), *_services(piece)])


def _surface(piece: Piece) -> str:
    if not any(material.role == Role.METAL for material in piece.materials.all()):
        return _("There is no metal on it to wear through.")
    sentences = {
        Coating.SOLID: _("Its metal is solid."),
        Coating.FILLED: _("Its metal is filled: a thick layer, bonded."),
        Coating.VERMEIL: _("It is vermeil: gold over silver."),
        Coating.PLATED: _("Its metal is plated."),
    }
    surface = piece.assessment.surface
    return sentences[Coating(surface)] if surface else _(UNDISCLOSED["longevity"])


def _services(piece: Piece) -> Iterator[str]:
    if piece.repaired_by_maker:
        yield _("Its maker repairs it.")
    if piece.resize_min is not None:
        yield _("It can be resized.")
    if piece.spare_parts:
        yield _("Spare parts are to be had.")
    years = piece.warranty_years
    if years:
        yield ngettext("The warranty lasts %(years)s year.", "The warranty lasts %(years)s years.", years) % {
            "years": years
        }


def returning(piece: Piece) -> str:
    days = piece.returnable_days
    if days is None:
        return _("Nobody told us whether it can be returned.")
    if days == 0:
        return _("It cannot be returned.")
    return ngettext("It can be returned for %(days)s day.", "It can be returned for %(days)s days.", days) % {
        "days": days
    }


SPOKEN: dict[str, Callable[[Piece, date | None], str]] = {
    "price": _price,
    "lead": _lead,
    "uniqueness": _uniqueness,
    "character": _character,
    "certainty": _certainty,
    "longevity": _longevity,
}
