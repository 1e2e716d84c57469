"""Every setting of the site. What differs between machines comes from the environment; nonsense there is refused."""

import re
from collections.abc import Container
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from jewelcompare.media import storages_at

BASE_DIR = Path(__file__).resolve().parent.parent

SQLITE = "django.db.backends.sqlite3"
SECRET_KEY_LENGTH = 50
DAY_IN_SECONDS = 86_400
YEAR_IN_SECONDS = 365 * DAY_IN_SECONDS

env = environ.Env()


def read_switch(name: str) -> bool:
    value = env.str(name, default="0").lower()
    if value not in {"1", "true", "yes", "on", "0", "false", "no", "off", ""}:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return value in {"1", "true", "yes", "on"}


def read_code(name: str, length: int, default: str) -> str:
    value = str(env.str(name, default=default))
    if not re.fullmatch(rf"[A-Z]{{{length}}}", value):
        raise ImproperlyConfigured(f"{name} must be {length} capital letters such as {default}, not {value!r}.")
    return value


def read_url(name: str, schemes: Container[str], default: str) -> str:
    value = str(env.str(name, default=default))
    scheme, divider, _rest = value.partition("://")
    if not divider or scheme not in schemes:
        raise ImproperlyConfigured(f"{name} must be an address such as {default}.")
    return value


def read_matching(name: str, pattern: str, example: str) -> list[str]:
    values: list[str] = env.list(name, default=[])
    if not all(re.fullmatch(pattern, value) for value in values):
        raise ImproperlyConfigured(f"{name} must be like {example}, several parted by commas.")
    return values


def read_secret_key() -> str:
    key = str(env.str("SECRET_KEY", default=""))
    if not key and DEBUG:
        return "a-key-for-this-computer-only-never-for-a-public-site"
    if len(key) < SECRET_KEY_LENGTH and not DEBUG:
        raise ImproperlyConfigured(
            f"Set SECRET_KEY to a random text of {SECRET_KEY_LENGTH} or more characters (or DEBUG=1 on your computer)."
        )
    return key


def read_database() -> dict[str, Any]:
    url = read_url("DATABASE_URL", {"sqlite", "postgres", "postgresql"}, f"sqlite:///{BASE_DIR / 'db.sqlite3'}")
    database: dict[str, Any] = env.db_url_config(url)
    if database["ENGINE"] == SQLITE:
        pragmas = (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000; PRAGMA cache_size=-20000;"
            "PRAGMA journal_size_limit=67108864; PRAGMA temp_store=MEMORY"
        )
        options = {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": pragmas}
        return database | {"CONN_MAX_AGE": None, "OPTIONS": options}
    options = {"connect_timeout": 3} | database.get("OPTIONS", {})
    return database | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "OPTIONS": options}


def read_cache() -> dict[str, Any]:
    """Limits are counted here, so all workers have to share it; several machines need one on a server."""
    cache: dict[str, Any] = env.cache_url_config(read_url("CACHE_URL", env.CACHE_SCHEMES, "locmemcache://"))
    if DEBUG or env.str("CACHE_URL", default=""):
        return cache
    # As systemd names it (`CacheDirectory=`), where the code may not be written to.
    folder = env.str("CACHE_DIRECTORY", default="") or BASE_DIR / ".cache" / "shared"
    return {"BACKEND": "jewelcompare.cache.SharedFiles", "LOCATION": str(folder)}


DEBUG = read_switch("DEBUG")
SECRET_KEY = read_secret_key()
ALLOWED_HOSTS = read_matching("ALLOWED_HOSTS", r"[^/\s]+", "example.com")
CSRF_TRUSTED_ORIGINS = read_matching("CSRF_TRUSTED_ORIGINS", r"https?://[^/\s]+", "https://example.com")
BEHIND_PROXY = read_switch("BEHIND_PROXY")
TASK_WORKER = read_switch("TASK_WORKER")

SITE_NAME: str = env.str("SITE_NAME", default="").strip() or "JewelCompare"
CURRENCY = read_code("CURRENCY", 3, "EUR")
HOME_COUNTRY = read_code("HOME_COUNTRY", 2, "PT")

# Sorts the list of pieces by a verdict's answers; the catalog itself knows no answers.
RANKING = "buyers.results.rank_by_answers"
SHOPPER = "buyers.seller.compared.ComparingShopper"
# Tells makers how a piece would do with typical shoppers.
TYPICAL_SHOPPERS = "buyers.typical.outlook_of"

INSTALLED_APPS = [
    "jewelcompare.apps.StaffAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "allauth.account",
    "allauth.mfa",
    "auditlog",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
    "catalog",
    "buyers",
]
# Outermost first: `tests/deployed/test_order.py` says what has to come before what.
MIDDLEWARE = [
    "jewelcompare.logs.name_requests",
    "jewelcompare.headers.add_headers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "jewelcompare.headers.PageCompression",
    "jewelcompare.headers.Unchanged",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "jewelcompare.headers.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "jewelcompare.urls"
WSGI_APPLICATION = "jewelcompare.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jewelcompare.http.site",
            ]
        },
    }
]

DATABASES = {"default": read_database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": read_cache()}
EMAIL_DEFAULT = "consolemail://" if DEBUG else "smtp://localhost:25"
vars().update(env.email_url_config(read_url("EMAIL_URL", env.EMAIL_SCHEMES, EMAIL_DEFAULT)))
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# Accounts are for staff and makers, and made by staff: nobody signs up.
AUTHENTICATION_BACKENDS = ["catalog.accounts.backend.ByNameOrAddress"]
LOGIN_URL = "account_login"
STAFF_NEED_SECOND_STEP = not DEBUG
ACCOUNT_ADAPTER = "catalog.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_ENABLED = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_REAUTHENTICATION_METHODS = ("password",)
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/h/ip,5/h/key",
    "reset_password_from_key": "20/m/ip",
    # Not of accounts, but counted the same way: by address, and what nobody's rows tell also by all together.
    "save_verdict": "20/h/ip",
    "wearer_link": "60/h/ip",
    "share_shortlist": "60/h/ip",
    "outcome": "20/h/ip,1000/h/key",
    "report": "20/h/ip",
    "bring": "120/h/ip",
    # Of programs.
    "verdict_json": "120/m/ip",
    "open_data": "300/m/ip",
}
MFA_ADAPTER = "catalog.accounts.adapter.SecondStepAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = SITE_NAME
MFA_TOTP_TOLERANCE = 1
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0

LANGUAGE_CODE = "en"
# Each by its own name, as whoever looks for it reads it.
LANGUAGES = [("en", "English"), ("fr", "Français")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "jewelcompare.bundles.BundleFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
BUNDLE_ROOT = BASE_DIR / ".cache" / "bundles"
MEDIA_URL = "media/"
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    **storages_at(read_url("MEDIA_STORAGE", {"file", "s3"}, (BASE_DIR / "media").as_uri())),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
        # Collected by whoever owns the code, read by whoever serves it; photos are the site's alone.
        "OPTIONS": {"file_permissions_mode": 0o644},
    },
}

# With a worker (`manage.py db_worker`) an upload waits for one size only; without one, for all.
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if TASK_WORKER
        else "django_tasks.backends.immediate.ImmediateBackend"
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_PERMISSIONS = 0o640

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^robots\.txt$"]
SECURE_HSTS_SECONDS = 0 if DEBUG else YEAR_IN_SECONDS
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEBUG
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_NAME = "sessionid" if DEBUG else "__Host-sessionid"
CSRF_COOKIE_NAME = "csrftoken" if DEBUG else "__Host-csrftoken"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# A shortlist is kept for a season after it was last changed; a sign-in ends sooner (`buyers.apps`).
SESSION_COOKIE_AGE = 90 * DAY_IN_SECONDS
SIGN_IN_AGE = ACCOUNT_SESSION_COOKIE_AGE = 14 * DAY_IN_SECONDS
ACCOUNT_SESSION_REMEMBER = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_query": {"()": "jewelcompare.logs.WithoutQuery"}},
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        "json": {"()": "jewelcompare.logs.AsJson"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line" if DEBUG else "json",
            "filters": ["without_query"],
        },
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
