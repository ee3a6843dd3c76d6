"""*jeda*, *lanjut* and *berhenti*: silence for a while, its end, and goodbye. What waits for them is cancelled."""

import itertools
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers import naming
from handlers.grammar import yes_no
from handlers.people.register import FORM, ask
from handlers.turn import Reply, Sweep, Turn, instead, say
from handlers.when import Misread, read_end
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, notices, outbox, people, rules
from storage.database import OfficeDb
from storage.people import ABLE
from storage.records import Role, Standing

# *batal daftar* as people say it, also in the middle of the form: "batalin aja daftarnya".
WITHDRAWALS = (
    *(
        " ".join(filter(None, words))
        for words in itertools.product(
            ("batal", "batalkan", "batalin", "tidak jadi", "gak jadi"), ("", "aja", "saja"),
            ("daftar", "daftarnya", "mendaftar", "pendaftaran", "pendaftarannya", "pendaftaran saya"),
        )
    ),
    "tarik pendaftaran", "withdraw registration", "cancel registration", "cancel my registration",
)  # fmt: skip


async def pause(event: Inbound, turn: Turn) -> Reply:
    """*jeda 3 hari*, *jeda sampai Senin*; without a length it is asked for."""
    if not turn.argument:
        return say("people_pause_how_long", then="pause_span")
    return await _pause(await _end(turn.argument, turn), turn)


async def hear_span(event: Inbound, turn: Turn) -> Reply:
    """For how long, in words."""
    return await _pause(await _end(naming.answer(event.text, "pause"), turn), turn)


async def pick_span(event: Inbound, turn: Turn) -> Reply:
    """For how long, by button: the object is the number of days."""
    days = turn.token.object
    return await _pause(turn.now + timedelta(days=days) if days in {1, 3, 7} else Misread.NOT_A_MOMENT, turn)


async def _end(text: str, turn: Turn) -> datetime | Misread:
    """When it is over; "until Monday" as soon as the office may speak again that day."""
    opens = time.fromisoformat((await rules.in_force(turn.db, turn.now)).quiet_until)
    return read_end(text, turn.now, ZoneInfo(turn.db.office.zone), opens)


async def _pause(until: datetime | Misread, turn: Turn) -> Reply:
    if isinstance(until, Misread):
        return say("people_pause_how_long", then="pause_span", problem=until)
    await people.move(turn.db, turn.person.id, ABLE, standing=Standing.PAUSED, paused_until=until)
    await outbox.cancel_for(turn.db, turn.person.id, turn.now)
    await audit.note(turn.db, turn.person, "pause", f"person:{turn.person.id}", turn.now, {"until": until.isoformat()})
    return say("people_paused", until=until.isoformat())


async def resume(event: Inbound, turn: Turn) -> Reply:
    """*lanjut*: the pause ends; in the middle of a registration it goes on with that."""
    if turn.kept.get("form") == FORM:
        return ask(turn.kept["at"], turn.kept, resumed=True)
    if not await people.move(turn.db, turn.person.id, (Standing.PAUSED,), standing=Standing.ACTIVE, paused_until=None):
        return say("people_not_paused", standing=turn.person.standing)
    await audit.note(turn.db, turn.person, "resume", f"person:{turn.person.id}", turn.now)
    return say("people_resumed", role=turn.person.role)


async def leave(event: Inbound, turn: Turn) -> Reply:
    """*berhenti*: asked once more."""
    if turn.person.standing not in {*ABLE, Standing.WAITING}:
        return say("people_not_registered", standing=turn.person.standing)
    if await _last_admin(turn):
        return say("people_last_admin")
    return say("people_leave_confirm", then="leave_confirm", role=turn.person.role, standing=turn.person.standing)


async def withdraw(event: Inbound, turn: Turn) -> Reply:
    """*batal daftar*: asked once where staff have it already; a form that is open is only closed."""
    if turn.person.standing in {*ABLE, Standing.WAITING}:
        return await leave(event, turn)
    return say("people_form_dropped") if turn.kept.get("form") == FORM else say("people_not_registered")


async def hear_confirm(event: Inbound, turn: Turn) -> Reply:
    """Whether they mean it, in words."""
    answer = yes_no(event.text)
    if answer is None:
        return await leave(event, turn)
    return await (gone if answer else stay)(event, turn)


async def stay(event: Inbound, turn: Turn) -> Reply:
    """They stay."""
    return (
        say("people_stayed", standing=turn.person.standing)
        if turn.person.standing in {*ABLE, Standing.WAITING}
        else await leave(event, turn)
    )


async def gone(event: Inbound, turn: Turn) -> Reply:
    """They go: consent ends, what waits is cancelled. Staff need a new code to come back as staff."""
    if await _last_admin(turn):
        return say("people_last_admin")
    verified = turn.person.role is Role.JOURNALIST
    values = {"standing": Standing.LEFT, "paused_until": None, "role": Role.JOURNALIST if verified else Role.GUEST}
    if not await people.move(turn.db, turn.person.id, (*ABLE, Standing.WAITING), **values):
        return say("people_not_registered", standing=turn.person.standing)
    await notices.withdraw_consent(turn.db, turn.person.id, turn.now)
    await outbox.cancel_for(turn.db, turn.person.id, turn.now)
    await audit.note(turn.db, turn.person, "leave", f"person:{turn.person.id}", turn.now, {"role": turn.person.role})
    was = turn.person.standing
    return instead("people_left", standing=was) if turn.token.action else say("people_left", standing=was)


async def _last_admin(turn: Turn) -> bool:
    admin = turn.person.role is Role.ADMIN and turn.person.standing in ABLE
    return admin and not await people.others_with(turn.db, Role.ADMIN, turn.person.id)


async def _next_return(db: OfficeDb, now: datetime) -> datetime | None:
    return await people.next_return(db)


async def _return_all(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Everybody whose pause is over is back, and told so once."""
    back = []
    for person in await people.paused_past(db, now):
        if await people.move(db, person.id, (Standing.PAUSED,), standing=Standing.ACTIVE, paused_until=None):
            await audit.note(db, None, "resume", f"person:{person.id}", now)
            back.append(News(person.id, Saying("people_resumed", {"role": person.role, "unasked": True})))
    return tuple(back)


RETURNS = Sweep("returns", _next_return, _return_all)
