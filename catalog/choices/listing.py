"""What a listing states of a piece and its maker."""

from enum import StrEnum


class Kind(StrEnum):
    RING = "ring"
    EARRINGS = "earrings"
    NECKLACE = "necklace"
    BRACELET = "bracelet"
    BROOCH = "brooch"
    CUFFLINKS = "cufflinks"


class State(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    CHANGES_REQUESTED = "changes_requested"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class MakerKind(StrEnum):
    ARTISAN = "artisan"
    WORKSHOP = "workshop"
    MANUFACTURER = "manufacturer"
    LABEL = "label"


class Style(StrEnum):
    """From the quietest to the richest look."""

    PLAIN = "plain"
    DELICATE = "delicate"
    BOLD = "bold"
    ORNATE = "ornate"


class Era(StrEnum):
    VINTAGE = "vintage"
    MODERN = "modern"


class Wearer(StrEnum):
    ANYONE = "anyone"
    WOMEN = "women"
    MEN = "men"
    CHILDREN = "children"


class Edition(StrEnum):
    ONE_OFF = "one_off"
    CLOSED = "closed"
    OPEN = "open"


class Preview(StrEnum):
    """What a shopper sees before paying, from least to most."""

    WORDS = "words"
    SKETCH = "sketch"
    RENDER = "render"
    SIMILAR = "similar"
    SAME_MODEL = "same_model"
    THIS_PIECE = "this_piece"
    VIDEO = "video"
    IN_HAND = "in_hand"


class Sizing(StrEnum):
    EXACT = "exact"
    HALF = "half"
    APPROXIMATE = "approximate"


class Evenness(StrEnum):
    CERTIFIED_MATCH = "certified_match"
    MATCHED = "matched"
    SMALL_DIFFERENCES = "small_differences"
    ASYMMETRIC = "asymmetric"


class OptionKind(StrEnum):
    SIZE = "size"
    ENGRAVING = "engraving"
    STONE_FROM_LIST = "stone_from_list"
    DESIGN_CHANGE = "design_change"
    OWN_BRIEF = "own_brief"
    OWN_STONE = "own_stone"
