"""Whom it concerns that a release was wrong: those who hold it, and the owners of the articles made from it (J14)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.turn import Turn
from messages.card import News, Saying
from storage import corrections, outbox
from storage.corrections import Correction
from storage.records import Link, PersonId, Release

Articles = Mapping[PersonId, Sequence[Link]]  # by whoever sent them


async def tell(
    turn: Turn, release: Release, earlier: Sequence[Correction], articles: Articles, said: Saying, *, terms: bool = False
) -> tuple[int, tuple[News, ...]]:
    """Tell all of them, the owners with the list of their articles; gives how many they are, and what owners are told.

    Nobody who left or rests for a while is told. `earlier` and `terms` as in `corrections.holders`.
    """
    others = corrections.holders(turn.db, release, earlier, terms=terms).where(corrections.not_among(articles))
    facts = {**said.facts, "links": []}
    number = await outbox.tell(turn.db, others, said.card, facts, said.purpose, said.subject, turn.now)
    owners = sorted(await corrections.here(turn.db, articles))
    news = tuple(News(each, _own(said, each, articles[each])) for each in owners)
    return number + len(news), news


def _own(said: Saying, owner: PersonId, articles: Sequence[Link]) -> Saying:
    facts = {**said.facts, "links": [link.code for link in articles]}
    return replace(said, facts=facts, key=f"{said.subject}:{owner}")
