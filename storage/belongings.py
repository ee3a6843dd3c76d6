"""Whose a row is: the rows of each table that tell of a person, found by the keys that lead to people."""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Table, Text, and_, cast, false, func, or_, select

from storage.database import OfficeDb
from storage.records import PersonId
from storage.tables import addresses, audit, charges, files, join_codes, links, merges, metadata, outbox, people, proof_files

SHORTEST = 4  # characters of a name or a number that is looked for in what others were told
BLANK = "—"  # in the place of a name that is gone


class Self(NamedTuple):
    """A person as the tables know them: their numbers, their chats, and the names and numbers by which they are called."""

    ids: tuple[int, ...]
    chats: tuple[tuple[int, str], ...]  # account and chat
    called: tuple[str, ...]


async def of(db: OfficeDb, person_id: PersonId) -> Self:
    """The person, with the records that were made one with theirs."""
    joined = (merges.c.kept_id == person_id, merges.c.merged_at.is_not(None), merges.c.undone_at.is_(None))
    gone = await db.rows(db.of(merges, merges.c.gone_id).where(*joined))
    ids = (int(person_id), *(row.gone_id for row in gone))
    named = await db.rows(db.of(people, people.c.name).where(people.c.id.in_(ids)))
    places = await db.rows(db.of(addresses).where(addresses.c.person_id.in_(ids)))
    called = {row.name for row in named} | {word for row in places for word in (row.user_key, row.chat, row.phone)}
    chats = tuple((row.account_id, row.chat) for row in places)
    return Self(ids, chats, tuple(sorted(word for word in called if len(word) >= SHORTEST)))


def mine(table: Table, who: Self) -> ColumnElement[bool]:
    """Which rows of a table tell of a person. LookupError for a table from which nothing leads to people."""
    if special := SPECIAL.get(table.name):
        found: ColumnElement[bool] = special(who)
        return found
    if "person_id" in table.c:
        return table.c.person_id.in_(who.ids)
    if {"account_id", "chat"} <= set(table.c.keys()):
        return in_chats(table, who)
    if keys := _to(table, "people"):
        return or_(*(key.in_(who.ids) for key in keys))
    for name, key in ((each.column.table.name, column) for column in table.c for each in column.foreign_keys):
        if name in ROADS:
            beyond = metadata.tables[name]
            return key.in_(select(beyond.c.id).where(mine(beyond, who)))
    raise LookupError(f"nothing leads from {table.name} to people")


def in_chats(table: Table, who: Self) -> ColumnElement[bool]:
    """Which rows of a table belong to a person's chats."""
    return or_(*(and_(table.c.account_id == account, table.c.chat == chat) for account, chat in who.chats), false())


def _to(table: Table, name: str) -> list[Any]:
    return [column for column in table.c for key in column.foreign_keys if key.column.table.name == name]


# From a row of these it is known whose the rows are that belong to it.
ROADS = ("links", "releases", "announcements", "invitations", "group_imports", "proofs")


def _objects(who: Self) -> list[str]:
    return [f"person:{each}" for each in who.ids]


SPECIAL: Mapping[str, Any] = {
    "people": lambda who: people.c.id.in_(who.ids),
    "merges": lambda who: or_(merges.c.kept_id.in_(who.ids), merges.c.gone_id.in_(who.ids)),
    "join_codes": lambda who: join_codes.c.used_by.in_(who.ids),
    "links": lambda who: links.c.person_id.in_(who.ids),
    "files": lambda who: or_(
        files.c.person_id.in_(who.ids), files.c.id.in_(select(proof_files.c.file_id).where(mine(proof_files, who)))
    ),
    "audit": lambda who: or_(audit.c.actor_id.in_(who.ids), audit.c.object.in_(_objects(who))),
    "charges": lambda who: charges.c.platform_id.in_(
        select(outbox.c.platform_id).where(outbox.c.person_id.in_(who.ids), outbox.c.platform_id != "")
    ),
}


# --- what is said of somebody elsewhere --------------------------------------------------------------


def mentions(who: Self, *columns: Any) -> ColumnElement[bool]:
    """Rows in which a person is perhaps named; `names` says whether they are."""
    spelled = {form for word in who.called for form in (word, json.dumps(word)[1:-1])}
    text = [func.lower(cast(column, Text)) for column in columns]
    return or_(*(each.contains(word.lower(), autoescape=True) for each in text for word in spelled), false())


def pattern(who: Self) -> re.Pattern[str]:
    """The names and numbers of a person as whole words."""
    spelled = "|".join(re.escape(word) for word in sorted(who.called, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)" if spelled else r"(?!)", re.IGNORECASE)


def names(named: re.Pattern[str], value: object) -> bool:
    """Whether words, or JSON, name the person."""
    return bool(scrubbed(named, value) != value)


def scrubbed(named: re.Pattern[str], value: Any) -> Any:
    """JSON without the texts and numbers that name the person."""
    if isinstance(value, Mapping):
        return {scrubbed(named, key): scrubbed(named, each) for key, each in value.items()}
    if isinstance(value, list):
        return [scrubbed(named, each) for each in value]
    said = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    return BLANK if named.search(said) else value
