"""A believable desk to try: an invented regency's press office with a few days behind it, played through the real seam."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.app import App
from bot.channels.sandbox.channel import SandboxChannel, showing
from bot.sandbox.api import OPENED
from bot.sandbox.history import SCENES, Deed
from messages.inbound import Attachment
from messages.templates import SPECS
from storage import accounts, offices, outlets, people, templates
from storage.database import OfficeDb
from storage.records import Account, ChannelKind, FileKind, Language, Medium, OutletId, Role, Standing
from storage.templates import Known

OFFICE: Final = "Humas Kab. Teladan"
ZONE: Final = "Asia/Jakarta"
BEFORE: Final = timedelta(days=7)  # how long ago the invented people registered
OPENS: Final = time(6, 40)  # just before the first thing that happens by itself
WEEKDAY: Final = 2  # Wednesday: the office works the day before and after, and no Friday prayer moves the hours
BETWEEN: Final = timedelta(seconds=20)  # so long that a burst of links has closed
DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True)
class Title:
    """An outlet of the register."""

    name: str
    medium: Medium
    hosts: tuple[str, ...]


@dataclass(frozen=True)
class Player:
    """Somebody of the desk; `outlet` is an outlet's name."""

    name: str
    role: Role
    outlet: str = ""
    standing: Standing = Standing.ACTIVE
    channel: ChannelKind = ChannelKind.SANDBOX


TITLES: Final = (
    Title("Suara Teladan", Medium.ONLINE, ("suarateladan.id",)),
    Title("Kabar Contoh", Medium.ONLINE, ("kabarcontoh.id", "kabarcontoh.com")),
    Title("Contoh Pos", Medium.PRINT, ("contohpos.id",)),
    Title("Radio Gema Teladan", Medium.RADIO, ("gemateladan.id",)),
    Title("TV Teladan", Medium.TV, ("tvteladan.id",)),
    Title("Portal Andai", Medium.ONLINE, ("andai.id/teladan",)),
)
PLAYERS: Final = (
    Player("Rina Contoh", Role.JOURNALIST, "Suara Teladan"),
    Player("Bayu Misal", Role.JOURNALIST, "Kabar Contoh", channel=ChannelKind.WHATSAPP),
    Player("Sari Teladan", Role.DRAFTER),
    Player("Hendra Patut", Role.APPROVER),
    Player("Ratna Mulia", Role.OFFICIAL),
    Player("Vera Cermat", Role.VERIFIER),
    Player("Agus Kepala", Role.ADMIN),
    Player("Hasan Rekaan", Role.JOURNALIST, "Contoh Pos"),
    Player("Dewi Umpama", Role.JOURNALIST, "Radio Gema Teladan"),
    Player("Tono Rekaan", Role.JOURNALIST, "TV Teladan"),
    Player("Maya Andai", Role.JOURNALIST, "Portal Andai", channel=ChannelKind.WHATSAPP),
    Player("Joko Seumpama", Role.OFFICIAL),
    Player("Budi Pendatang", Role.GUEST, standing=Standing.NEW),
)


APPROVED: Final = [
    Known(spec.name, language, spec.category, templates.APPROVED, "GREEN", "") for spec in SPECS for language in Language
]  # as if Meta had looked at them


async def furnish(app: App) -> None:
    """Fill an empty database with the desk and its last days; its clock then stands early on the last Wednesday.

    Call it instead of `open`: there is nothing yet to be opened.
    """
    today = app.now().astimezone(ZoneInfo(ZONE)).date()
    morning = datetime.combine(today - timedelta(days=(today.weekday() - WEEKDAY) % 7), OPENS, ZoneInfo(ZONE))
    app.clock.offset += morning - BEFORE - app.now()
    async with app.database.write() as db:
        office = await offices.add_office(db, OFFICE, ZONE, {"privacy_contact": "pdp@teladan.example"})
        kinds = (ChannelKind.SANDBOX, ChannelKind.WHATSAPP)
        played = [await accounts.add(db, office, kind, f"sandbox {kind}", "") for kind in kinds]
        own = db.of(office)
        await templates.heard(own, played[-1].id, APPROVED, app.now())
        homes = await _settle_in(own, played, app.now())
    for account in played:
        await app.take_on(account)
    for account, chat in homes.values():
        _channel(app, account).open(chat)
    for scene in SCENES:
        at = datetime.combine(morning - timedelta(days=scene.days_ago), scene.at, morning.tzinfo)
        await app.jump(at - app.now())
        for deed in scene.deeds:
            await _play(app, *homes[deed.who], deed, at)
            await app.settle()
            app.clock.move_to(app.now() + BETWEEN)
    await app.jump(morning - app.now())
    async with app.database.write() as db:
        await offices.remember(db, OPENED, app.now().isoformat())


async def _play(app: App, account: Account, chat: str, deed: Deed, at: datetime) -> None:
    """One deed through the real seam. LookupError where the button is not there."""
    channel = _channel(app, account)
    if deed.presses:
        event = channel.pressed(chat, _token(channel, chat, deed.presses))
    else:
        shown = [await _picture(app, *deed.shows)] if deed.shows else []
        words = deed.says.replace("{day}", DAYS[at.weekday()]).replace("{date}", f"{at.day}/{at.month}/{at.year}")
        event = channel.said(chat, words, shown)
    await app.take_in(account, [event])


def _channel(app: App, account: Account) -> SandboxChannel:
    channel = app.desks[account.id].channel
    if not isinstance(channel, SandboxChannel):
        raise TypeError("invented people have sandbox phones")
    return channel


def _token(channel: SandboxChannel, chat: str, label: str) -> str:
    shown = [each for entry in showing(channel.chat(chat)) for row in entry.buttons for each in row]
    found = [each.token for each in shown if each.label == label]
    if not found:
        raise LookupError(f"{chat} has no button {label}, only {[each.label for each in shown]}")
    return found[-1]


async def _picture(app: App, name: str, content: bytes) -> Attachment:
    return Attachment(FileKind.PHOTO, await app.files.keep(content), name, "image/png", len(content))


async def _settle_in(db: OfficeDb, played: Sequence[Account], now: datetime) -> dict[str, tuple[Account, str]]:
    """Register the outlets and the people; gives the account and the chat of each person."""
    register: dict[str, OutletId] = {}
    homes: dict[str, tuple[Account, str]] = {}
    for title in TITLES:
        outlet = await outlets.add(db, title.name, title.medium, now, confirmed=True)
        register[title.name] = outlet.id
        for host, _, path in (each.partition("/") for each in title.hosts):
            await outlets.add_host(db, outlet.id, host, path)
    for number, player in enumerate(PLAYERS, 1):
        account, chat = homes[player.name] = next(each for each in played if each.kind is player.channel), f"phone-{number}"
        person = await people.meet(db, account, chat, chat, player.name, Language.ID, now)
        known = {"registered_at": now} if player.standing is Standing.ACTIVE else {}
        place = {"outlet_id": register[player.outlet], "work": "wartawan"} if player.outlet else {}
        await people.change(db, person.id, role=player.role, standing=player.standing, **known, **place)
    return homes
