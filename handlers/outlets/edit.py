"""Changing an outlet: name, medium, other names, and the hosts on which it publishes with their days."""

from dataclasses import replace
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from handlers import naming
from handlers.grammar import choice_in
from handlers.match import host_and_path, of_one_article
from handlers.outlets import register
from handlers.outlets.register import MEDIA, shown, typed_site
from handlers.turn import Reply, Turn, say
from handlers.when import Misread, read_date
from messages.inbound import Inbound
from storage import audit, outlets
from storage.records import Json, Medium, Outlet

FORM: Final = "outlet_edit"


async def ask_name(event: Inbound, turn: Turn) -> Reply:
    """*Ganti nama*."""
    return await _about("outlet_rename", turn)


async def hear_name(event: Inbound, turn: Turn) -> Reply:
    """The new name; the old one is still found."""
    outlet = await outlets.find(turn.db, turn.kept["outlet"])
    if outlet is None:
        return say("outlet_gone")
    try:
        name = naming.outlet_name(naming.answer(event.text, "outlet"))
    except ValueError as reason:
        return _again("outlet_rename", turn, problem=str(reason))
    if not await outlets.rename(turn.db, outlet.id, name):
        return _again("outlet_rename", turn, problem="known")
    await outlets.add_alias(turn.db, outlet.id, outlet.name)
    return await _changed(outlet, turn, "outlet_rename", "renamed")


async def ask_alias(event: Inbound, turn: Turn) -> Reply:
    """*Nama lain*."""
    return await _about("outlet_alias", turn)


async def hear_alias(event: Inbound, turn: Turn) -> Reply:
    """Another name under which it is found."""
    outlet = await outlets.find(turn.db, turn.kept["outlet"])
    if outlet is None:
        return say("outlet_gone")
    try:
        name = naming.outlet_name(naming.answer(event.text, "outlet"))
    except ValueError as reason:
        return _again("outlet_alias", turn, problem=str(reason))
    if not await outlets.add_alias(turn.db, outlet.id, name):
        return _again("outlet_alias", turn, problem="known")
    return await _changed(outlet, turn, "outlet_alias", "aliased")


async def media(event: Inbound, turn: Turn) -> Reply:
    """*Jenis*."""
    outlet = await outlets.find(turn.db, turn.token.object)
    return say("outlet_media", id=outlet.id, name=outlet.name, medium=outlet.medium) if outlet else say("outlet_gone")


async def pick_medium(event: Inbound, turn: Turn) -> Reply:
    """It is of another medium."""
    outlet = await outlets.find(turn.db, turn.token.object)
    if outlet is None or turn.token.version not in MEDIA:
        return say("outlet_gone")
    if not await outlets.set_medium(turn.db, outlet.id, Medium(turn.token.version)):
        return await shown(outlet, turn)
    return await _changed(outlet, turn, "outlet_medium", "medium")


async def ask_host(event: Inbound, turn: Turn) -> Reply:
    """*Tambah alamat situs*."""
    return await _about("outlet_host", turn)


async def hear_host(event: Inbound, turn: Turn) -> Reply:
    """A host with its path; whether it is free depends on the days, which are asked next."""
    typed = typed_site(event, turn)
    try:
        host, path = host_and_path(typed)
    except ValueError as reason:
        return _again("outlet_host", turn, problem=str(reason))
    if of_one_article(typed):
        kept = turn.kept | {"offered": host}
        return say("outlet_ask_place", then="outlet_host", keep=kept, problem="article", **kept)
    kept = turn.kept | {"host": host, "path": path, "place": host + path}
    return say("outlet_since", then="outlet_since", keep=kept, **kept)


async def take_offered(event: Inbound, turn: Turn) -> Reply:
    """The host of the article's address, by button, in either form that asks for one."""
    said = replace(event, text=turn.kept.get("offered", ""))
    if not said.text:
        return say("desk_stale")
    return await (hear_host if turn.kept.get("form") == FORM else register.hear_host)(said, turn)


async def hear_since(event: Inbound, turn: Turn) -> Reply:
    """Since when, in words: a day, "1" for always, "2" for today."""
    chosen = choice_in(event.text, 2)
    day = read_date(event.text, today(turn)) if chosen is None else (None, today(turn))[chosen]
    if isinstance(day, Misread):
        return say("outlet_since", then="outlet_since", keep=turn.kept, problem="date", **turn.kept)
    return await _add_host(day, turn)


async def pick_since(event: Inbound, turn: Turn) -> Reply:
    """Since when, by button."""
    if turn.kept.get("form") != FORM or "place" not in turn.kept:
        return say("desk_stale")
    return await _add_host(today(turn) if turn.token.version == "today" else None, turn)


async def _add_host(since: date | None, turn: Turn) -> Reply:
    kept = turn.kept
    outlet = await outlets.find(turn.db, kept["outlet"])
    if outlet is None:
        return say("outlet_gone")
    holder = await outlets.host_holder(turn.db, kept["host"], kept["path"], since, None)
    if holder and holder.id == outlet.id:
        return await shown(outlet, turn, "host_known")
    if holder:
        return _again("outlet_host", turn, problem="taken", place=kept["place"], holder=holder.name)
    await outlets.add_host(turn.db, outlet.id, kept["host"], kept["path"], since=since)
    return await _changed(outlet, turn, "outlet_host", "host_added")


async def hosts(event: Inbound, turn: Turn) -> Reply:
    """*Alamat lama*: which one, where there are several."""
    outlet = await outlets.find(turn.db, turn.token.object)
    if outlet is None:
        return say("outlet_gone")
    current = [each for each in await outlets.hosts_of(turn.db, outlet.id) if each.until is None]
    if not current:
        return await shown(outlet, turn, "no_host")
    found = [{"id": each.id, "place": each.host + each.path} for each in current]
    kept = {"form": FORM, "outlet": outlet.id, "name": outlet.name, "found": found}
    return _until(kept | found[0]) if len(found) == 1 else say("outlet_which_host", then="outlet_which", keep=kept, **kept)


async def hear_which(event: Inbound, turn: Turn) -> Reply:
    """Which host, in words."""
    chosen = choice_in(event.text, len(turn.kept["found"]))
    if chosen is None:
        return say("outlet_which_host", then="outlet_which", keep=turn.kept, problem="choose", **turn.kept)
    return _until(turn.kept | turn.kept["found"][chosen])


async def pick_which(event: Inbound, turn: Turn) -> Reply:
    """Which host, by button."""
    found = turn.kept.get("found", []) if turn.kept.get("form") == FORM else []
    chosen = [each for each in found if each["id"] == turn.token.object]
    return _until(turn.kept | chosen[0]) if chosen else say("desk_stale")


def _until(kept: Json, **facts: object) -> Reply:
    return say("outlet_until", then="outlet_until", keep=kept, **{**kept, **facts})


async def hear_until(event: Inbound, turn: Turn) -> Reply:
    """The last day, in words."""
    day = today(turn) if choice_in(event.text, 1) == 0 else read_date(event.text, today(turn))
    return _until(turn.kept, problem="date") if isinstance(day, Misread) else await _end(day, turn)


async def pick_until(event: Inbound, turn: Turn) -> Reply:
    """Today is the last day."""
    chosen = turn.kept.get("form") == FORM and "found" in turn.kept and "place" in turn.kept
    return await _end(today(turn), turn) if chosen else say("desk_stale")


async def _end(day: date, turn: Turn) -> Reply:
    outlet = await outlets.find(turn.db, turn.kept["outlet"])
    ended = [each for each in await outlets.hosts_of(turn.db, turn.kept["outlet"]) if each.id == turn.kept["id"]]
    if outlet is None or not ended:
        return say("outlet_gone")
    if ended[0].since and day < ended[0].since:
        return _until(turn.kept, problem="before")
    if not await outlets.end_host(turn.db, ended[0].id, day):
        return await shown(outlet, turn, "host_over")
    return await _changed(outlet, turn, "outlet_host_end", "host_ended")


async def _about(step: str, turn: Turn) -> Reply:
    """Ask something about the outlet of the pressed button."""
    outlet = await outlets.find(turn.db, turn.token.object)
    if outlet is None:
        return say("outlet_gone")
    kept = {"form": FORM, "outlet": outlet.id, "name": outlet.name}
    return say(ASKED[step], then=step, keep=kept, **kept)


def _again(step: str, turn: Turn, **facts: object) -> Reply:
    """Ask once more, with what was wrong."""
    kept = {name: turn.kept[name] for name in ("form", "outlet", "name")}
    return say(ASKED[step], then=step, keep=kept, **{**kept, **facts})


ASKED = {
    "outlet_rename": "outlet_ask_rename",
    "outlet_alias": "outlet_ask_alias",
    "outlet_host": "outlet_ask_place",
}


async def _changed(outlet: Outlet, turn: Turn, deed: str, note: str) -> Reply:
    await audit.note(turn.db, turn.person, deed, f"outlet:{outlet.id}", turn.now)
    return await shown(await outlets.by_id(turn.db, outlet.id), turn, note)


def today(turn: Turn) -> date:
    """The day it is at the office."""
    return turn.now.astimezone(ZoneInfo(turn.db.office.zone)).date()
