"""The site's settings for tests: of the machine's environment only the database counts."""

import os

for name in (
    "ALLOWED_HOSTS",
    "BEHIND_PROXY",
    "CACHE_URL",
    "CSRF_TRUSTED_ORIGINS",
    "CURRENCY",
    "EMAIL_URL",
    "HOME_COUNTRY",
    "SECRET_KEY",
    "SITE_NAME",
):
    os.environ.pop(name, None)
os.environ["DEBUG"] = "1"

from jewelcompare.settings import *  # noqa: E402, F403, TID251

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
