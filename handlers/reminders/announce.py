"""*pengumuman*: a short text to a group, now, later or every week; shown as a whole before it is sent."""

import hashlib
import json
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers import naming
from handlers.grammar import choice_in, simplify, yes_no
from handlers.quiet import Hours
from handlers.reminders import coming
from handlers.turn import PRESSED, Reply, Turn, say
from handlers.when import Misread, next_weekly, read_moment, read_weekly
from messages.card import Saying
from messages.inbound import Inbound
from storage import announcements, audit, people, rules
from storage.announcements import GROUPS
from storage.records import Json

LIMIT = 1000  # characters
FORM = "announce"
SENDS = frozenset({"kirim", "send"})
NOW = frozenset({"sekarang", "sekarang juga", "segera", "langsung", "now", "right now"})
NAMES = {
    "wartawan": "journalists", "semua": "journalists", "semua wartawan": "journalists", "all": "journalists",
    "journalists": "journalists", "all journalists": "journalists", "online": "online", "siber": "online", "daring": "online",
    "cetak": "print", "koran": "print", "print": "print", "tv": "tv", "televisi": "tv", "radio": "radio",
    "staf": "staff", "staf humas": "staff", "humas": "staff", "staff": "staff",
}  # fmt: skip
PARTS = ("text", "group", "when")


async def begin(event: Inbound, turn: Turn) -> Reply:
    """*pengumuman*, with its text or without; with a code it shows that one."""
    if code := coming.code_alone(turn.argument):
        return await coming.show_number(code, turn)
    if turn.argument:
        return await _take_text(turn.argument, turn, {"form": FORM})
    return await _go_on(turn, {"form": FORM})


async def hear_text(event: Inbound, turn: Turn) -> Reply:
    """The text."""
    return await _take_text(event.text, turn, turn.kept)


async def _take_text(typed: str, turn: Turn, kept: Json) -> Reply:
    text = typed.strip()
    fault = "long" if len(text) > LIMIT else "" if any(each.isalnum() for each in text) else "empty"
    if fault:
        return say("announcement_text", then="announce_text", keep=kept, problem=fault, length=len(text), limit=LIMIT)
    return await _go_on(turn, kept | {"text": text})


async def hear_group(event: Inbound, turn: Turn) -> Reply:
    """The group, by number or name."""
    chosen = choice_in(event.text, len(GROUPS))
    group = list(GROUPS)[chosen] if chosen is not None else NAMES.get(simplify(naming.answer(event.text, "group")))
    if group is None:
        return say("announcement_group", then="announce_group", keep=turn.kept, problem=True)
    return await _go_on(turn, turn.kept | {"group": group})


async def pick_group(event: Inbound, turn: Turn) -> Reply:
    """The group, by button."""
    if not _open(turn) or turn.token.version not in GROUPS:
        return closed(turn)
    return await _go_on(turn, turn.kept | {"group": turn.token.version})


async def hear_when(event: Inbound, turn: Turn) -> Reply:
    """The moment, or a weekly hour, or now."""
    typed, zone = naming.answer(event.text, "when"), ZoneInfo(turn.db.office.zone)
    if simplify(typed) in NOW:
        return await _go_on(turn, turn.kept | {"when": "now", "weekly": ""})
    if weekly := read_weekly(typed):
        first = next_weekly(*weekly, turn.now, zone).astimezone(zone)
        return await _go_on(turn, turn.kept | {"when": first.isoformat(), "weekly": f"{first.weekday()} {first:%H:%M}"})
    moment = read_moment(typed, turn.now, zone)
    if isinstance(moment, Misread):
        return say("announcement_when", then="announce_when", keep=turn.kept, problem=moment)
    return await _go_on(turn, turn.kept | {"when": moment.isoformat(), "weekly": ""})


async def pick_now(event: Inbound, turn: Turn) -> Reply:
    """Now, by button."""
    return await _go_on(turn, turn.kept | {"when": "now", "weekly": ""}) if _open(turn) else closed(turn)


async def _go_on(turn: Turn, kept: Json, *, problem: bool = False) -> Reply:
    """Ask for what is missing; show the whole when nothing is."""
    if "text" not in kept:
        return say("announcement_text", then="announce_text", keep=kept, limit=LIMIT)
    if "group" not in kept:
        return say("announcement_group", then="announce_group", keep=kept)
    if "when" not in kept:
        return say("announcement_when", then="announce_when", keep=kept)
    number = await people.census(turn.db, GROUPS[kept["group"]])
    facts = _facts(kept, turn.now) | {"version": _version(kept), "people": number["reached"], "paused": number["paused"]}
    waits = await _waits_until(turn, kept)
    return say("announcement_preview", then="announce_confirm", keep=kept, problem=problem, quiet=waits, **facts)


async def _waits_until(turn: Turn, kept: Json) -> str:
    """Until when it would wait, where its moment lies in quiet hours."""
    zone = ZoneInfo(turn.db.office.zone)
    at = _due(kept, turn.now, zone)
    quiet = Hours(await rules.in_force(turn.db, at), zone).quiet(at)
    return quiet.ends.isoformat() if quiet else ""


async def hear_confirm(event: Inbound, turn: Turn) -> Reply:
    """Send, change or drop, in words."""
    word, answer = simplify(event.text), yes_no(event.text)
    chosen = choice_in(event.text, 3)
    if chosen == 0 or answer is True or word in SENDS:
        return await confirm(event, turn)
    if chosen == 1 or word in {"ubah", "edit", "ganti", "change"}:
        return await edit(event, turn)
    if chosen == 2 or answer is False:
        return await drop(event, turn)
    return await _go_on(turn, turn.kept, problem=True)


async def confirm(event: Inbound, turn: Turn) -> Reply:
    """Take it on, once: the version that was shown, at a moment that is still to come."""
    kept = turn.kept
    if not _open(turn) or not set(PARTS) <= kept.keys():
        return closed(turn)
    if turn.token.action and turn.token.version != _version(kept):
        return await _go_on(turn, kept)
    at = _due(kept, turn.now, ZoneInfo(turn.db.office.zone))
    if at < turn.now:
        return say("announcement_when", then="announce_when", keep=_without(kept, "when"), problem=Misread.PAST)
    made = await announcements.add(turn.db, turn.person, kept["text"], kept["group"], at, kept["weekly"], turn.now)
    facts = {"group": made.audience, "at": at.isoformat(), "weekly": made.weekly}
    await audit.note(turn.db, turn.person, "announce", announcements.about(made), turn.now, facts)
    number = await people.census(turn.db, GROUPS[made.audience])
    said = _facts(kept | {"when": "now" if kept["when"] == "now" else at.isoformat()}, turn.now)
    facts = said | {"id": made.id, "code": made.code, "people": number["reached"], "quiet": await _waits_until(turn, kept)}
    return Reply((Saying("announcement_set", facts, replaces=_pressed(turn)),), keep={"announced": made.code})


async def edit(event: Inbound, turn: Turn) -> Reply:
    """Ask what is to be changed."""
    return say("announcement_edit", then="announce_edit", keep=turn.kept) if _open(turn) else closed(turn)


async def hear_edit(event: Inbound, turn: Turn) -> Reply:
    """What is to be changed, in words."""
    named = {"teks": 0, "text": 0, "isi": 0, "penerima": 1, "kelompok": 1, "recipients": 1, "group": 1, "waktu": 2, "time": 2}
    chosen = choice_in(event.text, len(PARTS))
    at = named.get(simplify(event.text)) if chosen is None else chosen
    if at is None:
        return say("announcement_edit", then="announce_edit", keep=turn.kept, problem=True)
    return await _go_on(turn, _without(turn.kept, PARTS[at]))


async def pick_edit(event: Inbound, turn: Turn) -> Reply:
    """What is to be changed, by button."""
    if not _open(turn) or turn.token.version not in PARTS:
        return closed(turn)
    return await _go_on(turn, _without(turn.kept, turn.token.version))


async def drop(event: Inbound, turn: Turn) -> Reply:
    """Nothing is sent after all."""
    return Reply((Saying("desk_cancelled", replaces=_pressed(turn)),)) if _open(turn) else closed(turn)


def closed(turn: Turn) -> Reply:
    """A button of a form that is over: how it ended."""
    return say("announcement_closed", keep=turn.kept, code=turn.kept.get("announced", ""))


def _open(turn: Turn) -> bool:
    return turn.kept.get("form") == FORM


def _without(kept: Json, part: str) -> Json:
    return {name: value for name, value in kept.items() if name not in {part, "weekly" if part == "when" else part}}


def _pressed(turn: Turn) -> str:
    return PRESSED if turn.token.action else ""


def _facts(kept: Json, now: datetime) -> Json:
    """What is shown of it; "at" is empty for now."""
    at = "" if kept["when"] == "now" else kept["when"]
    weekday = int(kept["weekly"].partition(" ")[0]) if kept["weekly"] else None
    return {"text": kept["text"], "group": kept["group"], "at": at, "weekday": weekday}


def _version(kept: Json) -> str:
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()[:12]


def _due(kept: Json, now: datetime, zone: ZoneInfo) -> datetime:
    """When it is first due; a weekly one whose first moment has passed meanwhile starts a week later."""
    if kept["when"] == "now":
        return now
    first = datetime.fromisoformat(kept["when"])
    if not kept["weekly"] or first > now:
        return first
    weekday, at = coming.weekly(kept["weekly"])
    return next_weekly(weekday, at, now, zone)
