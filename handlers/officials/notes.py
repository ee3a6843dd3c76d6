"""*catatan U-58 …*: staff prepare an official for an event; the latest notes hold."""

from handlers.grammar import code_in
from handlers.officials.agenda import note_facts
from handlers.officials.note_text import FACTS, LONGEST, Wrong, read
from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage import audit, event_notes, invitations
from storage.records import Invitation, InvitationStatus

ENDED = frozenset({InvitationStatus.CANCELLED, InvitationStatus.DISCARDED})


async def hear(event: Inbound, turn: Turn) -> Reply:
    """The notes of an event; without any, those that hold."""
    opening, _, below = turn.argument.strip().partition("\n")
    code, held = await _meant(opening, turn)
    if held is None:
        return say("event_note_which", code=code)
    text = "\n".join(each for each in (_behind(opening), below) if each.strip())
    if not text.strip():
        facts = await note_facts(turn.db, held)
        return say("event_notes", **facts) if facts["words"] else _wrong(held, Wrong.EMPTY)
    if held.status in ENDED or held.starts_at is None or held.starts_at <= turn.now:
        return say("event_note_over", code=held.code)
    found = read(text)
    if isinstance(found, Wrong):
        return _wrong(held, found)
    words = "\n".join(f"{name}:{line}" for name, lines in found.items() for line in lines)
    await event_notes.write(turn.db, held, turn.person, words, turn.now)
    await audit.note(turn.db, turn.person, "event_note", invitations.subject(held.id), turn.now)
    return say("event_note_kept", **await note_facts(turn.db, held), sent=held.status is InvitationStatus.SENT)


async def _meant(opening: str, turn: Turn) -> tuple[str, Invitation | None]:
    number = code_in(" ".join(opening.split()[:2]), "U")
    return f"U-{number}" if number else "", await invitations.by_number(turn.db, number) if number else None


def _behind(opening: str) -> str:
    """What stands behind the code: U-58, u58 or u 58."""
    words = opening.split()
    taken = 1 if any(each.isdigit() for each in words[0]) else 2
    return " ".join(words[taken:]).lstrip(":,-– ")


def _wrong(held: Invitation, why: Wrong) -> Reply:
    return say("event_note_wrong", code=held.code, why=why, facts=FACTS, longest=LONGEST)
