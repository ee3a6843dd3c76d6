"""*kurs 16.250*: the rupiah for a dollar in which WhatsApp's prices are estimated; an admin sets it, asked once whether so."""

import re
from typing import Final

from handlers.grammar import simplify, yes_no
from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage import audit, offices
from storage.offices import DEFAULTS

AMOUNT: Final = re.compile(r"(?:rp)?[.\s]*([0-9]{1,3}(?:[.,\s]?[0-9]{3}){1,2})(?:[.,][0-9]{1,2})?")
LEAST, MOST = 5_000, 100_000


async def ask(event: Inbound, turn: Turn) -> Reply:
    """The rate as it is, or whether it shall be the one that was typed."""
    now, typed = rate(turn), simplify(turn.argument)
    if not typed:
        return say("rate", rate=now)
    found = AMOUNT.fullmatch(typed)
    wanted = int(re.sub(r"[.,\s]", "", found[1])) if found else 0
    if not LEAST <= wanted <= MOST:
        return say("rate_wrong", least=LEAST, most=MOST)
    return say("rate_confirm", then="rate_confirm", keep={"rate": wanted}, rate=wanted, before=now)


async def hear(event: Inbound, turn: Turn) -> Reply:
    """Yes or no, in words."""
    answer, wanted = yes_no(event.text), turn.kept["rate"]
    if answer is None:
        return say("rate_confirm", then="rate_confirm", keep=turn.kept, rate=wanted, before=rate(turn))
    return await (accept if answer else keep)(event, turn)


async def accept(event: Inbound, turn: Turn) -> Reply:
    """The rate is another from now on."""
    wanted = turn.token.object or turn.kept.get("rate", 0)
    if not LEAST <= wanted <= MOST:
        return say("desk_stale")
    if wanted != rate(turn):
        await offices.change_settings(turn.db, rupiah_per_dollar=wanted)
        await audit.note(turn.db, turn.person, "rate", "office", turn.now, {"rupiah": wanted})
    return say("rate_set", rate=wanted)


async def keep(event: Inbound, turn: Turn) -> Reply:
    """It stays."""
    return say("rate", rate=rate(turn))


def rate(turn: Turn) -> int:
    """Rupiah for a dollar, as the office reckons."""
    return int((DEFAULTS | turn.db.office.settings)["rupiah_per_dollar"])
