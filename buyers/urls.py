from django.http import HttpRequest, HttpResponse
from django.urls import path

from buyers import views

app_name = "buyers"


def verdict(request: HttpRequest) -> HttpResponse:
    from buyers import verdict_views

    return verdict_views.verdict(request)


def verdict_json(request: HttpRequest) -> HttpResponse:
    from buyers import verdict_views

    return verdict_views.verdict_json(request)


urlpatterns = [
    path("", views.start, name="start"),
    path("questions.json", views.questions_json, name="questions_json"),
    path("check/", views.check, name="check"),
    path("verdict/", verdict, name="verdict"),
    path("verdict.json", verdict_json, name="verdict_json"),
    path("<slug:question>/", views.ask, name="question"),
]
