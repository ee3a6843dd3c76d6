"""Every move from every status."""

import pytest

from handlers.releases.lifecycle import LAUNCHED, UNFINISHED, Move, after
from storage.records import Status

# Rows are moves; columns are the statuses in this order; a dot means: may not.
COLUMNS = (
    Status.DRAFT, Status.SUBMITTED, Status.APPROVED, Status.SCHEDULED,
    Status.SENDING, Status.PAUSED, Status.SENT, Status.DISCARDED, Status.RECALLED,
)  # fmt: skip
CELLS = """
edit        draft      draft      draft      draft      .      .        .        .      .
submit      submitted  .          .          .          .      .        .        .      .
return      .          draft      .          .          .      .        .        .      .
approve     .          approved   .          .          .      .        .        .      .
schedule    .          .          scheduled  scheduled  .      .        .        .      .
unschedule  .          .          .          approved   .      .        .        .      .
launch      .          .          sending    sending    .      .        .        .      .
pause       .          .          .          .          paused .        .        .      .
resume      .          .          .          .          .      sending  .        .      .
close       .          .          .          .          sent   .        .        .      .
abandon     .          .          .          .          sent   sent     .        .      .
resend      .          .          .          .          .      .        sending  .      .
discard     discarded  discarded  discarded  discarded  .      .        .        .      .
recall      .          .          .          .          recalled recalled recalled .     .
"""
TABLE = {
    (Move(move), status): None if cell == "." else Status(cell)
    for move, *cells in (row.split() for row in CELLS.strip().splitlines())
    for status, cell in zip(COLUMNS, cells, strict=True)
}


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("status", Status)
def test_what_follows(status: Status, move: Move) -> None:
    assert after(status, move) == TABLE[move, status]


def test_nothing_leads_out_of_the_bin_and_nothing_sent_is_edited() -> None:
    assert all(after(each, move) is None for move in Move for each in (Status.DISCARDED, Status.RECALLED))
    assert not set(UNFINISHED) & set(LAUNCHED)


def test_only_what_was_submitted_can_ever_be_approved() -> None:
    assert [status for status in Status if after(status, Move.APPROVE)] == [Status.SUBMITTED]
    assert [move for move in Move if after(Status.SUBMITTED, move) == Status.APPROVED] == [Move.APPROVE]
