"""*pendaftar*: staff accept, ask or refuse those who wait. Whoever was first is named to the second."""

from datetime import timedelta

from handlers import naming
from handlers.grammar import greets, thanks
from handlers.page import page
from handlers.people import fields, profile
from handlers.people.late import catch_up
from handlers.people.register import applicant, stamp
from handlers.people.register import show as how_it_stands
from handlers.permissions import Permission, may, roles_with
from handlers.turn import Reply, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Happening, Inbound
from storage import audit, conversations, outlets, people
from storage.records import Person, Role, Standing

DECISIONS = ("accept", "refuse", "remove", "readmit", "leave")
MANY = 20  # additions of one applicant in PATIENCE; each is a message to staff
PATIENCE = timedelta(hours=1)


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
    """A journalist from now on; the outlet they named is confirmed with them. Only what was shown is accepted."""
    person = await _waiting(turn.token.object, turn)
    if person and turn.token.version != stamp(person):
        return say("people_applicant", **await applicant(person, turn), title="again")
    taken_in = {"standing": Standing.ACTIVE, "role": Role.JOURNALIST}
    if person is None or not await people.move(turn.db, person.id, (Standing.WAITING,), **taken_in):
        return await _settled(turn.token.object, turn)
    facts = await applicant(person, turn)
    if person.outlet_id:
        await outlets.confirm(turn.db, person.outlet_id)
    await audit.note(turn.db, turn.person, "accept", f"person:{person.id}", turn.now, {"outlet": person.outlet_id})
    await _end_conversations(person, turn)
    await catch_up(turn.db, person, turn.now)
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
    """The answer goes to who asked."""
    if turn.person.standing is not Standing.WAITING:
        return await how_it_stands(event, turn)
    if fields.is_mistake(event):
        return await profile.mend(event, turn)
    try:
        said = naming.note(event.text)
    except ValueError as fault:
        return say("people_answer_please", then="join_answer", keep=turn.kept, problem=str(fault))
    return Reply(say("people_answered", files=len(event.files)).cards, await _told(said, "answer", turn.kept["to"], turn))


def is_addition(event: Inbound) -> bool:
    """Whether a message of somebody who waits holds words for staff, more than a courtesy."""
    said = event.happening is Happening.SAID and any(each.isalnum() for each in event.text)
    return said and not greets(event.text) and not thanks(event.text)


async def add(event: Inbound, turn: Turn) -> Reply:
    """Whatever else they write while they wait goes to who asked last, so that no second sentence is lost."""
    try:
        said = naming.note(event.text)
    except ValueError as fault:
        return say("people_answer_please", problem=str(fault))
    if await audit.times_since(turn.db, turn.person, "add", turn.now - PATIENCE) >= MANY:
        return say("people_enough")
    about = f"person:{turn.person.id}"
    asked = await audit.latest(turn.db, about, ["ask"])
    await audit.note(turn.db, turn.person, "add", about, turn.now)
    return Reply(say("people_added", files=len(event.files)).cards, await _told(said, "addition", asked[0] if asked else 0, turn))


async def _told(said: str, title: str, asker_id: int, turn: Turn) -> tuple[News, ...]:
    """To the one who asked; where they have gone, or nobody asked, to all who look after people waiting."""
    asker = await people.find(turn.db, asker_id)
    everybody = await people.with_roles(turn.db, roles_with(Permission.REGISTER))
    told = (asker,) if asker and may(asker, Permission.REGISTER) else everybody
    facts = await applicant(turn.person, turn) | {"title": title, "said": said}
    return tuple(News(each.id, Saying("people_applicant", facts)) for each in told)


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
