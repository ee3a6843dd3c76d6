"""The register of outlets, as staff keep it in chat."""

from datetime import date

from storage import outlets
from storage.records import Medium, Outlet, Role
from tests.desk import EVERYWHERE, Desk, Somebody


async def verifier(desk: Desk) -> Somebody:
    return await desk.staff(Role.VERIFIER, "Vera Teladan")


async def registered(desk: Desk, name: str) -> Outlet:
    async with desk.db() as db:
        found = await outlets.named(db, name)
    assert found
    return found


async def named_by_a_journalist(desk: Desk, name: str) -> Outlet:
    async with desk.db() as db:
        return await outlets.add(db, name, Medium.ONLINE, desk.now, confirmed=False)


async def opens(staff: Somebody, name: str) -> None:
    """Look an outlet up and open its card."""
    await staff.says(f"media {name}", f"outlets {name}")
    await staff.presses(name)


@EVERYWHERE
async def test_an_outlet_is_added_with_its_host_and_path(desk: Desk) -> None:
    vera = await verifier(desk)
    await vera.says("tambah media", "add outlet")
    await vera.says("media Radio Teladan", "outlet Radio Teladan")
    await vera.presses("radio")
    await vera.says("https://www.Radio.example.id/Teladan/")
    vera.sees("Situs: radio.example.id/Teladan", "Site: radio.example.id/Teladan")
    save = vera.button("Simpan", "Save")
    await vera.presses_token(save)
    vera.sees("✅ Ditambahkan", "✅ Added")
    outlet = await registered(desk, "Radio Teladan")
    async with desk.db() as db:
        hosts = await outlets.hosts_of(db, outlet.id)
    assert (outlet.medium, outlet.confirmed) == (Medium.RADIO, True)
    assert [(each.host, each.path, each.since, each.until) for each in hosts] == [("radio.example.id", "/Teladan", None, None)]
    await vera.presses_token(save)
    vera.sees("sudah tidak berlaku", "no longer valid")


async def test_every_answer_can_be_typed(desk: Desk) -> None:
    vera = await verifier(desk)
    await vera.says("tambah media Koran Teladan", "add outlet Koran Teladan")
    await vera.says("cetak", "print")
    await vera.says("lewati", "skip")
    vera.sees("Tanpa situs", "No website")
    await vera.says("ya", "yes")
    assert (await registered(desk, "koran teladan")).medium is Medium.PRINT


async def test_a_known_name_leads_to_its_card(desk: Desk) -> None:
    vera = await verifier(desk)
    await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    await vera.says("tambah media SUARA  contoh", "add outlet SUARA  contoh")
    vera.sees("sudah ada di daftar", "in the register already")
    vera.button("Ganti nama", "Rename")


async def test_a_host_that_cannot_be_is_refused_and_nothing_is_lost(desk: Desk) -> None:
    vera = await verifier(desk)
    await desk.journalist("Rina Contoh", outlet="Suara Contoh", hosts=("suaracontoh.id",))
    await vera.says("tambah media Kabar Teladan", "add outlet Kabar Teladan")
    await vera.presses("media siber", "online")
    for typed, reason, why in (
        ("bukan situs", "bukan alamat situs", "no web address"),
        ("redaksi@contoh.id", "alamat surel", "e-mail address"),
        ("suaracontoh.id", "sudah tercatat untuk Suara Contoh", "noted for Suara Contoh"),
        ("HTTPS://WWW.SuaraContoh.id/?x=1", "sudah tercatat untuk Suara Contoh", "noted for Suara Contoh"),
        ("🙏" * 4096, "bukan alamat situs", "no web address"),
    ):
        await vera.says(typed)
        vera.sees(reason, why)
    await vera.says("kabar.example.id")
    vera.sees("Kabar Teladan (media siber)", "Kabar Teladan (online)")


async def test_an_interruption_leaves_the_form_and_the_register_alone(desk: Desk) -> None:
    vera = await verifier(desk)
    await vera.says("tambah media Kabar Teladan", "add outlet Kabar Teladan")
    await vera.says("media", "outlets")
    vera.sees("masih menunggu", "still")
    await vera.presses("media siber", "online")
    await vera.says("batal", "cancel")
    await vera.says("media kabar", "outlets kabar")
    vera.sees("Belum ada media seperti “kabar”", "no outlet like “kabar”")


async def test_the_list_comes_in_pages_of_eight_those_to_look_at_first(desk: Desk) -> None:
    vera = await verifier(desk)
    async with desk.db() as db:
        for number in range(1, 10):
            await outlets.add(db, f"Media {number}", Medium.ONLINE, desk.now, confirmed=number < 9)
    await vera.says("media", "outlets")
    vera.sees("Daftar media: 9\n\nMedia 9 (media siber) ⚠️ belum dikonfirmasi", "Outlets: 9\n\nMedia 9 (online) ⚠️ not confirmed")
    vera.sees_not("Media 8")
    await vera.presses("Berikutnya", "More")
    vera.sees("Media 8")


async def test_a_new_name_keeps_the_old_one_findable(desk: Desk) -> None:
    vera = await verifier(desk)
    await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    await opens(vera, "Suara Contoh")
    await vera.presses("Ganti nama", "Rename")
    await vera.says("https://suara.id")
    vera.sees("Tanpa link", "Without links")
    await vera.says("Suara Baru")
    vera.sees("Nama lain: Suara Contoh", "Other names: Suara Contoh")
    assert (await registered(desk, "Suara Contoh")).name == "Suara Baru"


async def test_a_name_of_another_outlet_is_refused(desk: Desk) -> None:
    vera = await verifier(desk)
    await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    await desk.journalist("Rudi Contoh", outlet="Kabar Teladan")
    await opens(vera, "Suara Contoh")
    await vera.presses("Nama lain", "Other name")
    await vera.says("kabar teladan")
    vera.sees("sudah dipakai", "has that name already")
    await vera.says("SC Online")
    vera.sees("Nama lain: SC Online", "Other names: SC Online")
    await vera.says("media sc online", "outlets sc online")
    vera.sees("Suara Contoh")


async def test_the_medium_changes_once(desk: Desk) -> None:
    vera = await verifier(desk)
    await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    await opens(vera, "Suara Contoh")
    await vera.presses("Jenis", "Medium")
    television = vera.button("televisi", "television")
    await vera.presses_token(television)
    vera.sees("✅ Jenis diganti", "✅ The medium is changed")
    await vera.presses_token(television)
    vera.sees_not("✅ Jenis diganti", "✅ The medium is changed")
    assert (await registered(desk, "Suara Contoh")).medium is Medium.TV


async def test_a_host_ends_and_another_outlet_takes_it_afterwards(desk: Desk) -> None:
    vera = await verifier(desk)
    await desk.journalist("Rina Contoh", outlet="Suara Contoh", hosts=("contoh.id",))
    await desk.journalist("Rudi Contoh", outlet="Kabar Teladan")
    await opens(vera, "Suara Contoh")
    await vera.presses("Alamat lama", "Old address")
    await vera.says("31/2/2026")
    vera.sees("belum kami pahami", "could not read that date")
    await vera.says("20/11/2026")
    vera.sees("contoh.id (sampai 20 Nov 2026)", "contoh.id (until 20 Nov 2026)")
    await opens(vera, "Kabar Teladan")
    await vera.presses("Tambah alamat situs", "Add site address")
    await vera.says("www.contoh.id")
    await vera.presses("Sejak awal", "From the start")
    vera.sees("contoh.id sudah tercatat untuk Suara Contoh", "contoh.id is noted for Suara Contoh")
    await vera.says("contoh.id")
    await vera.says("21/11/2026")
    vera.sees("contoh.id (sejak 21 Nov 2026)", "contoh.id (since 21 Nov 2026)")
    outlet = await registered(desk, "Kabar Teladan")
    async with desk.db() as db:
        assert [each.since for each in await outlets.hosts_of(db, outlet.id)] == [date(2026, 11, 21)]


async def test_one_of_several_hosts_ends_today_and_only_once(desk: Desk) -> None:
    vera = await verifier(desk)
    await desk.journalist("Rina Contoh", outlet="Suara Contoh", hosts=("contoh.id", "lama.example.id"))
    await opens(vera, "Suara Contoh")
    ends = vera.button("Alamat lama", "Old address")
    await vera.presses_token(ends)
    await vera.presses("lama.example.id")
    today = vera.button("Hari ini", "Today")
    await vera.presses_token(today)
    vera.sees("lama.example.id (sampai 23 Nov 2026)", "lama.example.id (until 23 Nov 2026)")
    await vera.presses_token(today)
    vera.sees("sudah tidak berlaku", "no longer valid")
    await vera.presses_token(ends)
    vera.sees("Sampai kapan contoh.id", "Until when did Suara Contoh use contoh.id")
    await vera.says("kemarin", "yesterday")
    await vera.presses_token(ends)
    vera.sees("tidak punya alamat situs", "no site address")


async def test_an_unconfirmed_outlet_is_merged_and_its_people_are_told(desk: Desk) -> None:
    vera = await verifier(desk)
    await desk.journalist("Rina Contoh", outlet="Suara Contoh", hosts=("suaracontoh.id",))
    await named_by_a_journalist(desk, "Suara Contoh Com")
    rudi = await desk.journalist("Rudi Contoh", outlet="Suara Contoh Com", hosts=("suaracontoh.example.com",))
    await opens(vera, "Suara Contoh Com")
    merge = vera.button("Gabungkan", "Merge into")
    await vera.presses_token(merge)
    await vera.says("tidak dikenal", "unknown")
    vera.sees("Tidak ada media lain", "No other outlet")
    await vera.says("suara")
    await vera.presses("Suara Contoh")
    sure = vera.button("Ya", "Yes")
    await vera.presses_token(sure)
    vera.sees("✅ Digabungkan", "✅ Merged")
    vera.sees("Nama lain: Suara Contoh Com", "Other names: Suara Contoh Com")
    vera.sees("Wartawan terdaftar: 2", "Registered journalists: 2")
    rudi.sees("kini tercatat sebagai Suara Contoh", "now listed as Suara Contoh")
    assert (await rudi.record()).outlet_id == (await registered(desk, "Suara Contoh")).id
    await vera.presses_token(sure)
    vera.sees("sudah tidak berlaku", "no longer valid")
    await vera.presses_token(merge)
    vera.sees("tidak ada lagi di daftar", "no longer in the register")


async def test_a_confirmed_outlet_is_not_merged(desk: Desk) -> None:
    vera, ani = await verifier(desk), await desk.staff(Role.ADMIN, "Ani Teladan")
    await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    fresh = await named_by_a_journalist(desk, "Suara Contoh Com")
    await opens(vera, "Suara Contoh Com")
    await vera.presses("Gabungkan", "Merge into")
    await vera.says("1")
    await ani.presses_token(f"outlet_confirm.{fresh.id}")
    ani.sees("✅ Dikonfirmasi", "✅ Confirmed")
    await vera.says("ya", "yes")
    vera.sees("sudah dikonfirmasi", "confirmed already")
    assert (await registered(desk, "Suara Contoh Com")).id == fresh.id


async def test_journalists_do_not_keep_the_register(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    outlet = await registered(desk, "Suara Contoh")
    await rina.says("media", "outlets")
    rina.sees("di luar tugas", "not")
    await rina.presses_token(f"outlet_kind.{outlet.id}.vradio")
    assert (await registered(desk, "Suara Contoh")).medium is Medium.ONLINE


async def test_an_outlet_next_door_is_not_there(desk: Desk) -> None:
    vera = await verifier(desk)
    for action in ("outlet", "outlet_confirm", "outlet_rename", "outlet_hosts", "outlet_merge", "outlet_media", "outlet_delete"):
        await vera.presses_token(f"{action}.1")
        vera.sees("tidak ada lagi di daftar", "no longer in the register")


async def test_an_article_of_a_new_outlet_leads_to_its_site(desk: Desk) -> None:
    vera = await verifier(desk)
    await vera.says("tambah media Kabar Teladan", "add outlet Kabar Teladan")
    await vera.presses("media siber", "online")
    await vera.says("https://www.kabarteladan.id/2026/11/24/banjir-di-kota-surut")
    vera.sees("Maksudnya kabarteladan.id?", "Do you mean kabarteladan.id?")
    offered = vera.button("Ya", "Yes")
    await vera.presses_token(offered)
    vera.sees("Situs: kabarteladan.id", "Site: kabarteladan.id")
    await vera.says("simpan", "save")
    vera.sees("✅ Ditambahkan", "✅ Added")
    await vera.presses_token(offered)
    vera.sees("sudah tidak berlaku", "no longer valid")


async def test_an_article_of_a_known_outlet_leads_to_its_site(desk: Desk) -> None:
    vera = await verifier(desk)
    await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    await opens(vera, "Suara Contoh")
    await vera.presses("Tambah alamat situs", "Add site address")
    await vera.says("suaracontoh.id/berita/12345")
    await vera.says("ya", "yes")
    vera.sees("Sejak kapan suaracontoh.id", "Since when has Suara Contoh used suaracontoh.id")
    await opens(vera, "Suara Contoh")
    await vera.presses("Tambah alamat situs", "Add site address")
    await vera.says("suaracontoh.id/berita/12345")
    await vera.says("alamatnya suaracontoh.id/daerah", "the address is suaracontoh.id/daerah")
    vera.sees("Sejak kapan suaracontoh.id/daerah", "Since when has Suara Contoh used suaracontoh.id/daerah")


async def test_an_outlet_of_nobody_is_deleted_asked_once(desk: Desk) -> None:
    vera = await verifier(desk)
    await named_by_a_journalist(desk, "Gmn Ini")
    async with desk.db() as db:
        outlet = await outlets.named(db, "Gmn Ini")
        assert outlet
        await outlets.add_host(db, outlet.id, "gmn.example.id")
        await outlets.add_alias(db, outlet.id, "GI")
    await opens(vera, "Gmn Ini")
    delete = vera.button("Hapus", "Delete")
    await vera.presses_token(delete)
    await vera.says("hmm")
    vera.sees("Hapus Gmn Ini dari daftar media?", "Delete Gmn Ini from the register?")
    await vera.says("tidak", "no")
    assert (await registered(desk, "Gmn Ini")).id == outlet.id
    await vera.presses_token(delete)
    yes = vera.button("Ya", "Yes")
    await vera.presses_token(yes)
    vera.sees("✅ Gmn Ini dihapus", "✅ Gmn Ini is deleted")
    await vera.presses_token(yes)
    vera.sees("sudah tidak berlaku", "no longer valid")
    await vera.presses_token(delete)
    vera.sees("tidak ada lagi di daftar", "no longer in the register")


async def test_an_outlet_with_somebody_is_not_deleted(desk: Desk) -> None:
    vera = await verifier(desk)
    fresh = await named_by_a_journalist(desk, "Kabar Teladan")
    await opens(vera, "Kabar Teladan")
    await vera.presses("Hapus", "Delete")
    await desk.journalist("Rina Contoh", outlet="Kabar Teladan")  # meanwhile
    await vera.says("ya", "yes")
    vera.sees("tidak bisa dihapus", "cannot be deleted")
    vera.sees_not("[Hapus]", "[Delete]")
    await vera.presses_token(f"outlet_delete.{fresh.id}")
    vera.sees("tidak bisa dihapus", "cannot be deleted")
    assert (await registered(desk, "Kabar Teladan")).id == fresh.id
