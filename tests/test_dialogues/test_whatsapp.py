"""WhatsApp in its own way: windows and templates, lists, fates, opt-outs, numbers that change."""

from dataclasses import replace
from datetime import timedelta

import pytest

from storage import audit, charges, outbox, people, releases
from storage.announcements import GROUPS
from storage.records import Fate, FileKind, Role, RowState, Wait
from storage.tables import outbox as rows
from storage.tables import templates
from storage.templates import known as templates_known
from tests.desk import Desk, Somebody
from tests.phones import WhatsAppPhone
from tests.releases import HEADLINE, TEXT, newsroom

pytestmark = pytest.mark.parametrize("setting", ["whatsapp"], indirect=True)


def phone(somebody: Somebody) -> WhatsAppPhone:
    assert isinstance(somebody.phone, WhatsAppPhone)
    return somebody.phone


async def hears(desk: Desk, somebody: Somebody) -> None:
    """What the platform has to tell reaches the desk."""
    await phone(somebody).told()
    await desk.app.settle()


async def fate_of(desk: Desk, card: str) -> tuple[str, str]:
    """State and fate of the newest message of a card."""
    async with desk.db() as db:
        row = await db.row(db.of(rows, rows.c.state, rows.c.fate).where(rows.c.card == card).order_by(rows.c.id.desc()).limit(1))
    assert row
    return row.state, row.fate


async def test_a_release_to_a_closed_talk_goes_as_a_template_and_its_text_follows_the_tap(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.back_after(days=2)
    await room.sends()
    rina.sees(f"Rilis R-1 dari Humas Kab. Teladan:\n\n{HEADLINE}")
    rina.sees("Tekan tombol di bawah untuk naskah lengkapnya.")
    rina.sees_not("Link ditunggu")
    assert phone(rina).person.sees()[-1].template == "rilis_baru"
    await rina.presses("Naskah lengkap")
    rina.sees("Siti Contoh (41)")
    room.dina.sees("dikirim 1 dari 1")


async def test_without_an_approved_template_it_is_held_and_comes_with_the_next_word_or_the_approval(desk: Desk) -> None:
    rina, bayu = await desk.journalist("Rina Contoh"), await desk.journalist("Bayu Misal", outlet="Kabar Misal")
    room = await newsroom(desk)
    await room.back_after(days=2)
    platform = phone(rina).server
    platform.decides("rilis_baru", "PAUSED", "LOW_QUALITY")
    paused = platform.state.pending.copy()
    await hears(desk, rina)
    room.dina.sees("⚠️ Templat WhatsApp rilis_baru (id) dijeda oleh Meta.")
    room.dina.sees("Alasan Meta: low quality.")
    await room.sends()
    rina.silent()
    release = await room.latest()
    async with desk.db() as db:
        assert await outbox.parked(db, releases.subject(release.id)) == {Wait.TEMPLATE: 2}
    await rina.says("halo")
    rina.sees(HEADLINE)
    rina.sees("Link ditunggu")
    bayu.silent()
    await desk.later(hours=1)
    platform.decides("rilis_baru", "APPROVED")
    platform.state.pending += paused  # once more, and late
    platform.rates("rilis_baru", "YELLOW")
    await room.dina.says("bantuan")
    await hears(desk, rina)
    bayu.sees("Tekan tombol di bawah untuk naskah lengkapnya.")
    room.dina.sees_not("Meta")
    platform.recategorises("rilis_baru", "MARKETING")
    await hears(desk, rina)
    room.dina.sees("dari kategori layanan ke promosi")
    async with desk.db() as db:
        known = {(each.name, each.language): each for each in await templates_known(db, desk.account.id)}
    now = known["rilis_baru", "id"]
    assert (now.status, now.category, now.quality) == ("APPROVED", "MARKETING", "YELLOW")


async def test_news_without_a_template_is_announced_once_a_day_and_follows_the_tap(desk: Desk) -> None:
    room = await newsroom(desk)
    await desk.later(days=2)
    await room.submits()
    room.sari.sees("Ada kabar baru dari Humas Kab. Teladan untuk Anda.")
    room.sari.sees_not(HEADLINE)
    room.sari.has_no_button("Setujui")
    await room.sari.presses("Baca")
    room.sari.sees(HEADLINE)
    await room.sari.presses("Setujui")
    room.dina.sees("✅ R-1 disetujui oleh Sari Teladan")


async def test_what_the_platform_tells_moves_a_message_forward_and_never_back(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.sends()
    told = phone(rina).server.take()
    await hears(desk, rina)
    assert await fate_of(desk, "release_sent") == (RowState.SENT, "")
    for body in phone(rina).server.one_by_one(list(reversed(told))) * 2:
        channel, headers = phone(rina).channel, phone(rina).server.headers(body)
        await desk.app.take_in(desk.account, channel.read(headers, body))
    await desk.app.settle()
    assert await fate_of(desk, "release_sent") == (RowState.SENT, Fate.DELIVERED)
    phone(rina).person.reads()
    await hears(desk, rina)
    assert await fate_of(desk, "release_sent") == (RowState.SENT, Fate.READ)


async def test_a_message_that_was_taken_and_then_fails_is_told_as_failed(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    await room.dina.presses("Kirim sekarang")
    phone(rina).person.leaves()  # the number is on WhatsApp no more
    await room.dina.presses("Ya, kirim")
    await hears(desk, rina)
    assert await fate_of(desk, "release_sent") == (RowState.FAILED, Fate.FAILED)
    async with desk.db() as db:
        assert not (await people.addresses_of(db, (await people.listed(db, (Role.JOURNALIST,)))[0].id))[0].reachable


async def test_a_list_that_was_taken_and_then_fails_fails_for_all_that_it_said_and_all_comes_again(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await desk.later(hours=14)
    for text in (TEXT, TEXT.replace("312", "415").replace("480/231", "480/232")):
        await room.sends(text)
    phone(rina).server.fail_later(131000, 131000, 131000)  # Dina's two lines, and the list
    await desk.later(hours=7, minutes=30)
    await hears(desk, rina)
    async with desk.db() as db:
        told = await db.rows(db.of(rows).where(rows.c.subject.in_(("release:1", "release:2"))))
    assert [(row.card, row.state) for row in told] == [("release_sent", RowState.WAITING)] * 2
    await desk.later(seconds=6)
    rina.sees("312 KK")
    rina.sees("415 KK")


async def test_what_may_still_work_goes_once_more_in_its_time_and_then_fails_in_plain_words(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    await room.dina.presses("Kirim sekarang")
    platform = phone(rina).server
    platform.fail_later(131000, 131000)  # Dina's line, and the release
    await room.dina.presses("Ya, kirim")
    told = platform.state.pending.copy()
    await hears(desk, rina)
    assert await fate_of(desk, "release_sent") == (RowState.WAITING, "")
    platform.state.pending += [replace(each, body=each.body | {"status": "sent"}) for each in told if "status" in each.body]
    await hears(desk, rina)  # late, and of the message that failed
    assert await fate_of(desk, "release_sent") == (RowState.WAITING, "")
    platform.fail_later(131049, 131049)
    await desk.later(seconds=6)
    rina.silent()
    await hears(desk, rina)
    assert await fate_of(desk, "release_sent") == (RowState.FAILED, Fate.FAILED)
    await room.dina.says("laporan R-1")
    room.dina.sees("1 tertahan batas atau gangguan WhatsApp")
    await room.dina.presses("Kirim ulang")
    await hears(desk, rina)
    assert await fate_of(desk, "release_sent") == (RowState.SENT, Fate.DELIVERED)
    rina.sees(HEADLINE)


async def test_an_answer_that_was_lost_is_settled_by_what_is_told_and_never_repeated(desk: Desk) -> None:
    from tests.channels import whatsapp_server as platform

    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    await room.dina.presses("Kirim sekarang")
    desk.expected.add("not sent")
    phone(rina).server.fail("messages", platform.LOST, platform.LOST)  # the answer to Dina, and the release
    await room.dina.presses("Ya, kirim")
    assert (await fate_of(desk, "release_sent"))[0] == RowState.UNSURE
    await hears(desk, rina)
    assert await fate_of(desk, "release_sent") == (RowState.SENT, Fate.DELIVERED)
    assert sum(HEADLINE in each.text for each in phone(rina).shown()) == 1


async def test_whoever_opts_out_gets_no_releases_and_may_come_back(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    phone(rina).person.opts_out()
    await hears(desk, rina)
    await room.approves()
    await room.dina.presses("Kirim sekarang")
    room.dina.sees("tidak ada")
    phone(rina).person.opts_in()
    await hears(desk, rina)
    await room.dina.says("kirim R-1")
    await room.dina.presses("Ya, kirim")
    rina.sees(HEADLINE)
    phone(rina).server.fail_later(131050)  # they said so elsewhere, and the platform tells it with a message that failed
    await rina.says("status")
    await hears(desk, rina)
    async with desk.db() as db:
        assert (await people.census(db, GROUPS["journalists"]))["reached"] == 0


async def test_a_changed_number_is_the_same_person(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    before = await rina.record()
    phone(rina).person.changes_number("628999000111")
    await hears(desk, rina)
    await rina.says("status")
    assert (await rina.record()).id == before.id
    await room.sends()
    rina.sees(HEADLINE)


async def test_more_than_three_choices_are_a_list(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    for number in range(14):
        await desk.journalist(f"Rina Contoh {chr(65 + number)}", outlet=f"Kabar {chr(65 + number)}")
    await vera.says("anggota")
    assert phone(vera).person.sees()[-1].menu == "Pilih"
    await vera.presses("Berikutnya")
    vera.sees("Rina Contoh N")
    await vera.says("1")  # of the list's rows
    vera.sees("Keluarkan")


async def test_a_flood_that_the_platform_suspects_stops_the_broadcast_until_somebody_goes_on(desk: Desk) -> None:
    rina, bayu = await desk.journalist("Rina Contoh"), await desk.journalist("Bayu Misal", outlet="Kabar Misal")
    room = await newsroom(desk)
    await room.approves()
    await room.dina.presses("Kirim sekarang")
    desk.expected.add("not sent")
    phone(rina).server.fail_later(131048)  # whatever is sent first about it
    await room.dina.presses_to_many("Ya, kirim", first=1)
    await hears(desk, rina)
    await desk.later(minutes=2)
    assert not [each for each in (rina, bayu) if HEADLINE in each.news()]
    room.sari.sees("⚠️ R-1 berhenti sendiri pada 0 dari 2 orang")
    await room.sari.presses("Lanjutkan")
    rina.sees(HEADLINE)
    bayu.sees(HEADLINE)


async def test_what_is_billed_is_counted_once(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.back_after(days=2)
    await room.sends()
    await hears(desk, rina)
    month = desk.now.replace(day=1, hour=0)
    async with desk.db() as db:
        counted = await charges.by_category(db, month, month + timedelta(days=31))
    assert counted[desk.account.id]["utility"] == 1
    await room.dina.says("biaya")
    room.dina.sees("Templat layanan: 1")


async def test_the_preview_says_how_many_a_template_alone_reaches_and_what_it_costs(desk: Desk) -> None:
    await desk.journalist("Rina Contoh")
    bayu, room = await desk.journalist("Bayu Misal", outlet="Kabar Misal"), await newsroom(desk)
    await room.back_after(days=2)
    await bayu.says("bantuan")
    await room.approves()
    room.dina.sees_not("templat WhatsApp")
    await room.dina.presses("Kirim sekarang")
    room.dina.sees("1 orang hanya lewat templat WhatsApp, perkiraan Rp\u00a0332")


async def test_the_report_tells_what_arrived_what_was_read_and_what_waits(desk: Desk) -> None:
    rina, bayu = await desk.journalist("Rina Contoh"), await desk.journalist("Bayu Misal", outlet="Kabar Misal")
    await desk.journalist("Tono Misal", outlet="Media Misal")
    room = await newsroom(desk)
    async with desk.db() as db:
        await db.change(templates, status="PENDING")
    await room.back_after(days=2)
    await rina.says("bantuan")
    await bayu.says("bantuan")
    await room.sends()
    phone(rina).person.reads()
    await hears(desk, rina)
    await room.dina.says("laporan R-1")
    room.dina.sees("Dikirim 2 · sampai 2 · dibaca 1 · dibuka 0")
    room.dina.sees("⏳ 1 orang menunggu templat WhatsApp disetujui Meta.")
    room.dina.sees("Sampai dan dibaca hanya diketahui dari WhatsApp")


async def test_what_does_not_arrive_comes_once_on_the_other_channel(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    other = await (await desk.second_app()).stranger("Rina C.")
    await rina.says("hubungkan")
    code = rina.news().split("Kode Anda: ")[1][:7]
    await other.says(code)
    phone(rina).person.goes_offline()
    await room.sends()
    await hears(desk, rina)
    await desk.later(minutes=29)
    other.sees_not(HEADLINE)
    await desk.later(minutes=2)
    other.sees(HEADLINE)
    await desk.later(hours=7)
    assert other.reads().count(HEADLINE) == 1
    await room.dina.says("laporan R-1")
    room.dina.sees("lewat kanal lain 1")


async def test_what_arrived_is_not_said_elsewhere(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await rina.says("bantuan")
    rina.sees_not("hubungkan")
    other = await (await desk.second_app()).stranger("Rina C.")
    await rina.says("bantuan")
    rina.sees("hubungkan: memakai Telegram dan WhatsApp sebagai satu orang")
    await rina.says("hubungkan")
    await other.says(rina.news().split("Kode Anda: ")[1][:7])
    await room.sends()
    await hears(desk, rina)
    await desk.later(hours=1)
    other.sees_not(HEADLINE)


async def test_whom_the_platform_lets_us_not_write_to_first_today_gets_it_when_the_day_has_moved_on(desk: Desk) -> None:
    names = ("Rina", "Bayu", "Tono")
    everybody = [await desk.journalist(f"{name} Contoh", outlet=f"Kabar {name}") for name in names]
    rina, bayu, tono = everybody
    room = await newsroom(desk)
    phone(rina).server.announces("business_capability_update", {"max_daily_conversations_per_business": 2})
    await hears(desk, rina)
    await room.back_after(days=2)
    await room.approves()
    await room.dina.presses("Kirim sekarang")
    room.dina.sees("WhatsApp membolehkan 2 orang per 24 jam disapa lebih dulu: 1 orang menerima setelahnya.")
    await room.dina.presses("Ya, kirim")
    assert [HEADLINE in each.news() for each in everybody] == [True, True, False]
    await room.dina.says("laporan R-1")
    room.dina.sees("⏳ 1 orang menunggu batas harian WhatsApp")
    await desk.later(hours=23)
    tono.silent()
    await desk.later(hours=2)
    assert tono.news().count(HEADLINE) == 1
    assert bayu.reads().count(HEADLINE) == 1


async def test_at_the_ceiling_templates_are_held_until_there_is_money_again(desk: Desk) -> None:
    ani, rina, room = await desk.staff(Role.ADMIN, "Ani Teladan"), await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.back_after(days=2)
    await ani.says("biaya batas 1.000")
    async with desk.db() as db:
        for number in range(4):
            await charges.note(db, desk.account.id, f"m{number}", "utility", "ID", desk.now)
    await desk.later(seconds=2)
    room.dina.sees("mencapai batas")
    await room.sends()
    rina.silent()
    await room.dina.says("laporan R-1")
    room.dina.sees("1 orang ditahan karena batas biaya")
    await ani.says("biaya batas 100.000")
    rina.sees(HEADLINE)


async def test_a_file_goes_up_again_before_the_platform_forgets_it(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.dina.says("buat rilis")
    await room.dina.says(TEXT)
    await room.dina.says(files=[replace(desk.photo(), kind=FileKind.DOCUMENT, name="foto.zip", mime="application/zip")])
    room.dina.sees("Satu berkas tidak dimasukkan: WhatsApp hanya menerima PDF, Word")
    await room.dina.says("Foto: Rina Contoh", files=[desk.photo()])
    await room.dina.presses("Selesai")
    await room.dina.presses("Ajukan")
    before = phone(rina).server.state.uploads
    await room.sari.presses("Setujui")
    await room.dina.presses("Kirim sekarang")
    await room.dina.presses("Ya, kirim")
    assert phone(rina).server.state.uploads == before  # the approver's copy is used again
    await desk.off(days=29, hours=12)
    await rina.says("rilis R-1")
    assert phone(rina).server.state.uploads == before + 1


async def test_who_writes_first_has_agreed_to_be_written_to_and_that_is_kept(desk: Desk) -> None:
    budi = await desk.stranger()
    await budi.says("halo")
    person = await budi.record()
    async with desk.db() as db:
        assert await audit.times(db, f"account:{desk.account.id}", "opt_in") == 1
        assert await audit.times_since(db, person, "opt_in", desk.now - timedelta(minutes=1)) == 1
