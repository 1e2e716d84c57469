"""What people look at rather than a test: screenshots of every page, and Lighthouse's figures. Run as modules."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()
