"""Who comes and who came, for staff: a short message, and the whole list as a workbook when it is asked for (H8)."""

from handlers.invitations.codes import CLOSES
from handlers.invitations.lifecycle import OUT
from handlers.invitations.shown import meant, stands, told, which
from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage import invitations, jobs
from storage.records import Answer, InvitationStatus

SHOWN = 10  # names of a group in the message; the workbook has all


async def show(event: Inbound, turn: Turn) -> Reply:
    """*hadir U-58*: invited and came, invited and did not or not yet, came uninvited; before the event who said what."""
    held = await meant(turn, (InvitationStatus.SENT,))
    if held is None:
        return await which(turn)
    if held.status not in OUT:
        return await stands(turn, held)
    rows = await invitations.attendance(turn.db, held)
    began = held.starts_at is not None and held.starts_at <= turn.now
    groups = {
        "came": [person.name for person, each in rows if each.invited and each.arrived_at],
        "uninvited": [person.name for person, each in rows if not each.invited and each.arrived_at],
        "absent": [person.name for person, each in rows if each.invited and not each.arrived_at],
        "yes": [person.name for person, each in rows if each.answer is Answer.YES],
    }
    listed = {name: {"count": len(names), "names": names[:SHOWN]} for name, names in groups.items()}
    began = began or bool(groups["came"] or groups["uninvited"])
    over = held.starts_at is not None and held.starts_at + CLOSES < turn.now
    return say("invitation_attendance", **told(held), groups=listed, began=began, over=over)


async def workbook(event: Inbound, turn: Turn) -> Reply:
    """[Daftar XLSX]: written by a job, and sent when it is there."""
    held = await meant(turn, (InvitationStatus.SENT,))
    if held is None:
        return await which(turn)
    at = turn.now.isoformat(timespec="seconds")
    facts = {"invitation": held.id, "person": turn.person.id, "at": at}
    await jobs.add(turn.db, "invitation_attendance", f"attendance:{held.id}:{turn.person.id}:{at}", facts, turn.now)
    return say("invitation_making", code=held.code)


async def state(event: Inbound, turn: Turn) -> Reply:
    """*U-58*, of staff: how it stands, with all that can be done."""
    held = await meant(turn)
    return await stands(turn, held) if held else await which(turn)
