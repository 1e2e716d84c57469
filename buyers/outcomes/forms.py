from django import forms
from django.utils.translation import gettext_lazy as _

from buyers.outcomes.choices import Took, WasRight


class OutcomeForm(forms.Form):
    """What was taken must be told; whether it was right may stay open."""

    took = forms.ChoiceField(
        label=_("What did you take?"),
        choices=[
            (Took.HANDCRAFTED, _("A handcrafted piece")),
            (Took.MASS_PRODUCED, _("A mass-produced piece")),
            (Took.NEITHER, _("Neither, so far")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what you took, or Neither."),
            "invalid_choice": _("Choose one of the three."),
        },
    )
    was_right = forms.ChoiceField(
        label=_("Was it right?"),
        help_text=_("You may leave this open."),
        choices=[
            (WasRight.YES, _("Yes")),
            (WasRight.NO, _("No")),
            (WasRight.TOO_EARLY_TO_SAY, _("Too early to say")),
        ],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Choose one of the three, or none.")},
    )
