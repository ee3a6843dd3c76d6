"""What a recap adds up: the numbers of all its links, of each outlet and of each release, by one way of counting."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from storage.ledger import REACHED
from storage.ledger_rows import Row
from storage.records import Json, LinkState, Stage

Sums = Mapping[str, int]


def counted(rows: Sequence[Row]) -> Sums:
    """The sums of some rows."""
    return added(Counter((row.state, row.stage) for row in rows))


def added(numbers: Mapping[tuple[LinkState, Stage], int]) -> Sums:
    """How many were received, how many of them are in each state, and how many have come to each stage."""
    states, stages = Counter[LinkState](), Counter[Stage]()
    for (state, stage), number in numbers.items():
        states[state] += number
        stages[stage] += number
    reached = {stage.value: sum(stages[each] for each in passed) for stage, passed in REACHED.items()}
    return {"all": states.total(), **{state.value: states[state] for state in LinkState}, **reached}


def _grouped(rows: Sequence[Row], key: Callable[[Row], tuple[str, str]]) -> list[Json]:
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return [{"name": name, "about": about, "sums": counted(of)} for (name, about), of in sorted(groups.items())]


def by_outlet(rows: Sequence[Row]) -> list[Json]:
    """The numbers of each outlet, with its medium; those of none under no name."""
    return _grouped(rows, lambda row: (row.outlet, row.medium))


def by_release(rows: Sequence[Row]) -> list[Json]:
    """The numbers of each release, with its headline; those of none under no code."""
    return _grouped(rows, lambda row: (f"R-{row.release}" if row.release else "", row.headline))
