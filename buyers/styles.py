"""A living page of every component in every state, for whoever changes one: with DEBUG only, and in English."""

import re
from pathlib import Path

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from buyers.decision import Side
from buyers.verdict.balance import balance_for
from buyers.verdict.ledger import Entry, Fact
from buyers.verdict.pictures import slides_of
from catalog.listings import listed_pieces

SHOWN = 8
SPRITE = "icons/sprite.svg"
POINTS = {"Uniqueness": 12, "Craft": 7, "Story": 3, "Price": -8, "Delivery": -4, "Precision": -1}
FACT = Fact(side=Side.HANDCRAFTED, piece="A ring", sentence="Only one was made.", standing="seen")


class SampleForm(forms.Form):
    name = forms.CharField(help_text="As it stands on the listing.", widget=forms.TextInput({"autocomplete": "off"}))
    amount = forms.DecimalField(widget=forms.TextInput({"autocomplete": "off", "inputmode": "decimal"}))


@require_safe
def styles(request: HttpRequest) -> HttpResponse:
    if not settings.DEBUG:
        raise Http404
    sprite = (Path(settings.STATICFILES_DIRS[0]) / SPRITE).read_text(encoding="utf-8")
    names = re.findall(r'<symbol id="([\w-]+)"', sprite)
    context = {
        "ways": ["handcrafted", "mass_produced", "in_between", "not_disclosed"],
        "icons": [name for name in dict.fromkeys(names) if not name.startswith("mark-")],
        "form": SampleForm({"name": "A ring", "amount": "lots"}),
        "entries": [_entry(7, Side.HANDCRAFTED), _entry(3, Side.MASS_PRODUCED), _entry(0, None)],
        "balance": balance_for(POINTS, 0.85),
        "slides": slides_of([("Price", -5, 1), ("Craft", 0, 8)]),
        "pieces": listed_pieces()[:SHOWN],
    }
    return render(request, "pages/styles.html", context)


def _entry(points: int, side: Side | None) -> Entry:
    facts = (FACT,) if side else ()
    return Entry(text="A unique design", is_advantage=True, word="counts", points=points, side=side, facts=facts)
