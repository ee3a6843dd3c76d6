"""The privacy notice in each version and language as it was shown, and who agreed to which."""

from datetime import datetime

from sqlalchemy import cast, literal, select

from storage.database import OfficeDb, as_records
from storage.people import ABLE
from storage.records import Language, Person, PersonId, Role
from storage.tables import consents, notices, occurrences, people


async def keep(db: OfficeDb, version: str, language: Language, text: str, now: datetime) -> None:
    """Keep the text of a version the first time that somebody agrees to it."""
    await db.add_once(notices, version=version, language=language, text=text, since=now)


async def agreed(db: OfficeDb, person_id: PersonId, version: str) -> bool:
    """Whether somebody's consent to a version stands."""
    here = (consents.c.person_id == person_id, consents.c.notice == version, consents.c.withdrawn_at.is_(None))
    return await db.row(db.of(consents, consents.c.id).where(*here).limit(1)) is not None


async def others(db: OfficeDb, version: str) -> bool:
    """Whether any consent to another version stands."""
    here = (consents.c.notice != version, consents.c.withdrawn_at.is_(None))
    return await db.row(db.of(consents, consents.c.id).where(*here).limit(1)) is not None


def asked_key(version: str, person_id: PersonId) -> str:
    """Under which it happens once that somebody is asked to agree to a version."""
    return f"notice:{version}:{person_id}"


async def unasked(db: OfficeDb, version: str, limit: int) -> tuple[Person, ...]:
    """Journalists here who agreed to another version than this, and have not been asked about this one."""
    another = select(consents.c.person_id).where(consents.c.withdrawn_at.is_(None), consents.c.notice != version)
    this = select(consents.c.person_id).where(consents.c.notice == version)
    key = literal(f"notice:{version}:") + cast(people.c.id, occurrences.c.key.type)
    told = select(occurrences.c.id).where(occurrences.c.office_id == people.c.office_id, occurrences.c.key == key)
    here = (people.c.standing.in_(ABLE), people.c.role == Role.JOURNALIST, people.c.id.in_(another), people.c.id.not_in(this))
    return as_records(Person, await db.rows(db.of(people).where(*here, ~told.exists()).order_by(people.c.id).limit(limit)))


async def consent(db: OfficeDb, person_id: PersonId, notice: str, now: datetime) -> None:
    """Record that a person agreed to a version of the privacy notice."""
    await db.add(consents, person_id=person_id, notice=notice, given_at=now)


async def withdraw_consent(db: OfficeDb, person_id: PersonId, now: datetime) -> None:
    """Record that a person took their agreement back."""
    await db.change(consents, consents.c.person_id == person_id, consents.c.withdrawn_at.is_(None), withdrawn_at=now)
