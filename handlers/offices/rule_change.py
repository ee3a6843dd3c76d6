"""*ubah aturan*: one rule gets another value, with its regulation and its first day, after a look at what it would touch (A2)."""

import re
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from handlers import naming
from handlers.grammar import courteous, simplify, yes_no
from handlers.limits import affected
from handlers.offices.rules import FIELDS, earliest, values
from handlers.permissions import Permission, roles_with
from handlers.quiet import place
from handlers.turn import Reply, Turn, say
from handlers.when import Misread, read_date
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, links, people, rules
from storage.records import Json, Rules

FORM: Final = "rule_change"
LOOKED_AT = timedelta(days=30)  # of links, for the preview
LONGEST = 200  # characters of a regulation
NUMBER = re.compile(r"(\d{1,4})(?: ?(?:hari|days?|link|links|tautan|persen|percent|%|situs|sites?|jam|hours?))?")
LINK = re.compile(r"://|\bwww\.", re.IGNORECASE)  # a number such as 12/2026 is none
HOUR = re.compile(r"(?:jam |pukul |at )?(\d{1,2})(?:[.:](\d{2}))?")
UNLIMITED = frozenset({"tidak dibatasi", "tanpa batas", "bebas", "unlimited", "no limit", "none"})


class Span(NamedTuple):
    """The least and the most that a number may be."""

    least: int
    most: int


# Those that are not here are hours, or a plain yes or no.
SPANS = {
    "days_online": Span(0, 90), "days_print": Span(0, 90), "days_radio": Span(0, 90), "days_tv": Span(0, 90),
    "quota": Span(0, 1000), "per_day": Span(0, 100), "recognised": Span(1, 100), "doubtful": Span(1, 100), "copies": Span(2, 50),
    "appeal_days": Span(1, 30), "maghrib": Span(0, 60), "answer_hours": Span(1, 80),
}  # fmt: skip
FLAGS = frozenset({"four_eyes", "alone"})
PLACE = "place"
SERVICE = 60  # minutes of a working day in which questions are answered, at least
DAYTIME = 10 * 60  # minutes of a day in which the office may speak, at least
LIMITS = frozenset({"quota", "per_day"})  # 0 of them is no limit
COUNTED = frozenset({"days_online", "days_print", "days_radio", "days_tv"}) | LIMITS  # whose links can be counted


async def show(event: Inbound, turn: Turn) -> Reply:
    """Which one."""
    newest = (await rules.versions(turn.db))[-1]
    return say("rules_which", values=values(newest))


async def pick(event: Inbound, turn: Turn) -> Reply:
    """One of them, by its place in the list: its new value is asked for."""
    newest, place = (await rules.versions(turn.db))[-1], turn.token.object
    if not 1 <= place <= len(FIELDS):
        return say("desk_stale")
    field = FIELDS[place - 1]
    return _value({"form": FORM, "base": newest.version, "field": field, "was": values(newest)[field]})


def _value(kept: Json, **facts: object) -> Reply:
    return say("rules_value", then="rules_value", keep=kept, **kept, **facts)


async def hear_value(event: Inbound, turn: Turn) -> Reply:
    """The new value."""
    newest, kept = (await rules.versions(turn.db))[-1], turn.kept
    try:
        new = _read(event.text, kept["field"])
        _fits(_with(newest, kept["field"], new))
    except ValueError as reason:
        span = SPANS.get(kept["field"], Span(0, 0))
        return _value(kept, problem=str(reason), least=span.least, most=span.most)
    if new == kept["was"]:
        return _value(kept, problem="same")
    return _reference(kept | {"new": new})


def _read(text: str, field: str) -> int | str:
    """A number, an hour, or yes or no as people type it. ValueError with a word for the reason."""
    said = simplify(text)
    if field == PLACE:
        return _place(text)
    if field in FLAGS:
        answer = yes_no(text)
        if answer is None:
            raise ValueError("flag")
        return int(answer)
    if field not in SPANS:
        found = HOUR.fullmatch(said)
        if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise ValueError("hour")
        return f"{int(found[1]):02}:{int(found[2] or 0):02}"
    found = NUMBER.fullmatch(said)
    number = 0 if field in LIMITS and said in UNLIMITED else int(found[1]) if found else -1
    if not SPANS[field].least <= number <= SPANS[field].most:
        raise ValueError("number")
    return number


def _place(text: str) -> str:
    """A place on the map, as it is kept."""
    try:
        return "{:.4f}, {:.4f}".format(*place(text))
    except ValueError:
        raise ValueError(PLACE) from None


def _fits(changed: Rules) -> None:
    """Whether the rules go together. ValueError with a word for what does not."""
    if changed.doubtful >= changed.recognised:
        raise ValueError("order")
    if _minutes(changed.quiet_from) - _minutes(changed.quiet_until) < DAYTIME:
        raise ValueError("night")
    if changed.friday_until < changed.friday_from:
        raise ValueError("friday")
    if _minutes(changed.service_until) - _minutes(changed.service_from) < SERVICE:
        raise ValueError("service")


def _minutes(hour: str) -> int:
    return time.fromisoformat(hour).hour * 60 + time.fromisoformat(hour).minute


def _reference(kept: Json, **facts: object) -> Reply:
    return say("rules_reference", then="rules_reference", keep=kept, **kept, **facts)


async def hear_reference(event: Inbound, turn: Turn) -> Reply:
    """The regulation by which it is so."""
    try:
        reference = naming.line(event.text, LONGEST)
    except ValueError as reason:
        return _reference(turn.kept, problem=str(reason))
    if courteous(reference) or LINK.search(reference):
        return _reference(turn.kept, problem="letters")
    return await _since(turn.kept | {"reference": reference}, turn)


async def _since(kept: Json, turn: Turn, **facts: object) -> Reply:
    newest, today = (await rules.versions(turn.db))[-1], rules.today(turn.db, turn.now)
    first = earliest(newest, today)
    month = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    days = [first.isoformat(), month.isoformat()]
    return say("rules_since", then="rules_since", keep=kept, days=days, first=first.isoformat(), **{**kept, **facts})


async def hear_since(event: Inbound, turn: Turn) -> Reply:
    """Its first day, in words."""
    return await _from(read_date(event.text, rules.today(turn.db, turn.now)), turn)


async def pick_since(event: Inbound, turn: Turn) -> Reply:
    """Its first day, by button: 20261201."""
    if turn.kept.get("form") != FORM or "reference" not in turn.kept:
        return say("desk_stale")
    return await _from(_of_number(turn.token.object), turn)


def _of_number(number: int) -> date | Misread:
    try:
        return date.fromisoformat(str(number))
    except ValueError:
        return Misread.NOT_A_MOMENT


async def _from(day: date | Misread, turn: Turn) -> Reply:
    newest = (await rules.versions(turn.db))[-1]
    if isinstance(day, Misread):
        return await _since(turn.kept, turn, problem="date")
    if day < earliest(newest, rules.today(turn.db, turn.now)):
        return await _since(turn.kept, turn, problem="early")
    kept = turn.kept | {"since": day.isoformat()}
    deciders = len(await people.with_roles(turn.db, roles_with(Permission.VERIFY)))
    return _sure(kept | {"affected": await _affected(newest, kept, turn), "deciders": deciders})


async def _affected(newest: Rules, kept: Json, turn: Turn) -> int | None:
    """How many of the last month's links it would have touched; None where that cannot be counted."""
    if kept["field"] not in COUNTED:
        return None
    recent = await links.counted_since(turn.db, turn.now - LOOKED_AT)
    return affected(newest, _changed(newest, kept), recent, ZoneInfo(turn.db.office.zone))


def _changed(newest: Rules, kept: Json) -> Rules:
    dated = replace(newest, since=date.fromisoformat(kept["since"]), reference=kept["reference"])
    return _with(dated, kept["field"], kept["new"])


def _with(held: Rules, field: str, value: int | str) -> Rules:
    changed: Json = {field: value}
    return replace(held, **changed)


def _sure(kept: Json) -> Reply:
    return say("rules_sure", then="rules_sure", keep=kept, **kept)


async def hear_sure(event: Inbound, turn: Turn) -> Reply:
    """Yes or no, in words."""
    answer = yes_no(event.text)
    return _sure(turn.kept) if answer is None else await (save if answer else leave)(event, turn)


async def leave(event: Inbound, turn: Turn) -> Reply:
    """Nothing is changed."""
    return say("rules_kept")


async def save(event: Inbound, turn: Turn) -> Reply:
    """The next version; whoever judges links is told. Where somebody was first, it is shown to them anew."""
    kept = turn.kept
    if kept.get("form") != FORM or "affected" not in kept:
        return say("desk_stale")
    newest = (await rules.versions(turn.db))[-1]
    late = date.fromisoformat(kept["since"]) < earliest(newest, rules.today(turn.db, turn.now))
    made = None if late or newest.version != kept["base"] else await _made(newest, kept, turn)
    if made is None:
        return say("rules_overtaken", values=values(newest))
    told = {**kept, "version": made.version, "by": turn.person.name}
    judging = await people.with_roles(turn.db, roles_with(Permission.VERIFY))
    news = tuple(News(each.id, Saying("rules_news", told)) for each in judging if each.id != turn.person.id)
    return Reply((Saying("rules_saved", told),), news)


async def _made(newest: Rules, kept: Json, turn: Turn) -> Rules | None:
    made = await rules.add(turn.db, newest, _changed(newest, kept), turn.person, turn.now)
    if made:
        facts = {name: kept[name] for name in ("field", "was", "new", "since", "affected")}
        await audit.note(turn.db, turn.person, "change_rules", f"rules:{made.version}", turn.now, facts)
    return made
