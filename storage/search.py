"""One search over an office: each kind of thing whose words hold all that was typed, the newest first."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Select, false, func, or_

from storage.database import OfficeDb
from storage.people import ABLE
from storage.records import InvitationStatus, LinkState, PersonId, Status
from storage.releases import body_for
from storage.tables import (
    inquiries,
    inquiry_questions,
    invitations,
    invitees,
    links,
    outlet_aliases,
    outlet_hosts,
    outlets,
    people,
    releases,
    verdicts,
)

MOST: Final = 50  # of a kind: who finds more has to say more
_CODE: Final = re.compile(r"([rlut])[\s.#_-]*([0-9]{1,9})")


class Hit(NamedTuple):
    """One thing that was found; `code` is empty where people type its name instead."""

    id: int
    code: str
    title: str
    at: datetime | None = None
    state: str = ""


async def in_releases(
    db: OfficeDb, words: Sequence[str], statuses: Iterable[Status], reader: PersonId | None = None
) -> list[Hit]:
    """By headline and text; where a reader is named, of what is under embargo by the text only if they agreed to wait."""
    at = func.coalesce(releases.c.launched_at, releases.c.created_at)
    query = db.of(
        releases, releases.c.id, releases.c.number, releases.c.headline.label("title"), at.label("at"), releases.c.status
    )
    fields = (releases.c.headline, body_for(db, reader))
    here = (releases.c.status.in_(list(statuses)), *_all(words, ("r", releases.c.number), *fields))
    return await _hits(db, query.where(*here).order_by(at.desc(), releases.c.id.desc()), "R")


async def in_invitations(db: OfficeDb, words: Sequence[str], guest: PersonId | None) -> list[Hit]:
    """By title, place and note; where a guest is named, only what they were invited to."""
    at = invitations.c.starts_at
    query = db.of(invitations, invitations.c.id, invitations.c.number, invitations.c.title, at.label("at"), invitations.c.status)
    fields = (invitations.c.title, invitations.c.place, invitations.c.note)
    here = (invitations.c.status != InvitationStatus.DISCARDED, *_all(words, ("u", invitations.c.number), *fields))
    if guest is not None:
        mine = db.of(invitees, invitees.c.invitation_id).where(invitees.c.person_id == guest, invitees.c.invited)
        here = (*here, invitations.c.id.in_(mine))
    return await _hits(db, query.where(*here).order_by(at.desc(), invitations.c.id.desc()), "U")


async def in_links(db: OfficeDb, words: Sequence[str], sender: PersonId | None) -> list[Hit]:
    """By address, title of the page and outlet; where a sender is named, only theirs."""
    title = func.coalesce(verdicts.c.title, "")
    columns = (links.c.id, links.c.number, title.label("title"), links.c.address, links.c.received_at.label("at"), links.c.state)
    query = db.of(links, *columns).join(verdicts, verdicts.c.link_id == links.c.id, isouter=True)
    query = query.join(outlets, outlets.c.id == links.c.outlet_id, isouter=True)
    here = _all(words, ("l", links.c.number), links.c.address, title, func.coalesce(outlets.c.name, ""))
    mine = (links.c.person_id == sender,) if sender is not None else ()
    rows = await db.rows(query.where(*here, *mine).order_by(links.c.id.desc()).limit(MOST))
    return [Hit(row.id, f"L-{row.number}", row.title or row.address, row.at, LinkState(row.state).value) for row in rows]


async def in_inquiries(db: OfficeDb, words: Sequence[str], asker: PersonId | None) -> list[Hit]:
    """By what was asked; where an asker is named, only theirs."""
    first = db.of(inquiry_questions, func.min(inquiry_questions.c.id)).where(inquiry_questions.c.inquiry_id == inquiries.c.id)
    columns = (inquiries.c.id, inquiries.c.number, inquiry_questions.c.words.label("title"), inquiries.c.asked_at.label("at"))
    query = db.of(inquiries, *columns, inquiries.c.state).join(
        inquiry_questions, inquiry_questions.c.id == first.correlate(inquiries).scalar_subquery()
    )
    here = _all(words, ("t", inquiries.c.number), inquiry_questions.c.words)
    mine = (inquiries.c.person_id == asker,) if asker is not None else ()
    return await _hits(db, query.where(*here, *mine).order_by(inquiries.c.id.desc()), "T")


async def in_outlets(db: OfficeDb, words: Sequence[str]) -> list[Hit]:
    """By name, by another name and by web address."""
    found = []
    for word in words:
        named = db.of(outlet_aliases, outlet_aliases.c.outlet_id).where(_holds(outlet_aliases.c.name, word))
        hosted = db.of(outlet_hosts, outlet_hosts.c.outlet_id).where(_holds(outlet_hosts.c.host, word))
        found.append(or_(_holds(outlets.c.name, word), outlets.c.id.in_(named), outlets.c.id.in_(hosted)))
    query = db.of(outlets, outlets.c.id, outlets.c.name).where(*found).order_by(outlets.c.name).limit(MOST)
    return [Hit(row.id, "", row.name) for row in await db.rows(query)]


async def in_people(db: OfficeDb, words: Sequence[str]) -> list[Hit]:
    """Registered people, by name and by the name of their outlet."""
    outlet = func.coalesce(outlets.c.name, "")
    query = db.of(people, people.c.id, people.c.name, people.c.role, outlet.label("outlet"))
    query = query.join(outlets, outlets.c.id == people.c.outlet_id, isouter=True)
    here = (people.c.standing.in_(ABLE), *_all(words, None, people.c.name, outlet))
    rows = await db.rows(query.where(*here).order_by(people.c.name, people.c.id).limit(MOST))
    return [Hit(row.id, "", f"{row.name}, {row.outlet}" if row.outlet else row.name) for row in rows]


async def _hits(db: OfficeDb, query: Select[Any], letter: str) -> list[Hit]:
    rows = await db.rows(query.limit(MOST))
    return [Hit(row.id, f"{letter}-{row.number}", row.title, row.at, getattr(row, "status", None) or row.state) for row in rows]


def _all(
    words: Sequence[str], coded: tuple[str, ColumnElement[int]] | None, *fields: ColumnElement[str]
) -> tuple[ColumnElement[bool], ...]:
    """Every word stands in some field, or is the code."""
    return tuple(or_(*(_holds(each, word) for each in fields), _is_code(coded, word)) for word in words)


def _is_code(coded: tuple[str, ColumnElement[int]] | None, word: str) -> ColumnElement[bool]:
    found = _CODE.fullmatch(word.lower())
    return coded[1] == int(found[2]) if coded and found and found[1] == coded[0] else false()


def _holds(column: ColumnElement[str], word: str) -> ColumnElement[bool]:
    """Whatever was typed is text here: % and _ mean themselves."""
    return func.lower(column).contains(word.lower(), autoescape=True)
