from typing import Any

from django.contrib.auth.views import PasswordResetConfirmView
from django.urls import reverse_lazy

from catalog.invitations import PasswordForm, invitation_tokens


class Welcome(PasswordResetConfirmView):
    """The link of an invitation: it leads to choosing a password, and from there signed in to the workshop."""

    form_class: Any = PasswordForm
    token_generator = invitation_tokens
    template_name = "catalog/welcome.html"
    post_reset_login = True
    success_url = reverse_lazy("workshop:index")
