"""*sr …*: a situation report of the disaster that is declared, sent at once by whoever writes it (H15)."""

from handlers import audience
from handlers.grammar import yes_no
from handlers.permissions import Permission, roles_with
from handlers.releases.composition import HEADLINE_MAX, body_fault, compose
from handlers.releases.lifecycle import Move, after
from handlers.releases.sending import launch, progress_line
from handlers.releases.version import rewrite
from handlers.turn import Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, crises, people, releases
from storage.records import Crisis, Json, Release, Topic

FORM = "situation"


async def write(event: Inbound, turn: Turn) -> Reply:
    """`sr Air naik 40 cm …`: shown as it will go, with the number of people."""
    held = await crises.active(turn.db, turn.now)
    if held is None:
        return say("crisis_none")
    text = turn.argument.strip()
    if body_fault(text):
        return say("situation_how", name=held.name)
    return await _sure(turn, held, text)


async def _sure(turn: Turn, held: Crisis, text: str) -> Reply:
    whom = audience.public(audience.EVERYBODY, Topic.DISASTER)
    shown = {"people": (await people.census(turn.db, whom))["reached"], "report": _shown(held, 0, text, turn)}
    return say("situation_sure", then="situation_sure", keep={"form": FORM, "text": text, "crisis": held.id}, **shown)


def _shown(held: Crisis, number: int, text: str, turn: Turn) -> Json:
    about = {"name": held.name, "spokesperson": held.spokesperson, "number": number}
    return {**about, "body": text, "at": turn.now.isoformat(), "code": ""}


async def hear_sure(event: Inbound, turn: Turn) -> Reply:
    """Yes, no, or the text anew."""
    answer = yes_no(event.text)
    if answer is None:
        return await write(event, _with(turn, event.text))
    return await (send if answer else leave)(event, turn)


def _with(turn: Turn, text: str) -> Turn:
    return Turn(**{**vars(turn), "argument": text})


async def leave(event: Inbound, turn: Turn) -> Reply:
    """Nothing is sent."""
    return say("situation_left")


async def send(event: Inbound, turn: Turn) -> Reply:
    """[Kirim sekarang]: numbered, approved by its writer alone, and on its way; others who may approve are told so."""
    held, kept = await crises.active(turn.db, turn.now), turn.kept
    if kept.get("form") != FORM:
        return say("desk_stale")
    if held is None or held.id != kept["crisis"]:
        return say("crisis_none")
    release = await _made(turn, held, kept["text"])
    if await launch(turn.db, release, turn.person, turn.now) is None:
        return say("desk_stale")
    fresh = await releases.by_id(turn.db, release.id)
    told = Saying("situation_sent", {"by": turn.person.name, "number": fresh.report, "name": held.name, "code": fresh.code})
    able = await people.with_roles(turn.db, roles_with(Permission.APPROVE))
    news = tuple(News(each.id, told) for each in able if each.id != turn.person.id)
    return Reply((await progress_line(turn.db, fresh, replaces=False),), news)


async def _made(turn: Turn, held: Crisis, text: str) -> Release:
    """The release that it is, through every state, each as it is written down."""
    headline = (compose(text).headline or text.split("\n", maxsplit=1)[0])[: HEADLINE_MAX - 20]
    added = await releases.add(turn.db, turn.person, headline, text, turn.now)
    number = await crises.report(turn.db, held, added)
    named = await rewrite(turn.db, added, turn.person, turn.now, headline=f"SR-{number} {headline}", topic=Topic.DISASTER)
    release = named or added
    for move, values in ((Move.SUBMIT, {}), (Move.APPROVE, {"approved": release.fingerprint, "approver_id": turn.person.id})):
        if to := after(release.status, move):
            await releases.move(turn.db, release, to, **values)
            release = await releases.by_id(turn.db, release.id)
    about, facts = releases.subject(release.id), {"version": release.fingerprint, "crisis": held.id}
    await audit.note(turn.db, turn.person, "approve_alone", about, turn.now, facts)
    return release
