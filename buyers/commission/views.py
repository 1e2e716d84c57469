from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from buyers.commission.makers import fitting_makers
from buyers.commission.page import page_for
from buyers.visits import COMMISSION, read_visit, redirect_from, with_answers


@require_safe
@with_answers
def commission(request: HttpRequest) -> HttpResponse:
    visit = read_visit(request)
    if redirect := redirect_from(visit, COMMISSION):
        return redirect
    makers = fitting_makers(visit.brief)
    context = {
        "section": "decide",
        "page": page_for(visit),
        "makers": makers,
        "shows_invented": any(one.maker.is_invented for one in makers),
    }
    return render(request, "buyers/commission.html", context)
