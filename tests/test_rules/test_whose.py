"""Whose a link is: every kind of link against every answer of the register, for senders of none, one and two outlets."""

from itertools import product

import pytest

from handlers.links.canonical import Kind
from handlers.links.doubt import Doubt, judged
from handlers.match import Kind as Found
from handlers.match import Match
from messages.link_ledger import DOUBTS
from messages.links import DOUBTED

MINE, ALSO_MINE, THEIRS = 1, 2, 3
FOUND = {
    "mine": Match(Found.OURS, MINE),
    "also mine": Match(Found.OURS, ALSO_MINE),
    "theirs": Match(Found.OURS, THEIRS),
    "nobody's": Match(Found.ASK),
    "like mine": Match(Found.LOOKALIKE, MINE),
}
SENDERS = {"none": (), "one": (MINE,), "two": (MINE, ALSO_MINE)}

# Rows are what the link is and what the register says; columns are the outlets of the sender. A cell is outlet and doubt.
CELLS = """
article  mine       1:other   1:         1:
article  also mine  2:other   2:other    2:
article  theirs     3:other   3:other    3:other
article  nobody's   -:unknown -:unknown  -:unknown
article  like mine  -:lookalike -:lookalike -:lookalike
social   mine       1:other   1:         1:
social   also mine  2:other   2:other    2:
social   theirs     3:other   3:other    3:other
social   nobody's   -:        1:         1:
social   like mine  -:        1:         1:
resolve  mine       1:other   1:         1:
resolve  also mine  2:other   2:other    2:
resolve  theirs     3:other   3:other    3:other
resolve  nobody's   -:short   -:short    -:short
resolve  like mine  -:short   -:short    -:short
"""


def _read(row: str) -> tuple[tuple[str, str], list[str]]:
    words = row.split()
    kind, found, cells = words[0], " ".join(words[1:-3]), words[-3:]
    return (kind, found), cells


TABLE = {
    (Kind(kind), found, sender): cell
    for (kind, found), cells in map(_read, CELLS.strip().splitlines())
    for sender, cell in zip(SENDERS, cells, strict=True)
}
TRIED = tuple(product((Kind.ARTICLE, Kind.SOCIAL, Kind.RESOLVE), FOUND, SENDERS))


@pytest.mark.parametrize(("kind", "found", "sender"), TRIED)
def test_whose_it_is_and_what_is_doubtful(kind: Kind, found: str, sender: str) -> None:
    outlet, _, doubt = TABLE[kind, found, sender].partition(":")
    assert judged(kind, FOUND[found], SENDERS[sender]) == (None if outlet == "-" else int(outlet), Doubt(doubt))


def test_a_refused_link_is_never_asked_about() -> None:
    assert {kind for kind, _, _ in TABLE} == set(Kind) - {Kind.REFUSED, Kind.PROOF}


GROUP = {  # who in a group wrote it is not known
    (Kind.ARTICLE, "mine"): (MINE, Doubt.ORPHAN), (Kind.ARTICLE, "nobody's"): (None, Doubt.UNKNOWN),
    (Kind.ARTICLE, "like mine"): (None, Doubt.LOOKALIKE), (Kind.SOCIAL, "mine"): (MINE, Doubt.ORPHAN),
    (Kind.SOCIAL, "nobody's"): (None, Doubt.ORPHAN), (Kind.RESOLVE, "nobody's"): (None, Doubt.SHORT),
}  # fmt: skip


def test_of_a_group_the_outlet_is_known_and_the_author_is_not() -> None:
    assert {(kind, found): judged(kind, FOUND[found], None) for kind, found in GROUP} == GROUP


def test_every_doubt_is_said_to_the_verifier_and_to_the_sender() -> None:
    real = set(Doubt) - {Doubt.NONE}
    assert set(DOUBTS) == real
    assert set(DOUBTED) == real - {Doubt.OTHER, Doubt.ORPHAN}  # one is a question with buttons, one has no sender
