from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from catalog.makers import shown_makers
from catalog.models import Maker, Piece

PAGES = ("home", "buyers:start", "catalog:pieces", "catalog:makers", "guide", "method", "about", "privacy")


class PageSitemap(Sitemap):  # type: ignore[type-arg]
    def items(self) -> list[str]:
        return list(PAGES)

    def location(self, item: str) -> str:
        return reverse(item)


class PieceSitemap(Sitemap):  # type: ignore[type-arg]
    def items(self) -> QuerySet[Piece]:
        return Piece.objects.published().only("slug")


class MakerSitemap(Sitemap):  # type: ignore[type-arg]
    def items(self) -> QuerySet[Maker]:
        return shown_makers()


SITEMAPS = {"pages": PageSitemap, "pieces": PieceSitemap, "makers": MakerSitemap}
