"""H16: links from the group that the desk cannot join are brought by staff; and the words that bring the group to the desk."""

from datetime import timedelta

import pytest

from messages.inbound import Attachment
from storage import accounts, group_imports
from storage.records import ChannelKind, FileKind, LinkState, Role
from tests.applicants import registers
from tests.desk import EVERYWHERE, Desk
from tests.links import OTHER_SITE, SITE, Coverage, article, coverage, states
from tests.releases import HEADLINE, newsroom

SANDBOX = pytest.mark.parametrize("setting", ["id", "en"], indirect=True)
ONE = pytest.mark.parametrize("setting", ["id"], indirect=True)
RECORD = ("Catat", "Record")
UNDO = ("Batalkan", "Undo")
DROP = ("Buang", "Discard")


def export(desk: Desk, *said: str, name: str = "Chat WhatsApp dengan Grup Contoh.txt") -> Attachment:
    """A chat as a phone exports it, each word said a minute after the one before, this morning."""
    begin = desk.now + timedelta(hours=7) - timedelta(minutes=len(said))
    lines = [f"{begin + timedelta(minutes=at):%d/%m/%y %H.%M} - Anton Rahasia: {words}" for at, words in enumerate(said)]
    content = "\n".join(lines).encode()
    return Attachment(FileKind.DOCUMENT, desk.app.files.keep_now(content), name, "text/plain", len(content))


async def brought(desk: Desk) -> Coverage:
    """Of Kabar Misal two people write; Vera has sent an export with five links and some talk."""
    all_of = await coverage(desk)
    await desk.journalist("Sinta Misal", outlet="Kabar Misal")
    await all_of.pastes(all_of.rina, article(1))
    said = (article(1), f"izin bang {article(2)}", "siap", f"{OTHER_SITE}/12/jembatan-dibuka", "https://arungmisal.com/berita/x-y",
            f"{SITE}/", article(2))  # fmt: skip
    await all_of.vera.says(files=[export(desk, *said)])
    return all_of


@EVERYWHERE
async def test_an_export_is_shown_recorded_once_and_told_to_its_authors(desk: Desk) -> None:
    all_of = await brought(desk)
    all_of.vera.sees(
        "7 pesan, 4 link: 2 baru, 1 sudah tercatat, 1 media belum terdaftar",
        "7 messages, 4 links: 2 new, 1 recorded already, 1 of outlets not registered",
    )
    all_of.vera.sees("Penulis diketahui: 1. Tanpa penulis yang jelas: 2", "Author known: 1. Author not clear: 2")
    assert await all_of.count() == 1
    token = all_of.vera.button(*RECORD)
    await all_of.vera.presses(*RECORD)
    all_of.vera.sees("3 link dari grup dicatat, tanda terima dikirim ke 1 penulis", "3 links from the group recorded, receipts")
    all_of.vera.sees("Penulisnya belum jelas: L-3", "Author not clear: L-3")
    all_of.rina.sees("Dicatat dari grup oleh Humas Kab. Teladan", "Recorded from the group by Humas Kab. Teladan")
    all_of.rina.sees("L-2 ✅ Suara Contoh (jalan desa dibuka 2)")
    all_of.tono.silent()
    await all_of.vera.presses_token(token)
    all_of.vera.sees("sudah dicatat", "recorded already")
    assert await all_of.count() == 4
    link = await all_of.link(2)
    assert (link.person_id, link.received_at) == ((await all_of.rina.record()).id, desk.now)
    async with desk.db() as db:
        assert await group_imports.told_at(db, link.id) == desk.now.replace(second=0) - timedelta(minutes=6)
        held = await group_imports.find(db, 1)
    assert held
    assert held.found["links"] == []
    await all_of.vera.says(files=[export(desk, article(2), article(3))])
    all_of.vera.sees("2 pesan, 2 link: 1 baru, 1 sudah tercatat", "2 messages, 2 links: 1 new, 1 recorded already")
    await all_of.vera.presses(*DROP)
    assert await all_of.count() == 4


@SANDBOX
async def test_staff_say_who_wrote_a_link_and_take_back_an_import(desk: Desk) -> None:
    all_of = await brought(desk)
    await all_of.vera.presses(*RECORD)
    await all_of.vera.says("antrean", "queue")
    await all_of.vera.presses("Lewati", "Skip")
    await all_of.vera.presses("Lewati", "Skip")
    all_of.vera.sees("siapa penulisnya di Kabar Misal belum diketahui", "who of Kabar Misal wrote it is not known")
    await all_of.vera.says("milik L-3 misal", "belongs L-3 misal")
    all_of.vera.sees("Lebih dari satu wartawan cocok untuk L-3", "More than one journalist fits L-3")
    await all_of.vera.says("milik L-3 sinta", "belongs L-3 sinta")
    all_of.vera.sees("L-3 dicatat atas nama Sinta Misal", "L-3 is recorded for Sinta Misal")
    assert (await all_of.link(3)).doubt == ""
    await all_of.vera.says("milik L-3 tono", "belongs L-3 tono")
    all_of.vera.sees("sudah tercatat atas nama Sinta Misal", "recorded for Sinta Misal already")
    await all_of.vera.says("milik L-4 siapa saja", "belongs L-4 somebody")
    all_of.vera.sees("Tidak ada wartawan terdaftar bernama", "No registered journalist is called")
    await all_of.vera.says("milik", "belongs")
    all_of.vera.sees("Sebutkan kode dan nama", "Give the code and the journalist")
    await all_of.vera.says("akui L-2", "recognise L-2")
    await all_of.vera.presses_token("group_undo.1")
    all_of.vera.sees("2 link dari grup ditarik kembali", "2 links from the group were taken back")
    all_of.vera.sees("1 link tetap, karena sudah diputuskan", "1 links stay, because they are decided")
    assert await states(all_of, 2, 3, 4) == [LinkState.RECOGNISED, LinkState.WITHDRAWN, LinkState.WITHDRAWN]
    await all_of.pastes(all_of.tono, f"{OTHER_SITE}/12/jembatan-dibuka")
    all_of.tono.sees("L-5 ✅ Kabar Misal")


@EVERYWHERE
async def test_forwarded_messages_are_gathered_and_shown_once(desk: Desk) -> None:
    all_of = await coverage(desk)
    for words in (f"*Kabar* {article(1)}", "mantap bang, semoga bermanfaat", f"lihat {article(2)} {SITE}/"):
        await all_of.vera.says(words)
        all_of.vera.silent()
        await desk.later(seconds=3)
    await desk.later(seconds=5)
    all_of.vera.sees("3 pesan, 2 link: 2 baru, 0 sudah tercatat", "3 messages, 2 links: 2 new, 0 recorded already")
    all_of.vera.sees("1 link lain bukan berita", "1 other links are no articles")
    await all_of.vera.says("antrean", "queue")
    await all_of.vera.says("grup", "group")
    await all_of.vera.presses(*RECORD)
    all_of.rina.sees("L-1 ✅ Suara Contoh")
    assert await all_of.count() == 2
    await all_of.vera.says("grup", "group")
    all_of.vera.sees("Teruskan pesan berisi link", "Forward messages with links")
    await all_of.rina.says("grup", "group")
    all_of.rina.sees_not("Teruskan pesan berisi link", "Forward messages with links")


@ONE
async def test_what_is_no_chat_says_what_to_do(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.vera.says(files=[desk.document("catatan.txt")])
    all_of.vera.sees("bukan ekspor chat WhatsApp")
    await all_of.vera.says(files=[export(desk, "halo semua")])
    all_of.vera.sees("Tidak ada link berita di ekspor itu")
    huge = Attachment(FileKind.DOCUMENT, "0" * 64, "chat.zip", "application/zip", 30_000_000)
    await all_of.vera.says(files=[huge])
    all_of.vera.sees("paling besar 20 MB")
    await all_of.rina.says(files=[export(desk, article(1))])
    assert await all_of.count() == 0


@ONE
async def test_a_long_chat_is_recorded_a_little_at_a_time(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.vera.says(files=[export(desk, *(article(each) for each in range(1, 71)))])
    await all_of.vera.presses(*RECORD)
    assert "60 dari 70 link sudah dicatat" in all_of.vera.reads()
    all_of.vera.sees("70 link dari grup dicatat, tanda terima dikirim ke 1 penulis")
    assert await all_of.count() == 70


# The words for the group


@EVERYWHERE
async def test_after_a_sending_its_author_gets_the_words_for_the_group(desk: Desk) -> None:
    room = await newsroom(desk)
    async with desk.app.database.write() as db:
        await accounts.call(db, desk.account.id, "MejaContoh")
    rina = await desk.journalist("Rina Contoh")
    await room.sends()
    [text] = [each for each in room.dina.phone.news() if each.text.startswith("R-1 · ")]
    assert HEADLINE in text.text
    links = {
        ChannelKind.TELEGRAM: "https://t.me/MejaContoh?start=R-1", ChannelKind.WHATSAPP: "https://wa.me/MejaContoh?text=R-1",
        ChannelKind.SANDBOX: desk.pick(("ketik R-1", "type R-1")),
    }  # fmt: skip
    assert links[desk.account.kind] in text.text
    assert (len(text.text) < 400, text.buttons) == (True, ())
    await rina.says("/start R-1")
    rina.sees(HEADLINE)


@EVERYWHERE
async def test_a_stranger_who_follows_the_link_registers_and_then_has_the_release(desk: Desk) -> None:
    await desk.journalist("Rina Contoh")
    await (await newsroom(desk)).sends()
    vera, budi = await desk.staff(Role.VERIFIER, "Vera Teladan"), await desk.stranger("Budi Contoh")
    await budi.says("/start R-1")
    budi.sees("Daftar dulu", "Please register first")
    await registers(budi, begun=True)
    await budi.presses("Kirim", "Send")
    await budi.says("R-1")
    budi.sees("Setelah disetujui, R-1", "Once you are accepted, R-1")
    await vera.says("pendaftar", "applicants")
    await vera.presses("Terima", "Accept")
    whole = ("Naskah lengkap", "Full text")
    budi.sees(*whole)
    shown = budi.reads().count(f"[{desk.pick(whole)}]")
    await desk.later(hours=1)
    assert (shown, budi.reads().count(f"[{desk.pick(whole)}]")) == (1, 1)


@ONE
async def test_a_release_of_last_week_is_shown_to_whoever_came_for_it(desk: Desk) -> None:
    await desk.journalist("Rina Contoh")
    await (await newsroom(desk)).sends()
    vera, budi = await desk.staff(Role.VERIFIER, "Vera Teladan"), await desk.stranger("Budi Contoh")
    await budi.says("/start R-7")
    budi.sees_not("Daftar dulu")
    await budi.says("batal")
    await budi.says("R-1")
    await budi.says("/start R-1")  # pressed twice
    await registers(budi, begun=True)
    await budi.presses("Kirim")
    await desk.later(days=6)
    await vera.says("pendaftar")
    await vera.presses("Terima")
    assert budi.news().count("[Naskah lengkap]") == 1
    await budi.says("R-1")
    assert budi.news().count("[Naskah lengkap]") == 1
