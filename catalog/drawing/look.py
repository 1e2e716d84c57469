"""What a drawing needs to know of a piece. Plain."""

from dataclasses import dataclass

from catalog.choices import STONES, Kind, Method, Style, Substance, Way

CORDS = frozenset({Substance.LEATHER, Substance.COTTON, Substance.SILK})
ENGRAVED = frozenset({Method.ENGRAVE, Method.LASER_ENGRAVE, Method.CHASE, Method.REPOUSSE})
BEADED = frozenset(
    {Substance.WOOD, Substance.GLASS, Substance.PORCELAIN, Substance.HORN, Substance.RESIN, Substance.SHELL}
)


@dataclass(frozen=True, kw_only=True)
class Look:
    """A piece as it is drawn: `title` is the text alternative, `key` makes the drawing its own and always the same.

    `metal` is the colour of the main metal, `stones` are what is set or strung, main one first, `others` the rest.
    `words` are those of its name: a hoop is called a hoop. `tints` are colours it names.
    """

    key: str
    title: str
    kind: Kind
    way: Way
    metal: Substance | None = None
    stones: tuple[Substance, ...] = ()
    others: tuple[Substance, ...] = ()
    methods: frozenset[Method] = frozenset()
    style: Style = Style.PLAIN
    is_hammered: bool = False
    words: frozenset[str] = frozenset()
    tints: tuple[tuple[Substance, str], ...] = ()

    @property
    def stone(self) -> Substance | None:
        """What is set or strung as a stone would be; enamel is a surface and stands apart."""
        beads = [substance for substance in self.others if substance in BEADED]
        return next(iter([*self.stones, *beads]), None)

    @property
    def second_stone(self) -> Substance | None:
        return next((stone for stone in self.stones[1:] if stone in STONES), self.stone)

    @property
    def cord(self) -> Substance | None:
        return next((substance for substance in self.others if substance in CORDS), None)

    @property
    def is_filigree(self) -> bool:
        return Method.FILIGREE in self.methods

    @property
    def is_engraved(self) -> bool:
        return bool(self.methods & ENGRAVED) and not self.is_enamelled

    @property
    def is_enamelled(self) -> bool:
        return Substance.ENAMEL in {*self.stones, *self.others} or Method.ENAMEL in self.methods

    @property
    def is_strung(self) -> bool:
        return bool(self.methods & {Method.STRING, Method.KNOT})
