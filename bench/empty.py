"""The site's addresses and an empty view beside them: what a request costs before anybody does anything for it."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from jewelcompare import urls

ADDRESS = "empty"

handler400, handler429, handler500 = urls.handler400, urls.handler429, urls.handler500


def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse(b"ok")


urlpatterns = [path(ADDRESS, empty), *urls.urlpatterns]
