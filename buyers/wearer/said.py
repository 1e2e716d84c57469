"""What a wearer said, in words: for themselves, and for who asked, beside what that one's own answers say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from buyers.brief import read_brief
from buyers.questions import QUESTIONS, SIZE_LIMITS, Question
from buyers.summary import said as words_of
from buyers.visits import VERDICT, Visit, address_of
from buyers.wearer.asking import KINDS, QUESTIONS_ASKED, own_key

PIERCING, PIERCED = "piercing", "earrings"


@dataclass(frozen=True, kw_only=True)
class SaidRow:
    name: str
    said: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Heard:
    """One answer of the wearer, how it compares, and the verdict with it in place of one's own."""

    name: str
    sentence: str
    note: str = ""
    use_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """All that a wearer said; `use_url` takes over whatever can be, and is empty when one thing at most is left."""

    heard: Sequence[Heard]
    use_url: str


def rows_of(said: Mapping[str, str]) -> list[SaidRow]:
    """The wearer's answers in the order of the questions."""
    asked = {key: question for key, question in QUESTIONS_ASKED.items() if key in said}
    return [SaidRow(name=_(question.short), said=words_of(question, said[key])) for key, question in asked.items()]


def hearing_of(said: Mapping[str, str], visit: Visit) -> Hearing:
    usable = {key: text for key, text in said.items() if not _note_on(key, text, visit.brief.kind)}
    fresh = {key: text for key, text in usable.items() if visit.brief.answers.get(own_key(key)) != text}
    heard = [
        Heard(
            name=_(question.short),
            sentence=_sentence(key, said[key], visit.brief.answers),
            note=_note_on(key, said[key], visit.brief.kind),
            use_url=_verdict_with({key: said[key]}, visit) if key in fresh else "",
        )
        for key, question in QUESTIONS_ASKED.items()
        if key in said
    ]
    return Hearing(heard=heard, use_url=_verdict_with(fresh, visit) if len(fresh) > 1 else "")


def _verdict_with(said: Mapping[str, str], visit: Visit) -> str:
    """Read anew, so that what goes into the address is what any answer typed there becomes."""
    answers = {**visit.brief.answers, **{own_key(key): text for key, text in said.items()}}
    query = {key: [text] for key, text in answers.items()}
    return address_of(VERDICT, read_brief(query, visit.today, currency=settings.CURRENCY)[0].answers.items())


def _note_on(key: str, said: str, kind: str | None) -> str:
    """Why an answer has no place beside the kind that is looked for; empty where it has."""
    if key in KINDS and kind not in SIZE_LIMITS:
        return _("A size counts once you look for a ring or a bracelet.")
    if key in KINDS and KINDS[key] != kind:
        return _("Not the size for the kind you look for.")
    if said == PIERCING and kind not in {None, PIERCED}:
        return _("This matters for earrings alone.")
    return ""


def _sentence(key: str, said: str, answers: Mapping[str, str]) -> str:
    own = own_key(key)
    texts = {"said": _in_words(QUESTIONS_ASKED[key], said)}
    if own not in answers or (key in KINDS and KINDS[key] != answers.get("type")):
        return _("The wearer said %(said)s.") % texts
    if answers[own] == said:
        return _("The wearer said %(said)s, and so did you.") % texts
    texts["yours"] = _in_words(QUESTIONS[own], answers[own])
    return _("The wearer said %(said)s; you said %(yours)s.") % texts


def _in_words(question: Question, answer: str) -> str:
    """A size as it is, whatever was chosen in quotation marks."""
    words = _(", ").join(words_of(question, answer))
    is_size = question.unit and answer not in question.allowed
    return words if is_size else _("“%(words)s”") % {"words": words}
