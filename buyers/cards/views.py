from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from buyers.answers import RefusedAnswerError, read_pair
from buyers.cards.choosing import choose_card, pieces_of, standing_of
from buyers.cards.wording import alternatives_for, reason_for
from buyers.forms import QuestionForm
from buyers.questions import DUEL, PATTERNS, UNSURE, Pattern, Question, Shape
from buyers.visits import CARD, SENT, VERDICT, Visit, address_of, read_visit, redirect_from, with_answers
from catalog.models import Piece

SECTION = "decide"
ANY_ANSWER = "0"


@require_safe
@with_answers
def next_card(request: HttpRequest) -> HttpResponse:
    """To the card that says most about this verdict; where none does, a page that says so."""
    visit = read_visit(request)
    if redirect := redirect_from(visit, CARD):
        return redirect
    choice = choose_card(visit.brief, visit.today)
    if choice.key:
        return HttpResponseRedirect(address_of(choice.key, visit.pairs, visit.origin))
    context = {
        "section": SECTION,
        "ending": choice.ending,
        "verdict_url": address_of(VERDICT, visit.pairs, visit.before),
    }
    return render(request, "buyers/cards_done.html", context)


@require_safe
@with_answers
def shown_card(request: HttpRequest, key: str) -> HttpResponse:
    visit, pattern = read_visit(request), _pattern_of(key)
    form = QuestionForm([_question_for(key, pattern)], visit)
    if visit.is_sent and key in visit.brief.answers:
        return HttpResponseRedirect(address_of(visit.came_from or CARD, visit.pairs, visit.before))
    if form.is_valid() and visit.is_sent:
        form.add_error(key, _("Choose one of the five, or skip this card."))
    elif redirect := redirect_from(visit, key):
        return redirect
    return render(request, "buyers/card.html", _context(key, visit, form))


def _pattern_of(key: str) -> Pattern:
    """Whether it is a pair of criteria or of pieces; only in their one order."""
    pattern = PATTERNS[key.partition(".")[0]]
    try:
        canonical, _answer = read_pair(pattern, key, [ANY_ANSWER])
    except RefusedAnswerError:
        raise Http404 from None
    if canonical != key:
        raise Http404
    return pattern


def _question_for(key: str, pattern: Pattern) -> Question:
    return Question(
        key=key,
        shape=Shape.ONE,
        title=pattern.title,
        title_for_another=pattern.title_for_another,
        short="",
        values=pattern.values,
    )


def _context(key: str, visit: Visit, form: QuestionForm) -> dict[str, object]:
    kind, *names = key.split(".")
    is_duel, others = kind == DUEL.prefix, [pair for pair in visit.pairs if pair[0] != key]
    standing = standing_of(visit.brief, names, visit.today)
    skipped = sorted({**visit.brief.answers, key: UNSURE}.items())
    return {
        "section": SECTION,
        "form": form,
        "field": form[key],
        "alternatives": () if is_duel else alternatives_for(names, visit.brief, visit.today),
        "pieces": _duellists(names) if is_duel else (),
        "reason": reason_for(standing, is_duel=is_duel),
        "may_stop": standing.may_stop,
        "carried": [*others, *visit.origin, (SENT, "on")],
        "back_url": address_of(visit.came_from or VERDICT, visit.pairs, visit.before),
        "skip_url": address_of(visit.came_from or CARD, skipped, visit.before),
        "verdict_url": address_of(VERDICT, visit.pairs, visit.before),
    }


def _duellists(slugs: Sequence[str]) -> Sequence[Piece]:
    pieces = pieces_of(slugs)
    if len(pieces) < len(slugs):
        raise Http404
    return pieces
