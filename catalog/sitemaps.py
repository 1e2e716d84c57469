from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from catalog.makers import shown_makers
from catalog.models import Maker, Piece
from catalog.techniques import TECHNIQUES

PAGES = (
    *("home", "buyers:start", "bring:pieces", "catalog:pieces", "catalog:makers"),
    *("guide", "catalog:techniques", "catalog:glossary", "names", "method", "about", "privacy", "catalog:data"),
)


class PageSitemap(Sitemap):  # type: ignore[type-arg]
    i18n = alternates = x_default = True

    def items(self) -> list[str]:
        return list(PAGES)

    def location(self, item: str) -> str:
        return reverse(item)


class PieceSitemap(Sitemap):  # type: ignore[type-arg]
    """By key, so that each of its files is a stretch of the table however many there are.

    Its pages name their other languages themselves: here Django would list the whole table for each file.
    """

    def items(self) -> QuerySet[Piece]:
        return Piece.objects.published().order_by("pk").only("slug")


class MakerSitemap(Sitemap):  # type: ignore[type-arg]
    def items(self) -> QuerySet[Maker]:
        return shown_makers()


class TechniqueSitemap(Sitemap):  # type: ignore[type-arg]
    i18n = alternates = x_default = True

    def items(self) -> list[str]:
        return list(TECHNIQUES)

    def location(self, item: str) -> str:
        return reverse("catalog:technique", args=[item])


# `sitemap.xml` names a file for each of them, and as many as it takes: one holds 50,000 addresses at most.
SITEMAPS = {"pages": PageSitemap, "pieces": PieceSitemap, "makers": MakerSitemap, "techniques": TechniqueSitemap}
