"""J11: how links stand, the month in numbers and one link with every step."""

from storage.records import Role
from tests.desk import EVERYWHERE, Desk
from tests.links import OTHER_SITE, article, coverage
from tests.releases import newsroom


@EVERYWHERE
async def test_the_month_is_counted_by_how_links_stand(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received(4)
    await all_of.vera.says("antrean", "queue")
    await all_of.vera.presses("Akui", "Recognise")
    await all_of.vera.presses("Akui", "Recognise")
    await all_of.vera.presses("Tolak", "Refuse")
    await all_of.vera.says("1")
    await all_of.vera.says("cabut L-2 halaman hilang", "withdraw L-2 halaman hilang")
    await all_of.vera.says("ya", "yes")
    await all_of.pastes(all_of.tono, f"{OTHER_SITE}/8101/jalan-desa")
    await all_of.rina.says("status")
    all_of.rina.sees("Link Anda, Nov 2026", "Your links, Nov 2026")
    all_of.rina.sees(
        "4 diterima · 1 diakui · 1 dicek · 1 ditolak · 1 dicabut · direkap 0 · ditagih 0 · dibayar 0",
        "4 received · 1 recognised · 1 being checked · 1 refused · 1 withdrawn · recapped 0 · invoiced 0 · paid 0",
    )
    all_of.rina.sees("⏳ L-4 — Suara Contoh · diterima", "⏳ L-4 — Suara Contoh · received")
    all_of.rina.sees("❌ L-3 — Suara Contoh · ditolak", "❌ L-3 — Suara Contoh · refused")
    all_of.rina.sees("⚠️ L-2 — Suara Contoh · dicabut", "⚠️ L-2 — Suara Contoh · withdrawn")
    all_of.rina.sees("✅ L-1 — Suara Contoh · diakui", "✅ L-1 — Suara Contoh · recognised")
    all_of.rina.sees_not("L-5")
    all_of.rina.has_no_button("Antrean", "Queue")


async def test_before_the_first_link_the_way_is_shown(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.rina.says("status")
    all_of.rina.sees("0 diterima", "0 received")
    all_of.rina.sees("Belum ada link bulan ini. Kirim saja", "No links this month yet. Just send")


async def test_a_new_month_begins_at_nothing_and_what_waits_stays_in_sight(desk: Desk) -> None:
    all_of = await coverage(desk)
    await desk.off(days=7, hours=15, minutes=59)  # 30 November, 23.59
    await all_of.received()
    await all_of.rina.says("status")
    all_of.rina.sees("Nov 2026\n\n1 diterima", "Nov 2026\n\n1 received")
    await desk.later(minutes=1)
    await all_of.rina.says("status")
    all_of.rina.sees("Des 2026\n\n0 diterima", "Dec 2026\n\n0 received")
    all_of.rina.sees("Belum ada link bulan ini", "No links this month yet")
    all_of.rina.sees("⏳ L-1 — Suara Contoh · diterima", "⏳ L-1 — Suara Contoh · received")
    await all_of.pastes(all_of.rina, article(2))
    await all_of.rina.says("status")
    all_of.rina.sees("Des 2026\n\n1 diterima", "Dec 2026\n\n1 received")


async def test_only_the_newest_five_are_listed(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received(7)
    await all_of.rina.says("status")
    all_of.rina.sees("7 diterima", "7 received")
    all_of.rina.sees("L-3 — Suara Contoh")
    all_of.rina.sees_not("L-2 — ")
    all_of.rina.sees("… dan 2 lainnya: ketik status semua", "… and 2 more: type status all")


@EVERYWHERE
async def test_all_links_are_listed_with_what_they_are_about_in_pages(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received(17)
    await all_of.pastes(all_of.tono, f"{OTHER_SITE}/8101/jalan-desa")
    await all_of.rina.says("status semua", "status all")
    all_of.rina.sees("Semua link Anda\n\n17 diterima", "All your links\n\n17 received")
    all_of.rina.sees(
        "⏳ L-17 — Suara Contoh · diterima (jalan desa dibuka 17)", "⏳ L-17 — Suara Contoh · received (jalan desa dibuka 17)"
    )
    all_of.rina.sees_not("L-2 — ")
    await all_of.rina.presses("Lebih lama", "Older")
    all_of.rina.sees("L-2 — Suara Contoh")
    all_of.rina.sees_not("L-3 — ")
    await all_of.rina.presses("Lebih baru", "Newer")
    all_of.rina.sees("L-17 — Suara Contoh")
    await all_of.tono.presses_token("status_list.0.v1")
    all_of.tono.sees("1 diterima", "1 received")


async def test_a_month_that_was_is_counted_when_it_is_named(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received(2)
    await desk.off(days=30)  # 23 December
    await all_of.pastes(all_of.rina, article(3))
    for typed in (("status november", "status november"), ("status bulan lalu", "status last month")):
        await all_of.rina.says(*typed)
        all_of.rina.sees("Link Anda, Nov 2026\n\n2 diterima", "Your links, Nov 2026\n\n2 received")
        all_of.rina.sees("L-2 — Suara Contoh")
        all_of.rina.sees_not("L-3 — ")
    await all_of.rina.presses_token("status_list.202699")
    all_of.rina.sees("sudah tidak berlaku", "no longer valid")


async def test_staff_see_everybody_s_and_the_verifier_the_queue(desk: Desk) -> None:
    all_of, dina = await coverage(desk), await desk.staff(Role.DRAFTER, "Dina Teladan")
    await all_of.received()
    await all_of.pastes(all_of.tono, f"{OTHER_SITE}/8101/jalan-desa")
    await dina.says("status")
    dina.sees("Semua link, Nov 2026\n\n2 diterima", "All links, Nov 2026\n\n2 received")
    dina.has_no_button("Antrean", "Queue")
    await all_of.vera.says("status")
    await all_of.vera.presses("Antrean", "Queue")
    all_of.vera.sees("2 link menunggu", "2 links are waiting")


# One link


@EVERYWHERE
async def test_one_link_shows_every_step_with_its_date_and_who_decided(desk: Desk) -> None:
    all_of, room = await coverage(desk), await newsroom(desk)
    await room.sends()
    await all_of.pastes(all_of.rina, f"R-1 {article()}")
    await all_of.rina.says("status L-1")
    all_of.rina.sees("L-1 ⏳ diterima\n\nSuara Contoh", "L-1 ⏳ received\n\nSuara Contoh")
    all_of.rina.sees(article())
    all_of.rina.sees("Tentang R-1: PEMKAB SALURKAN BERAS", "About R-1: PEMKAB SALURKAN BERAS")
    all_of.rina.sees(
        "Sekarang menunggu keputusan verifikator Humas Kab. Teladan", "Now waiting for a verifier of Humas Kab. Teladan"
    )
    await desk.later(days=1)
    await all_of.vera.says("antrean", "queue")
    await all_of.vera.presses("Akui", "Recognise")
    await desk.later(days=1)
    await all_of.vera.says("cabut L-1 halaman hilang", "withdraw L-1 halaman hilang")
    await all_of.vera.says("ya", "yes")
    await all_of.vera.presses("Batalkan", "Undo")
    await all_of.rina.says("L-1")
    all_of.rina.sees("L-1 ✅ diakui", "L-1 ✅ recognised")
    steps = [each for each in all_of.rina.news().splitlines() if "WIB · " in each]
    assert steps == [
        desk.pick(each)
        for each in (
            ("Senin 23 Nov 2026 08.00 WIB · diterima", "Monday 23 Nov 2026 08:00 WIB · received"),
            (
                "Selasa 24 Nov 2026 08.00 WIB · diakui oleh Vera Teladan",
                "Tuesday 24 Nov 2026 08:00 WIB · recognised by Vera Teladan",
            ),
            (
                "Rabu 25 Nov 2026 08.00 WIB · dicabut oleh Vera Teladan: halaman hilang",
                "Wednesday 25 Nov 2026 08:00 WIB · withdrawn by Vera Teladan: halaman hilang",
            ),
            (
                "Rabu 25 Nov 2026 08.00 WIB · diakui oleh Vera Teladan: Keputusan sebelumnya dibatalkan",
                "Wednesday 25 Nov 2026 08:00 WIB · recognised by Vera Teladan: The earlier decision was undone",
            ),
        )
    ]
    all_of.rina.sees("Sekarang menunggu direkap oleh", "Now waiting to be recapped by")


async def test_a_refused_link_says_why_and_what_to_do(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received()
    await all_of.vera.says("antrean", "queue")
    await all_of.vera.presses("Tolak", "Refuse")
    await all_of.vera.presses("Salinan dari media lain", "A copy from another outlet")
    await all_of.rina.presses("Lihat riwayat", "See the steps")
    all_of.rina.sees("ditolak oleh Vera Teladan: Salinan dari media lain", "refused by Vera Teladan: A copy from another outlet")
    all_of.rina.sees("Bila Anda punya tulisan sendiri", "If you wrote an article of your own")


async def test_the_code_is_read_as_people_type_it(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received()
    for typed in ("status L-1", "status l1", "status 1", "L-1", "l 1", "/status L-1", "status link no 1"):
        await all_of.rina.says(typed)
        all_of.rina.sees("L-1 ⏳ diterima", "L-1 ⏳ received")


async def test_a_link_of_the_list_opens_by_its_button(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received(2)
    await all_of.rina.says("status")
    await all_of.rina.presses("L-2")
    all_of.rina.sees("L-2 ⏳ diterima", "L-2 ⏳ received")
    all_of.rina.sees(article(2))


async def test_another_s_link_is_not_told(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received()
    for typed in ("status L-1", "L-1"):
        await all_of.tono.says(typed)
        all_of.tono.sees("L-1 tidak ada di antara link Anda", "L-1 is not among your links")
        all_of.tono.sees_not("Rina")
    await all_of.tono.presses_token(f"link_show.{(await all_of.link(1)).id}")
    all_of.tono.sees("L-1 tidak ada di antara link Anda", "L-1 is not among your links")
    await all_of.vera.says("L-1")
    all_of.vera.sees("L-1 ⏳ diterima", "L-1 ⏳ received")


async def test_a_code_of_nothing_is_said(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received()
    for typed, answer in (
        ("status L-99", ("L-99 tidak ada di antara link Anda", "L-99 is not among your links")),
        ("status banjir", ("“banjir” bukan kode link", "“banjir” is neither the code of a link")),
        ("status oktober 2031", ("“oktober 2031” bukan kode link", "“oktober 2031” is neither the code of a link")),
        ("status L-0", ("“L-0” bukan kode link", "“L-0” is neither the code of a link")),
        ("L-999999999", ("L-999999999 tidak ada di antara link Anda", "L-999999999 is not among your links")),
    ):
        await all_of.rina.says(typed)
        all_of.rina.sees(*answer)


async def test_staff_are_told_of_an_unknown_number(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.vera.says("L-99")
    all_of.vera.sees("L-99 tidak ditemukan", "L-99 was not found")


async def test_a_verifier_decides_from_the_link_itself(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received()
    await all_of.vera.says("L-1")
    await all_of.vera.presses("Akui", "Recognise")
    all_of.rina.sees("✅ L-1 — Suara Contoh")
    await all_of.vera.says("L-1")
    await all_of.vera.presses("Batalkan", "Undo")
    all_of.rina.sees("L-1 kami lihat sekali lagi", "looking at L-1 once more")


async def test_a_link_sent_by_mistake_is_shown_as_such(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, f"{OTHER_SITE}/8101/jalan-desa")
    await all_of.rina.presses("Salah kirim", "Sent by mistake")
    await all_of.rina.says("L-1")
    all_of.rina.sees("dicabut oleh Rina Contoh: Salah kirim", "withdrawn by Rina Contoh: Sent by mistake")
    await all_of.vera.says("L-1")
    all_of.vera.has_no_button("Batalkan", "Undo")


@EVERYWHERE
async def test_a_look_up_leaves_an_open_form_open(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received()
    await all_of.rina.says("profil", "profile")
    await all_of.rina.presses("Ganti wilayah", "Change area")
    await all_of.rina.says("status")
    all_of.rina.sees("1 diterima", "1 received")
    all_of.rina.sees("Isian Anda tadi masih menunggu", "still waiting")
    await all_of.rina.presses("L-1")
    all_of.rina.sees("L-1 ⏳ diterima", "L-1 ⏳ received")
    await all_of.rina.says("Pampangan")
    assert (await all_of.rina.record()).area == "Pampangan"


async def test_a_stranger_has_no_status(desk: Desk) -> None:
    budi = await desk.stranger()
    await budi.says("status L-1")
    budi.sees("daftar dulu sebentar", "please register first")
