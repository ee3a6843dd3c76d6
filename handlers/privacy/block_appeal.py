"""[Ajukan keberatan] against a block: in the person's own words, answered by somebody who decided nothing of it."""

from handlers import naming
from handlers.privacy.block import others_than
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, blocks
from storage.blocks import Block
from storage.database import OfficeDb
from storage.records import Json, Person


async def ask(event: Inbound, turn: Turn) -> Reply:
    """What they have to say; once for each block."""
    found = await blocks.find(turn.db, turn.token.object)
    if found is None or found.person_id != turn.person.id or not found.holds:
        return say("desk_stale")
    if found.appealed_at:
        return say("block_appealed", again=True)
    return say("block_appeal_words", then="block_appeal", keep={"appeal": found.id})


async def hear(event: Inbound, turn: Turn) -> Reply:
    """Their words go to those who had no part in it."""
    try:
        words = naming.note(event.text)
    except ValueError as fault:
        return say("block_appeal_words", then="block_appeal", keep=turn.kept, problem=str(fault))
    found = await blocks.find(turn.db, turn.kept["appeal"])
    if found is None or not found.holds or not await blocks.appeal(turn.db, found, words, turn.now):
        return say("block_appealed", again=True) if found and found.holds else say("desk_stale")
    await audit.note(turn.db, turn.person, "appeal_block", blocks.about(found), turn.now)
    said = Saying("block_appeal_told", {**_about(found, turn.person), "words": words}, subject=blocks.about(found))
    return Reply(say("block_appealed").cards, tuple(News(each.id, said) for each in await judges(turn.db, found)))


async def judges(db: OfficeDb, block: Block) -> tuple[Person, ...]:
    """Who may answer: nobody who asked for the block or agreed to it; where an office has no third person, not who asked."""
    return await others_than(db, block.asked_by, block.confirmed_by) or await others_than(db, block.asked_by)


async def accept(event: Inbound, turn: Turn) -> Reply:
    """[Buka blokir] as the answer to an appeal."""
    found = await _open(turn)
    if isinstance(found, Reply):
        return found
    if not await blocks.end(turn.db, found, turn.person, turn.now, answered_by=turn.person.id, answered_at=turn.now):
        return say("desk_stale")
    await audit.note(turn.db, turn.person, "grant_appeal", blocks.about(found), turn.now, {"person": found.person_id})
    told = News(found.person_id, Saying("block_over", {"lifted": True}))
    return Reply((Saying("block_answered", {"number": found.number, "granted": True}, replaces=PRESSED),), (told,))


async def keep(event: Inbound, turn: Turn) -> Reply:
    """[Tetap diblokir]: the person reads why."""
    found = await _open(turn)
    if isinstance(found, Reply):
        return found
    return say("block_keep_why", then="block_keep", keep={"kept": found.id}, number=found.number)


async def hear_why(event: Inbound, turn: Turn) -> Reply:
    """Why it stays."""
    found = await blocks.find(turn.db, turn.kept["kept"])
    if found is None:
        return say("desk_stale")
    try:
        answer = naming.reason(naming.answer(event.text, "reason"))
    except ValueError as fault:
        return say("block_keep_why", then="block_keep", keep=turn.kept, number=found.number, problem=str(fault))
    if not await blocks.uphold(turn.db, found, turn.person, answer, turn.now):
        return say("desk_stale")
    await audit.note(turn.db, turn.person, "uphold_block", blocks.about(found), turn.now, {"person": found.person_id})
    told = Saying("block_upheld", {"answer": answer, "until": found.until.isoformat()})
    return Reply(say("block_answered", number=found.number, granted=False).cards, (News(found.person_id, told),))


async def _open(turn: Turn) -> Block | Reply:
    """The block whose appeal waits for this person; else what to say instead."""
    found = await blocks.find(turn.db, turn.token.object)
    if found is None or not found.holds or not found.appealed_at or found.answered_at:
        return say("desk_stale")
    if turn.person.id not in {each.id for each in await judges(turn.db, found)}:
        return say("block_not_alone", number=found.number)
    return found


def _about(block: Block, person: Person) -> Json:
    return {"id": block.id, "number": block.number, "name": person.name, "reason": block.reason, "until": block.until.isoformat()}
