"""Whom a release is for, typed: media, topic, districts, groups; and whom it is withheld from, which takes a reason (H4)."""

import re
from collections.abc import Sequence

from handlers import audience, naming
from handlers.audience import Segment
from handlers.grammar import choice_in, simplify
from handlers.releases.draft import DONE, draft
from handlers.releases.edit import audience_card, editable, written
from handlers.releases.shown import brief
from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage import audit, groups, people, releases, withholdings
from storage.records import Json, Medium, Person, PersonId, Release, Role

_CODE = re.compile(r"^\s*r[\s.#-]*[0-9]{1,9}\b[\s:,]*", re.IGNORECASE)
_TYPED = re.compile(r"(?:ke|to)\s*:\s*\S.*", re.IGNORECASE | re.DOTALL)


def is_typed(event: Inbound) -> bool:
    """*ke: online, topik kesehatan*."""
    return _TYPED.fullmatch(event.text.strip()) is not None and not event.files


async def typed(event: Inbound, turn: Turn) -> Reply:
    """The segment of the one release that is being written."""
    release = await editable(turn)
    return release if isinstance(release, Reply) else await _heard(turn, release, event.text)


async def ask(event: Inbound, turn: Turn) -> Reply:
    """`segmen R-12 online, kec Contoh`; without a segment it is asked for."""
    release = await editable(turn)
    if isinstance(release, Reply):
        return release
    rest = _CODE.sub("", turn.argument)
    return await _heard(turn, release, rest) if rest.strip() else await audience_card(turn, release)


async def hear(event: Inbound, turn: Turn) -> Reply:
    """The audience typed: "online dan tv", a whole segment, or the number of a choice."""
    release = await editable(turn)
    if isinstance(release, Reply):
        return release
    if simplify(event.text) in DONE:
        return await draft(turn, release)
    numbered = choice_in(event.text, len(Medium) + 1)
    if numbered is None:
        return await _heard(turn, release, _CODE.sub("", turn.argument) or event.text)
    choices = ("all", *(each.value for each in Medium))
    nobody_out = None if numbered else ((), "")
    return await _kept(turn, release, {"audience": audience.toggled(release.audience, choices[numbered])}, nobody_out)


async def _heard(turn: Turn, release: Release, text: str) -> Reply:
    found = audience.segment(text)
    if found is None:
        return await audience_card(turn, release, fault="unknown")
    known = [(name, await groups.named(turn.db, name)) for name in (*found.groups, *found.but_groups)]
    if missing := next((name for name, group in known if group is None), ""):
        return await audience_card(turn, release, fault="group", words=missing)
    numbers = [group.id for name, group in known if group and name in found.groups]
    changes = {"audience": found.kept(numbers), **({"topic": found.topic.value} if found.topic else {})}
    if len(changes["audience"]) > audience.LONGEST:
        return await audience_card(turn, release, fault="long")
    left_out = [
        each for name, group in known if group and name in found.but_groups for each in await groups.members(turn.db, group)
    ]
    named = await _named(turn, release, found)
    if isinstance(named, Reply):
        return named
    without = {each.id: each for each in (*left_out, *named)}
    return _ask_reason(release, changes, list(without.values())) if without else await _kept(turn, release, changes, ((), ""))


async def _named(turn: Turn, release: Release, found: Segment) -> list[Person] | Reply:
    """The journalists that were named, or the answer where a name is nobody's or several people's."""
    named: list[Person] = []
    for name in found.but_people:
        alike = await people.listed(turn.db, (Role.JOURNALIST,), name)
        exact = [each for each in alike if each.name.casefold() == name.casefold()] or alike
        if len(exact) != 1:
            names = ", ".join(each.name for each in exact[:5]) or name
            return await audience_card(turn, release, fault="several" if exact else "nobody", words=names)
        named += exact
    return named


def _ask_reason(release: Release, changes: Json, without: Sequence[Person], fault: str = "") -> Reply:
    keep = {"release": release.id, "changes": changes, "without": [each.id for each in without]}
    facts = {**brief(release), "names": [each.name for each in without], "fault": fault}
    return say("withhold_ask", then="withhold_reason", keep=keep, **facts)


async def hear_reason(event: Inbound, turn: Turn) -> Reply:
    """Why it is withheld from somebody; whoever approves reads it, and so can the person."""
    release = await editable(turn)
    if isinstance(release, Reply):
        return release
    ids = [PersonId(each) for each in turn.kept["without"]]
    found = [await people.find(turn.db, each) for each in ids]
    here = [each for each in found if each]
    try:
        why = naming.reason(event.text)
    except ValueError:
        return _ask_reason(release, turn.kept["changes"], here, "reason")
    for each in here:
        await audit.note(turn.db, turn.person, "withhold", releases.subject(release.id), turn.now, {"person": each.id})
    return await _kept(turn, release, turn.kept["changes"], ([each.id for each in here], why))


async def everybody(event: Inbound, turn: Turn) -> Reply:
    """[Kirim kepada semua]: nobody is left out after all."""
    release = await editable(turn)
    if isinstance(release, Reply):
        return release
    asked = turn.kept if turn.kept.get("release") == release.id else {}
    changes = asked.get("changes", {"audience": release.audience})
    return await _kept(turn, release, changes, ((), ""))


async def _kept(turn: Turn, release: Release, changes: Json, without: tuple[Sequence[PersonId], str] | None) -> Reply:
    """The draft's audience as it was typed, and what the change ended."""
    if without is not None:
        await withholdings.decide(turn.db, release, *without, turn.person, turn.now)
    return await written(turn, release, **changes)
