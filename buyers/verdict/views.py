from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from buyers.brief import LONGEST_QUERY
from buyers.results import trial_of, verdict_for
from buyers.saved.offer import offer_for
from buyers.verdict.contract import contract_of
from buyers.verdict.page import page_for
from buyers.verdict.trial import comparison_of
from buyers.verdict.what_if import what_if_for
from buyers.visits import VERDICT, address_of, read_visit, redirect_from, with_answers
from buyers.wearer.giver import address_to_ask, answered_address
from jewelcompare.http import HtmxHttpRequest, render_page
from jewelcompare.limits import limited


@require_safe
@with_answers
def verdict(request: HtmxHttpRequest) -> HttpResponse:
    visit = read_visit(request)
    if visit.was and visit.was.answers == visit.brief.answers and not visit.errors:
        return HttpResponseRedirect(address_of(VERDICT, visit.pairs))
    if redirect := redirect_from(visit, VERDICT):
        # Another screen takes the place of the page, not of the verdict within it.
        return HttpResponseClientRedirect(redirect.url) if request.htmx and visit.mend_at else redirect
    trial = trial_of(visit.brief, visit.was, visit.today) if visit.was else None
    result = trial.after if trial else verdict_for(visit.brief, visit.today)
    context = {
        "page": page_for(result),
        "is_swap": bool(request.htmx) and not request.htmx.history_restore_request,
        "comparison": comparison_of(trial) if trial else None,
        "wearer_url": answered_address(request, visit),
        "ask_url": address_to_ask(visit),
        "offer": offer_for(visit.brief),
        "what_if": what_if_for(result, (visit.was or visit.brief).answers),
    }
    return render_page(request, "buyers/verdict.html", context, partial="verdict")


@require_safe
@limited("verdict_json")
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
