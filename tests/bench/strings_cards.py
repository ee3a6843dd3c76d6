"""Every card with facts that were found by trying: text wherever a card takes any text, else what it can be made of."""

import enum
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from messages.card import Card, bare
from messages.cards import CARDS
from messages.wording import Words
from storage import records
from storage.records import Language

FIRST = 0xF0000  # of the signs that stand for those of any text: no sentence of ours holds one
OFFICE = "Humas Kab. Teladan"
TRIES = 1500
Path = tuple[str, ...]
Make = Callable[[Words, Mapping[str, Any]], Card]
SPREAD = ("name", "outlet", "medium", "work", "area")
Plan = dict[Path, int]  # which of the candidates each fact is

ENUMS = sorted(
    {str(value) for kind in vars(records).values() if isinstance(kind, type) and issubclass(kind, enum.StrEnum) for value in kind}
)


class Text(str):
    """A text that is no list of its letters: whoever goes through it wants another fact."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        raise TypeError("string indices must be integers")


class Items(list[Any]):
    """A list that is no text: whoever says it as one wants another fact."""

    def __str__(self) -> str:
        raise TypeError("unsupported operand: a list")

    __repr__ = __str__


BEFORE_CUT = re.compile(r"[ ,.;:]+…")
MARK = Text("Qzxqzx")

# Facts that nobody would find by trying: words from a short list of the card's own.
KNOWN: Mapping[str, Mapping[Path, object]] = {
    "appeal_one": {("against",): "refused"},
    "block": {("state",): "holds"},
    "coverage_report": {
        ("first",): "2026-11-20",
        ("last",): "2026-11-26",
        ("kind",): "week",
        ("files",): (),
        ("numbers", "links"): 3,
    },
    "event_note_wrong": {("why",): "many", ("facts",): 3, ("longest",): 3},
    "holidays_wrong": {("why",): "decree"},
    "invitation_ask": {("field",): "dress", ("problem",): "name"},
    "invitation_reminder": {("ahead",): "soon"},
    "link_lookalike": {("like", "how"): "signs", ("like", "signs"): ("a", "b"), ("id",): 3},
    "people_accepted": {("medium",): "tv"},
    "people_review": {("medium",): "tv", ("work",): "reporter", ("problem",): "", ("host",): Text(), ("path",): Text()},
    "people_settled": {("deed",): "accept"},
    "queue_decided": {("state",): "recognised"},
    "queue_undone": {("state",): "received"},
    "quote_wrong": {("problem",): "short"},
    "release_confirm": {("version",): "3"},
    "release_confirm_moment": {("seconds",): "3"},
    "release_draft": {
        ("photos",): 1,
        ("documents",): 2,
        ("status",): "draft",
        ("was",): "",
        ("missing",): (),
        ("media",): ("tv",),
        ("topic",): "",
        ("launch_at",): None,
        ("census", "reached"): 3,
        ("census", "digest"): 1,
        ("census", "template"): 0,
        ("id",): 3,
        ("people",): 3,
    },
    "release_progress": {("status",): "sending", ("parked",): {}},
    "retention": {("problem",): "unread", ("changed",): "chats"},
    "rules_news": {("since",): "2026-11-23", ("field",): "place"},
    "rules_saved": {("since",): "2026-11-23", ("field",): "place"},
    "rules_sure": {("since",): "2026-11-23", ("field",): "place"},
    "status_link": {("state",): "recognised", ("stage",): "paid", ("ledger",): (), ("check",): None},
}


class Facts(dict[str, Any]):
    """Facts that are made up when they are asked for, by a plan; what was asked for is noted down."""

    def __init__(
        self, plan: Plan, text: str, known: Mapping[Path, object], path: Path = (), asked: list[Path] | None = None
    ) -> None:
        super().__init__()
        self.plan, self.text, self.known, self.path = plan, text, known, path
        self.asked: list[Path] = [] if asked is None else asked

    def __getitem__(self, name: str) -> Any:
        if not isinstance(name, str):
            raise TypeError(name)
        path = (*self.path, name)
        if path in self.known:
            return self.known[path]
        self.asked.append(path)
        return self.made(self.plan.setdefault(path, 0), path)

    def get(self, name: str, default: object = None) -> Any:
        return self[name]

    def __contains__(self, name: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def keys(self) -> Any:
        """Names of facts that some cards hand on as a whole."""
        return dict.fromkeys(() if self.path else SPREAD).keys()

    def made(self, candidate: int, path: Path) -> object:
        """One of the things that a fact can be; text first, so that all that can be text is."""
        below = Facts(self.plan, self.text, self.known, path, self.asked)
        plain = (self.text, 3, "2026-11-23T01:00:00+00:00", "2026-11-23", Items([below]), below, "", True, None)
        more = (Items([self.text]), Items([3]), Items([[self.text, 3]]), Items([3.5, 2.5]), {"x": 3}, 20261123, *ENUMS)
        return (*plain, *more)[candidate]


CANDIDATES = 15 + len(ENUMS)


@dataclass(frozen=True)
class Filled:
    """A card whose facts are known."""

    name: str
    plan: Plan
    make: Make

    def card(self, words: Words, text: str) -> Card:
        """The card that says this text."""
        return self.make(words, Facts(dict(self.plan), text, KNOWN.get(self.name, {})))


@cache
def speaker(language: Language) -> Words:
    """The sentences of a language."""
    return Words(language, "Asia/Jakarta", OFFICE)


def filled(cards: Mapping[str, Make] = CARDS, tries: int = TRIES) -> tuple[list[Filled], list[str]]:
    """The cards whose facts were found in so many tries, and the names of those whose were not."""
    found: list[Filled] = []
    for name, make in cards.items():
        plan = _in_order(name, tries)
        plan = _by_what_was_wrong(name, 4 * tries) if plan is None else plan
        found += [] if plan is None else [Filled(name, plan, make)]
    return found, sorted(set(cards) - {each.name for each in found})


def _fits(name: str, plan: Plan, asked: list[Path]) -> Exception | None:
    try:
        known = KNOWN.get(name, {})
        "".join(words_of(CARDS[name](speaker(Language.ID), Facts(plan, MARK, known, (), asked))))
        CARDS[name](speaker(Language.EN), Facts(plan, MARK, known))
    except Exception as fault:  # noqa: BLE001 - whatever a card says of facts that it cannot use
        return fault
    return None


def _in_order(name: str, tries: int) -> Plan | None:
    """One candidate after the other for the fact that was asked for last, then for the one before it."""
    plan: Plan = {}
    for _ in range(tries):
        asked: list[Path] = []
        if _fits(name, plan, asked) is None:
            return plan
        for path in reversed(asked):
            plan[path] = (plan[path] + 1) % CANDIDATES
            if plan[path]:
                break
        else:
            return None
    return None


def _by_what_was_wrong(name: str, tries: int) -> Plan | None:
    """The next candidate for the fact that the fault names, and now and then for any other."""
    plan: Plan = {}
    chance = random.Random(1)
    for turn in range(tries):
        asked: list[Path] = []
        fault = _fits(name, plan, asked)
        if fault is None:
            return plan
        if not asked:
            return None
        path = chance.choice(asked) if turn % 7 == 6 else _blamed(fault, plan, asked)
        hinted = next((candidate for words, candidate in HINTS.items() if words in str(fault)), None)
        plan[path] = hinted if hinted not in {None, plan[path]} and turn % 7 < 6 else (plan[path] + 1) % CANDIDATES
    return None


# What a fault says of the fact that would do.
HINTS = {
    "isoformat": 2,
    "astimezone": 2,
    "not a token": 1,
    "unsupported operand": 1,
    "not supported between": 1,
    "string indices": 4,
    "'get'": 5,
    "'items'": 5,
}


def _blamed(fault: Exception, plan: Plan, asked: list[Path]) -> Path:
    said, seen = str(fault), list(dict.fromkeys(reversed(asked)))
    facts = Facts(plan, MARK, {})
    named = (path for path in seen if isinstance(held := facts.made(plan[path], path), str) and held and held in said)
    return next(named, seen[0])


def words_of(card: Card) -> Iterator[str]:
    """All that a card says: its paragraphs, its labels and their addresses, its place."""
    yield from (block.text for block in card.blocks)
    yield from (each for row in card.choices for choice in row for each in (choice.label, choice.url))
    if card.place:
        yield from (card.place.title, card.place.address)


def differs(each: Filled, language: Language, text: str) -> list[tuple[str, str]]:
    """Where a card with this text is not the card with any text and this in its place: what should stand, what stands.

    The other text has as many signs, each of which is known again: so what is shortened is compared as far as it goes.
    Blanks and hyphens stay, since a long text is cut there.
    """
    words = speaker(language)
    instead = "".join(sign if sign.isspace() or sign == "-" else chr(FIRST + at) for at, sign in enumerate(text))
    usual, hostile = list(words_of(each.card(words, instead))), list(words_of(each.card(words, text)))
    if len(usual) != len(hostile):
        return [(f"{len(usual)} texts", f"{len(hostile)} texts")]
    back = {FIRST + at: sign for at, sign in enumerate(text)}
    return [
        (wanted, said)
        for wanted, said in zip((each.translate(back) for each in usual), hostile, strict=True)
        if not _same(wanted, said)
    ]


def _same(wanted: str, said: str) -> bool:
    """Blanks may be fewer, and a point before the … of what is shortened."""
    wanted, said = (BEFORE_CUT.sub("…", " ".join(each.split())) for each in (wanted, said))
    return wanted == said


def shown(card: Card) -> str:
    """The paragraphs of a card without marks."""
    return "\n\n".join(bare(block.text) for block in card.blocks)
