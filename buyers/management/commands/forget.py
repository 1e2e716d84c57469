from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import ngettext

from buyers.shortlist import sharing
from buyers.wearer import links

FORGETTING = (sharing.forget, links.forget)


class Command(BaseCommand):
    help = "Delete what shoppers' links led to once they have ended; run it once a day, with clearsessions."

    def handle(self, *_args: Any, **_options: Any) -> None:
        now = timezone.now()
        count = sum(forget(now) for forget in FORGETTING)
        self.stdout.write(ngettext("%d link forgotten.", "%d links forgotten.", count) % count)
