from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.importer import Plan, plan_for
from catalog.models import Maker, Upload
from catalog.sheets.table import MOST_BYTES
from catalog.uploads import STATES, counts_of, take_over_upload


class Command(BaseCommand):
    help = "Read a seller's file for one maker and tell what it would do; with --apply, take all of it over as drafts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="Our own CSV or JSON Lines, Etsy's, Shopify's, or JSON-LD.")
        parser.add_argument("--maker", required=True, help="The address of the maker, such as ilda-sarmeira.")
        parser.add_argument("--apply", action="store_true", help="Take it over; without this nothing is stored.")
        parser.add_argument(
            "--currency", default="", help=f"What prices are in where the file is silent: {settings.CURRENCY}."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        maker = Maker.objects.filter(slug=options["maker"]).first()
        if maker is None:
            raise CommandError(f"There is no maker “{options['maker']}”. Use the last part of its page's address.")
        upload = Upload(maker=maker, by_name="import_pieces", file_name=options["file"].name[-200:])
        upload.data, upload.choices = _read(options["file"]), {"currency": options["currency"]}
        plan = plan_for(upload)
        self._tell(plan)
        if not plan.is_clear:
            raise CommandError("Nothing is taken over. Mend the rows named above.")
        if options["apply"]:
            self.stdout.write("Taking it over ...")
            self.stdout.flush()
            upload.save()
            take_over_upload(upload.pk)
            self.stdout.write("Taken over.")

    def _tell(self, plan: Plan) -> None:
        for problem in [*plan.problems, *(one for line in plan.of("wrong") for one in line.problems)]:
            self.stderr.write(f"Row {problem.row}, {problem.column or 'the row'}: {problem.said}")
        if plan.asks_currency:
            self.stderr.write(f"The file does not say what its prices are in: add --currency {settings.CURRENCY}.")
        counts = counts_of(plan)
        self.stdout.write(", ".join(f"{counts[status]} {status.replace('_', ' ')}" for status in STATES))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
