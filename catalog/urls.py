from django.urls import path

from catalog import guide, views
from catalog.comparison import views as comparison_views
from catalog.open_data import views as open_data

app_name = "catalog"

urlpatterns = [
    path("pieces/", views.pieces, name="pieces"),
    path("pieces/<slug:slug>/", views.piece, name="piece"),
    path("pieces/<slug:slug>/wrong/", views.wrong, name="wrong"),
    path("pieces/<slug:slug>/wrong/thank-you/", views.wrong_thanks, name="wrong_thanks"),
    path("makers/", views.makers, name="makers"),
    path("makers/<slug:slug>/", views.maker, name="maker"),
    path("compare/", comparison_views.compare, name="compare"),
    path("data/", open_data.data, name="data"),
    path("data/<str:name>", open_data.data_file, name="data_file"),
    path("guide/glossary/", guide.glossary, name="glossary"),
    path("guide/techniques/", guide.techniques, name="techniques"),
    path("guide/techniques/<slug:slug>/", guide.technique, name="technique"),
]
