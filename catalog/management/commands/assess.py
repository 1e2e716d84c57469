from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import ngettext

from catalog.assessment import assess
from catalog.models import Piece


class Command(BaseCommand):
    help = "Renew the assessment of every piece; run it once a day, because certificates expire."

    def handle(self, *_args: Any, **_options: Any) -> None:
        count = assess(Piece.objects.all(), timezone.localdate())
        self.stdout.write(ngettext("%d piece assessed.", "%d pieces assessed.", count) % count)
