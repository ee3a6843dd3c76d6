"""*hapus data saya*: asked once more, then a ticket with 72 hours, which staff see and which runs out by itself.

At once: what waits for the person is cancelled, and what they wrote and were in the middle of is gone. The rest goes when staff
press, or an hour before the time is over; what the law keeps stays under a number, and the answer says what.
"""

from datetime import datetime

from handlers.grammar import code_in, simplify, yes_no
from handlers.permissions import Permission, roles_with
from handlers.turn import PRESSED, Reply, Sweep, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, erasing, erasures, jobs, notices, people
from storage.database import OfficeDb
from storage.erasures import Erasure
from storage.people import ABLE
from storage.records import Json, Person, Role, Standing

WORDS = (
    "hapus data saya", "hapus data", "hapus dataku", "hapus semua data saya", "hapus akun saya", "hapus akun", "delete my data",
    "erase my data", "delete my account",
)  # fmt: skip
KEPT = "erase_confirm"
SURE = frozenset({"ya", "ya hapus", "hapus", "yes", "yes delete", "delete"})  # *oke siap* may answer something newer


async def ask(event: Inbound, turn: Turn) -> Reply:
    """Asked once more, with what goes and what stays; an open request is told with its clock."""
    if found := await erasures.of_person(turn.db, turn.person.id):
        return say("erase_open", **_clock(found))
    if await _last_admin(turn.db, turn.person):
        return say("people_last_admin")
    return say("erase_confirm", then=KEPT, keep={"erase": True})


async def hear(event: Inbound, turn: Turn) -> Reply:
    """The answer in words."""
    if simplify(event.text) in SURE:
        return await confirm(event, turn)
    return await (keep if yes_no(event.text) is False else ask)(event, turn)


async def keep(event: Inbound, turn: Turn) -> Reply:
    """They do not want it after all, before anything was done."""
    return say("erase_kept")


async def confirm(event: Inbound, turn: Turn) -> Reply:
    """The ticket: they leave, what is theirs alone goes at once, and staff are told until when the rest has to."""
    if not turn.kept.get("erase"):
        return await ask(event, turn)
    if await _last_admin(turn.db, turn.person):
        return say("people_last_admin")
    made = await erasures.ask(turn.db, turn.person, turn.now)
    await audit.note(turn.db, turn.person, "ask_erasure", f"person:{turn.person.id}", turn.now, {"erasure": made.id})
    await people.move(turn.db, turn.person.id, (*ABLE, Standing.WAITING), **_gone(turn.person))
    await notices.withdraw_consent(turn.db, turn.person.id, turn.now)
    await erasing.limit(turn.db, turn.person.id, turn.now)
    news = await _to_staff(turn.db, Saying("erase_ticket", _about(made), subject=_subject(made)))
    replaces = PRESSED if turn.token.action else ""
    return Reply((Saying("erase_taken", _clock(made), replaces=replaces),), news)


async def take_back(event: Inbound, turn: Turn) -> Reply:
    """[Batalkan permintaan]: while it has not been set going."""
    found = await erasures.withdraw(turn.db, turn.person.id, turn.now)
    if found is None:
        return say("desk_stale")
    await audit.note(turn.db, turn.person, "withdraw_erasure", f"person:{turn.person.id}", turn.now, {"erasure": found.id})
    news = await _to_staff(
        turn.db, Saying("erase_withdrawn_told", _about(found), subject=_subject(found), replaces=_subject(found))
    )
    return Reply((Saying("erase_withdrawn", {}, replaces=PRESSED),), news)


# --- staff -------------------------------------------------------------------------------------------


async def listed(event: Inbound, turn: Turn) -> Reply:
    """*permintaan data*: the tickets that are open, with the time that is left."""
    found = await erasures.waiting(turn.db)
    return say("erase_list", now=turn.now.isoformat(), tickets=[_about(each) for each in found])


def is_code(event: Inbound) -> bool:
    """Whether a ticket's code was typed."""
    return event.text.strip().casefold().startswith("d") and code_in(event.text, "D") is not None


async def one(event: Inbound, turn: Turn) -> Reply:
    """*D-12*."""
    found = await erasures.by_number(turn.db, code_in(event.text, "D") or 0)
    return say("erase_ticket", **_about(found)) if found else say("erase_no_ticket")


async def run_now(event: Inbound, turn: Turn) -> Reply:
    """[Hapus sekarang]: nobody has to wait for the clock."""
    found = await erasures.by_number(turn.db, turn.token.object)
    if found is None or not await erasures.mark(turn.db, found, "erased_at", turn.now, by_id=turn.person.id):
        return say("desk_stale")
    await audit.note(turn.db, turn.person, "run_erasure", f"person:{found.person_id}", turn.now, {"erasure": found.id})
    return Reply((Saying("erase_running", _about(found), replaces=PRESSED),), (_last_word(found),))


# --- the clock ---------------------------------------------------------------------------------------


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    return await erasures.due(db)


async def _run(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Remind staff, set going what nobody has, and end what has been told its last word."""
    news: list[News] = []
    for each in await erasures.ripe(db, 2, now):
        news += await end(db, each, now)
    for each in await erasures.ripe(db, 1, now):
        if await erasures.mark(db, each, "erased_at", now):
            await audit.note(db, None, "run_erasure", f"person:{each.person_id}", now, {"erasure": each.id})
            news.append(_last_word(each))
    for each in await erasures.ripe(db, 0, now):
        if await erasures.mark(db, each, "warned_at", now):
            news += await _to_staff(db, Saying("erase_ticket", {**_about(each), "soon": True}, subject=_subject(each)))
    return tuple(news)


async def end(db: OfficeDb, erasure: Erasure, now: datetime) -> tuple[News, ...]:
    """Everything that is not kept goes, and a job takes it out of the database's own files and drops the bytes."""
    if not await erasures.mark(db, erasure, "done_at", now):
        return ()
    touched, unneeded = await erasing.erase(db, erasure.person_id)
    await audit.note(db, None, "erase", f"person:{erasure.person_id}", now, {"erasure": erasure.id, "rows": touched})
    await jobs.add(db, "forget", f"forget:erasure:{erasure.id}", {"digests": list(unneeded)}, now)
    facts = {"number": erasure.number, "rows": sum(touched.values())}
    return await _to_staff(db, Saying("erase_done", facts, subject=_subject(erasure), replaces=_subject(erasure)))


ERASURES = Sweep("erasures", _due, _run, tidies=True)


def _last_word(erasure: Erasure) -> News:
    return News(erasure.person_id, Saying("erase_last_word", {"number": erasure.number}, subject=_subject(erasure)))


def _subject(erasure: Erasure) -> str:
    return f"erasure:{erasure.id}"


def _clock(erasure: Erasure) -> Json:
    return {"number": erasure.number, "due": erasure.due_at.isoformat(), "running": erasure.erased_at is not None}


def _about(erasure: Erasure) -> Json:
    """What staff see: never a name, so that nothing of theirs has to be erased again."""
    state = "done" if erasure.done_at else "withdrawn" if erasure.withdrawn_at else "running" if erasure.erased_at else "open"
    return {**_clock(erasure), "asked": erasure.asked_at.isoformat(), "state": state, "person": int(erasure.person_id)}


def _gone(person: Person) -> Json:
    role = Role.JOURNALIST if person.role is Role.JOURNALIST else Role.GUEST
    return {"standing": Standing.LEFT, "role": role, "paused_until": None}


async def _to_staff(db: OfficeDb, saying: Saying) -> tuple[News, ...]:
    told = await people.with_roles(db, roles_with(Permission.RULE))
    return tuple(News(each.id, saying) for each in told)


async def _last_admin(db: OfficeDb, person: Person) -> bool:
    admin = person.role is Role.ADMIN and person.standing in ABLE
    return admin and not await people.others_with(db, Role.ADMIN, person.id)
