"""A believable desk to try: an invented regency's press office with a few days behind it, played through the real seam."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.app import App
from bot.channels.sandbox.api import OPENED
from storage import accounts, offices, outlets, people
from storage.database import OfficeDb
from storage.records import Account, ChannelKind, Language, Medium, OutletId, Role, Standing

OFFICE: Final = "Humas Kab. Teladan"
ZONE: Final = "Asia/Jakarta"
BEFORE: Final = timedelta(days=7)  # how long ago the invented people registered


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
    Player("Bayu Misal", Role.JOURNALIST, "Kabar Contoh"),
    Player("Sari Teladan", Role.DRAFTER),
    Player("Hendra Patut", Role.APPROVER),
    Player("Ratna Mulia", Role.OFFICIAL),
    Player("Vera Cermat", Role.VERIFIER),
    Player("Agus Kepala", Role.ADMIN),
    Player("Hasan Rekaan", Role.JOURNALIST, "Contoh Pos"),
    Player("Dewi Umpama", Role.JOURNALIST, "Radio Gema Teladan"),
    Player("Tono Rekaan", Role.JOURNALIST, "TV Teladan"),
    Player("Maya Andai", Role.JOURNALIST, "Portal Andai"),
    Player("Joko Seumpama", Role.OFFICIAL),
    Player("Budi Pendatang", Role.GUEST, standing=Standing.NEW),
)


async def furnish(app: App) -> None:
    """Fill an empty database with the desk and its last days; the clock stands at the real time afterwards.

    Call it before `open`, which would start to speak for the account at once.
    """
    real = app.now()
    app.clock.offset -= BEFORE
    async with app.database.write() as db:
        office = await offices.add_office(db, OFFICE, ZONE, {"privacy_contact": "pdp@teladan.example"})
        account = await accounts.add(db, office, ChannelKind.SANDBOX, "sandbox", "")
        await _settle_in(db.of(office), account, app.now())
    await app.take_on(account)
    await app.jump(real - app.now())
    app.clock.offset = timedelta()
    async with app.database.write() as db:
        await offices.remember(db, OPENED, app.now().isoformat())


async def _settle_in(db: OfficeDb, account: Account, now: datetime) -> None:
    register: dict[str, OutletId] = {}
    for title in TITLES:
        outlet = await outlets.add(db, title.name, title.medium, now, confirmed=True)
        register[title.name] = outlet.id
        for host, _, path in (each.partition("/") for each in title.hosts):
            await outlets.add_host(db, outlet.id, host, path)
    for number, player in enumerate(PLAYERS, 1):
        chat = f"phone-{number}"
        person = await people.meet(db, account, chat, chat, player.name, Language.ID, now)
        known = {"registered_at": now} if player.standing is Standing.ACTIVE else {}
        place = {"outlet_id": register[player.outlet], "work": "wartawan"} if player.outlet else {}
        await people.change(db, person.id, role=player.role, standing=player.standing, **known, **place)
