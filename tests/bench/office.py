"""An invented office with many journalists and a release for each, ready to be sent: what the measurements start from."""

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, insert

from storage import accounts, offices, outbox
from storage.database import Database
from storage.people import members
from storage.records import Account, Audience, ChannelKind, Language, Office, Purpose, Role, Standing
from storage.tables import addresses, people

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
FACTS = {"text": "Pemkab Teladan menyalurkan beras untuk 312 KK terdampak banjir di empat kecamatan. " * 6, "purpose": "test"}
CHUNK = 5000


async def furnish(database: Database, number: int, name: str = "Humas Kab. Teladan", bot: str = "7000") -> Account:
    """An office whose `number` journalists each have one message waiting. Chats are 1, 2, 3 …"""
    async with database.write() as db:
        office = await offices.add_office(db, name, "Asia/Jakarta")
        account = await accounts.add(db, office, ChannelKind.TELEGRAM, bot, "")
    await add_people(database, office, account, number)
    await queue(database, account)
    return account


async def add_people(database: Database, office: Office, account: Account, number: int, before: int = 0) -> None:
    """Journalists who can be written to; so many chats are others' already."""
    common = {"office_id": office.id, "created_at": NOW, "registered_at": NOW}
    who = {"role": Role.JOURNALIST, "standing": Standing.ACTIVE, "language": Language.ID, **common}
    for first in range(0, number, CHUNK):
        here = range(first, min(first + CHUNK, number))
        async with database.write() as db:
            made = insert(people).returning(people.c.id, sort_by_parameter_order=True)
            found = await db._connection.execute(made, [{**who, "name": f"Wartawan {each}"} for each in here])
            ids = [row.id for row in found]
            place = {"office_id": office.id, "account_id": account.id, "said_at": NOW}
            rows = [
                {
                    **place,
                    "person_id": person,
                    "user_key": str(before + each + 1),
                    "chat": str(before + each + 1),
                    "menu": "journalist:active:id",
                }
                for each, person in zip(here, ids, strict=True)
            ]
            await db.run(insert(addresses), rows)


async def queue(
    database: Database, account: Account, *which: ColumnElement[bool], purpose: Purpose = Purpose.ANNOUNCEMENT, at: datetime = NOW
) -> int:
    """One message for each of them, due at a moment, in the one statement that the desk itself uses; gives their number."""
    async with database.write() as db:
        office = db.of(await offices.office_by_id(db, account.office_id))
        chosen = members(office, Audience((Role.JOURNALIST,))).where(*which)
        return await outbox.tell(office, chosen, "announcement", FACTS, purpose, f"{purpose}:1", at)
