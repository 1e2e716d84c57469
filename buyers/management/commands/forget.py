from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import ngettext

from buyers.saved import keeping
from buyers.shortlist import sharing


class Command(BaseCommand):
    help = "Delete shared shortlists and saved verdicts older than 400 days; run it once a day, with clearsessions."

    def handle(self, *_args: Any, **_options: Any) -> None:
        now = timezone.now()
        lists, verdicts = sharing.forget(now), keeping.forget(now)
        self.stdout.write(ngettext("%d shared list forgotten.", "%d shared lists forgotten.", lists) % lists)
        self.stdout.write(ngettext("%d saved verdict forgotten.", "%d saved verdicts forgotten.", verdicts) % verdicts)
