"""Staff send a register, see what would become of it, apply it once and take it back; nobody hears of it."""

from datetime import date

import pytest

from bot.sheets import read_rows, write
from handlers.imports import write_out
from handlers.imports.columns import Kind, table_in
from handlers.imports.plan import planned
from handlers.imports.register import known
from handlers.sheet import Sheet
from storage import imports, outlets
from storage.records import Medium, OutletId, Role
from storage.tables import addresses
from tests.desk import EVERYWHERE, Desk, Somebody

OUTLETS = b"DAFTAR MEDIA;;\nnama_media;website;jenis\nTeladan Pos;www.teladanpos.example;cetak\nRadio Misal;;radio\n"
PEOPLE = Sheet(
    "Wartawan",
    ("Nama Wartawan", "Media", "No HP", "Jabatan", "Wilayah", "NIK"),
    [
        ("Budi Contoh", "Teladan Pos", "0812-0000-2222", "wartawan", "Kota", "1"),
        ("Citra Contoh", "Media Asing", "0813", "", "", "2"),
    ],
)


async def sends(staff: Somebody, name: str, content: bytes) -> None:
    await staff.says("impor", "import")
    staff.sees("XLSX")
    await staff.says("", files=[staff.desk.document(name, content)])


async def outlet(desk: Desk, name: str) -> OutletId | None:
    async with desk.db() as db:
        found = await outlets.named(db, name)
    return found.id if found else None


@EVERYWHERE
async def test_a_register_of_outlets_is_checked_applied_once_and_undone(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    await sends(vera, "media.csv", OUTLETS)
    vera.sees("Media baru: 2", "New outlets: 2")
    vera.sees("Belum ada yang diubah", "Nothing is changed yet")
    assert await outlet(desk, "Teladan Pos") is None
    apply = vera.button("Terapkan", "Apply")
    await vera.presses_token(apply)
    vera.sees("✅ media.csv")
    number = await outlet(desk, "Teladan Pos")
    assert number
    undo = vera.button("Batalkan impor", "Undo import")
    await vera.presses_token(apply)  # a second press
    vera.sees("sudah diterapkan", "applied already")
    tono = await desk.journalist("Tono Contoh", "Teladan Pos")
    await vera.presses_token(undo)  # somebody writes for it by now
    vera.sees("sudah dipakai: Teladan Pos", "in use: Teladan Pos")
    async with desk.db() as db:
        await outlets.merge(
            db, await outlets.by_id(db, number), await outlets.add(db, "Lain", Medium.PRINT, desk.now, confirmed=True)
        )
    await vera.presses_token(undo)
    vera.sees("dibatalkan", "undone")
    assert await outlet(desk, "Radio Misal") is None
    await vera.presses_token(undo)
    vera.sees("sudah dibatalkan", "undone already")
    tono.silent()


async def test_people_are_expected_and_register_themselves(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    async with desk.db() as db:
        await outlets.add(db, "Teladan Pos", Medium.PRINT, desk.now, confirmed=True)
    await sends(vera, "wartawan.xlsx", write("wartawan.xlsx", [PEOPLE]))
    vera.sees("baris 3: media “Media Asing” belum ada", "line 3: the outlet “Media Asing” is not")
    vera.sees("Kolom yang tidak dipakai: NIK", "Columns not used: NIK")
    await vera.presses("Terapkan", "Apply")
    vera.sees("belum terdaftar", "not registered yet")
    undo = vera.button("Batalkan impor", "Undo import")
    vera.sees("Yang tidak dipakai dan alasannya", "What was left out, and why")
    async with desk.db() as db:
        assert [(each.name, each.phone) for each in await imports.awaited(db)] == [("Budi Contoh", "6281200002222")]
        assert not [each for each in await imports.everybody(db) if each.name == "Budi Contoh"]
    budi = await desk.stranger("Budi")
    await budi.says("halo")
    person = await budi.record()
    async with desk.db() as db:
        await db.change(addresses, addresses.c.person_id == person.id, phone="6281200002222")  # as a platform vouches for it
    await budi.says("daftar", "register")
    budi.sees_not("Budi Contoh")  # before they agree nothing is shown
    await budi.presses("Setuju", "I agree")
    budi.sees("Budi Contoh")
    budi.sees("Teladan Pos")
    await budi.presses("Kirim", "Send")
    vera.sees("Tercantum di daftar", "Listed in the register")
    await vera.presses_token(undo)  # too late
    vera.sees("sudah dipakai: Budi Contoh", "in use: Budi Contoh")


@pytest.mark.parametrize("setting", ["id", "en"], indirect=True)
async def test_a_file_that_is_no_register_changes_nothing(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    ayu = await desk.journalist("Ayu Contoh")
    await ayu.says("impor", "import")
    ayu.sees("di luar tugas Anda", "not part of your work")
    await vera.says("impor media", "import outlets")
    await vera.says("ini berkasnya", "here it is")
    vera.sees("bukan berkas", "no file")
    await vera.says("", files=[desk.document("media.xls", b"x")])
    vera.sees("XLSX tanpa kata sandi", "XLSX without a password")
    await vera.says("", files=[desk.document("media.xlsx", b"PK\x03\x04 rusak")])
    vera.sees("Berkasnya rusak", "damaged")
    await vera.says("impor media", "import outlets", files=[desk.document("lain.csv", b"apa;saja\n1;2\n")])  # with its words
    vera.sees("Judul kolomnya tidak kami kenali", "do not know the titles")
    await sends(vera, "dua.csv", b"nama media;website;wartawan;no hp\nMisal Pos;misal.example;Dedi Contoh;0812000033\n")
    await vera.presses("Daftar media", "Outlets")
    vera.sees("jenis Misal Pos kosong", "no kind given for Misal Pos")
    async with desk.db() as db:
        await outlets.add(db, "Misal Pos", Medium.ONLINE, desk.now, confirmed=True)  # meanwhile, by somebody else
    await vera.presses("Terapkan", "Apply")
    vera.sees("sudah berubah sejak diperiksa", "has changed since it was checked")
    await vera.presses("Batal", "Cancel")
    vera.sees("tidak jadi", "not applied")
    async with desk.db() as db:
        assert not [each for each in await imports.places(db) if each.host == "misal.example"]


@pytest.mark.parametrize("setting", ["id"], indirect=True)
async def test_what_is_written_out_changes_nothing_when_it_is_read_in(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    await desk.journalist("Tono Contoh", "Teladan Pos", hosts=["teladanpos.example"])
    async with desk.db() as db:
        pos = await outlets.named(db, "Teladan Pos")
        assert pos
        await outlets.add_host(db, pos.id, "misal.example", "/oki", since=date(2024, 1, 1), until=date(2026, 3, 12))
        await outlets.add_alias(db, pos.id, "TP")
    await sends(vera, "wartawan.xlsx", write("wartawan.xlsx", [PEOPLE]))
    await vera.presses("Terapkan", "Apply")
    await vera.says("ekspor media csv", "export outlets csv")
    assert len(vera.pictures()) == 1
    await vera.says("ekspor", "export")
    await vera.presses("Daftar wartawan", "Journalists")
    assert len(vera.pictures()) == 1
    async with desk.db() as db:
        for kind, name in ((Kind.OUTLETS, "a.csv"), (Kind.OUTLETS, "a.xlsx"), (Kind.PEOPLE, "a.csv"), (Kind.PEOPLE, "a.xlsx")):
            written = await write_out.sheet(db, kind)
            read = table_in(read_rows(write(name, [written])))
            assert read
            made = planned(kind, read, await known(db))
            assert (made.made, made.remarks, made.unchanged) == (0, (), len(written.rows))
