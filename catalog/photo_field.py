"""The one way in for a maker's photo: every form that takes one has this field."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.photos import PhotoRefusedError, Picture, Refusal, read_photo, sentence_for
from catalog.photos.refusals import LARGEST_FILE

ACCEPTED = "image/jpeg,image/png,image/webp"


class PhotoField(forms.FileField):
    """Cleans to a `Picture`: the file is checked and made anew before anything of it is kept."""

    # With these types an iPhone sends its HEIC photos as JPEG.
    widget = forms.FileInput(attrs={"accept": ACCEPTED})
    default_error_messages = {
        "empty": _("This file is empty. Choose the photo again."),
        "required": _("Choose a photo."),
    }

    def clean(self, data: Any, initial: Any = None) -> Picture | None:
        file = super().clean(data, initial)
        if not isinstance(file, UploadedFile):
            return None
        try:
            return _read(file)
        except PhotoRefusedError as error:
            raise ValidationError(gettext(sentence_for(error.refusal)), code=error.refusal) from error


def _read(file: UploadedFile) -> Picture:  # type: ignore[type-arg]
    if (file.size or 0) > LARGEST_FILE:
        raise PhotoRefusedError(Refusal.TOO_LARGE)
    return read_photo(file.read())
