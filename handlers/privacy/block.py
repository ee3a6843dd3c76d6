"""*blokir Rina*: for how long and why, then a second person; the one concerned reads the reason and may appeal.

A block withholds invitations, announcements and questions. Releases, one's links and their ledger are withheld from nobody.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers import naming
from handlers.grammar import code_in, yes_no
from handlers.page import ROWS
from handlers.permissions import Permission, roles_with
from handlers.turn import PRESSED, Reply, Sweep, Turn, say
from handlers.when import Misread, read_end
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, blocks, outbox, people
from storage.blocks import Block
from storage.database import OfficeDb
from storage.people import ABLE
from storage.records import Json, Person, Purpose, Role

WORDS = ("blokir", "block", "daftar blokir", "blocks")
LIFTS = ("buka blokir", "cabut blokir", "unblock", "lift block")
SPANS = frozenset({7, 30, 90})  # days, by button
LONGEST = timedelta(days=180)
FREE = (Purpose.RELEASE, Purpose.URGENT, Purpose.NOTICE, Purpose.RECEIPT)  # what is public, and what concerns oneself


async def ask(event: Inbound, turn: Turn) -> Reply:
    """*blokir rina*: whom; without a name, the blocks there are."""
    like = naming.cleaned(turn.argument)
    if not like:
        return await listed(event, turn)
    found = await people.listed(turn.db, (Role.JOURNALIST,), like)
    if len(found) == 1:
        return await _how_long(found[0], turn)
    shown = [{"id": each.id, "name": each.name} for each in found[:ROWS]]
    return say("block_whom", sought=like[: naming.LONGEST], people=shown)


async def listed(event: Inbound, turn: Turn) -> Reply:
    """Those that wait or are in force."""
    found = [await _about(turn.db, each) for each in await blocks.everything_open(turn.db)]
    return say("block_list", blocks=found[:ROWS], total=len(found))


async def pick(event: Inbound, turn: Turn) -> Reply:
    """One of those who are called so, or the one whose card is open."""
    person = await people.find(turn.db, turn.token.object)
    return await _how_long(person, turn) if person else say("desk_stale")


async def _how_long(person: Person, turn: Turn) -> Reply:
    if person.role is not Role.JOURNALIST or person.standing not in ABLE:
        return say("block_cannot", name=person.name)
    if found := await blocks.open_of(turn.db, person.id):
        return say("block", **await _about(turn.db, found))
    return say("block_how_long", then="block_span", keep={"block": person.id, "name": person.name}, name=person.name)


async def pick_span(event: Inbound, turn: Turn) -> Reply:
    """For how long, by button: the object is the number of days."""
    days = turn.token.object
    return await _why(turn.now + timedelta(days=days) if days in SPANS else Misread.NOT_A_MOMENT, turn)


async def hear_span(event: Inbound, turn: Turn) -> Reply:
    """For how long, in words."""
    return await _why(read_end(event.text, turn.now, ZoneInfo(turn.db.office.zone), time(7)), turn)


async def _why(until: datetime | Misread, turn: Turn) -> Reply:
    if "block" not in turn.kept:
        return say("desk_stale")
    if isinstance(until, Misread) or until - turn.now > LONGEST:
        return say("block_how_long", then="block_span", keep=turn.kept, name=turn.kept["name"], problem=True)
    kept = {**turn.kept, "until": until.isoformat()}
    return say("block_why", then="block_reason", keep=kept, name=turn.kept["name"], until=until.isoformat())


async def hear_reason(event: Inbound, turn: Turn) -> Reply:
    """Why: the person will read it."""
    kept = turn.kept
    try:
        reason = naming.reason(naming.answer(event.text, "reason"))
    except ValueError as fault:
        return say("block_why", then="block_reason", keep=kept, name=kept["name"], until=kept["until"], problem=str(fault))
    kept = {**kept, "reason": reason}
    return say("block_confirm", then="block_sure", keep=kept, **kept)


async def hear_sure(event: Inbound, turn: Turn) -> Reply:
    """The summary, answered in words."""
    answer = yes_no(event.text)
    if answer is None:
        return say("block_confirm", then="block_sure", keep=turn.kept, **turn.kept)
    return await (propose if answer else leave)(event, turn)


async def leave(event: Inbound, turn: Turn) -> Reply:
    """Nothing is done."""
    return say("block_left")


async def propose(event: Inbound, turn: Turn) -> Reply:
    """It goes to the others who look after people; one of them has to agree."""
    kept = turn.kept
    person = await people.find(turn.db, kept["block"]) if "reason" in kept else None
    if person is None:
        return say("desk_stale")
    if found := await blocks.open_of(turn.db, person.id):
        return say("block", **await _about(turn.db, found))
    until = datetime.fromisoformat(kept["until"])
    made = await blocks.propose(turn.db, turn.person, person.id, kept["reason"], until, turn.now)
    await audit.note(
        turn.db, turn.person, "propose_block", blocks.about(made), turn.now, {"person": person.id, "until": kept["until"]}
    )
    said = Saying("block_proposed", await _about(turn.db, made), subject=blocks.about(made))
    others = await others_than(turn.db, turn.person.id)
    sent = Saying("block_sent", {"number": made.number, "alone": not others}, replaces=PRESSED if turn.token.action else "")
    return Reply((sent,), tuple(News(each.id, said) for each in others))


async def agree(event: Inbound, turn: Turn) -> Reply:
    """The second person: it is in force, and the one concerned is told why and until when."""
    found = await blocks.find(turn.db, turn.token.object)
    if found is None or found.ended_at or found.confirmed_at:
        return await _stale(found, turn)
    if found.asked_by == turn.person.id:
        return say("block_not_alone", number=found.number)
    if not await blocks.confirm(turn.db, found, turn.person, turn.now):
        return await _stale(await blocks.find(turn.db, found.id), turn)
    await outbox.cancel_for(turn.db, found.person_id, turn.now, but=FREE)
    await audit.note(turn.db, turn.person, "block", blocks.about(found), turn.now, {"person": found.person_id})
    told = News(found.person_id, Saying("block_told", _told(found), subject=blocks.about(found)))
    return await _settled(found, turn, told)


async def refuse(event: Inbound, turn: Turn) -> Reply:
    """The second person says no, or the first takes it back."""
    found = await blocks.find(turn.db, turn.token.object)
    if found is None or not await blocks.drop(turn.db, found, turn.now):
        return await _stale(found, turn)
    await audit.note(turn.db, turn.person, "drop_block", blocks.about(found), turn.now, {"person": found.person_id})
    return await _settled(found, turn)


async def lift(event: Inbound, turn: Turn) -> Reply:
    """[Buka blokir], *buka blokir B-3*, *buka blokir Rina*: it is over, and the person is told."""
    found = await blocks.find(turn.db, turn.token.object) if turn.token.object else await _meant(turn)
    if found is None:
        return await listed(event, turn)
    if not found.holds or not await blocks.end(turn.db, found, turn.person, turn.now):
        return await _stale(await blocks.find(turn.db, found.id), turn)
    await audit.note(turn.db, turn.person, "lift_block", blocks.about(found), turn.now, {"person": found.person_id})
    return await _settled(found, turn, News(found.person_id, Saying("block_over", {"lifted": True})))


async def show(event: Inbound, turn: Turn) -> Reply:
    """One of the list."""
    return await _stale(await blocks.find(turn.db, turn.token.object), turn)


def is_code(event: Inbound) -> bool:
    """Whether a block's code was typed."""
    return event.text.strip().casefold().startswith("b") and code_in(event.text, "B") is not None


async def one(event: Inbound, turn: Turn) -> Reply:
    """*B-3*."""
    found = await blocks.by_number(turn.db, code_in(event.text, "B") or 0)
    return say("block", **await _about(turn.db, found)) if found else await listed(event, turn)


async def _meant(turn: Turn) -> Block | None:
    number = code_in(turn.argument, "B")
    if number:
        return await blocks.by_number(turn.db, number)
    found = await people.listed(turn.db, (Role.JOURNALIST,), naming.cleaned(turn.argument)) if turn.argument else ()
    return await blocks.open_of(turn.db, found[0].id) if len(found) == 1 else None


async def _stale(found: Block | None, turn: Turn) -> Reply:
    """Somebody was first: how it stands now."""
    return say("block", **await _about(turn.db, found)) if found else say("desk_stale")


async def _settled(found: Block, turn: Turn, *told: News) -> Reply:
    """How it stands, to whoever decided and to whoever asked for it."""
    now = await _about(turn.db, await blocks.find(turn.db, found.id) or found)
    news = (*told, News(found.asked_by, Saying("block", now))) if found.asked_by != turn.person.id else told
    return Reply((Saying("block", now, replaces=PRESSED if turn.token.action else ""),), news)


async def others_than(db: OfficeDb, *ids: int | None) -> tuple[Person, ...]:
    """Those who look after people, but for some."""
    return tuple(each for each in await people.with_roles(db, roles_with(Permission.REGISTER)) if each.id not in ids)


async def _about(db: OfficeDb, block: Block) -> Json:
    """What staff see of a block; names are looked up when it is said."""
    involved = (block.person_id, block.asked_by, block.confirmed_by)
    names = {each: (await people.by_id(db, each)).name for each in involved if each}
    second = names[block.confirmed_by] if block.confirmed_by else ""
    state = "holds" if block.holds else "over" if block.confirmed_at else "dropped" if block.ended_at else "waits"
    return {
        "id": block.id, "number": block.number, "name": names[block.person_id], "reason": block.reason, "state": state,
        "until": block.until.isoformat(), "by": names[block.asked_by], "second": second,
    }  # fmt: skip


def _told(block: Block) -> Json:
    return {"id": block.id, "number": block.number, "reason": block.reason, "until": block.until.isoformat()}


# --- the clock ---------------------------------------------------------------------------------------


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    return await blocks.next_end(db)


async def _end(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """A block ends with its term, and the person is told; one that nobody confirmed is dropped without a word."""
    news = []
    for each in await blocks.over(db, now):
        if await blocks.end(db, each, None, now):
            await audit.note(db, None, "end_block", blocks.about(each), now, {"person": each.person_id})
            news.append(News(each.person_id, Saying("block_over", {"lifted": False})))
        else:
            await blocks.drop(db, each, now)
    return tuple(news)


BLOCKS = Sweep("blocks", _due, _end)
