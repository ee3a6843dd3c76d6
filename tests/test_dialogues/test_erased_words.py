"""Whatever somebody wrote, wherever the desk lets them write, is gone with them, but for the evidence that the law keeps."""

import gzip
from pathlib import Path

import pytest

from bot.backup import back_up
from messages.inbound import Attachment
from storage.copies import cut_log
from storage.records import FileKind, Role
from storage.tables import addresses, appeals, links, metadata, quotes, release_versions, releases
from tests.desk import Desk, Somebody
from tests.events import Hosts
from tests.links import article
from tests.releases import TEXT, Newsroom, newsroom

NAME, NUMBER, HANDLE, EMAIL = "Zulfiqarina Misalkan", "6281299887766", "@zulfi_misal", "zulfi@misal.example"
WORDS = f"hubungi {EMAIL} atau {NUMBER}, akun {HANDLE}"
PLANTED = (NAME, NUMBER, HANDLE, EMAIL)
OTHER = TEXT.replace("312", "415").replace("480/231", "480/415")
EVIDENCE = {("appeals", "words"), ("links", "typed")}
OFFICES = {("quotes", "words"), ("releases", "body"), ("release_versions", "body")}  # what staff wrote for it


async def writes_everywhere(desk: Desk) -> tuple[Somebody, Somebody]:
    """Zulfi writes their mail, number and handle wherever words are taken; staff read it, and type their name."""
    room = await newsroom(desk)
    adi, vera = await desk.staff(Role.ADMIN, "Adi Teladan"), await desk.staff(Role.VERIFIER, "Vera Teladan")
    await desk.journalist("Rina Contoh", hosts=("suaracontoh.id",))
    zulfi = await desk.stranger(NAME)
    await zulfi.says("daftar")
    for answer in ("ya", NAME, "Suara Contoh", "1", "1", f"Kecamatan {HANDLE[1:]}", "ya"):
        await zulfi.says(answer)
    await zulfi.says(WORDS)  # an addition to their registration
    await vera.presses("Terima")
    await room.sends()
    await asks(room, zulfi)
    await is_met_and_invited(room, zulfi)
    await is_quoted(room, await desk.staff(Role.OFFICIAL, "Fulan Misal"))
    await zulfi.says(f"cari {EMAIL}")
    await zulfi.says(f"{article(1)}?oleh={EMAIL}")
    await desk.later(seconds=10)
    photo = desk.photo()
    named = Attachment(FileKind.PHOTO, photo.handle, f"{NAME} {NUMBER}.jpg", photo.mime, photo.size)
    await zulfi.says(f"cetak 22/11 hal 5 {WORDS}", files=[named])
    await zulfi.presses("Bukan dari rilis")
    await zulfi.says(
        f"cetak {WORDS}", files=[Attachment(FileKind.DOCUMENT, photo.handle, f"{EMAIL}.png", photo.mime, photo.size)]
    )
    await zulfi.says("batal")
    await vera.says("L-1")
    await vera.presses("Tolak")
    await vera.says("5")
    await zulfi.says("keberatan L-1")
    await zulfi.says(f"Mohon dilihat lagi, {WORDS}")
    await zulfi.says("kirim")
    await vera.says("keberatan")
    for said in (f"anggota {NAME}", f"milik L-1 {NAME}", f"cari {NAME}", f"blokir {NAME}", "batal"):
        await vera.says(said)
    await room.dina.says(f"kelompok Liputan Banjir: {NAME}")
    chat = chat_of(desk)
    await vera.says(files=[chat])
    await desk.app.files.drop(chat.handle)  # where the sandbox's phone has it
    await vera.says(f"Pak {NAME} minta dihubungi di {NUMBER}")
    await zulfi.says(WORDS)
    await zulfi.says("dataku")
    return zulfi, adi


async def asks(room: Newsroom, zulfi: Somebody) -> None:
    """They ask, and once more, and are answered."""
    await zulfi.says(f"tanya R-1 {WORDS}?")
    await room.dina.presses("Ambil")
    await zulfi.says(f"tanya T-1 dan {WORDS}")
    for said in ("T-1", "jawab T-1 Sebanyak 312 KK.", "Kepala BPBD", "kirim", "pertanyaan"):
        await room.dina.says(said)
    zulfi.sees("312 KK")


async def is_met_and_invited(room: Newsroom, zulfi: Somebody) -> None:
    """They ask for an interview, are given an hour, and say more than yes to an invitation."""
    await zulfi.says(f"wawancara dengan Kepala BPBD, {WORDS}")
    await zulfi.says(f"soal beras, {WORDS}")
    zulfi.sees("T-2")
    await room.dina.says("jawab T-2 Selasa 24/11 10.00 di kantor BPBD.")
    await room.dina.says("kirim")
    await zulfi.says(f"T-2 baik, {WORDS}")
    await Hosts(room.desk, room.dina, room.sari).sends()
    await zulfi.says(f"hadir U-1 {WORDS}")
    zulfi.sees("Undangan U-1")
    await zulfi.presses("Hadir")
    await zulfi.says(f"hadir U-1, {NAME}")
    await zulfi.says(f"tanya U-1 {WORDS}?")
    await room.dina.says("hadir U-1")
    room.dina.sees(NAME)


async def is_quoted(room: Newsroom, fulan: Somebody) -> None:
    """Dina proposes a quote in which they are named, and the official words it anew."""
    await room.drafts(OTHER)
    await room.dina.says(f'kutipan R-2 "Menurut {NAME}, {WORDS}" dari Fulan Misal')
    await room.dina.says("ya")
    fulan.sees(NAME)
    await fulan.presses("Ubah")
    await fulan.says(f"Kami berterima kasih kepada {NAME}, {WORDS}")
    await fulan.says("ya")
    room.dina.sees(NAME)
    await room.dina.says(f'kutipan R-2 "Kata {NAME} {NUMBER} sudah benar" dari Fulan Misal')  # and goes no further


def chat_of(desk: Desk) -> Attachment:
    """A group's chat in which the person speaks."""
    content = f"23/11/26 07.10 - {NAME}: {article(7)} {WORDS}\n23/11/26 07.11 - +62 812-9988-7766: siap".encode()
    return Attachment(
        FileKind.DOCUMENT, desk.app.files.keep_now(content), f"Chat WhatsApp dengan {NAME}.txt", "text/plain", len(content)
    )


async def where(desk: Desk, words: tuple[str, ...] = PLANTED) -> set[tuple[str, str]]:
    """The columns of all tables in which any of the words stands."""
    found = set()
    async with desk.db() as db:
        for table in metadata.sorted_tables:
            for row in await db.rows(table.select()):
                found |= {(table.name, name) for name, held in row._mapping.items() if any(each in str(held) for each in words)}
    return found


def everything(desk: Desk, folder: Path) -> bytes:
    """All bytes of database, write-ahead log, kept files with their names, and the next backup."""
    path = Path(str(desk.app.database.url.database))
    copy = folder / "next.tar.gz"
    copy.unlink(missing_ok=True)
    back_up(path, desk.app.files, copy, desk.now)
    parts = [*path.parent.glob(f"{path.name}*"), *(each for each in desk.app.files.folder.rglob("*") if each.is_file())]
    return b"".join(str(each).encode() + each.read_bytes() for each in parts) + gzip.decompress(copy.read_bytes())


@pytest.mark.parametrize("setting", ["id"], indirect=True)  # the other channels differ in nothing of it
async def test_whatever_somebody_wrote_is_gone_but_for_evidence(desk: Desk, tmp_path: Path) -> None:
    zulfi, adi = await writes_everywhere(desk)
    person = await zulfi.record()
    async with desk.db() as db:
        await db.change(addresses, addresses.c.person_id == person.id, phone=NUMBER)
    before = await where(desk)
    assert before > {("outbox", "facts"), ("inbox", "body"), ("inquiry_questions", "words"), ("files", "name"), ("jobs", "facts"),
                     ("conversations", "kept"), *OFFICES}  # fmt: skip
    await zulfi.says("hapus data saya")
    await zulfi.says("ya, hapus")
    await adi.presses("Hapus sekarang")
    await desk.off(minutes=11)
    after = await where(desk)
    assert after == EVIDENCE | OFFICES  # which the answer to them names
    async with desk.db() as db:  # without it, the rest is looked through byte by byte
        for table in (appeals, links, quotes, releases, release_versions):
            await db.change(table, **{name: "" for held, name in after if held == table.name})
    assert cut_log(Path(str(desk.app.database.url.database)))
    left = everything(desk, tmp_path)
    assert [word for word in (*PLANTED, HANDLE[1:], zulfi.chat) if len(word) > 6 and word.encode() in left] == []
    assert not any(word in str(desk.log) for word in PLANTED)
