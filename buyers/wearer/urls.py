from django.urls import path

from buyers.wearer import views

app_name = "wearer"

# Any text is taken for a token, so that a link cut short or lengthened on its way is answered as kindly.
urlpatterns = [
    path("sizer/", views.sizer, name="sizer"),
    path("<str:token>/", views.answer, name="answer"),
]
