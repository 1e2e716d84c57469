from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import ngettext_lazy

from buyers.mine import holding
from buyers.saved import keeping
from buyers.shortlist import sharing
from buyers.wearer import links
from catalog import audit, invitations, reports, uploads

FORGET = (
    (sharing.forget, ngettext_lazy("%d shared list forgotten.", "%d shared lists forgotten.")),
    (keeping.forget, ngettext_lazy("%d saved verdict forgotten.", "%d saved verdicts forgotten.")),
    (links.forget, ngettext_lazy("%d wearer's link forgotten.", "%d wearers' links forgotten.")),
    (uploads.forget, ngettext_lazy("%d seller's file forgotten.", "%d sellers' files forgotten.")),
    (reports.forget, ngettext_lazy("%d report's text forgotten.", "%d reports' texts forgotten.")),
    (invitations.forget, ngettext_lazy("%d unused invitation forgotten.", "%d unused invitations forgotten.")),
    (audit.forget, ngettext_lazy("%d entry of the trails forgotten.", "%d entries of the trails forgotten.")),
    (holding.forget_sessions, ngettext_lazy("%d ended session forgotten.", "%d ended sessions forgotten.")),
)


class Command(BaseCommand):
    help = "Delete what was shared, saved, asked or brought long ago; run it once a day."

    def handle(self, *_args: Any, **_options: Any) -> None:
        now = timezone.now()
        for forget, said in FORGET:
            self.stdout.write(said % forget(now))
