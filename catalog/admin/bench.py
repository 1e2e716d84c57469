"""The form of a piece as a bench card: what belongs together stands together, and what follows from it is told beside.

Nothing is stored by telling it: the facts are read from the form as it is typed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from catalog.admin.piece_views import PieceViews, Tool
from catalog.bench import Bench, bench_of, lay
from catalog.models import Evidence, Material, Option, Photo, Piece, Step
from catalog.models.piece import PARTS
from catalog.outlook import outlook_of
from catalog.sequences import SEQUENCES

Fields = tuple[str | tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Card:
    """Fields under a title, and the part of a piece that is told with them."""

    title: Any
    fields: Fields = ()
    part: type[Model] | None = None
    is_making: bool = False
    is_folded: bool = False


CARDS = (
    Card(title=_("Pictures"), part=Photo),
    Card(title=_("What it is"), fields=("name", "kind", "summary", "style", "era", "worn_by", "story", "page", "sku")),
    Card(
        title=_("How it is made"),
        fields=("edition", ("number_made", "can_supply"), "feature", "is_standard_design", "technique"),
        part=Step,
        is_making=True,
    ),
    Card(title=_("What it is made of"), part=Material),
    Card(
        title=_("Size and options"),
        fields=(
            "sizing",
            ("size_min", "size_max"),
            ("resize_min", "resize_max"),
            ("height_mm", "width_mm", "weight_g"),
            "evenness",
            "tolerance_mm",
            "has_raw_edges",
        ),
        part=Option,
        is_folded=True,
    ),
    Card(
        title=_("Price and time"),
        fields=("price", "in_stock", ("days_min", "days_max"), "preview", "returnable_days"),
    ),
    Card(
        title=_("While it is worn"),
        fields=("care", "repaired_by_maker", "spare_parts", "warranty_years"),
        is_folded=True,
    ),
    Card(title=_("Claims and evidence"), part=Evidence),
)


class BenchCard(PieceViews):
    first_card: Card | None = None

    def get_urls(self) -> list[URLPattern]:
        views = {"bench": self.bench_view, "shoppers": self.shoppers_view}
        return [*(self.view_of_piece(name, view) for name, view in views.items()), *super().get_urls()]

    def cards(self, request: HttpRequest, obj: Any = None) -> list[Card]:
        return [*([self.first_card] if self.first_card else []), *CARDS]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        cards = self.cards(request, obj)
        return [(card.title, {"fields": card.fields, "classes": ["collapse"] * card.is_folded}) for card in cards]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        formsets = {one.opts.model: one for one in context["inline_admin_formsets"]}
        cards = self.cards(request, kwargs.get("obj"))
        context["cards"] = [
            (fieldset, formsets.pop(card.part, None) if card.part else None, card.is_making)
            for fieldset, card in zip(context["adminform"], cards, strict=True)
        ]
        context["other_parts"] = list(formsets.values())
        return super().render_change_form(request, context, *args, **kwargs)

    @method_decorator(require_POST)
    def bench_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        piece = self.piece_or_404(request, object_id)
        if not self.has_change_permission(request, piece):
            raise PermissionDenied
        context = {"bench": self._typed_bench(request, piece), "bench_url": request.path}
        return render(request, "admin/catalog/_bench.html", context)

    @method_decorator([require_safe, never_cache])
    def shoppers_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        piece = self.piece_or_404(request, object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": _("For six typical shoppers"),
            "piece": piece,
            "outlook": outlook_of(piece, timezone.localdate()),
            "form_url": self.address_of("change", piece.pk),
        }
        return render(request, "admin/catalog/shoppers.html", context)

    def tools_for(self, request: HttpRequest, piece: Piece) -> list[Tool]:
        shoppers = Tool(words=_("For six typical shoppers"), url=self.address_of("shoppers", piece.pk))
        return [*super().tools_for(request, piece), shoppers]

    def context_of(self, request: HttpRequest, piece: Piece) -> dict[str, Any]:
        return super().context_of(request, piece) | {
            "bench": bench_of(piece, timezone.localdate()),
            "bench_url": self.address_of("bench", piece.pk) if self.has_change_permission(request, piece) else "",
            "sequences": SEQUENCES,
        }

    def response_change(self, request: HttpRequest, obj: Piece) -> HttpResponse:
        """A sequence is added after all else is saved, behind the steps that are there."""
        chosen = next((one for one in SEQUENCES if one.name == request.POST.get("_sequence")), None)
        if chosen is None:
            return super().response_change(request, obj)
        last = obj.steps.order_by("position").last()
        for position, (stage, method, control) in enumerate(chosen.steps, last.position + 1 if last else 1):
            obj.steps.create(position=position, stage=stage, method=method, control=control)
        return redirect(f"{request.path}#bench")

    def _typed_bench(self, request: HttpRequest, piece: Piece) -> Bench:
        """What is wrong in the form stands as it was; a row that is not whole yet is none."""
        form = self.get_form(request, piece, change=True)(request.POST, instance=piece)
        form.is_valid()
        formsets, _instances = self._create_formsets(request, form.instance, change=True)  # type: ignore[attr-defined]
        lay(form.instance, {one.prefix: [*_rows(one)] for one in formsets if one.prefix in PARTS})
        return bench_of(form.instance, timezone.localdate())


def _rows(formset: Any) -> Iterator[Any]:
    for form in formset.forms:
        is_told = form.is_valid() and (form.instance.pk or form.has_changed())
        if is_told and not form.cleaned_data.get("DELETE"):
            yield form.instance
