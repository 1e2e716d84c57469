from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from buyers import questions
from buyers.outcomes.counting import Asked, count, may_count
from buyers.outcomes.forms import OutcomeForm
from buyers.results import verdict_for
from buyers.saved.offer import with_answers_of
from buyers.visits import VERDICT, address_of, read_visit, redirect_from, with_answers
from jewelcompare.http import SeeOther
from jewelcompare.origin import from_this_site


@require_http_methods(["GET", "HEAD", "POST"])
@from_this_site
@with_answers
def outcome(request: HttpRequest) -> HttpResponse:
    """What we said is computed anew from the answers: nobody can make us have said something else."""
    visit = read_visit(request)
    if redirect := redirect_from(visit, VERDICT):
        return redirect
    form = OutcomeForm(request.POST if request.method == "POST" else None)
    action = with_answers_of(visit.brief, "buyers:outcome")
    context = {"back": address_of(VERDICT, visit.pairs), "action": action, "is_saved": False}
    if not form.is_valid():
        return render(request, "buyers/outcome.html", {**context, "form": form})
    if not may_count(request):
        return render(request, "buyers/outcome_too_often.html", context, status=429)
    told, guessed = str(verdict_for(visit.brief, visit.today).outcome), visit.brief.answers.get("gut", "")
    count(Asked(guessed=guessed, told=told, rules=questions.RULES), form.cleaned_data)
    return SeeOther(with_answers_of(visit.brief, "buyers:outcome_thanks"))


@require_safe
@with_answers
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "buyers/outcome_thanks.html", {"back": address_of(VERDICT, read_visit(request).pairs)})
