"""*aturan*: the rules that hold now and those that are to come, for everybody who sends links or judges them (A2)."""

from dataclasses import asdict
from datetime import date
from itertools import pairwise

from handlers.grammar import yes_no
from handlers.permissions import Permission, may
from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage import audit, rules
from storage.records import Json, Rules

# What is shown and can be changed, in this order.
FIELDS = (
    "days_online", "days_print", "days_radio", "days_tv", "quota", "per_day", "recognised", "doubtful", "copies", "quiet_from",
    "quiet_until", "appeal_days", "four_eyes", "alone", "maghrib", "friday_from", "friday_until", "place",
    "service_from", "service_until", "answer_hours",
)  # fmt: skip


async def show(event: Inbound, turn: Turn) -> Reply:
    """The version that holds today, and each that follows with what it changes; who rules may change them."""
    found = await rules.versions(turn.db)
    today = rules.today(turn.db, turn.now)
    held = rules.on(found, today)
    steps = [(was, new) for was, new in pairwise(found) if new.since > today]
    coming = [{**version(new), "changes": changes(was, new)} for was, new in steps]
    return say("rules", **version(held), values=values(held), coming=coming, rules=may(turn.person, Permission.RULE))


async def ask_back(event: Inbound, turn: Turn) -> Reply:
    """*Batalkan versi 2*: asked once more."""
    newest = (await rules.versions(turn.db))[-1]
    if newest.version != turn.token.object:
        return say("desk_stale")
    return _sure(version(newest))


def _sure(kept: Json) -> Reply:
    return say("rules_back_sure", then="rules_back", keep=kept, **kept)


async def hear_back(event: Inbound, turn: Turn) -> Reply:
    """Yes or no, in words."""
    answer = yes_no(event.text)
    if answer is None:
        return _sure(turn.kept)
    return await _taken_back(turn.kept["version"], turn) if answer else say("rules_kept")


async def take_back(event: Inbound, turn: Turn) -> Reply:
    """A version that has not begun never does."""
    return await _taken_back(turn.token.object, turn)


async def _taken_back(number: int, turn: Turn) -> Reply:
    newest = (await rules.versions(turn.db))[-1]
    if newest.version != number or not await rules.withdraw(turn.db, number, turn.now):
        return say("desk_stale")
    await audit.note(turn.db, turn.person, "withdraw_rules", f"rules:{number}", turn.now)
    return say("rules_taken_back", version=number)


def version(shown: Rules) -> Json:
    """What is said of a version: its number, its first day, empty for what an office starts with, and its regulation."""
    since = "" if shown.since == rules.ALWAYS else shown.since.isoformat()
    return {"version": shown.version, "since": since, "reference": shown.reference}


def values(shown: Rules) -> Json:
    """The rules alone."""
    whole = asdict(shown)
    return {field: whole[field] for field in FIELDS}


def changes(was: Rules, new: Rules) -> list[Json]:
    """What one version has otherwise than another."""
    before, after = values(was), values(new)
    return [{"field": each, "was": before[each], "new": after[each]} for each in FIELDS if before[each] != after[each]]


def earliest(newest: Rules, today: date) -> date:
    """The first day on which another version may begin: none overtakes one that is to come."""
    return max(today, newest.since)
