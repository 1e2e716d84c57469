"""Files that are there whole or not at all, whatever breaks while they are written."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


class WholeFileStorage(FileSystemStorage):
    """Written beside its place, flushed to the disk, then moved there; a full disk leaves nothing behind."""

    def _save(self, name: str, content: File) -> str:  # type: ignore[type-arg]
        place = Path(self.path(name))
        place.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, prefix=".", suffix=".part", delete=False) as draft:
            try:
                draft.writelines(content.chunks())
                draft.flush()
                os.fsync(draft.fileno())
                Path(draft.name).chmod(self.file_permissions_mode or 0o640)
                Path(draft.name).replace(place)
            except BaseException:
                with suppress(FileNotFoundError):
                    Path(draft.name).unlink()
                raise
        return name
