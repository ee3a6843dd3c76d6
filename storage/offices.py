"""Offices, their numbers (R-231, L-10482) and their settings."""

from sqlalchemy import select

from storage.database import EveryOfficeDb, OfficeDb, as_record, as_records
from storage.records import Json, Office, OfficeId
from storage.tables import counters, installation, offices

# What a new office starts with; staff and `office change` may change it.
DEFAULTS: Json = {
    "summary_at": "06:45",
    "nudge_hours": 6,  # how long before that deadline those who opened and sent nothing are reminded once
    "day_from": "05:30",  # the office speaks unasked by day only, in its zone; until staff change that rule (`rules.py`)
    "day_until": "21:00",
    "privacy_contact": "",
    "duty": 0,  # the one member of staff who is told of questions; 0 for all who may answer them
    "cost_ceiling": 0,  # rupiah a month for WhatsApp; 0 for none
    "rupiah_per_dollar": 16_600,  # in which Meta's prices are estimated
}
FIRST_NUMBERS: Json = {"release": 1, "link": 1, "announcement": 1, "invitation": 1, "erasure": 1, "block": 1, "inquiry": 1}


async def all_offices(db: EveryOfficeDb) -> tuple[Office, ...]:
    """Every office of the installation, oldest first."""
    return as_records(Office, await db.rows(select(offices).order_by(offices.c.id)))


async def office_by_id(db: EveryOfficeDb, office_id: OfficeId) -> Office:
    """One office; LookupError where there is none."""
    row = await db.row(select(offices).where(offices.c.id == office_id))
    if row is None:
        raise LookupError(f"no office {office_id}")
    return as_record(Office, row)


async def office_by_name(db: EveryOfficeDb, name: str) -> Office | None:
    """One office by its exact name."""
    row = await db.row(select(offices).where(offices.c.name == name))
    return as_record(Office, row) if row else None


async def add_office(db: EveryOfficeDb, name: str, zone: str, settings: Json | None = None) -> Office:
    """A new office with the default settings, changed by those given."""
    chosen = DEFAULTS | (settings or {})
    return Office(OfficeId(await db.added(offices, name=name, zone=zone, settings=chosen)), name, zone, chosen)


async def next_number(db: OfficeDb, name: str) -> int:
    """The next number of a kind; numbers are never given twice, even when what bore them is gone."""
    one_more = {"value": counters.c.value + 1}
    if not await db.change(counters, counters.c.name == name, **one_more):
        await db.add_once(counters, name=name, value=FIRST_NUMBERS[name] - 1)  # of two who find none, one adds it
        await db.change(counters, counters.c.name == name, **one_more)
    return int(await db.value(db.of(counters, counters.c.value).where(counters.c.name == name)))


async def change_settings(db: OfficeDb, **values: int | str) -> None:
    """Change some of the office's settings; they hold from the next transaction on."""
    settings = {**db.office.settings, **values}
    await db.run(offices.update().where(offices.c.id == db.office.id).values(settings=settings))


async def introduce(db: OfficeDb, name: str, contact: str) -> Office:
    """Under which name the office speaks, and whom it names for questions about data; an empty contact leaves the one it has."""
    settings = DEFAULTS | db.office.settings
    settings |= {"privacy_contact": contact} if contact else {}
    await db.run(offices.update().where(offices.c.id == db.office.id).values(name=name, settings=settings))
    return Office(db.office.id, name, db.office.zone, settings)


async def lock(db: OfficeDb) -> None:
    """Wait until nobody else holds the office, and hold it until the transaction ends. Rows that refer to it may come."""
    await db.row(select(offices.c.id).where(offices.c.id == db.office.id).with_for_update(key_share=True))


async def remembered(db: EveryOfficeDb, key: str) -> str | None:
    """A value of the whole installation, such as the clock's offset."""
    found = await db.value(select(installation.c.value).where(installation.c.key == key))
    return None if found is None else str(found)


async def remember(db: EveryOfficeDb, key: str, value: str) -> None:
    """Set a value of the whole installation."""
    changed = await db.run(installation.update().where(installation.c.key == key).values(value=value))
    if not changed:
        await db.run(installation.insert().values(key=key, value=value))
