"""The site's settings for tests: of the machine's environment only the database counts."""

import atexit
import os
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

for name in (
    "ALLOWED_HOSTS",
    "BEHIND_PROXY",
    "CACHE_DIRECTORY",
    "CACHE_URL",
    "CSRF_TRUSTED_ORIGINS",
    "CURRENCY",
    "EMAIL_URL",
    "HOME_COUNTRY",
    "MEDIA_STORAGE",
    "SECRET_KEY",
    "SITE_NAME",
    "TASK_WORKER",
):
    os.environ.pop(name, None)
os.environ["DEBUG"] = "1"

MEDIA = Path(mkdtemp())
atexit.register(rmtree, MEDIA)

from jewelcompare.settings import *  # noqa: E402, F403, TID251

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

STORAGES = {
    **STORAGES,  # noqa: F405
    **{
        name: {"BACKEND": "jewelcompare.storage.WholeFileStorage", "OPTIONS": {"location": MEDIA / folder}}
        for name, folder in (("default", "public"), ("masters", "private"))
    },
}
