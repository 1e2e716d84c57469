import signal
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.backup.archive import BackupError, why
from catalog.backup.making import make_backup


class Command(BaseCommand):
    help = "Write all that the site holds, database and photos, into one file, while it is in use."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="Where to, such as /var/backups/jewelcompare.tar.")

    def handle(self, *_args: Any, **options: Any) -> None:
        # Whoever ends it early finds nothing half written either.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended before it was done."))
        try:
            manifest = make_backup(options["file"])
        except (BackupError, OSError) as error:
            raise CommandError(f"There is no new backup. {why(error)}") from error
        if options["verbosity"]:
            rows = sum(manifest.counts.values())
            self.stdout.write(f"{options['file']}: {rows} rows, {len(manifest.members) - 1} files.")
