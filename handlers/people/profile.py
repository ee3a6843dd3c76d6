"""*profil*: what the desk knows of me, and mending it; also while staff have not looked at it yet."""

from collections.abc import Iterable

from handlers import naming
from handlers.people import fields
from handlers.people.register import applicant, ask, work_in
from handlers.permissions import Permission, roles_with
from handlers.turn import Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, outlets, people
from storage.records import Json, OutletId, Person, Role, Standing


async def show(event: Inbound, turn: Turn) -> Reply:
    """Name, outlets, role and area."""
    return say("people_profile", **await _profile(turn.person, turn))


async def mend(event: Inbound, turn: Turn) -> Reply:
    """*namanya salah*, *ganti media*: the question of that field; all of them where none was named."""
    return await MENDING[fields.to_mend(event.text) or ""](event, turn)


async def ask_name(event: Inbound, turn: Turn) -> Reply:
    """Another name."""
    return say("people_new_name", then="profile_name")


async def hear_name(event: Inbound, turn: Turn) -> Reply:
    """The new name."""
    try:
        name = naming.person_name(naming.answer(event.text, "name"))
    except ValueError as reason:
        return say("people_new_name", then="profile_name", problem=str(reason))
    return await _changed(turn, name=name)


async def ask_work(event: Inbound, turn: Turn) -> Reply:
    """Another work: staff have none."""
    return say("people_new_work", then="profile_work") if _writes(turn) else say("people_no_outlet_needed")


async def pick_work(event: Inbound, turn: Turn) -> Reply:
    """The new work, by button."""
    return await _changed(turn, work=turn.token.version) if _writes(turn) else say("people_no_outlet_needed")


async def hear_work(event: Inbound, turn: Turn) -> Reply:
    """The new work, in words or by the button's number."""
    try:
        return await _changed(turn, work=work_in(event.text))
    except ValueError as reason:
        return say("people_new_work", then="profile_work", problem=str(reason))


async def ask_area(event: Inbound, turn: Turn) -> Reply:
    """Another district."""
    return say("people_new_area", then="profile_area") if _writes(turn) else say("people_no_outlet_needed")


async def hear_area(event: Inbound, turn: Turn) -> Reply:
    """The new district."""
    try:
        area = naming.own_line(naming.answer(event.text, "area"), naming.LONGEST)
    except ValueError as reason:
        return say("people_new_area", then="profile_area", problem=str(reason))
    return await _changed(turn, area=area)


async def ask_outlet(event: Inbound, turn: Turn) -> Reply:
    """Another outlet: journalists only, staff have none."""
    return ask("join_outlet", {"form": "profile"}) if _writes(turn) else say("people_no_outlet_needed")


MENDING = {"": show, "name": ask_name, "outlet": ask_outlet, "work": ask_work, "area": ask_area}


async def change_outlet(outlet_id: OutletId, turn: Turn) -> Reply:
    """The outlet was chosen; staff are told of the change."""
    if outlet_id == turn.person.outlet_id:
        return say("people_profile", **await _profile(turn.person, turn))
    before = await outlets.find(turn.db, turn.person.outlet_id)
    reply = await _changed(turn, outlet_id=outlet_id)
    if turn.person.standing is Standing.WAITING:
        return reply
    now = await outlets.by_id(turn.db, outlet_id)
    facts = {
        "id": turn.person.id, "name": turn.person.name, "before": before.name if before else "", "outlet": now.name,
        "fresh": not now.confirmed,
    }  # fmt: skip
    return Reply(reply.cards, await _to_staff(Saying("people_outlet_changed", facts), turn))


async def _changed(turn: Turn, **values: object) -> Reply:
    """It is changed; of somebody who waits staff see what they have still to decide upon."""
    person = await people.change(turn.db, turn.person.id, **values)
    await audit.note(turn.db, person, "profile", f"person:{person.id}", turn.now, {"changed": list(values)})
    news: Iterable[News] = ()
    if person.standing is Standing.WAITING:
        news = await _to_staff(Saying("people_applicant", await applicant(person, turn) | {"title": "changed"}), turn)
    return Reply(say("people_profile", changed=True, **await _profile(person, turn)).cards, tuple(news))


async def _to_staff(saying: Saying, turn: Turn) -> tuple[News, ...]:
    told = await people.with_roles(turn.db, roles_with(Permission.REGISTER))
    return tuple(News(each.id, saying) for each in told)


def _writes(turn: Turn) -> bool:
    """Whether somebody writes for an outlet, or asks to be registered as one who does."""
    return turn.person.role is Role.JOURNALIST or turn.person.standing is Standing.WAITING


async def _profile(person: Person, turn: Turn) -> Json:
    written_for = [await outlets.by_id(turn.db, each) for each in await people.outlets_of(turn.db, person.id)]
    return {
        "name": person.name, "role": person.role, "standing": person.standing, "work": person.work, "area": person.area,
        "outlets": [each.name for each in written_for],
        "paused_until": person.paused_until.isoformat() if person.paused_until else "",
    }  # fmt: skip
