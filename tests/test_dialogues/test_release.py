"""H1–H3: a release is gathered, previewed, and approved by somebody else, in exactly the version that was shown."""

from storage import releases
from storage.records import Release, Role, Status
from tests.desk import Desk, Somebody

TEXT = """SIARAN PERS  Nomor: 480/231/DISKOMINFO/XI/2026
PEMKAB SALURKAN BERAS UNTUK 312 KK TERDAMPAK BANJIR
TELADAN – Pemerintah kabupaten menyalurkan beras kepada 312 kepala keluarga terdampak banjir, Minggu (22/11/2026).
"Stok cukup untuk dua pekan, kami utamakan lansia dan balita," ujar Plt. Kepala BPBD, Ir. Fulan bin Fulan, M.Si.
Warga, Siti Contoh (41), berharap jalan desa yang putus segera diperbaiki.
(Rilis Diskominfo/ab)   Narahubung: Humas, 0812-0000-0000"""
HEADLINE = "PEMKAB SALURKAN BERAS UNTUK 312 KK TERDAMPAK BANJIR"


async def drafted(desk: Desk, dina: Somebody) -> None:
    """A release of text and one credited photo, up to its draft card."""
    await dina.says("buat rilis", "new release")
    await dina.says(TEXT)
    await dina.says("Foto: Rina Contoh", "Photo: Rina Contoh", files=[desk.photo()])
    await dina.says("selesai", "done")


async def submitted(desk: Desk, dina: Somebody) -> None:
    """The same, submitted."""
    await drafted(desk, dina)
    await dina.presses("Ajukan", "Submit")


async def only_release(desk: Desk) -> Release:
    """The office's one release."""
    async with desk.db() as db:
        found = await releases.in_status(db, Status)
    assert len(found) == 1
    return found[0]


async def test_a_release_is_written_approved_sent_and_read(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    dina = await desk.staff(Role.DRAFTER, "Dina Teladan")
    sari = await desk.staff(Role.APPROVER, "Sari Teladan")
    await drafted(desk, dina)
    dina.sees(HEADLINE)
    dina.sees("R-1 · Humas Kab. Teladan · 1 foto", "R-1 · Humas Kab. Teladan · 1 photo")
    dina.sees("→ 1 orang (semua media)", "→ 1 person (all media)")
    dina.sees("penerima melihat 1 pesan", "receivers see 1 message")
    await dina.presses("Ajukan", "Submit")
    dina.sees("✅ R-1 diajukan kepada Sari Teladan", "✅ R-1 was submitted to Sari Teladan")
    sari.sees("R-1 dari Dina Teladan meminta persetujuan", "R-1 by Dina Teladan asks for your approval")
    sari.sees("Warga, Siti Contoh (41), berharap jalan desa")
    assert len(sari.pictures()) == 1
    await sari.presses("Setujui", "Approve")
    sari.sees("✅ R-1 Anda setujui", "✅ You approved R-1")
    dina.sees("✅ R-1 disetujui oleh Sari Teladan", "✅ R-1 was approved by Sari Teladan")
    await dina.presses("Kirim sekarang", "Send now")
    dina.sees("Kirim R-1 sekarang?", "Send R-1 now?")
    await dina.presses("Ya, kirim", "Yes, send")
    rina.sees(HEADLINE)
    rina.sees("Pemerintah kabupaten menyalurkan beras kepada 312")
    rina.sees_not("Siti Contoh")
    await desk.later(seconds=5)
    dina.sees("✅ R-1 selesai: dikirim 1 dari 1", "✅ R-1 is done: sent 1 of 1")
    dina.sees("Dikirim 1 · dibuka 0", "Sent 1 · opened 0")
    await rina.presses("Naskah lengkap", "Full text")
    rina.sees("Siti Contoh (41)")
    assert (await only_release(desk)).status is Status.SENT
