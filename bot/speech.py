"""What handlers said becomes rows of the outbox, in the deed's own transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from handlers.turn import PRESSED, Reply
from messages.card import News, Saying
from storage import outbox, people
from storage.database import OfficeDb
from storage.records import AccountId, OutboxRow, Person, PersonId, Purpose


@dataclass(frozen=True)
class Place:
    """Where somebody is written to, and the message whose button they pressed, if they did."""

    account_id: AccountId
    chat: str
    pressed: str = ""


async def post_reply(db: OfficeDb, person: Person, place: Place, reply: Reply, now: datetime) -> None:
    """Queue the cards for the sender and the news for others."""
    for saying in reply.cards:
        await _post(db, person, place, saying, now)
    await post_news(db, reply.news, now)


async def post_news(db: OfficeDb, news: Iterable[News], now: datetime) -> None:
    """Queue what others are told; somebody who cannot be reached is not."""
    for each in news:
        person = await people.find(db, PersonId(each.to))
        address = await people.address_of(db, each.to) if person else None
        if person and address:
            await _post(db, person, Place(address.account_id, address.chat), each.saying, now, told=Purpose.NOTICE)


async def _post(
    db: OfficeDb, person: Person, place: Place, saying: Saying, now: datetime, *, told: Purpose = Purpose.REPLY
) -> None:
    purpose = told if saying.purpose is Purpose.REPLY else saying.purpose
    earlier = await _earlier(db, place, saying.replaces) if saying.replaces else None
    if earlier and earlier.state in outbox.UNSENT:  # superseded before it left
        await outbox.supersede(db, earlier.id, now)
    await outbox.post(
        db, person, place.account_id, place.chat, saying.card, saying.facts, now,
        purpose=purpose, subject=saying.subject, key=saying.key, replaces=earlier.id if earlier else None,
    )  # fmt: skip


async def _earlier(db: OfficeDb, place: Place, replaces: str) -> OutboxRow | None:
    if replaces == PRESSED:
        return await outbox.by_platform_id(db, place.account_id, place.chat, place.pressed) if place.pressed else None
    return await outbox.said_about(db, place.account_id, place.chat, replaces)
