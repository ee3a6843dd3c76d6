"""J9 and J11: what its sender can still do about a link, and links that only seem to be two, or another's."""

import pytest

from storage.records import LinkState
from tests.desk import EVERYWHERE, Desk
from tests.links import OTHER_SITE, article, coverage

WAYS = (
    ("hapus L-1", "delete L-1"), ("tarik l1", "take back l1"), ("batal L-1", "cancel L-1"),
    ("salah kirim L-1 bang", "remove L-1"),
)  # fmt: skip


@EVERYWHERE
async def test_a_link_is_taken_back_by_its_code_and_asked_about_once(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received(2)
    await all_of.rina.says("tarik L-1", "take back L-1")
    all_of.rina.sees("Tarik L-1?", "Take back L-1?")
    all_of.rina.sees(article(1))
    yes = all_of.rina.button("Ya, tarik L-1", "Yes, take back L-1")
    await all_of.rina.says("tidak", "no")
    all_of.rina.sees("tetap dicatat", "stays on record")
    assert (await all_of.link(1)).state is LinkState.RECEIVED
    await all_of.rina.presses_token(yes)
    all_of.rina.sees("L-1 tidak jadi dicatat", "L-1 is not recorded")
    await all_of.rina.says("hapus L-1", "delete L-1")
    all_of.rina.sees("L-1 sudah dicabut", "L-1 is withdrawn")
    assert [(await all_of.link(each)).state for each in (1, 2)] == [LinkState.WITHDRAWN, LinkState.RECEIVED]


@pytest.mark.parametrize("typed", WAYS)
async def test_it_is_said_as_people_say_it(desk: Desk, typed: tuple[str, str]) -> None:
    all_of = await coverage(desk)
    await all_of.received()
    await all_of.rina.says(*typed)
    await all_of.rina.says("ya", "yes")
    assert (await all_of.link(1)).state is LinkState.WITHDRAWN


async def test_what_is_decided_or_another_s_is_not_taken_back(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.recognised()
    await all_of.rina.says("tarik L-1", "take back L-1")
    all_of.rina.sees("L-1 sudah diakui", "L-1 is recognised")
    await all_of.tono.says("tarik L-1", "take back L-1")
    all_of.tono.sees("L-1 tidak ada di antara link Anda", "L-1 is not among your links")
    assert (await all_of.link(1)).state is LinkState.RECOGNISED


@EVERYWHERE
async def test_a_mobile_page_of_a_registered_site_is_the_same_article(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, "https://suaracontoh.id/a/81011 https://m.suaracontoh.id/a/81011")
    all_of.rina.sees("Diterima 1 dari 2 link:", "Received 1 of 2 links:")
    await all_of.pastes(all_of.tono, "https://mobile.kabarmisal.com/read/8101 https://m.arungmisal.com/berita/8102")
    all_of.tono.sees("L-2 ✅ Kabar Misal")
    all_of.tono.sees("L-3 ⏳ m.arungmisal.com", "L-3 ⏳ m.arungmisal.com")
    assert (await all_of.link(2)).address == f"{OTHER_SITE}/8101"


@EVERYWHERE
async def test_a_space_that_slipped_into_a_host_is_said_and_nobody_else_s_site_counted(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, "https://suara teladan.id/berita/1")
    all_of.rina.sees("❌ Link ini: ada spasi di tengah alamatnya", "❌ This link: there is a space in the middle")
    assert await all_of.count() == 0


async def test_the_receipt_says_what_its_mark_means(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received()
    all_of.rina.sees("✅ di sini berarti diterima", "✅ here means received")
    await all_of.pastes(all_of.rina, "https://arungmisal.com/berita/jalan-desa")
    all_of.rina.sees_not("✅")
