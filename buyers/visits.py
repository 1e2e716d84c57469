"""What one request brings to the questionnaire, and the addresses that its answers lead to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
from urllib.parse import parse_qs, urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from buyers.answers import filled
from buyers.brief import LONGEST_QUERY, Brief, Errors, canonical_query, read_brief
from buyers.questions import CHECK, PAGE_BY_KEY, PAGES, START
from jewelcompare.http import View

VERDICT, ASK_WEARER = "verdict", "wearer"
CARD = "card"
BRING = "bring"
COMMISSION = "commission"
CAME_FROM = "from"
WAS = "was"
SENT = "go"

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Visit:
    """The raw query, what could be read of it, where Continue returns to, and whether a form was sent.

    `was` holds the answers before a change that is tried out, so that the verdict shows both.
    """

    query: Mapping[str, Sequence[str]]
    brief: Brief
    errors: Errors
    today: date
    came_from: str = ""
    was: Brief | None = None
    is_sent: bool = False

    @property
    def origin(self) -> Pairs:
        """What rides along beside the answers: where Continue returns to, and the answers before."""
        return [*([(CAME_FROM, self.came_from)] if self.came_from else []), *self.before]

    @property
    def before(self) -> Pairs:
        """The answers before a change that is tried out, as they ride on from screen to screen."""
        return [] if self.was is None else [(WAS, canonical_query(self.was.answers))]

    @property
    def pairs(self) -> Pairs:
        """Every answer in canonical form and, as they were typed, those that were refused."""
        refused = [(key, text) for key in self.query if self._is_refused(key) for text in filled(self.query[key])]
        return [*self.brief.answers.items(), *refused]

    @property
    def is_canonical(self) -> bool:
        given = [(key, text) for key, texts in self.query.items() for text in texts]
        return given == [*self.pairs, *self.origin]

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
        came_from=came_from if came_from in {CHECK, VERDICT, COMMISSION} else "",
        was=_brief_before(request.GET.get(WAS), today),
        is_sent=SENT in query,
    )


def _brief_before(query: str | None, today: date) -> Brief | None:
    """The answers before a change, as far as they can be read; None where no change is tried out."""
    return None if query is None else read_brief(parse_qs(query), today, currency=settings.CURRENCY)[0]


def address_of(screen: str, pairs: Iterable[tuple[str, str]], origin: Pairs = ()) -> str:
    """The address with these answers of a screen by its slug, a card's key, or what it is called above."""
    query = urlencode([*pairs, *origin], safe=",")
    return f"{_path_of(screen)}?{query}" if query else _path_of(screen)


def _path_of(screen: str) -> str:
    if screen == BRING:
        return reverse("bring:pieces")
    if screen in {START, CHECK, VERDICT, CARD, ASK_WEARER, COMMISSION}:
        return reverse(f"buyers:{screen}")
    return reverse("buyers:shown_card" if "." in screen else "buyers:question", args=[screen])


def redirect_from(visit: Visit, screen: str) -> HttpResponseRedirect | None:
    """To the first refused answer's own screen, or else to the canonical address; None where the visit may stay."""
    if visit.mend_at == screen:
        return None
    if visit.mend_at:
        # What is refused while something is tried out is mended on its own screen, which leads back to both verdicts.
        tried = visit.was is not None and not visit.came_from
        origin = [*([(CAME_FROM, VERDICT)] if tried else []), *visit.origin]
        return HttpResponseRedirect(address_of(visit.mend_at, visit.pairs, origin))
    if not visit.is_canonical:
        return HttpResponseRedirect(address_of(screen, visit.pairs, visit.origin))
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
