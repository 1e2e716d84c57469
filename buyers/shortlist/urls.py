from django.urls import path

from buyers.shortlist import views

app_name = "shortlist"

urlpatterns = [
    path("shortlist/", views.shortlist, name="list"),
    path("shortlist/keep/", views.keep, name="keep"),
    path("shortlist/drop/", views.drop, name="drop"),
    path("shortlist/share/", views.share, name="share"),
    path("shortlist/<slug:token>/", views.shared, name="shared"),
    path("shortlist/<slug:token>/revoke/", views.revoke, name="revoke"),
    path("compare/add/", views.lay_in_tray, name="compare_add"),
    path("compare/drop/", views.take_from_tray, name="compare_drop"),
]
