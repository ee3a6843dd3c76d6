"""Making an invitation: only what is missing is asked for, one thing at a time; then the whole is shown with all to do next."""

from typing import Final

from handlers import audience
from handlers.grammar import simplify
from handlers.invitations.composition import FIELDS, OPTIONAL, compose, missing, placed_at, take
from handlers.invitations.lifecycle import OUT, UNFINISHED, Move, after
from handlers.invitations.shown import meant, stands, told, which, zone
from handlers.invitations.version import rewrite
from handlers.turn import PRESSED, Reply, Turn, instead, say
from handlers.when import Misread
from messages.card import Saying
from messages.inbound import Inbound
from storage import audit, invitations, people
from storage.records import EventDetails, Invitation, InvitationStatus

SKIPS: Final = frozenset({"lewati", "lewat", "skip", "tidak ada", "none", "-"})


async def make(event: Inbound, turn: Turn) -> Reply:
    """*buat undangan*, with what there is behind it or nothing yet."""
    details, misread = compose(turn.argument, turn.now, zone(turn))
    if not details.title:
        return _ask(0, "title", list(FIELDS[1:-1]), "")
    return await _begin(turn, details, misread)


async def _begin(turn: Turn, details: EventDetails, misread: Misread | None) -> Reply:
    """A draft with its first piece, so that an interruption loses nothing."""
    held = await invitations.add(turn.db, turn.person, details.title, turn.now)
    await audit.note(turn.db, turn.person, "draft", invitations.subject(held.id), turn.now)
    fresh = await rewrite(turn.db, held, details, turn.person, turn.now) or held
    open_fields = [each for each in FIELDS[:-1] if not getattr(details, each)]
    return await _next(turn, fresh, open_fields, misread.value if misread else "")


async def _next(turn: Turn, held: Invitation, open_fields: list[str], problem: str = "") -> Reply:
    """The next question, or the whole."""
    if not open_fields:
        return await preview(turn, held)
    return _ask(held.id, open_fields[0], open_fields[1:], problem if open_fields[0] == "starts_at" else "")


def _ask(invitation_id: int, field: str, rest: list[str], problem: str) -> Reply:
    keep = {"invitation": invitation_id, "field": field, "rest": rest}
    facts = {"id": invitation_id, "field": field, "problem": problem, "optional": field in OPTIONAL}
    return say("invitation_ask", then="invitation_field", keep=keep, **facts)


async def hear(event: Inbound, turn: Turn) -> Reply:
    """What was answered; a pin on the map where the place is asked."""
    field, rest = turn.kept.get("field", "title"), turn.kept.get("rest", [])
    held = await invitations.find(turn.db, turn.kept.get("invitation", 0))
    if field in OPTIONAL and simplify(event.text) in SKIPS:
        return await skip(event, turn)
    details = held.details if held else EventDetails()
    if event.pin and field == "place":
        taken: EventDetails | Misread | None = placed_at(details, event.pin)
    else:
        taken = take(details, field, event.text, turn.now, zone(turn))
    if not isinstance(taken, EventDetails):
        return _ask(held.id if held else 0, field, rest, taken.value if taken else "unclear")
    if held is None:
        return await _begin(turn, taken, None)
    if field == "place" and not taken.place:  # a bare pin: where that is, in words
        await rewrite(turn.db, held, taken, turn.person, turn.now)
        return _ask(held.id, "place", rest, "name")
    fresh = await rewrite(turn.db, held, taken, turn.person, turn.now)
    return await _next(turn, fresh, rest) if fresh else await stands(turn, held)


async def skip(event: Inbound, turn: Turn) -> Reply:
    """[Lewati]: the invitation does without."""
    held, field = await invitations.find(turn.db, turn.kept.get("invitation", 0)), turn.kept.get("field")
    if held is None or field not in OPTIONAL or turn.token.version not in {"", field}:
        return say("desk_stale")
    return await _next(turn, held, turn.kept.get("rest", []))


async def preview(turn: Turn, held: Invitation, was: InvitationStatus = InvitationStatus.DRAFT) -> Reply:
    """The invitation as it would be received, how many would receive it, and what can be done with it."""
    census = await people.census(turn.db, audience.audience(held.audience))
    facts = {**told(held), "census": census, "missing": missing(held.details), "was": was.value}
    return say("invitation_preview", **facts)


async def show(event: Inbound, turn: Turn) -> Reply:
    """A draft with what it still lacks; one that is out, how it stands."""
    held = await meant(turn, UNFINISHED)
    if held is None:
        return await which(turn)
    if held.status in OUT or held.status is InvitationStatus.DISCARDED:
        return await stands(turn, held)
    if lacking := missing(held.details):
        return await _next(turn, held, lacking)
    return await preview(turn, held)


async def edit(event: Inbound, turn: Turn) -> Reply:
    """[Ubah]: what is to be changed."""
    held = await meant(turn, UNFINISHED)
    if held is None:
        return await which(turn)
    if after(held.status, Move.EDIT) is None and after(held.status, Move.PROPOSE) is None:
        return await stands(turn, held)
    return say("invitation_edit", id=held.id, code=held.code, out=held.status is InvitationStatus.SENT)


async def pick(event: Inbound, turn: Turn) -> Reply:
    """One thing of a draft is asked anew."""
    held, field = await meant(turn, UNFINISHED), turn.token.version
    if held is None or field not in {each.replace("_", "") for each in FIELDS}:
        return await which(turn)
    if after(held.status, Move.EDIT) is None:
        return await stands(turn, held)
    return _ask(held.id, next(each for each in FIELDS if each.replace("_", "") == field), [], "")


async def receivers(event: Inbound, turn: Turn) -> Reply:
    """[Penerima]: for which media; with one chosen, that one is taken in or out."""
    held = await meant(turn, UNFINISHED)
    if held is None:
        return await which(turn)
    if after(held.status, Move.EDIT) is None:
        return await stands(turn, held)
    if turn.token.version:
        chosen = audience.toggled(held.audience, turn.token.version)
        held = await _receive(turn, held, chosen) or held
    return await _receivers(turn, held)


async def hear_receivers(event: Inbound, turn: Turn) -> Reply:
    """The media in words, such as "online dan tv"."""
    held, chosen = await meant(turn, UNFINISHED), audience.said(event.text)
    if held is None:
        return await which(turn)
    if chosen is None:
        return await _receivers(turn, held, unclear=True)
    fresh = await _receive(turn, held, chosen)
    return await preview(turn, fresh) if fresh else await stands(turn, held)


async def _receive(turn: Turn, held: Invitation, chosen: str) -> Invitation | None:
    details = EventDetails(**{**vars(held.details), "audience": chosen})
    return await rewrite(turn.db, held, details, turn.person, turn.now)


async def _receivers(turn: Turn, held: Invitation, *, unclear: bool = False) -> Reply:
    census = await people.census(turn.db, audience.audience(held.audience))
    facts = {**told(held), "census": census, "unclear": unclear}
    said = Saying("invitation_receivers", facts, replaces=PRESSED if turn.token.version else "")
    return Reply((said,), then="invitation_to", keep={"invitation": held.id})


async def discard(event: Inbound, turn: Turn) -> Reply:
    """[Buang], asked once: the button that follows puts it away."""
    held = await meant(turn, UNFINISHED)
    to = after(held.status, Move.DISCARD) if held else None
    if held is None or to is None:
        return await stands(turn, held) if held else await which(turn)
    if turn.token.version != "yes":
        return say("invitation_discard", id=held.id, code=held.code, title=held.title)
    if not await invitations.move(turn.db, held, to, send_at=None):
        return await stands(turn, held)
    await audit.note(turn.db, turn.person, "discard", invitations.subject(held.id), turn.now)
    return instead("invitation_discarded", id=held.id, code=held.code)
