from django.urls import path

from buyers.wearer import views

app_name = "wearer"

# Any text is taken for a token: a link that was cut short on its way is answered as kindly as one that ended.
urlpatterns = [
    path("sizer/", views.sizer, name="sizer"),
    path("", views.answer, {"token": ""}),
    path("<path:token>/", views.answer, name="answer"),
]
