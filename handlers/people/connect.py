"""J2: *hubungkan*. Six digits said in one chat and typed in another make two channels one person's.

A chat that nobody has registered joins at once. Two registered journalists become one only when both say so; staff never do.
"""

import re
import secrets
from datetime import timedelta

from handlers.grammar import simplify
from handlers.permissions import Permission, may
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Happening, Inbound
from storage import audit, connections, outbox, people
from storage.connections import Merge
from storage.people import ABLE
from storage.records import Json, Person, PersonId, Purpose, Role, Standing

CODE = re.compile(r"(\d{3})[\s-]?(\d{3})")
GOOD_FOR = timedelta(minutes=10)
WRONG_CODES = 5  # in PATIENCE; then even a right one has to wait
PATIENCE = timedelta(hours=1)
UNDO = timedelta(days=30)


def is_code(event: Inbound) -> bool:
    """Whether a message is six digits and nothing else."""
    return event.happening is Happening.SAID and CODE.fullmatch(simplify(event.text)) is not None


async def show(event: Inbound, turn: Turn) -> Reply:
    """*hubungkan*: a code to type elsewhere; *hubungkan 123 456*: that code."""
    typed = CODE.fullmatch(simplify(turn.argument))
    if typed:
        return await _typed(event, "".join(typed.groups()), turn)
    if not may(turn.person, Permission.RECEIVE):
        return say("connect_how")
    code = f"{secrets.randbelow(1_000_000):06}"
    await connections.give_code(turn.db, turn.person, code, turn.now + GOOD_FOR)
    return say("connect_code", code=f"{code[:3]} {code[3:]}", minutes=GOOD_FOR // timedelta(minutes=1))


async def hear(event: Inbound, turn: Turn) -> Reply:
    """Six digits alone."""
    found = CODE.fullmatch(simplify(event.text))
    return await _typed(event, "".join(found.groups()) if found else "", turn)


async def _typed(event: Inbound, code: str, turn: Turn) -> Reply:
    if await audit.times_since(turn.db, turn.person, "wrong_code", turn.now - PATIENCE) >= WRONG_CODES:
        return say("people_code_wait")
    owner_id = await connections.spend_code(turn.db, code, turn.now)
    if owner_id is None:
        await audit.note(turn.db, turn.person, "wrong_code", f"person:{turn.person.id}", turn.now)
        return say("connect_wrong")
    owner = await people.by_id(turn.db, owner_id)
    if owner.id == turn.person.id:
        return say("connect_same")
    if owner.standing not in ABLE or turn.person.standing is Standing.REMOVED:
        return say("connect_wrong")
    if turn.person.standing not in ABLE:
        return await _join(event, owner, turn)
    if Role.JOURNALIST not in {owner.role} & {turn.person.role}:
        return say("connect_staff")
    return await _ask_both(owner, turn)


async def _join(event: Inbound, owner: Person, turn: Turn) -> Reply:
    """A chat of nobody becomes the owner's: the code was asked for there and typed here."""
    merge = await connections.merge_asked(turn.db, await connections.ask_merge(turn.db, owner, turn.person, turn.now))
    return await _merged(event, merge, turn) if merge else say("connect_wrong")


async def _ask_both(owner: Person, turn: Turn) -> Reply:
    number = await connections.ask_merge(turn.db, owner, turn.person, turn.now)
    asked = Saying("connect_merge", {"id": number, "name": turn.person.name})
    return Reply((Saying("connect_merge", {"id": number, "name": owner.name}),), (News(owner.id, asked),))


async def agree(event: Inbound, turn: Turn) -> Reply:
    """[Ya, gabungkan]: the second of the two does it."""
    merge = await _own(turn)
    if merge is None or merge.merged_at:
        return say("desk_stale")
    merge = await connections.agree(turn.db, merge, turn.person.id)
    if set(merge.moved["agreed"]) != {merge.kept_id, merge.gone_id}:
        return Reply((Saying("connect_waits", replaces=PRESSED),))
    return await _merged(event, merge, turn)


async def _merged(event: Inbound, merge: Merge, turn: Turn) -> Reply:
    """Done, and said in each of the person's chats."""
    # What is said to many comes to the other record too; what was decided on one's own links does not.
    await outbox.cancel_for(turn.db, merge.gone_id, turn.now, but=(Purpose.NOTICE, Purpose.RECEIPT))
    if not await connections.merge_now(turn.db, merge, turn.now):
        return say("desk_stale")
    facts = {"merge": merge.id, "with": merge.gone_id}
    await audit.note(turn.db, turn.person, "connect", f"person:{merge.kept_id}", turn.now, facts)
    kept, done = await people.by_id(turn.db, merge.kept_id), await _facts(merge.id, merge.kept_id, turn)
    for each in await people.addresses_of(turn.db, merge.kept_id):
        if (each.account_id, each.chat) != (turn.account.id, event.chat):
            await outbox.post(turn.db, kept, each.account_id, each.chat, "connect_done", done, turn.now, purpose=Purpose.NOTICE)
    return say("connect_done", **done)


async def _facts(number: int, person_id: PersonId, turn: Turn) -> Json:
    chats = await connections.chats_of(turn.db, person_id)
    return {"id": number, "chats": [{"id": each.id, "kind": each.kind, "preferred": each.preferred} for each in chats]}


async def keep_apart(event: Inbound, turn: Turn) -> Reply:
    """[Bukan saya]: nothing is merged."""
    return Reply((Saying("connect_kept_apart", replaces=PRESSED),))


async def prefer(event: Inbound, turn: Turn) -> Reply:
    """[Telegram] or [WhatsApp]: where broadcasts go."""
    if not await connections.prefer(turn.db, turn.person.id, turn.token.object):
        return say("desk_stale")
    await audit.note(turn.db, turn.person, "prefer", f"person:{turn.person.id}", turn.now, {"address": turn.token.object})
    return Reply((Saying("connect_preferred", await _facts(0, turn.person.id, turn), replaces=PRESSED),))


async def undo(event: Inbound, turn: Turn) -> Reply:
    """[Pisahkan lagi]: everything goes back to where it came from."""
    merge = await _own(turn)
    if merge is None or merge.merged_at is None or turn.now - merge.merged_at > UNDO:
        return say("desk_stale")
    if not await connections.undo_merge(turn.db, merge, turn.now):
        return say("desk_stale")
    await audit.note(turn.db, turn.person, "disconnect", f"person:{merge.kept_id}", turn.now, {"merge": merge.id})
    return say("connect_undone")


async def _own(turn: Turn) -> Merge | None:
    """The question that the pressed button is about, where this person is one of the two."""
    merge = await connections.merge_asked(turn.db, turn.token.object)
    return merge if merge and turn.person.id in {merge.kept_id, merge.gone_id} and merge.undone_at is None else None
