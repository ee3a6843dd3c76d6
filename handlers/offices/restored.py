"""After a restore: what waited in the backup is said only when an admin says so; *tertahan* asks once more."""

from datetime import datetime

from handlers.permissions import Permission, roles_with
from handlers.turn import Reply, Sweep, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, occurrences, people, restored
from storage.database import OfficeDb


async def show(event: Inbound, turn: Turn) -> Reply:
    """*tertahan*: what is held and from when, with both ways out; or what was decided."""
    facts = await restored.counts(turn.db)
    return say("restored_ask", **facts) if facts else await _decided(turn)


async def send(event: Inbound, turn: Turn) -> Reply:
    """[Kirim semua]."""
    return await _decide(event, turn, send=True)


async def drop(event: Inbound, turn: Turn) -> Reply:
    """[Buang yang lama]."""
    return await _decide(event, turn, send=False)


async def _decide(event: Inbound, turn: Turn, *, send: bool) -> Reply:
    """Once, and only what the card that was pressed told of: a second restore is another question."""
    facts = await restored.counts(turn.db)
    if not facts or turn.token.version != facts["restore"]:
        return await show(event, turn)
    if not await restored.decide(turn.db, turn.now, send=send):
        return await _decided(turn)
    await audit.note(turn.db, turn.person, restored.DEEDS[send], restored.ABOUT, turn.now, {"messages": facts["messages"]})
    said = {**facts, "send": send}
    others = [each.id for each in await people.with_roles(turn.db, roles_with(Permission.RULE)) if each.id != turn.person.id]
    told = tuple(News(each, Saying("restored_told", {**said, "by": turn.person.name})) for each in others)
    reply = instead("restored_told", **said, by="")
    return Reply(reply.cards, told)


async def _decided(turn: Turn) -> Reply:
    """Nothing is held: by whom and how that was decided, if it ever was."""
    done = await audit.latest(turn.db, restored.ABOUT, restored.DEEDS.values())
    by = await people.find(turn.db, done[0]) if done else None
    return say("restored_nothing", by=by.name if by else "")


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    since = restored.since(db.office)
    return now if since and not await occurrences.happened(db, _key(since)) else None


async def _ask(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Every admin, once; where nothing waits there is nothing to ask."""
    since, facts = restored.since(db.office), await restored.counts(db)
    if since is None or not await occurrences.first(db, _key(since), since, now):
        return ()
    if not any(facts[each] for each in ("messages", "releases", "announcements", "events")):
        await restored.decide(db, now, send=False)
        return ()
    admins = await people.with_roles(db, roles_with(Permission.RULE))
    return tuple(News(each.id, Saying("restored_ask", facts)) for each in admins)


def _key(since: datetime) -> str:
    return f"{restored.WHY}:{since.isoformat()}:asked"


ASK = Sweep("ask after a restore", _due, _ask)
