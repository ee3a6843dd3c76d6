"""The week on Friday at 15.00 and the month on the day after its last; *mingguan*, *bulanan*, *kliping* whenever (O7, R3)."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers.coverage.asked import LONGEST, read
from handlers.coverage.illustrate import numbers, rows_asked
from handlers.span import Span, asked
from handlers.turn import Reply, Sweep, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import delegates, jobs, occurrences, people
from storage.database import OfficeDb
from storage.records import Json, Office, Person, Purpose, Role
from storage.restored import dropped

HOUR: Final = time(15)
FRIDAY: Final = 4
LATE: Final = timedelta(hours=6)
DAY: Final = timedelta(days=1)


async def weekly(event: Inbound, turn: Turn) -> Reply:
    """*mingguan*: the seven days that have ended."""
    return await _queue(turn, "week", week(_today(turn.db, turn.now)))


async def monthly(event: Inbound, turn: Turn) -> Reply:
    """*bulanan*, *bulanan november*: the month before, or the one that is named."""
    typed = turn.argument.strip()
    days = asked(typed, _today(turn.db, turn.now)) if typed else month(_today(turn.db, turn.now))
    return await _queue(turn, "month", days) if days else say("coverage_how", typed=typed[:40])


async def clippings(event: Inbound, turn: Turn) -> Reply:
    """*kliping*, *kliping banjir minggu ini*: of a day or some, of all or of what tells of some words."""
    if len(turn.argument) > LONGEST:
        return say("coverage_how", typed="")
    sought = read(f"berita {turn.argument}", _today(turn.db, turn.now))
    return await _queue(turn, "clippings", sought.days, list(sought.words))


def week(today: date) -> Span:
    """The seven days that ended yesterday, so that they are whole."""
    return Span(today - 7 * DAY, today - DAY)


def month(today: date) -> Span:
    """The month that ended last."""
    last = today.replace(day=1) - DAY
    return Span(last.replace(day=1), last)


def before(kind: str, days: Span) -> Span:
    """What the days are compared with: the month before, or as many days before."""
    if kind == "month":
        return month(days.first)
    length = days.last - days.first + DAY
    return Span(days.first - length, days.last - length)


async def _queue(turn: Turn, kind: str, days: Span, words: list[str] | None = None) -> Reply:
    facts = _facts(kind, days, turn.person, turn.now, words or [])
    said = await numbers(turn.db, facts, await rows_asked(turn.db, facts))
    if not said["numbers"]["links"]:
        return say("coverage_report", **said, files=[])
    await _draw(turn.db, facts | {"person": turn.person.id}, turn.now)
    return say("coverage_coming", **said)


def _facts(kind: str, days: Span, reader: Person, now: datetime, words: list[str]) -> Json:
    return {
        "person": 0, "kind": kind, "first": days.first.isoformat(), "last": days.last.isoformat(),
        "before": [each.isoformat() for each in before(kind, days)], "words": words, "language": reader.language.value,
        "at": now.isoformat(),
    }  # fmt: skip


async def _draw(db: OfficeDb, facts: Json, now: datetime) -> None:
    key = ":".join(["report", *(str(facts[name]) for name in ("kind", "first", "person", "language", "at"))])
    await jobs.add(db, "illustrate_report", key, facts, now)


def moments(office: Office, day: date) -> list[tuple[str, datetime, Span]]:
    """What is due on a day, holiday or not: its kind, its moment, and the days that are told."""
    at = datetime.combine(day, HOUR, ZoneInfo(office.zone))
    found = [("week", at, week(day))] if day.weekday() == FRIDAY else []
    return [*found, *([("month", at, month(day))] if day.day == 1 else [])]


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    """The next Friday or first of a month whose report has not been told, today's included while it is not too late."""
    today = _today(db, now)
    for each in (today + number * DAY for number in range(9)):
        for kind, at, _ in moments(db.office, each):
            if now - at <= LATE and not dropped(db.office, at) and not await occurrences.happened(db, _key(kind, each)):
                return at
    return None


async def _tell(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """A job for each language that is read; where nothing was recognised, that is said at once."""
    news: list[News] = []
    today = _today(db, now)
    for kind, at, days in moments(db.office, today):
        if at > now or not await occurrences.first(db, _key(kind, today), at, now):
            continue
        readers = await delegates.with_copies(db, await people.with_roles(db, (Role.OFFICIAL,)))
        for one in {each.language: each for each in readers}.values():
            facts = _facts(kind, days, one, now, [])
            said = await numbers(db, facts, await rows_asked(db, facts))
            if said["numbers"]["links"]:
                await _draw(db, facts, now)
                continue
            silent = Saying("coverage_report", said | {"files": []}, purpose=Purpose.DIGEST, subject=_key(kind, today))
            news += [News(each.id, silent) for each in readers if each.language == one.language]
    return tuple(news)


def _key(kind: str, day: date) -> str:
    return f"{kind}:{day.isoformat()}"


def _today(db: OfficeDb, now: datetime) -> date:
    return now.astimezone(ZoneInfo(db.office.zone)).date()


REPORTS = Sweep("reports", _due, _tell)
