"""What a seller's text or answer says of one piece, each thing on its own. None, "" or () is what was not said. Plain.

Nobody has signed it and nobody has seen proof: every fact in it is a bare claim, whatever the words.
"""

from dataclasses import dataclass
from decimal import Decimal

from catalog.choices import (
    Claim,
    Coating,
    Edition,
    Kind,
    Method,
    OptionKind,
    Origin,
    Preview,
    Sizing,
    Substance,
)


@dataclass(frozen=True, kw_only=True)
class Told:
    """Money in the site's currency, times in days to the door, sizes in mm of inner circumference.

    `metal` is the metal whose surface is seen, `coating` how it sits on its `core`. `by_hand` are the techniques that
    are said to be done by hand, `methods` the others. `returns` is 0 where a piece cannot be returned. `claims` are
    those of origin and care for which a curator would want a document.
    """

    name: str = ""
    maker: str = ""
    country: str = ""
    kind: Kind | None = None
    price: Decimal | None = None
    metal: Substance | None = None
    coating: Coating | None = None
    core: Substance | None = None
    fineness: int | None = None
    stones: tuple[Substance, ...] = ()
    origin: Origin | None = None
    by_hand: tuple[Method, ...] = ()
    methods: tuple[Method, ...] = ()
    made: int | None = None
    edition: Edition | None = None
    ready: bool | None = None
    days_min: int | None = None
    days_max: int | None = None
    returns: int | None = None
    preview: Preview | None = None
    sizing: Sizing | None = None
    size_min: Decimal | None = None
    size_max: Decimal | None = None
    resizable: bool | None = None
    options: tuple[OptionKind, ...] = ()
    repair: bool | None = None
    warranty: int | None = None
    supply: int | None = None
    claims: tuple[Claim, ...] = ()
