"""Signing in at `/account/`, by django-allauth: for staff and makers only, and nobody can make an account there."""
