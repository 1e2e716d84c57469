"""What the pieces of a filled catalog are like: skewed as catalogs are, and always the same. Plain.

Most are mass-produced and cheap, few makers list many, prices are log-normal, and much is told by nobody. The shares
are ours; only the words come from somewhere: the materials of the Walters Art Museum's jewelry (CC0), with how often
each is named there.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import TypeVar

from catalog.choices import Claim, Control, Edition, Era, Grade, Kind, Method, Preview, Stage, Style, Substance, Wearer

# Another seed is another catalog: those filled by an older one are no longer read.
SEED = 20261127
HANDCRAFTED = 0.4
VOCABULARY: dict[str, int] = json.loads((Path(__file__).parent / "data" / "materials.json").read_text(encoding="utf-8"))

T = TypeVar("T")
Made = tuple[tuple[Stage, Method], ...]
KINDS = {
    Kind.RING: 32,
    Kind.EARRINGS: 25,
    Kind.NECKLACE: 22,
    Kind.BRACELET: 13,
    Kind.BROOCH: 5,
    Kind.CUFFLINKS: 3,
}
STYLES = {Style.PLAIN: 30, Style.DELICATE: 35, Style.BOLD: 15, Style.ORNATE: 10, "": 10}
ERAS = {"": 65, Era.MODERN: 25, Era.VINTAGE: 10}
WEARERS = {Wearer.WOMEN: 50, Wearer.ANYONE: 35, Wearer.MEN: 12, Wearer.CHILDREN: 3}
METALS = {
    Substance.SILVER: 35,
    Substance.BRASS: 20,
    Substance.STEEL: 18,
    Substance.YELLOW_GOLD: 15,
    Substance.WHITE_GOLD: 5,
    Substance.ROSE_GOLD: 4,
    Substance.TITANIUM: 2,
    Substance.PLATINUM: 1,
}
STONES = {
    None: 60,
    Substance.CUBIC_ZIRCONIA: 12,
    Substance.PEARL: 8,
    Substance.DIAMOND: 6,
    Substance.GARNET: 4,
    Substance.AMETHYST: 3,
    Substance.TURQUOISE: 3,
    Substance.SAPPHIRE: 2,
    Substance.CARNELIAN: 1,
    Substance.OPAL: 1,
}
# A metal makes a piece dearer by so much.
DEARER = {Substance.YELLOW_GOLD: 4, Substance.WHITE_GOLD: 4, Substance.ROSE_GOLD: 4, Substance.PLATINUM: 9}
BY_HAND: Mapping[Made, int] = {
    ((Stage.FORM, Method.FORGE), (Stage.JOIN, Method.SOLDER), (Stage.FINISH, Method.POLISH)): 30,
    ((Stage.FORM, Method.SAW), (Stage.JOIN, Method.SOLDER), (Stage.SET, Method.SET_BY_HAND)): 25,
    ((Stage.MODEL, Method.CARVE_WAX), (Stage.FORM, Method.CAST_ONE_OFF), (Stage.FINISH, Method.POLISH)): 20,
    ((Stage.FORM, Method.WIRE_WRAP),): 12,
    ((Stage.FORM, Method.DRAW_WIRE), (Stage.DECORATE, Method.FILIGREE), (Stage.JOIN, Method.SOLDER)): 8,
    ((Stage.FORM, Method.RAISE), (Stage.DECORATE, Method.CHASE), (Stage.FINISH, Method.POLISH)): 5,
}
BY_MACHINE: Mapping[Made, int] = {
    ((Stage.FORM, Method.CAST_MOULD), (Stage.FINISH, Method.TUMBLE), (Stage.FINISH, Method.PLATE)): 35,
    ((Stage.FORM, Method.STRIKE), (Stage.FINISH, Method.TUMBLE)): 25,
    ((Stage.FORM, Method.MACHINE_CHAIN), (Stage.ASSEMBLE, Method.BOUGHT_FINDING)): 15,
    ((Stage.MODEL, Method.CAD), (Stage.FORM, Method.CAST_PRINTED_WAX), (Stage.SET, Method.SET_BY_MACHINE)): 15,
    ((Stage.FORM, Method.PRESS), (Stage.JOIN, Method.LASER_WELD), (Stage.CHECK, Method.INSPECT)): 10,
}
GUIDED = {Control.HAND: 70, Control.HAND_GUIDED: 30}
RUN = {Control.AUTOMATIC: 75, Control.OPERATOR: 25}
PROOFS = {Claim.PROCESS: 0.12, Claim.FINENESS: 0.10, Claim.RECYCLED: 0.06, Claim.RETURNS: 0.05, Claim.FAIR: 0.01}
GRADES = {Grade.DECLARED: 60, Grade.SHOWN: 30, Grade.DOCUMENTED: 10}
PREVIEWS = {Preview.SAME_MODEL: 55, "": 25, Preview.SIMILAR: 10, Preview.THIS_PIECE: 8, Preview.VIDEO: 2}


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """One piece: what its row holds beside its name, and what hangs on it."""

    maker: int
    columns: Mapping[str, object]
    words: Sequence[str]
    metal: Substance
    stone: Substance | None
    steps: Sequence[tuple[Stage, Method, Control]]
    proofs: Sequence[tuple[Claim, Grade]]


def draw(random: Random, makers: int) -> Drawn:
    by_hand = random.random() < HANDCRAFTED
    metal = of(random, METALS)
    return Drawn(
        # The nth of them lists one nth as many as the first (Zipf).
        maker=of(random, {number: 1 / (1 + number) for number in range(makers)}),
        columns={
            "kind": of(random, KINDS),
            "style": of(random, STYLES),
            "era": of(random, ERAS),
            "worn_by": of(random, WEARERS),
            "preview": of(random, PREVIEWS),
            "price": _price(random, metal, by_hand),
            "returnable_days": told(random, 0.6, of(random, {14: 50, 30: 40, 0: 10})),
            **_days(random, by_hand),
            **_edition(random, by_hand),
        },
        words=random.choices(list(VOCABULARY), list(VOCABULARY.values()), k=3),
        metal=metal,
        stone=of(random, STONES),
        steps=_steps(random, by_hand),
        proofs=[(claim, of(random, GRADES)) for claim, share in PROOFS.items() if random.random() < share],
    )


def of(random: Random, shares: Mapping[T, float]) -> T:
    """One of them, by their shares."""
    return random.choices(list(shares), list(shares.values()))[0]


def told(random: Random, share: float, fact: T) -> T | None:
    """Only a share of the makers tells it."""
    return fact if random.random() < share else None


def _price(random: Random, metal: Substance, by_hand: bool) -> Decimal:
    euros = random.lognormvariate(4.6 if by_hand else 3.7, 0.6) * DEARER.get(metal, 1)
    return Decimal(max(round(100 * euros), 300)) / 100


def _days(random: Random, by_hand: bool) -> dict[str, int | None]:
    soonest = told(random, 0.8, random.choice((3, 5, 7, 10, 14, 21, 28) if by_hand else (1, 2, 2, 3, 3, 5, 8)))
    return {"days_min": soonest, "days_max": soonest and soonest + random.choice((0, 1, 2, 3, 7))}


def _edition(random: Random, by_hand: bool) -> dict[str, object]:
    """Half of what is made by hand is there once; of the others few tell how many are made."""
    if by_hand and random.random() < 0.5:
        return {"number_made": 1, "can_supply": 1, "edition": Edition.ONE_OFF}
    most = (3, 12, 40, 200) if by_hand else (200, 1_000, 5_000, 50_000)
    return {
        "number_made": told(random, 0.6 if by_hand else 0.25, random.choice(most)),
        "can_supply": told(random, 0.7, random.randint(1, 60)),
        "edition": Edition.OPEN if random.random() < 0.7 else "",
    }


def _steps(random: Random, by_hand: bool) -> list[tuple[Stage, Method, Control]]:
    """None where nobody told how it is made."""
    if random.random() < 0.15:
        return []
    guided = of(random, GUIDED if by_hand else RUN)
    return [(stage, method, guided) for stage, method in of(random, BY_HAND if by_hand else BY_MACHINE)]
