"""J6 and J7: what a journalist receives and opens, and how a release is found again by code, word or day."""

from collections.abc import Awaitable, Callable

import pytest

from storage import offices, people, releases
from storage.records import Role
from tests.desk import EVERYWHERE, Desk, Somebody
from tests.releases import HEADLINE, TEXT, newsroom

LEAD = "Pemerintah kabupaten menyalurkan beras kepada 312"


async def opens(desk: Desk) -> int:
    async with desk.db() as db:
        found = await releases.by_number(db, 1)
        assert found
        return await releases.opens(db, found.id)


async def sent(desk: Desk, *headlines: str) -> None:
    """Releases of the same text, sent one after the other."""
    room = await newsroom(desk)
    for each in headlines:
        await room.sends(f"{each}\n{TEXT.partition(HEADLINE)[2].strip()}")


# Receiving


@EVERYWHERE
async def test_it_comes_with_headline_lead_code_and_deadline(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.sends()
    rina.sees(HEADLINE)
    rina.sees(LEAD)
    rina.sees("R-1 · Humas Kab. Teladan · 23/11 08.00", "R-1 · Humas Kab. Teladan · 23 Nov 08:00")
    rina.sees("Link ditunggu sampai Rabu 25 Nov 2026 23.59 WIB", "Links are awaited until Wednesday 25 Nov 2026 23:59 WIB")
    rina.sees("media lain menurut aturan", "others go by the rules")
    rina.sees_not("Siti Contoh")
    rina.button("Naskah lengkap", "Full text")
    rina.has_no_button("Foto", "Photos")  # it has none
    assert len(rina.phone.news()) == 1


@EVERYWHERE
async def test_photos_come_with_their_credit_and_as_originals(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.dina.says("buat rilis", "new release")
    for name, file in (("Rina Contoh", "a.png"), ("Budi Contoh", "b.png")):
        await room.dina.says(f"Foto: {name}", f"Photo: {name}", files=[desk.photo(file)])
    await room.dina.says(TEXT)
    await room.dina.says("selesai", "done")
    await room.dina.presses("Ajukan", "Submit")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    rina.sees("Foto: Rina Contoh, Budi Contoh", "Photo: Rina Contoh, Budi Contoh")
    assert [each.kind for each in rina.pictures()] == ["photo", "photo"]
    await rina.presses("Foto", "Photos")
    rina.sees("R-1: 2 berkas asli", "R-1: 2 original files")
    rina.sees("Boleh dimuat untuk pemberitaan dengan mencantumkan kreditnya", "Free to use in news reports with the credit")
    rina.sees("Foto: Rina Contoh, Budi Contoh", "Photo: Rina Contoh, Budi Contoh")
    assert [each.kind for each in rina.pictures()] == ["document", "document"]
    await rina.says("foto R-1", "photos R-1")
    assert len(rina.pictures()) == 2


@EVERYWHERE
async def test_the_whole_text_is_opened_and_noted_once(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.sends()
    assert await opens(desk) == 0
    for _ in range(2):
        await rina.presses("Naskah lengkap", "Full text")
        rina.sees("Siti Contoh (41)")
        rina.sees("Narahubung: Humas, 0812-0000-0000")
    await room.sari.says("naskah R-1", "full text R-1")
    room.sari.sees("Siti Contoh (41)")
    assert await opens(desk) == 1  # what staff read does not count


@pytest.mark.parametrize("words", [("naskah R-1", "full text R-1"), ("Naskah lengkap r1 ya kak", "text of r1 please")])
async def test_the_whole_text_is_had_by_typing(desk: Desk, words: tuple[str, str]) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.sends()
    await rina.says(*words)
    rina.sees("Siti Contoh (41)")
    assert await opens(desk) == 1
    await rina.says("foto R-1", "photo R-1")
    rina.sees("tidak disertai foto", "without photos")
    await rina.says("naskah R-9", "full text R-9")
    rina.sees("Tidak ada rilis untuk “R-9”", "No release found for “R-9”")


async def test_after_the_deadline_the_text_says_so(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.sends()
    await desk.later(days=3)
    await rina.presses("Naskah lengkap", "Full text")
    rina.sees("Batas link sudah lewat: Rabu 25 Nov 2026", "The deadline for links has passed: Wednesday 25 Nov 2026")
    await rina.says("R-1")
    rina.sees("Batas link sudah lewat", "The deadline for links has passed")


async def test_opening_leaves_an_open_form_alone(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.sends()
    await rina.says("berhenti", "leave")
    await rina.presses("Naskah lengkap", "Full text")
    rina.sees("Isian Anda tadi masih menunggu", "still waiting")
    await rina.says("rilis R-1", "release R-1")
    rina.sees(LEAD)
    await rina.says("tidak", "no")
    rina.sees("tetap terdaftar", "stay registered")


# Finding


@pytest.mark.parametrize(
    "words",
    [
        ("R-1",), ("r1",), ("rilis 1", "release 1"), ("rilis R-1", "release R-1"), ("izin kak rilis 1 ya", "release 1 please"),
        ("rilis", "releases"), ("rilis beras", "release beras"), ("rilis Banjir", "release BANJIR"),
        ("rilis tentang banjir", "release about banjir"), ("siaran pers soal beras banjir", "release on beras banjir"),
        ("rilis hari ini", "release today"), ("rilis terbaru", "release latest"), ("rilis 23/11", "release 23/11"),
    ],
)  # fmt: skip
async def test_it_is_found_in_any_of_these_words(desk: Desk, words: tuple[str, ...]) -> None:
    await desk.journalist("Budi Contoh")
    await sent(desk, "Beras untuk korban banjir")
    rina = await desk.journalist("Rina Contoh")  # who joined after it was sent
    await rina.says(*words)
    rina.sees("Beras untuk korban banjir")
    rina.sees(LEAD)
    await rina.presses("Naskah lengkap", "Full text")
    rina.sees("Siti Contoh (41)")


async def test_yesterday_s_is_found_by_its_day(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await sent(desk, "Beras untuk korban banjir")
    await desk.later(days=1)
    await sent(desk, "Jembatan Pampangan dibuka")
    await rina.says("rilis kemarin", "release yesterday")
    rina.sees("Beras untuk korban banjir")
    rina.sees_not("Jembatan Pampangan dibuka")
    await rina.says("rilis 1/11", "release 1/11")
    rina.sees("Tidak ada rilis untuk “1/11”", "No release found for “1/11”")


async def test_seven_are_shown_in_two_lists_newest_first(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await sent(desk, *(f"Jembatan {name} dibuka" for name in ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh")))
    await rina.says("rilis jembatan", "release jembatan")
    rina.sees("Rilis: jembatan", "Releases: jembatan")
    rina.sees("R-7 · 23 Nov 2026 · Jembatan tujuh dibuka")
    rina.sees("Masih ada 2 lagi", "There are 2 more")
    rina.sees_not("Jembatan dua")
    older = rina.button("Lagi", "More")
    await rina.says("lagi", "more")
    rina.sees("R-1 · 23 Nov 2026 · Jembatan satu dibuka")
    rina.sees_not("Jembatan tujuh")
    await rina.says("lagi", "more")
    rina.sees("Tidak ada lagi", "There are no more")
    await rina.presses_token(older)
    rina.sees("Jembatan satu dibuka")
    await rina.presses("R-2")
    rina.sees(LEAD)


async def test_more_of_nothing_is_answered(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("rilis", "releases")
    rina.sees("Belum ada rilis", "There are no releases to show yet")
    await rina.says("lagi", "more")
    rina.sees("Tidak ada lagi", "There are no more")
    await rina.says("rilis qwerty", "release qwerty")
    rina.sees("Tidak ada rilis untuk “qwerty”", "No release found for “qwerty”")
    await rina.says("R-77")
    rina.sees("Tidak ada rilis untuk “R-77”", "No release found for “R-77”")


async def test_the_signs_of_a_search_are_only_signs(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await sent(desk, "Beras untuk korban banjir")
    for sign in ("%", "100%", "b_ras", "'; --"):
        await rina.says(f"rilis {sign}", f"release {sign}")
        rina.sees_not("Beras untuk korban banjir")


# Who may see what


async def test_what_is_not_sent_is_for_those_who_write_it(desk: Desk) -> None:
    rina, vera = await desk.journalist("Rina Contoh"), await desk.staff(Role.VERIFIER, "Vera Teladan")
    room = await newsroom(desk)
    await room.submits()
    for each in (rina, vera):
        for words in (("R-1",), ("rilis beras", "release beras"), ("naskah R-1", "full text R-1")):
            await each.says(*words)
            each.sees("Tidak ada rilis untuk", "No release found for")
        for token in ("read.1", "read_full.1", "read_photos.1"):
            await each.presses_token(token)
            each.sees_not(LEAD)
    await room.dina.says("rilis beras", "release beras")
    room.dina.sees("R-1 · menunggu persetujuan", "R-1 · waits for approval")


async def stranger(desk: Desk) -> Somebody:
    return await desk.stranger("Budi Contoh")


async def removed(desk: Desk) -> Somebody:
    rina = await desk.journalist("Rina Contoh")
    await desk.remove(rina)
    return rina


@pytest.mark.parametrize("who", [stranger, removed])
async def test_releases_are_for_those_who_are_registered(desk: Desk, who: Callable[[Desk], Awaitable[Somebody]]) -> None:
    await desk.journalist("Tono Contoh")
    outsider = await who(desk)
    await sent(desk, "Beras untuk korban banjir")
    outsider.silent()
    for words in (("R-1",), ("rilis", "releases"), ("naskah R-1", "full text R-1"), ("lagi", "more")):
        await outsider.says(*words)
        outsider.sees_not("Beras untuk korban banjir")
    await outsider.presses_token("read_full.1")
    outsider.sees_not("Siti Contoh")
    assert await opens(desk) == 0


async def test_the_release_of_another_office_is_not_found(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.sends()
    beside = next(each for each in desk.app.desks.values() if each.account.id != desk.account.id)
    async with desk.app.database.write() as every:
        neighbour = every.of(await offices.office_by_id(every, beside.account.office_id))
        drafter = (await people.with_roles(neighbour, [Role.DRAFTER]))[0]
        await releases.add(neighbour, drafter, "Rahasia kantor tetangga", "Naskah tetangga.", desk.now)
    await room.dina.says("rilis tetangga", "release tetangga")
    room.dina.sees("Tidak ada rilis untuk", "No release found for")
    for token in ("read.1", "read.2", "read_full.1", "read_full.2"):
        await rina.presses_token(token)
        rina.sees_not("tetangga")
