"""What the platform tells unasked of the messages that it approves, and of how many people may be written to first. Pure."""

import re
from collections.abc import Callable
from typing import Final

from bot.channels.whatsapp.fields import clean, have, tier, want
from messages.inbound import Happening, Inbound, Review
from storage.records import Json

# Words of the platform for what can be sent again, or still.
APPROVED: Final = {"REINSTATED": "APPROVED", "FLAGGED": "APPROVED", "UNARCHIVED": "APPROVED"}
OPENINGS: Final = "max_daily_conversations_per_business"
CAPABILITIES: Final = frozenset({"business_capability_update", "phone_number_quality_update"})
NOTHING: Final = frozenset({"", "NONE"})


def review(key: str, field: str, value: Json, at: int) -> Inbound:
    """A change that concerns a template. ValueError where it cannot be understood."""
    name, language = (clean(want(value, f"message_template_{each}", str)) for each in ("name", "language"))
    return Inbound(key, "", "", Happening.REVIEWED, review=Review(name, language, at, **TOLD[field](value)))


def capability(key: str, value: Json) -> Inbound:
    """How many people a day may be written to first has changed. ValueError where it is not told."""
    found = tier(value.get(OPENINGS))
    if found is None:
        raise ValueError(f"{OPENINGS} is no limit")
    return Inbound(key, "", "", Happening.RATIONED, openings=found)


def _status(value: Json) -> dict[str, str]:
    event = want(value, "event", str)
    other = have(value, "other_info", dict, {})
    reasons = (have(value, "reason", str, "") or "", have(other, "description", str, ""))
    return {"status": APPROVED.get(event, event), "reason": next((_plain(each) for each in reasons if each not in NOTHING), "")}


def _plain(reason: str) -> str:
    """INVALID_FORMAT as words; a sentence as it is."""
    code = re.fullmatch(r"[A-Z0-9_]+", reason)
    return clean(reason.replace("_", " ").lower() if code else reason)


def _category(value: Json) -> dict[str, str]:
    return {"category": want(value, "new_category", str)}


def _quality(value: Json) -> dict[str, str]:
    return {"quality": want(value, "new_quality_score", str)}


TOLD: Final[dict[str, Callable[[Json], dict[str, str]]]] = {
    "message_template_status_update": _status,
    "template_category_update": _category,
    "message_template_quality_update": _quality,
}
