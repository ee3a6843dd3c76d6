"""S1: holidays and collective leave come from a list with its decree; working days are counted by them."""

import io

from handlers.links.appealing import due
from messages.inbound import Attachment
from storage.records import FileKind, Role
from tests.desk import Desk
from tests.releases import newsroom

LIST = """tanggal;nama;jenis;dasar
24/11/2026;Hari Contoh;nasional;SKB Contoh Nomor 1 Tahun 2025
25/11/2026;Cuti Bersama Contoh;cuti bersama;SKB Contoh Nomor 1 Tahun 2025
"""


def sheet(desk: Desk, text: str) -> Attachment:
    content = io.BytesIO(text.encode()).getvalue()
    return Attachment(FileKind.DOCUMENT, desk.app.files.keep_now(content), "libur.csv", "text/csv", len(content))


async def test_a_list_is_taken_in_and_working_days_are_counted_by_it(desk: Desk) -> None:
    ani, room = await desk.staff(Role.ADMIN, "Ani Teladan"), await newsroom(desk)
    await desk.journalist("Rina Contoh")
    await room.approves()
    await room.dina.says("kirim R-1 2 hari kerja lagi 08.00", "send R-1 in 2 working days 08:00")
    room.dina.sees("Rabu 25 Nov 2026 08.00 WIB", "Wednesday 25 Nov 2026 08:00 WIB")
    await room.dina.says("tidak", "no")
    await room.dina.says("unggah libur", "import holidays")
    room.dina.sees_not("XLSX")
    await ani.says("unggah libur", "import holidays")
    await ani.says(files=[sheet(desk, LIST.replace("cuti bersama", "entah"))])
    ani.sees("baris 3 tidak terbaca. Perbaiki, lalu ketik unggah libur", "line 3 cannot be read. Mend it, then type import")
    await ani.says("libur", "holidays")
    ani.sees("Belum ada hari libur", "No holidays are noted")
    await ani.says("unggah libur", "import holidays", files=[sheet(desk, LIST)])
    await ani.says("unggah libur", "import holidays", files=[sheet(desk, LIST)])  # twice is once
    ani.sees("1 libur nasional dan 1 cuti bersama", "1 national holidays and 1 days of collective leave")
    await room.dina.says("libur", "holidays")
    room.dina.sees("Selasa 24 Nov 2026 · Hari Contoh", "Tuesday 24 Nov 2026 · Hari Contoh")
    room.dina.sees("SKB Contoh Nomor 1 Tahun 2025")
    await room.dina.says("kirim R-1 2 hari kerja lagi 08.00", "send R-1 in 2 working days 08:00")
    room.dina.sees("Jumat 27 Nov 2026 08.00 WIB", "Friday 27 Nov 2026 08:00 WIB")
    await room.dina.says("tidak", "no")
    await room.dina.says("kirim R-1 besok 08.00", "send R-1 tomorrow 08:00")
    room.dina.sees("libur: Hari Contoh", "holiday: Hari Contoh")
    async with desk.db() as db:
        assert (await due(db, desk.now)).date().isoformat() == "2026-11-30"  # three working days, as the rules ship
