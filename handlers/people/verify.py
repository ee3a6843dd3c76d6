"""*pendaftar*: staff accept, ask or refuse those who wait. Whoever was first is named to the second."""

from handlers import naming
from handlers.page import page
from handlers.people.register import applicant
from handlers.people.register import show as how_it_stands
from handlers.permissions import Permission, may, roles_with
from handlers.turn import Reply, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, conversations, outlets, people
from storage.records import Person, Role, Standing

DECISIONS = ("accept", "refuse", "remove", "leave")


async def show(event: Inbound, turn: Turn) -> Reply:
    """Everybody who waits, the longest waiting first."""
    waiting = await people.in_standing(turn.db, Standing.WAITING)
    if not waiting:
        return say("people_nobody_waits")
    shown, number, pages = page(waiting, turn.token.object)
    listed = [await applicant(each, turn) for each in shown]
    return say("people_applicants", people=listed, page=number, pages=pages, total=len(waiting))


async def one(event: Inbound, turn: Turn) -> Reply:
    """One of them, with what can be decided."""
    person = await _waiting(turn.token.object, turn)
    return say("people_applicant", **await applicant(person, turn)) if person else await _settled(turn.token.object, turn)


async def accept(event: Inbound, turn: Turn) -> Reply:
    """A journalist from now on; the outlet they named is confirmed with them."""
    person = await _waiting(turn.token.object, turn)
    taken_in = {"standing": Standing.ACTIVE, "role": Role.JOURNALIST}
    if person is None or not await people.move(turn.db, person.id, (Standing.WAITING,), **taken_in):
        return await _settled(turn.token.object, turn)
    facts = await applicant(person, turn)
    if person.outlet_id:
        await outlets.confirm(turn.db, person.outlet_id)
    await audit.note(turn.db, turn.person, "accept", f"person:{person.id}", turn.now, {"outlet": person.outlet_id})
    await _end_conversations(person, turn)
    welcome = News(person.id, Saying("people_welcome", {"name": person.name, "outlet": facts["outlet"]}))
    return Reply(instead("people_accepted", **facts).cards, (welcome,))


async def refuse(event: Inbound, turn: Turn) -> Reply:
    """A refusal needs its reason."""
    person = await _waiting(turn.token.object, turn)
    if person is None:
        return await _settled(turn.token.object, turn)
    return say("people_refuse_why", then="refuse_reason", keep={"person": person.id}, name=person.name)


async def hear_reason(event: Inbound, turn: Turn) -> Reply:
    """Refused with a reason: the person is told it and may register again."""
    person = await _waiting(turn.kept["person"], turn)
    if person is None:
        return await _settled(turn.kept["person"], turn)
    try:
        reason = naming.reason(naming.answer(event.text, "reason"))
    except ValueError as fault:
        return say("people_refuse_why", then="refuse_reason", keep=turn.kept, name=person.name, problem=str(fault))
    if not await people.move(turn.db, person.id, (Standing.WAITING,), standing=Standing.NEW):
        return await _settled(person.id, turn)
    await audit.note(turn.db, turn.person, "refuse", f"person:{person.id}", turn.now)
    await _end_conversations(person, turn)
    told = News(person.id, Saying("people_refused", {"reason": reason}))
    return Reply(say("people_refused_done", name=person.name, reason=reason).cards, (told,))


async def ask(event: Inbound, turn: Turn) -> Reply:
    """Staff want to know something first."""
    person = await _waiting(turn.token.object, turn)
    if person is None:
        return await _settled(turn.token.object, turn)
    return say("people_ask_what", then="ask_text", keep={"person": person.id}, name=person.name)


async def hear_question(event: Inbound, turn: Turn) -> Reply:
    """The question goes to the person, whose next words are the answer unless they are busy with something else."""
    person = await _waiting(turn.kept["person"], turn)
    if person is None:
        return await _settled(turn.kept["person"], turn)
    try:
        question = naming.line(event.text, naming.PARAGRAPH)
    except ValueError as fault:
        return say("people_ask_what", then="ask_text", keep=turn.kept, name=person.name, problem=str(fault))
    await audit.note(turn.db, turn.person, "ask", f"person:{person.id}", turn.now)
    await _listen(person, turn)
    told = News(person.id, Saying("people_question", {"question": question, "staff": turn.person.id}))
    return Reply(say("people_asked", name=person.name).cards, (told,))


async def answer(event: Inbound, turn: Turn) -> Reply:
    """*Jawab*, by button."""
    if turn.person.standing is not Standing.WAITING:
        return await how_it_stands(event, turn)
    return say("people_answer_please", then="join_answer", keep={"to": turn.token.object})


async def hear_answer(event: Inbound, turn: Turn) -> Reply:
    """The answer goes to who asked; where they have gone, to all who look after people waiting."""
    if turn.person.standing is not Standing.WAITING:
        return await how_it_stands(event, turn)
    try:
        said = naming.line(event.text, naming.PARAGRAPH)
    except ValueError as fault:
        return say("people_answer_please", then="join_answer", keep=turn.kept, problem=str(fault))
    asker = await people.find(turn.db, turn.kept["to"])
    everybody = await people.with_roles(turn.db, roles_with(Permission.REGISTER))
    told = (asker,) if asker and may(asker, Permission.REGISTER) else everybody
    facts = await applicant(turn.person, turn) | {"answer": said}
    return Reply(say("people_answered").cards, tuple(News(each.id, Saying("people_applicant", facts)) for each in told))


async def _waiting(person_id: int, turn: Turn) -> Person | None:
    person = await people.find(turn.db, person_id)
    return person if person and person.standing is Standing.WAITING else None


async def _settled(person_id: int, turn: Turn) -> Reply:
    """Somebody was first: who, what, and when."""
    person = await people.find(turn.db, person_id)
    decided = await audit.latest(turn.db, f"person:{person_id}", DECISIONS)
    if person is None or decided is None:
        return say("desk_stale")
    actor_id, deed, at = decided
    actor = await people.find(turn.db, actor_id)
    by = actor.name if actor else ""
    return say("people_settled", name=person.name, deed=deed, by=by, own=actor_id == turn.person.id, at=at.isoformat())


async def _listen(person: Person, turn: Turn) -> None:
    address = await people.address_of(turn.db, person.id)
    if address is None:
        return
    held = await conversations.current(turn.db, address.account_id, address.chat, turn.now)
    if held.step in {None, "join_answer"}:
        await conversations.keep(turn.db, held, "join_answer", {"to": turn.person.id}, 0, turn.now)


async def _end_conversations(person: Person, turn: Turn) -> None:
    for each in await people.addresses_of(turn.db, person.id):
        await conversations.forget(turn.db, each.account_id, each.chat, turn.now)
