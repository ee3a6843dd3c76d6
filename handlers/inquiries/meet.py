"""Interviews: staff answer with an hour and a place, and whoever asked agrees to what they were shown."""

from handlers.inquiries.shown import brief, concerned, own, whole
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, inquiries
from storage.inquiries import Answer, Inquiry
from storage.records import InquiryState, Purpose


async def proposed(turn: Turn, held: Inquiry) -> Answer | None:
    """What there is to agree to: the answer that holds, where it names an hour that is to come."""
    answers = await inquiries.answers(turn.db, held.id) if held.state is InquiryState.ANSWERED else ()
    last = answers[-1] if answers else None
    return last if last and last.meets_at and last.meets_at > turn.now else None


async def agree(event: Inbound, turn: Turn) -> Reply:
    """[Setuju]: to the hour that the button stands under; where another holds by now, that one is shown."""
    held = await own(turn)
    return await agreed(turn, held, turn.token.version) if held else say("desk_stale")


async def agreed(turn: Turn, held: Inquiry, seen: str = "") -> Reply:
    """Once; staff are told. `seen` is the answer that was shown, where that is known."""
    await inquiries.lock(turn.db, held.id)
    held = await inquiries.by_id(turn.db, held.id)
    last = await proposed(turn, held)
    fits = last is not None and seen in {"", str(last.id)}
    if not fits or last is None or not await inquiries.move(turn.db, held, InquiryState.AGREED, ended_at=turn.now):
        return say("inquiry_own", **await whole(turn.db, await inquiries.by_id(turn.db, held.id), turn.now), again=False)
    await audit.note(turn.db, turn.person, "agree_interview", inquiries.about(held.id), turn.now)
    facts = {**await brief(turn.db, held, turn.now), "meets_at": last.meets_at.isoformat() if last.meets_at else ""}
    told = Saying("inquiry_agreed", {**facts, "asker": turn.person.name}, Purpose.NOTICE, subject=inquiries.about(held.id))
    done = Saying("inquiry_agreed_own", facts, replaces=PRESSED if turn.token.action else "")
    return Reply((done,), tuple(News(each.id, told) for each in await concerned(turn.db, held)))
