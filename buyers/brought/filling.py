"""Facts into the fields of their form, and back."""

from collections.abc import Callable, Mapping
from typing import Any

from buyers.brought.written import NO, YES, tidied, tidy_name
from catalog.choices import Claim, Coating, Edition, Kind, OptionKind, Origin, Preview, Sizing, Substance
from catalog.sequences import SEQUENCES, told_by
from catalog.told import Told

AS_READ = "read"
SEQUENCE_BY_NAME = {sequence.name: told_by(sequence) for sequence in SEQUENCES}
FLAGS: Mapping[str, Any] = {YES: True, NO: False}
# Fields that say the same in the form as among the facts, with what makes a fact of what was chosen.
MEMBERS: Mapping[str, Callable[[str], Any]] = {
    "kind": Kind,
    "metal": Substance,
    "coating": Coating,
    "core": Substance,
    "origin": Origin,
    "preview": Preview,
    "sizing": Sizing,
}
NUMBERS = ("price", "fineness", "made", "returns", "size_min", "size_max", "warranty", "supply")
YES_OR_NO = ("ready", "resizable", "repair")


def initial_of(told: Told) -> dict[str, Any]:
    """What each field holds before anything is corrected."""
    flags = {True: YES, False: NO, None: ""}
    same = {name: getattr(told, name) for name in (*NUMBERS, *MEMBERS)}
    return {
        **{name: "" if value is None else value for name, value in same.items()},
        **{name: flags[getattr(told, name)] for name in YES_OR_NO},
        "name": told.name,
        "maker": told.maker,
        "country": told.country,
        "days": "" if told.days_max is None else told.days_max,
        "stone": told.stones[0] if told.stones else "",
        "options": list(told.options),
        "claims": list(told.claims),
        "making": sequence_of(told) or (AS_READ if told.by_hand or told.methods else ""),
    }


def told_from(given: Mapping[str, Any], before: Told) -> Told:
    """The facts of a valid form. What it does not ask stays as it was, as long as what it hangs on does."""
    making = before if given["making"] == AS_READ else SEQUENCE_BY_NAME.get(given["making"], Told())
    shown = {*given["claims"]}
    return tidied(
        Told(
            **{name: given[name] for name in NUMBERS},
            **{name: kind(given[name]) if given[name] else None for name, kind in MEMBERS.items()},
            **{name: FLAGS.get(given[name]) for name in YES_OR_NO},
            name=tidy_name(given["name"]),
            maker=tidy_name(given["maker"]),
            country=given["country"],
            by_hand=making.by_hand,
            methods=making.methods,
            stones=_stones(given["stone"], before),
            edition=_edition(given["made"], before),
            days_min=before.days_min if given["days"] == before.days_max else given["days"],
            days_max=given["days"],
            options=tuple(map(OptionKind, given["options"])),
            claims=tuple(claim for claim in Claim if claim in shown),
        )
    )


def sequence_of(told: Told) -> str:
    """The usual way of making that tells the same techniques, if one does."""
    making = (set(told.by_hand), set(told.methods))
    return next((name for name, one in SEQUENCE_BY_NAME.items() if making == (set(one.by_hand), set(one.methods))), "")


def _stones(chosen: str, before: Told) -> tuple[Substance, ...]:
    """Stones beside the main one are kept with it."""
    if not chosen:
        return ()
    return before.stones if before.stones[:1] == (Substance(chosen),) else (Substance(chosen),)


def _edition(made: int | None, before: Told) -> Edition | None:
    """Only one is a one-off; a number that stays keeps what was said of it."""
    if made == 1:
        return Edition.ONE_OFF
    return before.edition if made == before.made and before.edition is not Edition.ONE_OFF else None
