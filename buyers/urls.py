from django.urls import path, re_path

from buyers import views
from buyers.cards import views as card_views
from buyers.commission.views import commission
from buyers.outcomes import views as outcomes
from buyers.saved import views as saved
from buyers.verdict import views as verdict_views
from buyers.wearer.giver import ask_wearer

app_name = "buyers"

urlpatterns = [
    path("", views.start, name="start"),
    path("questions.json", views.questions_json, name="questions_json"),
    path("check/", views.check, name="check"),
    path("verdict/", verdict_views.verdict, name="verdict"),
    path("verdict/save/", saved.save, name="save_verdict"),
    path("verdict/outcome/", outcomes.outcome, name="outcome"),
    path("verdict/thanks/", outcomes.thanks, name="outcome_thanks"),
    path("verdict.json", verdict_views.verdict_json, name="verdict_json"),
    path("card/", card_views.next_card, name="card"),
    re_path(r"^(?P<key>[td](?:\.[-\w]+){2})/$", card_views.shown_card, name="shown_card"),
    path("wearer/", ask_wearer, name="wearer"),
    path("commission/", commission, name="commission"),
    path("<slug:question>/", views.ask, name="question"),
]
