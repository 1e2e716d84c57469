from django.urls import path

from buyers.mine import views

app_name = "mine"

urlpatterns = [
    path("", views.mine, name="mine"),
    path("download/", views.download, name="download"),
    path("delete/", views.delete, name="delete"),
]
