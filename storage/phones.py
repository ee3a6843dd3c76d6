"""What the sandbox page shows of an installation: its people as phones, and how far the main job has come."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, exists, select

from storage.database import EveryOfficeDb, as_record, as_records
from storage.records import AccountId, ChannelKind, Language, OfficeId, PersonId, Purpose, Role, RowState, Standing, Status
from storage.tables import accounts, addresses, bursts, links, offices, outbox, outlet_hosts, outlets, people, releases

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


@dataclass(frozen=True)
class Journey:
    """Which parts of the main job have happened."""

    write: bool  # a release was handed in
    send: bool  # it was launched
    gathered: bool  # a journalist pasted links, and their answer waits for the burst to close
    link: bool  # a link came in
    decided: bool  # a verifier recognised or refused one
    summary: bool  # an official got a summary


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


async def journey(db: EveryOfficeDb, since: datetime) -> Journey:
    """What of the main job has happened since a moment, in any office."""
    handed_in = releases.c.status.not_in((Status.DRAFT, Status.DISCARDED))
    told = (outbox.c.purpose == Purpose.DIGEST, outbox.c.state == RowState.SENT)
    parts = (
        exists().where(releases.c.created_at >= since, handed_in),
        exists().where(releases.c.launched_at >= since),
        exists().where(bursts.c.opened_at >= since),
        exists().where(links.c.received_at >= since),
        exists().where(links.c.decided_at >= since, links.c.decided_by.is_not(None)),
        exists().where(outbox.c.created_at >= since, *told),
    )
    row = await db.row(select(*parts))
    return Journey(*(bool(each) for each in row or (False,) * len(parts)))


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
