"""Which chats show a menu that no longer fits their person: found by comparison, so that no change is forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case, select, update

from storage.database import EveryOfficeDb, as_records
from storage.records import AccountId, Language, OfficeId, Role, Standing
from storage.tables import addresses, people


@dataclass(frozen=True)
class Stale:
    """A chat whose menu is to be set, for whom, and the mark that says it was."""

    id: int
    office_id: OfficeId
    chat: str
    role: Role
    standing: Standing
    language: Language
    blocked: bool
    wanted: str


async def stale(db: EveryOfficeDb, account_id: AccountId, edition: str, limit: int) -> Sequence[Stale]:
    """The next chats whose menu does not fit their person, or is of another edition."""
    blocked = people.c.blocked_until.is_not(None)
    who = people.c.role + ":" + people.c.standing + ":" + people.c.language + case((blocked, ":blocked"), else_="")
    wanted = (who + f":{edition}").label("wanted")
    columns = (addresses.c.id, addresses.c.office_id, addresses.c.chat, people.c.role, people.c.standing, people.c.language)
    query = select(*columns, blocked.label("blocked"), wanted).join(people, people.c.id == addresses.c.person_id)
    here = (addresses.c.account_id == account_id, addresses.c.reachable, addresses.c.menu != wanted)
    return as_records(Stale, await db.rows(query.where(*here).order_by(addresses.c.id).limit(limit)))


async def shown(db: EveryOfficeDb, each: Stale) -> None:
    """The menu was set."""
    await db.run(update(addresses).where(addresses.c.id == each.id).values(menu=each.wanted))
