import signal
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.backup.archive import BackupError, why
from catalog.backup.making import restore_backup


class Command(BaseCommand):
    help = "Put back what `backup` wrote, after checking all of it. Stop the site first."
    # What it restores may be what is broken.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="A file that `manage.py backup` wrote.")
        parser.add_argument("--replace", action="store_true", help="Lose the pieces and accounts that are there.")

    def handle(self, *_args: Any, **options: Any) -> None:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended before it was done."))
        try:
            manifest = restore_backup(options["file"], replace=options["replace"])
        except (BackupError, OSError) as error:
            raise CommandError(f"{options['file']} is not restored. {why(error)}") from error
        if options["verbosity"]:
            rows = sum(manifest.counts.values())
            self.stdout.write(f"As of {manifest.made_at}: {rows} rows, {len(manifest.members) - 1} files.")
            self.stdout.write("If this version is newer than the backup, run manage.py migrate and assess now.")
