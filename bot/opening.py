"""The database with what the settings seed in it, for the desk and for every command."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.makers import given
from bot.seals import Seals
from bot.settings import Settings
from storage import accounts, migrate, offices
from storage.database import Database, EveryOfficeDb


class Refused(Exception):
    """Why the desk does not start, and what to do."""


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[EveryOfficeDb]:
    """One transaction on the migrated database, with the first office and account of the settings in it."""
    await asyncio.to_thread(migrate.upgrade, settings.database_url)
    database, seals = Database(settings.database_url), Seals(settings.secret_key.get_secret_value())
    try:
        async with database.write() as db:
            await seed(db, settings, seals)
            yield db
    finally:
        await database.close()


async def seed(db: EveryOfficeDb, settings: Settings, seals: Seals) -> None:
    """The first office and its first account on each platform, from the settings; only while there is none."""
    known = await offices.all_offices(db)
    office = known[0] if known else await offices.add_office(db, settings.office_name, settings.timezone)
    there = {each.kind for each in await accounts.everyone(db)}
    for kind, name, secret in given(settings):
        if kind not in there:
            await accounts.add(db, office, kind, name, seals.seal(secret))
