"""What the sandbox page shows of an installation: its people as phones."""

from dataclasses import dataclass

from sqlalchemy import Select, select

from storage.database import EveryOfficeDb, as_record, as_records
from storage.records import AccountId, ChannelKind, Language, OfficeId, PersonId, Role, Standing
from storage.tables import accounts, addresses, offices, outlet_hosts, outlets, people

PLAYED = (ChannelKind.SANDBOX, ChannelKind.WHATSAPP)  # beside the sandbox's own, the channel that a sandbox can play


@dataclass(frozen=True)
class Phone:
    """A person with the one chat in which they are played."""

    person_id: PersonId
    name: str
    role: Role
    standing: Standing
    language: Language
    office_id: OfficeId
    office: str
    zone: str
    account_id: AccountId
    chat: str
    channel: ChannelKind
    outlet: str | None


async def everyone(db: EveryOfficeDb) -> tuple[Phone, ...]:
    """Everybody who can be played, office by office in the order in which they came."""
    return as_records(Phone, await db.rows(_phones().order_by(offices.c.id, people.c.id)))


async def of(db: EveryOfficeDb, person_id: int) -> Phone | None:
    """One person's phone; None where nobody with this number can be played."""
    row = await db.row(_phones().where(people.c.id == person_id))
    return as_record(Phone, row) if row else None


async def hosts(db: EveryOfficeDb) -> dict[PersonId, str]:
    """A host of the outlet each journalist writes for, where it has one."""
    query = select(people.c.id, outlet_hosts.c.host).join(outlet_hosts, outlet_hosts.c.outlet_id == people.c.outlet_id)
    return {PersonId(row.id): row.host for row in await db.rows(query.order_by(outlet_hosts.c.id.desc()))}


def _phones() -> Select[tuple[object, ...]]:
    columns = (
        people.c.id.label("person_id"), people.c.name, people.c.role, people.c.standing, people.c.language, people.c.office_id,
        offices.c.name.label("office"), offices.c.zone, addresses.c.account_id, addresses.c.chat,
        accounts.c.kind.label("channel"), outlets.c.name.label("outlet"),
    )  # fmt: skip
    return (
        select(*columns)
        .join(offices, offices.c.id == people.c.office_id)
        .join(addresses, addresses.c.person_id == people.c.id)
        .join(accounts, accounts.c.id == addresses.c.account_id)
        .join(outlets, outlets.c.id == people.c.outlet_id, isouter=True)
        .where(accounts.c.kind.in_(PLAYED))
    )
