"""Whether people may be written to freely now, and what is said to the others: an approved template, or nothing yet."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.render import Renderer
from messages.card import Part
from messages.templates import KNOCK, shown, template_for
from storage import charges, occurrences, openings, outbox, people, templates
from storage.database import EveryOfficeDb, OfficeDb
from storage.offices import office_by_id
from storage.records import Account, OutboxRow, Purpose, Wait

MARGIN = timedelta(minutes=5)  # a talk that is about to close is taken for closed


@dataclass(frozen=True)
class Talks:
    """Looks at the rows of one claim."""

    db: EveryOfficeDb
    account: Account
    open_for: timedelta | None  # how long a talk stays open after a person's last word; None for ever
    now: datetime
    opened: set[str] = field(default_factory=set)  # chats of this claim that are written to first

    async def closed(self, rows: Sequence[OutboxRow]) -> set[str]:
        """The chats among these rows that may not be written to freely."""
        if self.open_for is None or not rows:
            return set()
        oldest = self.now - self.open_for + MARGIN
        said = await people.silent_since(self.db, self.account.id, {row.chat for row in rows})
        return {chat for chat, at in said.items() if at is None or at <= oldest}

    async def instead(self, row: OutboxRow, renderer: Renderer) -> Part | Wait:
        """The row as a template, or what it has to wait for; somebody it waits for is told once a day that it does."""
        office = self.db.of(await office_by_id(self.db, row.office_id))
        whole = row.part == 1  # the rest of a longer text has no template
        template = template_for(row.card, row.facts, await renderer.speaker(row)) if whole else None
        if template is None:
            await self._knock(office, row)
            return Wait.TALK
        approved = {(each.name, each.language) for each in await templates.known(office, self.account.id) if each.approved}
        if (template.name, template.language) not in approved:
            return Wait.TEMPLATE
        if await occurrences.happened(office, charges.key(charges.CEILING, self._today(office))):
            return Wait.CEILING
        if not await self._opens(office, row.chat):
            return Wait.OPENINGS
        card = shown(template)
        return Part(card.blocks, card.choices, template=template)

    async def _opens(self, office: OfficeDb, chat: str) -> bool:
        """Whether the platform lets us write first to one more person today, or has let us to this one."""
        limit = await openings.allowed(office)
        if not limit or chat in self.opened or await openings.among(office, {chat}, self.now):
            return True
        if await openings.used(office, self.now) + len(self.opened) >= limit:
            return False
        self.opened.add(chat)  # of this claim, called in a moment
        return True

    async def _knock(self, office: OfficeDb, row: OutboxRow) -> None:
        if row.purpose is Purpose.PROGRESS:
            return
        person, key = await people.by_id(office, row.person_id), f"{KNOCK}:{row.account_id}:{row.chat}:{self._today(office)}"
        facts = {"purpose": row.purpose}
        await outbox.post(office, person, row.account_id, row.chat, KNOCK, facts, self.now, purpose=Purpose.NOTICE, key=key)

    def _today(self, office: OfficeDb) -> date:
        return self.now.astimezone(ZoneInfo(office.office.zone)).date()
