"""Staff's side of questions: the list, *ambil T-77*, *teruskan T-77 Dinas PU*, and who has the duty (H11)."""

from handlers import naming
from handlers.inquiries import ask, reading
from handlers.inquiries.shown import brief, duty, for_staff, holder, stands
from handlers.page import page
from handlers.permissions import Permission, may, roles_with
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, inquiries, offices, people
from storage.inquiries import Inquiry
from storage.offices import DEFAULTS
from storage.records import InquiryState, Json, Person, Purpose, Role

ALL = frozenset({"semua", "semuanya", "bersama", "all", "everybody", "everyone"})
UNIT = 120  # characters of an office's name


async def show(event: Inbound, turn: Turn) -> Reply:
    """*pertanyaan*: for staff those that wait, the first to run out first; for a journalist their own."""
    if not may(turn.person, Permission.ANSWER):
        own = turn.person.role is Role.JOURNALIST
        return await ask.show(event, turn) if own else say("desk_refused", standing=turn.person.standing)
    if reading.number(turn.argument):
        return await one(event, turn)
    found = await inquiries.open_ones(turn.db)
    shown, number, pages = page(found, turn.token.object)
    said = await inquiries.latest_words(turn.db, [each.id for each in shown])
    items = [await _line(each, said.get(each.id, ""), turn) for each in shown]
    return say("inquiry_queue", items=items, total=len(found), page=number, pages=pages)


async def _line(held: Inquiry, words: str, turn: Turn) -> Json:
    mine = held.holder_id == turn.person.id
    return {**await brief(turn.db, held, turn.now), "words": words, "mine": mine}


async def one(event: Inbound, turn: Turn) -> Reply:
    """*T-77*, *status T-77*, or one of the list."""
    if not may(turn.person, Permission.ANSWER):
        return await ask.one(event, turn)
    held = await meant(turn)
    return await stands(turn, held.id) if held else _unknown(turn)


async def meant(turn: Turn) -> Inquiry | None:
    """The ticket of the button or the typed code; without either the only one that whoever speaks holds."""
    if turn.token.object:
        return await inquiries.find(turn.db, turn.token.object)
    if number := reading.number(turn.argument):
        return await inquiries.by_number(turn.db, number)
    mine = [each for each in await inquiries.open_ones(turn.db) if each.holder_id == turn.person.id]
    return mine[0] if len(mine) == 1 else None


def _unknown(turn: Turn) -> Reply:
    number = reading.number(turn.argument)
    return say("inquiry_unknown", code=f"T-{number}" if number else "")


async def take(event: Inbound, turn: Turn) -> Reply:
    """*ambil T-77*, [Ambil]: of two who take it at once one gets it, and the other reads who."""
    held = await meant(turn)
    if held is None:
        return _unknown(turn)
    if not held.is_open or await holder(turn.db, held) or not await _to(turn, held, turn.person):
        return await stands(turn, held.id)
    await audit.note(turn.db, turn.person, "take_inquiry", inquiries.about(held.id), turn.now)
    return await _taken(turn, held)


async def take_over(event: Inbound, turn: Turn) -> Reply:
    """[Ambil alih]: from the one who was shown as holding it, who is told."""
    held = await meant(turn)
    before = await holder(turn.db, held) if held else None
    if held is None or before is None or not held.is_open or before.id == turn.person.id or turn.token.version != str(before.id):
        return await stands(turn, turn.token.object)
    if not await _to(turn, held, turn.person):
        return await stands(turn, held.id)
    await audit.note(turn.db, turn.person, "take_over_inquiry", inquiries.about(held.id), turn.now, {"from": before.id})
    lost = Saying("inquiry_lost", {"id": held.id, "code": held.code, "by": turn.person.name}, Purpose.NOTICE)
    return await _taken(turn, held, News(before.id, lost))


async def _to(turn: Turn, held: Inquiry, person: Person) -> bool:
    """Put a ticket into somebody's hands; one that lies with another office stays there."""
    to = InquiryState.FORWARDED if held.state is InquiryState.FORWARDED else InquiryState.TAKEN
    return await inquiries.move(turn.db, held, to, holder_id=person.id, taken_at=turn.now)


async def _taken(turn: Turn, held: Inquiry, *news: News) -> Reply:
    facts = await for_staff(turn.db, await inquiries.by_id(turn.db, held.id), turn.person, turn.now)
    return Reply((Saying("inquiry_taken", facts, replaces=PRESSED if turn.token.action else ""),), news)


async def forward(event: Inbound, turn: Turn) -> Reply:
    """*teruskan T-77 Dinas PU*: a colleague gets it; for any other office there is a text to be passed on."""
    held = await meant(turn)
    if held is None:
        return _unknown(turn)
    typed = "" if turn.token.object else naming.cleaned(reading.behind(turn.argument))
    return await _forwarded(turn, held, typed) if typed else _ask_whither(held)


def _ask_whither(held: Inquiry, problem: str = "") -> Reply:
    kept = {"inquiry": held.id, "code": held.code}
    return say("inquiry_whither", then="inquiry_whither", keep=kept, code=held.code, problem=problem)


async def hear_whither(event: Inbound, turn: Turn) -> Reply:
    """To whom, in its step."""
    held = await inquiries.find(turn.db, turn.kept.get("inquiry", 0))
    return await _forwarded(turn, held, naming.cleaned(reading.unit(event.text))) if held else say("desk_stale")


async def _forwarded(turn: Turn, held: Inquiry, whom: str) -> Reply:
    before = await holder(turn.db, held)
    if not held.is_open or (before and before.id != turn.person.id):
        return await stands(turn, held.id)
    if sum(each.isalpha() for each in whom) < 2 or len(whom) > UNIT:
        return _ask_whither(held, "unit")
    able = await people.listed(turn.db, roles_with(Permission.ANSWER), whom)
    return await _handed(turn, held, able[0]) if len(able) == 1 else await _sent_out(turn, held, whom)


async def _handed(turn: Turn, held: Inquiry, colleague: Person) -> Reply:
    """To one of the staff."""
    if not await inquiries.move(turn.db, held, InquiryState.TAKEN, holder_id=colleague.id, taken_at=turn.now):
        return await stands(turn, held.id)
    await audit.note(turn.db, turn.person, "hand_inquiry", inquiries.about(held.id), turn.now, {"to": colleague.id})
    facts = await for_staff(turn.db, await inquiries.by_id(turn.db, held.id), colleague, turn.now)
    handed = News(colleague.id, Saying("inquiry_handed", {**facts, "by": turn.person.name}, Purpose.NOTICE))
    return Reply((Saying("inquiry_handed_on", {"code": held.code, "to": colleague.name}),), (handed,))


async def _sent_out(turn: Turn, held: Inquiry, unit: str) -> Reply:
    """To an office that the desk cannot write to: whoever forwards it holds on to it here."""
    values = {"unit": unit, "unit_at": turn.now, "holder_id": turn.person.id}
    if not await inquiries.move(turn.db, held, InquiryState.FORWARDED, **values):
        return await stands(turn, held.id)
    await audit.note(turn.db, turn.person, "forward_inquiry", inquiries.about(held.id), turn.now)
    facts = await for_staff(turn.db, await inquiries.by_id(turn.db, held.id), turn.person, turn.now)
    return Reply((Saying("inquiry_forwarded", facts), Saying("inquiry_letter", facts)))


# --- the duty ----------------------------------------------------------------------------------------


async def on_duty(event: Inbound, turn: Turn) -> Reply:
    """*piket*: who hears of questions; *piket Rina*, *piket semua* by whoever may approve."""
    like = naming.cleaned(turn.argument)
    if not like:
        return await _duty(turn)
    if not may(turn.person, Permission.APPROVE):
        return say("desk_refused", standing=turn.person.standing)
    if like.casefold() in ALL:
        return await _set(turn, None)
    found = await people.listed(turn.db, roles_with(Permission.ANSWER), like)
    if len(found) != 1:
        return say("inquiry_duty_whom", sought=like[: naming.LONGEST], names=[each.name for each in found[:8]])
    return await _set(turn, found[0])


async def _duty(turn: Turn) -> Reply:
    told = await duty(turn.db)
    one_alone = len(told) == 1 and (DEFAULTS | turn.db.office.settings)["duty"] == told[0].id
    return say("inquiry_duty", names=[each.name for each in told], alone=one_alone, may=may(turn.person, Permission.APPROVE))


async def _set(turn: Turn, person: Person | None) -> Reply:
    await offices.change_settings(turn.db, duty=person.id if person else 0)
    await audit.note(turn.db, turn.person, "set_duty", "office", turn.now, {"person": person.id if person else 0})
    told = person and person.id != turn.person.id
    news = (News(person.id, Saying("inquiry_duty_yours", {"by": turn.person.name}, Purpose.NOTICE)),) if person and told else ()
    return Reply((Saying("inquiry_duty_set", {"name": person.name if person else ""}),), news)
