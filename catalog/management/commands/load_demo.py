from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext

from catalog.choices import Kind, Way
from catalog.demo.logins import Login, create_logins
from catalog.demo.pictures import hang_pictures
from catalog.demo.reading import FOLDER, DemoError, read_sheets
from catalog.demo.storing import store
from catalog.labels import label_for
from catalog.models import Piece
from catalog.open_data.snapshot import write_snapshot

FIRST_COLUMN, COLUMN = 24, 16


class Command(BaseCommand):
    help = "Load the invented makers and pieces, or load them again; with DEBUG, make the sign-ins that it prints."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--folder", type=Path, default=FOLDER, help="Where the data files are.")
        parser.add_argument("--no-pictures", action="store_false", dest="pictures", help="Leave the pictures out.")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            sheets = read_sheets(options["folder"])
            store(sheets, timezone.localdate())
            if options["pictures"]:
                hang_pictures(sheets, options["folder"] / "photos", self._print_progress)
        except DemoError as error:
            raise CommandError(str(error)) from error
        write_snapshot(timezone.localdate())
        slugs = [listing.piece.slug for sheet in sheets for listing in sheet.listings]
        logins = create_logins()
        if options["verbosity"]:
            self._print_counts(slugs, len(sheets))
            for login in logins:
                self._print_login(login)

    def _print_progress(self, done: int, of: int) -> None:
        """On the terminal alone, in one line; what is printed at the end may be kept."""
        if self.stderr.isatty():
            said = gettext("Pictures: %(done)s of %(all)s") % {"done": done, "all": of}
            self.stderr.write(said, self.style.SUCCESS, ending="\n" if done == of else "\r")

    def _print_login(self, login: Login) -> None:
        said = gettext("Sign in at %(address)s as %(name)s with %(password)s")
        self.stdout.write(said % vars(login))

    def _print_counts(self, slugs: list[str], makers: int) -> None:
        rows = Piece.objects.filter(slug__in=slugs).values_list("kind", "assessment__way")
        counts = Counter((Kind(kind), Way(way)) for kind, way in rows)
        self._print_row("", [gettext(label_for(way)) for way in Way])
        for kind in Kind:
            self._print_row(gettext(label_for(kind)), [counts[kind, way] for way in Way])
        totals = [sum(counts[kind, way] for kind in Kind) for way in Way]
        self._print_row(gettext("All"), totals)
        said = gettext("%(pieces)s pieces of %(makers)s makers, all invented.")
        self.stdout.write(said % {"pieces": len(slugs), "makers": makers})

    def _print_row(self, name: str, cells: list[Any]) -> None:
        self.stdout.write(f"{name:{FIRST_COLUMN}}" + "".join(f"{cell:>{COLUMN}}" for cell in cells))
