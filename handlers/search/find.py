"""*cari …*: one search over all that the person may see, grouped by kind, ten at a time; *lagi* goes on."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from handlers.grammar import simplify
from handlers.permissions import Permission as P
from handlers.permissions import may
from handlers.turn import Reply, Turn, say
from messages.card import Saying
from messages.inbound import Inbound
from storage import outbox
from storage import search as found_in
from storage.records import Json, PersonId, Role, Status
from storage.releases import OUT
from storage.search import Hit

HITS: Final = 10
FOUND: Final = "searched"  # the subject of a list of hits
WORDS_MOST: Final = 6
WORD_LONGEST: Final = 60
_FILLING: Final = frozenset("tentang soal mengenai terkait yang di ke dari dan about on the of in for".split())


async def search(event: Inbound, turn: Turn) -> Reply:
    """The first hits of what was typed behind the command."""
    if not words_of(turn.argument):
        return say("search_how")
    return await _page(turn.argument, 0, turn)


async def more(event: Inbound, turn: Turn) -> Reply:
    """*lagi*, or the button: the next hits of the list it stands under, else of the latest."""
    pressed = await outbox.by_platform_id(turn.db, turn.account.id, event.chat, event.platform_id) if turn.token.action else None
    row = pressed or await outbox.said_about(turn.db, turn.account.id, event.chat, FOUND)
    if row is None or "asked" not in row.facts:
        return say("search_how")
    return await _page(row.facts["asked"], row.facts["start"] + HITS, turn)


def words_of(typed: str) -> Sequence[str]:
    """What is looked for: the telling words, without what no keyboard can have meant."""
    shown = "".join(each if each.isprintable() else " " for each in typed)
    words = [each[:WORD_LONGEST] for each in shown.split() if simplify(each)]
    telling = [each for each in words if each.casefold() not in _FILLING]
    return (telling or words)[:WORDS_MOST]


async def _page(asked: str, start: int, turn: Turn) -> Reply:
    kind, words = _narrowed(words_of(asked))
    found = [(at, name, hit) for name, hits in (await _all(kind, words, turn)) for at, hit in enumerate(hits)]
    order = [each[0] for each in KINDS]
    # The best of each kind first, so that a hundred links do not hide the one release.
    ranked = sorted(found, key=lambda each: (each[0], order.index(each[1])))
    shown = ranked[start : start + HITS]
    if not shown:
        return say("search_none", asked=asked[:WORD_LONGEST], more=bool(start))
    groups = [{"kind": name, "items": [_item(hit) for _, of, hit in shown if of == name]} for name in order]
    facts: Json = {
        "asked": asked,
        "start": start,
        "groups": [each for each in groups if each["items"]],
        "rest": len(ranked) - start - len(shown),
    }
    return Reply((Saying("search_hits", facts, subject=FOUND),))


def _item(hit: Hit) -> Json:
    return {
        "id": hit.id,
        "code": hit.code,
        "title": hit.title[:200],
        "at": hit.at.isoformat() if hit.at else "",
        "state": hit.state,
    }


def _narrowed(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """*cari rilis banjir* looks among releases alone; a kind alone is a word like any other."""
    named = next((name for name, names, _, _ in KINDS if words[0].casefold() in names), "")
    return (named, words[1:]) if named and len(words) > 1 else ("", words)


async def _all(kind: str, words: Sequence[str], turn: Turn) -> list[tuple[str, Sequence[Hit]]]:
    able = [(name, source) for name, _, permission, source in KINDS if may(turn.person, permission) and kind in {"", name}]
    return [(name, await source(turn, words)) for name, source in able]


def _own(turn: Turn) -> PersonId | None:
    """Whose things alone may be seen: a journalist's are their own."""
    return turn.person.id if turn.person.role is Role.JOURNALIST else None


async def _releases(turn: Turn, words: Sequence[str]) -> Sequence[Hit]:
    unsent = may(turn.person, P.DRAFT)
    return await found_in.in_releases(turn.db, words, set(Status) - {Status.DISCARDED} if unsent else OUT, _own(turn))


async def _invitations(turn: Turn, words: Sequence[str]) -> Sequence[Hit]:
    guest = None if may(turn.person, P.SEND) else turn.person.id
    return await found_in.in_invitations(turn.db, words, guest)


async def _links(turn: Turn, words: Sequence[str]) -> Sequence[Hit]:
    return await found_in.in_links(turn.db, words, _own(turn))


async def _questions(turn: Turn, words: Sequence[str]) -> Sequence[Hit]:
    asker = None if may(turn.person, P.ANSWER) else turn.person.id
    return await found_in.in_inquiries(turn.db, words, asker)


async def _outlets(turn: Turn, words: Sequence[str]) -> Sequence[Hit]:
    return await found_in.in_outlets(turn.db, words)


async def _people(turn: Turn, words: Sequence[str]) -> Sequence[Hit]:
    return await found_in.in_people(turn.db, words)


# Each kind in the order in which it is shown, with the words that ask for it alone, who may see it, and where it is looked for.
KINDS: tuple[tuple[str, frozenset[str], P, Callable[[Turn, Sequence[str]], Awaitable[Sequence[Hit]]]], ...] = (
    ("release", frozenset({"rilis", "release", "releases"}), P.RECEIVE, _releases),
    ("invitation", frozenset({"undangan", "acara", "invitation", "event"}), P.RECEIVE, _invitations),
    ("link", frozenset({"link", "tautan", "berita", "artikel", "links", "article"}), P.RECEIVE, _links),
    ("question", frozenset({"pertanyaan", "tanya", "question", "questions"}), P.RECEIVE, _questions),
    ("outlet", frozenset({"media", "outlet"}), P.REGISTER, _outlets),
    ("person", frozenset({"orang", "wartawan", "anggota", "person", "journalist"}), P.REGISTER, _people),
)
