"""The page of whoever asks a wearer: make a link, see what was said, use it or not."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from buyers.models import WearerLink
from buyers.questions import CHECK, GROUP, SELF
from buyers.visits import ASK_WEARER, VERDICT, Visit, address_of, read_visit, redirect_from, with_answers
from buyers.wearer import links
from buyers.wearer.said import Hearing, hearing_of
from jewelcompare.http import SeeOther
from jewelcompare.origin import from_this_site

REVOKE = "revoke"


@dataclass(frozen=True, kw_only=True)
class GivenLink:
    """A link as its maker sees it; `hearing` is None until it is answered."""

    link: WearerLink
    address: str
    message: str
    hearing: Hearing | None


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
@from_this_site
@with_answers
def ask_wearer(request: HttpRequest) -> HttpResponse:
    visit = read_visit(request)
    if request.method == "POST":
        return _change(request, visit)
    given = [_given(request, link, visit) for link in links.links_of(request.session, timezone.now())]
    context = {
        "section": "decide",
        "here": address_of(ASK_WEARER, visit.pairs),
        "given": given,
        "back_url": address_of(CHECK, visit.pairs),
        "verdict_url": address_of(VERDICT, visit.pairs),
    }
    return redirect_from(visit, ASK_WEARER) or render(request, "buyers/wearer.html", context)


def answered_address(request: HttpRequest, visit: Visit) -> str:
    """Where to see what a wearer said; empty while none of this session's links is answered."""
    is_answered = links.is_answered(request.session, timezone.now())
    return address_of(ASK_WEARER, visit.pairs) if is_answered else ""


def address_to_ask(visit: Visit) -> str:
    """Where a wearer can be asked; empty for whoever wears it themselves, and for a group, which has no one size."""
    return "" if visit.brief.who in {SELF, GROUP} else address_of(ASK_WEARER, visit.pairs)


def _change(request: HttpRequest, visit: Visit) -> HttpResponse:
    here = address_of(ASK_WEARER, visit.pairs)
    if REVOKE in request.POST:
        links.revoke(request.session, request.POST[REVOKE])
    elif links.may_make(request, timezone.now()):
        links.make(request.session)
    else:
        context = {"back_url": here, "back": _("Back to your links")}
        return render(request, "buyers/shared_too_often.html", context, status=429)
    return SeeOther(here)


def _given(request: HttpRequest, link: WearerLink, visit: Visit) -> GivenLink:
    address = request.build_absolute_uri(reverse("wearer:answer", args=[link.token]))
    said = links.answers_of(link)
    return GivenLink(
        link=link,
        address=address,
        message=_("Would you answer a few questions about what you like to wear? Skip what you like: %(address)s")
        % {"address": address},
        hearing=hearing_of(said, visit) if said else None,
    )
