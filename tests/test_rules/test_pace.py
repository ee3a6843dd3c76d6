"""How fast an account may send, with the moments written down."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.makers import pace_for
from bot.pace import ACCOUNT, AT_ONCE, BROADCAST, CHAT, JITTER, TICK, Limit, Pace, Window
from bot.settings import Settings
from storage.records import ChannelKind


@pytest.mark.parametrize(
    ("sent", "now", "waits"),
    [
        ((), 10.0, 0.0),
        ((10.0,), 10.0, 0.0),
        ((10.0, 10.2), 10.2, 0.8 + JITTER),
        ((10.0, 10.2), 10.9, 0.1 + JITTER),
        ((10.0, 10.2), 11.0 + JITTER, 0.0),  # the first has left the window, the second has not
        ((10.0, 10.2, 11.0 + JITTER), 11.0 + JITTER, 0.2),
        ((10.0, 10.2), 99.0, 0.0),
    ],
)
def test_a_window_of_two_a_second(sent: tuple[float, ...], now: float, waits: float) -> None:
    window = Window(Limit(2, 1.0))
    for moment in sent:
        window.count(moment)
    assert window.wait(now) == pytest.approx(waits)


@given(st.lists(st.floats(0, 3), min_size=1, max_size=60), st.integers(1, 7))
def test_no_stretch_of_a_second_ever_holds_more_than_its_limit(pauses: list[float], count: int) -> None:
    window, now, sent = Window(Limit(count, 1.0)), 0.0, []
    for pause in pauses:
        now += pause
        now += window.wait(now)
        window.count(now)
        sent.append(now)
    assert all(later - earlier > 1.0 - 1e-9 for earlier, later in zip(sent, sent[count:], strict=False))
    assert all(earlier <= later for earlier, later in pairwise(sent))


def filled(times: int, *, bulk: bool) -> Pace:
    pace = Pace()
    for each in range(times):
        pace.count(f"chat {each}", bulk=bulk, now=0.0)
    return pace


@pytest.mark.parametrize(
    ("sent", "bulk", "waits_as_broadcast", "waits_as_reply"),
    [
        (0, True, 0.0, 0.0),
        (BROADCAST.count - 1, True, 0.0, 0.0),
        (BROADCAST.count, True, 1.0 + JITTER, 0.0),  # the rest of the second is kept for people who wait
        (ACCOUNT.count - 1, False, 0.0, 0.0),
        (ACCOUNT.count, False, 1.0 + JITTER, 1.0 + JITTER),
    ],
)
def test_replies_have_a_share_of_their_own(sent: int, bulk: bool, waits_as_broadcast: float, waits_as_reply: float) -> None:
    pace = filled(sent, bulk=bulk)
    assert pace.wait("another", bulk=True, now=0.0) == waits_as_broadcast
    assert pace.wait("another", bulk=False, now=0.0) == waits_as_reply


def test_a_chat_gets_one_a_second_and_others_do_not_wait_for_it() -> None:
    pace = filled(1, bulk=False)
    assert pace.wait("chat 0", bulk=False, now=0.4) == pytest.approx(CHAT.seconds + JITTER - 0.4)
    assert pace.wait("chat 1", bulk=False, now=0.4) == 0.0
    assert pace.wait("chat 0", bulk=False, now=1.0 + JITTER) == 0.0


@pytest.mark.parametrize(
    ("closed", "now", "waits"),
    [
        (((5.0, 10.0),), 10.0, 5.0),
        (((5.0, 10.0),), 14.0, 1.0),
        (((5.0, 10.0),), 15.0, 0.0),
        (((60.0, 10.0), (1.0, 11.0)), 12.0, 58.0),  # a shorter pause does not end a longer one
    ],
)
def test_a_closed_account_waits_for_every_chat(closed: tuple[tuple[float, float], ...], now: float, waits: float) -> None:
    pace = Pace()
    for seconds, moment in closed:
        pace.close(seconds, moment)
    assert pace.wait("any", bulk=False, now=now) == pytest.approx(waits)
    assert pace.wait("other", bulk=True, now=now) == pytest.approx(waits)


def test_chats_are_forgotten_when_their_windows_are_empty() -> None:
    pace = Pace(Limit(10**6, 1.0), Limit(10**6, 1.0))
    for each in range(3000):
        pace.count(f"chat {each}", bulk=True, now=float(each))
    assert len(pace._chats) < 3
    assert pace.wait("chat 2999", bulk=True, now=2999.5) == pytest.approx(0.5 + JITTER)


@pytest.mark.parametrize(
    ("sent", "bulk", "room"),
    [
        (0, False, 5),  # half as much again as a tenth of 30, and not all at once
        (0, True, 4),  # the same of 25, rounded up
        (23, True, 2),
        (25, True, 0),
        (25, False, 5),
        (29, False, 1),
        (30, False, 0),
    ],
)
def test_a_tick_has_room_for_its_share(sent: int, bulk: bool, room: int) -> None:
    assert filled(sent, bulk=bulk or sent == 25).room(0.5, bulk=bulk) == room


def test_what_went_within_the_tick_is_part_of_its_share() -> None:
    assert [filled(3, bulk=True).room(now, bulk=True) for now in (0.0, 0.05, 0.2)] == [1, 1, 4]


@pytest.mark.parametrize(
    ("sent", "late", "room"),
    [
        (0, 0.05, 5),  # less than a tick is a tick
        (0, 0.4, 18),
        (10, 0.4, 8),
        (0, 3.0, 30),  # never above the limit
        (29, 3.0, 1),
    ],
)
def test_who_was_late_takes_the_share_of_that_time_at_once(sent: int, late: float, room: int) -> None:
    assert filled(sent, bulk=False).room(0.1, bulk=False, late=late) == room


def test_room_is_counted_for_the_end_of_the_tick_and_never_larger_than_a_batch() -> None:
    pace = filled(ACCOUNT.count, bulk=False)
    assert pace.room(1.0 + JITTER - TICK / 2, bulk=False) == 5  # their windows end within it
    assert Pace(Limit(10**6, 1.0), Limit(10**6, 1.0)).room(0.0, bulk=True) == AT_ONCE
    pace.close(1.0, 5.0)
    assert (pace.room(5.0, bulk=False), pace.room(5.95, bulk=False)) == (0, 5)


def test_a_chat_rests_while_its_window_is_full_for_longer_than_a_tick() -> None:
    pace = filled(1, bulk=False)
    assert (pace.resting(0.5), pace.resting(1.0)) == (["chat 0"], [])


@pytest.mark.parametrize(
    ("kind", "set_to", "in_all", "to_many"),
    [
        (ChannelKind.TELEGRAM, {}, 30, 25),
        (ChannelKind.TELEGRAM, {"telegram_rate": 600, "telegram_paid_broadcast": True}, 600, 500),
        (ChannelKind.WHATSAPP, {}, 80, 66),
        (ChannelKind.WHATSAPP, {"whatsapp_rate": 1}, 1, 1),
    ],
)
def test_a_sixth_of_what_an_account_may_send_is_kept_for_replies(
    kind: ChannelKind, set_to: dict[str, int], in_all: int, to_many: int
) -> None:
    pace = pace_for(kind, Settings(**set_to))  # type: ignore[arg-type]  # pydantic checks each
    for bulk, most in ((True, to_many), (False, in_all - to_many)):
        for each in range(most):
            assert pace.wait(f"chat {bulk} {each}", bulk=bulk, now=0.0) == 0.0
            pace.count(f"chat {bulk} {each}", bulk=bulk, now=0.0)
        assert pace.wait("one more", bulk=True, now=0.0) > 0
    assert pace.wait("one more", bulk=False, now=0.0) > 0
