"""A page in the words of schema.org: only what the page shows, and never a rating or a review."""

from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.choices import MakerKind
from catalog.composition import surface_name
from catalog.models import Maker, Piece

Absolute = Callable[[str], str]
Structure = dict[str, Any]

VOCABULARY = "https://schema.org"


def structures_of_piece(piece: Piece, absolute: Absolute) -> list[Structure]:
    """The piece, and the way to it from the top as its page shows it."""
    pieces, kind = reverse("catalog:pieces"), capfirst(piece.get_kind_display())
    trail = [(_("Pieces"), pieces), (kind, f"{pieces}?kind={piece.kind}"), (piece.name, piece.get_absolute_url())]
    return [product(piece, absolute), breadcrumb(trail, absolute)]


def structures_of_maker(maker: Maker, absolute: Absolute) -> list[Structure]:
    trail = [(_("Makers"), reverse("catalog:makers")), (maker.name, maker.get_absolute_url())]
    return [profile(maker, absolute), breadcrumb(trail, absolute)]


def product(piece: Piece, absolute: Absolute) -> Structure:
    """A piece read with its maker, assessment, cover and materials."""
    materials = list(dict.fromkeys(surface_name(part) for part in piece.materials.all()))
    way = capfirst(piece.assessment.get_way_display())
    return _with_context(
        {
            "@type": "Product",
            "name": piece.name,
            "description": piece.summary,
            "url": absolute(piece.get_absolute_url()),
            **({"image": absolute(piece.cover.largest)} if piece.cover else {}),
            "sku": piece.slug,
            "category": capfirst(piece.get_kind_display()),
            **({"material": materials} if materials else {}),
            **_source(piece.maker, absolute),
            "offers": _offer(piece, absolute),
            "additionalProperty": [{"@type": "PropertyValue", "name": _("Way of making"), "value": way}],
            **_invented(piece.maker),
        }
    )


def profile(maker: Maker, absolute: Absolute) -> Structure:
    """A maker's page: about a person where the maker is one, else about an organization."""
    told = {
        "@type": _type_of(maker),
        "name": maker.name,
        "description": maker.summary,
        **_address(maker),
        **({"sameAs": [maker.website]} if maker.website else {}),
        **({"foundingDate": str(maker.founded)} if maker.founded and not _is_person(maker) else {}),
        **_invented(maker),
    }
    return _with_context(
        {"@type": "ProfilePage", "url": absolute(maker.get_absolute_url()), "name": maker.name, "mainEntity": told}
    )


def breadcrumb(trail: Sequence[tuple[str, str]], absolute: Absolute) -> Structure:
    """From the top down to the page itself: names with paths."""
    places = [
        {"@type": "ListItem", "position": position, "name": name, "item": absolute(path)}
        for position, (name, path) in enumerate(trail, start=1)
    ]
    return _with_context({"@type": "BreadcrumbList", "itemListElement": places})


def _with_context(structure: Structure) -> Structure:
    return {"@context": VOCABULARY, **structure}


def _source(maker: Maker, absolute: Absolute) -> Structure:
    """A label that does not say who makes is a brand; every other maker has made the piece."""
    named = {"name": maker.name, "url": absolute(maker.get_absolute_url())}
    if maker.kind == MakerKind.LABEL:
        return {"brand": {"@type": "Brand", **named}}
    return {"manufacturer": {"@type": _type_of(maker), **named}}


def _offer(piece: Piece, absolute: Absolute) -> Structure:
    offer = {
        "@type": "Offer",
        "url": absolute(piece.get_absolute_url()),
        "price": f"{piece.price:.2f}",
        "priceCurrency": settings.CURRENCY,
    }
    if piece.in_stock:
        return offer | {"availability": f"{VOCABULARY}/InStock"}
    is_made_on_order = piece.days_max is not None
    return offer | ({"availability": f"{VOCABULARY}/MadeToOrder"} if is_made_on_order else {})


def _address(maker: Maker) -> Structure:
    told = {"addressLocality": maker.place, "addressCountry": maker.country}
    stated = {name: value for name, value in told.items() if value}
    return {"address": {"@type": "PostalAddress", **stated}} if stated else {}


def _is_person(maker: Maker) -> bool:
    return maker.kind == MakerKind.ARTISAN


def _type_of(maker: Maker) -> str:
    return "Person" if _is_person(maker) else "Organization"


def _invented(maker: Maker) -> Structure:
    return {"disambiguatingDescription": _("Invented for the demo.")} if maker.is_invented else {}
