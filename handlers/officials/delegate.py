"""*ajudan*: who gets copies of what an official is told, and who of them may agree to quotes in their stead (O8)."""

import secrets
from datetime import timedelta
from typing import Final

from handlers.grammar import yes_no
from handlers.turn import PRESSED, Reply, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import accounts, audit, conversations, delegates, join_codes, outbox, people
from storage.delegates import Delegate
from storage.people import ABLE
from storage.records import PersonId, Purpose, Role, Standing

GOOD_FOR: Final = timedelta(days=7)
MOST: Final = 5


async def show(event: Inbound, turn: Turn) -> Reply:
    """Who they are."""
    return say("delegates", delegates=_facts(await delegates.of_official(turn.db, turn.person)), most=MOST)


async def add(event: Inbound, turn: Turn) -> Reply:
    """[Tambah ajudan]: a code that lets one person in, and words that can be forwarded as they are."""
    found = await delegates.of_official(turn.db, turn.person)
    if len(found) >= MOST:
        return say("delegates", delegates=_facts(found), most=MOST)
    code, until = secrets.token_urlsafe(12), turn.now + GOOD_FOR
    await join_codes.add(turn.db, code, Role.DELEGATE, until)
    await delegates.add(turn.db, turn.person, code, turn.now)
    await audit.note(turn.db, turn.person, "name_delegate", f"person:{turn.person.id}", turn.now)
    facts = {"role": Role.DELEGATE, "until": until.isoformat()}
    named = [{"kind": kind, "name": name} for kind, name in await accounts.names(turn.db)]
    return Reply((Saying("delegate_made", facts), Saying("invite_forward", facts | {"code": code, "accounts": named})))


async def end(event: Inbound, turn: Turn) -> Reply:
    """[Cabut]: from now on they are told nothing, and what waits for them does not go."""
    ended = await delegates.end(turn.db, turn.person, turn.token.object, turn.now)
    if ended is None:
        return say("desk_stale")
    await audit.note(turn.db, turn.person, "end_delegate", f"person:{ended.person_id or 0}", turn.now)
    news = await _put_out(turn, ended.person_id) if ended.person_id else ()
    left = _facts(await delegates.of_official(turn.db, turn.person))
    return Reply(
        (*instead("delegates", delegates=left, most=MOST, ended=ended.name, ended_code=not ended.person_id).cards,), news
    )


async def ask_right(event: Inbound, turn: Turn) -> Reply:
    """[Beri hak]: asked once whether they really may."""
    found = await _come(turn, turn.token.object)
    return _sure(found) if found and not found.may_agree else say("desk_stale")


def _sure(found: Delegate) -> Reply:
    return say("delegate_sure", then="delegate_right", keep={"delegate": found.id}, id=found.id, name=found.name)


async def _come(turn: Turn, delegate_id: int) -> Delegate | None:
    mine = await delegates.of_official(turn.db, turn.person)
    return next((each for each in mine if each.id == delegate_id and each.person_id), None)


async def hear_right(event: Inbound, turn: Turn) -> Reply:
    """Yes or no, in words."""
    answer = yes_no(event.text)
    if answer is not None:
        return await (give_right if answer else leave_right)(event, turn)
    found = await _come(turn, turn.kept["delegate"])
    return _sure(found) if found else say("desk_stale")


async def give_right(event: Inbound, turn: Turn) -> Reply:
    """[Ya, izinkan]: from now on what they agree to counts, and is recorded as theirs."""
    return await _set_right(turn, turn.token.object or turn.kept.get("delegate", 0), agree=True)


async def leave_right(event: Inbound, turn: Turn) -> Reply:
    """[Tidak]: it stays as it is."""
    return await show(event, turn)


async def take_right(event: Inbound, turn: Turn) -> Reply:
    """[Tarik hak]: what they press from now on is refused; copies they go on to get."""
    return await _set_right(turn, turn.token.object, agree=False)


async def _set_right(turn: Turn, delegate_id: int, *, agree: bool) -> Reply:
    changed = await delegates.allow(turn.db, turn.person, delegate_id, agree=agree)
    if changed is None or changed.person_id is None:
        return say("desk_stale")
    deed = "allow_delegate" if agree else "forbid_delegate"
    await audit.note(turn.db, turn.person, deed, f"person:{changed.person_id}", turn.now)
    left = _facts(await delegates.of_official(turn.db, turn.person))
    facts = {"delegates": left, "most": MOST, "right": changed.name, "given": agree}
    told = Saying("delegate_right", {"official": turn.person.name, "given": agree}, purpose=Purpose.NOTICE)
    shown = Saying("delegates", facts, replaces=PRESSED if turn.token.action else "")
    return Reply((shown,), (News(changed.person_id, told),))


async def _put_out(turn: Turn, person_id: PersonId) -> tuple[News, ...]:
    """Who is nobody's delegate any more, and nothing else here, is out and told so."""
    person = await people.find(turn.db, person_id)
    if person is None or person.role is not Role.DELEGATE or await delegates.officials_of(turn.db, person_id):
        return ()
    if not await people.move(turn.db, person_id, ABLE, standing=Standing.REMOVED, paused_until=None):
        return ()
    for each in await people.addresses_of(turn.db, person_id):
        await conversations.forget(turn.db, each.account_id, each.chat, turn.now)
    await outbox.cancel_for(turn.db, person_id, turn.now)
    return (News(person_id, Saying("delegate_ended", {"official": turn.person.name})),)


def _facts(found: tuple[Delegate, ...]) -> list[dict[str, object]]:
    return [{"id": each.id, "name": each.name, "come": each.person_id is not None, "agrees": each.may_agree} for each in found]
