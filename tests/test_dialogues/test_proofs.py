"""J10: a page of paper, a clip or a recording is a proof in the same ledger; what was not said is asked, one thing at a time."""

import io
from datetime import timedelta

import pytest
from PIL import Image

from bot.evidence import examine
from messages.inbound import Attachment
from storage import verdicts
from storage.records import FileKind, LinkState, Medium
from tests.desk import EVERYWHERE, Desk
from tests.links import RECOGNISE, REFUSE, Coverage, coverage, states
from tests.releases import newsroom

SANDBOX = pytest.mark.parametrize("setting", ["id", "en"], indirect=True)
ONE = pytest.mark.parametrize("setting", ["id"], indirect=True)


def page(desk: Desk, colour: str = "red") -> Attachment:
    """A photo of a page, with the place where it was taken written beside it."""
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (6.0, 12.0, 0.0)  # a latitude
    exif[0x010F] = "Kamera Rahasia"
    held = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(held, "JPEG", exif=exif, comment=b"Rahasia")
    assert b"Rahasia" in held.getvalue()
    return Attachment(FileKind.PHOTO, desk.app.files.keep_now(held.getvalue()), "hal5.jpg", "image/jpeg", held.tell())


def clip(desk: Desk) -> Attachment:
    """A film with a place beside it."""
    box = b"\x00\x00\x00\x1c\xa9xyz\x00\x10\x15\xc7-06.2000+106.8"
    held = b"\x00\x00\x00\x08ftyp" + (8 + 8 + len(box)).to_bytes(4) + b"moov" + (8 + len(box)).to_bytes(4) + b"udta" + box
    return Attachment(FileKind.VIDEO, desk.app.files.keep_now(held), "berita.mp4", "video/mp4", len(held))


async def people(desk: Desk) -> Coverage:
    """R-1 about the rice has gone out, also to Koran Ibarat, for which Tini writes."""
    all_of = await coverage(desk)
    await (await newsroom(desk)).sends()
    return all_of


@EVERYWHERE
async def test_a_page_whose_caption_says_all_is_taken_and_decided_in_the_queue(desk: Desk) -> None:
    all_of = await people(desk)
    await all_of.rina.says("cetak 22/11 hal 5 R-1", files=[page(desk)])
    all_of.rina.sees(
        "L-1 ⏳ Suara Contoh — R-1: cetak 22/11/2026 hal 5. Dilihat dulu", "L-1 ⏳ Suara Contoh — R-1: cetak 22/11/2026 hal 5"
    )
    all_of.rina.sees("Batas link R-1: 30/11 23.59.", "Links of R-1 count until 30 Nov 23:59.")
    await all_of.vera.says("antrean", "queue")
    all_of.vera.sees("bukti dilihat petugas", "staff look at the proof")
    [shown] = all_of.vera.pictures()
    if desk.server is None:
        assert b"Rahasia" not in await desk.app.files.read(shown.handle)
    await all_of.vera.presses(*RECOGNISE)
    assert await states(all_of, 1) == [LinkState.RECOGNISED]
    await all_of.rina.says("status L-1")
    all_of.rina.sees("cetak 22/11/2026 hal 5")
    link = await all_of.link(1)
    async with desk.db() as db:
        kept = await verdicts.of_link(db, link.id)
    assert kept
    assert all(each.good for each in await examine(desk.app.database, desk.app.files))
    (desk.app.files.path(kept.evidence)).write_bytes(b"something else")
    assert not all(each.good for each in await examine(desk.app.database, desk.app.files))


@SANDBOX
async def test_what_is_missing_is_asked_one_by_one_and_an_interruption_changes_nothing(desk: Desk) -> None:
    all_of = await people(desk)
    await all_of.rina.says(files=[clip(desk)])
    all_of.rina.sees("Ini bukti tayang di mana?", "Where was this published?")
    await all_of.rina.says("aturan", "rules")
    await all_of.rina.presses("TV")
    all_of.rina.sees("tanggal berapa?", "On which day")
    await all_of.rina.says("besok", "tomorrow")
    all_of.rina.sees("belum terbaca", "could not read")
    all_of.rina.sees("tanggal berapa?", "On which day")
    await all_of.rina.says(files=[Attachment(FileKind.DOCUMENT, "0" * 64, "surat.pdf", "application/pdf", 900)])
    all_of.rina.sees("Berkas itu tidak ikut", "That file was left out")
    await all_of.rina.presses("Hari ini", "Today")
    all_of.rina.sees("Jam berapa tayangnya?", "At what hour?")
    await all_of.rina.says("malam", "in the evening")
    all_of.rina.sees("Jam berapa tayangnya?", "At what hour?")
    await all_of.rina.says("pukul 7.30")
    all_of.rina.sees("Tentang rilis yang mana?", "Which release is it about?")
    await all_of.rina.presses("R-1 ")
    all_of.rina.sees("L-1 ⏳ Suara Contoh — R-1: TV 23/11/2026 jam 07.30")
    await all_of.vera.says("L-1")
    await all_of.vera.presses(*REFUSE)
    await all_of.vera.says("1")
    all_of.rina.sees("L-1 belum diakui", "L-1 is not recognised")
    link = await all_of.link(1)
    async with desk.db() as db:
        kept = await verdicts.of_link(db, link.id)
    assert kept
    assert b"106.8" not in await desk.app.files.read(kept.evidence)


@ONE
async def test_a_proof_that_comes_again_is_late_or_too_large_says_so(desk: Desk) -> None:
    all_of = await people(desk)
    tini = await desk.journalist("Tini Ibarat", "Koran Ibarat", medium=Medium.PRINT)
    await tini.says(files=[page(desk)])
    tini.sees("tanggal berapa?")  # that it is paper is known
    await tini.says("batal")
    await all_of.rina.says("cetak 22/11 hal 5", "print 22/11 page 5")  # without its picture
    all_of.rina.sees("Kirim foto halaman korannya", "Send a photo of the newspaper")
    await all_of.rina.says("bukti")
    all_of.rina.sees("Paling besar 20 MB")
    huge = Attachment(FileKind.VIDEO, "0" * 64, "panjang.mp4", "video/mp4", 21_000_000)
    await all_of.rina.says("tv 22/11 jam 19.30", files=[huge])
    all_of.rina.sees("paling besar 20 MB")
    await all_of.rina.says("ini foto apa", files=[page(desk)])
    await all_of.rina.presses("Bukan bukti tayang")
    all_of.rina.sees("tidak kami simpan")
    assert await all_of.count() == 0
    await all_of.rina.says("cetak 22/11 hal 5 R-1", files=[page(desk)])
    await all_of.rina.says("cetak 22/11 hal 5 R-1", files=[page(desk)])
    all_of.rina.sees("sudah dicatat sebagai L-1")
    broken = Attachment(FileKind.PHOTO, desk.app.files.keep_now(b"no picture"), "a.jpg", "image/jpeg", 10)
    await all_of.rina.says("cetak 22/11 hal 6 R-1", files=[broken])
    all_of.rina.sees("L-2 tidak dihitung: berkasnya tidak dapat dibaca")
    await desk.later(days=9)
    await tini.says("hal 3, 30/11, R-1", files=[page(desk, "blue")])
    tini.sees("L-3 ⏳ Koran Ibarat — R-1: cetak 30/11/2026 hal 3")
    await all_of.vera.says("antrean")
    await all_of.vera.presses("Lewati")
    all_of.vera.sees("lewat batas waktu")
    assert desk.now - (await all_of.link(3)).received_at < timedelta(minutes=1)
