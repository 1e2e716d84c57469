"""What a piece is made of: substances, coatings, origins, and AGTA treatment codes."""

from enum import StrEnum


class Role(StrEnum):
    METAL = "metal"
    STONE = "stone"
    OTHER = "other"


class Substance(StrEnum):
    """What a part is made of, or what its surface or core is."""

    YELLOW_GOLD = "yellow_gold"
    WHITE_GOLD = "white_gold"
    ROSE_GOLD = "rose_gold"
    PLATINUM = "platinum"
    PALLADIUM = "palladium"
    RHODIUM = "rhodium"
    SILVER = "silver"
    TITANIUM = "titanium"
    NIOBIUM = "niobium"
    STEEL = "steel"
    BRASS = "brass"
    BRONZE = "bronze"
    COPPER = "copper"
    ALUMINIUM = "aluminium"
    TUNGSTEN = "tungsten"
    DIAMOND = "diamond"
    MOISSANITE = "moissanite"
    RUBY = "ruby"
    SAPPHIRE = "sapphire"
    EMERALD = "emerald"
    AQUAMARINE = "aquamarine"
    TOURMALINE = "tourmaline"
    GARNET = "garnet"
    PERIDOT = "peridot"
    TOPAZ = "topaz"
    AMETHYST = "amethyst"
    CITRINE = "citrine"
    QUARTZ = "quartz"
    ONYX = "onyx"
    AGATE = "agate"
    JASPER = "jasper"
    CARNELIAN = "carnelian"
    TIGER_EYE = "tiger_eye"
    LAPIS = "lapis"
    TURQUOISE = "turquoise"
    MALACHITE = "malachite"
    OPAL = "opal"
    MOONSTONE = "moonstone"
    LABRADORITE = "labradorite"
    JADE = "jade"
    CUBIC_ZIRCONIA = "cubic_zirconia"
    PEARL = "pearl"
    MOTHER_OF_PEARL = "mother_of_pearl"
    CORAL = "coral"
    AMBER = "amber"
    JET = "jet"
    SHELL = "shell"
    HORN = "horn"
    WOOD = "wood"
    GLASS = "glass"
    ENAMEL = "enamel"
    PORCELAIN = "porcelain"
    RESIN = "resin"
    LEATHER = "leather"
    SILK = "silk"
    COTTON = "cotton"
    PLASTIC = "plastic"


METALS = frozenset(list(Substance)[: list(Substance).index(Substance.TUNGSTEN) + 1])
STONES = frozenset(list(Substance)[list(Substance).index(Substance.DIAMOND) : list(Substance).index(Substance.JET) + 1])


class Coating(StrEnum):
    """How the surface metal sits on the core."""

    SOLID = "solid"
    FILLED = "filled"
    VERMEIL = "vermeil"
    PLATED = "plated"


class Origin(StrEnum):
    MINED = "mined"
    CULTURED = "cultured"
    LAB_GROWN = "lab_grown"
    IMITATION = "imitation"
    RECLAIMED = "reclaimed"


class Treatment(StrEnum):
    """AGTA codes."""

    NONE = "N"
    ENHANCED = "E"
    BLEACHED = "B"
    COATED = "C"
    DYED = "D"
    FILLED = "F"
    HEATED = "H"
    HEATED_UNDER_PRESSURE = "HP"
    IMPREGNATED = "I"
    LASERED = "L"
    OILED = "O"
    IRRADIATED = "R"
    DIFFUSED = "U"
    WAXED = "W"
    ASSEMBLED = "ASBL"
    SYNTHETIC = "SYN"
    IMITATION = "IMIT"
