"""People, where they can be reached, what they agreed to, and the codes by which they join."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, update

from storage import areas, subscriptions
from storage.database import EveryOfficeDb, OfficeDb, as_record, as_records
from storage.records import (
    TALKS,
    Account,
    AccountId,
    AccountState,
    Address,
    Audience,
    Language,
    OutletId,
    Person,
    PersonId,
    Role,
    Standing,
)
from storage.tables import (
    accounts,
    addresses,
    memberships,
    outlets,
    people,
    press_group_members,
    withholdings,
)

ABLE = (Standing.ACTIVE, Standing.PAUSED)
ENDED = (Standing.LEFT, Standing.REMOVED)


async def by_user_key(db: OfficeDb, account: Account, user_key: str) -> Person | None:
    """Who writes under this platform identity."""
    here = (addresses.c.account_id == account.id, addresses.c.user_key == user_key)
    row = await db.row(db.of(people).join(addresses, addresses.c.person_id == people.c.id).where(*here))
    return as_record(Person, row) if row else None


async def by_chat(db: OfficeDb, account: Account, chat: str) -> Person | None:
    """Whom a chat belongs to."""
    here = (addresses.c.account_id == account.id, addresses.c.chat == chat)
    row = await db.row(db.of(people).join(addresses, addresses.c.person_id == people.c.id).where(*here).limit(1))
    return as_record(Person, row) if row else None


async def meet(db: OfficeDb, account: Account, user_key: str, chat: str, name: str, language: Language, now: datetime) -> Person:
    """Add a stranger with the place where they wrote."""
    values = {"name": name, "role": Role.GUEST, "standing": Standing.NEW, "language": language, "created_at": now}
    person_id = PersonId(await db.add(people, **values))
    await db.add(addresses, person_id=person_id, account_id=account.id, user_key=user_key, chat=chat, said_at=now)
    return await by_id(db, person_id)


async def heard(db: OfficeDb, account: Account, user_key: str, phone: str, now: datetime) -> None:
    """Somebody wrote: they can be reached again; a phone that is hidden now stays as it was last known."""
    where = (addresses.c.account_id == account.id, addresses.c.user_key == user_key)
    await db.change(addresses, *where, reachable=True, said_at=now, **({"phone": phone} if phone else {}))


async def rename_chat(db: OfficeDb, account: Account, phone: str, user_key: str, chat: str) -> bool:
    """Know somebody by the platform's id who was known only by their phone; False where nobody was."""
    where = (addresses.c.account_id == account.id, addresses.c.user_key == phone)
    return await db.change(addresses, *where, user_key=user_key, chat=chat, phone=phone) > 0


async def silent_since(db: EveryOfficeDb, account_id: AccountId, chats: Iterable[str]) -> dict[str, datetime | None]:
    """When each of these chats last said a word; None for one that never did, or whose talk was closed."""
    here = (addresses.c.account_id == account_id, addresses.c.chat.in_(list(chats)))
    return {row.chat: row.said_at for row in await db.rows(select(addresses.c.chat, addresses.c.said_at).where(*here))}


async def close_talk(db: OfficeDb, account_id: AccountId, chat: str) -> None:
    """The platform says that a person's talk with us is closed, whatever we counted."""
    await db.change(addresses, addresses.c.account_id == account_id, addresses.c.chat == chat, said_at=None)


async def set_wanted(db: OfficeDb, account_id: AccountId, chat: str, *, wanted: bool) -> None:
    """Note whether broadcasts are wanted in a chat."""
    await db.change(addresses, addresses.c.account_id == account_id, addresses.c.chat == chat, wanted=wanted)


async def set_reachable(db: OfficeDb, account_id: AccountId, chat: str, *, reachable: bool) -> None:
    """Note whether a chat can be written to."""
    await db.change(addresses, addresses.c.account_id == account_id, addresses.c.chat == chat, reachable=reachable)


async def move_chat(db: EveryOfficeDb, account_id: AccountId, old: str, new: str, phone: str = "") -> None:
    """A chat got another address on its platform; whoever was known by the old one is known by the new one.

    The old one may be a phone, where the platform does not say who it was.
    """
    named = or_(addresses.c.chat == old, and_(addresses.c.phone == old, addresses.c.phone != ""))
    known = case((addresses.c.user_key == addresses.c.chat, new), else_=addresses.c.user_key)
    values = {"chat": new, "user_key": known} | ({"phone": phone} if phone else {})
    await db.run(update(addresses).where(addresses.c.account_id == account_id, named).values(**values))


async def by_id(db: OfficeDb, person_id: PersonId) -> Person:
    """One person; LookupError where the office has none."""
    row = await db.row(db.of(people).where(people.c.id == person_id))
    if row is None:
        raise LookupError(f"no person {person_id}")
    return as_record(Person, row)


async def find(db: OfficeDb, person_id: int) -> Person | None:
    """One person, or None."""
    row = await db.row(db.of(people).where(people.c.id == person_id))
    return as_record(Person, row) if row else None


async def first_here(db: OfficeDb, *ids: PersonId | None) -> Person | None:
    """The first of these people who is still with the office: who has left is told nothing any more."""
    found = [await find(db, each) for each in ids if each]
    return next((each for each in found if each and each.standing in ABLE), None)


async def change(db: OfficeDb, person_id: PersonId, **values: Any) -> Person:
    """Change fields of a person and give the person as they now are."""
    await db.change(people, people.c.id == person_id, **values)
    return await by_id(db, person_id)


async def move(db: OfficeDb, person_id: PersonId, standings: Iterable[Standing], **values: Any) -> bool:
    """Change a person who is still in one of the standings; False = somebody was first."""
    return await db.change(people, people.c.id == person_id, people.c.standing.in_(list(standings)), **values) > 0


async def change_role(db: OfficeDb, person_id: PersonId, was: Role, role: Role) -> bool:
    """Give another role, without an end, to a person who still has the one they had; False = somebody was first."""
    return await db.change(people, people.c.id == person_id, people.c.role == was, role=role, role_until=None) > 0


async def others_with(db: OfficeDb, role: Role, person_id: PersonId) -> int:
    """How many others with a role can act for the office. They stay as they are until the transaction ends."""
    here = (people.c.role == role, people.c.standing.in_(ABLE))
    rows = await db.rows(db.of(people, people.c.id).where(*here).order_by(people.c.id).with_for_update())
    return sum(row.id != person_id for row in rows)


async def with_roles(db: OfficeDb, roles: Iterable[Role]) -> tuple[Person, ...]:
    """Active people with one of the roles, in the order in which they came."""
    here = (people.c.role.in_(list(roles)), people.c.standing == Standing.ACTIVE)
    return as_records(Person, await db.rows(db.of(people).where(*here).order_by(people.c.id)))


async def in_standing(db: OfficeDb, standing: Standing) -> tuple[Person, ...]:
    """Everybody in one standing, longest waiting first."""
    query = db.of(people).where(people.c.standing == standing)
    return as_records(Person, await db.rows(query.order_by(people.c.registered_at, people.c.id)))


async def listed(
    db: OfficeDb, roles: Iterable[Role], like: str = "", *, standings: Iterable[Standing] = ABLE
) -> tuple[Person, ...]:
    """Registered people of some roles by name; `like` narrows to names that contain it."""
    query = db.of(people).where(people.c.standing.in_(list(standings)), people.c.role.in_(list(roles)))
    narrowed = query.where(func.lower(people.c.name).contains(like.lower(), autoescape=True)) if like else query
    return as_records(Person, await db.rows(narrowed.order_by(people.c.name)))


async def of_outlet(db: OfficeDb, outlet_id: OutletId) -> tuple[Person, ...]:
    """Registered people whose main outlet it is, by name."""
    here = (people.c.outlet_id == outlet_id, people.c.standing.in_(ABLE))
    return as_records(Person, await db.rows(db.of(people).where(*here).order_by(people.c.name)))


async def paused_past(db: OfficeDb, now: datetime) -> tuple[Person, ...]:
    """People whose pause is over."""
    here = (people.c.standing == Standing.PAUSED, people.c.paused_until <= now)
    return as_records(Person, await db.rows(db.of(people).where(*here)))


async def next_return(db: OfficeDb) -> datetime | None:
    """When the next pause ends."""
    found: datetime | None = await db.value(
        db.of(people, func.min(people.c.paused_until)).where(people.c.standing == Standing.PAUSED)
    )
    return found


async def address_of(db: OfficeDb, person_id: PersonId) -> Address | None:
    """Where to write to a person: the preferred address that can be reached, but rather one whose account is not stopped."""
    here = (addresses.c.person_id == person_id, addresses.c.reachable)
    query = db.of(addresses).join(accounts, accounts.c.id == addresses.c.account_id).where(*here)
    order = ((accounts.c.state == AccountState.BROKEN), addresses.c.preferred.desc(), addresses.c.id)
    row = await db.row(query.order_by(*order).limit(1))
    return as_record(Address, row) if row else None


async def addresses_of(db: OfficeDb, person_id: PersonId) -> tuple[Address, ...]:
    """Every place where a person was met."""
    return as_records(Address, await db.rows(db.of(addresses).where(addresses.c.person_id == person_id)))


def active(db: OfficeDb) -> Select[Any]:
    """The query of the ids of everybody who may be told something now."""
    return db.of(people, people.c.id).where(people.c.standing == Standing.ACTIVE)


def members(db: OfficeDb, audience: Audience) -> Select[Any]:
    """The query of the audience's people with the one address each is written to; for INSERT … SELECT."""
    # Looked up person by person: quick whatever the planner believes about the sizes of the tables.
    own = addresses.alias()
    able = select(own.c.id).where(own.c.person_id == people.c.id, own.c.reachable, own.c.wanted)
    best = able.order_by(own.c.preferred.desc(), own.c.id).limit(1).scalar_subquery()
    columns = (people.c.id, people.c.language, people.c.plain, subscriptions.later_for(audience).label("late"))
    query = db.of(people, *columns, addresses.c.account_id, addresses.c.chat)
    one_each = query.join(addresses, addresses.c.person_id == people.c.id).where(addresses.c.id == best)
    wanting = subscriptions.wanted_by(audience)
    return one_each.where(*_narrowed(audience), people.c.standing == Standing.ACTIVE, wanting)


async def census(db: OfficeDb, audience: Audience) -> dict[str, int]:
    """How many of an audience would get a message now ("reached"), and why the others would not."""
    found = await db.rows(members(db, audience))
    here = _narrowed(audience)
    counts = db.of(people, people.c.standing, func.count().label("number")).where(*here, subscriptions.wanted_by(audience))
    by_standing = {row.standing: row.number for row in await db.rows(counts.group_by(people.c.standing))}
    others = db.of(people, func.count()).where(*here, people.c.standing == Standing.ACTIVE, ~subscriptions.wanted_by(audience))
    return {
        "reached": len(found),
        "digest": sum(row.late for row in found),
        "unfollowing": int(await db.value(others)),
        "unreachable": by_standing.get(Standing.ACTIVE, 0) - len(found),
        "paused": by_standing.get(Standing.PAUSED, 0),
        "left": by_standing.get(Standing.LEFT, 0),
    }


async def some_of(db: OfficeDb, audience: Audience, most: int) -> list[str]:
    """The names of some of an audience who would get a message now, by name."""
    who = members(db, audience).subquery()
    query = db.of(people, people.c.name).join(who, who.c.id == people.c.id).order_by(people.c.name).limit(most)
    return [row.name for row in await db.rows(query)]


async def closed_talks(db: OfficeDb, audience: Audience, now: datetime) -> int:
    """How many of an audience can only be reached by an approved template, since their last word is too long ago."""
    who, closed = members(db, audience).subquery(), []
    for kind, open_for in TALKS.items():
        silent = or_(addresses.c.said_at.is_(None), addresses.c.said_at <= now - open_for)
        closed.append(and_(accounts.c.kind == kind, silent))
    here = and_(addresses.c.account_id == who.c.account_id, addresses.c.chat == who.c.chat)
    counted = db.of(addresses, func.count()).join(who, here).join(accounts, accounts.c.id == addresses.c.account_id)
    return int(await db.value(counted.where(or_(*closed))))


def _narrowed(audience: Audience) -> tuple[Any, ...]:
    of_medium = select(outlets.c.id).where(outlets.c.medium.in_(audience.media))
    medium = (people.c.outlet_id.in_(of_medium),) if audience.media else ()
    free = () if audience.blocked else (people.c.blocked_until.is_(None),)
    return (people.c.role.in_(audience.roles), *medium, *free, *_segment(audience))


def _segment(audience: Audience) -> Iterable[ColumnElement[bool]]:
    """The districts, the groups, and from whom it is withheld."""
    if audience.areas:
        yield areas.covers(people.c.area, audience.areas)
    if audience.but_areas:
        yield ~areas.named(people.c.area, audience.but_areas)
    if audience.groups:
        within = select(press_group_members.c.person_id).where(press_group_members.c.group_id.in_(audience.groups))
        yield people.c.id.in_(within)
    if audience.release:
        withheld = select(withholdings.c.person_id).where(withholdings.c.release_id == audience.release)
        yield people.c.id.not_in(withheld)


async def join_outlet(db: OfficeDb, person_id: PersonId, outlet_id: OutletId, now: datetime) -> None:
    """Note that a journalist also writes for an outlet; saying it twice changes nothing."""
    if outlet_id not in await outlets_of(db, person_id):
        await db.add_once(memberships, person_id=person_id, outlet_id=outlet_id, created_at=now)


async def quit_outlet(db: OfficeDb, person_id: PersonId, outlet_id: OutletId) -> None:
    """Take back that a journalist also writes for an outlet."""
    await db.drop(memberships, memberships.c.person_id == person_id, memberships.c.outlet_id == outlet_id)


async def outlets_of(db: OfficeDb, person_id: PersonId) -> Sequence[OutletId]:
    """The outlets a person writes for: the main one first."""
    main = await db.value(db.of(people, people.c.outlet_id).where(people.c.id == person_id))
    others = await db.rows(db.of(memberships, memberships.c.outlet_id).where(memberships.c.person_id == person_id))
    return [OutletId(each) for each in (main, *(row.outlet_id for row in others)) if each]
