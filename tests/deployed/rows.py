"""One row of everything that has an address, and every address of the public site, found by the resolver."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import int_to_base36, urlsafe_base64_encode

from buyers.brief import read_brief
from buyers.models import SavedVerdict, SharedShortlist, WearerLink
from buyers.results import verdict_for
from buyers.saved import keeping
from catalog.invitations import invitation_tokens
from catalog.models import Photo, Piece
from catalog.open_data.snapshot import read_manifest
from tests.factory import make_handmade, make_maker, make_mass_produced, make_photo

ANSWERS = {"budget": "300", "top": "uniqueness,craft,price", "type": "ring", "who": "friend"}
BEHIND_A_DOOR = {"admin", "workshop"}


@dataclass(frozen=True, kw_only=True)
class Rows:
    piece: Piece
    photo: Photo
    shared: SharedShortlist
    link: WearerLink
    saved: SavedVerdict
    invited: User


def make_rows() -> Rows:
    piece = make_handmade(slug="tide", name="Tide", maker=make_maker(slug="bench", name="Bench"))
    make_mass_produced(slug="curb", name="Curb")
    photo = make_photo(piece)
    call_command("publish_data", verbosity=0)
    brief, _errors = read_brief({key: [text] for key, text in ANSWERS.items()}, timezone.localdate(), currency="EUR")
    shared = SharedShortlist.objects.create()
    shared.entries.create(piece=piece, position=0)
    return Rows(
        piece=piece,
        photo=photo,
        shared=shared,
        link=WearerLink.objects.create(),
        saved=keeping.save(verdict_for(brief, timezone.localdate())),
        invited=User.objects.create_user("ines", "ines@example.com"),
    )


def arguments_of(rows: Rows) -> dict[str, list[Any]]:
    """What an address needs, by the start of its name."""
    key = invitation_tokens.make_token(rows.invited)
    return {
        "catalog:piece": ["tide"],
        "catalog:wrong": ["tide"],
        "catalog:maker": ["bench"],
        "catalog:technique": ["filigree"],
        "catalog:data_file": [read_manifest()["files"][0]["name"]],
        "api:piece": ["tide"],
        "api:maker": ["bench"],
        "buyers:shown_card": ["t.price.uniqueness"],
        "buyers:question": ["who"],
        "shortlist:shared": [rows.shared.token],
        "shortlist:revoke": [rows.shared.token],
        "saved:verdict": [rows.saved.code],
        "saved:": [rows.saved.code, rows.saved.key],
        "bring:piece": ["1"],
        "wearer:answer": [rows.link.token],
        "account_reset_password_from_key": [int_to_base36(rows.invited.pk), key],
        "welcome": [urlsafe_base64_encode(force_bytes(rows.invited.pk)), key],
        "sitemap_part": ["pieces"],
        "photo": [rows.photo.name, "640", "jpg"],
    }


def named_patterns(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in patterns:
        if isinstance(one, URLPattern):
            yield f"{space}{one.name}", one
        elif one.namespace not in BEHIND_A_DOOR:
            yield from named_patterns(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space)


def addresses_by_name(rows: Rows) -> dict[str, str]:
    """Whoever adds an address with arguments of its own has to add an example of them above."""
    arguments = arguments_of(rows)
    found = {}
    for name, pattern in named_patterns(get_resolver().url_patterns):
        if pattern.name is None:
            continue
        starts = [start for start in arguments if name.startswith(start)]
        takes = pattern.pattern.regex.groups > 0
        given = arguments[name if name in arguments else max(starts, key=len)] if takes else []
        found[name] = reverse(name, args=given)
    return found


def in_every_language(address: str) -> list[str]:
    return [address, *(f"/{code}{address}" for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)]
