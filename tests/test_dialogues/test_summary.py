"""O1 and O9: the morning summary, at the office's hour and whenever it is asked for, with numbers that cannot flatter."""

from itertools import product

import pytest

from messages.cards import render
from messages.wording import Words
from storage.records import Language, Role
from tests.desk import EVERYWHERE, Desk, Somebody
from tests.links import OTHER_SITE, SITE, Coverage, article, coverage
from tests.releases import newsroom

ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)  # what depends on no platform and no language
NIGHT = {"hours": 22, "minutes": 45}  # from eight to a quarter to seven
TITLE = ("Ringkasan media Humas Kab. Teladan", "Media summary of Humas Kab. Teladan")


async def official(desk: Desk, name: str = "Fulan Teladan") -> Somebody:
    return await desk.staff(Role.OFFICIAL, name)


async def recognises(all_of: Coverage, number: int) -> None:
    """Vera recognises the oldest links that wait."""
    await all_of.vera.says("antrean", "queue")
    for _ in range(number):
        await all_of.vera.presses("Akui", "Recognise")


def summaries(who: Somebody) -> int:
    """How many of them stand in somebody's chat."""
    return who.reads().count(who.desk.pick(TITLE))


@EVERYWHERE
async def test_at_the_office_s_hour_officials_are_told_of_yesterday(desk: Desk) -> None:
    all_of, pak = await coverage(desk), await official(desk)
    await all_of.received(3)
    await all_of.pastes(all_of.tono, f"{OTHER_SITE}/8101/jalan-desa {OTHER_SITE}/8102/jalan-kota")
    await recognises(all_of, 4)
    await desk.later(hours=22, minutes=44)
    pak.silent()
    await desk.later(minutes=1)
    pak.sees("Ringkasan media Humas Kab. Teladan, 24/11 06.45", "Media summary of Humas Kab. Teladan, 24 Nov 06:45")
    pak.sees("Selamat pagi, Bapak/Ibu", "Good morning")
    pak.sees(
        "Kemarin, 23 Nov 2026: 5 link diterima, 4 di antaranya diakui, dari 2 media",
        "Yesterday, 23 Nov 2026: 5 links received, 4 of them recognised, from 2",
    )
    pak.sees(
        "1 link menunggu verifikator, yang terlama sejak 23 Nov 2026", "1 link waits for a verifier, the oldest since 23 Nov 2026"
    )
    for other in (all_of.rina, all_of.tono, all_of.vera):
        other.sees_not(*TITLE)


async def test_releases_are_named_with_what_was_recognised(desk: Desk) -> None:
    all_of, room, pak = await coverage(desk), await newsroom(desk), await official(desk)
    await room.sends()
    await all_of.pastes(all_of.rina, f"R-1 {article(1)} {article(2)}")
    await all_of.pastes(all_of.tono, f"R-1 {OTHER_SITE}/8101/jalan-desa")
    await recognises(all_of, 3)
    await desk.later(**NIGHT)
    pak.sees(
        "R-1 PEMKAB SALURKAN BERAS UNTUK 312 KK TERDAMPAK BANJIR: 3 link diakui, 2 media",
        "R-1 PEMKAB SALURKAN BERAS UNTUK 312 KK TERDAMPAK BANJIR: 3 links recognised, 2 outlets",
    )
    pak.sees("1 rilis dikirim: R-1 PEMKAB SALURKAN BERAS", "1 release sent: R-1 PEMKAB SALURKAN BERAS")
    pak.sees_not("menunggu verifikator", "for a verifier")


@ONCE
async def test_what_is_not_recognised_is_not_counted_as_coverage(desk: Desk) -> None:
    all_of, room, pak = await coverage(desk), await newsroom(desk), await official(desk)
    await room.sends()
    await all_of.pastes(all_of.rina, f"R-1 {article(1)} {article(2)}")
    await recognises(all_of, 1)
    await all_of.vera.says("cabut L-1 halaman hilang", "withdraw L-1 halaman hilang")
    await all_of.vera.says("ya", "yes")
    await desk.later(**NIGHT)
    pak.sees("2 link diterima, belum ada yang diakui verifikator", "2 links received, none recognised by a verifier yet")
    pak.sees_not("R-1 PEMKAB SALURKAN BERAS UNTUK 312 KK TERDAMPAK BANJIR:")


@ONCE
async def test_two_links_of_one_outlet_are_one_outlet(desk: Desk) -> None:
    all_of, pak = await coverage(desk), await official(desk)
    await all_of.received(2)
    await recognises(all_of, 2)
    await desk.later(**NIGHT)
    pak.sees("2 di antaranya diakui, dari 1 media", "2 of them recognised, from 1 outlet.")


@ONCE
async def test_a_link_of_no_known_outlet_adds_no_outlet(desk: Desk) -> None:
    all_of, pak = await coverage(desk), await official(desk)
    await all_of.pastes(all_of.rina, "https://arungmisal.com/berita/jalan-desa")
    await recognises(all_of, 1)
    await desk.later(**NIGHT)
    pak.sees("1 link diterima, 1 di antaranya diakui.", "1 link received, 1 of them recognised.")


async def test_a_day_without_links_says_so_and_no_more(desk: Desk) -> None:
    pak = await official(desk)
    await desk.later(**NIGHT)
    pak.sees("Kemarin, 23 Nov 2026, tidak ada link berita yang masuk", "Yesterday, 23 Nov 2026, no links to articles came in")
    pak.sees_not("menunggu", "wait")
    pak.has_no_button("Rinci", "Details")


@ONCE
async def test_links_of_another_day_are_not_yesterday_s(desk: Desk) -> None:
    all_of, pak = await coverage(desk), await official(desk)
    await all_of.received()
    await desk.later(days=2)
    await all_of.pastes(all_of.rina, article(2))
    await pak.says("ringkasan", "summary")
    pak.sees("Kemarin, 24 Nov 2026, tidak ada link", "Yesterday, 24 Nov 2026, no links")
    pak.sees(
        "2 link menunggu verifikator, yang terlama sejak 23 Nov 2026", "2 links wait for a verifier, the oldest since 23 Nov 2026"
    )


# Asked for


@EVERYWHERE
async def test_it_is_there_whenever_it_is_asked_for(desk: Desk) -> None:
    all_of, pak = await coverage(desk), await official(desk)
    await all_of.received()
    await desk.later(**NIGHT)
    await recognises(all_of, 1)
    await pak.says("ringkasan", "summary")
    pak.sees("1 link diterima, 1 di antaranya diakui, dari 1 media", "1 link received, 1 of them recognised, from 1 outlet")
    pak.sees_not("Selamat pagi", "Good morning")


async def test_the_days_that_are_named_are_told(desk: Desk) -> None:
    all_of, room, pak = await coverage(desk), await newsroom(desk), await official(desk)
    await room.sends()
    await all_of.received(2)
    await recognises(all_of, 1)
    await desk.off(days=9)  # Wednesday, 2 December
    one_day = (
        "23 Nov 2026: 2 link diterima, 1 di antaranya diakui, dari 1 media",
        "23 Nov 2026: 2 links received, 1 of them recognised, from 1 outlet",
    )
    for typed in (("ringkasan 23/11", "summary 23/11"), ("ringkasan tgl 23", "summary 23 november")):
        await pak.says(*typed)
        pak.sees(*one_day)
        pak.sees("1 rilis dikirim: R-1", "1 release sent: R-1")
        pak.sees_not("Kemarin", "Yesterday")
    await pak.presses("Rinci", "Details")
    pak.sees("2 link pada 23 Nov 2026", "2 links on 23 Nov 2026")
    await pak.says("ringkasan senin", "summary monday")
    pak.sees("30 Nov 2026, tidak ada link", "30 Nov 2026, no links")
    await pak.says("ringkasan minggu lalu", "summary last week")
    pak.sees("23 Nov 2026 sampai 29 Nov 2026: 2 link diterima, 1", "23 Nov 2026 to 29 Nov 2026: 2 links received, 1")
    await pak.says("ringkasan bulan lalu", "summary last month")
    pak.sees("1 Nov 2026 sampai 30 Nov 2026: 2 link", "1 Nov 2026 to 30 Nov 2026: 2 links")
    await pak.says("ringkasan minggu ini", "summary this week")
    pak.sees("30 Nov 2026 sampai 2 Des 2026, tidak ada link", "30 Nov 2026 to 2 Dec 2026, no links")
    await pak.says("ringkasan hari ini", "summary today")
    pak.sees("Hari ini, 2 Des 2026, sejauh ini, tidak ada", "Today, 2 Dec 2026, so far, no links")


@ONCE
@pytest.mark.parametrize("typed", ["besok", "banjir", "31/12/2031", "31/2"])
async def test_no_day_that_has_been_is_said_and_never_another_told(desk: Desk, typed: str) -> None:
    pak = await official(desk)
    await pak.says(f"ringkasan {typed}", f"summary {typed}")
    pak.sees(f"“{typed}” bukan hari yang sudah lewat. Contoh: ringkasan 24/11", f"“{typed}” is not a past day")
    pak.sees_not(*TITLE)


@ONCE
@pytest.mark.parametrize(
    ("role", "may"),
    [(Role.OFFICIAL, True), (Role.APPROVER, True), (Role.ADMIN, True), (Role.DRAFTER, False), (Role.VERIFIER, False)],
)
async def test_who_may_ask(desk: Desk, role: Role, may: bool) -> None:
    somebody = await desk.staff(role, "Fulan Teladan")
    await somebody.says("ringkasan", "summary")
    somebody.sees(*(TITLE if may else ("di luar tugas Anda", "not part of your work")))


async def test_journalists_do_not_see_it(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.rina.says("ringkasan", "summary")
    all_of.rina.sees("di luar tugas Anda", "not part of your work")
    await all_of.rina.presses_token("summary_list.20261123")
    all_of.rina.sees("di luar tugas Anda", "not part of your work")


# The links behind the numbers


async def test_details_list_the_links_of_that_day_and_stay_with_it(desk: Desk) -> None:
    all_of, pak = await coverage(desk), await official(desk)
    await all_of.received(2)
    await recognises(all_of, 1)
    await desk.later(**NIGHT)
    details = pak.button("Rinci", "Details")
    await pak.presses_token(details)
    pak.sees("2 link pada 23 Nov 2026", "2 links on 23 Nov 2026")
    pak.sees(f"L-1 · Suara Contoh · diakui\n{article(1)}", f"L-1 · Suara Contoh · recognised\n{article(1)}")
    pak.sees(f"L-2 · Suara Contoh · menunggu\n{article(2)}", f"L-2 · Suara Contoh · waiting\n{article(2)}")
    await desk.later(days=3)
    await pak.presses_token(details)
    pak.sees("2 link pada 23 Nov 2026", "2 links on 23 Nov 2026")


@ONCE
async def test_many_links_come_in_pages_that_turn_in_place(desk: Desk) -> None:
    all_of, pak = await coverage(desk), await official(desk)
    await all_of.received(20)
    await desk.later(**NIGHT)
    await pak.presses("Rinci", "Details")
    pak.sees("20 link pada 23 Nov 2026", "20 links on 23 Nov 2026")
    pak.sees("L-1 · ")
    pak.sees_not("L-20 · ")
    pak.has_no_button("Sebelumnya", "Back")
    await pak.presses("Berikutnya", "More")
    await pak.presses("Berikutnya", "More")
    pak.sees("L-20 · ")
    pak.has_no_button("Berikutnya", "More")
    await pak.presses("Sebelumnya", "Back")
    pak.sees_not("L-20 · ")
    assert pak.reads().count(desk.pick(("20 link pada", "20 links on"))) == 1


@ONCE
@pytest.mark.parametrize("token", ["summary_list.1", "summary_list.20261399", "summary_list"])
async def test_a_day_that_is_none_is_answered(desk: Desk, token: str) -> None:
    pak = await official(desk)
    await pak.presses_token(token)
    pak.sees("sudah tidak berlaku", "no longer valid")


# To whom, and how often


@ONCE
async def test_who_paused_left_or_was_removed_is_not_told(desk: Desk) -> None:
    staying, paused, left, removed = [await official(desk, f"{name} Teladan") for name in ("Adi", "Budi", "Citra", "Dodo")]
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await paused.says("jeda 3 hari", "pause 3 days")
    await left.says("berhenti", "leave")
    await left.says("ya", "yes")
    await ani.presses_token(f"person_remove.{(await removed.record()).id}")
    await ani.says("Pindah tugas.")
    await ani.says("ya", "yes")
    await desk.later(**NIGHT)
    assert [summaries(each) for each in (staying, paused, left, removed)] == [1, 0, 0, 0]
    await desk.later(days=3)
    assert [summaries(each) for each in (staying, paused, left, removed)] == [4, 1, 0, 0]


@ONCE
async def test_it_comes_once_a_day_however_far_the_clock_jumps(desk: Desk) -> None:
    pak = await official(desk)
    await desk.later(days=3)
    assert summaries(pak) == 3
    await desk.off(days=4, hours=1)  # Thursday to Monday at nine: one, of yesterday
    assert summaries(pak) == 4
    pak.sees("Kemarin, 29 Nov 2026", "Yesterday, 29 Nov 2026")
    await desk.app.settle()
    await desk.off(hours=1)
    assert summaries(pak) == 4


@ONCE
async def test_a_morning_missed_by_half_a_day_is_left_out(desk: Desk) -> None:
    pak = await official(desk)
    await desk.later(**NIGHT)
    await desk.off(days=1, hours=7)
    assert summaries(pak) == 1
    await desk.later(days=1)
    assert summaries(pak) == 2


@ONCE
async def test_a_new_office_is_not_told_of_a_morning_it_never_had(desk: Desk) -> None:
    pak = await official(desk)
    await desk.app.settle()  # at eight, an hour and a quarter late
    pak.silent()


@ONCE
async def test_each_official_reads_their_own_language(desk: Desk) -> None:
    adi, budi = await official(desk, "Adi Teladan"), await official(desk, "Budi Teladan")
    await adi.says("bahasa indonesia", "indonesian")
    await budi.says("bahasa inggris", "english")
    await desk.later(**NIGHT)
    assert "tidak ada link berita yang masuk" in adi.news()
    assert "no links to articles came in" in budi.news()


@ONCE
async def test_three_releases_are_named_those_with_most_links_first(desk: Desk) -> None:
    all_of, room, pak = await coverage(desk), await newsroom(desk), await official(desk)
    for number in range(1, 5):
        await room.sends(f"PEMKAB BUKA JALAN DESA KE-{number} DI KECAMATAN TELADAN\nTELADAN – Jalan dibuka Minggu (22/11/2026).")
        for each in range(number):
            await all_of.pastes(all_of.rina, f"R-{number} {SITE}/jalan-{number}-{each}")
    await recognises(all_of, 10)
    await desk.later(**NIGHT)
    named = [line[:3] for line in pak.news().splitlines() if line.startswith("R-")]
    assert named == ["R-4", "R-3", "R-2"]


@EVERYWHERE
async def test_a_correction_of_yesterday_is_named_with_what_was_made_from_the_wrong_text(desk: Desk) -> None:
    all_of, room, pak = await coverage(desk), await newsroom(desk), await official(desk)
    await room.sends()
    await all_of.pastes(all_of.rina, f"R-1 {article(1)} {article(2)} {article(3)}")
    await recognises(all_of, 2)
    for each in ("ralat R-1", "312 KK menjadi 321 KK", "sumber: BPBD"):
        await room.dina.says(each, each.replace("ralat", "correct").replace("menjadi", "should be"))
    await room.dina.presses("Ajukan ralat", "Submit the correction")
    await pak.says("ringkasan hari ini", "summary today")
    pak.sees_not("⚠️ Ralat", "⚠️ Correction")  # it has not gone out
    await desk.later(hours=1)
    await room.sari.presses("Setujui & kirim", "Approve & send")
    await desk.later(hours=21, minutes=45)
    told = "⚠️ Ralat R-1 PEMKAB SALURKAN BERAS", "⚠️ Correction of R-1 PEMKAB SALURKAN BERAS"
    pak.sees(*told)
    pak.sees(" dikirim 09.00. “312", " sent 09:00. “312")
    made = "{} link diakui dibuat dari naskah lama.", "{} recognised link{} made from the old text."
    pak.sees(made[0].format(2), made[1].format(2, "s were"))
    await all_of.vera.says("cabut L-2 halaman hilang", "withdraw L-2 halaman hilang")
    await all_of.vera.says("ya", "yes")
    for asked in (("ringkasan", "summary"), ("ringkasan minggu ini", "summary this week")):
        await pak.says(*asked)  # once more, and in a span of days
        pak.sees(made[0].format(1), made[1].format(1, " was"))
    await pak.says("ringkasan hari ini", "summary today")
    pak.sees_not(*told)  # that was yesterday
    await all_of.rina.says("ringkasan", "summary")
    all_of.rina.sees("di luar tugas Anda", "not part of your work")


MOMENT = "2026-11-23T23:45:00+00:00"
HEADLINE = "Pemkab " + "menyalurkan bantuan " * 7
RELEASE = {"number": 999_999, "headline": HEADLINE, "links": 99_999, "outlets": 9_999}
CORRECTION = {
    "number": 999_999, "headline": HEADLINE, "at": MOMENT, "links": 99_999, "mended": 99_999, "was": "99.321 KK di " * 9,
    "now": "99.312 KK di " * 9, "changes": 99,
}  # fmt: skip
LONGEST = {
    "now": MOMENT, "day": MOMENT, "object": 20261123, "unasked": True, "received": 99_999, "recognised": 99_999,
    "outlets": 9_999, "last": MOMENT, "waiting": 99_999, "oldest": MOMENT, "texts": 9_999, "unread": 9_999, "agenda": 3,
    "questions": {"number": 999, "unit": "Dinas Pekerjaan Umum dan Penataan Ruang " * 3, "days": 99},
}  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_it_is_never_longer_than_nine_hundred_characters_and_says_what_it_left_out(language: Language) -> None:
    """Whatever there is, all of it is named or counted; of less more is named."""
    words, longest = Words(language, "Asia/Jakarta", "Dinas Komunikasi dan Informatika " * 9), 0
    line = {Language.ID: "Ralat R-", Language.EN: "Correction of R-"}[language]
    for releases, corrections, sent, ago in product(range(4), (0, 1, 2, 3, 99), (0, 9), (1, -1)):
        facts = {"releases": [RELEASE] * releases, "corrections": [CORRECTION] * corrections, "sent": [RELEASE] * sent}
        whole = "\n\n".join(block.text for block in render("summary", LONGEST | facts | {"ago": ago}, words).blocks)
        longest = max(longest, len(whole))
        assert len(whole) <= 900
        assert {Language.ID: "999 pertanyaan belum dijawab", Language.EN: "999 questions are unanswered"}[language] in whole
        left = releases - sum(each.startswith("R-") for each in whole.splitlines())
        assert (f"{left} rilis lain" in whole or f"{left} other release" in whole) is bool(left)
        untold = corrections - whole.count(line)
        assert (f"{untold} ralat" in whole or f"{untold} other correction" in whole or f"{untold} correction" in whole) is bool(
            untold
        )
    assert longest > 800
