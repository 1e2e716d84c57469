from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path, re_path

from buyers import pages
from buyers.guide import views as guide
from buyers.styles import styles
from catalog.photo_views import photo
from catalog.sitemaps import SITEMAPS
from catalog.sites import workshop
from catalog.welcome import Welcome
from jewelcompare import failures, health

handler400 = failures.refuse_bad_request
handler429 = failures.ask_for_patience
handler500 = failures.answer_failure

# English without a prefix, other languages under theirs: a page has an address in each, and none depends on a header.
PAGES = i18n_patterns(
    path("", pages.home, name="home"),
    path("decide/", include("buyers.urls")),
    path("", include("catalog.urls")),
    path("", include("buyers.shortlist.urls")),
    path("bring/", include("buyers.brought.urls")),
    path("v/", include("buyers.saved.urls")),
    path("for/", include("buyers.wearer.urls")),
    path("guide/", guide.guide, name="guide"),
    path("guide/names/", guide.names, name="names"),
    path("method/", pages.method, name="method"),
    path("about/", pages.about, name="about"),
    path("privacy/", pages.privacy, name="privacy"),
    path("styles/", styles, name="styles"),
    path("account/", include("catalog.accounts.urls")),
    path("admin/", admin.site.urls),
    path("workshop/welcome/<uidb64>/<token>/", Welcome.as_view(), name="welcome"),
    path("workshop/", workshop.urls),
    prefix_default_language=False,
)
urlpatterns = [
    *PAGES,
    path("api/", include("catalog.open_data.urls")),
    path("robots.txt", pages.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_part"}, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap_part"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    re_path(
        r"^media/photos/(?P<name>[0-9a-f]{32})/(?P<width>[1-9][0-9]{1,3})\.(?P<suffix>avif|jpg)$",
        photo,
        name="photo",
    ),
]
