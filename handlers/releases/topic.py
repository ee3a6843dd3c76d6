"""What a release is about: chosen while it is written, so that it reaches those who follow that (J5)."""

import re

from handlers import audience
from handlers.grammar import DASHES, choice_in, simplify
from handlers.releases.draft import DONE, draft
from handlers.releases.edit import editable, written
from handlers.releases.shown import brief
from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage.records import Release, Topic

_CODE = re.compile(rf"\br{DASHES}[0-9]{{1,9}}\b", re.IGNORECASE)
NONE = frozenset({"tanpa topik", "tidak ada", "umum", "none", "no topic", "general"})


async def ask(event: Inbound, turn: Turn) -> Reply:
    """[Topik], or `topik R-12 kesehatan`."""
    release = await editable(turn)
    if isinstance(release, Reply):
        return release
    if turn.token.version:
        return await _take(turn, release, turn.token.version)
    typed = simplify(_CODE.sub(" ", turn.argument))
    return await _heard(turn, release, typed) if typed else _ask(release)


async def hear(event: Inbound, turn: Turn) -> Reply:
    """The topic, typed: its name or its number."""
    release = await editable(turn)
    if isinstance(release, Reply):
        return release
    return await draft(turn, release) if simplify(event.text) in DONE else await _heard(turn, release, event.text)


async def _heard(turn: Turn, release: Release, text: str) -> Reply:
    numbered = choice_in(text, len(Topic) + 1)
    choices = (*Topic, "none")
    if numbered is not None:
        return await _take(turn, release, choices[numbered])
    chosen = "none" if simplify(text) in NONE else audience.topic(text)
    return await _take(turn, release, chosen) if chosen else _ask(release, unknown=True)


async def _take(turn: Turn, release: Release, chosen: str) -> Reply:
    return await written(turn, release, topic=chosen if chosen in set(Topic) else "")


def _ask(release: Release, *, unknown: bool = False) -> Reply:
    facts = {**brief(release), "topic": release.topic, "unknown": unknown}
    return say("release_ask_topic", then="draft_topic", keep={"release": release.id}, **facts)
