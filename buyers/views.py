from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from buyers.brief import conflicts_in, without_stale
from buyers.forms import QuestionForm
from buyers.questions import (
    CHECK,
    ENOUGH_ANSWERS,
    HELD_ELSEWHERE,
    PAGE_BY_KEY,
    PAGE_BY_SLUG,
    PAGES,
    QUESTIONS,
    START,
    Page,
    keys_shown,
    page_after,
    page_before,
)
from buyers.questions.contract import questionnaire
from buyers.summary import brought_rows, comparison_rows, pieces_named_in, rows_for
from buyers.visits import BRING, CARD, SENT, VERDICT, Pairs, Visit, address_of, read_visit, redirect_from, with_answers
from buyers.wearer.asking import OWN_KEYS
from buyers.wearer.giver import address_to_ask, answered_address
from catalog.listings import names_of
from jewelcompare.headers import for_everybody

SECTION = "decide"


@require_safe
@with_answers
def start(request: HttpRequest) -> HttpResponse:
    visit = read_visit(request)
    form = QuestionForm([QUESTIONS["gut"]], visit)
    context = {
        "section": SECTION,
        "form": form,
        "field": form["gut"],
        "carried": [pair for pair in visit.pairs if pair[0] != "gut"],
        "first_url": address_of(PAGES[0].slug, ()),
        "check_url": address_of(CHECK, visit.pairs),
        "bring_url": address_of(BRING, visit.brief.answers.items()),
        "has_answers": bool(visit.brief.answers),
    }
    return redirect_from(visit, START) or render(request, "buyers/start.html", context)


@require_safe
@with_answers
def ask(request: HttpRequest, question: str) -> HttpResponse:
    visit = read_visit(request)
    page = PAGE_BY_SLUG.get(question)
    if page is None:
        return HttpResponseRedirect(address_of(_holder_of(question), visit.pairs, visit.origin))
    form = QuestionForm([QUESTIONS[key] for key in keys_shown(page, visit.pairs)], visit)
    if visit.is_sent:
        _want_answer(form, page, visit)
    if form.is_valid() and visit.is_sent:
        return HttpResponseRedirect(address_of(_next_screen(page, visit), visit.pairs, visit.before))
    if not visit.is_sent and (redirect := redirect_from(visit, page.slug)):
        return redirect
    return render(request, "buyers/question.html", _context(page, visit, form))


@require_safe
@with_answers
def check(request: HttpRequest) -> HttpResponse:
    visit = read_visit(request)
    context = {
        "section": SECTION,
        "first_rows": rows_for(visit, first=True),
        "surer_rows": rows_for(visit, first=False),
        **_rows_with_pieces(visit),
        "conflicts": [_(conflict) for conflict in conflicts_in(visit.brief)],
        "refusals": list(dict.fromkeys(_(message) for messages in visit.errors.values() for message in messages)),
        "without_refused_url": address_of(CHECK, visit.brief.answers.items(), visit.before),
        "back_url": address_of(START, visit.brief.answers.items()),
        "verdict_url": address_of(VERDICT, visit.pairs, visit.before),
        "cards_url": address_of(CARD, visit.pairs, visit.before),
        "has_answers": bool(visit.brief.answers),
        "may_stop": visit.brief.answers_that_weigh >= ENOUGH_ANSWERS,
        "wearer_url": answered_address(request, visit),
        "ask_url": address_to_ask(visit),
    }
    return redirect_from(visit, CHECK) or render(request, "buyers/check.html", context)


def _rows_with_pieces(visit: Visit) -> dict[str, object]:
    """One query for the names of listed pieces, if any are spoken of."""
    names = names_of(pieces_named_in(visit.brief))
    return {"comparison_rows": comparison_rows(visit, names), "brought_rows": brought_rows(visit, names)}


@require_safe
@for_everybody
def questions_json(request: HttpRequest) -> JsonResponse:
    return JsonResponse(questionnaire(settings.CURRENCY))


def _holder_of(key: str) -> str:
    """The screen that holds a question without one of its own."""
    if key in PAGE_BY_KEY:
        return PAGE_BY_KEY[key].slug
    if key in HELD_ELSEWHERE:
        return HELD_ELSEWHERE[key]
    raise Http404


def _want_answer(form: QuestionForm, page: Page, visit: Visit) -> None:
    """Continue without an answer is refused gently: whoever does not want to answer may skip."""
    if form.is_valid() and visit.brief.answers.keys().isdisjoint(page.keys):
        form.add_error(page.slug, _("Give an answer, or skip this question."))


def _next_screen(page: Page, visit: Visit) -> str:
    following = page_after(page)
    return visit.came_from or (following.slug if following else VERDICT)


def _context(page: Page, visit: Visit, form: QuestionForm) -> dict[str, object]:
    previous = page_before(page)
    leaving = _pairs_leaving(page, visit)
    return {
        "section": SECTION,
        "form": form,
        "fields": list(form),
        "page": page,
        "title": form[page.slug].label,
        "carried": _carried(page, visit),
        "back_url": address_of(visit.came_from or (previous.slug if previous else START), leaving, visit.before),
        "skip_url": address_of(_next_screen(page, visit), _pairs_skipping(page, visit), visit.before),
        "verdict_url": address_of(VERDICT, leaving) if visit.brief.answers else "",
        "may_stop": visit.brief.answers_that_weigh >= ENOUGH_ANSWERS,
        "ask_url": address_to_ask(visit) if OWN_KEYS & set(page.keys) else "",
        "today": visit.today,
    }


def _pairs_leaving(page: Page, visit: Visit) -> Pairs:
    """All answers but those refused on this screen, which would lead straight back to it."""
    return [pair for pair in visit.pairs if pair[0] not in page.keys or pair[0] in visit.brief.answers]


def _pairs_skipping(page: Page, visit: Visit) -> Pairs:
    others = {key: answer for key, answer in visit.brief.answers.items() if key not in page.keys}
    refused = [pair for pair in visit.pairs if pair[0] not in {*page.keys, *visit.brief.answers}]
    return [*without_stale(others).items(), *refused]


def _carried(page: Page, visit: Visit) -> Pairs:
    """What the form sends along: the other screens' answers, and that it was sent."""
    answers = [pair for pair in visit.pairs if pair[0] not in {*page.keys, "must"}]
    musts = [("must", key) for key in visit.brief.must if key not in page.keys]
    return [*answers, *musts, *visit.origin, (SENT, "on")]
