from django.urls import path, re_path

from buyers.brought import views

app_name = "bring"

urlpatterns = [
    path("", views.pieces, name="pieces"),
    re_path(r"^(?P<number>[1-4])/$", views.piece, name="piece"),
]
