"""The messages that the office needs a platform's approval for, beside what the platform says of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.channels.base import Templated, TemplateDraft, TemplateState
from bot.speech import post_news
from handlers.permissions import Permission, roles_with
from messages.card import News, Saying
from messages.inbound import Inbound, Review
from messages.templates import SPECS
from storage import offices, people, templates
from storage.database import EveryOfficeDb, OfficeDb
from storage.records import Account
from storage.templates import Known

DRAFTS = tuple(
    TemplateDraft(spec.name, language, spec.category, body, spec.samples, spec.labels[language])
    for spec in SPECS
    for language, body in spec.body.items()
)
PENDING = "PENDING"
WATCHED = ("status", "category", "quality")


@dataclass(frozen=True)
class Approval:
    """One message: what was known of it before, and what the platform says now; None where it has none of that name."""

    draft: TemplateDraft
    before: Known | None
    now: Known | None

    def __str__(self) -> str:
        """In one line, and one more for each thing that has changed."""
        name = f"{self.draft.name} ({self.draft.language})"
        if self.now is None:
            return f"{name}: ❌ not there. Put it forward with: main.py templates --submit"
        words = ", ".join(filter(None, (self.now.status, self.now.category, self.now.quality, self.now.reason)))
        mark = "✅" if self.now.approved else "⏳" if self.now.status == PENDING else "❌"
        changed = [f"\n   ⚠️ {field} was {before}, is {now}" for field, (before, now) in self.changes.items()]
        return f"{name}: {mark} {words}{''.join(changed)}"

    @property
    def changes(self) -> Mapping[str, tuple[str, str]]:
        """What the platform has changed since it was last asked: field -> before and now."""
        if self.before is None or self.now is None:
            return {}
        pairs = {name: (getattr(self.before, name), getattr(self.now, name)) for name in WATCHED}
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


async def ask(channel: Templated, *, submit: bool) -> list[TemplateState]:
    """What the platform knows; what is missing is put forward first, where that is wanted. Raises SendError."""
    found = await channel.templates()
    there = {(each.name, each.language) for each in found}
    missing = [draft for draft in DRAFTS if (draft.name, draft.language) not in there]
    return [*found, *[await channel.submit_template(draft) for draft in missing]] if submit else found


async def note(db: EveryOfficeDb, account: Account, found: Sequence[TemplateState], now: datetime) -> list[Approval]:
    """Remember what was heard, so that delivery knows what it may send, and compare it with what was known."""
    office = db.of(await offices.office_by_id(db, account.office_id))
    before = _by_name(await templates.known(office, account.id))
    heard = [Known(each.name, each.language, each.category, each.status, each.quality, each.reason) for each in found]
    await templates.heard(office, account.id, heard, now)
    after = _by_name(heard)
    keys = [(draft.name, str(draft.language)) for draft in DRAFTS]
    return [Approval(draft, before.get(key), after.get(key)) for draft, key in zip(DRAFTS, keys, strict=True)]


async def hear(every: EveryOfficeDb, db: OfficeDb, account: Account, event: Inbound, now: datetime) -> None:
    """What the platform says unasked: noted at once, and told to staff where a message can be sent no more, or costs other."""
    said = event.review
    if said is None:
        return
    at = datetime.fromtimestamp(said.at, UTC) if said.at else now
    known = Known(said.name, said.language, said.category, said.status, said.quality, said.reason)
    before, after = await templates.told(db, account.id, known, at)
    if saying := _worth_saying(said, before, after):
        staff = await people.with_roles(db, roles_with(Permission.SEND))
        await post_news(db, [News(each.id, saying) for each in staff], now)


def _worth_saying(said: Review, before: Known, after: Known) -> Saying | None:
    if said.name not in {spec.name for spec in SPECS}:
        return None
    named = {"name": said.name, "language": said.language}
    if after.status not in {before.status, templates.APPROVED, PENDING}:
        return Saying("template_stopped", {**named, "status": after.status, "reason": after.reason})
    if before.category and after.category != before.category:
        return Saying("template_moved", {**named, "before": before.category, "now": after.category})
    return None


def _by_name(known: Sequence[Known]) -> dict[tuple[str, str], Known]:
    return {(each.name, each.language): each for each in known}
