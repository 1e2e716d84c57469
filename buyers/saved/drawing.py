"""The balance of a saved verdict, drawn from its whole numbers. The pans are empty: pictures are not kept."""

from buyers.saved.snapshot import Snapshot
from buyers.verdict.balance import Balance, balance_for
from buyers.verdict.wording import OUT_OF


def balance_in(snapshot: Snapshot) -> Balance | None:
    if snapshot.balance is None:
        return None
    return balance_for(snapshot.balance.points, snapshot.balance.twenty / OUT_OF)
