"""Files in a bucket, of Amazon's S3 or of what speaks like it, for a site on more than one machine."""

from typing import Any

from botocore.config import Config
from storages.backends.s3 import S3Storage

# A request waits for a picture no longer than this, and asks once more.
SECONDS_TO_CONNECT, SECONDS_TO_READ = 3, 10
ATTEMPTS = {"total_max_attempts": 2, "mode": "standard"}


class BucketStorage(S3Storage):  # type: ignore[misc]
    """Nobody but the site reads it: no list of who may is sent, which is private, also where a bucket refuses lists."""

    def __init__(self, **options: Any) -> None:
        config = Config(
            s3={"addressing_style": "path" if options.get("endpoint_url") else "auto"},
            signature_version="s3v4",
            connect_timeout=SECONDS_TO_CONNECT,
            read_timeout=SECONDS_TO_READ,
            retries=ATTEMPTS,
        )
        super().__init__(client_config=config, default_acl=None, file_overwrite=True, **options)
