"""What kind of piece it is, and what is said of seeing, fitting, changing, keeping and claiming."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from catalog.choices import Claim, Kind, OptionKind, Preview, Sizing
from catalog.reading.sentences import Sentence, agreed

KINDS: Mapping[Kind, re.Pattern[str]] = {
    Kind.CUFFLINKS: re.compile(r"\bcuff[ -]?links?\b"),
    Kind.EARRINGS: re.compile(
        r"\bear[ -]?rings?\b|\bear[ -]?studs?\b|\bstuds\b|\bhoops?\b|\bear ?cuffs?\b|\bhuggies\b"
        r"|\bear ?drops\b|\bclip[- ]ons?\b|\bear ?climbers?\b"
    ),
    Kind.NECKLACE: re.compile(
        r"\bnecklaces?\b|\bpendants?\b|\bchokers?\b|\blockets?\b|\bneck ?chains?\b|\briviere\b"
        r"|\bpearl strands?\b|\bstrands? of (?:\w+ )?pearls\b"
    ),
    Kind.BRACELET: re.compile(r"\bbracelets?\b|\bbangles?\b|\barmlets?\b|\bcuffs?\b"),
    Kind.BROOCH: re.compile(r"\bbroo?ch(?:es)?\b|\blapel pins?\b|\bscarf pins?\b|\bfibula\b"),
    Kind.RING: re.compile(r"\brings?\b|\bwedding bands?\b|\bsignets?\b|\bsolitaires?\b|\beternity bands?\b"),
}
NO_KIND = re.compile(
    r"\bfits? (?:all|most|any|your|other|standard) \w+|\b(?:jump|key|o|split|ring[- ]?sizer?|nap"
    r"|curtain)[ -]?rings?\b|\bring (?:box|size|dish|holder"
    r"|sizer)\b|\bcuffs? of\b|\bnecklace (?:box|length|stand)\b|\bring\b(?= finger)|\brings? (?:true"
    r"|a bell)\b|\bear ?ring (?:backs?|box|stand)\b"
    r"|\bpinned\b|\bhair ?pin\b|\btie pin\b|\bbracelet[- ]length\b|\bbrooch pin\b|\bgrowth rings?\b|\brings? of\b"
)

PREVIEWS: Sequence[tuple[Preview, re.Pattern[str]]] = (
    (
        Preview.VIDEO,
        re.compile(
            r"\bvideo of (?:this|the) (?:very|exact|actual|same) (?:\w+)|\bvideo (?:shows|is of) (?:this"
            r"|the) (?:very|exact|actual) "
        ),
    ),
    (
        Preview.THIS_PIECE,
        re.compile(
            r"\b(?:exact|very|actual|same) (?:piece|item|one|ring|pair|pendant|brooch|bracelet|necklace"
            r"|earrings|cufflinks)\b[^.;]{0,24}\b(?:photo\w*|pictur\w*|image\w*|shown|see|pictured)\b"
            r"|\b(?:photo\w*|pictur\w*|image\w*|listing)\b[^.;]{0,30}\b(?:exact|very|actual) (?:piece|item|one"
            r"|ring|pair|pendant|brooch|bracelet|necklace|earrings)\b|\bthe one (?:pictured|shown"
            r"|in the (?:photo|picture)s?) is the one you\b"
        ),
    ),
    (
        Preview.SIMILAR,
        re.compile(
            r"\b(?:photo\w*|pictur\w*|image\w*)\b[^.;]{0,30}\b(?:example|sample|similar|representative"
            r"|illustrati\w+)\b|\byours (?:will|may|might) (?:differ|vary|look (?:slightly )?different)\b"
            r"|\b(?:differs?|var(?:y|ies)|looks? (?:slightly |a little )?different) (?:slightly "
            r"|a little )?from (?:the )?(?:photo|pictur|image|one (?:shown|pictured|in the))"
        ),
    ),
    (
        Preview.SAME_MODEL,
        re.compile(
            r"\bstock (?:photo|image|picture)\w*|\b(?:photo\w*|pictur\w*|image\w*)\b[^.;]{0,20}\b(?:of the"
            r"|the same) model\b"
        ),
    ),
    (
        Preview.RENDER,
        re.compile(r"\b(?:computer[- ]generated|3d|cad) (?:render\w*|image|picture)|\brender(?:ing|ed image|s)?\b"),
    ),
    (Preview.SKETCH, re.compile(r"\b(?:send|sends|show|shows|provide|receive|get)\b[^.;]{0,30}\bsketch(?:es)?\b")),
)
SIZINGS: Sequence[tuple[Sizing, re.Pattern[str]]] = (
    (
        Sizing.EXACT,
        re.compile(
            r"\b(?:to|in) (?:your|the) exact (?:ring |finger )?size|\bexact(?:ly)? (?:to |in )?your (?:ring "
            r"|finger )?size\b|\bmade to (?:your )?measure"
        ),
    ),
    (Sizing.HALF, re.compile(r"\bhalf[- ]sizes?\b|\bhalf and whole sizes\b|\bwhole and half sizes\b")),
    (Sizing.APPROXIMATE, re.compile(r"\bsizes? (?:is |are )?(?:approx\w*|about|roughly)|\bapproximate(?:ly)? size\b")),
)
RESIZABLE = re.compile(
    r"\b(?:can|could|may) be (?:easily )?(?:resized|re-sized|sized (?:up|down))\b|\bresiz(?:able|eable"
    r"|ing (?:is )?(?:available|possible|included|offered|free))\b|\bfree resizing\b|\b(?:we"
    r"|i) (?:can |will )?(?:gladly |happily )?resize\b|\bone free resiz"
)
NOT_RESIZABLE = re.compile(
    r"\b(?:cannot|can't|can not|not) (?:be )?(?:re-?sized|resizable|resizeable)\b|\bno (?:re)?sizing\b"
    r"|\bnot resiz\w+|\bun-?resizable\b"
)
REPAIRED = re.compile(
    r"\b(?:free|lifetime|in-house) repairs?\b|\b(?:we|i)(?:'m|'re| am| are)? (?:will |can |gladly "
    r"|happily |also |always |happy to |glad to )*(?:repair|mend|fix)\b|\brepairs? (?:are "
    r"|is )?(?:free|included|offered|done|possible|available)\b|\brepair service\b|\brepaired (?:free"
    r"|by (?:me|us))\b"
)
NOT_REPAIRED = re.compile(r"\b(?:cannot|can't|do not|don't|no|not) (?:be )?(?:offer )?repair(?:s|ed|able)?\b")
SUPPLY = re.compile(
    r"\bonly (\d{1,3}) (?:left|available|remaining|in stock)\b"
    r"|(?<!to )(?<!than )(?<!over )(?<!-)(?<!\d)\b(\d{1,3}) (?:pairs? |pieces? |of (?:them|these) )?(?:in stock"
    r"|available(?! in)|left(?: in stock)?)\b|\b(?:just "
    r"|only )?(one) (?:available|left|in stock)\b|\bquantity(?: available)?:? ?(\d{1,3})\b"
    r"|\b(last) one\b"
)
READY = re.compile(
    r"\bin stock\b|\bready to (?:ship|post|send|go|wear out)\b|\bready[- ]made\b"
    r"|\bready for (?:dispatch|shipping)\b|\bships? (?:today|immediately|same day|next day)\b"
    r"|\bavailable (?:now|immediately)\b"
)
TO_ORDER = re.compile(
    r"\bmade[- ]to[- ]order\b|\bmade (?:especially |just )?(?:for you|on demand|after you order)\b"
    r"|\bmade on order\b|\b(?:cast|built|cut|engraved|forged|available)[ -]to[ -]order\b|\bproduced on demand\b"
)
OPTIONS: Sequence[tuple[OptionKind, re.Pattern[str]]] = (
    (
        OptionKind.SIZE,
        re.compile(
            r"\b(?:any|every|your|other) (?:ring |finger |wrist )?sizes?\b[^.;]{0,24}\b(?:on request|possible"
            r"|made|no problem)\b|\bin (?:any|your) size\b|\bmade in your (?:ring |finger )?size\b"
            r"|\bmade to (?:order in )?(?:your|any) (?:\w+ )?size\b|\border in (?:your|any) (?:\w+ )?size\b"
            r"|\bcustom (?:ring )?siz(?:e|es|ing)\b"
        ),
    ),
    (
        OptionKind.ENGRAVING,
        re.compile(
            r"\bengrav(?:ed|ing|e)\b[^.;]{0,40}\b(?:available|on request|possible|free|offered|included"
            r"|optional|extra|for you|up to|for (?:€|\d))|\b(?:can|could|may|may be"
            r"|can be) (?:be )?engrav(?:ed|e)\b|\b(?:add|free|personal|complimentary|optional"
            r"|custom) engraving\b|\bengrave (?:a|your|it|initials|names?)\b"
            r"|\bpersonali[sz]ed? with (?:an? )?(?:engraving|initials?|names?)\b"
        ),
    ),
    (
        OptionKind.STONE_FROM_LIST,
        re.compile(
            r"\b(?:choose|pick|select|choice of) (?:your |the |a |from )?(?:\w+ )?(?:birth)?stones?\b"
            r"|\bstone (?:choice|of your choice|options?)\b"
        ),
    ),
    (
        OptionKind.DESIGN_CHANGE,
        re.compile(
            r"\b(?:happy|glad|able) to (?:alter|change|adapt|adjust|modify|tweak)\b|\b(?:design"
            r"|details?) can be (?:changed|altered|adapted|adjusted|modified|customi[sz]ed)\b"
            r"|\bcustomi[sz](?:e|ed|ation)\b[^.;]{0,24}\b(?:available|possible|welcome|on request)\b"
            r"|\bchanges? to the design\b"
        ),
    ),
    (
        OptionKind.OWN_BRIEF,
        re.compile(
            r"\bbespoke (?:version|commission|piece|order)s?\b|\b(?:to|from) your own (?:idea|design|sketch"
            r"|drawing|brief)\b|\bcommissions? (?:are )?(?:welcome|open|taken|accepted)\b|\b(?:i|we) (?:also "
            r"|gladly |happily )?(?:take|accept|welcome) commissions\b|\bcustom orders? (?:are )?(?:welcome"
            r"|accepted|available)\b"
        ),
    ),
    (
        OptionKind.OWN_STONE,
        re.compile(
            r"\b(?:send|bring|supply|use|set) (?:me |us )?(?:in )?your own (?:stone|gem|diamond|sapphire)s?\b"
            r"|\byour own stones?\b|\bsend us your stone\b|\bcustomer'?s own stone"
        ),
    ),
)
CLAIMS: Sequence[tuple[Claim, re.Pattern[str]]] = (
    (
        Claim.RECYCLED,
        re.compile(
            r"\brecycled (?:\w+[ -]){0,3}?(?:silver|gold|metal|platinum|brass|steel|copper|titanium|bronze)\b"
            r"|\b(?:silver|gold|metal) (?:is |are )?(?:\d+ ?% )?recycled\b"
        ),
    ),
    (
        Claim.FAIR,
        re.compile(r"\bfair[- ]?mined\b|\bfair[- ]?trade (?:certified )?(?:\d+k )?(?:gold|silver)\b|\bfair gold\b"),
    ),
    (
        Claim.STONE_ORIGIN,
        re.compile(
            r"\b(?:ceylon|burmese|burma|kashmir|montana|colombian|zambian|australian|ethiopian|madagascan"
            r"|tanzanian|brazilian|sri lankan|mozambique|cornish|tahitian|south sea|akoya|baltic|whitby"
            r"|persian|sleeping beauty|welo|bohemian) (?:[\w-]+ ){0,2}?(?:sapphires?|rub(?:y|ies)|emeralds?"
            r"|opals?|garnets?|tourmalines?|amethysts?|topaz|aquamarines?|pearls?|amber|jet|turquoise|stones?"
            r"|citrines?|peridots?|diamonds?)\b|\b(?:sapphires?|rub(?:y|ies)|emeralds?|opals?|garnets?|stones?"
            r"|diamonds?|amber|turquoise|tourmalines?|amethysts?) (?:\w+ )?(?:is |are |comes? |was "
            r"|were )?(?:mined in |found in |from )(?:the )?[a-z]{4,}"
        ),
    ),
    (Claim.ON_DEMAND, re.compile(r"\bmade[- ]to[- ]order\b|\b(?:made|produced) on demand\b")),
    (
        Claim.TAKE_BACK,
        re.compile(
            r"\btake[- ]back (?:scheme|program\w*|service|offer)\b|\btake (?:your )?(?:old|worn"
            r"|used) (?:\w+ )?(?:pieces|jewel\w+|rings?|silver|gold) back\b"
            r"|\bold (?:pieces|jewel\w+)\b[^.;]{0,24}\btake (?:them|it) back\b|\btake back (?:your )?(?:old|worn)\b"
        ),
    ),
    (
        Claim.SUSTAINABLE,
        re.compile(
            r"\beco[- ]?friendly\b|\bsustainabl\w+\b|\bethical(?:ly)?\b|\bplanet[- ]friendly\b"
            r"|\bconscious(?:ly)?[- ](?:made|sourced)\b|\bclimate[- ]neutral\b|\bgreen jewel\w+"
        ),
    ),
    (
        Claim.NICKEL_SKIN,
        re.compile(
            r"\bnickel[- ]?free\b|\bfree (?:of|from) (?:\w+ and )?nickel\b|\bno nickel\b|\bwithout nickel\b"
            r"|\bcontains no (?:\w+ or )?nickel\b"
        ),
    ),
    (
        Claim.MARK,
        re.compile(
            r"\bhall-?marked\b|\bhall-?marks?\b|\b(?:stamped|marked|punched) (?:with )?(?:an? )?['\"]?(?:s?925"
            r"|750|585|375|14k|18k|950|sterling|\.925)\b|\bassay (?:office )?mark\b"
        ),
    ),
)
NO_CLAIM = re.compile(
    r"\b(?:not|no|never|isn't|un|without) (?:a )?(?:recycled|fair[- ]?mined|hall-?mark\w*|sustainable"
    r"|stamped|marked)\b|\bnot (?:hallmarked|nickel[- ]?free|certified)\b|\bun-?hallmarked\b"
)


def kind_in(title: Sequence[Sentence], sentences: Sequence[Sentence]) -> Kind | None:
    """As the title begins or says as a whole; else as the text does, if it speaks of one kind alone."""
    titled = [_kinds_in(" , ".join(one.said for one in told if not one.is_aside)) for told in (title[:1], title)]
    found = [*titled, _kinds_said(sentences)]
    named = next((kinds for kinds in found if kinds), set())
    kind = agreed(named if len(named) == 1 else found[1])
    return kind if isinstance(kind, Kind) else None


def _kinds_said(sentences: Iterable[Sentence]) -> set[Kind]:
    return set().union(*(_kinds_in(one.firm) for one in sentences if not one.is_aside), set())


def _kinds_in(text: str) -> set[Kind]:
    """Each word is taken by the first kind that knows it: an ear cuff is no bracelet."""
    text, found = NO_KIND.sub(" ", text), set()
    for kind, pattern in KINDS.items():
        if pattern.search(text):
            found.add(kind)
            text = pattern.sub(" ", text)
    return found


def buying_in(sentences: Iterable[Sentence]) -> dict[str, Any]:
    texts = [sentence.said for sentence in sentences]
    own = [sentence.said for sentence in sentences if not sentence.is_aside]
    previews = {preview for preview, pattern in PREVIEWS if any(pattern.search(text) for text in own)}
    sizings = {sizing for sizing, pattern in SIZINGS if any(pattern.search(text) for text in own)}
    return {
        "preview": next((one for one, _pattern in PREVIEWS if one in previews), None) if len(previews) == 1 else None,
        "sizing": agreed(sizings),
        "resizable": _either(RESIZABLE, NOT_RESIZABLE, texts),
        "repair": _either(REPAIRED, NOT_REPAIRED, texts),
        "supply": _supply(own),
        "ready": _either(READY, TO_ORDER, own),
        "options": tuple(kind for kind, pattern in OPTIONS if any(pattern.search(text) for text in own)),
        "claims": tuple(
            claim
            for claim, pattern in CLAIMS
            if any(pattern.search(text) and not NO_CLAIM.search(text) for text in own)
        ),
    }


def _either(yes: re.Pattern[str], no: re.Pattern[str], texts: Iterable[str]) -> bool | None:
    """True or false where only the one is said."""
    told = list(texts)
    is_denied = any(no.search(text) for text in told)
    is_said = any(yes.search(text) and not no.search(text) for text in told)
    return is_said if is_said != is_denied else None


def _supply(texts: Iterable[str]) -> int | None:
    found = {
        int(said) if (said := next(filter(None, match.groups()))).isdigit() else 1
        for text in texts
        for match in SUPPLY.finditer(text)
    }
    value = agreed(found)
    return value if isinstance(value, int) else None
