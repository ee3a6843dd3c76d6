"""What is known of an appeal: the decision, its rule, who may answer, and until when."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from handlers.limits import answer_by
from handlers.permissions import Permission, roles_with
from storage import appeals, holidays, links, people, rules
from storage.appeals import Appeal, Decision
from storage.database import OfficeDb
from storage.records import Json, Link, Person, PersonId


class Who(StrEnum):
    """How a member of the staff stands to an appeal, or who its sender is told will answer."""

    OTHER = "other"  # somebody else than whoever decided
    OWN = "own"  # they decided, and others may answer
    ALONE = "alone"  # they decided, nobody else may answer, and the office lets them
    SAME = "same"  # the same, as its sender is told
    NOBODY = "nobody"  # they decided, nobody else may answer, and the office does not let them


async def ground(db: OfficeDb, version: int | None) -> Json:
    """The version of the rules that a decision names."""
    found = {each.version: each for each in await rules.versions(db)}
    held = found.get(version or rules.FIRST, found[rules.FIRST])
    return {"version": held.version, "since": held.since.isoformat(), "reference": held.reference}


async def others(db: OfficeDb, about: Decision) -> Sequence[Person]:
    """Who may answer: whoever may decide, but for those who did."""
    able = await people.with_roles(db, roles_with(Permission.VERIFY))
    return [each for each in able if each.id not in about.people]


async def told(db: OfficeDb, about: Decision) -> Sequence[PersonId]:
    """Who hears of an appeal: those who may answer; where there is nobody, those who decided."""
    return [each.id for each in await others(db, about)] or about.people


async def may_alone(db: OfficeDb, now: datetime) -> bool:
    """Whether the office lets one person do what two should."""
    return bool((await rules.in_force(db, now)).alone)


async def place(db: OfficeDb, about: Decision, person: Person, now: datetime) -> Who:
    """How somebody of the staff stands to an appeal."""
    if person.id not in about.people:
        return Who.OTHER
    if await others(db, about):
        return Who.OWN
    return Who.ALONE if await may_alone(db, now) else Who.NOBODY


async def answering(db: OfficeDb, about: Decision, now: datetime) -> Who:
    """Who will answer, as its sender is told."""
    if await others(db, about):
        return Who.OTHER
    return Who.SAME if await may_alone(db, now) else Who.NOBODY


async def due(db: OfficeDb, now: datetime) -> datetime:
    """Until when an appeal that is raised now is answered."""
    days = (await rules.in_force(db, now)).appeal_days
    return answer_by(now, days, ZoneInfo(db.office.zone), await holidays.known(db))


async def standing(db: OfficeDb, link: Link) -> Json:
    """What is said of a link that was decided against: the rule, and whether an appeal is still open to its sender."""
    about = None if links.is_final(link.reason) else await appeals.decision(db, link)
    held = await appeals.of_decision(db, about.id) if about else None
    return {
        "appealable": about is not None and held is None,
        "ground": await ground(db, about.rules_version) if about else {},
    }


async def history(db: OfficeDb, link: Link) -> list[Json]:
    """All appeals about a link, for its steps."""
    return [brief(each, link.code) for each in await appeals.of_link(db, link.id)]


def brief(appeal: Appeal, code: str) -> Json:
    """An appeal without the decision."""
    return {
        "appeal": appeal.id, "code": code, "state": appeal.state, "at": appeal.raised_at.isoformat(),
        "due": appeal.due_at.isoformat(), "why": appeal.reason,
        "ended": appeal.decided_at.isoformat() if appeal.decided_at else "",
    }  # fmt: skip


async def names(db: OfficeDb, ids: Sequence[PersonId]) -> list[str]:
    """What people are called."""
    return [found.name for found in [await people.find(db, each) for each in ids] if found]
