from django.urls import path

from catalog.open_data import views

app_name = "api"

urlpatterns = [
    path("pieces/", views.pieces, name="pieces"),
    path("pieces/<slug:slug>/", views.piece, name="piece"),
    path("makers/", views.makers, name="makers"),
    path("makers/<slug:slug>/", views.maker, name="maker"),
]
