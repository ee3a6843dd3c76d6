"""J11 and R1: from recognised to paid, as staff mark it and as its owners see it."""

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from storage import rechecks
from storage.records import Access, FileKind, Role
from storage.tables import files, watches
from tests.desk import EVERYWHERE, Desk, Somebody
from tests.links import OTHER_SITE, Coverage, coverage, silenced

# Telegram speaks Indonesian here: both languages, one of them on a platform.
TWICE = pytest.mark.parametrize("setting", ["en", "telegram"], indirect=True)
ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)
PAID = ("bayar rekap november SP2D 0456/LS/2026 22-11", "pay recap november SP2D 0456/LS/2026 22-11")


async def recognised(desk: Desk, number: int = 2) -> Coverage:
    """So many links of Rina's and one of Tono's are recognised; Vera has read that."""
    all_of = await coverage(desk)
    await all_of.received(number)
    await all_of.pastes(all_of.tono, f"{OTHER_SITE}/8101/jalan-desa")
    codes = " ".join(f"L-{each}" for each in range(1, number + 2))
    await all_of.vera.says(f"akui {codes}", f"recognise {codes}")
    await silenced(all_of.vera)
    await desk.later(minutes=5)
    for each in (all_of.rina, all_of.tono):
        await silenced(each)
    return all_of


async def marks(vera: Somebody, *typed: str) -> None:
    """She marks what is shown."""
    await vera.says(*typed)
    await vera.presses("Tandai", "Mark as")


async def sent(desk: Desk, who: Somebody, name: str) -> bytes:
    """The newest file of a name, which somebody was sent just now."""
    assert len(who.pictures()) == 1
    async with desk.db() as db:
        digest = await db.value(db.of(files, files.c.digest).where(files.c.name == name).order_by(files.c.id.desc()).limit(1))
    return await desk.app.files.read(digest)


async def sheets(desk: Desk, who: Somebody, name: str = "rekap-2026-11.xlsx") -> dict[str, list[list[object]]]:
    """The workbook that somebody was sent, by its pages."""
    book = load_workbook(io.BytesIO(await sent(desk, who, name)))
    return {page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in book}


@EVERYWHERE
async def test_a_month_goes_from_recognised_to_paid(desk: Desk) -> None:
    all_of = await recognised(desk)
    rina, tono, vera = all_of.rina, all_of.tono, all_of.vera
    await vera.says("rekap november", "recap november")
    vera.sees("Rekap Nov 2026", "Recap Nov 2026")
    vera.sees("3 link, 2 media", "3 links, 2 outlets")
    await vera.presses("Tandai direkap", "Mark as recapped")
    vera.sees("✅ 3 link ditandai direkap. Kabar dikirim ke 2 rekan media", "✅ 3 links are marked as recapped. 2 journalists")
    rina.sees("2 link direkap: L-1, L-2", "2 links recapped: L-1, L-2")
    rina.sees_not("L-3")
    tono.sees("1 link direkap: L-3", "1 link recapped: L-3")
    await rina.says("L-1")
    rina.sees("menunggu tagihan", "waiting for the invoice")
    await marks(vera, "tagih rekap november", "invoice recap november")
    await vera.says("bayar rekap november SPM 0123/LS/2026 18-11", "pay recap november SPM 0123/LS/2026 18-11")
    vera.sees("Dokumen: SPM 0123/LS/2026 Rabu 18 Nov 2026", "Document: SPM 0123/LS/2026 Wednesday 18 Nov 2026")
    await vera.says("ya", "yes")
    await rina.says("status")
    rina.sees(
        "2 diterima · 2 diakui · 0 dicek · 0 ditolak · direkap 2 · ditagih 2 · dibayar 0 (SPM 18-11)",
        "2 received · 2 recognised · 0 being checked · 0 refused · recapped 2 · invoiced 2 · paid 0 (SPM 18-11)",
    )
    await rina.says("L-1")
    rina.sees("menunggu SP2D", "waiting for the SP2D")
    await marks(vera, *PAID)
    await rina.says("status L-1")
    steps = [each.partition(" WIB · ")[2] for each in rina.news().splitlines() if " WIB · " in each]
    assert [each.split(" ")[0] for each in steps] == [
        desk.pick(each)
        for each in (("diterima", "received"), ("diakui", "recognised"), ("direkap", "recapped"), ("ditagih", "invoiced"),
                     ("terbit", "SPM"), ("dibayar", "paid"))
    ]  # fmt: skip
    rina.sees("(SP2D 0456/LS/2026 Minggu 22 Nov 2026)", "(SP2D 0456/LS/2026 Sunday 22 Nov 2026)")
    await vera.says(*PAID)  # again
    vera.sees("Tidak ada link yang sudah ditagih", "No link is invoiced and not yet paid")
    vera.has_no_button("Tandai dibayar", "Mark as paid")


@TWICE
async def test_what_was_marked_is_taken_back_until_something_builds_on_it(desk: Desk) -> None:
    all_of = await recognised(desk)
    rina, vera = all_of.rina, all_of.vera
    await marks(vera, "rekap november", "recap november")
    first = vera.button("Batalkan", "Undo")
    await marks(vera, "tagih rekap november Kabar Misal", "invoice recap november Kabar Misal")
    await vera.presses_token(first)
    vera.sees("Tidak dapat dibatalkan lagi", "can no longer be undone")
    await vera.presses("Batalkan", "Undo")
    vera.sees("1 link kembali", "1 link stands as before")
    all_of.tono.sees("1 link tidak jadi ditagih: L-3", "1 link not invoiced after all: L-3")
    await silenced(rina)
    await vera.presses_token(first)
    vera.sees("3 link kembali", "3 links stand as before")
    rina.sees("2 link tidak jadi direkap: L-1, L-2", "2 links not recapped after all: L-1, L-2")
    await vera.presses_token(first)
    vera.sees("Tidak dapat dibatalkan lagi", "can no longer be undone")
    await rina.says("L-1")
    rina.sees("menunggu direkap", "waiting to be recapped")
    rina.sees("(tanda direkap dibatalkan)", "(mark recapped undone)")
    await marks(vera, "rekap november", "recap november")
    vera.sees("✅ 3 link ditandai direkap", "✅ 3 links are marked as recapped")


@TWICE
async def test_what_changed_after_it_was_shown_is_shown_again(desk: Desk) -> None:
    all_of = await recognised(desk)
    vera = all_of.vera
    await vera.says("rekap november Suara Contoh", "recap november Suara Contoh")
    vera.sees("Rekap Nov 2026, Suara Contoh", "Recap Nov 2026, Suara Contoh")
    old = vera.button("Tandai", "Mark as")
    await vera.says("tidak", "no")
    vera.sees("tidak ada yang ditandai", "nothing is marked")
    await vera.presses_token(old)
    vera.sees("tidak berlaku", "no longer valid")
    await vera.says("rekap november", "recap november")
    other = await desk.staff(Role.VERIFIER, "Wira Teladan")
    await other.says("cabut L-2 halaman hilang", "withdraw L-2 halaman hilang")
    await other.says("ya", "yes")
    await vera.presses("Tandai", "Mark as")
    vera.sees("berubah sejak ditampilkan", "have changed since")
    vera.sees("2 link, 2 media", "2 links, 2 outlets")
    await vera.presses("Tandai", "Mark as")
    vera.sees("✅ 2 link ditandai direkap", "✅ 2 links are marked as recapped")


@TWICE
async def test_a_closed_recap_is_corrected_in_the_next(desk: Desk) -> None:
    all_of = await recognised(desk)
    vera = all_of.vera
    await marks(vera, "rekap november", "recap november")
    await desk.off(days=14)  # 7 December
    await vera.says("cabut L-2 halaman hilang", "withdraw L-2 halaman hilang")
    await vera.says("ya", "yes")
    await all_of.pastes(all_of.rina, "https://suaracontoh.id/2026/12/pasar-desa")
    await vera.says("akui L-4", "recognise L-4")
    await vera.says("tagih rekap november", "invoice recap november")
    vera.sees("2 link, 2 media", "2 links, 2 outlets")
    vera.sees("1 tidak ikut karena tidak lagi diakui: L-2", "1 left out, no longer recognised: L-2")
    await vera.says("tidak", "no")
    await all_of.rina.says("status november")
    all_of.rina.sees("direkap 2 · ditagih 0", "recapped 2 · invoiced 0")
    await silenced(vera)
    await vera.says("rekap", "recap")
    vera.sees("1 dikeluarkan karena tidak lagi diakui: L-2", "1 taken out, no longer recognised: L-2")
    await vera.presses("Tandai", "Mark as")
    all_of.rina.sees("1 link direkap: L-4", "1 link recapped: L-4")
    all_of.rina.sees("1 link dikeluarkan dari rekap: L-2", "1 link taken out of the recap: L-2")
    await all_of.rina.says("status november")
    all_of.rina.sees("direkap 1 · ditagih 0 · dibayar 0 · dikeluarkan 1", "recapped 1 · invoiced 0 · paid 0 · taken out 1")
    await desk.later(seconds=1)
    await vera.says("rekap", "recap")
    changed = list((await sheets(desk, vera, "rekap-2026-12.xlsx")).values())[-1]
    assert [row[:2] for row in changed[1:]] == [["L-2", desk.pick(("dikeluarkan", "taken out"))]]


@ONCE
async def test_before_a_recap_and_a_payment_links_are_looked_at_again(desk: Desk) -> None:
    all_of = await recognised(desk, 1)
    vera, link = all_of.vera, await all_of.link(1)
    async with desk.db() as db:
        await db.change(watches, watches.c.link_id == link.id, state=Access.AWAY, looked_at=desk.now - timedelta(days=3))
        before = await rechecks.of_link(db, link.id)
    await vera.says("rekap november", "recap november")
    vera.sees("1 sedang tidak dapat diakses: L-1", "1 cannot be opened at present: L-1")
    vera.sees("dicek ulang lebih dulu", "being looked at again first")
    async with desk.db() as db:
        after = await rechecks.of_link(db, link.id)
    assert before
    assert after
    assert after.looks > before.looks
    await vera.presses("Tandai", "Mark as")  # it holds nothing up
    vera.sees("✅ 2 link ditandai direkap", "✅ 2 links are marked as recapped")


@TWICE
async def test_who_may_not_and_what_is_missing(desk: Desk) -> None:
    all_of = await recognised(desk, 1)
    vera = all_of.vera
    for typed, answer in (
        (("bayar rekap november", "pay recap november"), ("Sebutkan dokumennya", "Name the document")),
        (("bayar rekap november SPM 18-11", "pay recap november SPM 18-11"), ("Nomor dokumennya", "number is missing")),
        (("bayar rekap november SP2D 12/LS", "pay recap november SP2D 12/LS"), ("Tanggal dokumennya", "date is missing")),
        (("bayar rekap november SP2D 12 1/12/2026", "pay recap november SP2D 12 1/12/2026"), ("belum tiba", "not come yet")),
        (("tagih rekap", "invoice recap"), ("Contoh: tagih rekap november", "For example: invoice recap november")),
        (("tagih rekap november Media Entah", "invoice recap november Media Entah"), ("tidak ditemukan", "There is no outlet")),
        (("rekap oktober", "recap october"), ("Tidak ada link baru", "There are no new links")),
    ):
        await vera.says(*typed)
        vera.sees(*answer)
        vera.has_no_button("Tandai", "Mark as")
    sari, rina = await desk.staff(Role.APPROVER, "Sari Teladan"), all_of.rina
    await sari.says("rekap november", "recap november")
    sari.sees("2 link, 2 media", "2 links, 2 outlets")
    sari.has_no_button("Tandai", "Mark as")
    assert await sheets(desk, sari)
    for who in (sari, rina):
        await who.says("tagih rekap november", "invoice recap november")
        who.sees("di luar tugas Anda", "not part of your")
    await rina.presses_token("ledger_undo.1")
    await rina.says("status")
    rina.sees("direkap 0", "recapped 0")


@pytest.mark.parametrize("setting", ["id", "postgresql"], indirect=True)
async def test_the_sheet_has_the_numbers_of_the_ledger(desk: Desk) -> None:
    all_of = await recognised(desk)
    vera = all_of.vera
    await all_of.pastes(all_of.rina, "https://suaracontoh.id/2026/11/pasar-desa")
    await marks(vera, "rekap november Suara Contoh", "recap november Suara Contoh")
    await desk.later(seconds=1)
    await vera.says("rekap november", "recap november")
    pages = await sheets(desk, vera)
    by_status, by_outlet, by_release, listed, changed = pages.values()
    assert [row[1] for row in by_status[1:]] == [4, 3, 1, 0, 0, 0, 2, 0, 0, 0, 0]
    assert [[row[0], *row[2:]] for row in by_outlet[1:]] == [
        ["Kabar Misal", 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ["Suara Contoh", 3, 2, 1, 0, 0, 0, 2, 0, 0, 0, 0],
    ]
    assert [sum(int(str(row[2])) for row in page[1:]) for page in (by_outlet, by_release)] == [4, 4]
    assert [row[0] for row in listed[1:]] == ["L-1", "L-2", "L-3", "L-4"]
    assert changed[1:] == []
    await vera.says("tidak", "no")
    await vera.says("status november")
    vera.sees(
        "4 diterima · 3 diakui · 1 dicek · 0 ditolak · direkap 2",
        "4 received · 3 recognised · 1 being checked · 0 refused · recapped 2",
    )
    await vera.presses("CSV")
    text = (await sent(desk, vera, "rekap-2026-11.csv")).decode("utf-8-sig").splitlines()
    assert [each.partition(";")[0] for each in text[1:]] == ["L-1", "L-2", "L-3", "L-4"]


async def uploads(desk: Desk, who: Somebody, *rows: str, name: str = "bayar.csv") -> None:
    """They send a sheet of these rows."""
    content = "\n".join(("Kode;Tahap;Nomor;Tanggal", *rows)).encode()
    await who.says("unggah rekap", "upload recap")
    await who.says("", files=(desk._file(FileKind.DOCUMENT, name, "text/csv", content, 0),))


@TWICE
async def test_a_sheet_is_checked_line_by_line_and_applied_once(desk: Desk) -> None:
    all_of = await recognised(desk)
    rina, vera = all_of.rina, all_of.vera
    await uploads(desk, vera, "L-1;direkap;;", "l 2;lunas;0456;20-11-2026", "L-99;direkap;;", "bukan;direkap;;", "L-1;direkap;;",
                  "L-3;dibayar;;", "L-3;entah;;", "L-3;;;")  # fmt: skip
    vera.sees("1 link akan ditandai direkap", "1 link would be marked as recapped")
    for said in (
        ("baris 3, L-2: tahap sebelumnya belum dilalui", "line 3, L-2: the stage before it is missing"),
        ("baris 4, L-99: tidak ditemukan", "line 4, L-99: not found"),
        ("baris 5, bukan: bukan kode link", "line 5, bukan: no code of a link"),
        ("baris 6, L-1: link yang sama", "line 6, L-1: the same link"),
        ("baris 7, L-3: perlu nomor dan tanggal", "line 7, L-3: the number and date"),
        ("baris 8, entah: tahap tidak dikenal", "line 8, entah: unknown stage"),
        ("1 baris tanpa tahap, tidak diubah", "1 line without a stage, not changed"),
    ):
        vera.sees(*said)
    rina.silent()  # nothing is changed yet
    token = vera.button("Terapkan 1 baris", "Apply 1 line")
    await vera.presses_token(token)
    rina.sees("1 link direkap: L-1", "1 link recapped: L-1")
    await vera.presses_token(token)
    vera.sees("tidak berlaku", "no longer valid")
    await vera.presses("Batalkan", "Undo")
    vera.sees("1 link kembali", "1 link stands as before")
    await uploads(desk, vera, "L-1;direkap;;", "L-2;direkap;;")
    token = vera.button("Terapkan 2 baris", "Apply 2 lines")
    await marks(vera, "rekap november Suara Contoh", "recap november Suara Contoh")
    await vera.presses_token(token)  # meanwhile somebody marked them
    vera.sees("berubah sejak ditampilkan", "have changed since")
    vera.sees("2 sudah pada tahap itu", "2 stand there already")
    await marks(vera, "tagih rekap november", "invoice recap november")
    await uploads(desk, vera, "L-1;dibayar;0456/LS;20-11-2026", "L-2;spm;0123/LS;18-11-2026")
    await vera.presses("Terapkan", "Apply")
    rina.sees("1 link dibayar: L-1", "1 link paid: L-1")
    rina.sees("1 link terbit SPM: L-2", "1 link SPM issued: L-2")
    await rina.says("L-1")
    rina.sees("(SP2D 0456/LS Jumat 20 Nov 2026)", "(SP2D 0456/LS Friday 20 Nov 2026)")


@ONCE
async def test_a_file_that_is_no_sheet_is_said_and_changes_nothing(desk: Desk) -> None:
    all_of = await recognised(desk, 1)
    vera = all_of.vera
    await vera.says("unggah rekap", "upload recap")
    await vera.says("besok saja ya")
    vera.sees("Itu bukan berkas", "That is no file")
    for name, content, answer in (
        ("a.xlsx", b"PK\x03\x04 nothing of a workbook", ("tidak dapat dibaca", "could not be read")),
        ("a.csv", b"nama;telepon\nContoh;0812", ("Judul kolomnya tidak kami kenali", "We do not know its column titles")),
        ("a.csv", b"kode;tahap\n=HYPERLINK(1);direkap", ("bukan kode link", "no code of a link")),
    ):
        await vera.says("unggah rekap", "upload recap")
        await vera.says("", files=(desk._file(FileKind.DOCUMENT, name, "text/csv", content, 0),))
        vera.sees(*answer)
        vera.has_no_button("Terapkan", "Apply")
    await vera.says("unggah rekap", "upload recap")
    await vera.says("batal", "cancel")
    await all_of.rina.says("unggah rekap", "upload recap")
    all_of.rina.sees("di luar tugas Anda", "not part of your")
