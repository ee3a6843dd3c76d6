"""Which outlet? Asked in the registration and from the profile: typed, searched, chosen, or new with its site."""

from dataclasses import replace

from handlers import naming
from handlers.grammar import choice_in, courteous, simplify, yes_no
from handlers.match import host_and_path, of_one_article
from handlers.people import profile, register
from handlers.people.register import ask
from handlers.turn import Reply, Turn
from messages.inbound import Inbound
from storage import outlets
from storage.records import Json, Medium, Outlet

ABSENT = frozenset({"tidak ada", "media saya tidak ada", "tdk ada", "gak ada", "not listed", "my outlet is not listed"})
NO_SITE = register.SKIPS | {"tidak ada", "tidak punya", "belum ada", "belum punya", "gak ada", "none", "no website"}
MEDIA = tuple(Medium)
SPOKEN = {
    "online": Medium.ONLINE, "siber": Medium.ONLINE, "daring": Medium.ONLINE, "cetak": Medium.PRINT, "koran": Medium.PRINT,
    "print": Medium.PRINT, "tv": Medium.TV, "televisi": Medium.TV, "television": Medium.TV, "radio": Medium.RADIO,
}  # fmt: skip
PASSING = frozenset({"sought", "found", "proposed", "offered", "new_name", "new_medium"})  # of no use once an outlet is chosen
NAME_WORDS = 6  # what was looked for and has more words is a sentence, not a name
NEW = frozenset({"join_new_name", "join_medium", "join_site"})  # the steps of an outlet that is not in the register


async def hear(event: Inbound, turn: Turn) -> Reply:
    """A name to look for, or the number of an outlet in the list."""
    found, kept = turn.kept.get("found", []), turn.kept
    if register.unchanged(event, turn):
        return register.go_on(kept)
    if simplify(event.text) in ABSENT:
        return await new(event, turn)
    chosen = choice_in(event.text, len(found))
    if chosen is not None:
        return await _take(await outlets.find(turn.db, found[chosen]["id"]), turn)
    sought = naming.cleaned(naming.answer(event.text, "outlet"))[: naming.LONGEST]
    if not outlets.name_key(sought):
        return ask("join_outlet", kept, problem="letters")
    hits = [{"id": each.id, "name": each.name, "medium": each.medium} for each in await outlets.search(turn.db, sought, 8)]
    return ask("join_outlet", kept | {"sought": sought, "found": hits})


async def pick(event: Inbound, turn: Turn) -> Reply:
    """An outlet of the list, by button, or the one that holds a site."""
    if turn.kept.get("at") not in {"join_outlet", "join_site"}:
        return await register.show(event, turn)
    return await _take(await outlets.find(turn.db, turn.token.object), turn)


async def again(event: Inbound, turn: Turn) -> Reply:
    """Look for another name."""
    if turn.kept.get("at") not in NEW:
        return await register.show(event, turn)
    return ask("join_outlet", _settled(turn.kept))


async def new(event: Inbound, turn: Turn) -> Reply:
    """*Media saya tidak ada*: its name; what was looked for is offered, if it looks like one."""
    if turn.kept.get("at") != "join_outlet":
        return await register.show(event, turn)
    return ask("join_new_name", turn.kept | {"proposed": _like_a_name(turn.kept.get("sought", ""))})


def _like_a_name(sought: str) -> str:
    try:
        name = naming.outlet_name(sought)
    except ValueError:
        return ""
    return "" if "?" in name or len(name.split()) > NAME_WORDS or courteous(name) else name


async def hear_new_name(event: Inbound, turn: Turn) -> Reply:
    """The name of an outlet that is not in the register, or a yes to the one that was offered."""
    answer, proposed = yes_no(event.text), turn.kept.get("proposed", "")
    if proposed and answer is not None:
        return await _name(proposed, turn) if answer else ask("join_new_name", turn.kept | {"proposed": ""})
    return await _name(naming.answer(event.text, "outlet"), turn)


async def take_proposed(event: Inbound, turn: Turn) -> Reply:
    """What was looked for is its name, by button."""
    if turn.kept.get("at") != "join_new_name" or not turn.kept.get("proposed"):
        return await register.show(event, turn)
    return await _name(turn.kept["proposed"], turn)


async def _name(text: str, turn: Turn) -> Reply:
    try:
        name = naming.outlet_name(text)
    except ValueError as reason:
        return ask("join_new_name", turn.kept, problem=str(reason))
    if known := await outlets.named(turn.db, name):
        return await _take(known, turn)
    return ask("join_medium", turn.kept | {"new_name": name})


async def hear_medium(event: Inbound, turn: Turn) -> Reply:
    """Its medium, in words."""
    chosen = choice_in(event.text, len(MEDIA))
    medium = MEDIA[chosen] if chosen is not None else SPOKEN.get(simplify(event.text).removeprefix("media "))
    return ask("join_site", turn.kept | {"new_medium": medium}) if medium else ask("join_medium", turn.kept, problem="choose")


async def pick_medium(event: Inbound, turn: Turn) -> Reply:
    """Its medium, by button."""
    if turn.kept.get("at") != "join_medium" or turn.token.version not in MEDIA:
        return await register.show(event, turn)
    return ask("join_site", turn.kept | {"new_medium": turn.token.version})


async def hear_site(event: Inbound, turn: Turn) -> Reply:
    """Its site, so that its links are known; it may have none. Of an article's address the site is offered."""
    kept, offered = turn.kept, turn.kept.get("offered", "")
    if simplify(event.text) in NO_SITE:
        return await _new_outlet("", "", turn)
    typed = offered if offered and yes_no(event.text) else naming.answer(event.text, "site")
    try:
        host, path = host_and_path(typed)
    except ValueError as reason:
        return ask("join_site", kept, problem=str(reason))
    if of_one_article(typed):
        return ask("join_site", kept | {"offered": host}, problem="article")
    if holder := await outlets.host_holder(turn.db, host, path, None, None):
        return ask("join_site", kept, problem="taken", place=host + path, holder=holder.name, holder_id=holder.id)
    return await _new_outlet(host, path, turn)


async def take_offered(event: Inbound, turn: Turn) -> Reply:
    """The site of the article's address, by button."""
    if turn.kept.get("at") != "join_site" or not turn.kept.get("offered"):
        return await register.show(event, turn)
    return await hear_site(replace(event, text=turn.kept["offered"]), turn)


async def skip_site(event: Inbound, turn: Turn) -> Reply:
    """It has none, or none that they know."""
    return await _new_outlet("", "", turn) if turn.kept.get("at") == "join_site" else await register.show(event, turn)


async def _new_outlet(host: str, path: str, turn: Turn) -> Reply:
    named = {"outlet": 0, "outlet_name": turn.kept["new_name"], "medium": turn.kept["new_medium"]}
    return await _go_on(turn.kept | named | {"fresh": True, "host": host, "path": path}, turn)


async def _take(outlet: Outlet | None, turn: Turn) -> Reply:
    if outlet is None:  # it became part of another meanwhile
        return ask("join_outlet", _settled(turn.kept), problem="gone")
    named = {"outlet": outlet.id, "outlet_name": outlet.name, "medium": outlet.medium}
    return await _go_on(turn.kept | named | {"fresh": False, "host": "", "path": ""}, turn)


async def _go_on(kept: Json, turn: Turn) -> Reply:
    """The next question of the registration; the profile has no other."""
    if kept["form"] == register.FORM:
        return register.go_on(_settled(kept))
    return await profile.change_outlet(await register.outlet_from(kept, turn), turn)


def _settled(kept: Json) -> Json:
    return {name: value for name, value in kept.items() if name not in PASSING}
