from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import ngettext_lazy

from buyers.saved import keeping
from buyers.shortlist import sharing

FORGET = (
    (sharing.forget, ngettext_lazy("%d shared list forgotten.", "%d shared lists forgotten.")),
    (keeping.forget, ngettext_lazy("%d saved verdict forgotten.", "%d saved verdicts forgotten.")),
)


class Command(BaseCommand):
    help = "Delete shared shortlists and saved verdicts older than 400 days; run it once a day, with clearsessions."

    def handle(self, *_args: Any, **_options: Any) -> None:
        now = timezone.now()
        for forget, said in FORGET:
            self.stdout.write(said % forget(now))
