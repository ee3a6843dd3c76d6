"""Codes that let somebody join in a role, once; kept as their hashes."""

import hashlib
from datetime import datetime

from storage.database import OfficeDb
from storage.records import PersonId, Role
from storage.tables import join_codes


async def add(db: OfficeDb, code: str, role: Role, expires_at: datetime) -> None:
    """Keep a one-time join code, as its hash only."""
    await db.add(join_codes, digest=_digest(code), role=role, expires_at=expires_at)


async def role_of(db: OfficeDb, code: str, now: datetime) -> Role | None:
    """The role that a join code would give, without spending it; None where it is worth nothing."""
    here = (join_codes.c.digest == _digest(code), join_codes.c.used_at.is_(None), join_codes.c.expires_at > now)
    found = await db.value(db.of(join_codes, join_codes.c.role).where(*here))
    return Role(found) if found else None


async def use(db: OfficeDb, code: str, person_id: PersonId, now: datetime) -> Role | None:
    """Spend a join code and give its role; None where it is unknown, spent or too old."""
    here = (join_codes.c.digest == _digest(code), join_codes.c.used_at.is_(None), join_codes.c.expires_at > now)
    if not await db.change(join_codes, *here, used_at=now, used_by=person_id):
        return None
    return Role(await db.value(db.of(join_codes, join_codes.c.role).where(join_codes.c.digest == _digest(code))))


def _digest(code: str) -> str:
    return hashlib.sha256(code.strip().encode()).hexdigest()
