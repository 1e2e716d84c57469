from django.contrib import admin
from django.urls import path

from jewelcompare import http

handler400 = http.refuse_bad_request
handler500 = http.answer_failure

urlpatterns = [
    path("healthz", http.healthz, name="healthz"),
    path("admin/", admin.site.urls),
]
