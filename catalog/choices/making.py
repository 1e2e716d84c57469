"""How a piece is made, and how well what is said of it is supported.

Source: FTC Jewelry Guides, 16 CFR 23.2 (formerly 23.3), and the trade's names of steps.
"""

from enum import IntEnum, StrEnum


class Way(StrEnum):
    """The way of making, derived from a piece's steps and its run size."""

    HANDCRAFTED = "handcrafted"
    MASS_PRODUCED = "mass_produced"
    IN_BETWEEN = "in_between"
    NOT_DISCLOSED = "not_disclosed"


class Side(StrEnum):
    """The side on which a piece competes in a verdict."""

    HANDCRAFTED = "handcrafted"
    MASS_PRODUCED = "mass_produced"


class MakingClass(StrEnum):
    HANDMADE = "handmade"
    HAND_FABRICATED = "hand_fabricated"
    HAND_FINISHED_CAST = "hand_finished_cast"
    FROM_COMPUTER_FILE = "from_computer_file"
    HAND_ASSEMBLED = "hand_assembled"
    INDUSTRIAL = "industrial"
    NOT_DISCLOSED = "not_disclosed"


class Stage(StrEnum):
    DESIGN = "design"
    MODEL = "model"
    FORM = "form"
    JOIN = "join"
    SET = "set"
    DECORATE = "decorate"
    FINISH = "finish"
    ASSEMBLE = "assemble"
    CHECK = "check"


class Method(StrEnum):
    DRAW = "draw"
    SAW = "saw"
    FILE = "file"
    FORGE = "forge"
    RAISE = "raise"
    DOME = "dome"
    DRAW_WIRE = "draw_wire"
    ROLL = "roll"
    SOLDER = "solder"
    LASER_WELD = "laser_weld"
    GRANULATE = "granulate"
    FILIGREE = "filigree"
    WIRE_WRAP = "wire_wrap"
    CHASE = "chase"
    REPOUSSE = "repousse"
    ENGRAVE = "engrave"
    LASER_ENGRAVE = "laser_engrave"
    CARVE = "carve"
    CARVE_WAX = "carve_wax"
    CAD = "cad"
    PRINT_WAX = "print_wax"
    CAST_ONE_OFF = "cast_one_off"
    CAST_MOULD = "cast_mould"
    CAST_PRINTED_WAX = "cast_printed_wax"
    METAL_CLAY = "metal_clay"
    STRIKE = "strike"
    PRESS = "press"
    MILL = "mill"
    PRINT_METAL = "print_metal"
    ELECTROFORM = "electroform"
    MACHINE_CHAIN = "machine_chain"
    BOUGHT_FINDING = "bought_finding"
    STRING = "string"
    KNOT = "knot"
    BRAID = "braid"
    STITCH = "stitch"
    CUT_STONE = "cut_stone"
    SET_BY_HAND = "set_by_hand"
    SET_BY_MACHINE = "set_by_machine"
    GLUE = "glue"
    RIVET = "rivet"
    ENAMEL = "enamel"
    PATINATE = "patinate"
    PLATE = "plate"
    TUMBLE = "tumble"
    POLISH = "polish"
    INSPECT = "inspect"


class Control(StrEnum):
    HAND = "hand"
    HAND_GUIDED = "hand_guided"
    OPERATOR = "operator"
    AUTOMATIC = "automatic"


class Claim(StrEnum):
    """What a piece of evidence is evidence for."""

    HANDMADE = "handmade"
    PROCESS = "process"
    WORKMANSHIP = "workmanship"
    FEATURE = "feature"
    EDITION = "edition"
    PRECISION = "precision"
    FINENESS = "fineness"
    COATING = "coating"
    NICKEL_SKIN = "nickel_skin"
    NICKEL_PIERCING = "nickel_piercing"
    STONE = "stone"
    RECYCLED = "recycled"
    FAIR = "fair"
    STONE_ORIGIN = "stone_origin"
    ON_DEMAND = "on_demand"
    TAKE_BACK = "take_back"
    SUSTAINABLE = "sustainable"
    MADE_IN = "made_in"
    REVIEWS = "reviews"
    MARK = "mark"
    LEAD_TIME = "lead_time"
    PREVIEW = "preview"
    OPTIONS = "options"
    RETURNS = "returns"
    REPAIR = "repair"
    WARRANTY = "warranty"


class Grade(IntEnum):
    """How well a claim is supported."""

    BARE = 0
    DECLARED = 1
    SHOWN = 2
    DOCUMENTED = 3
    CHECKED = 4


class Standing(StrEnum):
    """The standing of a claim that regulated words make."""

    MET = "met"
    NOT_YET_SHOWN = "not_yet_shown"
    HAND_FINISHED_ONLY = "hand_finished_only"
    CONTESTED = "contested"
    NOT_MET = "not_met"
    NOT_DISCLOSED = "not_disclosed"
