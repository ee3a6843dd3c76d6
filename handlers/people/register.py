"""*daftar*: the privacy notice and consent, then one question at a time; staff look at the result."""

import hashlib
from typing import Final

from handlers import naming, notice
from handlers.grammar import choice_in, simplify, yes_no
from handlers.people import fields
from handlers.permissions import Permission, roles_with
from handlers.turn import Reply, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, erasures, imports, outlets, people, retention
from storage.people import ABLE
from storage.records import Json, Medium, OutletId, Person, Role, Standing

FORM: Final = "join"
WORKS = ("wartawan", "redaktur", "fotografer", "kontributor", "kabiro")
SKIPS = frozenset({"lewati", "skip", "-", "lewat"})
BACK = frozenset({"kembali", "back", "tetap", "keep"})
# The answers of the form in order, each with the step that asks for it.
ASKED_BY = {"name": "join_name", "outlet": "join_outlet", "work": "join_work", "area": "join_area"}
ANSWERS = tuple(ASKED_BY)


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
        return ask(turn.kept["at"], turn.kept, resumed=True)
    return ask("join_consent", {"form": FORM})


async def hear_consent(event: Inbound, turn: Turn) -> Reply:
    """The notice was answered in words."""
    if simplify(event.text) in {"baca", "baca lengkap", "read", "read all"}:
        return say("people_notice_full", then="join_consent", keep=turn.kept, days=await retention.days(turn.db))
    answer = yes_no(event.text)
    if answer is None:
        return ask("join_consent", turn.kept)
    return await (agree if answer else decline)(event, turn)


async def agree(event: Inbound, turn: Turn) -> Reply:
    """Consent is recorded with the notice's version and the moment; then the form begins."""
    if turn.kept.get("at") != "join_consent":
        return await show(event, turn)
    await notice.agreed(turn)
    if taken_back := await erasures.withdraw(turn.db, turn.person.id, turn.now):  # whoever comes back wants to stay
        facts = {"erasure": taken_back.id}
        await audit.note(turn.db, turn.person, "withdraw_erasure", f"person:{turn.person.id}", turn.now, facts)
    known = turn.person.role is Role.JOURNALIST
    if known and await people.move(turn.db, turn.person.id, (Standing.LEFT,), standing=Standing.ACTIVE):
        await audit.note(turn.db, turn.person, "return", f"person:{turn.person.id}", turn.now)
        return say("people_returned", name=turn.person.name)
    if turn.person.standing in ABLE:  # invited by a code: taken in already
        return say("people_ask_outlet", then="join_outlet", keep={"form": "profile", "at": "join_outlet"})
    return await _begun(turn)


async def _begun(turn: Turn) -> Reply:
    """The form; whoever stands in the office's own register under the phone they write from finds it filled in."""
    listed = await imports.expected_by_phone(turn.db, turn.person.id)
    if listed is None:
        return ask("join_name", turn.kept)
    outlet = await outlets.find(turn.db, listed.outlet_id)
    named = {"outlet": outlet.id, "outlet_name": outlet.name, "medium": outlet.medium} if outlet else {}
    told = {name: each for name, each in (("work", listed.work), ("area", listed.area)) if each}
    return go_on(turn.kept | {"name": listed.name} | named | told)


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
    if unchanged(event, turn):
        return go_on(turn.kept)
    try:
        name = naming.person_name(naming.answer(event.text, "name"))
    except ValueError as reason:
        return ask("join_name", turn.kept, problem=str(reason))
    return go_on(turn.kept | {"name": name})


async def hear_work(event: Inbound, turn: Turn) -> Reply:
    """What they do, in words or by the button's number."""
    if unchanged(event, turn):
        return go_on(turn.kept)
    try:
        return go_on(turn.kept | {"work": work_in(event.text)})
    except ValueError as reason:
        return ask("join_work", turn.kept, problem=str(reason))


def work_in(text: str) -> str:
    """One of the usual works, or as it was typed. ValueError with the reason, as for a line."""
    chosen = choice_in(text, len(WORKS))
    if chosen is not None:
        return WORKS[chosen]
    typed = naming.own_line(naming.answer(text, "work"), 60)
    return typed.casefold() if typed.casefold() in WORKS else typed


async def pick_work(event: Inbound, turn: Turn) -> Reply:
    """What they do, by button."""
    if _at(turn) != "join_work" or turn.token.version not in WORKS:
        return await show(event, turn)
    return go_on(turn.kept | {"work": turn.token.version})


async def hear_area(event: Inbound, turn: Turn) -> Reply:
    """The district they cover; it may be left out."""
    if unchanged(event, turn):
        return go_on(turn.kept)
    if simplify(event.text) in SKIPS:
        return go_on(turn.kept | {"area": ""})
    try:
        area = naming.own_line(naming.answer(event.text, "area"), naming.LONGEST)
    except ValueError as reason:
        return ask("join_area", turn.kept, problem=str(reason))
    return go_on(turn.kept | {"area": area})


async def skip_area(event: Inbound, turn: Turn) -> Reply:
    """No district."""
    return go_on(turn.kept | {"area": ""}) if _at(turn) == "join_area" else await show(event, turn)


async def hear_review(event: Inbound, turn: Turn) -> Reply:
    """The summary was answered in words: send, or what is to be changed, by name or by the button's number."""
    chosen, answer, field = choice_in(event.text, 1 + len(ANSWERS)), yes_no(event.text), fields.named(event.text)
    if chosen == 0 or answer or simplify(event.text) in {"kirim", "send"}:
        return await submit(event, turn)
    if chosen:
        return ask(ASKED_BY[ANSWERS[chosen - 1]], turn.kept)
    if field:
        return ask(ASKED_BY[field], turn.kept)
    if answer is False or field == "" or simplify(event.text) in {"ulangi", "again", "ganti", "ubah", "change"}:
        return ask("join_review", turn.kept, which=True)
    return ask("join_review", turn.kept, problem="choose")


async def change(event: Inbound, turn: Turn) -> Reply:
    """One answer of the summary is to be changed, by button."""
    if _at(turn) != "join_review" or turn.token.version not in ASKED_BY:
        return await show(event, turn)
    return ask(ASKED_BY[turn.token.version], turn.kept)


async def back(event: Inbound, turn: Turn) -> Reply:
    """*Tidak jadi diganti*: to the summary, with what was there."""
    return go_on(turn.kept) if _at(turn) and complete(turn.kept) else await show(event, turn)


def complete(kept: Json) -> bool:
    """Whether every question of the form has its answer."""
    return all(answer in kept for answer in ANSWERS)


def unchanged(event: Inbound, turn: Turn) -> bool:
    """Whether somebody who was to change one answer keeps it after all, in words."""
    return _at(turn) is not None and complete(turn.kept) and simplify(event.text) in BACK


def go_on(kept: Json) -> Reply:
    """The next question that has no answer yet; the summary when all have."""
    for answer in ANSWERS:
        if answer not in kept:
            return ask(ASKED_BY[answer], kept)
    return ask("join_review", kept)


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
    facts = await applicant(person, turn) | {"listed": await imports.come(turn.db, person)}
    told = await people.with_roles(turn.db, roles_with(Permission.REGISTER))
    news = tuple(News(each.id, Saying("people_applicant", facts, subject=f"person:{person.id}")) for each in told)
    shown = instead("people_submitted") if turn.token.action else say("people_submitted")
    return Reply(shown.cards, news)


async def outlet_from(kept: Json, turn: Turn) -> OutletId:
    """The outlet that was chosen, or the new one, with its site, that staff have still to look at."""
    if chosen := await outlets.find(turn.db, kept["outlet"]) if kept["outlet"] else None:
        return chosen.id
    added = await outlets.add(turn.db, kept["outlet_name"], Medium(kept["medium"]), turn.now, confirmed=False)
    host, path = kept.get("host", ""), kept.get("path", "")
    if host and not added.confirmed and not await outlets.host_holder(turn.db, host, path, None, None):
        await outlets.add_host(turn.db, added.id, host, path)
    return added.id


async def applicant(person: Person, turn: Turn) -> Json:
    """What staff see of somebody who waits."""
    outlet = await outlets.find(turn.db, person.outlet_id)
    known: Json = {"outlet": ""}
    if outlet:
        hosts = () if outlet.confirmed else await outlets.hosts_of(turn.db, outlet.id)
        site = next((each.host + each.path for each in hosts), "")
        known = {"outlet": outlet.name, "medium": outlet.medium, "fresh": not outlet.confirmed, "site": site}
    own = {"id": person.id, "name": person.name, "work": person.work, "area": person.area}
    return own | {"since": _iso(person), "stamp": stamp(person)} | known


def stamp(person: Person) -> str:
    """What a decision was shown: another one where the applicant has changed something meanwhile."""
    shown = f"{person.name}|{person.outlet_id}|{person.work}|{person.area}"
    return hashlib.sha256(shown.encode()).hexdigest()[:8]


def ask(step: str, kept: Json, **facts: object) -> Reply:
    """The question of a step, with what has been gathered so far."""
    return say(QUESTIONS[step], then=step, keep={**kept, "at": step}, **{**kept, **facts})


QUESTIONS = {
    "join_consent": "people_notice",
    "join_name": "people_ask_name",
    "join_outlet": "people_ask_outlet",
    "join_new_name": "people_ask_new_name",
    "join_medium": "people_ask_medium",
    "join_site": "people_ask_site",
    "join_work": "people_ask_work",
    "join_area": "people_ask_area",
    "join_review": "people_review",
}


def _at(turn: Turn) -> str | None:
    """The question that is open, if this form is."""
    return str(turn.kept["at"]) if turn.kept.get("form") == FORM else None


def _iso(person: Person) -> str:
    return person.registered_at.isoformat() if person.registered_at else ""
