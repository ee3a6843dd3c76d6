"""*jawab T-77 …*: an answer with who may be quoted, or for background; shown once, then sent. A later one corrects it."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from handlers.grammar import simplify, yes_no
from handlers.inquiries import reading
from handlers.inquiries.hold import meant
from handlers.inquiries.shown import brief, for_staff, holder, stands
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, inquiries, people
from storage.inquiries import Inquiry
from storage.records import InquiryState, Json, Purpose, Terms

SENDS: Final = frozenset({"kirim", "send", "kirim jawaban"})
CHANGES: Final = frozenset({"ubah", "change", "perbaiki"})


async def begin(event: Inbound, turn: Turn) -> Reply:
    """*jawab T-77 …*, [Jawab]: with the words at once, or asked for."""
    held = await meant(turn)
    if held is None:
        number = reading.number(turn.argument)
        return say("inquiry_unknown", code=f"T-{number}" if number else "")
    if not await _may(turn, held):
        return await stands(turn, held.id)
    typed = "" if turn.token.action else reading.split(turn.argument).words
    kept = {"inquiry": held.id, "code": held.code, "interview": held.interview}
    return await _heard(event, turn, kept, typed) if typed else _ask(kept)


async def _may(turn: Turn, held: Inquiry) -> bool:
    """Whether whoever speaks may answer: what nobody else holds, or what was answered and is to be corrected."""
    found = await holder(turn.db, held)
    free = found is None or found.id == turn.person.id or held.is_answered
    return free and held.state is not InquiryState.WITHDRAWN


def _ask(kept: Json, problem: str = "") -> Reply:
    return say("inquiry_ask_answer", then="inquiry_answer", keep=kept, **kept, problem=problem)


async def hear(event: Inbound, turn: Turn) -> Reply:
    """The answer, in its step."""
    return await _heard(event, turn, turn.kept, event.text)


async def _heard(event: Inbound, turn: Turn, kept: Json, text: str) -> Reply:
    """The answer, with its source where the last line names it; one that says when an interview may be needs none."""
    meets_at = reading.appointment(text, turn.now, ZoneInfo(turn.db.office.zone)) if kept["interview"] else None
    typed, last = (text, "") if meets_at else reading.parted(text)
    try:
        words = reading.answer(typed)
    except ValueError as reason:
        return _ask(_begun(kept), str(reason))
    kept = {**_begun(kept), "words": words, "files": bool(event.files), "meets_at": meets_at.isoformat() if meets_at else ""}
    if meets_at:
        return await _preview(turn, {**kept, "terms": Terms.MEETING, "source": ""})
    return await _named(turn, kept, last) if last else _ask_source(kept)


def _begun(kept: Json) -> Json:
    """The form as it began: which ticket is answered."""
    return {name: kept[name] for name in ("inquiry", "code", "interview")}


def _ask_source(kept: Json, problem: str = "") -> Reply:
    return say("inquiry_ask_source", then="inquiry_source", keep=kept, **kept, problem=problem)


async def hear_source(event: Inbound, turn: Turn) -> Reply:
    """Who may be quoted, in words."""
    return await _named(turn, turn.kept, event.text)


async def background(event: Inbound, turn: Turn) -> Reply:
    """[Latar]: nobody may be quoted."""
    if turn.kept.get("inquiry") != turn.token.object or "words" not in turn.kept:
        return say("desk_stale")
    return await _preview(turn, {**turn.kept, "terms": Terms.BACKGROUND, "source": ""})


async def _named(turn: Turn, kept: Json, text: str) -> Reply:
    if reading.is_background(text):
        return await _preview(turn, {**kept, "terms": Terms.BACKGROUND, "source": ""})
    try:
        source = reading.source(text)
    except ValueError as reason:
        return _ask_source(kept, str(reason))
    return await _preview(turn, {**kept, "terms": Terms.QUOTABLE, "source": source})


async def _preview(turn: Turn, kept: Json, *, changed: bool = False) -> Reply:
    """Exactly what will be read, with what was asked; `changed` where something was asked or answered meanwhile."""
    held = await inquiries.find(turn.db, kept["inquiry"])
    if held is None or not await _may(turn, held):
        return await stands(turn, kept["inquiry"])
    asked, others = await inquiries.questions(turn.db, held.id), await inquiries.answers(turn.db, held.id)
    first = changed and held.is_answered  # a colleague was quicker
    kept = {**kept, "asked": len(asked), "answered": len(others), "corrects": held.is_answered}
    asker, by = await people.find(turn.db, held.person_id), await holder(turn.db, held)
    facts = {
        **kept, "question": asked[-1].words if asked else "", "asker": asker.name if asker else "", "changed": changed,
        "before": others[-1].words if first else "", "by": by.name if by else "",
    }  # fmt: skip
    return say("inquiry_preview", then="inquiry_sure", keep=kept, **facts)


async def hear_sure(event: Inbound, turn: Turn) -> Reply:
    """The preview, answered in words."""
    answer, said = yes_no(event.text), simplify(event.text)
    if answer or said in SENDS:
        return await send(event, turn)
    if answer is False or said in CHANGES:
        return await change(event, turn)
    return await _preview(turn, turn.kept)


async def change(event: Inbound, turn: Turn) -> Reply:
    """[Ubah]: the answer is written anew."""
    return _ask(_begun(turn.kept)) if "words" in turn.kept else say("desk_stale")


async def send(event: Inbound, turn: Turn) -> Reply:
    """[Kirim]: what was shown goes to whoever asked; where more was asked or answered meanwhile, it is shown once more."""
    kept = turn.kept
    if "asked" not in kept or turn.token.object not in {0, kept["inquiry"]}:
        return await stands(turn, turn.token.object) if turn.token.object else say("desk_stale")
    await inquiries.lock(turn.db, kept["inquiry"])
    held = await inquiries.find(turn.db, kept["inquiry"])
    if held is None or not await _may(turn, held):
        return await stands(turn, kept["inquiry"])
    if not await _is_as_shown(turn, held, kept):
        return await _preview(turn, kept, changed=True)
    meets_at = datetime.fromisoformat(kept["meets_at"]) if kept["meets_at"] else None
    if meets_at and meets_at <= turn.now:
        return _ask(_begun(kept), "past")
    return await _answered(turn, held, kept, meets_at)


async def _is_as_shown(turn: Turn, held: Inquiry, kept: Json) -> bool:
    """Whether nothing was asked or answered since the preview."""
    numbers = len(await inquiries.questions(turn.db, held.id)), len(await inquiries.answers(turn.db, held.id))
    return numbers == (kept["asked"], kept["answered"]) and held.is_answered == kept["corrects"]


async def _answered(turn: Turn, held: Inquiry, kept: Json, meets_at: datetime | None) -> Reply:
    values = {"holder_id": turn.person.id, "taken_at": held.taken_at or turn.now, "ended_at": turn.now}
    if not await inquiries.move(turn.db, held, InquiryState.ANSWERED, **values):
        return await stands(turn, held.id)
    said = {"words": kept["words"], "terms": Terms(kept["terms"]), "source": kept["source"], "meets_at": meets_at}
    answer = await inquiries.answer(turn.db, held, turn.person, turn.now, **said)
    deed = "correct_answer" if kept["corrects"] else "answer_inquiry"
    await audit.note(turn.db, turn.person, deed, inquiries.about(held.id), turn.now, {"terms": kept["terms"]})
    return await _sent(turn, held, {**kept, "answer": answer})


async def _sent(turn: Turn, held: Inquiry, kept: Json) -> Reply:
    answer = {name: kept[name] for name in ("words", "terms", "source", "corrects", "meets_at", "answer")}
    facts = {**await brief(turn.db, held, turn.now), **answer}
    told = News(held.person_id, Saying("inquiry_answered", facts, Purpose.NOTICE, subject=inquiries.about(held.id)))
    done = {**await for_staff(turn.db, held, turn.person, turn.now), "corrects": kept["corrects"]}
    return Reply((Saying("inquiry_sent", done, replaces=PRESSED if turn.token.action else ""),), (told,))
