from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from catalog.open_data.snapshot import write_snapshot


class Command(BaseCommand):
    help = "Write the published catalog as the open data of today; once a day is enough."

    def handle(self, *_args: Any, **options: Any) -> None:
        for file in write_snapshot(timezone.localdate())["files"]:
            if options["verbosity"]:
                self.stdout.write(f"{file['sha256']}  {file['name']}  {file['bytes']} bytes")
