"""What messages cost, by day, category and number."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.prices import MARKETING, PRICES, SERVICE, UTILITY, WARN_AT, dollars, price, rupiah

BEFORE, SEPTEMBER, OCTOBER = date(2025, 6, 30), date(2026, 9, 30), date(2026, 10, 1)

EACH = (  # category, day -> dollars a message, and how many of a month and number are free
    (MARKETING, SEPTEMBER, "0.0411", 0),
    (MARKETING, OCTOBER, "0.0411", 0),
    (UTILITY, OCTOBER, "0.0200", 0),
    (SERVICE, SEPTEMBER, "0", 0),
    (SERVICE, OCTOBER, "0.0200", 1000),  # from its day on
    (MARKETING, BEFORE, "0", 0),  # nothing is made up about the time before the list
    ("authentication", OCTOBER, "0", 0),
)
MONTHS: dict[str, tuple[dict[str, int], date, str]] = {
    "nothing": ({}, OCTOBER, "0"),
    "one of each": ({MARKETING: 1, UTILITY: 1, SERVICE: 1}, OCTOBER, "0.0611"),
    "the last free one": ({SERVICE: 1000}, OCTOBER, "0"),
    "one more": ({SERVICE: 1001}, OCTOBER, "0.0200"),
    "service while it was free": ({SERVICE: 5000}, SEPTEMBER, "0"),
    "a month of releases": ({UTILITY: 9000, SERVICE: 1500}, OCTOBER, "190"),
    "what is not listed": ({"authentication": 7}, OCTOBER, "0"),
}


@pytest.mark.parametrize(("category", "day", "cost", "free"), EACH)
def test_a_price_holds_from_its_day(category: str, day: date, cost: str, free: int) -> None:
    found = price(category, day)
    assert (found.dollars, found.free) == (Decimal(cost), free)


@pytest.mark.parametrize(("counted", "day", "cost"), MONTHS.values(), ids=MONTHS)
def test_a_month_of_a_number(counted: dict[str, int], day: date, cost: str) -> None:
    assert dollars(counted, day) == Decimal(cost)


@pytest.mark.parametrize(
    ("amount", "rate", "whole"), [("1", 16_300, 16_300), ("0.0411", 16_300, 670), ("0.00005", 10_000, 1), ("0", 16_300, 0)]
)
def test_rupiah_are_whole_and_halves_go_up(amount: str, rate: int, whole: int) -> None:
    assert rupiah(Decimal(amount), rate) == whole


@given(st.dictionaries(st.sampled_from([MARKETING, UTILITY, SERVICE, "other"]), st.integers(0, 10**6)), st.dates(BEFORE))
def test_more_messages_never_cost_less(counted: dict[str, int], day: date) -> None:
    assert Decimal(0) <= dollars(counted, day) <= dollars({each: number + 1 for each, number in counted.items()}, day)


def test_no_category_has_two_prices_of_one_day() -> None:
    assert len({(each.category, each.since) for each in PRICES}) == len(PRICES)
    assert Decimal(0) < WARN_AT < 1
