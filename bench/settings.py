"""The site's settings as it is deployed behind a proxy, with one address that answers nothing but "ok"."""

import os
import secrets

os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(64))
os.environ |= {"DEBUG": "0", "BEHIND_PROXY": "1", "ALLOWED_HOSTS": "localhost,127.0.0.1"}

from jewelcompare.settings import *  # noqa: F403, TID251
from jewelcompare.settings import BASE_DIR, LOGGING  # noqa: TID251

ROOT_URLCONF = "bench.empty"
STATIC_ROOT = BASE_DIR / ".cache" / "bench" / "static"
# What is measured is not talked about.
LOGGING = LOGGING | {"root": {"handlers": ["console"], "level": "ERROR"}, "loggers": {}}
