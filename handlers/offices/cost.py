"""*biaya*: what the month's WhatsApp messages cost, and a word to staff before a ceiling is reached (C4)."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from handlers import prices
from handlers.grammar import simplify
from handlers.permissions import Permission, may, roles_with
from handlers.turn import Reply, Sweep, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, charges, occurrences, offices, outbox, people
from storage.database import OfficeDb
from storage.offices import DEFAULTS
from storage.records import AccountId, Json, Office, Wait

LIMIT = re.compile(r"(?:batas|limit|ceiling)\s*(?:rp)?[.\s]*(\d{1,3}(?:[.,\s]?\d{3}){0,3}|\d{1,9})")
# What share of the ceiling has its own word to staff, and the occurrence by which it is said once a month.
MARKS = ((Decimal(1), charges.CEILING), (prices.WARN_AT, "cost_warning"))


async def show(event: Inbound, turn: Turn) -> Reply:
    """*biaya*: by category, what is free, the month so far and where it leads; *biaya batas 500.000*: the month's ceiling."""
    asked = LIMIT.fullmatch(simplify(turn.argument))
    if asked and not may(turn.person, Permission.RULE):
        return say("cost_not_yours")
    if asked:
        ceiling = int(re.sub(r"[.,\s]", "", asked[1]))
        await offices.change_settings(turn.db, cost_ceiling=ceiling)
        await _reopen(turn.db, turn.now)
        await audit.note(turn.db, turn.person, "ceiling", "office", turn.now, {"rupiah": ceiling})
        return say("cost_ceiling_set", ceiling=ceiling)
    return say("cost", **await facts(turn.db, turn.now))


async def facts(db: OfficeDb, now: datetime) -> Json:
    """The month so far in messages and rupiah; `projected` is the whole month at this pace."""
    today = _today(db.office, now)
    numbers = list((await _counted(db, today)).values())
    spent = _rupiah(db.office, numbers, today)
    return {
        "month": _begin(db.office, today).isoformat(),
        "counts": _summed(numbers),
        "free": prices.price(prices.SERVICE, today).free * max(1, len(numbers)),
        "spent": spent,
        "projected": round(spent * _days(today) / today.day),
        "ceiling": _ceiling(db.office),
        "rate": _rate(db.office),
    }


async def _counted(db: OfficeDb, today: date) -> Mapping[AccountId, Mapping[str, int]]:
    begin = _begin(db.office, today)
    return await charges.by_category(db, begin, begin + timedelta(days=_days(today)))


def _summed(numbers: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for each in numbers:
        total.update(each)
    return dict(total)


def _rupiah(office: Office, numbers: Iterable[Mapping[str, int]], today: date) -> int:
    """Number by number, since each has its own free allowance."""
    spent = sum((prices.dollars(each, today) for each in numbers), Decimal(0))
    return prices.rupiah(spent, _rate(office))


def _rate(office: Office) -> int:
    return int((DEFAULTS | office.settings)["rupiah_per_dollar"])


def _today(office: Office, now: datetime) -> date:
    return now.astimezone(ZoneInfo(office.zone)).date()


def _ceiling(office: Office) -> int:
    return int((DEFAULTS | office.settings)["cost_ceiling"])


def _begin(office: Office, today: date) -> datetime:
    return datetime.combine(today.replace(day=1), time(), ZoneInfo(office.zone))


def _days(today: date) -> int:
    return monthrange(today.year, today.month)[1]


async def _reopen(db: OfficeDb, now: datetime) -> None:
    """Another ceiling or another month: marks are told anew, and what was held goes on until they are."""
    for _, name in MARKS:
        await occurrences.forget(db, charges.key(name, _today(db.office, now)))
    await outbox.unpark(db, Wait.CEILING)


async def _over(db: OfficeDb, now: datetime) -> bool:
    """Whether something is held for a ceiling of a month that is over."""
    reached = await occurrences.happened(db, charges.key(charges.CEILING, _today(db.office, now)))
    return not reached and await outbox.parked_for(db, Wait.CEILING)


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    """Now, where a mark has been passed that staff have not been told of, or a new month frees what was held."""
    return now if await _passed(db, now) or await _over(db, now) else None


async def _passed(db: OfficeDb, now: datetime) -> str:
    """The occurrence of the highest mark that was passed and not told; empty for none, as where there is no ceiling."""
    ceiling = _ceiling(db.office)
    today = _today(db.office, now)
    if not ceiling:
        return ""
    spent = _rupiah(db.office, (await _counted(db, today)).values(), today)
    reached = [charges.key(name, today) for share, name in MARKS if spent >= share * ceiling]
    return reached[0] if reached and not await occurrences.happened(db, reached[0]) else ""


async def _tell(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    if await _over(db, now):
        await outbox.unpark(db, Wait.CEILING)
    key = await _passed(db, now)
    if not key or not await occurrences.first(db, key, now, now):
        return ()
    said = Saying("cost_mark", await facts(db, now) | {"reached": key.startswith(charges.CEILING)})
    return tuple(News(each.id, said) for each in await people.with_roles(db, roles_with(Permission.SEND)))


METER = Sweep("cost meter", _due, _tell)
