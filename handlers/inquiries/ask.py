"""*tanya R-231 …*, *wawancara …*: what a journalist asks becomes a ticket with a promised time; further ones go into it."""

from dataclasses import replace
from typing import Any, Final

from handlers.grammar import simplify, yes_no
from handlers.inquiries import meet, reading
from handlers.inquiries.shown import brief, concerned, for_staff, own, service, whole
from handlers.page import ROWS
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, inquiries, invitations, releases
from storage.inquiries import Inquiry
from storage.records import InquiryState, Invitation, InvitationStatus, Json, Purpose
from storage.releases import OUT

MOST: Final = 10  # questions of one person that wait, and further ones of one ticket
STEP: Final = "inquiry_words"
NOTHING: Final[Json] = {"release": 0, "invitation": 0, "inquiry": 0, "about": "", "interview": False}


async def begin(event: Inbound, turn: Turn, *, interview: bool = False) -> Reply:
    """*tanya*, with or without what it is about and the question itself."""
    meant = reading.split(turn.argument)
    about = await _of_code(meant, turn)
    if about is None:
        return say("inquiry_unknown", code=f"{meant.letter}-{meant.number}")
    about = {**about, "interview": interview}
    return await _asked(event, turn, about, meant.words) if meant.words else _ask(about)


async def interview(event: Inbound, turn: Turn) -> Reply:
    """*wawancara R-12 dengan Kepala BPBD*: the same, to meet somebody."""
    return await begin(event, turn, interview=True)


async def _of_code(meant: reading.Meant, turn: Turn) -> Json | None:
    """What a question is about; None for a code that leads nowhere."""
    match meant.letter:
        case "R":
            release = await releases.by_number(turn.db, meant.number)
            return _of(release=release.id, about=release.code) if release and release.status in OUT else None
        case "U":
            return _of_event(await invitations.by_number(turn.db, meant.number))
        case "T":
            held = await inquiries.by_number(turn.db, meant.number)
            return _of(inquiry=held.id, about=held.code) if held and held.person_id == turn.person.id else None
    return NOTHING


def _of(**values: int | str) -> Json:
    return {**NOTHING, **values}


def _of_event(held: Invitation | None) -> Json | None:
    sent = held and held.status in {InvitationStatus.SENT, InvitationStatus.CANCELLED}
    return _of(invitation=held.id, about=held.code) if held and sent else None


def _ask(about: Json, problem: str = "") -> Reply:
    facts = {"about": about["about"], "interview": about["interview"], "whom": about.get("whom", ""), "problem": problem}
    return say("inquiry_ask", then=STEP, keep=about, **facts)


async def about_release(event: Inbound, turn: Turn) -> Reply:
    """[Tanya] under a release."""
    found = await releases.find(turn.db, turn.token.object)
    return _ask(_of(release=found.id, about=found.code)) if found and found.status in OUT else say("desk_stale")


async def about_event(event: Inbound, turn: Turn) -> Reply:
    """[Kirim tanya] under an invitation."""
    about = _of_event(await invitations.find(turn.db, turn.token.object))
    return _ask(about) if about else say("desk_stale")


async def further(event: Inbound, turn: Turn) -> Reply:
    """[Tanya lagi] under an answer."""
    held = await own(turn)
    return _ask(_of(inquiry=held.id, about=held.code)) if held else say("desk_stale")


async def say_further(event: Inbound, turn: Turn) -> Reply:
    """*T-77 lalu berapa jiwa?*: a further question."""
    return await begin(event, replace(turn, argument=event.text))


async def hear(event: Inbound, turn: Turn) -> Reply:
    """The question, in its step; *tanya R-3 …* typed there says what it is about, too."""
    meant = reading.split(turn.argument)
    if meant.letter:
        return await begin(event, turn, interview=turn.kept.get("interview", False))
    return await _asked(event, turn, {**NOTHING, **turn.kept}, turn.argument or event.text)


async def _asked(event: Inbound, turn: Turn, about: Json, text: str) -> Reply:
    """What was typed, where it can be read: a yes to an hour, a further question, or a ticket of its own."""
    held = await inquiries.find(turn.db, about["inquiry"])
    if held and held.interview and yes_no(text) and held.is_answered:
        return await meet.agreed(turn, held)
    try:
        words = reading.question(": ".join(filter(None, (about.get("whom", ""), text))))
    except ValueError as reason:
        return _ask(about, str(reason))
    if held:
        return await _add(event, turn, held, words)
    about = {**about, "interview": about["interview"] or reading.is_interview(words)}
    if about["interview"] and not (about["about"] or about.get("whom") or reading.has_topic(words)):
        return _ask({**about, "whom": words})
    return await _once(event, turn, about, words)


async def _once(event: Inbound, turn: Turn, about: Json, words: str) -> Reply:
    """A new ticket; not for what waits already, and not for more than can be answered."""
    mine = await inquiries.open_of(turn.db, turn.person.id)
    said = await inquiries.latest_words(turn.db, [each.id for each in mine])
    for each in mine:
        other = about["about"] and (each.release_id or 0, each.invitation_id or 0) != (about["release"], about["invitation"])
        if simplify(said.get(each.id, "")) == simplify(words) and not other:
            return say("inquiry_own", **await whole(turn.db, each, turn.now), again=True)
    if len(mine) >= MOST:
        return say("inquiry_many", codes=[each.code for each in mine])
    return await _new(event, turn, about, words)


async def _new(event: Inbound, turn: Turn, about: Json, words: str) -> Reply:
    hours = await service(turn)
    moments = {"due_at": hours.due(turn.now), "remind_at": hours.reminder(turn.now)}
    of = {"release_id": about["release"] or None, "invitation_id": about["invitation"] or None, "interview": about["interview"]}
    held = await inquiries.add(turn.db, turn.person, words, turn.now, **of, **moments)
    await audit.note(turn.db, turn.person, "ask", inquiries.about(held.id), turn.now, {"due": held.due_at.isoformat()})
    return await _receipt(event, turn, held, new=True)


async def _receipt(event: Inbound, turn: Turn, held: Inquiry, *, new: bool) -> Reply:
    """One receipt with the promise, and when it is read where the office is closed. Staff hear of it but in quiet hours."""
    hours = await service(turn)
    opens = "" if hours.is_open(turn.now) else hours.opens(turn.now).isoformat()
    facts = {**await brief(turn.db, held, turn.now), "opens": opens, "new": new, "files": bool(event.files)}
    purpose = Purpose.REMINDER if opens else Purpose.NOTICE
    news = []
    for each in await concerned(turn.db, held):
        told = {**await for_staff(turn.db, held, each, turn.now), "new": new}
        news.append(News(each.id, Saying("inquiry_new", told, purpose, subject=inquiries.about(held.id))))
    return Reply((Saying("inquiry_receipt", facts),), tuple(news))


async def _add(event: Inbound, turn: Turn, held: Inquiry, words: str) -> Reply:
    """A further question; where nothing was waiting any more the ticket opens again, with a new promise."""
    await inquiries.lock(turn.db, held.id)
    held = await inquiries.by_id(turn.db, held.id)
    said = await inquiries.questions(turn.db, held.id)
    if held.is_open and said and simplify(said[-1].words) == simplify(words):
        return say("inquiry_own", **await whole(turn.db, held, turn.now), again=True)
    if held.is_open and sum(each.at >= held.asked_at for each in said) >= MOST:
        return say("inquiry_full", code=held.code, most=MOST)
    to = held.state if held.is_open else InquiryState.TAKEN if held.holder_id else InquiryState.OPEN
    if not await inquiries.move(turn.db, held, to, **({} if held.is_open else await _anew(turn))):
        return say("desk_stale")
    await inquiries.ask(turn.db, held.id, turn.person, words, turn.now)
    await audit.note(turn.db, turn.person, "ask_further", inquiries.about(held.id), turn.now)
    return await _receipt(event, turn, await inquiries.by_id(turn.db, held.id), new=False)


async def _anew(turn: Turn) -> dict[str, Any]:
    """A promise that begins now."""
    hours, nothing = await service(turn), {"reminded_at": None, "escalated_at": None, "ended_at": None, "unit_at": None}
    moments = {"asked_at": turn.now, "due_at": hours.due(turn.now), "remind_at": hours.reminder(turn.now)}
    return {**nothing, **moments, "unit": ""}


async def show(event: Inbound, turn: Turn) -> Reply:
    """*pertanyaan* of a journalist: their own and how each stands."""
    found = await inquiries.of_person(turn.db, turn.person.id, ROWS)
    said = await inquiries.latest_words(turn.db, [each.id for each in found])
    return say("inquiry_list", items=[{**await brief(turn.db, each, turn.now), "words": said.get(each.id, "")} for each in found])


async def one(event: Inbound, turn: Turn) -> Reply:
    """*status T-77*, *T-77*, or one of the list."""
    held = await own(turn)
    return say("inquiry_own", **await whole(turn.db, held, turn.now), again=False) if held else _unknown(turn)


async def withdraw(event: Inbound, turn: Turn) -> Reply:
    """*tarik T-77*: nobody answers it any more; asking in it again opens it."""
    held = await own(turn)
    if held is None:
        return _unknown(turn)
    if not held.is_open or not await inquiries.move(turn.db, held, InquiryState.WITHDRAWN, ended_at=turn.now):
        return say("inquiry_own", **await whole(turn.db, await inquiries.by_id(turn.db, held.id), turn.now), again=False)
    await audit.note(turn.db, turn.person, "withdraw_inquiry", inquiries.about(held.id), turn.now)
    told = {"code": held.code, "asker": turn.person.name}
    whom = await concerned(turn.db, held) if held.holder_id else ()
    news = [News(each.id, Saying("inquiry_gone", told, Purpose.NOTICE)) for each in whom]
    done = Saying("inquiry_withdrawn", {"code": held.code}, replaces=PRESSED if turn.token.action else "")
    return Reply((done,), tuple(news))


def _unknown(turn: Turn) -> Reply:
    number = reading.number(turn.argument)
    return say("inquiry_unknown", code=f"T-{number}") if number else say("desk_stale")
