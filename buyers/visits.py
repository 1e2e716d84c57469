"""What one request brings to the questionnaire, and the addresses that its answers lead to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from buyers.answers import filled
from buyers.brief import LONGEST_QUERY, Brief, Errors, read_brief
from buyers.questions import CHECK, PAGE_BY_KEY, PAGES, START

VERDICT, ASK_WEARER = "verdict", "wearer"
CAME_FROM = "from"
SENT = "go"

View = Callable[..., HttpResponse]
Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Visit:
    """The raw query, what could be read of it, where Continue returns to, and whether a form was sent."""

    query: Mapping[str, Sequence[str]]
    brief: Brief
    errors: Errors
    today: date
    came_from: str = ""
    is_sent: bool = False

    @property
    def pairs(self) -> Pairs:
        """Every answer in canonical form and, as they were typed, those that were refused."""
        refused = [(key, text) for key in self.query if self._is_refused(key) for text in filled(self.query[key])]
        return [*self.brief.answers.items(), *refused]

    @property
    def is_canonical(self) -> bool:
        given = [(key, text) for key, texts in self.query.items() for text in texts]
        return given == [*self.pairs, *origin_pairs(self.came_from)]

    @property
    def mend_at(self) -> str:
        """The screen on which the first refused answer can be mended; empty when all were taken."""
        pages = [page.slug for page in PAGES if not self.errors.keys().isdisjoint(page.keys)]
        elsewhere = START if "gut" in self.errors else CHECK
        return [*pages, elsewhere][0] if self.errors else ""

    def _is_refused(self, key: str) -> bool:
        return key in self.errors or (key not in PAGE_BY_KEY and "." in key and key.partition(".")[0] in self.errors)


def read_visit(request: HttpRequest) -> Visit:
    query = {key: [str(text) for text in texts] for key, texts in request.GET.lists()}
    today = timezone.localdate()
    brief, errors = read_brief(query, today, currency=settings.CURRENCY)
    came_from = request.GET.get(CAME_FROM, "")
    return Visit(
        query=query,
        brief=brief,
        errors=errors,
        today=today,
        came_from=came_from if came_from in {CHECK, VERDICT} else "",
        is_sent=SENT in query,
    )


def origin_pairs(came_from: str) -> Pairs:
    return [(CAME_FROM, came_from)] if came_from else []


def address_of(screen: str, pairs: Iterable[tuple[str, str]], came_from: str = "") -> str:
    """The address of a screen by its slug (or start, check, verdict, wearer) with these answers."""
    is_question = screen not in {START, CHECK, VERDICT, ASK_WEARER}
    path = reverse("buyers:question", args=[screen]) if is_question else reverse(f"buyers:{screen}")
    query = urlencode([*pairs, *origin_pairs(came_from)], safe=",")
    return f"{path}?{query}" if query else path


def redirect_from(visit: Visit, screen: str) -> HttpResponse | None:
    """To the first refused answer's own screen, or else to the canonical address; None where the visit may stay."""
    if visit.mend_at == screen:
        return None
    if visit.mend_at:
        return HttpResponseRedirect(address_of(visit.mend_at, visit.pairs, visit.came_from))
    if not visit.is_canonical:
        return HttpResponseRedirect(address_of(screen, visit.pairs, visit.came_from))
    return None


def with_answers(view: View) -> View:
    """Refuses a query that is too long; keeps pages with answers out of shared caches and search engines."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if len(query) > LONGEST_QUERY:
            response = render(request, "buyers/refused.html", status=400)
        else:
            response = view(request, *args, **kwargs)
        if query:
            response.headers["X-Robots-Tag"] = "noindex"
            response.headers["Cache-Control"] = "private"
        return response

    return answer
