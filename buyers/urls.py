from django.urls import path

from buyers import views
from buyers.verdict import views as verdict_views
from buyers.wearer.giver import ask_wearer

app_name = "buyers"

urlpatterns = [
    path("", views.start, name="start"),
    path("questions.json", views.questions_json, name="questions_json"),
    path("check/", views.check, name="check"),
    path("verdict/", verdict_views.verdict, name="verdict"),
    path("verdict.json", verdict_views.verdict_json, name="verdict_json"),
    path("wearer/", ask_wearer, name="wearer"),
    path("<slug:question>/", views.ask, name="question"),
]
