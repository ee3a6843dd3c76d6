"""What `doctor` looks at. Each check gives findings in one line each: what is so, and what to do where it is wrong."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from bot.approvals import DRAFTS
from bot.channels.base import SendError
from bot.clock import OFFSET
from bot.finding import Finding
from bot.heartbeat import late
from bot.portrait.painter import browser
from bot.seals import Sealed
from bot.settings import Settings
from bot.setup import bot_name, template_states
from storage import accounts, audit, inbox, migrate, offices, openings, people, restored
from storage.database import Database, EveryOfficeDb
from storage.records import Account, AccountState, ChannelKind, Office, Role
from storage.templates import APPROVED

SHOWN = 5  # of a kind; the rest is counted
CLOCK_MARGIN = timedelta(minutes=2)  # that two machines' clocks may differ


Check = Callable[[EveryOfficeDb, Settings, datetime], Awaitable[Sequence[Finding]]]


async def examine(settings: Settings, now: datetime) -> Sequence[Finding]:
    """All findings, in the order in which they should be mended. Changes nothing."""
    findings = [Finding(True, "settings", "complete"), await _steps(settings)]
    if not findings[-1].good:
        return findings
    database = Database(settings.database_url)
    try:
        findings.append(await _durability(database))
        for check in CHECKS:
            async with database.read() as db:
                findings += await check(db, settings, now)
    finally:
        await database.close()
    return findings


async def _steps(settings: Settings) -> Finding:
    try:
        pending = await asyncio.to_thread(migrate.pending, settings.database_url)
    except migrate.TooNew as reason:
        return Finding(False, "database", str(reason))
    except Exception as reason:  # noqa: BLE001 - whatever the driver says, a person has to read it
        words = f"cannot be opened ({_first_line(str(reason)) or type(reason).__name__})"
        return Finding(False, "database", words, "Look at MEJA_DATABASE_URL, and whether the database runs")
    if pending:
        return Finding(False, "database", f"lacks {', '.join(pending)}", "Type: main.py migrate")
    return Finding(True, "database", "up to date")


async def _durability(database: Database) -> Finding:
    what, durable = await database.durability()
    return Finding(durable, "database", what, "" if durable else "Turn it on, or a power cut loses what was stored")


async def _offices(db: EveryOfficeDb, _settings: Settings, _now: datetime) -> Sequence[Finding]:
    known = await offices.all_offices(db)
    if not known:
        return [Finding(False, "office", "there is none", "Type: main.py office add 'Humas …', or start with: main.py run")]
    return [await _office(db, each) for each in known]


async def _office(db: EveryOfficeDb, office: Office) -> Finding:
    admins = await people.with_roles(db.of(office), (Role.ADMIN,))
    if admins:
        return Finding(True, "office", f"{office.name} ({office.zone})")
    remedy = f"Type: main.py invite --role admin --office '{office.name}'"
    return Finding(False, "office", f"{office.name} has no admin", remedy)


async def _accounts(db: EveryOfficeDb, settings: Settings, _now: datetime) -> Sequence[Finding]:
    known = [each for each in await accounts.everyone(db) if each.kind is not ChannelKind.SANDBOX]
    if not known:
        remedy = "Set MEJA_TELEGRAM_TOKEN or MEJA_WHATSAPP_TOKEN before the first start, or type: main.py account add"
        return [Finding(False, "account", "there is none", remedy)]
    return await asyncio.gather(*(_account(each, settings) for each in known))


async def _account(account: Account, settings: Settings) -> Finding:
    subject, again = f"{account.kind} {account.name}", "main.py account add"
    api, again = {
        ChannelKind.WHATSAPP: (settings.whatsapp_api, f"{again} --kind whatsapp --phone-id {account.name}"),
    }.get(account.kind, (settings.telegram_api, again))
    try:
        name = await bot_name(account, settings)
    except Sealed as reason:
        return Finding(False, subject, str(reason))
    except SendError as reason:
        remedy = f"If its token was changed, type: {again}; else see whether {api} can be reached"
        return Finding(False, subject, f"did not answer ({reason.detail})", remedy)
    if account.state is AccountState.BROKEN:
        return Finding(False, subject, f"@{name} was stopped: {account.note}", f"Type: {again}")
    return Finding(True, subject, f"@{name} answers")


async def _templates(db: EveryOfficeDb, settings: Settings, _now: datetime) -> Sequence[Finding]:
    """Whether the messages that need a platform's approval have it; that its business answers at all is looked at with it."""
    there = [each for each in await accounts.everyone(db) if each.kind is ChannelKind.WHATSAPP]
    return await asyncio.gather(*(_approved(each, settings) for each in there))


async def _approved(account: Account, settings: Settings) -> Finding:
    subject = f"{account.kind} {account.name}"
    try:
        found = await template_states(account, settings) or ()
    except (Sealed, SendError) as reason:
        words = f"its templates cannot be seen ({reason.detail if isinstance(reason, SendError) else reason})"
        return Finding(False, subject, words, "See whether the token may manage the business of MEJA_WHATSAPP_BUSINESS_ID")
    approved = {(each.name, each.language) for each in found if each.status == APPROVED}
    lacking = [f"{each.name} ({each.language})" for each in DRAFTS if (each.name, each.language) not in approved]
    if lacking:
        return Finding(False, subject, f"not approved: {', '.join(lacking)}", "Type: main.py templates --submit")
    return Finding(True, subject, f"{len(DRAFTS)} templates approved")


async def _openings(db: EveryOfficeDb, _settings: Settings, now: datetime) -> Sequence[Finding]:
    """How near an office is to the number of people whom WhatsApp lets it write to first in a day."""
    findings = []
    for office in await offices.all_offices(db):
        if limit := await openings.allowed(db.of(office)):
            used = await openings.used(db.of(office), now)
            words = f"{used} of {limit} people written to first in the last 24 hours"
            remedy = "" if used < limit else "The others wait and go by themselves; Meta raises the limit with good quality"
            findings.append(Finding(used < limit, office.name, words, remedy))
    return findings


async def _clock(db: EveryOfficeDb, _settings: Settings, now: datetime) -> Sequence[Finding]:
    offset = float(await offices.remembered(db, OFFSET) or 0)
    real = any(each.kind is not ChannelKind.SANDBOX for each in await accounts.everyone(db))
    if offset and real:
        return [Finding(False, "clock", f"is moved by {offset:.0f} s, as only a sandbox may", "Use a database of its own")]
    last = await inbox.last_received(db)
    if last and last - timedelta(seconds=offset) > now + CLOCK_MARGIN:
        words = f"it is {now:%d %b %Y %H:%M} UTC here, yet messages were received at {last:%d %b %Y %H:%M}"
        return [Finding(False, "clock", words, "Set this machine's clock")]
    return [Finding(True, "clock", f"{now:%d %b %Y %H:%M} UTC")]


async def _events(db: EveryOfficeDb, _settings: Settings, _now: datetime) -> Sequence[Finding]:
    aside = await inbox.aside(db)
    if not aside:
        return [Finding(True, "events", f"none put aside, {await inbox.unread(db)} waiting")]
    shown = [Finding(False, f"event {number}", f"put aside: {_first_line(fault)}") for number, _, fault in aside[:SHOWN]]
    words = f"{len(aside)} could not be read or answered"
    return [Finding(False, "events", words, "They are kept; tell the developers what stands here"), *shown]


async def _restored(db: EveryOfficeDb, _settings: Settings, _now: datetime) -> Sequence[Finding]:
    words, remedy = "what waited in the backup is held", "Admins are asked in chat; or type: main.py held"
    return [Finding(False, "restore", f"{words} in {each.name}", remedy) for each in await restored.waiting(db)]


async def _audit(db: EveryOfficeDb, _settings: Settings, _now: datetime) -> Sequence[Finding]:
    findings = []
    for office in await offices.all_offices(db):
        broken = await audit.first_broken(db.of(office))
        if broken is not None:
            words = f"row {broken} of {office.name} is not as it was sealed"
            findings.append(Finding(False, "audit", words, "Somebody changed the database by hand: compare with a backup"))
    return findings or [Finding(True, "audit", "every seal fits")]


async def _punctual(db: EveryOfficeDb, settings: Settings, now: datetime) -> Sequence[Finding]:
    """Whether all that was due has run, and who outside would notice if it did not."""
    watcher = urlsplit(settings.heartbeat_url).hostname
    outside = f"{watcher} is called each minute while all has run" if watcher else "nobody outside would notice a standstill"
    findings = [Finding(True, "heartbeat", outside, "" if watcher else "Set MEJA_HEARTBEAT_URL to be told")]
    remedy = "See whether main.py run runs, and what its log says"
    return findings + [
        Finding(False, each.office.name if each.office else "desk", f"{each.name} was due {each.due:%d %b %H:%M} UTC", remedy)
        for each in (await late(db, now))[:SHOWN]
    ]


def _first_line(words: str) -> str:
    return words.strip().partition("\n")[0][:120]


async def _pictures(_db: EveryOfficeDb, settings: Settings, _now: datetime) -> Sequence[Finding]:
    if not settings.evidence_pictures:
        return []
    if program := browser():
        return [Finding(True, "pictures", f"drawn by {program}")]
    words = "there is no Chromium on the PATH, or no kernel that can refuse it the network"
    return [Finding(False, "pictures", words, "Install chromium, or set MEJA_EVIDENCE_PICTURES=false")]


CHECKS: tuple[Check, ...] = (_offices, _accounts, _templates, _openings, _clock, _restored, _events, _audit, _pictures, _punctual)
