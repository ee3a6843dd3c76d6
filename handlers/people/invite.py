"""*undang*: an admin lets one person join, with a code that works once and words that can be forwarded as they are."""

import secrets
from datetime import timedelta

from handlers.grammar import choice_in, simplify
from handlers.people.team import GIVEN
from handlers.turn import Reply, Turn, say
from messages.card import Saying
from messages.inbound import Inbound
from storage import accounts, audit, join_codes
from storage.records import Role

WORDS = (
    "undang", "invite", "undang orang", "undang orang baru", "undang petugas", "undang petugas baru", "undang anggota",
    "tambah petugas", "tambah orang", "tambah anggota", "invite somebody", "add staff",
)  # fmt: skip
GOOD_FOR = timedelta(days=7)
SPOKEN = {
    "wartawan": Role.JOURNALIST, "journalist": Role.JOURNALIST, "penyusun": Role.DRAFTER, "drafter": Role.DRAFTER,
    "verifikator": Role.VERIFIER, "verifier": Role.VERIFIER, "penyetuju": Role.APPROVER, "approver": Role.APPROVER,
    "pejabat": Role.OFFICIAL, "official": Role.OFFICIAL, "admin": Role.ADMIN,
    "auditor": Role.AUDITOR, "pemeriksa": Role.AUDITOR, "bendahara": Role.TREASURER, "treasurer": Role.TREASURER,
}  # fmt: skip


async def show(event: Inbound, turn: Turn) -> Reply:
    """*undang*, *undang penyusun*."""
    role = _spoken(turn.argument)
    return await _invite(role, turn) if role else _whom()


async def pick(event: Inbound, turn: Turn) -> Reply:
    """As what, by button."""
    return await _invite(Role(turn.token.version), turn) if turn.token.version in GIVEN else _whom()


async def hear_role(event: Inbound, turn: Turn) -> Reply:
    """As what, in words or by the button's number."""
    chosen = choice_in(event.text, len(GIVEN))
    role = GIVEN[chosen] if chosen is not None else _spoken(event.text)
    return await _invite(role, turn) if role else _whom(problem="choose")


def _spoken(text: str) -> Role | None:
    return SPOKEN.get(simplify(text).removeprefix("undang ").removeprefix("invite ").removeprefix("sebagai "))


def _whom(problem: str = "") -> Reply:
    return say("invite_whom", then="invite_role", roles=list(GIVEN), problem=problem)


async def _invite(role: Role, turn: Turn) -> Reply:
    code, until = secrets.token_urlsafe(12), turn.now + GOOD_FOR
    await join_codes.add(turn.db, code, role, until)
    await audit.note(turn.db, turn.person, "invited", f"role:{role}", turn.now)
    facts = {"role": role, "until": until.isoformat()}
    named = [{"kind": kind, "name": name} for kind, name in await accounts.names(turn.db)]
    return Reply((Saying("invite_made", facts), Saying("invite_forward", facts | {"code": code, "accounts": named})))
