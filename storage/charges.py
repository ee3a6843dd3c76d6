"""What platforms bill, message by message, as their receipts tell it."""

from datetime import date, datetime

from sqlalchemy import func

from storage.database import OfficeDb
from storage.records import AccountId
from storage.tables import charges


async def note(db: OfficeDb, account_id: AccountId, platform_id: str, category: str, country: str, at: datetime) -> bool:
    """Note that a message is billed; told twice it is counted once."""
    return await db.add_once(charges, account_id=account_id, platform_id=platform_id, category=category, country=country, at=at)


async def by_category(db: OfficeDb, since: datetime, until: datetime) -> dict[AccountId, dict[str, int]]:
    """How many messages of each category were billed, number by number, from `since` to before `until`."""
    query = db.of(charges, charges.c.account_id, charges.c.category, func.count().label("number"))
    here = query.where(charges.c.at >= since, charges.c.at < until).group_by(charges.c.account_id, charges.c.category)
    counted: dict[AccountId, dict[str, int]] = {}
    for row in await db.rows(here):
        counted.setdefault(AccountId(row.account_id), {})[row.category] = row.number
    return counted


CEILING = "cost_ceiling"  # the occurrence after which no template is sent until the month is over


def key(name: str, day: date) -> str:
    """The occurrence of something that happens once a month."""
    return f"{name}:{day:%Y-%m}"
