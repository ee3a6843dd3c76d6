"""*media*: the register of outlets, and *tambah media*."""

from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from handlers import naming
from handlers.grammar import choice_in, simplify, yes_no
from handlers.match import host_and_path, of_one_article
from handlers.page import ROWS, page
from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage import audit, outlets, people
from storage.records import Json, Medium, Outlet

FORM: Final = "outlet"
MEDIA = tuple(Medium)
SPOKEN = {
    "online": Medium.ONLINE, "siber": Medium.ONLINE, "media siber": Medium.ONLINE, "daring": Medium.ONLINE,
    "cetak": Medium.PRINT, "media cetak": Medium.PRINT, "koran": Medium.PRINT, "print": Medium.PRINT, "tv": Medium.TV,
    "televisi": Medium.TV, "television": Medium.TV, "radio": Medium.RADIO,
}  # fmt: skip
SKIPS = frozenset({"lewati", "skip", "-", "tidak ada", "none"})


async def show(event: Inbound, turn: Turn) -> Reply:
    """*media*, *media suara*: the register in pages, those not looked at first; or what was looked for."""
    sought = naming.cleaned(turn.argument)[: naming.LONGEST]
    found = await outlets.search(turn.db, sought, ROWS) if sought else await outlets.listed(turn.db)
    shown, number, pages = page(found, turn.token.object)
    rows = [{"id": each.id, "name": each.name, "medium": each.medium, "confirmed": each.confirmed} for each in shown]
    return say("outlets_list", outlets=rows, sought=sought, page=number, pages=pages, total=len(found))


async def one(event: Inbound, turn: Turn) -> Reply:
    """One outlet, with what can be changed."""
    outlet = await outlets.find(turn.db, turn.token.object)
    return await shown(outlet, turn) if outlet else say("outlet_gone")


async def shown(outlet: Outlet, turn: Turn, note: str = "") -> Reply:
    """The card of an outlet as it is now; `note` says what has just happened to it."""
    hosts = [
        {"id": each.id, "place": each.host + each.path, "since": _noon(each.since, turn), "until": _noon(each.until, turn)}
        for each in await outlets.hosts_of(turn.db, outlet.id)
    ]
    writers = await people.of_outlet(turn.db, outlet.id)
    facts: Json = {
        "id": outlet.id, "name": outlet.name, "medium": outlet.medium, "confirmed": outlet.confirmed, "hosts": hosts,
        "aliases": list(await outlets.aliases_of(turn.db, outlet.id)), "people": len(writers), "note": note,
        "unused": await outlets.unused(turn.db, outlet.id),
    }  # fmt: skip
    return say("outlet_card", **facts)


async def confirm(event: Inbound, turn: Turn) -> Reply:
    """Staff have looked at an outlet that a journalist named."""
    outlet = await outlets.find(turn.db, turn.token.object)
    if outlet is None:
        return say("outlet_gone")
    fresh = await outlets.confirm(turn.db, outlet.id)
    if fresh:
        await audit.note(turn.db, turn.person, "outlet_confirm", f"outlet:{outlet.id}", turn.now)
    return await shown(await outlets.by_id(turn.db, outlet.id), turn, "confirmed" if fresh else "already_confirmed")


async def add(event: Inbound, turn: Turn) -> Reply:
    """*tambah media*, with or without its name."""
    return await _name(turn.argument, turn) if turn.argument else say("outlet_ask_name", then="outlet_new_name")


async def hear_name(event: Inbound, turn: Turn) -> Reply:
    """Its name; one that is known already leads to its card."""
    return await _name(naming.answer(event.text, "outlet"), turn)


async def _name(text: str, turn: Turn) -> Reply:
    try:
        name = naming.outlet_name(text)
    except ValueError as reason:
        return say("outlet_ask_name", then="outlet_new_name", problem=str(reason))
    if known := await outlets.named(turn.db, name):
        return await shown(known, turn, "known")
    return _ask("outlet_new_medium", {"form": FORM, "name": name})


async def hear_medium(event: Inbound, turn: Turn) -> Reply:
    """Its medium, in words."""
    chosen = choice_in(event.text, len(MEDIA))
    medium = MEDIA[chosen] if chosen is not None else SPOKEN.get(simplify(event.text))
    if medium is None:
        return _ask("outlet_new_medium", turn.kept, problem="choose")
    return _ask("outlet_new_host", turn.kept | {"medium": medium})


async def pick_medium(event: Inbound, turn: Turn) -> Reply:
    """Its medium, by button."""
    if _at(turn) != "outlet_new_medium" or turn.token.version not in MEDIA:
        return say("desk_stale")
    return _ask("outlet_new_host", turn.kept | {"medium": turn.token.version})


async def hear_host(event: Inbound, turn: Turn) -> Reply:
    """Where it publishes: a host, with a path where it shares the host. Of an article's address its host is offered."""
    if simplify(event.text) in SKIPS:
        return _ask("outlet_new_review", turn.kept | {"host": "", "path": ""})
    typed = typed_site(event, turn)
    try:
        host, path = host_and_path(typed)
    except ValueError as reason:
        return _ask("outlet_new_host", turn.kept, problem=str(reason))
    if of_one_article(typed):
        return _ask("outlet_new_host", turn.kept | {"offered": host}, problem="article")
    if holder := await outlets.host_holder(turn.db, host, path, None, None):
        return _ask("outlet_new_host", turn.kept, problem="taken", place=host + path, holder=holder.name)
    return _ask("outlet_new_review", turn.kept | {"host": host, "path": path})


def typed_site(event: Inbound, turn: Turn) -> str:
    """The address that was typed, or the one that was offered where the answer is yes."""
    offered = str(turn.kept.get("offered", ""))
    return offered if offered and yes_no(event.text) else naming.answer(event.text, "site")


async def skip_host(event: Inbound, turn: Turn) -> Reply:
    """It has no site."""
    if _at(turn) != "outlet_new_host":
        return say("desk_stale")
    return _ask("outlet_new_review", turn.kept | {"host": "", "path": ""})


async def hear_review(event: Inbound, turn: Turn) -> Reply:
    """The summary was answered in words."""
    answer = yes_no(event.text)
    if answer is None and simplify(event.text) not in {"simpan", "save"}:
        return _ask("outlet_new_review", turn.kept, problem="choose")
    return await drop(event, turn) if answer is False else await save(event, turn)


async def save(event: Inbound, turn: Turn) -> Reply:
    """The outlet stands in the register."""
    kept = turn.kept
    if _at(turn) != "outlet_new_review":
        return say("desk_stale")
    if known := await outlets.named(turn.db, kept["name"]):  # somebody was first
        return await shown(known, turn, "known")
    holder = await outlets.host_holder(turn.db, kept["host"], kept["path"], None, None) if kept["host"] else None
    if holder:
        return _ask("outlet_new_host", kept, problem="taken", place=kept["host"] + kept["path"], holder=holder.name)
    outlet = await outlets.add(turn.db, kept["name"], Medium(kept["medium"]), turn.now, confirmed=True)
    if kept["host"]:
        await outlets.add_host(turn.db, outlet.id, kept["host"], kept["path"])
    await audit.note(turn.db, turn.person, "outlet_add", f"outlet:{outlet.id}", turn.now)
    return await shown(outlet, turn, "added")


async def drop(event: Inbound, turn: Turn) -> Reply:
    """It is not added after all."""
    return say("outlet_dropped") if turn.kept.get("form") == FORM else say("desk_stale")


QUESTIONS = {
    "outlet_new_medium": "outlet_ask_medium",
    "outlet_new_host": "outlet_ask_host",
    "outlet_new_review": "outlet_review",
}


def _ask(step: str, kept: Json, **facts: object) -> Reply:
    return say(QUESTIONS[step], then=step, keep={**kept, "at": step}, **{**kept, **facts})


def _at(turn: Turn) -> str | None:
    return turn.kept.get("at") if turn.kept.get("form") == FORM else None


def _noon(day: date | None, turn: Turn) -> str:
    """A day as a moment, so that it is the same day in the office's words."""
    return datetime.combine(day, time(12), ZoneInfo(turn.db.office.zone)).isoformat() if day else ""
