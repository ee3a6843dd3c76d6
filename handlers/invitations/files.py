"""Files of an event: what goes into calendars, the picture for the door, and the list of who came. Made by jobs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from handlers.invitations import codes, ics
from handlers.invitations.shown import brief
from handlers.job import DrawCode, Found, Keep
from handlers.sheet import Sheet, WriteSheets
from messages.card import News, Saying
from messages.invitations import attendance_sheet, door_link
from messages.wording import Words
from storage import accounts, invitations, jobs, people
from storage.database import OfficeDb
from storage.records import ChannelKind, Invitation, InvitationId, Json, PersonId

CALENDAR: Final = "text/calendar"
PICTURE: Final = "image/png"
WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def queue_calendar(db: OfficeDb, held: Invitation, version: str, sequence: int, now: datetime) -> None:
    """Have the file of a version made before anybody needs it."""
    facts = {"invitation": held.id, "version": version, "sequence": sequence, "cancelled": False}
    await jobs.add(db, "invitation_calendar", _key(held.id, version, sequence, cancelled=False), facts, now)


async def queue_cancellation(db: OfficeDb, held: Invitation, now: datetime) -> None:
    """Have the file made that takes an event out of calendars, in case it is needed: then there is no time."""
    fresh = await invitations.by_id(db, held.id)
    facts = {"invitation": held.id, "version": fresh.fingerprint, "sequence": fresh.sequence + 1, "cancelled": True}
    await jobs.add(db, "invitation_calendar", _key(held.id, fresh.fingerprint, fresh.sequence + 1, cancelled=True), facts, now)


async def calendar(db: OfficeDb, held: Invitation) -> Sequence[int]:
    """The file that puts an event as it stands into a calendar; none where it is not made yet."""
    found = await invitations.file(db, _key(held.id, held.fingerprint, held.sequence, cancelled=False))
    return [found] if found else []


async def cancellation(db: OfficeDb, held: Invitation) -> Sequence[int]:
    """The file that takes it out again; none where it is not made yet."""
    found = await invitations.file(db, _key(held.id, held.fingerprint, held.sequence + 1, cancelled=True))
    return [found] if found else []


def _key(invitation_id: int, version: str, sequence: int, *, cancelled: bool) -> str:
    return f"calendar:{invitation_id}:{version}:{sequence}:{'off' if cancelled else 'on'}"


class MakeCalendar:
    """The job that writes a calendar file."""

    async def ask(self, db: OfficeDb, facts: Json) -> Keep | None:
        """The bytes of a version's file; None for a version that is not there."""
        held = await invitations.by_id(db, InvitationId(facts["invitation"]))
        details = await invitations.version(db, held.id, facts["version"])
        if details is None or details.starts_at is None:
            return None
        meant = replace(held, **vars(details), sequence=facts["sequence"])
        stamp = held.sent_at or held.created_at
        return Keep(ics.calendar(meant, db.office.name, stamp, cancelled=facts["cancelled"]).encode())

    async def tell(self, db: OfficeDb, facts: Json, found: Found, now: datetime) -> tuple[News, ...]:
        """Keep the file for those who come; nobody is told."""
        held = await invitations.by_id(db, InvitationId(facts["invitation"]))
        key = _key(held.id, facts["version"], facts["sequence"], cancelled=facts["cancelled"])
        await invitations.add_file(db, key, f"{held.code}.ics", CALENDAR, (found.digest, found.size), now)
        return ()


class DrawDoor:
    """The job that draws the picture for the door."""

    async def ask(self, db: OfficeDb, facts: Json) -> DrawCode | None:
        """The link that is drawn: of the account on which it was asked for, where that has a public name, else of another."""
        held = await invitations.by_id(db, InvitationId(facts["invitation"]))
        names = sorted(await accounts.names(db), key=lambda each: each[0] != facts["kind"])
        links = [link for kind, name in names if (link := door_link(ChannelKind(kind), name, codes.link(held)))]
        return DrawCode(links[0] if links else codes.link(held))

    async def tell(self, db: OfficeDb, facts: Json, found: Found, now: datetime) -> tuple[News, ...]:
        """The picture goes to whoever asked for it, as a document, which no platform shrinks."""
        held = await invitations.by_id(db, InvitationId(facts["invitation"]))
        name = f"pintu-{held.code}.png"
        file_id = await invitations.add_file(db, f"door:{held.id}:{facts['at']}", name, PICTURE, (found.digest, found.size), now)
        said = Saying("invitation_poster", {**brief(held), "files": [file_id], "link": bool(await accounts.names(db))})
        return (News(PersonId(facts["person"]), said),)


class WriteAttendance:
    """The job that writes the list of who came as a workbook."""

    async def ask(self, db: OfficeDb, facts: Json) -> WriteSheets | None:
        """The list in the language of whoever asked for it."""
        held = await invitations.by_id(db, InvitationId(facts["invitation"]))
        reader = await people.by_id(db, PersonId(facts["person"]))
        zone, words = ZoneInfo(db.office.zone), Words(reader.language, db.office.zone, db.office.name)
        rows = await invitations.attendance(db, held)
        name, header, lines = attendance_sheet(words, rows, zone)
        return WriteSheets(f"hadir-{held.code}.xlsx", (Sheet(name, header, lines),))

    async def tell(self, db: OfficeDb, facts: Json, found: Found, now: datetime) -> tuple[News, ...]:
        """The workbook goes to whoever asked for it."""
        held = await invitations.by_id(db, InvitationId(facts["invitation"]))
        key, name = f"attendance:{held.id}:{facts['at']}", f"hadir-{held.code}.xlsx"
        file_id = await invitations.add_file(db, key, name, WORKBOOK, (found.digest, found.size), now)
        return (News(PersonId(facts["person"]), Saying("invitation_sheet", {**brief(held), "files": [file_id]})),)
