"""What the production steps and the evidence of a piece allow to be said of it. Nothing a seller calls it counts.

Source of the wording: FTC Jewelry Guides, 16 CFR 23.2 (formerly 23.3). (a) "Handmade": all shaping and forming from raw
material, finishing and decoration by hand labour and manually controlled methods that let the maker vary each part of
each piece. (b) "Hand-finished" and the like: that operation was. Casting is not named there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from catalog.choices import Claim, Control, Edition, Grade, MakingClass, Method, Side, Stage, Standing, Way
from catalog.facts import EvidenceFacts, PieceFacts, StepFacts

SMALL_EDITION = 50
LARGE_SERIES = 1_000

SHAPING = frozenset({Stage.FORM, Stage.JOIN, Stage.SET, Stage.DECORATE, Stage.FINISH})
BUILDING = frozenset({Stage.FORM, Stage.JOIN, Stage.SET, Stage.ASSEMBLE})
WORDED = SHAPING | {Stage.ASSEMBLE}

BY_HAND = frozenset({Control.HAND, Control.HAND_GUIDED})
# Not raw material: "cut, shaped or formed into jewelry parts, semi-finished parts or blanks" (note to 23.2).
BOUGHT = frozenset({Method.BOUGHT_FINDING, Method.MACHINE_CHAIN})
# Sheet, strip and wire are raw material (note to 23.2), so making them offends nothing, whoever turns the rollers.
RAW_MATERIAL = frozenset({Method.ROLL, Method.DRAW_WIRE})
# A die or a mandrel in a bath repeats one form, whoever pulls the lever (settled 13).
DIE_FORMED = frozenset({Method.STRIKE, Method.PRESS, Method.ELECTROFORM})
# The file steers the tool, so no hand varies the piece; a mill steered by hand is a power tool and judged by control.
FROM_A_FILE = frozenset({Method.PRINT_METAL, Method.PRINT_WAX, Method.CAST_PRINTED_WAX})
DIGITAL_MODEL = frozenset({Method.CAD, Method.PRINT_WAX, Method.MILL})
CASTING = frozenset({Method.CAST_ONE_OFF, Method.CAST_MOULD, Method.CAST_PRINTED_WAX})
# The beam follows a program, the barrel treats all pieces alike: no control of each part (23.2 a and b).
OTHER_MACHINES = frozenset({Method.SET_BY_MACHINE, Method.LASER_ENGRAVE, Method.TUMBLE})
NEVER_BY_HAND = BOUGHT | DIE_FORMED | FROM_A_FILE | OTHER_MACHINES
# They hold parts together that were shaped elsewhere; braiding and stitching shape cord and hide, which are raw.
STRINGING = frozenset({Method.STRING, Method.KNOT})
# Before and after the hand work on a surface; neither makes nor undoes it.
BESIDE_FINISHING = frozenset({Method.TUMBLE, Method.PLATE})


def _(text: str) -> str:
    return text


NOT_TOLD = _("The maker has not told how this piece is made.")
SEEN_BY_HAND = _("Every step of shaping, finishing and decorating is done by hand, and it has been shown.")
NOT_SHOWN = _("The maker says that every step is done by hand; it is not yet shown by photographs, film or papers.")
NOT_COMPLETE = _("The steps that are told are done by hand, but forming or finishing is missing from them.")
ONLY_CASTING = _("It is cast as a single piece, and the trade disagrees whether a casting may be called handmade.")
FROM_PARTS = _("It contains bought parts, and handmade means that every part is shaped from raw material.")
FROM_A_DIE = _("It is formed by a die or in a bath, which repeats one form.")
FROM_A_MOULD = _("It is cast from a mould, which repeats one form.")
BY_COMPUTER = _("Its form comes from a computer file, not from a hand.")
BY_MACHINE = _("At least one step is done by a machine.")
HAND_FINISHED = _("Its finish is done by hand, so it may be called hand-finished.")
NO_FORMING = _("It is put together from parts that were shaped elsewhere.")

REASON_FOR = {
    **dict.fromkeys(BOUGHT, FROM_PARTS),
    **dict.fromkeys(DIE_FORMED, FROM_A_DIE),
    **dict.fromkeys(FROM_A_FILE, BY_COMPUTER),
    **dict.fromkeys(OTHER_MACHINES, BY_MACHINE),
    Method.CAST_MOULD: FROM_A_MOULD,
}


@dataclass(frozen=True, kw_only=True)
class HandmadeClaim:
    """How 'handmade' stands: whole sentences a shopper can read, and the steps that stand against it."""

    standing: Standing
    reasons: tuple[str, ...]
    offending: tuple[StepFacts, ...] = ()

    @property
    def is_met(self) -> bool:
        return self.standing == Standing.MET


def supports(facts: PieceFacts, claim: Claim, today: date) -> Grade | None:
    """The best grade of the evidence for a claim, expired evidence counting as declared; None without any."""
    return max((effective_grade(row, today) for row in facts.evidence if claim in claims_of(row)), default=None)


def claims_of(evidence: EvidenceFacts) -> tuple[Claim, ...]:
    """What is safe in a piercing (0.2 µg/cm² a week) is safe on the skin (0.5): REACH XVII, entry 27."""
    if evidence.claim == Claim.NICKEL_PIERCING:
        return (Claim.NICKEL_PIERCING, Claim.NICKEL_SKIN)
    return (evidence.claim,)


def grade_of(facts: PieceFacts, claim: Claim, today: date) -> Grade:
    """How well a stated fact stands: by its evidence, at least as declared if the maker signed the facts."""
    stated = Grade.BARE if facts.declared_on is None else Grade.DECLARED
    return max(stated, supports(facts, claim, today) or Grade.BARE)


def effective_grade(evidence: EvidenceFacts, today: date) -> Grade:
    """The grade on a day; `expires` is the last day on which the evidence counts in full."""
    is_expired = evidence.expires is not None and evidence.expires < today
    return min(evidence.grade, Grade.DECLARED) if is_expired else evidence.grade


def is_by_hand(step: StepFacts) -> bool:
    """By hand or by a tool guided by hand, and by a method a hand can steer."""
    return step.control in BY_HAND and step.method not in NEVER_BY_HAND


def number_made(facts: PieceFacts) -> int | None:
    return 1 if facts.edition == Edition.ONE_OFF else facts.number_made


def handmade_standing(facts: PieceFacts, today: date) -> HandmadeClaim:
    """Whether 'handmade' may be said under 16 CFR 23.2(a), and why. A lone casting is never decided."""
    offending = _offending_steps(facts)
    if not _is_disclosed(facts):
        return HandmadeClaim(standing=Standing.NOT_DISCLOSED, reasons=(NOT_TOLD,))
    if offending or not _own_forms(facts):
        return _claim_against(facts, offending)
    if _casts(facts):
        return HandmadeClaim(standing=Standing.CONTESTED, reasons=(ONLY_CASTING,))
    if not _steps(facts, Stage.FINISH):
        return HandmadeClaim(standing=Standing.NOT_YET_SHOWN, reasons=(NOT_COMPLETE,))
    if _is_shown(facts, today):
        return HandmadeClaim(standing=Standing.MET, reasons=(SEEN_BY_HAND,))
    return HandmadeClaim(standing=Standing.NOT_YET_SHOWN, reasons=(NOT_SHOWN,))


def making_class_of(facts: PieceFacts, today: date) -> MakingClass:
    """One of the seven classes of the trade (domain facts 4.3), from steps and evidence alone."""
    if not _is_disclosed(facts):
        return MakingClass.NOT_DISCLOSED
    if handmade_standing(facts, today).standing == Standing.MET:
        return MakingClass.HANDMADE
    if _is_industrial(facts):
        return MakingClass.INDUSTRIAL
    return _class_by_form(facts)


def way_of(facts: PieceFacts, today: date) -> Way:
    """The way of making by settled 13. A met 'handmade' outweighs the run; else more than 1,000 is a series."""
    making_class = making_class_of(facts, today)
    if making_class == MakingClass.NOT_DISCLOSED:
        return Way.NOT_DISCLOSED
    if making_class == MakingClass.HANDMADE:
        return Way.HANDCRAFTED
    if _is_mass_produced(facts):
        return Way.MASS_PRODUCED
    return Way.HANDCRAFTED if _is_handcrafted(facts, making_class) else Way.IN_BETWEEN


def side_of(facts: PieceFacts, today: date) -> Side | None:
    """The side on which a piece competes; None where its making is not disclosed."""
    way = way_of(facts, today)
    if way == Way.NOT_DISCLOSED:
        return None
    if way == Way.IN_BETWEEN:
        return Side.HANDCRAFTED if _is_mostly_by_hand(facts) else Side.MASS_PRODUCED
    return Side(way.value)


def _steps(facts: PieceFacts, *stages: Stage) -> list[StepFacts]:
    return [step for step in facts.steps if step.stage in stages]


def _is_disclosed(facts: PieceFacts) -> bool:
    """A drawing, a polish or a check alone does not tell how a piece is made."""
    return bool(_steps(facts, *BUILDING))


def _is_shown(facts: PieceFacts, today: date) -> bool:
    grades = (supports(facts, claim, today) for claim in (Claim.PROCESS, Claim.HANDMADE))
    return any(grade is not None and grade >= Grade.SHOWN for grade in grades)


def _offending_steps(facts: PieceFacts) -> tuple[StepFacts, ...]:
    """The steps that 23.2(a) excludes. A lone casting is not among them unless its model came from a file."""
    models = [step for step in _steps(facts, Stage.MODEL) if _casts(facts) and step.method in DIGITAL_MODEL]
    return (*models, *(step for step in facts.steps if step.stage in WORDED and _offends(step)))


def _offends(step: StepFacts) -> bool:
    if step.method in RAW_MATERIAL or step.method == Method.CAST_ONE_OFF:
        return False
    return step.method == Method.CAST_MOULD or not is_by_hand(step)


def _reason_against(step: StepFacts) -> str:
    if step.stage == Stage.MODEL or (step.stage == Stage.FORM and step.method == Method.MILL):
        return BY_COMPUTER
    return REASON_FOR.get(step.method, BY_MACHINE)


def _claim_against(facts: PieceFacts, offending: tuple[StepFacts, ...]) -> HandmadeClaim:
    reasons = list(dict.fromkeys(_reason_against(step) for step in offending)) or [NO_FORMING]
    if any(step.method == Method.CAST_ONE_OFF for step in _casts(facts)) and BY_COMPUTER not in reasons:
        reasons.append(ONLY_CASTING)
    if _is_finished_by_hand(facts) and _is_formed_by_machine(offending):
        reasons.append(HAND_FINISHED)
        return HandmadeClaim(standing=Standing.HAND_FINISHED_ONLY, reasons=tuple(reasons), offending=offending)
    return HandmadeClaim(standing=Standing.NOT_MET, reasons=tuple(reasons), offending=offending)


def _is_formed_by_machine(offending: Iterable[StepFacts]) -> bool:
    return any(step.stage in (Stage.MODEL, Stage.FORM) and step.method not in BOUGHT for step in offending)


def _casts(facts: PieceFacts) -> list[StepFacts]:
    return [step for step in _steps(facts, Stage.FORM) if step.method in CASTING]


def _is_finished_by_hand(facts: PieceFacts) -> bool:
    finishes = [step for step in _steps(facts, Stage.FINISH) if step.method not in BESIDE_FINISHING]
    return bool(finishes) and all(is_by_hand(step) for step in finishes)


def _is_industrial(facts: PieceFacts) -> bool:
    """The main form is struck, pressed, electroformed or machine chain; beside hand-shaped work a chain is a part."""
    forms = _steps(facts, Stage.FORM)
    if any(step.method in DIE_FORMED for step in forms):
        return True
    has_chain = any(step.method == Method.MACHINE_CHAIN for step in forms)
    return has_chain and not any(is_by_hand(step) or step.method in CASTING for step in forms)


def _class_by_form(facts: PieceFacts) -> MakingClass:
    if _is_from_a_file(facts):
        return MakingClass.FROM_COMPUTER_FILE
    if _casts(facts):
        return MakingClass.HAND_FINISHED_CAST if _is_finished_by_hand(facts) else MakingClass.INDUSTRIAL
    own_forms = _own_forms(facts)
    if own_forms and _is_majority([*own_forms, *_steps(facts, Stage.JOIN)]):
        return MakingClass.HAND_FABRICATED
    assembling = [*_steps(facts, Stage.JOIN, Stage.SET, Stage.ASSEMBLE), *_stringing(facts)]
    return MakingClass.HAND_ASSEMBLED if not own_forms and _is_majority(assembling) else MakingClass.INDUSTRIAL


def _own_forms(facts: PieceFacts) -> list[StepFacts]:
    return [step for step in _steps(facts, Stage.FORM) if step.method not in BOUGHT | STRINGING]


def _stringing(facts: PieceFacts) -> list[StepFacts]:
    return [step for step in _steps(facts, Stage.FORM) if step.method in STRINGING]


def _is_from_a_file(facts: PieceFacts) -> bool:
    """Printed or milled by a program, or a lone casting of such a model; a mould makes a series of any model."""
    forms = _steps(facts, Stage.FORM)
    if any(step.method in FROM_A_FILE or (step.method == Method.MILL and not is_by_hand(step)) for step in forms):
        return True
    is_digital = any(step.method in DIGITAL_MODEL for step in _steps(facts, Stage.MODEL))
    return is_digital and any(step.method == Method.CAST_ONE_OFF for step in forms)


def _is_majority(steps: list[StepFacts]) -> bool:
    return 2 * sum(map(is_by_hand, steps)) > len(steps)


def _is_mostly_by_hand(facts: PieceFacts) -> bool:
    made = number_made(facts)
    return _is_majority(_steps(facts, *SHAPING)) and made is not None and made <= LARGE_SERIES


def _is_mass_produced(facts: PieceFacts) -> bool:
    return (
        _is_industrial(facts)
        or (number_made(facts) or 0) > LARGE_SERIES
        or (_is_open_cast(facts) and not _is_finished_by_hand(facts))
    )


def _is_open_cast(facts: PieceFacts) -> bool:
    """A series is open until it is said to be closed; a lone casting is a series only if it is said to be."""
    if facts.edition is not None or number_made(facts) == 1:
        return facts.edition == Edition.OPEN and bool(_casts(facts))
    return any(step.method != Method.CAST_ONE_OFF for step in _casts(facts))


def _is_handcrafted(facts: PieceFacts, making_class: MakingClass) -> bool:
    if making_class == MakingClass.HAND_FINISHED_CAST:
        made = number_made(facts)
        is_closed = facts.edition in (Edition.ONE_OFF, Edition.CLOSED)
        return is_closed and made is not None and made <= SMALL_EDITION
    only_bought = all(step.method in BOUGHT for step in _offending_steps(facts))
    return making_class == MakingClass.HAND_FABRICATED and only_bought
