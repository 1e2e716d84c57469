"""Which of several values is marked as the best of its row. Plain arithmetic over ranks."""

from collections.abc import Sequence

Rank = float | None


def best_places(ranks: Sequence[Rank], *, is_lowest: bool) -> set[int]:
    """Every place that holds the best rank: none if all that is known is equal, never one that is not known."""
    known = [rank for rank in ranks if rank is not None]
    if len(set(known)) < 2:
        return set()
    best = min(known) if is_lowest else max(known)
    return {place for place, rank in enumerate(ranks) if rank == best}
