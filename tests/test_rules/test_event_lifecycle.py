"""Every move of an invitation from every status."""

import pytest

from handlers.invitations.lifecycle import OUT, UNFINISHED, Move, after
from storage.records import InvitationStatus as S

# Rows are moves; columns are the statuses in this order; a dot means: may not.
COLUMNS = (S.DRAFT, S.SUBMITTED, S.APPROVED, S.SCHEDULED, S.SENT, S.CANCELLED, S.DISCARDED)
CELLS = """
edit        draft      draft      draft      draft      .          .  .
submit      submitted  .          .          .          .          .  .
return      .          draft      .          .          .          .  .
approve     .          approved   .          .          .          .  .
schedule    .          .          scheduled  scheduled  .          .  .
unschedule  .          .          .          approved   .          .  .
launch      .          .          sent       sent       .          .  .
propose     .          .          .          .          sent       .  .
cancel      .          .          .          .          cancelled  .  .
discard     discarded  discarded  discarded  discarded  .          .  .
"""
TABLE = {
    (Move(move), status): None if cell == "." else S(cell)
    for move, *cells in (row.split() for row in CELLS.strip().splitlines())
    for status, cell in zip(COLUMNS, cells, strict=True)
}


@pytest.mark.parametrize("move", Move)
def test_what_follows(move: Move) -> None:
    assert {status: after(status, move) for status in S} == {status: TABLE[move, status] for status in S}


def test_what_is_out_is_never_edited_and_what_is_cancelled_stays_so() -> None:
    assert not set(UNFINISHED) & set(OUT)
    assert all(after(status, move) is None for status in (S.CANCELLED, S.DISCARDED) for move in Move)
    assert [status for status in S if after(status, Move.APPROVE)] == [S.SUBMITTED]
