"""Deep links: a one-time code that an admin gave out. Wrong ones get a friendly sentence and no hint."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from handlers import naming
from handlers.grammar import yes_no
from handlers.people.register import ask
from handlers.permissions import ALLOWED
from handlers.turn import Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import accounts, audit, delegates, join_codes, people
from storage.people import ABLE
from storage.records import Person, PersonId, Role, Standing

WRONG_CODES = 5  # in PATIENCE; then even a right one has to wait
PATIENCE = timedelta(hours=1)


async def show(event: Inbound, turn: Turn) -> Reply:
    """*start*: with a code, join; without one, say what can be done here."""
    code = event.start or turn.argument.strip()
    if code:
        return await _try(code, turn)
    if turn.person.standing in ABLE:
        several = len(await accounts.kinds(turn.db)) > 1
        return say("help", role=turn.person.role, standing=turn.person.standing, several=several)
    return say("desk_refused", standing=turn.person.standing)


async def _try(code: str, turn: Turn) -> Reply:
    if await audit.times_since(turn.db, turn.person, "wrong_code", turn.now - PATIENCE) >= WRONG_CODES:
        return say("people_code_wait")
    role = await join_codes.role_of(turn.db, code, turn.now)
    if role is None:
        return await _wrong(turn)
    if turn.person.standing not in ABLE:
        return await _spend(code, turn)
    if role is turn.person.role and role is not Role.DELEGATE:  # who may be another official's too
        return say("people_code_same", role=role)
    if ALLOWED[role] >= ALLOWED[turn.person.role]:
        return await _spend(code, turn)
    return say("people_code_confirm", then="code_confirm", keep={"code": code}, role=role, was=turn.person.role)


async def hear_confirm(event: Inbound, turn: Turn) -> Reply:
    """Whether they give up what they could do before, in words."""
    match yes_no(event.text):
        case True:
            return await confirm(event, turn)
        case False:
            return await keep_role(event, turn)
    role = await join_codes.role_of(turn.db, turn.kept["code"], turn.now)
    if role is None:
        return await _wrong(turn)
    return say("people_code_confirm", then="code_confirm", keep=turn.kept, role=role, was=turn.person.role)


async def confirm(event: Inbound, turn: Turn) -> Reply:
    """They do."""
    if "code" not in turn.kept:
        return say("desk_stale")
    if turn.person.role is Role.ADMIN and not await people.others_with(turn.db, Role.ADMIN, turn.person.id):
        return say("people_last_admin")
    return await _spend(turn.kept["code"], turn)


async def keep_role(event: Inbound, turn: Turn) -> Reply:
    """They do not; the code stays good."""
    return say("people_code_kept", role=turn.person.role)


async def hear_name(event: Inbound, turn: Turn) -> Reply:
    """The name of somebody whom the platform did not name."""
    try:
        name = naming.person_name(naming.answer(event.text, "name"))
    except ValueError as reason:
        return say("people_joined_name", then="joined_name", role=turn.person.role, problem=str(reason))
    welcome = _welcome(await people.change(turn.db, turn.person.id, name=name), turn)
    return replace(welcome, news=_of_delegate(name, await delegates.officials_of(turn.db, turn.person.id)))


async def _spend(code: str, turn: Turn) -> Reply:
    role = await join_codes.use(turn.db, code, turn.person.id, turn.now)
    if role is None:
        return await _wrong(turn)
    name = _usable(turn.person.name)
    values = {"role": role, "role_until": None, "standing": Standing.ACTIVE, "paused_until": None, "name": name}
    registered = turn.person.registered_at or turn.now
    person = await people.change(turn.db, turn.person.id, registered_at=registered, **values)
    facts = {"from": turn.person.role, "to": role}
    await audit.note(turn.db, person, "join", f"person:{person.id}", turn.now, facts)
    welcome = _welcome(person, turn) if name else say("people_joined_name", then="joined_name", role=role)
    official = await delegates.come(turn.db, code, person.id)
    return replace(welcome, news=_of_delegate(name, (official,))) if official and name else welcome


def _of_delegate(name: str, officials: Iterable[PersonId]) -> tuple[News, ...]:
    """Officials are told who came by their code, once that person has a name."""
    return tuple(News(each, Saying("delegate_come", {"name": name})) for each in officials)


def _welcome(person: Person, turn: Turn) -> Reply:
    """Staff can begin at once. A journalist reads the privacy notice and names an outlet first."""
    joined = say("people_joined", name=person.name, role=person.role)
    if person.role is not Role.JOURNALIST or person.outlet_id:
        return joined
    notice = ask("join_consent", {"form": "invited"})
    return Reply((*joined.cards, *notice.cards), then=notice.then, keep=notice.keep)


async def _wrong(turn: Turn) -> Reply:
    await audit.note(turn.db, turn.person, "wrong_code", f"person:{turn.person.id}", turn.now)
    return say("people_code_wrong", standing=turn.person.standing)


def _usable(name: str) -> str:
    """What the platform calls them, where that can be a name."""
    try:
        return naming.person_name(name)
    except ValueError:
        return ""
