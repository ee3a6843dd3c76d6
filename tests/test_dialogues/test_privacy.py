"""*dataku*, *hapus data saya* and its 72 hours: what goes, what stays, and that a name, a number and a handle stand nowhere."""

from pathlib import Path

import pytest

from storage import people
from storage.records import Role, Standing
from storage.tables import addresses, links
from tests.desk import Desk, Somebody
from tests.test_dialogues.test_erased_words import everything

NAME, NUMBER, HANDLE = "Zulfiqarina Misalkan", "6281299887766", "@zulfi_misal"


async def asks_to_be_erased(rina: Somebody) -> None:
    """Asked, and sure."""
    await rina.says("hapus data saya", "delete my data")
    rina.sees("Yakin dihapus?", "Are you sure?")
    await rina.says("ok siap")  # which may be meant for a release that has just come
    rina.sees("Yakin dihapus?", "Are you sure?")
    await rina.says("ya, hapus", "yes, delete")


async def test_who_asks_is_erased_within_72_hours_and_told_what_stays(desk: Desk) -> None:
    adi = await desk.staff(Role.ADMIN, "Adi Teladan")
    rina = await desk.journalist("Rina Contoh", hosts=["contoh.id"])
    await rina.says("https://contoh.id/berita/123")
    await desk.later(seconds=10)
    await rina.says("hapus data saya", "delete my data")
    rina.sees("Yang tetap disimpan", "What stays")
    await rina.says("tidak", "no")  # the refusal
    rina.sees("tidak ada yang dihapus", "nothing was erased")
    await rina.says("hapus data saya", "delete my data")
    await rina.says("profil", "profile")  # the interruption: the question still waits
    await rina.says("oke siap", "okay")  # meant for something else
    rina.sees("ketik ya, hapus", "type yes, delete")
    await rina.says("ya", "yes")
    rina.sees("Permintaan D-1 kami terima", "your request D-1")
    rina.sees("Kamis 26 Nov 2026 08.00", "Thursday 26 Nov 2026 08:00")
    adi.sees("D-1: permintaan hapus data", "D-1: a request to be erased")
    assert "Rina" not in adi.news()
    assert (await rina.record()).standing is Standing.LEFT
    await rina.says("hapus akun", "delete my account")  # the repeat
    rina.sees("Permintaan D-1 sedang berjalan", "Request D-1 is under way")
    person = await rina.record()
    await desk.off(hours=49)
    adi.sees("hampir lewat waktu", "almost over")
    await desk.off(hours=22, minutes=30)
    await desk.later(minutes=11)
    adi.sees("D-1 selesai", "D-1 is done")
    assert "data Anda" in rina.reads() or "your data" in rina.reads()
    async with desk.db() as db:
        assert (await people.by_id(db, person.id)).name == "—"
        assert await db.rows(db.of(addresses).where(addresses.c.person_id == person.id)) == []
        assert len(await db.rows(db.of(links).where(links.c.person_id == person.id))) == 1
    assert await rina_is_a_stranger(desk, rina)


async def rina_is_a_stranger(desk: Desk, rina: Somebody) -> bool:
    async with desk.db() as db:
        return await people.by_user_key(db, desk.account, rina.chat) is None


async def test_staff_need_not_wait_for_the_clock_and_a_request_can_be_taken_back(desk: Desk) -> None:
    adi = await desk.staff(Role.ADMIN, "Adi Teladan")
    rina, budi = await desk.journalist("Rina Contoh"), await desk.journalist("Budi Misal")
    await asks_to_be_erased(rina)
    back = rina.button("Batalkan permintaan", "Take the request back")
    await rina.presses_token(back)
    rina.sees("dibatalkan", "taken back")
    await rina.presses_token(back)
    rina.sees("sudah tidak berlaku", "button")
    await asks_to_be_erased(rina)
    await rina.says("daftar", "register")
    await rina.presses("Setuju", "I agree")  # whoever comes back wants to stay
    rina.sees("Selamat datang kembali", "Welcome back")
    await asks_to_be_erased(budi)
    await adi.says("permintaan data", "data requests")
    adi.sees("D-3")
    adi.sees_not("D-1 ·")
    now = adi.button("Hapus D-3 sekarang", "Erase D-3 now")
    await adi.presses_token(now)
    adi.sees("D-3 dijalankan", "D-3 is running")
    budi.sees("Ini pesan terakhir", "our last message")
    await adi.presses_token(now)
    adi.sees("tidak berlaku", "button")
    await desk.later(minutes=11)
    adi.sees("D-3 selesai", "D-3 is done")
    await desk.off(days=4)
    assert (await rina.record()).standing is Standing.ACTIVE
    assert await rina_is_a_stranger(desk, budi)
    last = await adi.record()
    await adi.says("hapus data saya", "delete my data")  # the last admin stays
    adi.sees("admin")
    assert (await adi.record()).standing is last.standing


@pytest.mark.parametrize("setting", ["telegram", "whatsapp"], indirect=True)  # in the sandbox: test_erased_words.py
async def test_a_planted_name_number_and_handle_stand_nowhere_but_in_evidence(desk: Desk, tmp_path: Path) -> None:
    """In fields, in their own words, in what staff were told and typed; then the bytes of file, log and next backup are read."""
    adi = await desk.staff(Role.ADMIN, "Adi Teladan")
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    zulfi = await desk.stranger(NAME)
    await zulfi.says("daftar", "register")
    for answer in ("ya", NAME, "Suara Contoh", "1", "1", f"Kecamatan {HANDLE[1:]}", "ya"):
        await zulfi.says(answer)
    await zulfi.says(f"hubungi saya di {HANDLE} atau {NUMBER}")
    vera.sees(NAME)
    await vera.presses("Terima", "Accept")
    await vera.says(f"anggota {NAME}", f"members {NAME}")
    await adi.says(f"blokir {NAME}", f"block {NAME}")  # a form in whose middle the name stands
    await zulfi.says(f"tolong catat nomor {NUMBER}, akun {HANDLE}")
    await zulfi.says("dataku", "my data")
    person = await zulfi.record()
    async with desk.db() as db:
        await db.change(addresses, addresses.c.person_id == person.id, phone=NUMBER)
    held = everything(desk, tmp_path)
    assert all(word.encode() in held for word in (NAME, NUMBER, HANDLE)), "nothing was planted"
    await asks_to_be_erased(zulfi)
    await adi.presses("Hapus sekarang", "Erase now")
    await desk.later(minutes=11)
    left = everything(desk, tmp_path)
    assert [word for word in (NAME, NUMBER, HANDLE, zulfi.chat) if len(word) > 6 and word.encode() in left] == []
    desk.nothing_went_wrong()
    assert not any(word in str(desk.log) for word in (NAME, NUMBER, HANDLE))
