from django.urls import path

from buyers.saved import views

app_name = "saved"

urlpatterns = [
    path("deleted/", views.deleted, name="deleted"),
    path("<slug:code>/", views.verdict, name="verdict"),
    path("<slug:code>/<slug:key>/", views.own, name="own"),
    path("<slug:code>/<slug:key>/delete/", views.delete, name="delete"),
    path("<slug:code>/<slug:key>/outcome/", views.outcome, name="outcome"),
    path("<slug:code>/<slug:key>/thanks/", views.thanks, name="thanks"),
]
