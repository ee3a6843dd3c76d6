"""Links come in: any text that holds some, as many messages as it takes. Nothing is said until the burst closes."""

import re
from dataclasses import replace

from handlers.grammar import DASHES, code_in, simplify, yes_no
from handlers.links import burst as gathering
from handlers.links.canonical import Kind, canonical
from handlers.links.doubt import Doubt
from handlers.links.extract import links_in
from handlers.turn import Reply, Turn, say
from messages.inbound import Happening, Inbound
from storage import audit, bursts, links, outlets
from storage.bursts import Burst
from storage.records import Json, LinkState

TAKEN_BACK = re.compile(
    rf"(?:hapus|tarik|batal|batalkan|salah kirim|delete|remove|take back|cancel)(?: link| kembali)? l{DASHES}\d{{1,9}}"
)
WORDS = 20_000  # characters kept around the links of a burst


def fits(event: Inbound) -> bool:
    """Whether a message holds links."""
    return event.happening is Happening.SAID and bool(links_in(event.text))


def fits_amid(event: Inbound) -> bool:
    """Whether a message in the middle of a form is links all the same: a bare host may be the answer that is asked for."""
    return fits(event) and any(canonical(link).kind is not Kind.REFUSED for link in links_in(event.text))


async def hear(event: Inbound, turn: Turn) -> Reply:
    """Gather the links; answered at once where there are as many as one burst holds."""
    burst = await _gathered(event, turn)
    if len(burst.typed) < gathering.MOST:
        return Reply()
    said = await gathering.answer(turn.db, burst, turn.now)
    return Reply((said,) if said else ())


async def _gathered(event: Inbound, turn: Turn) -> Burst:
    """The chat's open burst with the links of this message, or a new one."""
    place = (turn.account.id, event.chat)
    burst = await bursts.current(turn.db, *place) or await bursts.begin(turn.db, turn.person.id, *place, turn.now)
    while True:
        came = {link: turn.now.isoformat() for link in links_in(event.text) if link not in burst.typed}
        fuller = replace(burst, typed={**burst.typed, **came}, words=_with(burst, event))
        if await _kept(fuller, turn):
            return fuller
        burst = await bursts.begin(turn.db, turn.person.id, *place, turn.now)  # it was closed a moment ago


def _with(burst: Burst, event: Inbound) -> str:
    return f"{burst.words}\n{event.text}"[-WORDS:]


async def _kept(burst: Burst, turn: Turn) -> bool:
    """Whether it could be kept; it waits for more from now."""
    closes_at = min(turn.now + gathering.QUIET, burst.opened_at + gathering.LONGEST)
    return await bursts.extend(turn.db, burst, burst.typed, burst.words, closes_at)


async def beside(event: Inbound, turn: Turn) -> bool:
    """Words right after links, such as *untuk rilis beras ya bang*, are theirs; False where none are being gathered."""
    burst = await bursts.current(turn.db, turn.account.id, event.chat)
    return burst is not None and await _kept(replace(burst, words=_with(burst, event)), turn)


async def close(event: Inbound, turn: Turn) -> Reply:
    """Something else comes: what was gathered in this chat is answered first."""
    burst = await bursts.current(turn.db, turn.account.id, event.chat)
    said = await gathering.answer(turn.db, burst, turn.now) if burst else None
    return Reply((said,) if said else ())


def is_send(event: Inbound) -> bool:
    """*kirim* and nothing else: for who may send no release it can only mean links."""
    return event.happening is Happening.SAID and not event.files and simplify(event.text) in {"kirim", "send"}


async def how(event: Inbound, turn: Turn) -> Reply:
    """*kirim link* without one."""
    return say("links_how")


async def also(event: Inbound, turn: Turn) -> Reply:
    """*Saya juga menulis di X*: staff see the claim with the links."""
    outlet = await outlets.find(turn.db, turn.token.object)
    if outlet is None:
        return say("desk_stale")
    doubted = await links.in_doubt(turn.db, turn.person, outlet.id, Doubt.OTHER)
    claimed = [each for each in doubted if await links.settle_outlet(turn.db, each, outlet.id, Doubt.CLAIMED)]
    for each in claimed:
        await audit.note(turn.db, turn.person, "claim", links.about(each), turn.now, {"outlet": outlet.id})
    known = claimed or await links.in_doubt(turn.db, turn.person, outlet.id, Doubt.CLAIMED)
    if not known:
        return say("links_nothing_open", outlet=outlet.name)
    return say("links_claimed", outlet=outlet.name, codes=[each.code for each in known])


def takes_back(event: Inbound) -> bool:
    """Whether somebody says of one link that it was sent by mistake."""
    return event.happening is Happening.SAID and TAKEN_BACK.fullmatch(simplify(event.text)) is not None


async def ask_back(event: Inbound, turn: Turn) -> Reply:
    """*tarik L-12*: asked once, because a link that was taken back is counted no more."""
    number = code_in(event.text, "L") or 0
    link = await links.by_number(turn.db, number)
    if link is None or link.person_id != turn.person.id:
        return say("link_unknown", number=str(number), own=True)
    if link.state is not LinkState.RECEIVED:
        return say("links_stands", code=link.code, state=link.state, reason=link.reason)
    return _sure_back({"id": link.id, "code": link.code, "address": link.address})


def _sure_back(kept: Json) -> Reply:
    return say("links_take_back", then="take_back", keep=kept, **kept)


async def hear_back(event: Inbound, turn: Turn) -> Reply:
    """The answer in words."""
    answer = yes_no(event.text)
    if answer is None:
        return _sure_back(turn.kept)
    return await _taken_back(turn.kept["id"], turn) if answer else await keep(event, turn)


async def keep(event: Inbound, turn: Turn) -> Reply:
    """*Tidak*: the link stays."""
    return say("links_kept")


async def mistaken(event: Inbound, turn: Turn) -> Reply:
    """*Salah kirim*: the link ends, and its owner may still send it."""
    return await _taken_back(turn.token.object, turn)


async def _taken_back(link_id: int, turn: Turn) -> Reply:
    link = await links.find(turn.db, link_id)
    if link is None or link.person_id != turn.person.id:
        return say("desk_stale")
    if link.state is LinkState.RECEIVED and await links.take_back(turn.db, link, turn.person, turn.now):
        await audit.note(turn.db, turn.person, "take_back", links.about(link), turn.now)
        return say("links_taken_back", code=link.code)
    return say("links_stands", code=link.code, state=link.state, reason=link.reason)
