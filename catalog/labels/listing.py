"""Labels of what a listing states."""

from enum import Enum

from catalog.choices import (
    Edition,
    Era,
    Evenness,
    Kind,
    MakerKind,
    OptionKind,
    Preview,
    Sizing,
    State,
    Style,
    Wearer,
)


def _(text: str) -> str:
    return text


LABELS: dict[type[Enum], dict[Enum, str]] = {
    Kind: {
        Kind.RING: _("ring"),
        Kind.EARRINGS: _("earrings"),
        Kind.NECKLACE: _("necklace or pendant"),
        Kind.BRACELET: _("bracelet or bangle"),
        Kind.BROOCH: _("brooch"),
        Kind.CUFFLINKS: _("cufflinks"),
    },
    State: {
        State.DRAFT: _("draft"),
        State.SUBMITTED: _("submitted"),
        State.CHANGES_REQUESTED: _("changes requested"),
        State.PUBLISHED: _("published"),
        State.ARCHIVED: _("archived"),
    },
    MakerKind: {
        MakerKind.ARTISAN: _("one artisan"),
        MakerKind.WORKSHOP: _("workshop"),
        MakerKind.MANUFACTURER: _("manufacturer"),
        MakerKind.LABEL: _("label that does not say who makes"),
    },
    Style: {
        Style.PLAIN: _("plain"),
        Style.DELICATE: _("delicate"),
        Style.BOLD: _("bold"),
        Style.ORNATE: _("ornate"),
    },
    Era: {
        Era.VINTAGE: _("vintage"),
        Era.MODERN: _("modern"),
    },
    Wearer: {
        Wearer.ANYONE: _("anyone"),
        Wearer.WOMEN: _("women"),
        Wearer.MEN: _("men"),
        Wearer.CHILDREN: _("children"),
    },
    Edition: {
        Edition.ONE_OFF: _("only one"),
        Edition.CLOSED: _("limited, closed"),
        Edition.OPEN: _("open series"),
    },
    Preview: {
        Preview.WORDS: _("words only"),
        Preview.SKETCH: _("a sketch"),
        Preview.RENDER: _("a computer picture"),
        Preview.SIMILAR: _("a similar piece"),
        Preview.SAME_MODEL: _("the same model"),
        Preview.THIS_PIECE: _("photographs of this very piece"),
        Preview.VIDEO: _("a video of this very piece"),
        Preview.IN_HAND: _("the piece in hand"),
    },
    Sizing: {
        Sizing.EXACT: _("exact standard size"),
        Sizing.HALF: _("size to within a half"),
        Sizing.APPROXIMATE: _("approximate size"),
    },
    Evenness: {
        Evenness.CERTIFIED_MATCH: _("match certified"),
        Evenness.MATCHED: _("matched by eye and gauge"),
        Evenness.SMALL_DIFFERENCES: _("small differences stated"),
        Evenness.ASYMMETRIC: _("visibly uneven"),
    },
    OptionKind: {
        OptionKind.SIZE: _("made to a size"),
        OptionKind.ENGRAVING: _("engraving"),
        OptionKind.STONE_FROM_LIST: _("stone from a list"),
        OptionKind.DESIGN_CHANGE: _("changes to the design"),
        OptionKind.OWN_BRIEF: _("the wearer's own brief"),
        OptionKind.OWN_STONE: _("the wearer's own stone"),
    },
}
