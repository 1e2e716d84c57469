from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.choices import State
from catalog.models import Photo, Piece
from catalog.photo_field import PhotoField
from catalog.photo_files import lay_down
from catalog.photo_order import move, next_position

# From here on others see the piece, so that those who see no picture must be told of it.
NEEDS_WORDS = frozenset({State.SUBMITTED, State.PUBLISHED})
MOST_PHOTOS = 10


class PhotoForm(forms.ModelForm):  # type: ignore[type-arg]
    file = PhotoField(label=_("Photo"), required=False, help_text=_("JPEG, PNG or WebP of at most 15 MB."))

    class Meta:
        model = Photo
        fields = ["alt", "caption", "is_rendering", "focus_x", "focus_y"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = self.instance.pk is None

    def save(self, commit: bool = True) -> Photo:
        if picture := self.cleaned_data.get("file"):
            lay_down(self.instance, picture)
        if not self.instance.position:
            self.instance.position = next_position(self.instance.piece)
        photo: Photo = super().save(commit)
        return photo


class PhotoFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    def clean(self) -> None:
        super().clean()
        if self.instance.state in NEEDS_WORDS and any(map(self._lacks_words, self.forms)):
            raise ValidationError(gettext("Say what each photo shows before the piece is submitted or published."))

    def _lacks_words(self, form: forms.ModelForm) -> bool:  # type: ignore[type-arg]
        told = form.cleaned_data if form.is_valid() else {"alt": True}
        is_meant = form.has_changed() or form.instance.pk is not None
        return is_meant and not told.get("alt") and not told.get("DELETE")


class PhotoInline(admin.StackedInline):  # type: ignore[type-arg]
    model = Photo
    form = PhotoForm
    formset = PhotoFormSet
    extra = 0
    max_num = MOST_PHOTOS
    ordering = ["position", "pk"]
    readonly_fields = ["picture"]
    fields = ["picture", "file", "alt", "caption", "is_rendering", ("focus_x", "focus_y")]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Nothing to choose a file with where nothing may be changed."""
        fields = super().get_fields(request, obj)
        return fields if self.has_change_permission(request, obj) else [name for name in fields if name != "file"]

    @admin.display(description=_("as lists show it"))
    def picture(self, photo: Photo) -> SafeString | str:
        """The photo as lists crop it, with the buttons that move it."""
        told = {"photo": photo, "may_move": photo.pk and self.may_move(photo)}
        return render_to_string("admin/catalog/_photo.html", told) if photo.pk else ""

    def may_move(self, photo: Photo) -> bool:
        """Whether the form that its buttons send is open."""
        return True

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("piece")


class PhotoMoving:
    """For the admin of pieces: a photo is moved after all else is saved, and the form comes back."""

    def response_change(self, request: HttpRequest, obj: Piece) -> HttpResponse:
        pk, _space, places = request.POST.get("_move_photo", "").partition(" ")
        photo = obj.photos.filter(pk=pk).first() if pk.isdecimal() else None
        if photo is None or places not in {"-1", "1"}:
            response: HttpResponse = super().response_change(request, obj)  # type: ignore[misc]
            return response
        move(photo, int(places))
        return redirect(f"{request.path}#photos-group")
