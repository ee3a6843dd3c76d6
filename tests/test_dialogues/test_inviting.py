"""A4: an admin lets somebody join, with words that can be forwarded as they are."""

import re

import pytest

from storage import accounts, audit
from storage.records import ChannelKind, Role, Standing
from tests.desk import EVERYWHERE, Desk, Somebody


def code_in(words: str) -> str:
    """The code as whoever was invited reads it."""
    found = re.search(r"(?:start[= ]|mulai%20)([\w-]{12,})", words)
    assert found, words
    return found[1]


async def invited(ani: Somebody) -> str:
    """The words to forward: the last that the admin read."""
    return ani.news().rpartition("---")[2]


@EVERYWHERE
async def test_who_is_invited_joins_with_the_words_that_were_forwarded(desk: Desk) -> None:
    ani, eko = await desk.staff(Role.ADMIN, "Ani Teladan"), await desk.stranger("Eko Teladan")
    await ani.says("undang penyusun", "invite drafter")
    ani.sees("berlaku sekali sampai Senin 30 Nov 2026 08.00 WIB", "good once until Monday 30 Nov 2026 08:00 WIB")
    words = await invited(ani)
    assert desk.pick(("Anda diundang ke layanan media Humas Kab. Teladan sebagai penyusun", "You are invited to")) in words
    await eko.says(f"/start {code_in(words)}")
    eko.sees("terdaftar sebagai penyusun", "registered as drafter")
    person = await eko.record()
    assert (person.role, person.standing) == (Role.DRAFTER, Standing.ACTIVE)
    late = await desk.stranger("Fani Teladan")
    await late.says(f"/start {code_in(words)}")
    late.sees("tidak bisa dipakai", "cannot be used")
    async with desk.db() as db:
        assert await audit.latest(db, "role:drafter", ["invited"])


@pytest.mark.parametrize("typed", ["undang", "undang orang baru", "tambah petugas", "undang dong kak"])
async def test_the_role_is_asked_where_it_was_not_said(desk: Desk, typed: str) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await ani.says(typed, "invite")
    ani.sees("Mengundang sebagai apa?", "Invite as what?")
    await ani.says("bupati", "king")
    ani.sees("belum kami kenali", "do not know that choice")
    await ani.says("undang sebagai verifikator", "verifier")
    assert desk.pick(("sebagai verifikator", "as verifier")) in await invited(ani)


async def test_the_role_is_chosen_by_button_and_admins_are_warned_of(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await ani.says("undang", "invite")
    await ani.presses("admin")
    ani.sees("bisa melakukan apa saja", "can do anything here")
    await ani.says("undang", "invite")
    await ani.presses("wartawan", "journalist")
    ani.sees_not("bisa melakukan apa saja", "can do anything here")


async def test_links_lead_to_the_accounts_that_have_told_their_names(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await ani.says("undang pejabat", "invite official")
    assert re.search(r"/start [\w-]{12,}", await invited(ani))
    async with desk.app.database.write() as every:
        telegram = await accounts.add(every, desk.office, ChannelKind.TELEGRAM, "70001", "")
        await accounts.call(every, telegram.id, "teladan_bot")
        number = await accounts.add(every, desk.office, ChannelKind.WHATSAPP, "70002", "")
        await accounts.call(every, number.id, "62811000000")
    await ani.says("undang pejabat", "invite official")
    words = await invited(ani)
    assert f"https://t.me/teladan_bot?start={code_in(words)}" in words
    assert f"https://wa.me/62811000000?text=mulai%20{code_in(words)}" in words


async def test_only_who_rules_invites(desk: Desk) -> None:
    vera, rina = await desk.staff(Role.VERIFIER, "Vera Teladan"), await desk.journalist("Rina Contoh")
    for somebody in (vera, rina):
        await somebody.says("undang admin", "invite admin")
        somebody.sees("di luar tugas", "not part of your work")
        await somebody.presses_token("invite.0.vadmin")
        somebody.sees("di luar tugas", "not part of your work")


async def test_another_command_in_between_leaves_the_question(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await ani.says("undang", "invite")
    await ani.says("tim", "team")
    ani.sees("masih menunggu", "still")
    await ani.says("batal", "cancel")
    await ani.says("verifikator", "verifier")
    ani.sees_not("diundang", "invited")
