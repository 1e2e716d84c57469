"""A form sent by somebody whose session had ended, kept in the new one until they are signed in again."""

import re
from time import time

from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict

KEY = "form_to_return"
# Of the catalog alone: the form of an account holds a password.
PAGE = re.compile(r"(?:/\w\w)?/(?:admin|workshop)/catalog/(?:\w+)/(?:add|[^/]+/change)/")
LONGEST_FORM = 32_768
KEPT_SECONDS = 3600


def keep(request: HttpRequest) -> None:
    """Without its files, and not what is longer than any form of ours."""
    form = request.POST.urlencode()
    if request.user.is_anonymous and PAGE.fullmatch(request.path) and len(form) <= LONGEST_FORM:
        request.session[KEY] = {"path": request.path, "form": form, "at": time()}


def take_back(request: HttpRequest) -> None:
    """Fill a request for a page with the form that was kept for it, if there is one."""
    kept = request.session.get(KEY)
    if not kept or kept["path"] != request.path:
        return
    del request.session[KEY]
    if time() - kept["at"] > KEPT_SECONDS:
        return
    request.method = "POST"
    request.POST = QueryDict(kept["form"])
    request._files = MultiValueDict()  # type: ignore[attr-defined]
    request.is_brought_back = True  # type: ignore[attr-defined]
