"""Which outlet? Asked in the registration and from the profile: typed, searched, chosen, or new."""

from handlers import naming
from handlers.grammar import choice_in, simplify
from handlers.people import profile, register
from handlers.people.register import ask
from handlers.turn import Reply, Turn
from messages.inbound import Inbound
from storage import outlets
from storage.records import Json, Medium, Outlet

ABSENT = frozenset({"tidak ada", "media saya tidak ada", "tdk ada", "gak ada", "not listed", "my outlet is not listed"})
MEDIA = tuple(Medium)
SPOKEN = {
    "online": Medium.ONLINE, "siber": Medium.ONLINE, "daring": Medium.ONLINE, "cetak": Medium.PRINT, "koran": Medium.PRINT,
    "print": Medium.PRINT, "tv": Medium.TV, "televisi": Medium.TV, "television": Medium.TV, "radio": Medium.RADIO,
}  # fmt: skip


async def hear(event: Inbound, turn: Turn) -> Reply:
    """A name to look for, or the number of an outlet in the list."""
    found, kept = turn.kept.get("found", []), turn.kept
    if simplify(event.text) in ABSENT:
        return await new(event, turn)
    chosen = choice_in(event.text, len(found))
    if chosen is not None:
        return await _take(await outlets.find(turn.db, found[chosen]["id"]), turn)
    sought = naming.cleaned(event.text)[: naming.LONGEST]
    if not outlets.name_key(sought):
        return ask("join_outlet", kept, problem="letters")
    hits = [{"id": each.id, "name": each.name, "medium": each.medium} for each in await outlets.search(turn.db, sought, 8)]
    return ask("join_outlet", kept | {"sought": sought, "found": hits})


async def pick(event: Inbound, turn: Turn) -> Reply:
    """An outlet of the list, by button."""
    if turn.kept.get("at") != "join_outlet":
        return await register.show(event, turn)
    return await _take(await outlets.find(turn.db, turn.token.object), turn)


async def again(event: Inbound, turn: Turn) -> Reply:
    """Look for another name."""
    if turn.kept.get("at") not in {"join_medium", "join_new_name"}:
        return await register.show(event, turn)
    return ask("join_outlet", _without_search(turn.kept))


async def new(event: Inbound, turn: Turn) -> Reply:
    """*Media saya tidak ada*: what was looked for is the name, if it can be one."""
    if turn.kept.get("at") != "join_outlet":
        return await register.show(event, turn)
    return await _name(turn.kept.get("sought", ""), turn, problem="")


async def hear_new_name(event: Inbound, turn: Turn) -> Reply:
    """The name of an outlet that is not in the register."""
    return await _name(event.text, turn, problem="said")


async def _name(text: str, turn: Turn, problem: str) -> Reply:
    try:
        name = naming.outlet_name(text)
    except ValueError as reason:
        return ask("join_new_name", turn.kept, problem=problem and str(reason))
    if known := await outlets.named(turn.db, name):
        return await _take(known, turn)
    return ask("join_medium", turn.kept | {"outlet_name": name})


async def hear_medium(event: Inbound, turn: Turn) -> Reply:
    """Its medium, in words."""
    chosen = choice_in(event.text, len(MEDIA))
    medium = MEDIA[chosen] if chosen is not None else SPOKEN.get(simplify(event.text))
    return await _new_outlet(medium, turn) if medium else ask("join_medium", turn.kept, problem="choose")


async def pick_medium(event: Inbound, turn: Turn) -> Reply:
    """Its medium, by button."""
    if turn.kept.get("at") != "join_medium" or turn.token.version not in MEDIA:
        return await register.show(event, turn)
    return await _new_outlet(Medium(turn.token.version), turn)


async def _new_outlet(medium: Medium, turn: Turn) -> Reply:
    return await _go_on(turn.kept | {"outlet": 0, "medium": medium, "fresh": True}, turn)


async def _take(outlet: Outlet | None, turn: Turn) -> Reply:
    if outlet is None:  # it became part of another meanwhile
        return ask("join_outlet", _without_search(turn.kept), problem="gone")
    chosen = {"outlet": outlet.id, "outlet_name": outlet.name, "medium": outlet.medium, "fresh": False}
    return await _go_on(turn.kept | chosen, turn)


async def _go_on(kept: Json, turn: Turn) -> Reply:
    """The next question of the registration; the profile has no other."""
    if kept["form"] == register.FORM:
        return ask("join_work", _without_search(kept))
    return await profile.change_outlet(await register.outlet_from(kept, turn), turn)


def _without_search(kept: Json) -> Json:
    return {name: value for name, value in kept.items() if name not in {"sought", "found"}}
