"""V7, V9: the further pages of one article among the links of its first."""

import pytest

from handlers.links.paging import further, number

SITE = "https://suaracontoh.id"
FIRST = f"{SITE}/2026/11/23/beras-untuk-banjir"

PAGED = (
    (("?page=1", "?page=2", "?page=3"), ("?page=2", "?page=3")),
    (("?page=3", "?page=2", "?page=2#isi"), ("?page=2", "?page=3")),
    (("?page=2", "?page=all"), ("?page=all",)),
    (("/2026/11/23/beras-untuk-banjir/2/", "/2026/11/23/beras-untuk-banjir/3"), ("/2/", "/3")),
    (("/2026/11/23/beras-untuk-banjir/page/2", "/2026/11/23/beras-untuk-banjir/all"), ("/all",)),
    (("?halaman=2&utm_source=wa",), ("?halaman=2&utm_source=wa",)),
    (("?single=1",), ("?single=1",)),
    (tuple(f"?page={each}" for each in range(2, 12)), tuple(f"?page={each}" for each in range(2, 6))),
)
NOT_PAGED = (
    "?page=1", "?utm_source=wa", "#komentar", "?replytocom=2", "/2026/11/23/beras-untuk-banjir/comment-page-2",
    "/2026/11/23/berita-lain?page=2", "/daerah?page=2", "/2026/11/", "https://lain.id/2026/11/23/beras-untuk-banjir?page=2",
    "javascript:void(2)", "https://[::/2", "", "?page=200",
)  # fmt: skip


@pytest.mark.parametrize(("hrefs", "found"), PAGED)
def test_pages_are_found_in_order_and_all_in_one_is_enough(hrefs: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert further(hrefs, FIRST) == tuple(f"{FIRST}{each}" for each in found)


@pytest.mark.parametrize("href", NOT_PAGED)
def test_what_is_no_page_of_the_article(href: str) -> None:
    assert further([href], FIRST) == ()


def test_a_page_does_not_lead_to_itself() -> None:
    assert further(["?page=1", "?page=2", "?page=3"], f"{FIRST}?page=2") == (f"{FIRST}?page=3",)
    assert [number(f"{FIRST}{each}") for each in ("", "?page=2", "/3/", "?page=all", "?view=all", "/page/4")] == [
        1,
        2,
        3,
        0,
        0,
        4,
    ]
