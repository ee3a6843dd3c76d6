"""The three hundred: how each was made, and so what an honest person would decide. The judge is not asked here."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from random import Random

from handlers.links.article import Article
from handlers.match import Registration
from tests.bench.verdicts import outlets, writing
from tests.bench.verdicts.outlets import House, dressed
from tests.bench.verdicts.releases import Invented, earlier, releases, year_ago
from tests.bench.verdicts.writing import Text

DAYS = 2  # a link counts until the end of this day after its release's
SPAM = ("Daftar situs slot gacor hari ini dengan bonus member baru.", "Main judi bola online paling mudah menang, deposit pulsa.")


@dataclass(frozen=True)
class Truth:
    """What is right. `release` is None where none is meant or none is asked; `reason` is named where one decides."""

    outcome: str  # recognised, queue, unrelated or late
    release: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class Case:
    """One link that somebody sent, and the page behind it."""

    kind: str
    truth: Truth
    article: Article
    address: str
    sender: int
    own: tuple[int, ...]  # outlets
    sent: datetime
    text: str  # equal for what are copies of one text


@dataclass(frozen=True)
class World:
    """Everything of one seed."""

    releases: tuple[Invented, ...]
    earlier: tuple[Invented, ...]  # those of the weeks before, of which nothing is sent any more
    register: tuple[Registration, ...]
    cases: tuple[Case, ...]


class Maker:
    """Makes cases of every kind from one seed."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.houses = outlets.houses(self.chance)
        self.releases, self.earlier = releases(self.chance), earlier(self.chance)
        self.headlines = [each.title for each in self.releases] + [title for title, _ in _stories(self.chance, self.releases)]
        self.numbers = count(10_000)

    def world(self, share: float = 1.0) -> World:
        """Some of each kind, in the order in which they were sent."""
        made = [each for kind, number in KINDS.items() for _ in range(max(1, round(number * share))) for each in self.made(kind)]
        return World(self.releases, self.earlier, outlets.register(self.houses), tuple(sorted(made, key=lambda each: each.sent)))

    def made(self, kind: str) -> Iterator[Case]:
        """One case of a kind, or the three of a copy."""
        release = self.chance.choice(self.releases)
        if kind == "copies":
            yield from self._copies(release)
            return
        yield MAKERS[kind](self, kind, release)

    def case(self, kind: str, truth: Truth, text: Text, release: Invented, *, heavy: float = 0.25, key: str = "") -> Case:
        """A text published by an outlet of its sender and sent in time."""
        house, number = self.chance.choice(self.houses), next(self.numbers)
        sent = release.launched + timedelta(hours=self.chance.uniform(0.5, 40))
        title, paragraphs = text
        body = dressed(self.chance, house, paragraphs, [each for each in self.headlines if each != title], heavy)
        address = outlets.address(house, _slug(title), number)
        page = Article(title, self._published(release, sent), "", body, address, house.name, hidden=False)
        return Case(kind, truth, page, address, number, (house.id,), sent, key or f"{kind}:{number}")

    def _published(self, release: Invented, sent: datetime) -> datetime:
        """Some pages name only the day, some are a zone ahead."""
        at = release.launched + (sent - release.launched) * self.chance.random()
        form = self.chance.random()
        if form < 0.2:
            return at.replace(hour=0, minute=0, second=0, microsecond=0)
        return at + timedelta(hours=7) if form < 0.3 else at

    def _copies(self, release: Invented) -> Iterator[Case]:
        """One person's text on three sites of theirs within an hour: the third is looked at."""
        text, houses = writing.reworded(self.chance, release), self.chance.sample(self.houses, 3)
        first = self.case("copies", Truth("recognised", release.id), text, release)
        for at, house in enumerate(houses):
            title, paragraphs = text
            truth = Truth("recognised", release.id) if at < 2 else Truth("queue", None, "copies")
            body = dressed(self.chance, house, paragraphs, self.headlines, 0.25)
            address = outlets.address(house, _slug(title), next(self.numbers))
            page = replace(first.article, text=body, canonical=address, site=house.name)
            yield Case(
                "copies", truth, page, address, first.sender, tuple(each.id for each in houses),
                first.sent + timedelta(minutes=20 * at), f"copies:{first.sender}",
            )  # fmt: skip


Make = Callable[[Maker, str, Invented], Case]


def _of(write: Callable[[Random, Invented], Text], heavy: float = 0.25) -> Make:
    """An article that belongs to its release."""

    def make(maker: Maker, kind: str, release: Invented) -> Case:
        key = f"release:{release.id}" if write is writing.copied else ""
        return maker.case(kind, Truth("recognised", release.id), write(maker.chance, release), release, heavy=heavy, key=key)

    return make


def _not_of(write: Callable[[Random, Invented], Text], outcome: str) -> Make:
    """An article that only resembles one that does, or does so in part."""

    def make(maker: Maker, kind: str, release: Invented) -> Case:
        return maker.case(kind, Truth(outcome), write(maker.chance, release), release)

    return make


def _any(maker: Maker, kind: str, truth: Truth, release: Invented) -> Case:
    """In any of the ways in which articles are made from a release."""
    write = maker.chance.choice((writing.copied, writing.shortened, writing.reworded, writing.quoting))
    key = f"release:{release.id}" if write is writing.copied else ""
    return maker.case(kind, truth, write(maker.chance, release), release, key=key)


def _undated(maker: Maker, kind: str, release: Invented) -> Case:
    made = _any(maker, kind, Truth("recognised", release.id), release)
    return replace(made, article=replace(made.article, published=None))


def _late(maker: Maker, kind: str, release: Invented) -> Case:
    """Published and sent after the deadline."""
    made = _any(maker, kind, Truth("late", release.id), release)
    sent = _after_deadline(maker, release)
    return replace(made, sent=sent, article=replace(made.article, published=sent - timedelta(hours=maker.chance.uniform(0.1, 3))))


def _late_undated(maker: Maker, kind: str, release: Invented) -> Case:
    made = _late(maker, kind, release)
    return replace(made, article=replace(made.article, published=None))


def _conflict(maker: Maker, kind: str, release: Invented) -> Case:
    """What the page says of its day cannot be, or speaks against the day it was sent."""
    made = _any(maker, kind, Truth("queue", None, "dates"), release)
    how = maker.chance.randrange(3)
    if how == 2:  # published in time, as it says, and sent too late
        at = release.launched + timedelta(hours=maker.chance.uniform(1, 20))
        return replace(made, sent=_after_deadline(maker, release), article=replace(made.article, published=at))
    days = (-maker.chance.randint(3, 400), maker.chance.randint(3, 30))[how]
    return replace(made, article=replace(made.article, published=release.launched + timedelta(days=days)))


def _after_deadline(maker: Maker, release: Invented) -> datetime:
    return (release.launched + timedelta(days=DAYS + maker.chance.randint(1, 5))).replace(hour=maker.chance.randint(6, 21))


def _last_year(maker: Maker, kind: str, release: Invented) -> Case:
    """Found again: under its old date, or under today's."""
    old = year_ago(maker.chance, release)
    made = maker.case(kind, Truth("unrelated"), writing.of_last_year(maker.chance, old), release)
    old_date = maker.chance.random() < 0.5
    return replace(made, article=replace(made.article, published=old.launched)) if old_date else made


def _roundup(maker: Maker, kind: str, release: Invented) -> Case:
    return maker.case(kind, Truth("queue"), writing.roundup(maker.chance, [release, *maker.releases]), release)


def _hidden(maker: Maker, kind: str, release: Invented) -> Case:
    """Most of the page needs script or a subscription."""
    made = _any(maker, kind, Truth("queue", None, "hidden"), release)
    kept = made.article.text.split("\n")[: maker.chance.randint(0, 2)]
    return replace(made, article=replace(made.article, text="\n".join(kept), hidden=True))


def _lookalike(maker: Maker, kind: str, release: Invented) -> Case:
    """A copy on the site of somebody who looks like an outlet of the register, at times with spam in it."""
    made = maker.case(kind, Truth("queue", None, "lookalike"), writing.copied(maker.chance, release), release,
                      key=f"release:{release.id}")  # fmt: skip
    address = outlets.lookalike(maker.chance, _alone(maker), _slug(made.article.title), made.sender)
    body = made.article.text + "\n" + "\n".join(maker.chance.sample(SPAM, maker.chance.randint(0, 2)))
    return replace(made, address=address, article=replace(made.article, canonical=address, text=body))


def _alone(maker: Maker) -> House:
    """An outlet with a site of its own."""
    return maker.chance.choice([each for each in maker.houses if not each.path])


def _unknown(maker: Maker, kind: str, release: Invented) -> Case:
    made = _any(maker, kind, Truth("queue", None, "unknown"), release)
    address = f"https://blog{made.sender}.wargabiasa.example/{made.sender}"
    return replace(made, address=address, article=replace(made.article, canonical=address))


def _other(maker: Maker, kind: str, release: Invented) -> Case:
    """On the site of an outlet for which its sender does not write."""
    made = _any(maker, kind, Truth("queue", None, "other"), release)
    return replace(made, own=(maker.chance.choice([each.id for each in maker.houses if each.id not in made.own]),))


def _slug(title: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in title.lower()).split())


def _stories(chance: Random, found: Sequence[Invented]) -> list[Text]:
    return [writing.story(chance, each) for each in found[:12]]


MAKERS: Mapping[str, Make] = {
    "copied": _of(writing.copied),
    "prefixed": _of(writing.copied, heavy=0.9),
    "shortened": _of(writing.shortened),
    "reworded": _of(writing.reworded),
    "brief": _of(writing.brief),
    "quoting": _of(writing.quoting, heavy=0.5),
    "undated": _undated,
    "quote elsewhere": _not_of(writing.quote_elsewhere, "queue"),
    "half": _not_of(writing.half, "queue"),
    "roundup": _roundup,
    "hidden": _hidden,
    "date conflict": _conflict,
    "lookalike": _lookalike,
    "unknown host": _unknown,
    "other outlet": _other,
    "same topic": _not_of(writing.of_another, "unrelated"),
    "last year": _last_year,
    "story": _not_of(writing.story, "unrelated"),
    "about only": _not_of(writing.about_only, "unrelated"),
    "late": _late,
    "late undated": _late_undated,
}
KINDS: Mapping[str, int] = {
    "copied": 20, "prefixed": 18, "shortened": 20, "reworded": 26, "brief": 14, "quoting": 18, "undated": 12, "copies": 5,
    "quote elsewhere": 12, "half": 12, "roundup": 10, "hidden": 8, "date conflict": 12, "lookalike": 12, "unknown host": 5,
    "other outlet": 5, "same topic": 20, "last year": 16, "story": 14, "about only": 12, "late": 12, "late undated": 7,
}  # fmt: skip
"""How many of each make three hundred; of copies, five times three."""
