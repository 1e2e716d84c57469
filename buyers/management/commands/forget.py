from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import ngettext

from buyers.shortlist.sharing import forget


class Command(BaseCommand):
    help = "Delete shared shortlists older than 400 days; run it once a day, with clearsessions."

    def handle(self, *_args: Any, **_options: Any) -> None:
        count = forget(timezone.now())
        self.stdout.write(ngettext("%d shared list forgotten.", "%d shared lists forgotten.", count) % count)
