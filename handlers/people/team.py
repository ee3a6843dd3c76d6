"""*tim* and *anggota*: staff and members, their roles, and removing them. The last admin stays."""

from dataclasses import replace

from handlers import naming
from handlers.grammar import simplify, yes_no
from handlers.page import ROWS, page
from handlers.permissions import ALLOWED, Permission, may
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, conversations, outbox, outlets, people
from storage.people import ABLE
from storage.records import Json, Person, Role, Standing

STAFF = tuple(role for role in Role if role not in {Role.GUEST, Role.JOURNALIST})
MEMBERS = (*STAFF, Role.JOURNALIST)
GIVEN = tuple(role for role in MEMBERS if role is not Role.DELEGATE)  # whom an official alone names
FOUND = (*ABLE, Standing.REMOVED)
REMOVED = frozenset({"dikeluarkan", "yang dikeluarkan", "removed"})


async def show(event: Inbound, turn: Turn) -> Reply:
    """*tim*: staff with their roles."""
    return await _list("team", await people.listed(turn.db, STAFF), turn)


async def members(event: Inbound, turn: Turn) -> Reply:
    """*anggota*, *anggota rina*: everybody who is registered; who does not rule sees journalists only.

    Who rules finds those who were removed too.
    """
    rules, like = may(turn.person, Permission.RULE), naming.cleaned(turn.argument)
    if rules and simplify(like) in REMOVED:
        return await removed_ones(event, turn)
    roles = MEMBERS if rules else (Role.JOURNALIST,)
    found = await people.listed(turn.db, roles, like, standings=FOUND if rules and like else ABLE)
    if not found:
        return say("people_nobody_found", sought=like[: naming.LONGEST])
    if like and len(found) > ROWS:
        return await _list("found", found, turn)
    return await _list("members", found, turn)


async def removed_ones(event: Inbound, turn: Turn) -> Reply:
    """*anggota dikeluarkan*: those who were removed, so that they can be let in again."""
    return await _list("removed", await people.listed(turn.db, MEMBERS, standings=(Standing.REMOVED,)), turn)


async def _list(kind: str, found: tuple[Person, ...], turn: Turn) -> Reply:
    shown, number, pages = page(found, turn.token.object)
    people_shown = [{"id": each.id, "name": each.name, "role": each.role, "standing": each.standing} for each in shown]
    rules = kind == "members" and may(turn.person, Permission.RULE)
    gone = len(await people.listed(turn.db, MEMBERS, standings=(Standing.REMOVED,))) if rules else 0
    return say("people_members", kind=kind, people=people_shown, page=number, pages=pages, total=len(found), removed=gone)


async def member(event: Inbound, turn: Turn) -> Reply:
    """One of them, with what may be done."""
    person = await _able(turn.token.object, turn) or await _removed(turn.token.object, turn)
    return say("people_member", **await _about(person, turn)) if person else await _gone(turn.token.object, turn)


async def roles(event: Inbound, turn: Turn) -> Reply:
    """The roles to choose from."""
    person = await _able(turn.token.object, turn)
    if person is None:
        return await _gone(turn.token.object, turn)
    return say("people_pick_role", id=person.id, name=person.name, role=person.role, roles=list(GIVEN))


async def pick_role(event: Inbound, turn: Turn) -> Reply:
    """Asked once more; somebody who would lose rights of their own is told so."""
    person = await _able(turn.token.object, turn)
    if person is None or turn.token.version not in GIVEN:
        return await _gone(turn.token.object, turn)
    role = Role(turn.token.version)
    if role is person.role:
        return say("people_member", same=True, **await _about(person, turn))
    if await _last_admin(person, turn):
        return say("people_last_admin")
    return _confirm_role({"person": person.id, "name": person.name, "was": person.role, "role": role}, turn)


def _confirm_role(kept: Json, turn: Turn) -> Reply:
    own = kept["person"] == turn.person.id and not ALLOWED[kept["role"]] >= ALLOWED[kept["was"]]
    return say("people_role_confirm", then="role_confirm", keep=kept, own=own, **kept)


async def hear_role(event: Inbound, turn: Turn) -> Reply:
    """The confirmation in words."""
    answer = yes_no(event.text)
    if answer is None:
        return _confirm_role(turn.kept, turn)
    return await (set_role if answer else nothing)(event, turn)


async def set_role(event: Inbound, turn: Turn) -> Reply:
    """The role changes; the person is told."""
    kept = turn.kept
    if "was" not in kept or turn.token.object not in {0, kept["person"]}:
        return await member(event, turn)
    person = await _able(kept["person"], turn)
    if person is None:
        return await _gone(kept["person"], turn)
    if await _last_admin(person, turn):
        return say("people_last_admin")
    if not await people.change_role(turn.db, person.id, Role(kept["was"]), Role(kept["role"])):
        return say("people_member", changed=True, **await _about(person, turn))
    facts = {"from": kept["was"], "to": kept["role"]}
    await audit.note(turn.db, turn.person, "role", f"person:{person.id}", turn.now, facts)
    told = (News(person.id, Saying("people_role_told", dict(kept))),) if person.id != turn.person.id else ()
    return Reply(say("people_role_set", **kept).cards, told)


async def remove(event: Inbound, turn: Turn) -> Reply:
    """A journalist goes only with a reason; staff are removed by those who rule."""
    person = await _able(turn.token.object, turn)
    if person is None:
        return await _gone(turn.token.object, turn)
    if person.id == turn.person.id:
        return say("people_leave_yourself")
    if person.role is not Role.JOURNALIST and not may(turn.person, Permission.RULE):
        return say("people_only_admin")
    if await _last_admin(person, turn):
        return say("people_last_admin")
    kept = {"person": person.id, "name": person.name, "role": person.role, "reason": ""}
    if person.role is Role.JOURNALIST:
        return say("people_remove_why", then="remove_reason", keep=kept, name=person.name)
    return say("people_remove_confirm", then="remove_confirm", keep=kept, **kept)


async def hear_reason(event: Inbound, turn: Turn) -> Reply:
    """Why the journalist has to go: they will read it."""
    if yes_no(event.text) is False:
        return await nothing(event, turn)
    try:
        reason = naming.reason(naming.answer(event.text, "reason"))
    except ValueError as fault:
        name = turn.kept["name"]
        return say("people_remove_why", then="remove_reason", keep=turn.kept, name=name, problem=str(fault))
    kept = turn.kept | {"reason": reason}
    return say("people_remove_confirm", then="remove_confirm", keep=kept, **kept)


async def hear_remove(event: Inbound, turn: Turn) -> Reply:
    """The confirmation in words."""
    answer = yes_no(event.text)
    if answer is None:
        return say("people_remove_confirm", then="remove_confirm", keep=turn.kept, **turn.kept)
    return await (removed if answer else nothing)(event, turn)


async def removed(event: Inbound, turn: Turn) -> Reply:
    """They are out: forms forgotten, what waits cancelled, told once. Their buttons die with their standing."""
    kept = turn.kept
    if "reason" not in kept or turn.token.object not in {0, kept["person"]}:
        return await remove(event, turn)
    person = await _able(kept["person"], turn)
    if person is None or person.role != kept["role"]:
        return await (member if person else remove)(event, turn)
    if await _last_admin(person, turn):
        return say("people_last_admin")
    await people.move(turn.db, person.id, ABLE, standing=Standing.REMOVED, paused_until=None)
    for each in await people.addresses_of(turn.db, person.id):
        await conversations.forget(turn.db, each.account_id, each.chat, turn.now)
    await outbox.cancel_for(turn.db, person.id, turn.now)
    await audit.note(turn.db, turn.person, "remove", f"person:{person.id}", turn.now, {"role": person.role})
    told = News(person.id, Saying("people_removed", {"reason": kept["reason"]}))
    done = Saying("people_removed_done", {"name": person.name}, replaces=PRESSED if turn.token.action else "")
    return Reply((done,), (told,))


async def readmit(event: Inbound, turn: Turn) -> Reply:
    """*Terima kembali*: asked once more."""
    person = await _removed(turn.token.object, turn)
    return (
        _confirm_readmit({"person": person.id, "name": person.name, "role": person.role}) if person else await member(event, turn)
    )


def _confirm_readmit(kept: Json) -> Reply:
    return say("people_readmit_confirm", then="readmit_confirm", keep=kept | {"readmit": True}, **kept)


async def hear_readmit(event: Inbound, turn: Turn) -> Reply:
    """The confirmation in words."""
    answer = yes_no(event.text)
    if answer is None:
        return _confirm_readmit({name: turn.kept[name] for name in ("person", "name", "role")})
    return await (readmitted if answer else nothing)(event, turn)


async def readmitted(event: Inbound, turn: Turn) -> Reply:
    """They are in again as what they were, and told so."""
    kept = turn.kept
    if "readmit" not in kept or turn.token.object not in {0, kept["person"]}:
        return await member(event, turn)
    person = await _removed(kept["person"], turn)
    if person is None or not await people.move(turn.db, person.id, (Standing.REMOVED,), standing=Standing.ACTIVE):
        return await member(event, replace(turn, token=replace(turn.token, object=kept["person"])))
    await audit.note(turn.db, turn.person, "readmit", f"person:{person.id}", turn.now, {"role": person.role})
    told = News(person.id, Saying("people_readmitted", {"role": person.role}))
    done = Saying(
        "people_readmitted_done", {"name": person.name, "role": person.role}, replaces=PRESSED if turn.token.action else ""
    )
    return Reply((done,), (told,))


async def nothing(event: Inbound, turn: Turn) -> Reply:
    """*Tidak*: all stays as it is."""
    return say("people_nothing_done")


async def _able(person_id: int, turn: Turn) -> Person | None:
    person = await people.find(turn.db, person_id)
    return person if person and person.standing in ABLE else None


async def _removed(person_id: int, turn: Turn) -> Person | None:
    """Somebody who was removed, where it is one who rules that asks."""
    person = await people.find(turn.db, person_id) if may(turn.person, Permission.RULE) else None
    return person if person and person.standing is Standing.REMOVED else None


async def _gone(person_id: int, turn: Turn) -> Reply:
    """Somebody else was first, or they left."""
    person = await people.find(turn.db, person_id)
    return say("people_gone", name=person.name, standing=person.standing) if person else say("desk_stale")


async def _last_admin(person: Person, turn: Turn) -> bool:
    return person.role is Role.ADMIN and not await people.others_with(turn.db, Role.ADMIN, person.id)


async def _about(person: Person, turn: Turn) -> Json:
    outlet = await outlets.find(turn.db, person.outlet_id)
    rules, out = may(turn.person, Permission.RULE), person.standing is Standing.REMOVED
    return {
        "id": person.id, "name": person.name, "role": person.role, "standing": person.standing, "work": person.work,
        "area": person.area, "outlet": outlet.name if outlet else "", "may_rule": rules and not out,
        "may_remove": not out and (rules or person.role is Role.JOURNALIST), "may_readmit": rules and out,
        "since": person.registered_at.isoformat() if person.registered_at else "",
    }  # fmt: skip
