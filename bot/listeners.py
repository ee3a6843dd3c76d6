"""What the machinery tells of its work while it does it. It knows nobody who listens: `serve` puts them here."""

from datetime import timedelta
from typing import Protocol

from storage.records import Account, OutboxRow, RowState


class Listener(Protocol):
    """Somebody who is told, and may neither wait nor raise."""

    def settled(self, account: Account, row: OutboxRow, state: RowState, waited: timedelta) -> None:
        """A call was made for a row that was queued so long ago, and this became of it."""

    def answered(self, account: Account, waited: timedelta) -> None:
        """An event that came in so long ago has been worked on."""


LISTENERS: list[Listener] = []


def settled(account: Account, row: OutboxRow, state: RowState, waited: timedelta) -> None:
    """Tell everybody."""
    for each in LISTENERS:
        each.settled(account, row, state, waited)


def answered(account: Account, waited: timedelta) -> None:
    """Tell everybody."""
    for each in LISTENERS:
        each.answered(account, waited)
