from datetime import timedelta
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buyers.models import SavedVerdict
from buyers.outcomes.counting import Asked, count, may_count
from buyers.outcomes.forms import OutcomeForm
from buyers.results import verdict_for
from buyers.saved import keeping
from buyers.saved.drawing import balance_in
from buyers.saved.keeping import KEPT_FOR, find, is_owner
from buyers.saved.since import since
from buyers.saved.snapshot import read
from buyers.visits import VERDICT, address_of, read_visit, redirect_from, with_answers
from jewelcompare.http import SeeOther, View, unlisted
from jewelcompare.origin import from_this_site


def for_owner(view: View) -> View:
    """Hands on the verdict whose code and key are in the address; without the right key it is not there."""

    @unlisted
    @wraps(view)
    def answer(request: HttpRequest, code: str, key: str) -> HttpResponse:
        saved = find(code, timezone.now())
        if saved is None or not is_owner(saved, key):
            return _gone(request)
        return view(request, saved)

    return answer


@require_POST
@from_this_site
@with_answers
def save(request: HttpRequest) -> HttpResponse:
    """What is saved is computed anew from the answers: nobody can save what we never said."""
    visit = read_visit(request)
    if redirect := redirect_from(visit, VERDICT):
        return redirect
    if not keeping.may_save(request, timezone.now()):
        context = {"back": address_of(VERDICT, visit.pairs)}
        return render(request, "buyers/saved_too_often.html", context, status=429)
    return SeeOther(keeping.save(verdict_for(visit.brief, visit.today)).get_owner_url())


@require_safe
@unlisted
def verdict(request: HttpRequest, code: str) -> HttpResponse:
    saved = find(code, timezone.now())
    return _gone(request) if saved is None else render(request, "buyers/saved.html", _shown(request, saved))


@require_safe
@for_owner
def own(request: HttpRequest, saved: SavedVerdict) -> HttpResponse:
    context = {
        **_shown(request, saved),
        "is_own": True,
        "ends": saved.created + KEPT_FOR,
        "delete_address": reverse("saved:delete", args=[saved.code, saved.key]),
        "outcome_address": reverse("saved:outcome", args=[saved.code, saved.key]),
        "form": OutcomeForm(initial=_answer_to(saved)),
        "has_answered": bool(_answer_to(saved)),
    }
    return render(request, "buyers/saved.html", context)


@require_POST
@from_this_site
@for_owner
def delete(request: HttpRequest, saved: SavedVerdict) -> HttpResponse:
    saved.delete()
    return SeeOther(reverse("saved:deleted"))


@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    return render(request, "buyers/saved_deleted.html")


@require_http_methods(["GET", "HEAD", "POST"])
@from_this_site
@for_owner
def outcome(request: HttpRequest, saved: SavedVerdict) -> HttpResponse:
    form = OutcomeForm(request.POST if request.method == "POST" else None, initial=_answer_to(saved))
    action = reverse("saved:outcome", args=[saved.code, saved.key])
    context = {"back": saved.get_owner_url(), "action": action, "is_saved": True}
    if not form.is_valid():
        return render(request, "buyers/outcome.html", {**context, "form": form})
    if not may_count(request):
        return render(request, "buyers/outcome_too_often.html", context, status=429)
    snapshot = read(saved.snapshot)
    asked = Asked(guessed=snapshot.guessed, told=snapshot.told, rules=saved.rules, saved=saved)
    count(asked, form.cleaned_data)
    return SeeOther(reverse("saved:thanks", args=[saved.code, saved.key]))


@require_safe
@for_owner
def thanks(request: HttpRequest, saved: SavedVerdict) -> HttpResponse:
    return render(request, "buyers/outcome_thanks.html", {"back": saved.get_owner_url()})


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "buyers/saved_gone.html", {"days": KEPT_FOR // timedelta(days=1)}, status=404)


def _shown(request: HttpRequest, saved: SavedVerdict) -> dict[str, object]:
    """What everybody sees. The key is not among it."""
    snapshot = read(saved.snapshot)
    return {
        "saved": snapshot,
        "day": saved.created,
        "rules": saved.rules,
        "balance": balance_in(snapshot),
        "since": since(snapshot, saved.rules),
        "address": request.build_absolute_uri(saved.get_absolute_url()),
        "shows_invented": any(piece.is_invented for piece in snapshot.pieces),
        "is_own": False,
    }


def _answer_to(saved: SavedVerdict) -> dict[str, str]:
    """What was answered before about this verdict; it can be answered anew."""
    before = getattr(saved, "outcome", None)
    return {} if before is None else {"took": before.took, "was_right": before.was_right}
