"""One event, one transaction: who is it, may they, what is said; in order per conversation."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot import approvals, fates, listeners, router
from bot.channels.base import Channel
from bot.numbers import Offer, offered
from bot.pace import Limit, Window
from bot.router import Found, Verdict
from bot.speech import Place, post_reply
from handlers import help as helping
from handlers import routes
from handlers.permissions import Permission, may
from handlers.turn import Reply, Turn, say
from messages.card import Saying, bare
from messages.fit import MORE
from messages.inbound import Happening, Inbound
from messages.token import Token, read
from storage import audit, conversations, inbox, offices, openings, outbox, people
from storage.database import Database, EveryOfficeDb, OfficeDb
from storage.records import Account, AccountId, Conversation, Event, Language, Person
from storage.turns import Urgency

log = structlog.get_logger()
MISSES = 2  # misunderstandings in a row that lead to help
MOST = Limit(60, 60.0)  # what one person says that is answered in a minute
SAYING = frozenset({Happening.SAID, Happening.PRESSED, Happening.UNREADABLE})
BREATH = timedelta(seconds=20)  # for which somebody who writes faster waits
AT_ONCE = 8  # conversations worked on at the same time
TEXT_LIMIT = 40_000  # characters read at once


@dataclass(frozen=True)
class Desk:
    """An account with the channel that speaks for it."""

    account: Account
    channel: Channel


class Dispatch:
    """Answers what the inbox holds."""

    def __init__(self, database: Database, desks: Mapping[AccountId, Desk], now: Callable[[], datetime]) -> None:
        self._database = database
        self._desks = desks
        self._now = now
        self._talks: dict[tuple[AccountId, str], Window] = {}  # what this process answered of late, by conversation

    async def round(self) -> int:
        """Answer one event of every conversation that has one ready; gives how many."""
        async with self._database.read() as db:
            chats = await inbox.waiting_chats(db, self._now())
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(account_id: AccountId, chat: str) -> bool:
            async with gate:
                return await self._answer_next(self._desks[account_id], chat)

        return sum(await asyncio.gather(*(one(*each) for each in chats if each[0] in self._desks)))

    async def _answer_next(self, desk: Desk, chat: str) -> bool:
        now = self._now()
        events: Sequence[Event] = ()
        try:
            async with self._database.write(Urgency.ANSWER, only=[desk.account.office_id]) as db:
                events = await inbox.take(db, desk.account.id, chat, now)
                if not events or await self._slowed(db, desk, events[0], now):
                    return bool(events)
                await answer(db, desk, events, now)
                await inbox.finish(db, events)
            listeners.answered(desk.account, self._now() - events[0].received_at)
        except Exception as fault:  # a poison event may not stop the desk
            log.exception("event failed", account=desk.account.id, events=[each.id for each in events])
            if not events:
                raise
            await self._count_failure(desk, chat, events, f"{type(fault).__name__}: {fault}")
        return True

    async def _slowed(self, every: EveryOfficeDb, desk: Desk, event: Event, now: datetime) -> bool:
        """Whether somebody writes so fast that they wait a little, with a word; others never wait for them."""
        said = desk.channel.understand(event.body)
        if said.happening not in SAYING:
            return False
        talk = self._talks.pop((desk.account.id, event.chat), None) or Window(MOST)
        self._talks[desk.account.id, event.chat] = talk  # the last who spoke stands last
        while (first := next(iter(self._talks.values()))) is not talk and first.idle(now.timestamp()):
            del self._talks[next(iter(self._talks))]
        if not talk.wait(now.timestamp()):
            talk.count(now.timestamp())
            return False
        await inbox.put_off(every, desk.account.id, event.chat, now + BREATH)
        db = every.of(await offices.office_by_id(every, desk.account.office_id))
        if person := await people.by_user_key(db, desk.account, said.user_key):
            slower = Saying("desk_slower", key=f"slower:{desk.account.id}:{said.chat}:{talk.sent[-1]:.0f}")
            await post_reply(db, person, Place(desk.account.id, said.chat), Reply((slower,)), now)
        return True

    async def _count_failure(self, desk: Desk, chat: str, events: Sequence[Event], fault: str) -> None:
        now = self._now()
        async with self._database.write(Urgency.ANSWER, only=[desk.account.office_id]) as db:
            if not await inbox.failed(db, events, fault, now):
                return
            office = db.of(await offices.office_by_id(db, desk.account.office_id))
            person = await people.by_chat(office, desk.account, chat)
            if person:
                await post_reply(office, person, Place(desk.account.id, chat), say("desk_failed"), now)


async def answer(every: EveryOfficeDb, desk: Desk, events: Sequence[Event], now: datetime) -> None:
    """Work on one event, or on the parts of one album as one."""
    event = _merged([desk.channel.understand(each.body) for each in events])
    if not event.chat and event.happening not in CHATLESS:
        return  # a group, or a change that concerns nobody
    db = every.of(await offices.office_by_id(every, desk.account.office_id))
    if event.happening in MOVES:
        await MOVES[event.happening](every, db, desk.account, event, now)
        return
    person = await _known(db, desk.account, event, now)
    event = router.opened(event)
    conversation = await conversations.current(db, desk.account.id, event.chat, now)
    turn = Turn(db, person, desk.account, desk.channel.abilities, now, conversation.kept)
    place = Place(desk.account.id, event.chat, event.platform_id if event.happening is Happening.PRESSED else "")
    offer = Offer()
    if router.takes_number(event, conversation.step):
        offer = await offered(every, db, desk.account, desk.channel, event.chat, now)
        event = offer.pressed(event)
    if event.happening is Happening.PRESSED and (token := read(event.token)) and token.action == MORE:
        await _turn_page(db, person, replace(place, pressed=event.platform_id), token, now)
        return
    reply = await _reply(event, turn, conversation, offer)
    await post_reply(db, await people.by_id(db, person.id), place, reply, now)  # as they are after it: it may change the language


async def _turn_page(db: OfficeDb, person: Person, place: Place, token: Token, now: datetime) -> None:
    """The last row of a list was chosen: its message's further choices follow, from the same facts."""
    row = await outbox.by_platform_id(db, place.account_id, place.chat, place.pressed)
    if row is None or row.person_id != person.id:
        await post_reply(db, person, place, say("desk_stale"), now)
        return
    await outbox.post(db, person, place.account_id, place.chat, row.card, row.facts, now, subject=row.subject, page=token.object)


async def _blocked(every: EveryOfficeDb, db: OfficeDb, account: Account, event: Inbound, now: datetime) -> None:
    person = await _known(db, account, event, now)
    await people.set_reachable(db, account.id, event.chat, reachable=False)
    await outbox.cancel_for(db, person.id, now)


async def _returned(every: EveryOfficeDb, db: OfficeDb, account: Account, event: Inbound, now: datetime) -> None:
    await _known(db, account, event, now)


async def _moved(every: EveryOfficeDb, db: OfficeDb, account: Account, event: Inbound, now: datetime) -> None:
    """Everything that knew the old address: the person, what waits for them, and their open form."""
    await people.move_chat(every, account.id, event.chat, event.text, event.phone)
    await outbox.move_chat(every, account.id, event.chat, event.text)
    await conversations.move(every, account.id, event.chat, event.text)


async def _preferred(every: EveryOfficeDb, db: OfficeDb, account: Account, event: Inbound, now: datetime) -> None:
    wanted = event.happening is Happening.ALLOWED
    await people.set_wanted(db, account.id, event.chat, wanted=wanted)
    person = await people.by_chat(db, account, event.chat)
    await audit.note(db, person, "opt_in" if wanted else "opt_out", f"account:{account.id}", now)


async def _rationed(every: EveryOfficeDb, db: OfficeDb, account: Account, event: Inbound, now: datetime) -> None:
    await openings.allow(every, account.id, event.openings)


CHATLESS = frozenset({Happening.REVIEWED, Happening.RATIONED})  # of an account, not of a person
# What happens without anybody saying a word.
Move = Callable[[EveryOfficeDb, OfficeDb, Account, Inbound, datetime], Awaitable[None]]
MOVES: Mapping[Happening, Move] = {
    Happening.FATE: fates.hear,
    Happening.REVIEWED: approvals.hear,
    Happening.RATIONED: _rationed,
    Happening.BLOCKED: _blocked,
    Happening.RETURNED: _returned,
    Happening.MOVED: _moved,
    Happening.STOPPED: _preferred,
    Happening.ALLOWED: _preferred,
}


async def _reply(event: Inbound, turn: Turn, conversation: Conversation, offer: Offer) -> Reply:
    """What is said, with the conversation's next step written down."""
    if len(event.text) > TEXT_LIMIT:
        return say("desk_too_long", limit=TEXT_LIMIT)
    found = router.find(event, conversation.step, turn.person)
    if found.verdict is Verdict.NOTHING and any([await takes(event, turn) for takes in routes.BESIDE]):
        return Reply()
    if found.verdict is Verdict.NOTHING and offer.choices:
        return say("desk_choices", choices=[each.label for each in offer.choices])
    closed = [await each(event, turn) for each in routes.BEFORE] if found.closes else []
    reply = await (_run(event, turn, found) if found.verdict is Verdict.RUN else _desk_reply(event, turn, found, conversation))
    reply = _after(closed, reply)
    _note(event, turn, found, reply)
    stays = found.aside or found.verdict in STAYING
    missed = conversation.missed + 1 if found.verdict is Verdict.NOTHING else 0
    if stays and conversation.step:
        waits = (Saying("desk_form_waits"),) if found.aside and reply.cards and router.is_form(conversation.step) else ()
        return replace(reply, cards=(*reply.cards, *waits))
    await conversations.keep(turn.db, conversation, reply.then, reply.keep, missed % MISSES, turn.now)
    if found.verdict is Verdict.RUN and found.closes and not found.token and router.is_form(conversation.step):
        return replace(reply, cards=(Saying("desk_form_left"), *reply.cards))
    return reply


def _note(event: Inbound, turn: Turn, found: Found, reply: Reply) -> None:
    """A line in the log of every press and every sentence, above all of those that came to nothing: ids, and never words."""
    handler = f"{found.handler.__module__}.{found.handler.__qualname__}" if found.handler else ""
    whither = event.token if read(event.token) else handler
    verdict = found.verdict if found.verdict is not Verdict.RUN or may(turn.person, found.permission) else "refused"
    told = [each.card for each in reply.cards]
    log.info("asked", account=turn.account.id, person=turn.person.id, whither=whither, verdict=verdict, told=told)


def _after(closed: Sequence[Reply], reply: Reply) -> Reply:
    """The reply, behind what is said of that which was closed."""
    cards, news = [card for each in closed for card in each.cards], [one for each in closed for one in each.news]
    return replace(reply, cards=(*cards, *reply.cards), news=(*news, *reply.news))


STAYING = frozenset({Verdict.STALE, Verdict.FOREIGN, Verdict.WORDS_PLEASE})


async def _run(event: Inbound, turn: Turn, found: Found) -> Reply:
    if not may(turn.person, found.permission) or found.handler is None:
        return say("desk_refused", standing="blocked" if turn.person.blocked_until else turn.person.standing)
    return await found.handler(event, replace(turn, argument=found.argument, token=found.token or Token("")))


async def _desk_reply(event: Inbound, turn: Turn, found: Found, conversation: Conversation) -> Reply:
    """The answers of the desk itself."""
    match found.verdict:
        case Verdict.CANCEL:
            return say("desk_cancelled" if conversation.step else "desk_nothing_to_cancel")
        case Verdict.WORDS_PLEASE if conversation.step or may_speak(turn.person):
            return say("desk_words_please", in_form=conversation.step is not None)
        case Verdict.STALE:
            return say("desk_stale")
        case Verdict.FOREIGN:
            return say("desk_foreign")
    if not may_speak(turn.person):
        return say("desk_refused", standing=turn.person.standing)
    if conversation.missed + 1 >= MISSES:
        return await helping.show(event, turn)
    return say("desk_not_understood")


def may_speak(person: Person) -> bool:
    """Whether somebody is registered and taken in; others are told how it stands with them instead."""
    return any(may(person, each) for each in Permission if each is not Permission.ANYBODY)


async def _known(db: OfficeDb, account: Account, event: Inbound, now: datetime) -> Person:
    person = await people.by_user_key(db, account, event.user_key)
    if person is None and event.phone and await people.rename_chat(db, account, event.phone, event.user_key, event.chat):
        person = await people.by_user_key(db, account, event.user_key)  # until now the platform told us only their phone
    if person is None:
        language = Language.EN if event.language.startswith("en") else Language.ID
        person = await people.meet(db, account, event.user_key, event.chat, event.name[:80], language, now)
        # They wrote first, or followed a link and sent its words: that is what lets a platform's rules write to them.
        await audit.note(db, person, "opt_in", f"account:{account.id}", now, {"by": "link" if event.start else "message"})
        return person
    await people.heard(db, account, event.user_key, event.phone, now)
    if event.happening is not Happening.BLOCKED:
        await outbox.talk_opened(db, account.id, event.chat)
    return person


def _merged(events: Sequence[Inbound]) -> Inbound:
    """The parts of an album as one, its words together; marks that only our own sentences may carry are taken off."""
    words = "\n".join(dict.fromkeys(each.text for each in events if each.text))
    return replace(events[0], text=bare(words), files=tuple(file for each in events for file in each.files))
