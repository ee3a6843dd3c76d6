"""[Hasil] under *laporan R-231*: what came of a release, from its sending to the first link (R6)."""

from dataclasses import asdict

from handlers.coverage.counting import countable
from handlers.coverage.counts import counted
from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage import coverage, outbox, releases
from storage.records import ReleaseId, RowState


async def show(event: Inbound, turn: Turn) -> Reply:
    """The numbers of one release; what is not recognised is none of its coverage."""
    try:
        release = await releases.by_id(turn.db, ReleaseId(turn.token.object))
    except LookupError:
        return say("desk_stale")
    if release.launched_at is None:
        return say("desk_stale")
    rows = await coverage.recognised(turn.db, release_id=release.id)
    first = min((each.received_at for each in rows), default=None)
    states = await outbox.tally(turn.db, releases.subject(release.id))
    facts = {
        "code": release.code,
        "headline": release.headline,
        "sent": states.get(RowState.SENT, 0),
        "opened": await releases.opens(turn.db, release.id),
        **asdict(counted(countable(rows, turn.db.office))),
        "first": int((first - release.launched_at).total_seconds() // 60) if first else -1,
    }
    return say("release_result", **facts)
