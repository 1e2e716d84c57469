from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from buyers.brief import LONGEST_QUERY
from buyers.results import verdict_for
from buyers.verdict.contract import contract_of
from buyers.verdict.page import page_for
from buyers.visits import VERDICT, read_visit, redirect_from, with_answers
from buyers.wearer.giver import answered_address
from jewelcompare.http import HtmxHttpRequest, render_page


@require_safe
@with_answers
def verdict(request: HtmxHttpRequest) -> HttpResponse:
    visit = read_visit(request)
    if redirect := redirect_from(visit, VERDICT):
        return redirect
    page = page_for(verdict_for(visit.brief, visit.today))
    context = {"page": page, "visit": visit, "wearer_url": answered_address(request, visit)}
    return render_page(request, "buyers/verdict.html", context, partial="verdict")


@require_safe
def verdict_json(request: HttpRequest) -> JsonResponse:
    if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
        too_long = _("The query is longer than %(longest)s characters.") % {"longest": LONGEST_QUERY}
        return JsonResponse({"errors": {"query": [too_long]}}, status=400)
    visit = read_visit(request)
    if visit.errors:
        errors = {key: [_(message) for message in messages] for key, messages in visit.errors.items()}
        return JsonResponse({"errors": errors}, status=400)
    response = JsonResponse(contract_of(verdict_for(visit.brief, visit.today)))
    response.headers["X-Robots-Tag"] = "noindex"
    return response
