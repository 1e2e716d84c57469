"""The techniques that have a page of their own, in families, and which of them a piece is made by. Plain."""

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.choices import Method
from catalog.techniques.casting import CASTING
from catalog.techniques.colour import COLOUR
from catalog.techniques.forming import FORMING
from catalog.techniques.joining import JOINING_AND_COVERING
from catalog.techniques.machines import MACHINES
from catalog.techniques.presses import PRESSES
from catalog.techniques.relief import RELIEF
from catalog.techniques.stones import STONES
from catalog.techniques.technique import Doer, Technique
from catalog.techniques.thread import THREAD
from catalog.techniques.wire import WIRE

__all__ = ["FAMILIES", "TECHNIQUES", "WITHOUT_PAGE", "Doer", "Technique", "techniques_for"]


def _(text: str) -> str:
    return text


@dataclass(frozen=True, kw_only=True)
class Family:
    name: str
    techniques: tuple[Technique, ...]


FAMILIES = (
    Family(name=_("Shaped with hand tools"), techniques=(*FORMING, *RELIEF)),
    Family(name=_("Wire, thread and hide"), techniques=(*WIRE, *THREAD)),
    Family(name=_("Poured or fused"), techniques=CASTING),
    Family(name=_("Made by a die, a machine or a bath"), techniques=(*PRESSES, *MACHINES)),
    Family(name=_("Stones"), techniques=STONES),
    Family(name=_("Joined, cut and coloured"), techniques=(*JOINING_AND_COVERING, *COLOUR)),
)
TECHNIQUES = {technique.slug: technique for family in FAMILIES for technique in family.techniques}

# A plan, raw material, what nearly every piece goes through at its end, and what somebody else made.
WITHOUT_PAGE = frozenset(
    {
        *(Method.DRAW, Method.CAD),
        *(Method.ROLL, Method.DRAW_WIRE),
        *(Method.FILE, Method.TUMBLE, Method.POLISH, Method.PATINATE, Method.INSPECT),
        Method.BOUGHT_FINDING,
    }
)

BY_WORD = {word.casefold(): technique for technique in TECHNIQUES.values() for word in technique.words}
BY_METHOD = {method: technique for technique in TECHNIQUES.values() for method in technique.methods}


def techniques_for(words: str, methods: Iterable[Method]) -> list[Technique]:
    """The one that a piece's technique words name first, then those of its steps in their order, each once."""
    named = [BY_WORD.get(words.strip().casefold()), *(BY_METHOD.get(method) for method in methods)]
    return list(dict.fromkeys(technique for technique in named if technique is not None))
