"""[Lanjutkan] under the news that an account was stopped: what waits is sent, and if it fails again it stops again."""

from handlers.turn import Reply, Turn, instead
from messages.inbound import Inbound
from storage import accounts, audit, outbox
from storage.records import AccountId


async def resume(event: Inbound, turn: Turn) -> Reply:
    """Once; who comes second is told that it runs."""
    account_id = AccountId(turn.token.object)
    if await accounts.resume(turn.db, account_id):
        await outbox.hurry(turn.db, account_id, turn.now)
        await audit.note(turn.db, turn.person, "resume_account", f"account:{account_id}", turn.now)
    return instead("account_resumed")
