"""Techniques that are said of the piece, apart whether a hand is said to do them; edition, maker and country."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from catalog.choices import Edition, Method
from catalog.reading.places import COUNTRY_OF, PLACE
from catalog.reading.sentences import Sentence, agreed

# The word of each technique as it is done or was done; "stamped 925" is a mark and "hammered" alone a look.
TECHNIQUES: dict[Method, str] = {
    Method.CAST_PRINTED_WAX: (
        r"cast from (?:a |an )?3d[- ]?printed (?:wax|resin)(?: model| pattern)?|3d[- ]?print(?:ed"
        r"|s)? (?:in |a |the )?(?:wax|resin)[^.;]{0,40}?\bcast"
    ),
    Method.PRINT_WAX: r"3d[- ]?print(?:ed|s|ing)? (?:in |a |the )?(?:wax|castable resin)",
    Method.PRINT_METAL: (
        r"3d[- ]?printed in (?:metal|titanium|silver|gold|steel)|(?:direct )?metal[- ]printed"
        r"|laser[- ]sintered"
    ),
    Method.CARVE_WAX: (
        r"carv(?:e|es|ed|ing)\b[^.;,]{0,24}\bwax|wax[- ]carv(?:ed|ing)|hand[- ]carved wax|wax (?:model"
        r"|master) (?:is |was )?carved"
    ),
    Method.CAST_ONE_OFF: r"cast (?:only )?once|one[- ]off cast(?:ing)?",
    Method.CAST_MOULD: (
        r"(?:lost[- ]wax |investment |sand |centrifugal(?:ly)? |die[- ]?)?cast(?:s|ed|ing)?\b(?! iron"
        r"| in (?:\w+ )?resin| a )"
    ),
    Method.LASER_ENGRAVE: r"laser[- ]engrav(?:ed|es|ing)|engraved by laser",
    Method.LASER_WELD: r"laser[- ]weld(?:ed|s|ing)",
    Method.STRIKE: (
        r"die[- ](?:struck|stamped|striking)|struck (?:from|in|with|by)\b[^.;,]{0,20}(?:die|press|sheet"
        r"|steel)|stamped (?:from|out of) (?:\w+ ){0,3}(?:sheet|metal|brass|silver|steel)"
        r"|machine[- ]stamped"
    ),
    Method.PRESS: r"(?:machine[- ]|hydraulic(?:ally)?[- ])press(?:ed)?|pressed from (?:\w+ ){0,3}sheet",
    Method.MILL: r"cnc[- ](?:mill(?:ed|ing)|machined|cut)|mill(?:ed)? from (?:solid|a solid|bar|billet)",
    Method.CAD: r"cad\b|computer[- ]aided design|designed (?:on|by|with) (?:a )?computer",
    Method.ELECTROFORM: r"electroform(?:ed|ing)?",
    Method.MACHINE_CHAIN: r"machine[- ](?:made|woven|linked) (?:\w+ )?chain|chain (?:is |was )?(?:made )?by machine",
    Method.BOUGHT_FINDING: (
        r"(?:bought|ready[- ]made|purchased|commercial)(?:[- ]in)? (?:findings?|clasps?|ear ?wires?|chain"
        r"|posts?)"
    ),
    Method.SAW: (
        r"sawn\b|sawed\b|sawing\b|saws?\b(?=,| and |[^.;]{0,20} by hand| out| each| every)"
        r"|hand[- ]cut (?:from|out)|pierced (?:with a|by hand|out)"
    ),
    Method.FILE: r"fil(?:ed|es|ing)\b|file(?=,| and | the | every| each| it | by )",
    Method.FORGE: r"forg(?:e|es|ed|ing)\b",
    Method.RAISE: r"raised from (?:\w+ ){0,3}(?:sheet|disc|flat)|hand[- ]raised",
    Method.DOME: r"dapped|dapping|domed\b(?= (?:and|by|in a|from))|dome(?= them| it| each| every)",
    Method.DRAW_WIRE: r"(?:draw|drew|drawn|draws) (?:my|our|their|his|her|the) (?:own )?wire|hand[- ]drawn wire",
    Method.ROLL: r"hand[- ]rolled|rolled (?:by hand|from ingot)|roll(?:s|ed)? (?:my|our|the) own sheet",
    Method.SOLDER: r"solder(?:ed|s|ing)?\b",
    Method.GRANULATE: r"granulat(?:ion|ed)",
    Method.FILIGREE: r"filigree",
    Method.WIRE_WRAP: r"wire[- ]?wrap(?:ped(?! around)|ping|s)?|wrapped in (?:\w+ )?wire",
    Method.CHASE: r"chased\b|chasing\b",
    Method.REPOUSSE: r"repousse|repoussé",
    Method.CARVE: (
        r"carved from (?:\w+ )?(?:bone|horn|wood|stone|jade|amber|coral|shell|jet)"
        r"|hand[- ]carved (?=\w*(?:bone|horn|wood|stone|jade|amber|coral|shell|jet))"
    ),
    Method.METAL_CLAY: r"(?:metal|silver) clay|\bpmc\b",
    Method.STRING: r"strung\b|hand[- ]strung|stringing\b",
    Method.KNOT: r"(?:hand[- ]?)?knotted\b|knot(?:s)? between",
    Method.BRAID: r"braided|plaited|hand[- ]woven|woven (?:by hand|from)",
    Method.STITCH: r"stitched|hand[- ]sewn|sewn",
    Method.CUT_STONE: r"cut(?:s)? (?:my|our|the|his|her|their) own stones|lapidary|cut the stone (?:my|our|him|her)",
    Method.SET_BY_HAND: (
        r"hand[- ]?set\b|\bset\b(?=[^.;]{0,40}\bby hand)|set by hand|hand[- ]setting"
        r"|set each stone by hand"
    ),
    Method.SET_BY_MACHINE: r"machine[- ]set\b|set by machine",
    Method.GLUE: r"glued\b",
    Method.RIVET: r"rivet(?:ed|ing|s)?\b",
    Method.ENAMEL: (
        r"enamel(?:led|ed|ling|ing)\b|(?:vitreous|cloisonne|cloisonné|champleve|champlevé|plique|fired"
        r"|kiln[- ]fired|hot) enamel"
    ),
    Method.PATINATE: r"patinat(?:ed|ion)|liver of sul(?:ph|f)ur",
    Method.TUMBLE: r"tumbl(?:ed|e[- ]polish(?:ed)?|ing)\b",
    Method.ENGRAVE: (
        r"(?:hand[- ]?)?engraved (?:by hand|with a burin|with a graver)|hand[- ]?engrav(?:ed|ing)"
        r"|engraved (?:pattern|decoration|border|leaves|flowers|design|motif)"
    ),
    Method.POLISH: (
        r"hand[- ]?polish(?:ed|ing)|polish(?:ed)? (?:\w+ ){0,3}by hand|(?<!tumble )polish(?= (?:every|each"
        r"|it|them))"
    ),
    Method.INSPECT: r"(?:each|every) (?:piece|one|ring|pair|item) is (?:\w+ )?(?:inspected|checked)",
}
NAMED = {method: re.compile(rf"\b(?:{words})") for method, words in TECHNIQUES.items()}
# A machine does these whoever stands beside it.
NEVER_BY_HAND = frozenset(
    {
        *(Method.CAST_PRINTED_WAX, Method.PRINT_WAX, Method.PRINT_METAL, Method.CAST_ONE_OFF, Method.CAST_MOULD),
        *(Method.LASER_ENGRAVE, Method.LASER_WELD, Method.STRIKE, Method.PRESS, Method.MILL, Method.CAD),
        *(Method.ELECTROFORM, Method.MACHINE_CHAIN, Method.BOUGHT_FINDING, Method.SET_BY_MACHINE, Method.TUMBLE),
    }
)
ALWAYS_BY_HAND = frozenset({Method.SET_BY_HAND})
ALL_BY_HAND = re.compile(
    r"\b(?:everything|every (?:single )?step|all (?:of it|steps|the work|work)|entirely|completely"
    r"|wholly|100 ?%)\b[^.;]{0,24}\bby hand\b"
)
# Whoever says "I forge" has the hammer in the hand.
FIRST_PERSON = re.compile(
    r"\bi (?:then |also |still |always |first |only )?(?:saw|cut|file|forge|solder|carve|engrave|dome"
    r"|rivet|chase|raise|knot|string|braid|wrap|polish|sand|hammer|set)\b"
)
OWN_HAND = re.compile(r"\bby (?:my own |our own |his own |her own )?hands?\b")
FIRST_WORDS = 12
HAND = re.compile(r"hand[- ]?$")
# A more telling word takes the place of the plainer ones within it.
WITHIN = {
    Method.CAST_PRINTED_WAX: {Method.CAST_MOULD, Method.PRINT_WAX},
    Method.CAST_ONE_OFF: {Method.CAST_MOULD},
    Method.LASER_ENGRAVE: {Method.ENGRAVE},
}
MAYBE = re.compile(
    r"\b(?:can be|could be|may be|available|on request|option(?:al)?|would you like|if you (?:like"
    r"|wish|want)|upgrade|add an?|personali[sz]e)\b"
)
KEPT = re.compile(
    r"\b(?:wax is lost|(?:mould|mold) (?:is )?(?:not kept|destroyed|broken)|no (?:mould"
    r"|mold) is (?:kept|made)|(?:never|not) (?:be )?cast again)\b"
)
ONE_OFF = re.compile(
    r"\bone[- ]of[- ]a[- ]kind\b|\booak\b|\bone[- ]off\b(?! cast)|\bonly one (?:exists|was made|made"
    r"|available of its kind)\b|\b(?:there is|exists) only one\b|\bthe only one (?:of its kind"
    r"|in the world|made|ever made|there is)\b|\b1 of 1\b|\bunikat\b"
)
# What is said of each of many pieces makes none of them the only one of its design.
EACH_UNLIKE = re.compile(
    r"\b(?:each|every|all|both|always|no two)\b[^.;]{0,40}\b(?:one[- ]of[- ]a[- ]kind|one[- ]offs?"
    r"|ooak)\b"
)
LIMITED = re.compile(
    r"\b(?:limited (?:edition|run|series)|edition|series|run) (?:of|to) (?:only |just )?(\d[\d,.]*)\b"
    r"|\blimited to (?:only |just )?(\d[\d,.]*)\b"
    r"|\b(?:no\.?|number|nr\.?|#) ?\d+ (?:of|/) ?(\d[\d,.]*)\b|\bnumbered\b[^.;]{0,24}?\b(?:of|to"
    r"|/) ?(\d[\d,.]*)\b|\bonly (\d[\d,.]*) (?:pieces |of these |rings |pairs )?(?:were|are|will be"
    r"|have been)? ?(?:ever )?made\b"
)
NUMBER = re.compile(
    r"\b(?:batch(?:es)?|run) of (\d[\d,.]*)\b|"
    r"\b(?:we|i) (?:have )?ma(?:de|ke) (\d[\d,.]*) (?:of (?:them|these|this)|pieces|pairs|rings)"
    r"|\b(\d[\d,.]*) (?:pieces|pairs|of them|examples) (?:were|have been|are) made\b"
    r"|\b(\d{1,3}(?:,\d{3})+|\d{2,}) (?:units|pieces) (?:a year|per year|produced|sold)"
)
OPEN = re.compile(
    r"\bopen (?:edition|series)\b|\bpermanent collection\b|\b(?:core|signature|classic) (?:collection"
    r"|range|line)\b(?=.{0,40}\b(?:always|permanent))|\blarge (?:series|quantities|numbers)\b"
    r"|\bmass[- ]produced\b|\bserial(?:ly)? produc\w+\b|\bseries production\b"
)
MADE_IN = re.compile(
    r"\b(?:hand)?[- ]?(?:made|makes?|crafted|manufactured|produced|forged|cast|built|fabricated|woven"
    r"|plaited|braided|carved|knotted|strung|engraved|sawn|assembled"
    r"|finished)\b"
)
IN = re.compile(r"\bin (?=(?P<where>[^.;:]{2,60}))")
# What follows these is no longer where it is made.
ONWARD = re.compile(r"\b(?:and|ship\w*|sen[dt]\w*|sold|for|with|from|to|inspired|by|using|then|designed|based)\b")
# A chain that comes from there, a stone that was cut there, or what was only thought up there.
ELSEWHERE_MADE = re.compile(
    r"\b(?:comes?|from|chain|stones?|inspired|designed|shipped|sold|since|specialist\w*|traditions?)\b"
)
NEAR = 70
IN_PLACE = re.compile(rf"\b(?P<place>{PLACE})(?!\w)")
MADE_BY = re.compile(
    r"\b(?:[Hh]and(?:made|crafted|[- ]made|[- ]forged|[- ]crafted)?|[Mm]ade|[Cc]rafted|[Ff]orged"
    r"|[Bb]uilt|[Cc]reated) (?:to order |by hand )?by (?:the )?(?:(?:goldsmith|silversmith|jewel?ler"
    r"|artist|maker|master)s? )*(?P<name>(?!Hand\b)[A-Z][\w'-]+(?: (?:&|and|de|da|van|von|di"
    r"|el) (?=[A-Z])| (?=[A-Z])){0,1}(?:[A-Z][\w'-]+)?(?: (?:&|and) [A-Z][\w'-]+)?)"
)
TRADE = re.compile(
    r"\b(?:[Gg]oldsmith|[Ss]ilversmith|[Jj]ewell?er|[Aa]rtisan|[Bb]ladesmith"
    r"|[Ee]nameller) (?P<name>[A-Z][\w'-]+ [A-Z][\w'-]+)\b"
)
MADE_ALL_BY = re.compile(
    r"\b(?:made|carved|forged|crafted|cast|woven|engraved|built)\b[^.;,]{1,40}? by (?P<name>[A-Z][\w'-]+ [A-Z][\w'-]+)"
)
I_AM = re.compile(
    r"\bI(?:'m| am),? (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)\b"
    r"|\bI, (?P<other>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?),"
    r"|\b[Mm]y name is (?P<third>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)\b"
)


def making_in(sentences: Iterable[Sentence]) -> dict[str, Any]:
    told = [sentence for sentence in sentences if not sentence.is_aside]
    return {**_techniques(told), **_edition(told), "country": _country(told), "maker": _maker(told)}


def _techniques(sentences: Sequence[Sentence]) -> dict[str, Any]:
    by_hand: dict[Method, None] = {}
    others: dict[Method, None] = {}
    is_unique = False
    is_all_by_hand = any(ALL_BY_HAND.search(sentence.firm) for sentence in sentences)
    for sentence in sentences:
        is_unique |= KEPT.search(sentence.said) is not None
        if MAYBE.search(sentence.said):
            continue
        for method, is_hand in _methods_in(_without_names(sentence), is_all_by_hand=is_all_by_hand):
            (by_hand if is_hand else others)[method] = None
    if is_unique and Method.CAST_MOULD in others:
        others = {Method.CAST_ONE_OFF if one is Method.CAST_MOULD else one: None for one in others}
    return {"by_hand": tuple(by_hand), "methods": tuple(one for one in others if one not in by_hand)}


def _without_names(sentence: Sentence) -> str:
    """A maker may be called after a technique."""
    text = sentence.firm
    for match in MADE_BY.finditer(sentence.raw):
        text = text.replace(match["name"].lower(), " ")
    return text


def _methods_in(text: str, *, is_all_by_hand: bool) -> Iterator[tuple[Method, bool]]:
    found = {method: match for method, pattern in NAMED.items() if (match := pattern.search(text))}
    hidden = {one for method in found for one in WITHIN.get(method, ())}
    until = _end_of_handwork(text, is_all_by_hand=is_all_by_hand)
    for method, match in found.items():
        if method in hidden:
            continue
        is_named = HAND.search(text[: match.start()]) is not None or match[0].startswith("hand")
        yield method, method not in NEVER_BY_HAND and (is_named or match.start() < until or method in ALWAYS_BY_HAND)


def _end_of_handwork(text: str, *, is_all_by_hand: bool) -> int:
    """Up to where techniques are said to be done by hand: before the words "by hand", or all if these come first."""
    if is_all_by_hand or FIRST_PERSON.search(text):
        return len(text)
    hands = [match.start() for match in OWN_HAND.finditer(text)]
    return len(text) if hands and hands[0] < FIRST_WORDS else max(hands, default=0)


def _edition(sentences: Iterable[Sentence]) -> dict[str, Any]:
    texts = [sentence.said for sentence in sentences]
    numbers = {_number(match) for text in texts for match in LIMITED.finditer(text)}
    if numbers:
        made = agreed(numbers)
        return {"edition": Edition.CLOSED, "made": made}
    if any(ONE_OFF.search(text) and not EACH_UNLIKE.search(text) for text in texts):
        return {"edition": Edition.ONE_OFF, "made": 1}
    made = agreed({_number(match) for text in texts for match in NUMBER.finditer(text)})
    is_open = any(OPEN.search(text) for text in texts)
    return {"edition": Edition.OPEN if is_open else None, "made": made}


def _number(match: re.Match[str]) -> int:
    digits = re.sub(r"\D", "", next(filter(None, match.groups())))
    return int(digits[:8])


def _country(sentences: Iterable[Sentence]) -> str:
    return str(agreed(code for sentence in sentences for code in _countries_in(sentence.firm)) or "")


def _countries_in(text: str) -> Iterator[str]:
    for match in IN.finditer(text):
        verbs = list(MADE_IN.finditer(text, max(0, match.start() - NEAR), match.start()))
        if not verbs or ELSEWHERE_MADE.search(text, verbs[-1].end(), match.start()):
            continue
        where = ONWARD.split(match["where"], maxsplit=1)[0]
        for place in IN_PLACE.finditer(where):
            yield COUNTRY_OF[place["place"]]


def _maker(sentences: Iterable[Sentence]) -> str:
    names = {match["name"] for sentence in sentences for match in MADE_BY.finditer(sentence.raw)}
    for pattern in (TRADE, MADE_ALL_BY):
        names |= {match["name"] for sentence in sentences for match in pattern.finditer(sentence.raw)}
    names |= {
        match["name"] or match["other"] or match["third"]
        for sentence in sentences
        for match in I_AM.finditer(sentence.raw)
    }
    return str(agreed(names) or "")
