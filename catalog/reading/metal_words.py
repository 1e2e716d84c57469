"""How texts name metals, what lies on them, and which of their words are of something else."""

import re
from collections.abc import Sequence

from catalog.choices import Coating, Substance

GOLDS = frozenset({Substance.YELLOW_GOLD, Substance.WHITE_GOLD, Substance.ROSE_GOLD})
FINENESS_OF_KARAT = {8: 333, 9: 375, 10: 417, 14: 585, 15: 625, 18: 750, 20: 833, 21: 875, 22: 916, 23: 958, 24: 999}
GOLD_NAMES = {
    "white": Substance.WHITE_GOLD,
    "rose": Substance.ROSE_GOLD,
    "pink": Substance.ROSE_GOLD,
    "red": Substance.ROSE_GOLD,
}
BASE = {
    "stainless steel": Substance.STEEL,
    "surgical steel": Substance.STEEL,
    "steel": Substance.STEEL,
    "titanium": Substance.TITANIUM,
    "niobium": Substance.NIOBIUM,
    "tungsten": Substance.TUNGSTEN,
    "brass": Substance.BRASS,
    "bronze": Substance.BRONZE,
    "copper": Substance.COPPER,
    "aluminium": Substance.ALUMINIUM,
    "aluminum": Substance.ALUMINIUM,
    "palladium": Substance.PALLADIUM,
    "platinum": Substance.PLATINUM,
}
CORES = {
    **BASE,
    "sterling silver": Substance.SILVER,
    "sterling": Substance.SILVER,
    "925 silver": Substance.SILVER,
    "silver": Substance.SILVER,
}

KARAT = r"(?P<karat>\d{1,2}) ?-?(?:kt?|ct|cts|carats?|karats?)\b"
PARTS = r"(?P<parts>333(?:er)?|375|417|585|750|916|917|999)(?:/1000)?"
HUE = r"(?:(?P<hue>yellow|white|rose|pink|red)[ -])?"
GOLD = (
    rf"(?:(?:{KARAT}|{PARTS})[ -]?(?:solid |recycled |fair[- ]?mined |fair[- ]?trade "
    rf"|certified ){{0,2}})?{HUE}gold\b(?:[ ,]*\(?(?:{KARAT.replace('karat', 'karat_after')}"
    rf"|{PARTS.replace('parts>', 'parts_after>')})\)?)?"
)
COAT_GOLD = r"(?:\d{1,2} ?-?(?:kt?|ct|carats?|karats?)[ -]?)?(?:(?P<hue>yellow|white|rose|pink|red)[ -])?gold"
CORE = rf"(?P<core>{'|'.join(sorted(CORES, key=len, reverse=True))})"
ONTO = r"[ -]?(?:,? ?(?:over|on|onto|and) )?(?:a |an )?(?:base of |solid |recycled |925 |quality )*"
COATED: tuple[tuple[re.Pattern[str], Coating, Substance | None], ...] = (
    (re.compile(rf"\b(?:{COAT_GOLD} )?vermeil\b(?:{ONTO}{CORE}\b)?"), Coating.VERMEIL, None),
    (re.compile(rf"\b{COAT_GOLD}[ -]?filled\b|\b(?P<rolled>rolled gold|14/20)\b"), Coating.FILLED, None),
    (re.compile(rf"\b{CORE}(?: base)?[,:]? (?:and )?{COAT_GOLD}[ -]?plat(?:ed|ing)\b"), Coating.PLATED, None),
    (
        re.compile(
            rf"\b{CORE}(?: base| core)?,? ?(?:is |are |which is )?(?:heavily |thickly )?(?:plated|dipped|coated"
            rf"|covered|finished) (?:with|in) (?:a layer of )?(?:real |pure )?{COAT_GOLD}\b"
        ),
        Coating.PLATED,
        None,
    ),
    (
        re.compile(
            rf"\b{COAT_GOLD}[ -]?(?:electro)?(?:plat(?:ed|e|ing)|dipped|flash(?:ed)?|washed"
            rf"|coated)\b(?:{ONTO}{CORE}\b)?"
        ),
        Coating.PLATED,
        None,
    ),
    (re.compile(rf"\b{COAT_GOLD} (?:over|on top of) (?:solid |925 |recycled )*{CORE}\b"), Coating.PLATED, None),
    (re.compile(rf"\b(?:gilt|gilded|gold leaf)\b(?:{ONTO}{CORE}\b)?"), Coating.PLATED, Substance.YELLOW_GOLD),
    (
        re.compile(rf"\b(?:plated|dipped) (?:with|in) (?:real |pure )?{COAT_GOLD}\b(?:{ONTO}{CORE}\b)?"),
        Coating.PLATED,
        None,
    ),
    (re.compile(rf"\bsilver[ -]?(?:electro)?plat(?:ed|e|ing)\b(?:{ONTO}{CORE}\b)?"), Coating.PLATED, Substance.SILVER),
    (
        re.compile(rf"\brhodium[ -]?(?:plat(?:ed|ing)|coated|finish(?:ed)?)\b(?:{ONTO}{CORE}\b)?"),
        Coating.PLATED,
        Substance.RHODIUM,
    ),
    (
        re.compile(rf"\b{CORE}(?: base)?,? ?(?:plated|coated|finished) (?:with|in) rhodium\b"),
        Coating.PLATED,
        Substance.RHODIUM,
    ),
)
PLATING = r"\bplat(?:ing|ed)(?: type| metal| colou?r)?: ?"
COATED += (
    (re.compile(rf"{PLATING}rhodium\b"), Coating.PLATED, Substance.RHODIUM),
    (re.compile(rf"{PLATING}silver\b"), Coating.PLATED, Substance.SILVER),
    (re.compile(rf"{PLATING}{COAT_GOLD}\b"), Coating.PLATED, None),
)
SOLID: Sequence[tuple[re.Pattern[str], Substance | None]] = (
    (
        re.compile(
            r"\bsterling(?: silver)?\b(?: \(?(?:925|\.925)\)?)?|\b\.?925(?:er)?[ -]?(?:sterling )?(?:silver"
            r"|silber|argent)\b|\bsilver \(?\.?(?:925|950|935)\b\)?|\b(?:950|935) silver\b"
        ),
        Substance.SILVER,
    ),
    (re.compile(r"\b(?:fine |999 )silver(?: \(?999\)?)?\b|\bsolid silver\b"), Substance.SILVER),
    (re.compile(rf"\b(?:solid )?{GOLD}"), None),
    (re.compile(r"\b(?:950 )?platinum(?: \(?950\)?)?\b|\bpt ?950\b"), Substance.PLATINUM),
)
BARE_SILVER = re.compile(r"\bsilver\b")
# What is a part of the piece rather than the piece.
_PART = (
    r"clasps?|ear ?wires?|ear ?hooks?|hooks|posts?|backs?|butterfl\w+|findings?|fittings?|lobster|bail"
    r"|jump ?rings?|accents?|details?"
    r"|granules?|dots|pins?|needle|spring|solder|hardware|leaf|foil|thread|closure|fastening|stud posts"
)
LESSER_AFTER = re.compile(rf"^(?: \w+)?[ -](?:{_PART})\b")
LESSER_BEFORE = re.compile(
    rf"\b(?:{_PART})\b(?: (?:is|are|in|of|made (?:of|from)|from))?:? ?(?:a |an |solid )?$|\b(?:on|with"
    rf"|comes on|hangs? (?:on|from)) an? (?:\w+[ -]){{0,2}}$"
)
ADDED = re.compile(r"\bwith (?:an? |some |tiny |small |little )?(?:\w+ )?$")
COVERING = re.compile(r"^ (?:finish|plating|coating|vermeil|surface|all over)")
CHAIN_AFTER = re.compile(r"^(?: \w+){0,2} (?:chain|cord)\b(?! necklace| bracelet)")
TOOLS = re.compile(
    r"\b(?:steel|brass|copper|bronze|titanium|tungsten|silver) (?:mandrel|hammers?|dies?|block|tools?"
    r"|punch\w*|burnisher|wool|rolls?|brush\w*|plate|anvil|stakes?|tongs|stand|tray|display|pickle|polish|clay|smith\w*"
    r"|working|jewel\w*|collection)\b"
)
THICKNESS = re.compile(r"\b(?:gold|rhodium|silver) plating(?:,|:| is| of)? ?\d[\d.]* ?(?:µm|μm|microns?)")
PERCENTAGE = re.compile(r"\b(?!100)\d{1,2} ?% [\w ]{3,20}")
NEAR = 40
HANGING = ("on", "with", "comes", "hang", "hangs")
SILVER_PARTS = {"999": 999, "fine": 999, "950": 950, "935": 935, "925": 925, "sterling": 925}
STAMPED = re.compile(
    r"\b(?:stamped|hallmarked|marked|punched)(?: with| as)?(?: an?)? ?['\"]?(?:s?\.?925|950|750|585"
    r"|375|9 ?kt?|14 ?kt?|18 ?kt?|sterling|silver)\b"
)
NAMES = rf"(?:{'|'.join(sorted([*CORES, 'gold'], key=len, reverse=True))})"
EITHER = re.compile(
    rf"\b{NAMES}\b(?:[ -](?:plated|filled|vermeil))?[ ,/]+or[ ,/]+(?:\d+ ?k ?t? )?(?:(?:yellow|white"
    rf"|rose|solid|sterling) )?{NAMES}\b"
)
MIXED = re.compile(r"\b(?:two|three|bi|mixed|tri)[ -]?(?:tone|colou?r(?:ed)?|metals?)\b")
COATED_SOMEHOW = re.compile(r"\b(?:pvd|ion|electro)?[ -]?(?:plated|plating)\b|\b(?:pvd|ip|ion) (?:coat\w*|gold|black)")
# Metals that no vocabulary of ours has: whatever stands beside them, the main metal is not told.
OTHER_METALS = re.compile(
    r"\b(?:pewter|tin|iron|zinc|zamak|alloy|nickel silver|german silver|alpaca|pinchbeck"
    r"|gunmetal)\b(?! (?:clasp|hooks?|posts?|box|setting))"
)
CHOSEN = re.compile(
    r"\b(?:choose|select|pick) (?:your |the |a |from )?(?:\w+ )?(?:finish|metal|colou?r|material|plating)\b"
)
OFFERED = re.compile(
    r"\b(?:available in|choose|choice of|select|pick your|options?\b|comes in|come in|your choice"
    r"|also (?:available|comes?|made)|in your"
    r"|on request|whichever|commissions?)\b"
)
