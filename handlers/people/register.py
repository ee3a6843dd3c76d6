"""*daftar*: the privacy notice and consent, then one question at a time; staff look at the result."""

from typing import Final

from handlers import naming
from handlers.grammar import choice_in, simplify, yes_no
from handlers.permissions import Permission, roles_with
from handlers.turn import Reply, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, outlets, people
from storage.people import ABLE
from storage.records import Json, Medium, OutletId, Person, Role, Standing

FORM: Final = "join"
NOTICE: Final = "2026-11"  # the version of the privacy notice; other sentences are another version
WORKS = ("wartawan", "redaktur", "fotografer", "kontributor", "kabiro")
SKIPS = frozenset({"lewati", "skip", "-", "lewat"})


async def show(event: Inbound, turn: Turn) -> Reply:
    """Begin, go on where it was left, or say how it stands."""
    match turn.person.standing:
        case Standing.WAITING:
            return say("people_still_waiting", since=_iso(turn.person))
        case Standing.ACTIVE | Standing.PAUSED:
            return say("people_already", name=turn.person.name, role=turn.person.role)
        case Standing.REMOVED:
            return say("desk_refused", standing=turn.person.standing)
    if turn.kept.get("form") == FORM:
        return ask(turn.kept["at"], turn.kept, resumed=True, contact=contact(turn))
    return ask("join_consent", {"form": FORM}, contact=contact(turn))


async def privacy(event: Inbound, turn: Turn) -> Reply:
    """*privasi*: the whole notice."""
    return say("people_notice_full", contact=contact(turn))


async def hear_consent(event: Inbound, turn: Turn) -> Reply:
    """The notice was answered in words."""
    if simplify(event.text) in {"baca", "baca lengkap", "read", "read all"}:
        return say("people_notice_full", then="join_consent", keep=turn.kept, contact=contact(turn))
    answer = yes_no(event.text)
    if answer is None:
        return ask("join_consent", turn.kept, contact=contact(turn))
    return await (agree if answer else decline)(event, turn)


async def agree(event: Inbound, turn: Turn) -> Reply:
    """Consent is recorded with the notice's version and the moment; then the form begins."""
    if turn.kept.get("at") != "join_consent":
        return await show(event, turn)
    await people.consent(turn.db, turn.person.id, NOTICE, turn.now)
    await audit.note(turn.db, turn.person, "consent", f"person:{turn.person.id}", turn.now, {"notice": NOTICE})
    known = turn.person.role is Role.JOURNALIST
    if known and await people.move(turn.db, turn.person.id, (Standing.LEFT,), standing=Standing.ACTIVE):
        await audit.note(turn.db, turn.person, "return", f"person:{turn.person.id}", turn.now)
        return say("people_returned", name=turn.person.name)
    if turn.person.standing in ABLE:  # invited by a code: taken in already
        return say("people_ask_outlet", then="join_outlet", keep={"form": "profile", "at": "join_outlet"})
    return ask("join_name", turn.kept)


async def decline(event: Inbound, turn: Turn) -> Reply:
    """They do not agree: what the platform called them is forgotten too."""
    if turn.kept.get("at") != "join_consent":
        return await show(event, turn)
    if turn.person.role in {Role.GUEST, Role.JOURNALIST}:
        await people.move(turn.db, turn.person.id, (Standing.NEW, *ABLE), name="", role=Role.GUEST, standing=Standing.NEW)
    return say("people_declined")


async def restart(event: Inbound, turn: Turn) -> Reply:
    """*Ulangi*: the questions from the first; consent stays."""
    if _at(turn) in {None, "join_consent"}:
        return await show(event, turn)
    return ask("join_name", {"form": FORM})


async def hear_name(event: Inbound, turn: Turn) -> Reply:
    """The person's name."""
    try:
        name = naming.person_name(naming.answer(event.text, "name"))
    except ValueError as reason:
        return ask("join_name", turn.kept, problem=str(reason))
    return ask("join_outlet", turn.kept | {"name": name})


async def hear_work(event: Inbound, turn: Turn) -> Reply:
    """What they do, in words or by the button's number."""
    chosen = choice_in(event.text, len(WORKS))
    try:
        work = WORKS[chosen] if chosen is not None else naming.unlinked_line(event.text, 60)
    except ValueError as reason:
        return ask("join_work", turn.kept, problem=str(reason))
    return ask("join_area", turn.kept | {"work": work})


async def pick_work(event: Inbound, turn: Turn) -> Reply:
    """What they do, by button."""
    if _at(turn) != "join_work" or turn.token.version not in WORKS:
        return await show(event, turn)
    return ask("join_area", turn.kept | {"work": turn.token.version})


async def hear_area(event: Inbound, turn: Turn) -> Reply:
    """The district they cover; it may be left out."""
    if event.text.strip().casefold() in SKIPS:
        return ask("join_review", turn.kept | {"area": ""})
    try:
        area = naming.unlinked_line(event.text, naming.LONGEST)
    except ValueError as reason:
        return ask("join_area", turn.kept, problem=str(reason))
    return ask("join_review", turn.kept | {"area": area})


async def skip_area(event: Inbound, turn: Turn) -> Reply:
    """No district."""
    return ask("join_review", turn.kept | {"area": ""}) if _at(turn) == "join_area" else await show(event, turn)


async def hear_review(event: Inbound, turn: Turn) -> Reply:
    """The summary was answered in words."""
    chosen = choice_in(event.text, 2)
    answer = yes_no(event.text) if chosen is None else chosen == 0
    if answer is None and event.text.strip().casefold() not in {"kirim", "ulangi", "send", "again"}:
        return ask("join_review", turn.kept, problem="choose")
    sends = answer if answer is not None else event.text.strip().casefold() in {"kirim", "send"}
    return await (submit if sends else restart)(event, turn)


async def submit(event: Inbound, turn: Turn) -> Reply:
    """The form is complete: the person waits for staff, who are told."""
    if _at(turn) != "join_review":
        return await show(event, turn)
    kept, before = turn.kept, (Standing.NEW, Standing.LEFT)
    values = {"name": kept["name"], "work": kept["work"], "area": kept["area"], "standing": Standing.WAITING}
    if not await people.move(turn.db, turn.person.id, before, role=Role.GUEST, registered_at=turn.now, **values):
        return await show(event, turn)
    person = await people.change(turn.db, turn.person.id, outlet_id=await outlet_from(kept, turn))
    await audit.note(turn.db, person, "register", f"person:{person.id}", turn.now)
    facts = await applicant(person, turn) | {"title": "new"}
    told = await people.with_roles(turn.db, roles_with(Permission.REGISTER))
    news = tuple(News(each.id, Saying("people_applicant", facts, subject=f"person:{person.id}")) for each in told)
    shown = instead("people_submitted") if turn.token.action else say("people_submitted")
    return Reply(shown.cards, news)


async def outlet_from(kept: Json, turn: Turn) -> OutletId:
    """The outlet that was chosen, or the new one that staff have still to look at."""
    chosen = await outlets.find(turn.db, kept["outlet"]) if kept["outlet"] else None
    chosen = chosen or await outlets.add(turn.db, kept["outlet_name"], Medium(kept["medium"]), turn.now, confirmed=False)
    return chosen.id


async def applicant(person: Person, turn: Turn) -> Json:
    """What staff see of somebody who waits."""
    outlet = await outlets.find(turn.db, person.outlet_id)
    known = {"outlet": outlet.name, "medium": outlet.medium, "fresh": not outlet.confirmed} if outlet else {"outlet": ""}
    return {"id": person.id, "name": person.name, "work": person.work, "area": person.area, "since": _iso(person), **known}


def ask(step: str, kept: Json, **facts: object) -> Reply:
    """The question of a step, with what has been gathered so far."""
    return say(QUESTIONS[step], then=step, keep={**kept, "at": step}, **{**kept, **facts})


QUESTIONS = {
    "join_consent": "people_notice",
    "join_name": "people_ask_name",
    "join_outlet": "people_ask_outlet",
    "join_new_name": "people_ask_new_name",
    "join_medium": "people_ask_medium",
    "join_work": "people_ask_work",
    "join_area": "people_ask_area",
    "join_review": "people_review",
}


def contact(turn: Turn) -> str:
    """Whom to ask about personal data."""
    return str(turn.db.office.settings.get("privacy_contact", ""))


def _at(turn: Turn) -> str | None:
    """The question that is open, if this form is."""
    return str(turn.kept["at"]) if turn.kept.get("form") == FORM else None


def _iso(person: Person) -> str:
    return person.registered_at.isoformat() if person.registered_at else ""
