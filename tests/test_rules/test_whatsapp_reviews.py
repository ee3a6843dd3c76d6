"""What the platform tells unasked of templates, in the desk's words; what cannot be read is put aside."""

from typing import Any

import pytest

from bot.channels.whatsapp.fields import tier
from bot.channels.whatsapp.inbound import events, understand
from bot.channels.whatsapp.reviews import TOLD
from messages.inbound import Happening, Review

NAMED = {"message_template_id": 594, "message_template_name": "rilis_baru", "message_template_language": "id"}
STATUS, CATEGORY = "message_template_status_update", "template_category_update"
REVIEWS: dict[str, tuple[str, dict[str, Any], Review]] = {
    "approved": (STATUS, {"event": "APPROVED", "reason": "NONE"}, Review("rilis_baru", "id", 9, "APPROVED")),
    "approved again": (STATUS, {"event": "REINSTATED"}, Review("rilis_baru", "id", 9, "APPROVED")),
    "rejected": (
        STATUS, {"event": "REJECTED", "reason": "INVALID_FORMAT"},
        Review("rilis_baru", "id", 9, "REJECTED", reason="invalid format"),
    ),
    "paused, with a word": (
        STATUS, {"event": "PAUSED", "reason": "NONE", "other_info": {"description": "Paused for 3 hours."}},
        Review("rilis_baru", "id", 9, "PAUSED", reason="Paused for 3 hours."),
    ),
    "another category": (CATEGORY, {"new_category": "MARKETING"}, Review("rilis_baru", "id", 9, category="MARKETING")),
    "another quality": (
        "message_template_quality_update", {"previous_quality_score": "GREEN", "new_quality_score": "RED"},
        Review("rilis_baru", "id", 9, quality="RED"),
    ),
}  # fmt: skip


def told(field: str, value: dict[str, Any], at: int = 9) -> dict[str, Any]:
    return {"entry": [{"id": "1022", "time": at, "changes": [{"field": field, "value": {**NAMED, **value}}]}]}


@pytest.mark.parametrize(("field", "value", "review"), REVIEWS.values(), ids=REVIEWS)
def test_what_is_said_of_a_template(field: str, value: dict[str, Any], review: Review) -> None:
    (event,) = events(told(field, value), "1")
    understood = understand(event.body)
    assert (understood.happening, understood.chat, understood.review) == (Happening.REVIEWED, "", review)


def test_each_kind_of_news_has_its_case() -> None:
    assert {field for field, _, _ in REVIEWS.values()} == set(TOLD)


def test_the_same_is_the_same_event_and_the_same_again_later_is_another() -> None:
    told_at = [events(told(STATUS, {"event": "APPROVED"}, at), "1")[0].key for at in (9, 9, 10)]
    assert told_at[0] == told_at[1] != told_at[2]


@pytest.mark.parametrize("value", [{}, {"event": 3}, {"event": "PAUSED", "message_template_name": None}], ids=str)
def test_what_cannot_be_read_is_put_aside(value: dict[str, Any]) -> None:
    (event,) = events(told(STATUS, value), "1")
    with pytest.raises(ValueError, match=r"missing|is no"):
        understand(event.body)


TIERS = {
    "TIER_250": 250, "TIER_2K": 2000, "TIER_100K": 100_000, "TIER_UNLIMITED": 0, 2000: 2000, "2000": 2000, -1: 0, True: None,
    "TIER_NOT_SET": None, "": None, None: None, 2.5: None,
}  # fmt: skip


def test_how_many_may_be_written_to_first_stands_in_many_words() -> None:
    assert {told: tier(told) for told in TIERS} == TIERS
    (event,) = events(told("business_capability_update", {"max_daily_conversations_per_business": "TIER_2K"}), "1")
    assert (understand(event.body).happening, understand(event.body).openings) == (Happening.RATIONED, 2000)
    (event,) = events(told("business_capability_update", {"max_phone_numbers_per_business": 25}), "1")
    assert event.body["kind"] == "passed"
