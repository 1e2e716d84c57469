"""Why pieces were left out, one sentence a must, and what dropping that must alone would bring back."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buyers.verdict.reasons import MUSTS
from buyers.verdict.result import LeftOut, Result

# Whoever tells nothing of these fails for that very reason; it need not be said twice.
UNPROVEN = ("making", "skin")


def reasons_for(result: Result) -> Iterator[str]:
    for lost in result.left_out:
        yield " ".join(filter(None, (_main_sentence(lost), _unknown_sentence(lost), _alone_sentence(lost))))


def _main_sentence(lost: LeftOut) -> str:
    return ngettext("%(why)s: %(count)s piece.", "%(why)s: %(count)s pieces.", lost.count) % {
        "count": lost.count,
        "why": _(MUSTS[lost.must]),
    }


def _unknown_sentence(lost: LeftOut) -> str:
    if lost.unknown == 0 or lost.must in UNPROVEN:
        return ""
    return ngettext(
        "Of these %(count)s could not be confirmed.", "Of these %(count)s could not be confirmed.", lost.unknown
    ) % {"count": lost.unknown}


def _alone_sentence(lost: LeftOut) -> str:
    if not lost.alone or lost.must == "making":
        return ""
    return ngettext(
        "Without this limit one more would fit.", "Without this limit %(count)s more would fit.", lost.alone
    ) % {"count": lost.alone}
