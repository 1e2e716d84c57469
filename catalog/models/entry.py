"""What lists, filters and the search read of a piece, and the number by which every worker sees that it changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.piece import Piece


class Entry(models.Model):
    """Derived by `catalog.entries`, never typed in. Codes and words are parted by single spaces.

    The database searches `names` and `words` in its own way: FTS5 follows them on SQLite, an index of words on
    PostgreSQL (migration `0003_entry`).
    """

    piece = models.OneToOneField(Piece, models.CASCADE, primary_key=True, related_name="entry")
    metals = models.CharField(max_length=200, blank=True)
    stones = models.CharField(max_length=400, blank=True)
    seen = models.PositiveSmallIntegerField(default=0, help_text=_("How many of the nine levels rest on proof."))
    names = models.TextField(blank=True)
    words = models.TextField(blank=True)
    revision = models.PositiveBigIntegerField(db_index=True)

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        constraints = [models.CheckConstraint(condition=models.Q(seen__lte=9), name="entry_sees_nine_levels_at_most")]

    def __str__(self) -> str:
        return self.names


class PackedPiece(models.Model):
    """What a decision reads of a piece, laid out as `catalog.packing` says; written with its entry."""

    piece = models.OneToOneField(Piece, models.CASCADE, primary_key=True, related_name="packed")
    data = models.BinaryField()
    revision = models.PositiveBigIntegerField(db_index=True)

    class Meta:
        verbose_name = _("packed piece")
        verbose_name_plural = _("packed pieces")

    def __str__(self) -> str:
        return f"{self.piece_id}: {self.revision}"


class Word(models.Model):
    """A word that some entry holds or held: what a mistyped one may have meant."""

    text = models.CharField(max_length=40, primary_key=True)

    class Meta:
        verbose_name = _("word")
        verbose_name_plural = _("words")

    def __str__(self) -> str:
        return self.text


class Version(models.Model):
    """The one row that every writer of entries holds while it writes, so that revisions are committed in their order.

    A new epoch tells that entries are gone or that nothing said before holds.
    """

    epoch = models.CharField(max_length=32)
    revision = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="version_is_one_row")]

    def __str__(self) -> str:
        return f"{self.epoch}/{self.revision}"
