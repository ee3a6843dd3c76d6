"""H8, S2: who is invited is reminded, who comes is noted at the door, and staff see who came, invited or not."""

import io
from datetime import UTC, datetime, timedelta

import pytest
import segno
from openpyxl import load_workbook
from PIL import Image

from bot.drawing import EDGE, PIXELS
from handlers.invitations import codes
from storage import accounts, invitations, tables
from storage.records import ChannelKind, Language
from tests.desk import EVERYWHERE, Desk, Somebody
from tests.events import Hosts, hosts

EIGHT = datetime(2026, 11, 23, 8)  # noqa: DTZ001 - as a workbook has it, in the office's time
SHEET: dict[Language, list[tuple[object, ...]]] = {
    Language.ID: [
        ("Nama", "Diundang", "Jawaban", "Tiba", "Kelompok"),
        ("Ani Contoh", "ya", "⏳ belum dijawab", None, "diundang-tidak"),
        ("Budi Contoh", "tidak", "⏳ belum dijawab", EIGHT + timedelta(minutes=1), "tidak diundang-hadir"),
        ("Eka Contoh", "tidak", "⏳ belum dijawab", EIGHT + timedelta(minutes=2), "tidak diundang-hadir"),
        ("Rina Contoh", "ya", "⏳ belum dijawab", EIGHT, "diundang-hadir"),
        ("Tono Contoh", "ya", "❌ tidak", None, "diundang-tidak"),
    ],
    Language.EN: [
        ("Name", "Invited", "Answer", "Arrived", "Group"),
        ("Ani Contoh", "yes", "⏳ not answered", None, "invited, absent"),
        ("Budi Contoh", "no", "⏳ not answered", EIGHT + timedelta(minutes=1), "uninvited, came"),
        ("Eka Contoh", "no", "⏳ not answered", EIGHT + timedelta(minutes=2), "uninvited, came"),
        ("Rina Contoh", "yes", "⏳ not answered", EIGHT, "invited, came"),
        ("Tono Contoh", "yes", "❌ not coming", None, "invited, absent"),
    ],
}
ZONES = {"id": ("Asia/Jakarta", "WIB"), "en": ("Asia/Makassar", "WITA"), "telegram": ("Asia/Jayapura", "WIT"),
         "whatsapp": ("Asia/Jayapura", "WIT")}  # fmt: skip
TOMORROW = ("Panen raya di Pendopoan, besok 10.00", "Harvest at Pendopoan, tomorrow 10:00")


async def door_code(room: Hosts) -> str:
    """The code as staff show it at the door."""
    await room.dina.says("kode U-1", "code U-1")
    return codes.code_at((await room.latest()).secret, room.desk.now)


async def made(desk: Desk, mime: str) -> bytes:
    """The last file of its kind that the desk made."""
    async with desk.db() as db:
        rows = await db.rows(db.of(tables.files).where(tables.files.c.mime.contains(mime)).order_by(tables.files.c.id))
    return await desk.app.files.read(rows[-1].digest)


async def listed(desk: Desk) -> list[tuple[object, ...]]:
    """The rows of the workbook that was made last."""
    sheet = load_workbook(io.BytesIO(await made(desk, "spreadsheetml"))).active
    assert sheet
    return list(sheet.iter_rows(values_only=True))


async def drawn(desk: Desk) -> list[list[int]]:
    """The squares of the picture that was drawn last, without the white around them; 1 is dark."""
    picture = Image.open(io.BytesIO(await made(desk, "image/png"))).convert("L")
    squares = range(EDGE * PIXELS + PIXELS // 2, picture.width - EDGE * PIXELS, PIXELS)
    return [[int(picture.getpixel((x, y)) == 0) for x in squares] for y in squares]


NAME = "humas_teladan"
OPENS = {
    ChannelKind.TELEGRAM: "https://t.me/{name}?start={code}",
    ChannelKind.WHATSAPP: "https://wa.me/{name}?text=mulai%20{code}",
    ChannelKind.SANDBOX: "{code}",  # it has no address
}


async def encoded(desk: Desk, code: str) -> list[list[int]]:
    """The squares that a camera needs to open the link."""
    opened = OPENS[desk.account.kind].format(name=NAME, code=code)
    return [[int(square) for square in row] for row in segno.make(opened, error="q", micro=False).matrix]


async def counted(desk: Desk) -> dict[str, int]:
    """What the database counts."""
    async with desk.db() as db:
        held = await invitations.by_number(db, 1)
        assert held
        return await invitations.counts(db, held)


@pytest.mark.parametrize("setting", ["id", "en", "telegram", "whatsapp", "postgresql"], indirect=True)
async def test_who_comes_is_noted_by_a_code_or_a_link_and_told_apart(desk: Desk) -> None:
    room = await hosts(desk)
    rina, tono, ani = [await desk.journalist(name) for name in ("Rina Contoh", "Tono Contoh", "Ani Contoh")]
    await room.sends(("Rapat di Pendopoan, hari ini 09.00", "Meeting at Pendopoan, today 09:00"))
    budi, eka = await desk.journalist("Budi Contoh"), await desk.journalist("Eka Contoh")  # invited by nobody
    await tono.presses("Tidak", "I do not")
    first = await door_code(room)
    room.dina.sees(" ".join(first))
    await rina.says(first.lower())
    rina.sees("✅ Selamat datang. Anda tercatat hadir di U-1", "✅ Welcome. You are noted as present at U-1")
    await rina.says(first)
    rina.sees("sudah tercatat hadir", "have been noted")
    await desk.later(seconds=60)
    await budi.says(first)  # the code of the last minute still holds
    budi.sees("✅ Selamat datang", "✅ Welcome")
    await desk.later(seconds=60)
    await eka.says(first)
    eka.sees("❌ Kode itu tidak berlaku", "❌ That code is not valid")
    await room.dina.presses("Perbarui", "Refresh")
    assert " ".join(first) not in room.dina.reads() or not desk.app.desks[desk.account.id].channel.abilities.can_replace
    link = codes.link(await room.latest())
    await eka.says(f"/start {link}")
    eka.sees("✅ Selamat datang", "✅ Welcome")
    await eka.says(f"/start {link[:-1]}{int(link[-1] == '0')}")
    eka.sees("❌ Kode itu tidak berlaku", "❌ That code is not valid")
    await room.dina.says("hadir U-1", "attend U-1")
    room.dina.sees("Diundang, hadir: 1\nRina Contoh", "Invited, came: 1\nRina Contoh")
    room.dina.sees("Tidak diundang, hadir: 2\nBudi Contoh, Eka Contoh", "Not invited, came: 2\nBudi Contoh, Eka Contoh")
    room.dina.sees("Diundang, belum hadir: 2\nAni Contoh, Tono Contoh", "Invited, not here yet: 2\nAni Contoh, Tono Contoh")
    await room.dina.presses("Unduh XLSX", "Download XLSX")
    room.dina.sees("Daftar hadir U-1", "Attendance of U-1")
    assert await listed(desk) == SHEET[desk.language]
    assert await counted(desk) == {"invited": 3, "yes": 0, "no": 1, "came": 1, "uninvited": 2}
    await room.dina.says("kode U-1", "code U-1")
    async with desk.app.database.write() as every:
        await accounts.call(every, desk.account.id, NAME)
    await room.dina.presses("QR pintu", "Door QR")
    room.dina.sees("QR pintu U-1", "Door QR of U-1")
    assert await drawn(desk) == await encoded(desk, link)
    await ani.says("kode U-1", "code U-1")
    ani.sees("di luar tugas Anda", "not part of your work")


@pytest.mark.parametrize("setting", ["id", "en"], indirect=True)
async def test_guessing_is_bounded_and_the_door_opens_around_the_event(desk: Desk) -> None:
    room, rina = await hosts(desk), await desk.journalist("Rina Contoh")
    await room.sends(("Rapat di Pendopoan, hari ini 12.00", "Meeting at Pendopoan, today 12:00"))
    await rina.says("BCDF")
    rina.sees("belum kami tangkap", "did not get that")
    await rina.says(f"/start {codes.link(await room.latest())}")
    rina.sees("Dibuka Senin 23 Nov 2026 10.00 WIB", "From Monday 23 Nov 2026 10:00 WIB")
    await desk.later(hours=4)
    right = await door_code(room)
    wrong = [each for each in ("BCDF", "GHJK", "LMNP", "QRST", "VWXZ", "ZXWV") if each != right][:5]
    for guess in wrong:
        await rina.says(guess)
        rina.sees("❌ Kode itu tidak berlaku", "❌ That code is not valid")
    await rina.says(right)
    rina.sees("Terlalu banyak kode keliru", "Too many wrong codes")
    await desk.later(minutes=11)
    await rina.says(await door_code(room))
    rina.sees("✅ Selamat datang", "✅ Welcome")
    await room.dina.says(await door_code(room))  # to try it
    room.dina.sees("Yang dicatat hadir hanya rekan media", "Only journalists are noted")
    assert (await counted(desk))["uninvited"] == 0
    stranger = await desk.stranger()
    await stranger.says(f"/start {codes.link(await room.latest())}")
    stranger.sees("daftar", "register")
    await desk.later(hours=8)
    await rina.says(f"/start {codes.link(await room.latest())}")
    rina.sees("Acaranya sudah selesai", "The event is over")
    await room.dina.says("hadir U-1", "attend U-1")
    room.dina.sees("Diundang, tidak hadir: 0", "Invited, did not come: 0")
    await room.dina.says("batal U-1", "cancel U-1")
    room.dina.sees("sudah dimulai atau selesai", "has begun or is over")


@pytest.fixture
async def zone(desk: Desk, setting: str) -> str:
    """The office lies in the zone of this run, whose clock shows nine or ten where it showed eight."""
    name, short = ZONES[setting]
    async with desk.app.database.write() as db:
        await db.run(tables.offices.update().where(tables.offices.c.id == desk.office.id).values(zone=name))
    return short


async def invited(desk: Desk) -> tuple[Hosts, list[Somebody]]:
    """Three are invited to tomorrow at ten; one comes, one does not, one is silent."""
    room = await hosts(desk)
    people = [await desk.journalist(name) for name in ("Rina Contoh", "Tono Contoh", "Budi Contoh")]
    await room.sends(TOMORROW)
    await people[0].presses("Hadir", "I come")
    await people[1].presses("Tidak", "I do not")
    return room, people


@EVERYWHERE
async def test_who_comes_or_is_silent_is_reminded_the_day_before_and_two_hours_before(desk: Desk, zone: str) -> None:
    _, (rina, tono, budi) = await invited(desk)
    await desk.later(hours=9)  # past 16.00 in every zone
    for each in (rina, budi):
        each.sees("Besok: U-1, Panen raya", "Tomorrow: U-1, Harvest")
        each.sees(f"10.00 {zone}", f"10:00 {zone}")
    budi.sees("Anda belum menjawab", "You have not answered yet")
    rina.sees("Catatan: Parkir", "Note: Parkir")
    await budi.presses("Hadir", "I come")
    await desk.later(hours=16)
    for each in (rina, budi):
        each.sees("Dua jam lagi: U-1", "In two hours: U-1")
    tono.sees_not("Besok: U-1", "Tomorrow: U-1")
    assert rina.news().count(desk.pick(("Besok: U-1", "Tomorrow: U-1"))) == 1


@pytest.mark.parametrize("setting", ["id", "en"], indirect=True)
async def test_an_event_that_is_moved_is_reminded_of_anew_and_one_that_is_off_not_at_all(desk: Desk) -> None:
    room, (rina, _, budi) = await invited(desk)
    await room.dina.says("ubah U-1 Rabu 10.00", "change U-1 Wednesday 10:00")
    await room.sari.presses("Setujui", "Approve")
    await desk.later(hours=30)
    rina.sees_not("Besok: U-1", "Tomorrow: U-1")
    await desk.later(hours=4)
    for each in (rina, budi):
        each.sees("Besok: U-1", "Tomorrow: U-1")
    await room.dina.says("ubah U-1 jam 09.00", "change U-1 at 09:00")  # at six in the evening
    await room.sari.presses("Setujui", "Approve")
    await desk.later(hours=4)
    assert rina.news().count(desk.pick(("Besok: U-1", "Tomorrow: U-1"))) == 1  # they have just been told
    await room.dina.says("ubah U-1 tempat Aula Contoh", "change U-1 place Aula Contoh")  # at ten at night: it waits
    await room.sari.presses("Setujui", "Approve")
    changes = rina.news().count(desk.pick(("⚠️ U-1 berubah", "⚠️ U-1 has changed")))
    await room.dina.says("batal U-1", "cancel U-1")
    await room.dina.presses("Ya, batalkan", "Yes, cancel it")
    rina.sees("❌ U-1 dibatalkan", "❌ U-1 is cancelled")
    await desk.later(hours=12)
    assert rina.news().count(desk.pick(("⚠️ U-1 berubah", "⚠️ U-1 has changed"))) == changes == 2
    rina.sees_not("Dua jam lagi", "In two hours")


@pytest.mark.parametrize(("setting", "hours", "reminded"), [("id", 25, True), ("en", 27, False)], indirect=["setting"])
async def test_of_reminders_that_were_missed_the_last_is_said_before_the_event_and_none_after(
    desk: Desk, hours: int, reminded: bool
) -> None:
    room, (rina, *_) = await invited(desk)
    await desk.off(hours=hours)
    said = rina.news().count(desk.pick(("Hari ini: U-1", "Today: U-1")))  # an hour before
    assert (said, rina.news().count(desk.pick(("Besok: U-1", "Tomorrow: U-1")))) == (int(reminded), 0)
    assert (desk.pick(("Pengingat U-1", "The reminder of U-1")) in room.dina.news()) is not reminded
    await desk.off(days=1)
    assert room.dina.news().count(desk.pick(("Pengingat U-1", "The reminder of U-1"))) == int(not reminded)


@pytest.mark.parametrize("setting", ["id"], indirect=True)
async def test_a_reminder_that_waits_while_the_place_changes_names_the_new_one(desk: Desk) -> None:
    room, (_, _, budi) = await invited(desk)
    desk.app.clock.move_to(datetime(2026, 11, 23, 9, tzinfo=UTC))  # four in the afternoon
    await desk.app._bell.ring()
    await desk.slow_down(0, 3600)
    await room.dina.says("ubah U-1 tempat Aula Contoh")
    await room.sari.presses("Setujui")
    budi.sees_not("Besok: U-1")
    await desk.later(hours=1)
    budi.sees("Besok: U-1")
    budi.sees("Aula Contoh")
