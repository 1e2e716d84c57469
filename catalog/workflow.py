"""How a piece goes from its maker's bench to the public: a table of moves, each checked, logged and told by e-mail."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from catalog.choices import State
from catalog.copies import take_over
from catalog.differences import fallen_silent
from catalog.models import Piece, StateChange

REVIEW = "catalog.review_piece"


@dataclass(frozen=True, kw_only=True)
class Move:
    """`words` is what its button says, `key` its access key, `promise` stands beside it; `said` is told after it."""

    name: str
    words: str
    said: str
    sources: frozenset[State]
    target: State
    promise: str = ""
    key: str = ""
    by_makers: bool = False
    needs_note: bool = False
    tells_makers: bool = False


MOVES = (
    Move(
        name="submit",
        words=gettext_noop("Send to the curators"),
        promise=gettext_noop(
            "By sending it you declare that what it tells is true, and that it may be shared as open data."
        ),
        said=gettext_noop("Sent. The curators look at it, and you hear from them."),
        sources=frozenset({State.DRAFT, State.CHANGES_REQUESTED}),
        target=State.SUBMITTED,
        by_makers=True,
    ),
    Move(
        name="withdraw",
        words=gettext_noop("Take back"),
        said=gettext_noop("Taken back: it is a draft again."),
        sources=frozenset({State.SUBMITTED}),
        target=State.DRAFT,
        by_makers=True,
    ),
    Move(
        name="publish",
        words=gettext_noop("Publish"),
        key="p",
        said=gettext_noop("Published: shoppers see it."),
        sources=frozenset({State.SUBMITTED}),
        target=State.PUBLISHED,
        tells_makers=True,
    ),
    Move(
        name="return",
        words=gettext_noop("Ask for changes"),
        key="c",
        said=gettext_noop("Returned to its maker with your note."),
        sources=frozenset({State.SUBMITTED}),
        target=State.CHANGES_REQUESTED,
        needs_note=True,
        tells_makers=True,
    ),
    Move(
        name="reopen",
        words=gettext_noop("Take off the site and reopen"),
        said=gettext_noop("Off the site: its maker may change it."),
        sources=frozenset({State.PUBLISHED, State.ARCHIVED}),
        target=State.DRAFT,
    ),
    Move(
        name="archive",
        words=gettext_noop("Archive"),
        said=gettext_noop("Archived: nobody is shown it any more, and its record stays."),
        sources=frozenset({State.DRAFT, State.SUBMITTED, State.CHANGES_REQUESTED, State.PUBLISHED}),
        target=State.ARCHIVED,
        by_makers=True,
    ),
)


def moves_for(piece: Piece, user: User) -> list[Move]:
    """Those open to this person now, in the order in which their buttons stand."""
    may_review, is_own = user.has_perm(REVIEW), works_for(user, piece)
    allowed = [move for move in MOVES if may_review or (is_own and move.by_makers)]
    return [move for move in allowed if piece.state in move.sources and _fits(piece, move)]


def works_for(user: User, piece: Piece) -> bool:
    return piece.maker.members.filter(pk=user.pk).exists()


@transaction.atomic
def carry_out(piece: Piece, name: str, user: User, *, note: str = "", about: str = "") -> Move:
    """Raises ValidationError with what to do first, of which nothing is stored."""
    piece = Piece.objects.select_for_update(of=("self",)).select_related("maker").get(pk=piece.pk)
    move = next((one for one in moves_for(piece, user) if one.name == name), None)
    if move is None:
        raise ValidationError(_("This cannot be done with the piece as it is now. Somebody may have been faster."))
    if problems := [*_lacks(piece, move, note)]:
        raise ValidationError(problems)
    change = _log(piece, move, user, note=note, about=about)
    if move.target == State.SUBMITTED and works_for(user, piece):
        piece.declared_on = timezone.localdate()
    if piece.revises_id and move.target == State.PUBLISHED:
        piece = take_over(piece)
    else:
        piece.state = move.target
        piece.save(update_fields=["state", "declared_on"])
    if move.tells_makers:
        transaction.on_commit(lambda: _tell(piece, change), robust=True)
    return move


def _fits(piece: Piece, move: Move) -> bool:
    """A change of a public piece is taken over or thrown away; it has no life of its own."""
    return not piece.revises_id or move.target != State.ARCHIVED


def _log(piece: Piece, move: Move, user: User, *, note: str, about: str) -> StateChange:
    change = StateChange(piece=piece, former=piece.state, state=move.target, by=user, by_name=user.get_username())
    change.note, change.about = note, about
    change.full_clean(exclude=["piece", "by"])
    change.save()
    return change


def _lacks(piece: Piece, move: Move, note: str) -> Iterator[str]:
    if move.needs_note and not note.strip():
        yield _("Say in the note what is to be changed.")
    if move.target == State.SUBMITTED:
        yield from _lacks_to_be_seen(piece)
    if piece.state == State.PUBLISHED and hasattr(piece, "revision"):
        yield _("A change of it is in work. Finish that or throw it away first.")


def _lacks_to_be_seen(piece: Piece) -> Iterator[str]:
    photos = piece.photos.all()
    if not piece.summary:
        yield _("Say in one sentence what it is first.")
    if not photos:
        yield _("Add a photo first: nobody buys what they cannot see.")
    elif any(not photo.alt for photo in photos):
        yield _("Say what each photo shows first, for people who cannot see it.")
    if piece.revises and (silent := fallen_silent(piece.revises, piece)):
        told = _("Shoppers know this already, so it can be corrected and not be taken back: %(facts)s.")
        yield told % {"facts": ", ".join(silent)}


def _tell(piece: Piece, change: StateChange) -> None:
    addresses = piece.maker.mail_addresses()
    if not addresses:
        return
    about = f"{change.get_about_display()}\n\n" if change.about else ""
    said = {
        State.PUBLISHED: _("“%(piece)s” is on the site now, as you last sent it."),
        State.CHANGES_REQUESTED: _("“%(piece)s” needs a change before it can go on the site:"),
    }[State(change.state)] % {"piece": piece.name}
    subject = _("%(site)s: %(piece)s") % {"site": settings.SITE_NAME, "piece": piece.name}
    send_mail(subject, f"{said}\n\n{about}{change.note}".strip() + "\n", None, addresses)
