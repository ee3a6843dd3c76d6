"""When a look is worth it: after a change, at a foreseen moment, and after a while in any case."""

from datetime import timedelta

import pytest

from storage.changes import LONGEST, Changes, Watch
from storage.records import OfficeId
from tests.desk import MORNING

HERE, ELSEWHERE = OfficeId(1), OfficeId(2)
SOON = timedelta(seconds=20)


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def watch(changes: Changes) -> Watch:
    """One that has looked and found nothing to do."""
    made = Watch(changes, HERE)
    assert made.calls(MORNING)
    made.rest(None, MORNING)
    return made


@pytest.mark.parametrize(("changed", "calls"), [([HERE], True), (None, True), ([ELSEWHERE], False), ([], False)])
def test_a_change_of_the_office_calls(changes: Changes, watch: Watch, changed: list[OfficeId] | None, calls: bool) -> None:
    changes.note(changed)
    assert watch.calls(MORNING) is calls


def test_a_foreseen_moment_calls_and_not_before(watch: Watch) -> None:
    watch.rest(MORNING + SOON, MORNING)
    assert not watch.calls(MORNING + SOON / 2)
    assert watch.calls(MORNING + SOON)


def test_after_a_while_it_calls_whatever_was_foreseen(watch: Watch) -> None:
    watch.rest(MORNING + timedelta(days=1), MORNING)
    assert not watch.calls(MORNING + LONGEST / 2)
    assert watch.calls(MORNING + LONGEST)
    assert watch.due == MORNING + timedelta(days=1)  # what was foreseen is still known


def test_what_changes_during_a_look_calls_again(changes: Changes, watch: Watch) -> None:
    changes.note([HERE])
    assert watch.calls(MORNING)
    changes.note([HERE])
    watch.rest(None, MORNING)
    assert watch.calls(MORNING)
