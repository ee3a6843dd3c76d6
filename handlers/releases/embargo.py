"""`embargo R-231 24/11 10.00`: the hour before which nothing is to be published, and who agreed to it (H6).

Until then whoever gets the release sees its headline and these terms; the text comes with [Saya setuju embargo].
"""

import re
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from handlers.grammar import simplify, yes_no
from handlers.permissions import Permission, may
from handlers.releases.edit import written
from handlers.releases.lifecycle import LAUNCHED, UNFINISHED, Move, after
from handlers.releases.shown import brief, full_facts, is_under_embargo, meant, received, stands, taken_back, which
from handlers.turn import Reply, Turn, say
from handlers.when import Misread, moment_of, read_moment
from messages.inbound import Inbound
from storage import audit, embargoes, outbox, releases
from storage.records import Purpose, Release, Status

_CODE = re.compile(r"^\s*r[\s.#-]*[0-9]{1,9}\b[\s:,]*", re.IGNORECASE)
NONE: Final = frozenset({"batal", "tanpa", "tanpa embargo", "hapus", "cabut", "none", "off", "no embargo", "cancel", "remove"})
NOW: Final = frozenset({"buka", "buka sekarang", "open", "open now", *NONE})
SHOWN: Final = 20


async def ask(event: Inbound, turn: Turn) -> Reply:
    """With an hour it is set; without one, how the embargo stands."""
    release = await meant(turn, UNFINISHED)
    if release is None:
        return await which(turn, "embargo", UNFINISHED)
    typed = "" if turn.token.action else _CODE.sub("", turn.argument).strip()
    if after(release.status, Move.EDIT) is None and (release.status not in LAUNCHED or release.embargo_until is None):
        return await stands(turn, release)
    return await _heard(turn, release, typed) if typed else await _shown(turn, release)


async def hear(event: Inbound, turn: Turn) -> Reply:
    """The hour, typed, or that there is none."""
    release = await meant(turn, UNFINISHED)
    return await _heard(turn, release, event.text) if release else await which(turn, "embargo", UNFINISHED)


async def _heard(turn: Turn, release: Release, typed: str) -> Reply:
    launched, words = release.status in LAUNCHED, simplify(typed)
    if words in (NOW if launched else NONE):
        return await _ask_change(turn, release, turn.now) if launched else await written(turn, release, embargo_until=None)
    moment = read_moment(typed, turn.now, ZoneInfo(turn.db.office.zone))
    if isinstance(moment, Misread):
        return await _shown(turn, release, moment.value)
    return await _ask_change(turn, release, moment) if launched else await written(turn, release, embargo_until=moment)


async def _shown(turn: Turn, release: Release, fault: str = "") -> Reply:
    """The hour, who agreed to it and when; and how another is said."""
    agreed = await embargoes.agreed(turn.db, release)
    facts = {
        **brief(release),
        "until": release.embargo_until.isoformat() if release.embargo_until else "",
        "opened": release.embargo_opened_at.isoformat() if release.embargo_opened_at else "",
        "agreed": [{"name": name, "at": at.isoformat()} for name, at in agreed[:SHOWN]],
        "more": max(0, len(agreed) - SHOWN),
        "fault": fault,
    }
    return say("embargo_shown", then=None if release.embargo_opened_at else "embargo", keep={"release": release.id}, **facts)


async def _ask_change(turn: Turn, release: Release, moment: datetime) -> Reply:
    """Of one that is out: asked once, since everybody who has it is told. It was approved with its hour."""
    if release.embargo_opened_at:
        return await _shown(turn, release)
    if not may(turn.person, Permission.APPROVE):
        return say("embargo_approvers_only", **brief(release))
    opens = moment <= turn.now
    seconds = "now" if opens else str(int(moment.timestamp()))
    facts = {**brief(release), "until": "" if opens else moment.isoformat(), "seconds": seconds}
    return say("embargo_ask_change", then="embargo_change", keep={"release": release.id, "until": facts["until"]}, **facts)


async def hear_change(event: Inbound, turn: Turn) -> Reply:
    """The typed answer; anything but a yes changes nothing."""
    release = await meant(turn, LAUNCHED)
    if release is None or not (yes_no(event.text) or simplify(event.text) == "1"):
        return say("embargo_kept")
    return await change(event, turn)


async def change(event: Inbound, turn: Turn) -> Reply:
    """[Ya, ubah]: the new hour holds, and everybody who has the terms is told. One that ends now is opened by the clock."""
    release = await meant(turn, LAUNCHED)
    until = _confirmed(turn)
    if release is None or until is None:
        return say("embargo_kept")
    if until < turn.now:
        return await _shown(turn, release, Misread.PAST.value)
    if not await embargoes.change(turn.db, release, until):
        return await _shown(turn, release)
    fresh = await releases.by_id(turn.db, release.id)
    facts = {"until": until.isoformat(), "was": release.embargo_until.isoformat() if release.embargo_until else ""}
    await audit.note(turn.db, turn.person, "embargo_change", releases.subject(release.id), turn.now, facts)
    if until <= turn.now:
        return say("embargo_opening", **brief(release))
    said = await received(turn.db, fresh)
    await outbox.renew(turn.db, releases.subject(fresh.id), said.card, said.facts)
    # A later hour cannot wait for the morning: somebody would publish at the old one.
    later = release.embargo_until is not None and until > release.embargo_until
    purpose, about = Purpose.URGENT if later else Purpose.RELEASE, f"embargo_hour:{release.id}:{int(until.timestamp())}"
    number = await outbox.tell(
        turn.db, embargoes.told(turn.db, fresh), "embargo_changed", {**brief(fresh), **facts}, purpose, about, turn.now
    )
    return say("embargo_set", **brief(fresh), until=until.isoformat(), people=number)


def _confirmed(turn: Turn) -> datetime | None:
    """The hour that was read back: on the button, or kept by the form; now, where it is to end at once."""
    if turn.token.action:
        return moment_of(turn.token.version) if turn.token.version.isdecimal() else turn.now
    held = turn.kept.get("until")
    return None if held is None else datetime.fromisoformat(held) if held else turn.now


async def agree(event: Inbound, turn: Turn) -> Reply:
    """[Saya setuju embargo]: noted once, with the hour that was agreed to; then the whole text."""
    release = await releases.find(turn.db, turn.token.object)
    if release and release.status is Status.RECALLED:
        return Reply((await taken_back(turn.db, release, turn.now),))
    if release is None or release.status not in LAUNCHED:
        return say("release_none_found", asked="")
    if is_under_embargo(release, turn.now) and await embargoes.agree(turn.db, release, turn.person, turn.now):
        until = release.embargo_until.isoformat() if release.embargo_until else ""
        await audit.note(turn.db, turn.person, "embargo_agree", releases.subject(release.id), turn.now, {"until": until})
    await releases.opened(turn.db, release, turn.person, turn.now)
    facts = full_facts(release, await releases.photos(turn.db, release.id), release.launched_at or turn.now, turn.now)
    return say("release_full", **{**facts, "files": []}, preview=False)
