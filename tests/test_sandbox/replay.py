"""The sandbox's invented day, replayed as the page leads through it: the same for the test and for the pictures of README."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final

from playwright.async_api import expect

from tests.test_sandbox.browsing import SLOW, Newcomer

Act = Callable[[Newcomer], Awaitable[None]]

SARI, HENDRA, VERA, RATNA = "Sari Teladan", "Hendra Patut", "Vera Cermat", "Ratna Mulia"
RINA, HASAN = "Rina Contoh", "Hasan Rekaan"


def task(label: str) -> Act:
    """The panel's button; what it puts into a phone is sent."""
    return partial(_task, label=label)


async def _task(visitor: Newcomer, label: str) -> None:
    button = visitor.page.locator("#deeds").get_by_role("button", name=label, exact=True)
    await button.click()
    await expect(visitor.page.locator("#jumps button:disabled")).to_have_count(0, timeout=SLOW)


def sends(name: str) -> Act:
    """What stands in somebody's field goes out."""

    async def act(visitor: Newcomer) -> None:
        await visitor.sends(await visitor.phone(name))

    return act


def presses(name: str, *labels: str) -> Act:
    """One button after the other."""

    async def act(visitor: Newcomer) -> None:
        for label in labels:
            await visitor.presses(name, label)

    return act


def writes(name: str, text: str) -> Act:
    """Typed by hand."""
    return lambda visitor: visitor.writes(name, text)


def sees(name: str, text: str) -> Act:
    """It stands in somebody's chat."""
    return lambda visitor: visitor.sees(name, text)


async def types_the_code(visitor: Newcomer) -> None:
    """Rina reads the four letters from the drafter's phone."""
    shown = (await visitor.phone(SARI)).locator(".message", has_text="Kode hadir U-1").last.locator("p").nth(1)
    await visitor.writes(RINA, (await shown.inner_text()).replace(" ", ""))


def announces(label: str) -> tuple[Act, ...]:
    """An announcement to all, at once, on a late evening."""
    return (task(label), sends(SARI), presses(SARI, "Semua wartawan", "Sekarang", "Kirim"))


# Each step of the day: what is done in it, and what is seen at its end.
DAY: Final[dict[str, tuple[Act, ...]]] = {
    "summary": (task("Maju ke 06.45"), sees(RATNA, "Ringkasan media")),
    "write": (task("Masukkan contoh rilis"), sends(SARI), presses(SARI, "Selesai", "Ajukan"), sees(SARI, "R-4 diajukan kepada")),
    "send": (
        task("Buka ponsel penyetuju"), presses(HENDRA, "Setujui", "Kirim sekarang", "Ya, kirim"), sees(RINA, "R-4 · Humas"),
    ),
    "invite": (
        task("Masukkan contoh undangan"), sends(SARI), presses(SARI, "Lewati", "Lewati", "Lewati", "Ajukan"),
        task("Buka ponsel penyetuju"), presses(HENDRA, "Setujui", "Kirim sekarang", "Ya, kirim"),
    ),
    "rsvp": (task("Buka ponsel wartawan"), presses(RINA, "Hadir"), sees(RINA, "Tercatat: Anda hadir di U-1")),
    "link": (
        task("Masukkan 3 link"), sends(RINA), task("Maju 10 detik"), sees(RINA, "R-4: diakui"),
        sees(RINA, "dilihat dulu oleh petugas"), sees(RINA, "ditolak, lewat batas"),
    ),
    "decided": (
        task("Masukkan hari ini"), sends(VERA), task("Masukkan antrean"), sends(VERA), presses(VERA, "Akui", "Akui"),
        sees(VERA, "dari Rina Contoh diakui"),
    ),
    "answered": (
        task("Buka ponsel wartawan"), presses(RINA, "Keberatan L-33"),
        writes(RINA, "Pasarnya baru buka hari ini, jadi baru kami liput."),
        presses(RINA, "Kirim keberatan"), task("Masukkan keberatan"), sends(VERA), presses(VERA, "L-33", "Terima keberatan"),
        sees(RINA, "Keberatan"),
    ),
    "digest": (task("Maju ke 11.30"), sees(HASAN, "R-4")),
    "question": (
        task("Masukkan pertanyaan"), sends(RINA), task("Masukkan jawaban"), sends(SARI), presses(SARI, "Kirim"),
        sees(RINA, "Boleh dikutip. Sumber: Ir. Fulan, BPBD"),
    ),
    "door": (
        task("Minta kode"), sends(SARI), task("Buka ponsel wartawan"), types_the_code, sees(RINA, "Anda tercatat hadir di U-1"),
    ),
    "correction": (
        task("Masukkan ralat"), sends(SARI), presses(SARI, "Ajukan ralat"), task("Buka ponsel penyetuju"),
        presses(HENDRA, "Setujui & kirim"), sees(RINA, "RALAT R-4 (v2)"), sees(RINA, "Tulisan Anda yang terkait: L-31"),
    ),
    "night": (
        *announces("Pengumuman pertama"), *announces("Pengumuman kedua"), task("Maju ke 05.30"), sees(RINA, "2 kabar untuk Anda"),
    ),
    "recap": (task("Minta rekap"), sends(VERA), sees(VERA, "rekap-")),
}  # fmt: skip


async def replay(visitor: Newcomer, after: Callable[[str], Awaitable[None]]) -> None:
    """The whole day; `after` each step it is told which."""
    for name, acts in DAY.items():
        for act in acts:
            await act(visitor)
        await after(name)
