"""*langganan*: which topics I follow, and whether I am told at once, twice a day, or of invitations alone (J5)."""

from dataclasses import replace

from handlers import audience
from handlers.grammar import choice_in, simplify
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import Saying
from messages.inbound import Inbound
from storage import audit, hushed, subscriptions
from storage.records import Json, Mode, Topic
from storage.subscriptions import Subscription

STEP = "subscription"
MODES = (Mode.DIRECT, Mode.DIGEST, Mode.INVITATIONS)  # as they are offered
SAID = {
    "langsung": Mode.DIRECT, "at once": Mode.DIRECT, "direct": Mode.DIRECT,
    "ringkasan": Mode.DIGEST, "ringkasan 2x sehari": Mode.DIGEST, "digest": Mode.DIGEST, "summary": Mode.DIGEST,
    "hanya undangan": Mode.INVITATIONS, "undangan": Mode.INVITATIONS, "invitations": Mode.INVITATIONS,
    "invitations only": Mode.INVITATIONS,
}  # fmt: skip
DONE = frozenset({"selesai", "done", "sudah", "beres"})
COMMANDS = frozenset({"undangan", "invitations"})  # a way only behind *langganan*: alone they ask for the invitations
ANSWERS = (frozenset(SAID) | DONE) - COMMANDS


async def show(event: Inbound, turn: Turn) -> Reply:
    """How it stands, with everything that can be changed; *langganan ringkasan* changes it at once."""
    return await _heard(turn, turn.argument) if turn.argument.strip() else _shown(await _held(turn))


async def hear(event: Inbound, turn: Turn) -> Reply:
    """A topic, a way or a number, typed."""
    if simplify(event.text) in DONE:
        return say("subscription_done")
    return await _heard(turn, turn.argument or event.text)


async def _heard(turn: Turn, text: str) -> Reply:
    numbered = choice_in(text, len(Topic) + len(MODES))
    chosen = SAID.get(simplify(text)) or audience.topic(text)
    if numbered is not None:
        chosen = (*Topic, *MODES)[numbered]
    if isinstance(chosen, Topic):
        return await _toggle(turn, chosen)
    return await _set_mode(turn, chosen) if chosen else _shown(await _held(turn), unknown=True)


async def press_topic(event: Inbound, turn: Turn) -> Reply:
    """A topic, pressed: followed or left."""
    known = turn.token.version in set(Topic)
    return await _toggle(turn, Topic(turn.token.version)) if known else say("desk_stale")


async def press_mode(event: Inbound, turn: Turn) -> Reply:
    """A way of being told, pressed."""
    known = turn.token.version in set(MODES)
    return await _set_mode(turn, Mode(turn.token.version)) if known else say("desk_stale")


async def press_disaster(event: Inbound, turn: Turn) -> Reply:
    """Of disasters, in so many words."""
    if turn.token.version not in set(Mode):
        return say("desk_stale")
    return await _keep(turn, replace(await _held(turn), disaster=Mode(turn.token.version)))


async def _toggle(turn: Turn, topic: Topic) -> Reply:
    """Disasters are left only after a question of their own."""
    held = await _held(turn)
    if topic is not Topic.DISASTER:
        return await _keep(turn, replace(held, muted=held.muted ^ {topic.value}))
    if held.disaster is not Mode.DIRECT:
        return await _keep(turn, replace(held, disaster=Mode.DIRECT))
    return say("subscription_sure", then=STEP)


async def _set_mode(turn: Turn, mode: Mode) -> Reply:
    return await _keep(turn, replace(await _held(turn), mode=mode))


async def _held(turn: Turn) -> Subscription:
    return await subscriptions.of(turn.db, turn.person.id)


async def _keep(turn: Turn, wanted: Subscription) -> Reply:
    """From now on, and for what waits for a digest."""
    held = await _held(turn)
    if wanted != held:
        await subscriptions.keep(turn.db, turn.person, wanted, turn.now)
        await hushed.resubscribed(turn.db, turn.person, wanted, turn.now)
        await audit.note(turn.db, turn.person, "subscribe", f"person:{turn.person.id}", turn.now, _facts(wanted))
    return _shown(wanted, replaces=PRESSED if turn.token.action else "")


def _shown(held: Subscription, *, unknown: bool = False, replaces: str = "") -> Reply:
    said = Saying("subscription", {**_facts(held), "unknown": unknown}, replaces=replaces)
    return Reply((said,), then=STEP)


def _facts(held: Subscription) -> Json:
    return {"muted": sorted(held.muted), "mode": held.mode.value, "disaster": held.disaster.value}
