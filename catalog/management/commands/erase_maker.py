from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from catalog.erasing import accounts_of, erase
from catalog.models import Maker


class Command(BaseCommand):
    help = "Delete all that is held of a maker who asks for it; publish_data then leaves it out of the open data."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the maker's address, as in /makers/<slug>/")
        parser.add_argument("--yes", action="store_true", help="really; without it the command only says what would go")

    def handle(self, *_args: Any, **options: Any) -> None:
        maker = Maker.objects.filter(slug=options["slug"]).first()
        if maker is None:
            raise CommandError(f"There is no maker with the address {options['slug']}.")
        names = ", ".join(accounts_of(maker).values_list("username", flat=True)) or "none"
        said = f"{maker.name}: {maker.pieces.count()} pieces; accounts: {names}."
        if not options["yes"]:
            self.stdout.write(f"{said} Nothing is deleted: add --yes.")
            return
        erase(maker)
        self.stdout.write(f"{said} All of it is deleted.")
