from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext

from catalog.models import Photo
from catalog.photo_files import complete, is_being_uploaded, is_whole, remove_files, stored_names


class Command(BaseCommand):
    help = "Put the files of photos in order: remove those that no photo has, and make missing sizes again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Only say what would be done.")

    def handle(self, *_args: Any, **options: Any) -> None:
        photos = list(Photo.objects.all())
        orphans = [name for name in self._unknown(photos) if not is_being_uploaded(name, timezone.now())]
        broken = [photo for photo in photos if not photo.has_all_sizes or not is_whole(photo)]
        if not options["dry_run"]:
            for name in orphans:
                remove_files(name)
            broken = [photo for photo in broken if not self._mend(photo)]
        said = gettext("%(orphans)s photos without a piece removed, %(broken)s photos still without all their sizes.")
        if options["dry_run"]:
            said = gettext("%(orphans)s photos without a piece, %(broken)s photos without all their sizes.")
        self.stdout.write(said % {"orphans": len(orphans), "broken": len(broken)})

    def _unknown(self, photos: list[Photo]) -> set[str]:
        return stored_names() - {photo.name for photo in photos}

    def _mend(self, photo: Photo) -> bool:
        try:
            complete(photo)
        except FileNotFoundError:
            lost = gettext("The master of photo %(pk)s of piece %(piece)s is lost: upload it again.")
            self.stderr.write(lost % {"pk": photo.pk, "piece": photo.piece_id})
            return False
        return True
