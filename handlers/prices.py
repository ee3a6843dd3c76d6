"""Rule: what WhatsApp messages cost, by the day they are delivered: dated data, for a platform that changes its prices.

Amounts are in US dollars a message, without tax and without a partner's fee. A price holds from its day until the next
of its category. Sources, read in November 2026: rates for Indonesia as partners published them in 2024 and 2025; service
messages at the utility rate from October 2026, the first thousand of a month and number free, as partners report it.
An office's bill may differ, so what is made of these is always called an estimate.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

MARKETING: Final = "marketing"
UTILITY: Final = "utility"
SERVICE: Final = "service"
WARN_AT: Final = Decimal("0.8")  # share of a ceiling at which staff are told


@dataclass(frozen=True)
class Price:
    """What one message of a category costs since a day, in dollars; `free` of a month and number cost nothing."""

    since: date
    category: str
    dollars: Decimal
    free: int = 0


PRICES: Final = (
    Price(date(2025, 7, 1), MARKETING, Decimal("0.0411")),
    Price(date(2025, 7, 1), UTILITY, Decimal("0.0200")),
    Price(date(2025, 7, 1), SERVICE, Decimal(0)),
    Price(date(2026, 10, 1), SERVICE, Decimal("0.0200"), free=1000),
)


def price(category: str, day: date) -> Price:
    """The price of a category on a day; nothing for what is not listed."""
    fitting = [each for each in PRICES if each.category == category and each.since <= day]
    return max(fitting, key=lambda each: each.since, default=Price(day, category, Decimal(0)))


def dollars(counted: Mapping[str, int], day: date) -> Decimal:
    """What the messages of one month and number cost by a day, given their number by category."""
    prices = [(price(category, day), number) for category, number in counted.items()]
    return sum((each.dollars * max(0, number - each.free) for each, number in prices), Decimal(0))


def rupiah(amount: Decimal, rate: int) -> int:
    """Dollars in whole rupiah at the office's rate."""
    return int((amount * rate).quantize(Decimal(1), ROUND_HALF_UP))
