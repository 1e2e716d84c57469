from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import ngettext

from catalog.assessment import assess
from catalog.expiry import mark_expired
from catalog.models import Piece


class Command(BaseCommand):
    help = "Renew the assessment of every piece and tell makers what has run out; run it once a day."

    def handle(self, *_args: Any, **_options: Any) -> None:
        count = assess(Piece.objects.all(), timezone.localdate())
        expired = mark_expired(timezone.localdate())
        self.stdout.write(ngettext("%d piece assessed.", "%d pieces assessed.", count) % count)
        said = ngettext("%d paper has run out since.", "%d papers have run out since.", expired)
        self.stdout.write(said % expired)
