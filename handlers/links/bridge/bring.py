"""Staff bring links from a chat group: they forward messages, or send the chat's export. Shown first, recorded once."""

from dataclasses import asdict
from datetime import timedelta

from handlers.links.bridge.weigh import preview
from handlers.links.canonical import Kind, canonical
from handlers.links.extract import links_in
from handlers.turn import Reply, Turn, instead, say
from messages.inbound import Attachment, Happening, Inbound
from storage import audit, group_imports, jobs
from storage.group_imports import Bringing, GroupImport
from storage.records import FileKind, Json

QUIET = timedelta(seconds=8)  # after the last forwarded message
LONGEST = timedelta(seconds=60)  # after the first
ENDINGS = (".txt", ".zip")
COMMANDS = frozenset("media outlets outlet tambah add tolak refuse reject cabut withdraw akui recognise recognize status".split())
FEW = 4  # words of a command with a link
MOST = 500  # links of one import, forwarded or exported


def is_export(event: Inbound) -> bool:
    """Whether a message brings an exported chat."""
    return any(_is_chat(each) for each in event.files)


def _is_chat(file: Attachment) -> bool:
    return file.kind is FileKind.DOCUMENT and file.name.lower().endswith(ENDINGS)


def holds_articles(event: Inbound) -> bool:
    """Whether a message holds links to articles, and is no command that names one."""
    words = event.text.split()
    if event.happening is not Happening.SAID or (0 < len(words) <= FEW and words[0].casefold() in COMMANDS):
        return False
    return any(canonical(link).kind is not Kind.REFUSED for link in links_in(event.text))


async def hear_export(event: Inbound, turn: Turn) -> Reply:
    """An exported chat: it is read by a job, and nothing of it is kept but links and times."""
    file = next(each for each in event.files if _is_chat(each))
    limit = turn.abilities.download_limit
    if file.size > limit:
        return say("group_large", limit=limit)
    held = await group_imports.begin(turn.db, turn.person, (turn.account.id, event.chat), Bringing.READING, turn.now)
    facts = {"import": held.id, "file": asdict(file), "limit": limit}
    await jobs.add(turn.db, "read_chat", f"chat:{held.id}", facts, turn.now)
    return say("group_reading")


async def gather(event: Inbound, turn: Turn) -> Reply:
    """A forwarded message with links: more may follow, and nothing is said until it is quiet."""
    place = (turn.account.id, event.chat)
    held = await group_imports.of_chat(turn.db, *place, Bringing.GATHERING)
    held = held or await group_imports.begin(turn.db, turn.person, place, Bringing.GATHERING, turn.now)
    await _gathered(held, event, turn)
    return Reply()


async def beside(event: Inbound, turn: Turn) -> bool:
    """Forwarded words without a link, among others with some, are counted and nothing is said."""
    held = await group_imports.of_chat(turn.db, turn.account.id, event.chat, Bringing.GATHERING)
    return held is not None and await _gathered(held, event, turn)


async def _gathered(held: GroupImport, event: Inbound, turn: Turn) -> bool:
    links = dict(held.found["links"]) | dict.fromkeys(links_in(event.text), "")
    kept = list(links.items())
    left_out = held.found["left_out"] + max(0, len(kept) - MOST)
    found = {"messages": held.found["messages"] + 1, "links": kept[-MOST:], "left_out": left_out}
    due_at = min(turn.now + QUIET, held.begun_at + LONGEST)
    return await group_imports.move(turn.db, held, Bringing.GATHERING, due_at, found=found)


async def show(event: Inbound, turn: Turn) -> Reply:
    """*grup*: what waits to be recorded, or how links from a group are brought."""
    held = await group_imports.of_chat(turn.db, turn.account.id, event.chat, Bringing.SHOWN)
    if held is None:
        return say("group_how", limit=turn.abilities.download_limit)
    return say("group_preview", **await preview(turn.db, held, turn.now))


async def record(event: Inbound, turn: Turn) -> Reply:
    """*Catat*: once, however often it is pressed."""
    return await _answered(Bringing.SHOWN, Bringing.RECORDING, "group_recording", turn)


async def drop(event: Inbound, turn: Turn) -> Reply:
    """*Buang*: nothing is recorded, and what was read is forgotten."""
    return await _answered(Bringing.SHOWN, Bringing.DROPPED, "group_dropped", turn)


async def take_back(event: Inbound, turn: Turn) -> Reply:
    """*Batalkan*: what this import recorded and nobody has decided is taken back."""
    return await _answered(Bringing.DONE, Bringing.TAKING_BACK, "group_taking_back", turn)


async def _answered(was: Bringing, to: Bringing, card: str, turn: Turn) -> Reply:
    held = await group_imports.find(turn.db, turn.token.object)
    if held is None:
        return say("desk_stale")
    ends = to is Bringing.DROPPED
    values: Json = {"found": held.found | {"links": []}, "ended_at": turn.now} if ends else {"done": 0}
    if held.state is not was or not await group_imports.move(turn.db, held, to, None if ends else turn.now, **values):
        return say("group_stands", state=held.state)
    await audit.note(turn.db, turn.person, f"group_{to}", f"group:{held.id}", turn.now)
    return instead(card, links=len(held.found["links"]))
