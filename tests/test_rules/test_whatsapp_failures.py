"""What each code of WhatsApp asks us to do next."""

import pytest

from bot.channels.base import Problem
from bot.channels.whatsapp.failures import CLASSES, CODES, answered, told_later

MEANT = {
    "retry_backoff": (Problem.BUSY, Problem.BUSY), "retry_later": (Problem.BUSY, Problem.BUSY),
    "retry_pair": (Problem.SLOW, Problem.SLOW), "cooldown_recipient": (Problem.SLOW, Problem.SLOW),
    "window_closed": (Problem.CLOSED, Problem.CLOSED), "stop_channel": (Problem.BROKEN, Problem.BROKEN),
    "pause_campaign": (Problem.FLOOD, Problem.FLOOD), "opted_out": (Problem.UNWANTED, Problem.UNWANTED),
    "recipient_unreachable": (Problem.GONE, Problem.GONE), "bad_request": (Problem.REFUSED, Problem.REFUSED),
}  # fmt: skip


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_means_the_same_for_each_of_its_codes(name: str) -> None:
    now, later = MEANT[name]
    for code in CODES[name]:
        assert (answered(code, 400).answered, told_later(code)) == (now, (later, answered(code, 400).wait))
        assert (answered(code, 400).wait > 0) == (now in {Problem.BUSY, Problem.SLOW})
    assert answered(131049, 400).wait == 86_400


@pytest.mark.parametrize(
    ("code", "status", "problem"),
    [
        (None, 302, Problem.BROKEN), (None, 401, Problem.BROKEN), (None, 403, Problem.BROKEN), (None, 404, Problem.BROKEN),
        (None, 429, Problem.BUSY), (17, 429, Problem.BUSY), (17, 400, Problem.REFUSED), (987654, 400, Problem.REFUSED),
        (987654, 500, Problem.UNSURE), (None, 502, Problem.UNSURE), (None, 200, Problem.UNSURE), (131016, 500, Problem.BUSY),
    ],
)  # fmt: skip
def test_what_nobody_knows_is_named_by_its_status(code: int | None, status: int, problem: Problem) -> None:
    assert answered(code, status).answered is problem
    assert told_later(987654) == (Problem.REFUSED, 0)


def test_what_the_platform_calls_passing_is_tried_again() -> None:
    assert answered(987654, 400, transient=True).answered is Problem.BUSY
    assert answered(190, 401, transient=True).answered is Problem.BROKEN
