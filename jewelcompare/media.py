"""What MEDIA_STORAGE names: a folder, or a bucket of S3 or of what speaks like it. Nonsense is refused."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# What is shown, and what it is made from, which is never served.
PARTS = (("default", "public"), ("masters", "private"))


def storages_at(address: str) -> dict[str, dict[str, Any]]:
    """The two storages of photos, apart from each other in one place."""
    url = urlsplit(address)
    return _in_bucket(url) if url.scheme == "s3" else _in_folder(url)


def _in_folder(url: SplitResult) -> dict[str, dict[str, Any]]:
    folder = Path(unquote(url.path))
    if url.netloc or url.query or url.fragment or len(folder.parts) == 1:
        raise ImproperlyConfigured("MEDIA_STORAGE must name a folder by its whole path, such as file:///srv/media.")
    backend = "jewelcompare.storage.WholeFileStorage"
    return {name: {"BACKEND": backend, "OPTIONS": {"location": folder / part}} for name, part in PARTS}


def _in_bucket(url: SplitResult) -> dict[str, dict[str, Any]]:
    """The keys to it are in the variables that every program for S3 reads, never in the address."""
    told = dict(parse_qsl(url.query, keep_blank_values=True))
    endpoint, region = told.pop("endpoint", None), told.pop("region", None)
    is_address = endpoint is None or re.fullmatch(r"https?://[\w.:\[\]-]+/?", endpoint)
    is_bucket = re.fullmatch(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", url.netloc)
    if told or url.fragment or not is_address or not is_bucket:
        raise ImproperlyConfigured(
            "MEDIA_STORAGE must be like s3://bucket/prefix?endpoint=https://s3.example&region=eu."
        )
    bucket = {"bucket_name": url.netloc, "endpoint_url": endpoint, "region_name": region}
    places = {name: f"{url.path.strip('/')}/{part}".strip("/") for name, part in PARTS}
    backend = "jewelcompare.bucket.BucketStorage"
    return {name: {"BACKEND": backend, "OPTIONS": bucket | {"location": places[name]}} for name in places}
