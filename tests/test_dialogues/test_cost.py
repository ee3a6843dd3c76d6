"""C4: what WhatsApp costs, where the month leads, and a ceiling that is announced before it is reached."""

import pytest

from storage import charges
from storage.records import ChannelKind, Role
from tests.desk import Desk


async def billed(desk: Desk, category: str, number: int) -> None:
    """The platform has billed as many messages of a category."""
    async with desk.db() as db:
        for each in range(number):
            await charges.note(db, desk.account.id, f"{category}-{each}", category, "ID", desk.now)


async def test_the_month_is_told_by_category_with_where_it_leads(desk: Desk) -> None:
    dina = await desk.staff(Role.DRAFTER, "Dina Teladan")
    await billed(desk, "utility", 30)
    await billed(desk, "service", 5)
    await dina.says("biaya", "cost")
    dina.sees("Templat layanan: 30", "Utility templates: 30")
    dina.sees("1.000 balasan pertama tiap bulan gratis" if desk.language == "id" else "The first")
    dina.sees("Rp\u00a09.960", "Rp\u00a09,960")
    dina.sees("Rp\u00a012.991", "Rp\u00a012,991")
    dina.sees("Perkiraan dari harga yang diumumkan", "Estimated from published prices")


async def test_staff_are_told_at_four_fifths_and_once_more_when_it_is_reached(desk: Desk) -> None:
    ani, dina = await desk.staff(Role.ADMIN, "Ani Teladan"), await desk.staff(Role.DRAFTER, "Dina Teladan")
    await ani.says("biaya batas 10.000", "cost limit 10,000")
    ani.sees("Rp\u00a010.000", "Rp\u00a010,000")
    await billed(desk, "utility", 25)
    await desk.later(minutes=1)
    dina.sees("80 % dari batas", "80 % of the ceiling")
    await billed(desk, "utility", 31)
    await desk.later(minutes=1)
    dina.sees("mencapai batas", "reached the ceiling")
    await dina.says("biaya", "cost")
    await desk.later(hours=3)
    dina.sees_not("mencapai batas", "reached the ceiling")


async def test_only_admins_set_a_ceiling(desk: Desk) -> None:
    dina = await desk.staff(Role.DRAFTER, "Dina Teladan")
    await dina.says("biaya batas 10.000", "cost limit 10,000")
    dina.sees("diatur oleh admin", "Admins set")
    rina = await desk.journalist("Rina Contoh")
    await rina.says("biaya", "cost")
    rina.sees_not("Perkiraan", "Estimate")


async def test_asking_leaves_an_open_form_open(desk: Desk) -> None:
    dina = await desk.staff(Role.DRAFTER, "Dina Teladan")
    await dina.says("buat rilis", "new release")
    await dina.says("biaya", "cost")
    dina.sees("Belum ada pesan yang ditagih", "No message has been billed")
    dina.sees("masih menunggu", "still waiting")


async def test_an_admin_sets_the_rate_in_which_costs_are_estimated(desk: Desk) -> None:
    ani, dina = await desk.staff(Role.ADMIN, "Ani Teladan"), await desk.staff(Role.DRAFTER, "Dina Teladan")
    await billed(desk, "utility", 30)
    await dina.says("kurs 20.000", "exchange rate 20,000")
    dina.sees("di luar tugas Anda", "not part of your work")
    await ani.says("kurs", "exchange rate")
    ani.sees("Rp\u00a016.600", "Rp\u00a016,600")
    await ani.says("kurs 20", "exchange rate 20")
    ani.sees("bukan kurs", "no rate")
    await ani.says("kurs Rp 20.000", "exchange rate Rp 20,000")
    await ani.says("biaya", "cost")  # in between; nothing has changed yet
    ani.sees("Rp\u00a09.960", "Rp\u00a09,960")
    await ani.says("ya", "yes")
    ani.sees("✅")
    await ani.presses("Ya, ganti", "Yes, change")  # once more
    ani.sees("Rp\u00a020.000", "Rp\u00a020,000")
    await dina.says("biaya", "cost")
    dina.sees("Rp\u00a012.000", "Rp\u00a012,000")


@pytest.mark.parametrize("setting", ["id", "whatsapp"], indirect=True)
async def test_help_names_the_cost_where_something_costs(desk: Desk) -> None:
    dina = await desk.staff(Role.DRAFTER, "Dina Teladan")
    await dina.says("bantuan")
    assert ("biaya WhatsApp bulan ini" in dina.news()) is (desk.account.kind is ChannelKind.WHATSAPP)
