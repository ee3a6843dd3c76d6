"""Links that staff bring from a chat group: gathered or read, shown once, and recorded when they say so."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import func

from storage import offices
from storage.database import OfficeDb, as_record, as_records
from storage.links import MISDIRECTED
from storage.records import (
    AccountId,
    Json,
    Language,
    Link,
    LinkId,
    LinkState,
    OutletId,
    Person,
    PersonId,
    Role,
    Standing,
)
from storage.tables import group_imports, group_links, links, memberships, people

GROUP = "Grup media"  # the name under which links of unknown authors are kept, on the office's list of nobody
_NOBODY = "group_person"


class Bringing(StrEnum):
    """The life of an import."""

    GATHERING = "gathering"  # forwarded messages still come
    READING = "reading"  # the exported chat is being read
    SHOWN = "shown"  # staff have been told what there is
    RECORDING = "recording"
    TELLING = "telling"  # all is recorded, and authors are told
    DONE = "done"
    TAKING_BACK = "taking_back"
    UNDONE = "undone"
    DROPPED = "dropped"


@dataclass(frozen=True)
class GroupImport:
    """What staff brought. `found` holds messages, links with the moment that the group names, and left_out; nothing else."""

    id: int
    person_id: PersonId
    account_id: AccountId
    chat: str
    state: Bringing
    found: Json
    done: int  # links gone through, or authors told
    begun_at: datetime
    due_at: datetime | None


@dataclass(frozen=True)
class Brought:
    """A link that an import recorded."""

    id: LinkId
    number: int
    person_id: PersonId
    address: str
    outlet_id: OutletId | None
    release_id: int | None
    kind: str
    state: LinkState


async def begin(db: OfficeDb, person: Person, place: tuple[AccountId, str], state: Bringing, now: datetime) -> GroupImport:
    """A new one of a chat, empty."""
    values: dict[str, Any] = {"person_id": person.id, "account_id": place[0], "chat": place[1], "state": state}
    added = await db.add(group_imports, **values, found={"messages": 0, "links": [], "left_out": 0}, begun_at=now)
    found = await find(db, added)
    if found is None:
        raise LookupError(added)
    return found


async def find(db: OfficeDb, import_id: int) -> GroupImport | None:
    """One of them, or None."""
    row = await db.row(db.of(group_imports).where(group_imports.c.id == import_id))
    return as_record(GroupImport, row) if row else None


async def of_chat(db: OfficeDb, account_id: AccountId, chat: str, state: Bringing) -> GroupImport | None:
    """The newest of a chat in a state."""
    here = (group_imports.c.account_id == account_id, group_imports.c.chat == chat, group_imports.c.state == state)
    row = await db.row(db.of(group_imports).where(*here).order_by(group_imports.c.id.desc()).limit(1))
    return as_record(GroupImport, row) if row else None


async def move(db: OfficeDb, held: GroupImport, to: Bringing, due_at: datetime | None, **values: Any) -> bool:
    """Bring one that is still as it was read to another state, or change what it holds; False: somebody was first."""
    as_read = (group_imports.c.id == held.id, group_imports.c.state == held.state, group_imports.c.done == held.done)
    return await db.change(group_imports, *as_read, state=to, due_at=due_at, **values) == 1


async def next_due(db: OfficeDb) -> datetime | None:
    """When there is next something to do."""
    found: datetime | None = await db.value(db.of(group_imports, func.min(group_imports.c.due_at)))
    return found


async def due(db: OfficeDb, now: datetime) -> GroupImport | None:
    """The one that has waited longest."""
    here = db.of(group_imports).where(group_imports.c.due_at <= now)
    row = await db.row(here.order_by(group_imports.c.due_at, group_imports.c.id).limit(1))
    return as_record(GroupImport, row) if row else None


async def note(db: OfficeDb, held: GroupImport, link: Link, told_at: datetime | None) -> None:
    """A link came by this import, and when the group says it was posted."""
    await db.add(group_links, import_id=held.id, link_id=link.id, told_at=told_at)


async def told_at(db: OfficeDb, link_id: int) -> datetime | None:
    """When the group says a link was posted; None where it says nothing, or the link came otherwise."""
    found: datetime | None = await db.value(db.of(group_links, group_links.c.told_at).where(group_links.c.link_id == link_id))
    return found


async def brought(db: OfficeDb, held: GroupImport) -> tuple[Brought, ...]:
    """The links that an import recorded, in the order of their authors."""
    columns = (links.c.id, links.c.number, links.c.person_id, links.c.address, links.c.outlet_id, links.c.release_id,
               links.c.kind, links.c.state)  # fmt: skip
    query = db.of(group_links, *columns).join(links, links.c.id == group_links.c.link_id)
    here = query.where(group_links.c.import_id == held.id)
    return as_records(Brought, await db.rows(here.order_by(links.c.person_id, links.c.id)))


async def taken_back(db: OfficeDb, held: GroupImport) -> tuple[Brought, ...]:
    """Those of an import that were taken back."""
    rows = await db.rows(
        db.of(group_links, links.c.id, links.c.reason).join(links, links.c.id == group_links.c.link_id)
        .where(group_links.c.import_id == held.id, links.c.reason == MISDIRECTED)
    )  # fmt: skip
    gone = {row.id for row in rows}
    return tuple(each for each in await brought(db, held) if each.id in gone)


async def known(db: OfficeDb, identities: Collection[str]) -> set[str]:
    """Which of some articles are counted already."""
    rows = await db.rows(db.of(links, links.c.identity).where(links.c.identity.in_(list(identities))))
    return {row.identity for row in rows}


async def writers(db: OfficeDb) -> Mapping[OutletId, Sequence[Person]]:
    """The registered journalists of each outlet, those who also write there among them."""
    able = {each.id: each for each in await journalists(db)}
    also = await db.rows(db.of(memberships, memberships.c.person_id, memberships.c.outlet_id))
    pairs = {(each.outlet_id, each.id) for each in able.values() if each.outlet_id}
    pairs |= {(OutletId(row.outlet_id), PersonId(row.person_id)) for row in also}
    found: dict[OutletId, list[Person]] = {}
    for outlet_id, person_id in sorted(pair for pair in pairs if pair[1] in able):
        found.setdefault(outlet_id, []).append(able[person_id])
    return found


async def journalists(db: OfficeDb) -> Sequence[Person]:
    """Everybody who may have written something."""
    able = (people.c.role == Role.JOURNALIST, people.c.standing.in_((Standing.ACTIVE, Standing.PAUSED)))
    return as_records(Person, await db.rows(db.of(people).where(*able).order_by(people.c.name, people.c.id)))


def is_nobody(db: OfficeDb, person: Person) -> bool:
    """Whether a link's sender stands for whoever in the group wrote it."""
    return person.id == db.office.settings.get(_NOBODY)


async def nobody(db: OfficeDb, now: datetime) -> Person:
    """Who stands for the unknown authors of a group: somebody without an address, who is never told anything."""
    known = await _person(db, db.office.settings.get(_NOBODY, 0))
    if known:
        return known
    values = {"name": GROUP, "role": Role.GUEST, "standing": Standing.LEFT, "language": Language.ID}
    added = await db.add(people, **values, created_at=now)
    await offices.change_settings(db, **{_NOBODY: added})
    db.office.settings[_NOBODY] = added  # for what follows in this transaction
    made = await _person(db, added)
    if made is None:
        raise LookupError(added)
    return made


async def _person(db: OfficeDb, person_id: int) -> Person | None:
    row = await db.row(db.of(people).where(people.c.id == person_id))
    return as_record(Person, row) if row else None


async def belongs(db: OfficeDb, link: Link, was: Person, author: Person, doubt: str) -> bool:
    """Somebody said whose a link is; False where somebody else said so before."""
    as_read = (links.c.id == link.id, links.c.person_id == was.id)
    return await db.change(links, *as_read, person_id=author.id, doubt=doubt) == 1
