from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from buyers.brought.forms import ToldForm
from buyers.brought.listing import (
    NOTHING,
    OTHER_CURRENCY,
    READ,
    TEXT,
    WORDS,
    Pasted,
    address_of_read,
    pasted_in,
    words_in,
)
from buyers.brought.overview import overview_for
from buyers.brought.page import free_number
from buyers.brought.pieces import slug_of
from buyers.brought.written import written
from buyers.visits import BRING, SENT, Visit, address_of, read_visit, redirect_from, with_answers
from catalog.told import Told
from jewelcompare.failures import ask_for_patience
from jewelcompare.http import SeeOther
from jewelcompare.limits import is_within

SECTION = "decide"


# Whoever sends a text changes nothing: it is read and dropped.
@csrf_exempt
@sensitive_post_parameters(TEXT)
@require_http_methods(["GET", "HEAD", "POST"])
@with_answers
def pieces(request: HttpRequest) -> HttpResponse:
    visit = read_visit(request)
    if request.method != "POST":
        return redirect_from(visit, BRING) or _overview(request, visit, Pasted(text=""))
    if not is_within(request, "bring"):
        return ask_for_patience(request)
    pasted, number = pasted_in(request), free_number(visit.brief.answers)
    if pasted.refusal or not number:
        return _overview(request, visit, pasted)
    return SeeOther(address_of_read(pasted.text, number, reverse("bring:piece", args=[number]), visit.brief))


@require_safe
@with_answers
def piece(request: HttpRequest, number: str) -> HttpResponse:
    visit, key = read_visit(request), slug_of(number)
    if visit.mend_at:
        return HttpResponseRedirect(address_of(visit.mend_at, visit.pairs))
    told, answers = dict(visit.brief.own).get(number, Told()), visit.brief.answers
    form = ToldForm(request.GET if visit.is_sent else None, told, words_in(request.GET))
    if form.is_valid():
        return HttpResponseRedirect(address_of(BRING, sorted({**answers, key: written(form.told_now())}.items())))
    context = {
        "form": form,
        "is_told": told != Told(),
        "carried_words": request.GET.get(WORDS, ""),
        "read_nothing": request.GET.get(READ) == NOTHING,
        "other_currency": request.GET.get(OTHER_CURRENCY, "")[:3],
        "action": reverse("bring:piece", args=[number]),
        "carried": [*answers.items(), (SENT, "on")],
        "back_url": address_of(BRING, answers.items()),
    }
    return render(request, "buyers/bring_piece.html", {"section": SECTION, **context})


def _overview(request: HttpRequest, visit: Visit, pasted: Pasted) -> HttpResponse:
    context = {
        "section": SECTION,
        "pasted": pasted,
        "action": address_of(BRING, visit.brief.answers.items()),
        **overview_for(visit),
    }
    return render(request, "buyers/bring.html", context, status=413 if pasted.is_too_long else 200)
