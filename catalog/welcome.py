from typing import Any

from allauth.account.utils import perform_login
from django.contrib.auth.views import INTERNAL_RESET_SESSION_TOKEN, PasswordResetConfirmView
from django.http import HttpResponse
from django.urls import reverse

from catalog.invitations import PasswordForm, invitation_tokens


class Welcome(PasswordResetConfirmView):
    """The link of an invitation: it leads to choosing a password, and from there signed in to the workshop."""

    form_class: Any = PasswordForm
    token_generator = invitation_tokens
    template_name = "catalog/welcome.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """By the same way as any sign-in, so that nobody gets around a second step."""
        del self.request.session[INTERNAL_RESET_SESSION_TOKEN]
        response: HttpResponse = perform_login(self.request, form.save(), redirect_url=reverse("workshop:index"))
        return response
