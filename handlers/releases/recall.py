"""`tarik R-231`: a release that is out is taken back; what waits is not sent, and those who hold it are told (H7).

Where the office's rules ask for four eyes, a second person agrees first; what waits is held meanwhile.
"""

from handlers import naming
from handlers.approval import approvers
from handlers.permissions import Permission, may
from handlers.releases import concerned
from handlers.releases.lifecycle import LAUNCHED, Move, after
from handlers.releases.shown import brief, named, stands, which
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, corrections, embargoes, outbox, people, recalls, releases, rules
from storage.database import OfficeDb
from storage.recalls import Recall, State
from storage.records import Json, Purpose, Release, Status


async def ask(event: Inbound, turn: Turn) -> Reply:
    """Why? With how many wait for it, and how many hold it."""
    release = await named(turn, LAUNCHED)
    if release is None:
        return await which(turn, "recall", LAUNCHED)
    if after(release.status, Move.RECALL) is None:
        return await stands(turn, release)
    return await _why(turn, release)


async def _why(turn: Turn, release: Release, fault: str = "") -> Reply:
    counts = await corrections.counted(turn.db, release, await corrections.sent(turn.db, release))
    facts = {**brief(release), "counts": counts, "fault": fault}
    return say("recall_ask", then="recall_reason", keep={"release": release.id}, **facts)


async def hear_reason(event: Inbound, turn: Turn) -> Reply:
    """The reason, which everybody who holds it reads; then it is asked once more."""
    release = await releases.find(turn.db, turn.kept.get("release", 0))
    if release is None or after(release.status, Move.RECALL) is None:
        return await stands(turn, release) if release else await which(turn, "recall", LAUNCHED)
    try:
        reason = naming.reason(event.text)
    except ValueError:
        return await _why(turn, release, "reason")
    held = await recalls.add(turn.db, release, turn.person, reason, turn.now)
    return say("recall_confirm", **brief(release), recall=held.id, reason=reason)


async def confirm(event: Inbound, turn: Turn) -> Reply:
    """[Ya, tarik]: at once, or once a second person agrees."""
    held, release = await _meant(turn)
    if held is None or release is None or held.person_id != turn.person.id:
        return say("recall_gone")
    if held.state is State.ASKED:
        return await waits(turn, release)
    if held.state is not State.WRITTEN or after(release.status, Move.RECALL) is None:
        return await stands(turn, release)
    in_force = await rules.in_force(turn.db, turn.now)
    seconds = await approvers(turn.db, (turn.person.id,)) if in_force.four_eyes else []
    if not in_force.four_eyes or (not seconds and in_force.alone):
        return await _take_back(turn, held, release, alone=bool(in_force.four_eyes))
    if not seconds:
        return say("recall_no_second", **brief(release))
    if not await recalls.put_forward(turn.db, held):
        return await waits(turn, release)
    await _hold(turn, release)
    asked = Saying("recall_review", {**brief(release), "recall": held.id, "reason": held.reason, "by": turn.person.name})
    names = [each.name for each in seconds]
    done = Saying("recall_asked", {**brief(release), "recall": held.id, "names": names}, replaces=PRESSED)
    return Reply((done,), tuple(News(each.id, asked) for each in seconds))


async def waits(turn: Turn, release: Release) -> Reply:
    """The answer where somebody asked for a recall and nobody has decided on it: until then nothing goes out."""
    asked = await recalls.waiting(turn.db, release)
    author = await people.find(turn.db, asked[0].person_id) if asked else None
    return say("recall_waits", **brief(release), by=author.name if author else "")


async def review(event: Inbound, turn: Turn) -> Reply:
    """One that waits, with its reason, for whoever may decide on it."""
    held, release = await _meant(turn)
    if held is None or release is None:
        return say("recall_gone")
    if held.state is not State.ASKED:
        return await stands(turn, release)
    author = await people.find(turn.db, held.person_id)
    return say("recall_review", **brief(release), recall=held.id, reason=held.reason, by=author.name if author else "")


async def _hold(turn: Turn, release: Release) -> None:
    """Nothing more goes out until that is decided."""
    to = after(release.status, Move.PAUSE)
    if to and await releases.move(turn.db, release, to):
        number = sum([await outbox.hold(turn.db, each) for each in embargoes.outgoing(release.id)])
        await audit.note(turn.db, turn.person, "pause", releases.subject(release.id), turn.now, {"held": number})


async def agree(event: Inbound, turn: Turn) -> Reply:
    """[Setujui tarik]: by somebody else than whoever asked."""
    held, release = await _meant(turn)
    if held is None or release is None:
        return say("recall_gone")
    if held.person_id == turn.person.id:
        return say("recall_own", **brief(release))
    if held.state is not State.ASKED or after(release.status, Move.RECALL) is None:
        return await stands(turn, release)
    return await _take_back(turn, held, release)


async def refuse(event: Inbound, turn: Turn) -> Reply:
    """[Jangan tarik]: it stays out, says a second person, or whoever asked. What was held goes on when somebody says so."""
    held, release = await _meant(turn)
    if held is None or release is None:
        return say("recall_gone")
    entitled = held.person_id == turn.person.id or may(turn.person, Permission.APPROVE)
    if (
        held.state is not State.ASKED
        or not entitled
        or not await recalls.settle(turn.db, held, State.DROPPED, turn.person, turn.now)
    ):
        return await stands(turn, release)
    await audit.note(turn.db, turn.person, "recall_drop", releases.subject(release.id), turn.now)
    facts = {**brief(release), "by": turn.person.name, "paused": release.status is Status.PAUSED}
    told = await people.first_here(turn.db, held.person_id)
    news = (News(told.id, Saying("recall_dropped", facts)),) if told and told.id != turn.person.id else ()
    return Reply((Saying("recall_dropped", facts, replaces=PRESSED),), news)


async def listed(db: OfficeDb) -> list[Json]:
    """The recalls that wait for a second person, as the list of all that waits names them."""
    found = [(held, await releases.find(db, held.release_id)) for held in await recalls.waiting(db)]
    return [{"id": held.id, "code": each.code, "headline": each.headline} for held, each in found if each]


async def _meant(turn: Turn) -> tuple[Recall | None, Release | None]:
    held = await recalls.find(turn.db, turn.token.object)
    return held, await releases.find(turn.db, held.release_id) if held else None


async def _take_back(turn: Turn, held: Recall, release: Release, *, alone: bool = False) -> Reply:
    """All of it in one transaction."""
    to = after(release.status, Move.RECALL)
    if to is None or not await releases.move(turn.db, release, to, closed_at=turn.now):
        return await stands(turn, release)
    await recalls.settle(turn.db, held, State.DONE, turn.person, turn.now)
    await corrections.drop_unfinished(turn.db, release)
    cancelled = await recalls.stop(turn.db, release, turn.now)
    facts = {**brief(release), "reason": held.reason, "at": turn.now.isoformat()}
    said = Saying("release_recalled", facts, Purpose.RELEASE, recalls.telling(release.id))
    earlier, articles = await corrections.sent(turn.db, release), await corrections.matched(turn.db, release)
    number, owners = await concerned.tell(turn, release, earlier, articles, said, terms=True)
    if not await releases.photos(turn.db, release.id):  # a picture's message cannot become one of words
        await recalls.strike(turn.db, release, "release_recalled", facts, turn.now)
    note = {"cancelled": cancelled, "people": number, "asked_by": held.person_id}
    await audit.note(turn.db, turn.person, "recall_alone" if alone else "recall", releases.subject(release.id), turn.now, note)
    done = {**facts, "by": turn.person.name, "people": number, "cancelled": cancelled}
    others = {held.person_id, release.author_id} - {turn.person.id}
    told = [each for each in [await people.first_here(turn.db, each) for each in sorted(others)] if each]
    news = tuple(News(each.id, Saying("recall_done", done)) for each in told)
    return Reply((Saying("recall_done", done, replaces=PRESSED),), (*owners, *news))
