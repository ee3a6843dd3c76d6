"""A4: roles, who may change them, and removing people at once."""

import pytest

from storage import audit, offices, outbox, people
from storage.records import Purpose, Role, RowState, Standing
from tests.desk import EVERYWHERE, Desk, Somebody


async def opens(staff: Somebody, name: str) -> None:
    """Open somebody's card."""
    await staff.says(f"anggota {name}", f"members {name}")
    await staff.presses(name)


@EVERYWHERE
async def test_an_admin_sees_the_team_and_changes_a_role(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    dedi = await desk.staff(Role.DRAFTER, "Dedi Teladan")
    await desk.journalist("Rina Contoh")
    await ani.says("tim", "team")
    ani.sees("Tim: 2 orang", "Team: 2 people")
    ani.sees("Dedi Teladan: penyusun", "Dedi Teladan: drafter")
    ani.sees_not("Rina Contoh")
    await ani.presses("Dedi Teladan")
    await ani.presses("Ganti peran", "Change role")
    await ani.presses("penyetuju", "approver")
    ani.sees("dari penyusun menjadi penyetuju", "from drafter to approver")
    yes = ani.button("Ya", "Yes")
    await ani.presses_token(yes)
    ani.sees("✅ Dedi Teladan sekarang penyetuju", "✅ Dedi Teladan is approver now")
    dedi.sees("dari penyusun menjadi penyetuju", "from drafter to approver")
    person = await dedi.record()
    assert person.role is Role.APPROVER
    async with desk.db() as db:
        latest = await audit.latest(db, f"person:{person.id}", ("role",))
    assert latest
    assert latest[0] == (await ani.record()).id
    await ani.presses_token(yes)
    ani.sees("Dedi Teladan\n\npenyetuju", "Dedi Teladan\n\napprover")


async def test_a_role_is_changed_in_typed_words_and_no_means_no(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    dedi = await desk.staff(Role.DRAFTER, "Dedi Teladan")
    await opens(ani, "Dedi Teladan")
    await ani.presses("Ganti peran", "Change role")
    await ani.presses("verifikator", "verifier")
    await ani.says("hmm")
    ani.sees("dari penyusun menjadi verifikator", "from drafter to verifier")
    await ani.says("tidak", "no")
    ani.sees("tidak ada yang berubah", "nothing was changed")
    assert (await dedi.record()).role is Role.DRAFTER


async def test_two_admins_at_once_the_second_sees_how_it_stands(desk: Desk) -> None:
    ani, adi = await desk.staff(Role.ADMIN, "Ani Teladan"), await desk.staff(Role.ADMIN, "Adi Teladan")
    dedi = await desk.staff(Role.DRAFTER, "Dedi Teladan")
    for admin, role in ((ani, ("penyetuju", "approver")), (adi, ("verifikator", "verifier"))):
        await opens(admin, "Dedi Teladan")
        await admin.presses("Ganti peran", "Change role")
        await admin.presses(*role)
    await ani.says("ya", "yes")
    await adi.says("ya", "yes")
    adi.sees("baru saja diubah orang lain", "Somebody else has just changed")
    assert (await dedi.record()).role is Role.APPROVER


async def test_the_last_admin_stays(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await opens(ani, "Ani Teladan")
    await ani.presses("Ganti peran", "Change role")
    await ani.presses("penyusun", "drafter")
    ani.sees("satu-satunya admin", "the only admin")
    await ani.says("berhenti", "leave")
    ani.sees("satu-satunya admin", "the only admin")
    person = await ani.record()
    await ani.presses_token(f"leave_yes.{person.id}")
    ani.sees("satu-satunya admin", "the only admin")
    assert ((await ani.record()).role, (await ani.record()).standing) == (Role.ADMIN, Standing.ACTIVE)


async def test_nobody_demotes_themself_silently(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await desk.staff(Role.ADMIN, "Adi Teladan")
    await opens(ani, "Ani Teladan")
    await ani.presses("Ganti peran", "Change role")
    await ani.presses("penyusun", "drafter")
    ani.sees("Ini peran Anda sendiri", "This is your own role")
    await ani.presses("Ya", "Yes")
    assert (await ani.record()).role is Role.DRAFTER
    await ani.says("tim", "team")
    ani.sees("di luar tugas", "not")


@EVERYWHERE
async def test_a_removed_person_is_out_at_once(desk: Desk) -> None:
    ani, vera = await desk.staff(Role.ADMIN, "Ani Teladan"), await desk.staff(Role.VERIFIER, "Vera Teladan")
    await vera.says("tambah media", "add outlet")
    await vera.says("Kabar Teladan")
    token = vera.button("media siber", "online")
    await opens(ani, "Vera Teladan")
    await ani.presses("Keluarkan", "Remove")
    ani.sees("Keluarkan Vera Teladan (verifikator)?", "Remove Vera Teladan (verifier)?")
    yes = ani.button("Ya", "Yes")
    await ani.presses_token(yes)
    ani.sees("✅ Vera Teladan sudah dikeluarkan", "✅ Vera Teladan was removed")
    vera.sees("sudah diakhiri", "has ended")
    assert vera.reads().count("sudah diakhiri") + vera.reads().count("has ended") == 1
    await vera.presses_token(token)
    vera.sees("sudah diakhiri", "has")
    await vera.says("Radio Teladan")
    vera.sees("sudah diakhiri", "has")
    await vera.says("daftar", "register")
    vera.sees("sudah diakhiri", "has")
    assert (await vera.record()).standing is Standing.REMOVED
    await ani.presses_token(yes)
    ani.sees("tidak ada lagi dalam daftar: sudah dikeluarkan", "not on the list any more: was removed")


async def test_what_waits_for_a_removed_person_is_cancelled(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    rina = await desk.journalist("Rina Contoh")
    await opens(vera, "Rina Contoh")
    await vera.presses("Keluarkan", "Remove")
    await vera.says("...")
    vera.sees("dengan huruf", "in letters")
    for hasty in ("ya", "ok siap", "spam"):
        await vera.says(hasty)
        vera.sees("lebih jelas", "a clearer reason")
    await vera.says("Pindah tugas ke daerah lain.")
    vera.sees("Pindah tugas ke daerah lain.")
    person = await rina.record()
    async with desk.db() as db:
        address = await people.address_of(db, person.id)
        assert address
        account, chat = address.account_id, address.chat
        await outbox.post(db, person, account, chat, "desk_failed", {}, desk.now, purpose=Purpose.RELEASE, subject="release:7")
        await outbox.hold(db, "release:7")
    await vera.says("ya", "yes")
    rina.sees("Alasan: Pindah tugas ke daerah lain.", "Reason: Pindah tugas ke daerah lain.")
    async with desk.db() as db:
        assert await outbox.tally(db, "release:7") == {RowState.CANCELLED: 1}


async def test_no_instead_of_a_reason_leaves_everything(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    rina = await desk.journalist("Rina Contoh")
    await opens(vera, "Rina Contoh")
    await vera.presses("Keluarkan", "Remove")
    await vera.says("tidak jadi", "no")
    vera.sees("tidak ada yang berubah", "nothing was changed")
    assert (await rina.record()).standing is Standing.ACTIVE


async def test_staff_remove_journalists_only(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    dedi = await desk.staff(Role.DRAFTER, "Dedi Teladan")
    await desk.journalist("Rina Contoh")
    await vera.says("anggota", "members")
    vera.sees("Rina Contoh")
    vera.sees_not("Dedi Teladan")
    await vera.presses_token(f"person_remove.{(await dedi.record()).id}")
    vera.sees("hanya dapat dikeluarkan oleh admin", "only an admin can remove staff")
    await vera.presses_token(f"person_remove.{(await vera.record()).id}")
    vera.sees("ketik berhenti", "type leave")
    await vera.presses_token(f"role_set.{(await vera.record()).id}.vadmin")
    assert (await vera.record()).role is Role.VERIFIER


async def test_members_are_found_by_a_part_of_the_name(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await desk.journalist("Rina Contoh")
    await ani.says("anggota rin", "members rin")
    ani.sees("Rina Contoh: wartawan", "Rina Contoh: journalist")
    ani.sees_not("Ani Teladan")
    await ani.says("anggota 100%", "members 100%")
    ani.sees("Tidak ada anggota bernama “100%”", "no member called “100%”")
    await ani.presses_token("person.1")
    ani.sees("sudah tidak berlaku", "no longer valid")


@pytest.mark.parametrize("number", [9, 20])
async def test_long_lists_come_in_pages_and_long_finds_ask_for_more(desk: Desk, number: int) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    for each in range(number):
        await desk.journalist(f"Rina {'ABCDEFGHIJKLMNOPQRST'[each]}")
    await ani.says("anggota rina", "members rina")
    ani.sees("lebih lengkap", "more of the name")
    await ani.says("anggota", "members")
    await ani.presses("Berikutnya", "More")
    ani.sees("Rina H", "Rina H")
    await ani.presses("Sebelumnya", "Back")
    ani.sees("Rina A", "Rina A")


async def test_another_command_in_between_leaves_the_removal(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    rina = await desk.journalist("Rina Contoh")
    await opens(vera, "Rina Contoh")
    await vera.presses("Keluarkan", "Remove")
    await vera.says("pendaftar", "applicants")
    vera.sees("masih menunggu", "still")
    await vera.says("batal", "cancel")
    await vera.says("Pindah tugas")
    assert (await rina.record()).standing is Standing.ACTIVE


async def removes(admin: Somebody, name: str) -> None:
    """A journalist is out, for a reason."""
    await opens(admin, name)
    await admin.presses("Keluarkan", "Remove")
    await admin.says("Pindah tugas ke daerah lain.")
    await admin.says("ya", "yes")


async def test_a_removed_person_is_found_and_let_in_again(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    rina = await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    await removes(ani, "Rina Contoh")
    await ani.says("anggota rina", "members rina")
    ani.sees("Rina Contoh: wartawan, sudah dikeluarkan", "Rina Contoh: journalist, was removed")
    await ani.presses("Rina Contoh")
    ani.sees_not("Ganti peran", "Change role")
    back = ani.button("Terima kembali", "Let in again")
    await ani.presses_token(back)
    ani.sees("Terima kembali Rina Contoh sebagai wartawan?", "Let Rina Contoh in again as journalist?")
    assert (await rina.record()).standing is Standing.REMOVED
    yes = ani.button("Ya", "Yes")
    await ani.presses_token(yes)
    ani.sees("✅ Rina Contoh diterima kembali", "✅ Rina Contoh is in again")
    rina.sees("dibuka kembali, sebagai wartawan", "open again, as journalist")
    person = await rina.record()
    assert (person.standing, person.role) == (Standing.ACTIVE, Role.JOURNALIST)
    for stale in (yes, back):
        await ani.presses_token(stale)
        ani.sees("Rina Contoh\n\nwartawan, aktif", "Rina Contoh\n\njournalist, active")
    assert rina.reads().count("dibuka kembali") + rina.reads().count("open again") == 1


async def test_those_removed_are_a_list_of_their_own(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await desk.journalist("Rina Contoh")
    await ani.says("anggota", "members")
    ani.has_no_button("Yang dikeluarkan", "Those removed")
    await removes(ani, "Rina Contoh")
    await ani.says("anggota", "members")
    ani.sees_not("Rina Contoh")
    await ani.presses("Yang dikeluarkan (1)", "Those removed (1)")
    ani.sees("Sudah dikeluarkan: 1 orang", "Removed: 1 person")
    await ani.says("anggota dikeluarkan", "members removed")
    await ani.presses("Rina Contoh")
    await ani.presses("Terima kembali", "Let in again")
    await ani.says("hmm")
    ani.sees("Terima kembali Rina Contoh", "Let Rina Contoh in again")
    await ani.says("tidak", "no")
    ani.sees("tidak ada yang berubah", "nothing was changed")


async def test_only_who_rules_lets_somebody_in_again(desk: Desk) -> None:
    ani, vera = await desk.staff(Role.ADMIN, "Ani Teladan"), await desk.staff(Role.VERIFIER, "Vera Teladan")
    rina = await desk.journalist("Rina Contoh")
    await removes(ani, "Rina Contoh")
    await vera.says("anggota rina", "members rina")
    vera.sees("Tidak ada anggota", "no member")
    number = (await rina.record()).id
    for action in ("person", "person_readmit", "readmit_yes", "removed"):
        await vera.presses_token(f"{action}.{number}")
    assert (await rina.record()).standing is Standing.REMOVED


async def test_who_was_removed_is_told_whom_to_ask(desk: Desk) -> None:
    async with desk.db() as db:
        await offices.change_settings(db, privacy_contact="Bagian Humas, 0711-000000")
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    rina = await desk.journalist("Rina Contoh")
    await removes(ani, "Rina Contoh")
    rina.sees("hubungi Bagian Humas, 0711-000000", "contact Bagian Humas, 0711-000000")
    await rina.says("rilis", "release")
    rina.sees("hubungi Bagian Humas, 0711-000000", "contact Bagian Humas, 0711-000000")
