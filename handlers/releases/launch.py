"""Sending what was approved: now or at an hour, held and taken up again, or called off."""

import hashlib
import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers import audience
from handlers.grammar import DASHES, simplify, yes_no
from handlers.quiet import Hours
from handlers.releases.alone import alone_allowed
from handlers.releases.lifecycle import Move, after
from handlers.releases.quoted import lacking
from handlers.releases.recall import waits as recall_waits
from handlers.releases.sending import launch, lines_anew, progress_line
from handlers.releases.shown import brief, census, meant, named, segment_of, standing, stands, which
from handlers.turn import PRESSED, Reply, Turn, say
from handlers.when import Misread, read_moment, split_moment
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, embargoes, holidays, outbox, people, recalls, releases, rules
from storage.records import Json, Release, Status

SENDABLE = (Status.APPROVED, Status.SCHEDULED)
# What people say instead of our commands; without a code most of these mean something else.
_CODE = rf"(?:the )?(?:rilis|release|r){DASHES}(?:r{DASHES})?[0-9]{{1,9}}"
_HALT = re.compile(rf"(?:stop|setop|pause|jeda) {_CODE}")
_CONTINUE = re.compile(rf"(?:lanjut|resume) {_CODE}")
_UNSCHEDULE = re.compile(rf"(?:batal|batalkan|cancel) {_CODE}")
_STOP = frozenset({"stop", "setop"})
SENDS = frozenset({"kirim", "send"})


def is_halt(event: Inbound) -> bool:
    """*stop R-12*."""
    return _HALT.fullmatch(simplify(event.text)) is not None


def is_continue(event: Inbound) -> bool:
    """*lanjut R-12*."""
    return _CONTINUE.fullmatch(simplify(event.text)) is not None


def is_unschedule(event: Inbound) -> bool:
    """*batal R-12*."""
    return _UNSCHEDULE.fullmatch(simplify(event.text)) is not None


def is_stop(event: Inbound) -> bool:
    """*stop* alone: whoever may send means what is being sent."""
    return simplify(event.text) in _STOP


async def send(event: Inbound, turn: Turn) -> Reply:
    """`kirim R-12`: asked once, with the count; `kirim R-12 besok 08.00`: the moment is read back in full."""
    release = await _sendable(turn)
    if isinstance(release, Reply):
        return release
    moment = await _moment_behind(turn)
    if moment is not None:
        return await _confirm(turn, release, moment)
    return await _ask(turn, release)


async def _ask(turn: Turn, release: Release) -> Reply:
    """Really now? One that is scheduled says by whom and for when."""
    facts = {**await standing(turn.db, release), "version": _asked(release), **await _people(turn, release, turn.now)}
    return say("release_confirm", then="launch_confirm", keep={"release": release.id, "version": _asked(release)}, **facts)


def _asked(release: Release) -> str:
    """What a yes to sending now agrees to: this text, and leaving this schedule, in the twelve letters a button carries."""
    if release.launch_at is None:
        return release.fingerprint
    return hashlib.sha256(f"{release.fingerprint} {release.launch_at.isoformat()}".encode()).hexdigest()[:12]


async def plan(event: Inbound, turn: Turn) -> Reply:
    """`jadwalkan R-12 besok 08.00`; without a moment it is asked for."""
    release = await _sendable(turn)
    if isinstance(release, Reply):
        return release
    moment = await _moment_behind(turn)
    return _ask_moment(release, "") if moment is None else await _confirm(turn, release, moment)


async def _moment_behind(turn: Turn) -> datetime | Misread | None:
    """The moment that was typed behind the command, if one was."""
    if not turn.argument:
        return None
    return split_moment(turn.argument, turn.now, ZoneInfo(turn.db.office.zone), await holidays.known(turn.db))[1]


async def _sendable(turn: Turn) -> Release | Reply:
    """The approved release that is meant, or the answer where there is none."""
    release = await meant(turn, SENDABLE)
    if release is None:
        return await which(turn, "send", SENDABLE)
    if release.status not in SENDABLE:
        return await stands(turn, release)
    if unsettled := await lacking(turn.db, release):
        return say("quote_missing", **brief(release), items=unsettled)
    counted = await people.census(turn.db, audience.public(release.audience, release.topic, release.id))
    return release if counted["reached"] else say("release_nobody", **brief(release))


async def _people(turn: Turn, release: Release, at: datetime) -> Json:
    """Whom it would reach, and until when it would wait were it sent at a moment in quiet hours."""
    media = await segment_of(turn.db, release)
    hours = Hours(await rules.in_force(turn.db, at), ZoneInfo(turn.db.office.zone))
    free = (await holidays.known(turn.db)).get(at.astimezone(hours.zone).date())
    urgent = await alone_allowed(turn.db, release, at)
    quiet = None if urgent else hours.quiet(at)
    waits = {"quiet": quiet.ends.isoformat() if quiet else "", "holiday": free.name if free else ""}
    return {"census": await census(turn, release), "media": media, **waits}


async def not_now(event: Inbound, turn: Turn) -> Reply:
    """[Batal]: nothing is sent now."""
    return say("release_not_now")


async def answer_confirm(event: Inbound, turn: Turn) -> Reply:
    """The typed answer: yes, no, or a moment after all."""
    words = simplify(event.text)
    if yes_no(event.text) or words == "1" or words in SENDS:
        return await launch_now(event, turn)
    if yes_no(event.text) is False or words == "3":
        return say("release_not_now")
    if words == "2":
        return await ask_moment(event, turn)
    return await read_when(event, turn)


async def launch_now(event: Inbound, turn: Turn) -> Reply:
    """[Ya, kirim]: only the version that was asked about; one that was scheduled since is asked about anew."""
    release = await _sendable(turn)
    if isinstance(release, Reply):
        return release
    if _asked(release) != (turn.token.version or turn.kept.get("version", "")):
        return await _ask(turn, release)
    told = await _tell_scheduler(turn, release, "sent")
    if await launch(turn.db, release, turn.person, turn.now) is None:
        return await stands(turn, release)
    reply = await _line(turn, release)
    return replace(reply, news=(*reply.news, *told))


async def _tell_scheduler(turn: Turn, release: Release, how: str) -> tuple[News, ...]:
    """Whoever scheduled it learns that somebody else has ended that; asked before it is ended."""
    done = await releases.done_by(turn.db, release.id, "schedule") if release.launch_at else None
    told = await people.first_here(turn.db, done[0]) if done else None
    if release.launch_at is None or told is None or told.id == turn.person.id:
        return ()
    facts = {**brief(release), "how": how, "by": turn.person.name, "moment": release.launch_at.isoformat()}
    return (News(told.id, Saying("release_overtaken", facts)),)


async def ask_moment(event: Inbound, turn: Turn) -> Reply:
    """[Jadwalkan]: the moment is asked for."""
    release = await _sendable(turn)
    return release if isinstance(release, Reply) else _ask_moment(release, "")


def _ask_moment(release: Release, fault: str) -> Reply:
    return say("release_ask_moment", then="launch_when", keep={"release": release.id}, **brief(release), fault=fault)


async def read_when(event: Inbound, turn: Turn) -> Reply:
    """The moment, typed."""
    release = await _sendable(turn)
    if isinstance(release, Reply):
        return release
    moment = read_moment(event.text, turn.now, ZoneInfo(turn.db.office.zone), await holidays.known(turn.db))
    return await _confirm(turn, release, moment)


async def _confirm(turn: Turn, release: Release, moment: datetime | Misread) -> Reply:
    if isinstance(moment, Misread):
        return _ask_moment(release, moment.value)
    facts = {
        **brief(release),
        "moment": moment.isoformat(),
        "seconds": str(int(moment.timestamp())),
        **await _people(turn, release, moment),
    }
    keep = {"release": release.id, "moment": moment.isoformat()}
    return say("release_confirm_moment", then="schedule_confirm", keep=keep, **facts)


async def answer_moment(event: Inbound, turn: Turn) -> Reply:
    """The typed answer: yes, no, or another moment."""
    words = simplify(event.text)
    if yes_no(event.text) or words == "1":
        return await schedule(event, turn)
    if words in {"2", "ubah", "change"}:
        return await ask_moment(event, turn)
    if yes_no(event.text) is False:
        return say("release_not_now")
    return await read_when(event, turn)


async def schedule(event: Inbound, turn: Turn) -> Reply:
    """[Ya]: the clock will launch it."""
    release = await _sendable(turn)
    if isinstance(release, Reply):
        return release
    moment, to = turn.moment, after(release.status, Move.SCHEDULE)
    if moment is None or moment <= turn.now:
        return _ask_moment(release, Misread.PAST.value)
    if to is None or release.launch_at == moment or not await releases.move(turn.db, release, to, launch_at=moment):
        return await stands(turn, release)
    await audit.note(turn.db, turn.person, "schedule", releases.subject(release.id), turn.now, {"at": moment.isoformat()})
    facts = {**brief(release), "moment": moment.isoformat(), **await _people(turn, release, moment)}
    return Reply((Saying("release_scheduled", facts, replaces=PRESSED if turn.token.action else ""),))


async def unschedule(event: Inbound, turn: Turn) -> Reply:
    """`batal kirim R-12`: it stays approved and is not sent."""
    release = await named(turn, (Status.SCHEDULED,))
    return await _off(turn, release) if release else await which(turn, "unschedule", (Status.SCHEDULED,))


async def _off(turn: Turn, release: Release) -> Reply:
    """Off the schedule at once; the answer can put it back."""
    to = after(release.status, Move.UNSCHEDULE)
    if to is None or release.launch_at is None or not await releases.move(turn.db, release, to, launch_at=None):
        return await stands(turn, release)
    await audit.note(turn.db, turn.person, "unschedule", releases.subject(release.id), turn.now)
    told = await _tell_scheduler(turn, release, "unscheduled")
    facts = {**brief(release), "moment": release.launch_at.isoformat(), "seconds": str(int(release.launch_at.timestamp()))}
    return Reply((Saying("release_unscheduled", facts),), told)


async def pause(event: Inbound, turn: Turn) -> Reply:
    """`hentikan`: nothing more goes out; what waits is kept. Of one that is only scheduled nothing goes out at all."""
    halted = (Status.SENDING,) if await releases.in_status(turn.db, (Status.SENDING,)) else (Status.SCHEDULED,)
    release = await named(turn, halted)
    if release is None:
        return await which(turn, "sending_pause", halted)
    if release.status is Status.SCHEDULED:
        return await _off(turn, release)
    to = after(release.status, Move.PAUSE)
    if to is None or not await releases.move(turn.db, release, to):
        return await stands(turn, release)
    held = sum([await outbox.hold(turn.db, each) for each in embargoes.outgoing(release.id)])
    await audit.note(turn.db, turn.person, "pause", releases.subject(release.id), turn.now, {"held": held})
    return await _line(turn, release)


async def resume(event: Inbound, turn: Turn) -> Reply:
    """`lanjutkan`: the rest goes out."""
    release = await named(turn, (Status.PAUSED,))
    if release is None:
        return await which(turn, "sending_resume", (Status.PAUSED,))
    if release.status is Status.PAUSED and await recalls.waiting(turn.db, release):
        return await recall_waits(turn, release)
    to = after(release.status, Move.RESUME)
    if to is None or not await releases.move(turn.db, release, to):
        return await stands(turn, release)
    freed = sum([await outbox.let_go(turn.db, each) for each in embargoes.outgoing(release.id)])
    await audit.note(turn.db, turn.person, "resume", releases.subject(release.id), turn.now, {"freed": freed})
    return await _line(turn, release)


async def abandon(event: Inbound, turn: Turn) -> Reply:
    """[Batalkan sisanya]: whoever has not got it does not get it."""
    release = await named(turn, (Status.PAUSED,))
    to = after(release.status, Move.ABANDON) if release else None
    if release is None or to is None:
        return await stands(turn, release) if release else await which(turn, "sending_abandon", (Status.PAUSED,))
    if not await releases.move(turn.db, release, to, closed_at=turn.now):
        return await stands(turn, release)
    cancelled = sum([await outbox.cancel(turn.db, each, turn.now) for each in embargoes.outgoing(release.id)])
    await audit.note(turn.db, turn.person, "abandon", releases.subject(release.id), turn.now, {"cancelled": cancelled})
    return await _line(turn, release)


async def _line(turn: Turn, release: Release) -> Reply:
    """The line of the sending: in its place where its button was pressed, else anew below what was typed.

    Whoever else follows the sending sees theirs change at once.
    """
    fresh = await releases.by_id(turn.db, release.id)
    line = await progress_line(turn.db, fresh, replaces=False)
    others = [each for each in await lines_anew(turn.db, fresh, turn.now) if each.to != turn.person.id]
    return Reply((replace(line, replaces=PRESSED if turn.token.action else ""),), tuple(others))
