"""`kelompok Liputan Banjir: Rina, Andi`: journalists whom staff address together, by a name of their own (H4)."""

from collections.abc import Sequence
from typing import Final

from handlers import audience, naming
from handlers.grammar import simplify
from handlers.releases.lifecycle import UNFINISHED
from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage import audit, groups, people, releases
from storage.groups import Group
from storage.records import Person, Role

LONGEST: Final = 60  # characters of a group's name
SHOWN: Final = 40  # names in one message


async def show(event: Inbound, turn: Turn) -> Reply:
    """All groups; one of them; or one with names behind a colon, who join it, or behind a minus, who leave it."""
    text = turn.argument.strip()
    if not text:
        return say("groups_listed", items=dict(await groups.listed(turn.db)))
    title, sign, rest = _taken_apart(text)
    key = simplify(title)
    group = await groups.named(turn.db, key)
    if not sign:
        return await _one(turn, group) if group else say("group_unknown", name=title[:LONGEST])
    found, unknown = await _people(turn, rest)
    if sign == "-" and group is None:
        return say("group_unknown", name=title[:LONGEST])
    if sign == "-" and group:
        await groups.part(turn.db, group, [each.id for each in found])
        return await _changed(turn, group, "group_part", found, unknown)
    return await _joined(turn, group, title, found, unknown)


async def _joined(turn: Turn, group: Group | None, title: str, found: Sequence[Person], unknown: Sequence[str]) -> Reply:
    if group is None:
        try:
            name = naming.unlinked_line(title, LONGEST)
        except ValueError:
            return say("group_unnamed")
        if not found:
            return say("group_nobody", unknown=list(unknown))
        group = await groups.add(turn.db, name, simplify(name), turn.person, turn.now)
    await groups.join(turn.db, group, [each.id for each in found])
    return await _changed(turn, group, "group_join", found, unknown)


async def _changed(turn: Turn, group: Group, deed: str, found: Sequence[Person], unknown: Sequence[str]) -> Reply:
    await audit.note(turn.db, turn.person, deed, f"press_group:{group.id}", turn.now, {"people": [each.id for each in found]})
    return await _one(turn, group, unknown)


def _taken_apart(text: str) -> tuple[str, str, str]:
    """The group's name, the sign behind it, and what follows."""
    for sign in (":", " - ", " – "):
        title, found, rest = text.partition(sign)
        if found:
            return title.strip(), "-" if "-" in sign or "–" in sign else ":", rest
    return text, "", ""


async def _people(turn: Turn, text: str) -> tuple[list[Person], list[str]]:
    """The journalists named, and the names that are nobody's or several people's."""
    found: list[Person] = []
    unknown: list[str] = []
    for name in (each.strip() for each in text.replace("\n", ",").split(",")):
        alike = await people.listed(turn.db, (Role.JOURNALIST,), name) if name else ()
        exact = [each for each in alike if each.name.casefold() == name.casefold()] or list(alike)
        if len(exact) == 1:
            found += exact
        elif name:
            unknown.append(name[:LONGEST])
    return found, unknown


async def _one(turn: Turn, group: Group, unknown: Sequence[str] = ()) -> Reply:
    members = [each.name for each in await groups.members(turn.db, group)]
    names, more = members[:SHOWN], max(0, len(members) - SHOWN)
    return say("group_shown", name=group.name, count=len(members), names=names, more=more, unknown=list(unknown))


async def _users(turn: Turn, group: Group) -> list[str]:
    """The releases that are still to go out and are for this group: without it they would be for nobody."""
    unfinished = await releases.in_status(turn.db, UNFINISHED)
    return [each.code for each in unfinished if group.id in audience.audience(each.audience).groups]


async def drop(event: Inbound, turn: Turn) -> Reply:
    """`hapus kelompok Liputan Banjir`: its name goes, the people stay; the answer says how to make it again."""
    group = await groups.named(turn.db, simplify(turn.argument))
    if group is None:
        return say("group_unknown", name=turn.argument.strip()[:LONGEST])
    if used := await _users(turn, group):
        return say("press_group_in_use", name=group.name, codes=used)
    members = [each.name for each in await groups.members(turn.db, group)]
    await groups.drop(turn.db, group)
    await audit.note(turn.db, turn.person, "group_drop", f"press_group:{group.id}", turn.now)
    return say("press_group_dropped", name=group.name, names=members[:SHOWN])
