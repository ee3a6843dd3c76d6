"""How a sending went, and once more to those whom it failed to reach."""

from handlers.releases.lifecycle import LAUNCHED, Move, after
from handlers.releases.recall import waits as recall_waits
from handlers.releases.sending import progress_line, report_facts
from handlers.releases.shown import named, stands, which
from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage import audit, outbox, recalls, releases
from storage.records import Release, Status

RESENDABLE = (Status.SENDING, Status.SENT)


async def show(event: Inbound, turn: Turn) -> Reply:
    """`laporan R-12`; without a code, of the latest one."""
    release = await _meant(turn)
    if release is None:
        return await which(turn, "report", LAUNCHED)
    if release.status not in LAUNCHED:
        return await stands(turn, release)
    return say("release_report", **await report_facts(turn.db, release))


async def _meant(turn: Turn) -> Release | None:
    """The one of the button or the code; without any, the latest."""
    if turn.token.object or turn.argument.strip():
        return await named(turn)
    launched = await releases.search(turn.db, (), LAUNCHED)
    return launched[0] if launched else None


async def resend(event: Inbound, turn: Turn) -> Reply:
    """[Kirim ulang yang gagal]: the same messages once more; what is queued already is not queued twice.

    While a sending is stopped nothing of it goes out, these neither.
    """
    release = await _meant(turn)
    if release is None:
        return await which(turn, "report", LAUNCHED)
    if release.status not in RESENDABLE:
        return await stands(turn, release)
    if await recalls.waiting(turn.db, release):
        return await recall_waits(turn, release)
    number = await outbox.again(turn.db, releases.subject(release.id), turn.now)
    if not number:
        return say("release_nothing_failed", **await report_facts(turn.db, release))
    if to := after(release.status, Move.RESEND):
        await releases.move(turn.db, release, to, closed_at=None)
    await audit.note(turn.db, turn.person, "resend", releases.subject(release.id), turn.now, {"people": number})
    return Reply((await progress_line(turn.db, await releases.by_id(turn.db, release.id), replaces=False),))
