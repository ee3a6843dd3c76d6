"""When an account only fails it is stopped, and admins are told where they can still be reached."""

from dataclasses import dataclass
from datetime import datetime

from bot.channels.base import Problem, SendError
from bot.speech import post_news
from handlers.permissions import Permission, roles_with
from messages.card import News, Saying
from storage import accounts, audit, offices, people
from storage.database import EveryOfficeDb
from storage.records import Account

MOST = 10  # failures of one kind in a row
# Each of the others says something about one person, or makes the account wait by itself.
COUNTED = frozenset({Problem.REFUSED, Problem.UNSURE})


@dataclass
class Row:
    """Failures of one kind, one after the other."""

    kind: str = ""
    length: int = 0

    def worked(self) -> None:
        """A call succeeded."""
        self.kind, self.length = "", 0

    def failed(self, error: SendError) -> bool:
        """Count a failure; True from the tenth of its kind on."""
        if error.problem not in COUNTED:
            return False
        kind = f"{error.problem} {error.detail[:60]}"
        self.length = self.length + 1 if kind == self.kind else 1
        self.kind = kind
        return self.length >= MOST


async def stop(db: EveryOfficeDb, account: Account, why: str, now: datetime) -> None:
    """Stop an account and tell every admin who has another way to us; of many who stop it at once, one tells."""
    if not await accounts.stop(db, account.id, why):
        return
    office = db.of(await offices.office_by_id(db, account.office_id))
    await audit.note(office, None, "stop_account", f"account:{account.id}", now, {"why": why[:200]})
    said = Saying("account_stopped", {"id": account.id, "kind": account.kind, "why": why[:200]})
    for admin in await people.with_roles(office, roles_with(Permission.RULE)):
        address = await people.address_of(office, admin.id)
        if address and address.account_id != account.id:
            await post_news(office, [News(admin.id, said)], now)
