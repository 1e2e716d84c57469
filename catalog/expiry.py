"""Evidence that has run out: from then on it counts as declared, and its maker is told once."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.choices import Grade, State
from catalog.models import Evidence, Maker


@transaction.atomic
def mark_expired(today: date) -> int:
    """Whatever ran out since it was last asked, however long ago that is; how many there are."""
    out = Evidence.objects.select_for_update(of=("self",)).select_related("piece__maker")
    rows = list(out.filter(expires__lt=today, expired_on=None, grade__gt=Grade.DECLARED, piece__state=State.PUBLISHED))
    Evidence.objects.filter(pk__in=[row.pk for row in rows]).update(expired_on=today)
    by_maker: dict[Maker, list[Evidence]] = defaultdict(list)
    for row in rows:
        by_maker[row.piece.maker].append(row)
    for maker, told in by_maker.items():
        transaction.on_commit(partial(_tell, maker, told), robust=True)
    return len(rows)


def _tell(maker: Maker, rows: Sequence[Evidence]) -> None:
    addresses = maker.mail_addresses()
    if not addresses:
        return
    lines = [
        f"{row.piece.name}: {capfirst(row.get_claim_display())}, {date_format(row.expires or date.max)}" for row in rows
    ]
    said = _(
        "These have run out and count as declared only from now on:\n\n%(lines)s\n\n"
        "Open the piece in your workshop, choose “Change it”, and tell of a newer paper."
    )
    subject = _("%(site)s: papers of %(maker)s have run out") % {"site": settings.SITE_NAME, "maker": maker.name}
    send_mail(subject, said % {"lines": "\n".join(lines)} + "\n", None, addresses)


def _line(row: Evidence) -> str:
    return f"{row.piece.name}: {capfirst(row.get_claim_display())}, {date_format(row.expires or date.max)}"
