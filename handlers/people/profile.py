"""*profil*: what the desk knows of me, and changing it."""

from handlers import naming
from handlers.people.register import ask
from handlers.permissions import Permission, roles_with
from handlers.turn import Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, outlets, people
from storage.records import Json, OutletId, Person, Role


async def show(event: Inbound, turn: Turn) -> Reply:
    """Name, outlets, role and area."""
    return say("people_profile", **await _profile(turn.person, turn))


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


async def ask_area(event: Inbound, turn: Turn) -> Reply:
    """Another district."""
    return say("people_new_area", then="profile_area")


async def hear_area(event: Inbound, turn: Turn) -> Reply:
    """The new district."""
    try:
        area = naming.unlinked_line(naming.answer(event.text, "area"), naming.LONGEST)
    except ValueError as reason:
        return say("people_new_area", then="profile_area", problem=str(reason))
    return await _changed(turn, area=area)


async def ask_outlet(event: Inbound, turn: Turn) -> Reply:
    """Another outlet: journalists only, staff have none."""
    if turn.person.role is not Role.JOURNALIST:
        return say("people_no_outlet_needed")
    return ask("join_outlet", {"form": "profile"})


async def change_outlet(outlet_id: OutletId, turn: Turn) -> Reply:
    """The outlet was chosen; staff are told of the change."""
    if outlet_id == turn.person.outlet_id:
        return say("people_profile", **await _profile(turn.person, turn))
    before = await outlets.find(turn.db, turn.person.outlet_id)
    reply = await _changed(turn, outlet_id=outlet_id)
    now = await outlets.by_id(turn.db, outlet_id)
    facts = {
        "id": turn.person.id, "name": turn.person.name, "before": before.name if before else "", "outlet": now.name,
        "fresh": not now.confirmed,
    }  # fmt: skip
    told = await people.with_roles(turn.db, roles_with(Permission.REGISTER))
    return Reply(reply.cards, tuple(News(each.id, Saying("people_outlet_changed", facts)) for each in told))


async def _changed(turn: Turn, **values: object) -> Reply:
    person = await people.change(turn.db, turn.person.id, **values)
    await audit.note(turn.db, person, "profile", f"person:{person.id}", turn.now, {"changed": list(values)})
    return say("people_profile", changed=True, **await _profile(person, turn))


async def _profile(person: Person, turn: Turn) -> Json:
    written_for = [await outlets.by_id(turn.db, each) for each in await people.outlets_of(turn.db, person.id)]
    return {
        "name": person.name, "role": person.role, "work": person.work, "area": person.area,
        "outlets": [each.name for each in written_for],
        "paused_until": person.paused_until.isoformat() if person.paused_until else "",
    }  # fmt: skip
