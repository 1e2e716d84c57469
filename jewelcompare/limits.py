"""How often one network address may ask for what costs much. Counted in the cache, which all workers share."""

import logging
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from jewelcompare.http import View

logger = logging.getLogger(__name__)
RETRY_AFTER_SECONDS = "60"


def is_within(request: HttpRequest, action: str) -> bool:
    """Counts this request, or tells that it is one more than `ACCOUNT_RATE_LIMITS` allows of an action."""
    try:
        return bool(ratelimit.consume(request, app="allauth.account", action=action, limit_get=True))
    except OSError:
        # On a full disk nothing can be counted; whoever reads goes on reading.
        logger.exception("Requests cannot be counted.")
        return True


def limited(action: str) -> Callable[[View], View]:
    """For what programs read: too many requests are answered in JSON."""

    def limit(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if is_within(request, action):
                return view(request, *args, **kwargs)
            errors = {"query": [_("More has come from you than one person sends. Wait a few minutes, then try again.")]}
            headers = {"Retry-After": RETRY_AFTER_SECONDS, "Cache-Control": "no-store"}
            return JsonResponse({"errors": errors}, status=HTTPStatus.TOO_MANY_REQUESTS, headers=headers)

        return answer

    return limit
