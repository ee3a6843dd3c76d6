"""A2: the office's rules as dated data: everybody reads them, admins change them from a day on, and nothing is judged anew."""

import pytest

from storage import links, rules
from storage.records import LinkState, ReleaseId, Role, Rules
from storage.tables import releases
from tests.desk import EVERYWHERE, Desk, Somebody
from tests.links import article
from tests.ruling import ONLINE, REFERENCE, changes, proposes, wants

CHANGE = ("Ubah aturan", "Change a rule")


async def newest(desk: Desk) -> Rules:
    """The last version that was made."""
    async with desk.db() as db:
        return (await rules.versions(db))[-1]


async def submitted(desk: Desk, rina: Somebody, *days: int) -> None:
    """Rina's links about a release that went out 20 days ago came so many days after it."""
    person, launched = await rina.record(), desk.now.replace(day=3)
    async with desk.db() as db:
        told = {"headline": "Panen", "body": "Panen.", "launched_at": launched, "created_at": launched, "author_id": person.id}
        about = ReleaseId(await db.add(releases, number=1, status="sent", **told))
        for number, day in enumerate(days):
            address = article(number)
            place = {"typed": address, "address": address, "kind": "article", "outlet_id": person.outlet_id, "release_id": about}
            await links.add(db, person, address, launched.replace(day=3 + day), **place)


@EVERYWHERE
async def test_a_rule_is_changed_from_a_day_on_and_everybody_reads_it_before(desk: Desk) -> None:
    ani, vera = await desk.staff(Role.ADMIN, "Ani Teladan"), await desk.staff(Role.VERIFIER, "Vera Teladan")
    rina = await desk.journalist("Rina Contoh", hosts=("suaracontoh.id",))
    await rina.says("aturan", "rules")
    rina.sees("Batas link media siber: 2 hari", "Deadline for online links: 2 days")
    rina.sees("Batas bukti radio: 10 hari", "Deadline for radio: 10 days")
    rina.sees("Kuota tiap media per bulan: tidak dibatasi", "Each outlet in a month: no limit")
    rina.sees("diakui mulai: 50 %", "recognised from: 50 %")
    await submitted(desk, rina, 1, 3, 3, 9)
    await proposes(ani)
    ani.sees("Mulai Selasa 1 Des 2026", "From Tuesday 1 Dec 2026")
    ani.sees("3 hari (sebelumnya 2 hari)", "3 days (before: 2 days)")
    ani.sees(REFERENCE)
    ani.sees("2 terdampak", "2 would be affected")
    await ani.presses("Ya", "Yes")
    ani.sees("Tersimpan sebagai versi 2", "Kept as version 2")
    vera.sees("Ani Teladan mengubah aturan: versi 2", "Ani Teladan changed the rules: version 2")
    await rina.says("aturan", "rules")
    rina.sees("Versi 1", "Version 1")
    rina.sees("Mulai Selasa 1 Des 2026 (versi 2). Dasar: " + REFERENCE, "From Tuesday 1 Dec 2026 (version 2). By: " + REFERENCE)
    await desk.off(days=8)
    await rina.says("aturan", "rules")
    rina.sees("Versi 2, berlaku sejak Selasa 1 Des 2026", "Version 2, in force since Tuesday 1 Dec 2026")
    rina.sees("Batas link media siber: 3 hari", "Deadline for online links: 3 days")
    rina.sees_not("versi 1", "version 1")
    desk.neighbour_is_untouched()


async def test_what_was_decided_keeps_the_rules_of_its_day(desk: Desk) -> None:
    ani, vera = await desk.staff(Role.ADMIN, "Ani Teladan"), await desk.staff(Role.VERIFIER, "Vera Teladan")
    rina = await desk.journalist("Rina Contoh", hosts=("suaracontoh.id",))
    await submitted(desk, rina, 1, 3)
    await vera.says("akui L-1", "recognise L-1")
    await changes(ani, "0")
    await desk.off(days=8)
    await vera.says("akui L-2", "recognise L-2")
    async with desk.db() as db:
        found = [each for number in (1, 2) if (each := await links.by_number(db, number))]
        decided = [(each.state, (await links.steps(db, each))[-1].rules_version) for each in found]
    assert decided == [(LinkState.RECOGNISED, 1), (LinkState.RECOGNISED, 2)]


@pytest.mark.parametrize("role", [Role.VERIFIER, Role.DRAFTER, Role.APPROVER])
async def test_only_admins_change_them(desk: Desk, role: Role) -> None:
    staff = await desk.staff(role, "Dina Teladan")
    await staff.says("aturan", "rules")
    staff.sees("Versi 1", "Version 1")
    staff.has_no_button(*CHANGE)
    await staff.says("ubah aturan", "change rules")
    staff.sees("di luar tugas Anda", "not part of your work")
    await staff.presses_token("rules_pick.1")
    assert (await newest(desk)).version == 1


async def test_a_stranger_reads_no_rules(desk: Desk) -> None:
    budi = await desk.stranger()
    await budi.says("aturan", "rules")
    budi.sees_not("Batas link", "Deadline for")


WRONG = {
    ONLINE: (
        ("banyak", ("angka dari 0 sampai 90", "number from 0 to 90")),
        ("91", ("angka dari 0 sampai 90", "number from 0 to 90")),
        ("2 hari", ("memang sudah begitu", "that already")),
    ),
    ("Mirip rilis, dilihat", "Like the release, looked"): (("60 %", ("di bawah batas yang diakui", "below what is recognised")),),
    ("Mirip rilis, diakui", "Like the release, recognised"): (("25", ("batas yang diakui", "below what is recognised")),),
    ("Letak kantor", "Where the office is"): (
        ("Contoh", ("lintang dan bujur", "latitude and longitude")),
        ("52.52, 13.40", ("lintang dan bujur", "latitude and longitude")),
    ),
    ("Tenang Jumat sampai", "Quiet on Fridays until"): (("jam 11", ("selesai setelah mulainya", "ends after it begins")),),
    ("Tenang sebelum dan sesudah", "Quiet before and after"): (("90", ("angka dari 0 sampai 60", "number from 0 to 60")),),
    ("Jam tenang mulai", "Quiet hours from"): (
        ("25.00", ("misalnya 21.00", "such as 21:00")),
        ("jam 6", ("selesai esok paginya", "end the next morning")),
    ),
}  # fmt: skip


async def test_a_value_that_cannot_be_is_asked_for_again(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    for field, answers in WRONG.items():
        for typed, problem in answers:
            await wants(ani, typed, field)
            ani.sees(*problem)
    await ani.says("jam 22")
    ani.sees("Apa dasar hukumnya", "By which regulation")
    assert (await newest(desk)).version == 1


async def test_a_regulation_and_a_day_that_cannot_be_are_asked_for_again(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await wants(ani, "tidak dibatasi", ("Kuota tiap media per bulan", "Each outlet in a month"))
    ani.sees("memang sudah begitu", "that already")
    await ani.says("20 link")
    for typed in ("ya", "Perbup: https://contoh.id/perbup"):
        await ani.says(typed)
        ani.sees("dasar hukumnya dalam satu baris", "regulation in one line")
    await ani.says(REFERENCE)
    await ani.says("kapan-kapan", "some day")
    ani.sees("Tanggalnya belum terbaca", "could not read that date")
    await ani.says("kemarin", "yesterday")
    ani.sees("Tidak bisa berlaku sebelum Senin 23 Nov 2026", "cannot hold before Monday 23 Nov 2026")
    await ani.presses("Selasa 1 Des 2026", "Tuesday 1 Dec 2026")
    await ani.says("hmm")
    ani.sees("20 link (sebelumnya tidak dibatasi)", "20 links (before: no limit)")
    await ani.says("tidak", "no")
    ani.sees("aturan tidak diubah", "stay as they are")
    assert (await newest(desk)).version == 1


async def test_a_second_press_keeps_nothing_twice(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await proposes(ani)
    yes = ani.button("Ya", "Yes")
    await ani.presses_token(yes)
    await ani.presses_token(yes)
    ani.sees("tidak berlaku", "no longer")
    assert (await newest(desk)).version == 2


async def test_a_look_at_the_rules_leaves_the_change_open_and_another_command_ends_it(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await wants(ani, "3")
    await ani.says("aturan", "rules")
    ani.sees("Versi 1", "Version 1")
    ani.sees("masih menunggu", "still waiting")
    await ani.says(REFERENCE)
    await ani.says("undang penyusun", "invite drafter")
    await ani.presses_token("rules_save")
    assert (await newest(desk)).version == 1


async def test_two_admins_at_once_the_second_sees_the_new_rules_and_nothing_of_the_first_is_lost(desk: Desk) -> None:
    ani, adi = await desk.staff(Role.ADMIN, "Ani Teladan"), await desk.staff(Role.ADMIN, "Adi Teladan")
    await proposes(ani)
    await proposes(adi, "9", ("Batas bukti televisi", "Deadline for television"))
    await ani.says("ya", "yes")
    await adi.says("ya", "yes")
    adi.sees("baru saja diubah petugas lain", "a colleague changed the rules")
    adi.sees("Batas link media siber: 3 hari", "Deadline for online links: 3 days")
    await changes(adi, "9", ("Batas bukti televisi", "Deadline for television"))
    made = await newest(desk)
    assert (made.version, made.days_online, made.days_tv) == (3, 3, 9)


async def test_no_version_overtakes_one_that_is_to_come_and_that_one_can_be_taken_back(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await changes(ani)
    await wants(ani, "20", ("Kuota tiap media per bulan", "Each outlet in a month"))
    await ani.says(REFERENCE)
    await ani.says("besok", "tomorrow")
    ani.sees("Tidak bisa berlaku sebelum Selasa 1 Des 2026", "cannot hold before Tuesday 1 Dec 2026")
    await ani.says("aturan", "rules")
    await ani.presses("Batalkan versi 2", "Take back version 2")
    yes = ani.button("Ya", "Yes")
    await ani.says("hmm")
    ani.sees("Batalkan versi 2 yang akan berlaku", "Take back version 2, which would begin")
    await ani.says("ya", "yes")
    ani.sees("Versi 2 dibatalkan", "Version 2 is taken back")
    await ani.presses_token(yes)
    ani.sees("tidak berlaku", "no longer")
    await ani.says("aturan", "rules")
    ani.sees_not("versi 2", "version 2")
    assert (await newest(desk)).version == 1


async def test_what_has_begun_is_not_taken_back(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await changes(ani)
    await ani.says("aturan", "rules")
    await ani.presses("Batalkan versi 2", "Take back version 2")
    await desk.off(days=9)
    await ani.presses("Ya", "Yes")
    ani.sees("tidak berlaku", "no longer")
    assert (await newest(desk)).version == 2
