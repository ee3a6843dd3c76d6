"""V8: two signals make a page absent, one a doubt; a changed text is told by its words; our own network is no fault of a site."""

from datetime import UTC, datetime

import pytest

from handlers.links.article import Article
from handlers.links.recheck import Known, Look, Signal, difference, doubtful, judged, never_published
from handlers.links.visit import Fault, Hop, Page, Visited
from storage.records import LookResult

ADDRESS = "https://suaracontoh.id/2026/11/23/beras-untuk-banjir"
HOME, NOWHERE = "https://suaracontoh.id/", never_published(ADDRESS)
TITLE = "Pemkab Salurkan Beras untuk 312 KK"
LINES = (
    "Pemerintah kabupaten menyalurkan beras kepada 312 kepala keluarga terdampak banjir di Kecamatan Contoh pada hari Minggu.",
    "Stok beras di gudang cukup untuk dua pekan ke depan, kata Kepala BPBD Kabupaten Teladan di sela penyaluran itu.",
)
KNOWN = Known(TITLE, "\n".join(LINES))
AT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
MENU = ("Selamat datang di situs kami yang memuat kabar terbaru dari seluruh penjuru daerah setiap harinya.",)


def seen(
    lines: tuple[str, ...] = LINES, title: str = TITLE, *, at: str = ADDRESS, status: int = 200, hidden: bool = False
) -> Visited:
    """A page that was found and read."""
    hops = (Hop(ADDRESS, 302), Hop(at, status)) if at != ADDRESS else (Hop(at, status),)
    page = Page(ADDRESS, hops, (), "\n".join(lines).encode(), "utf-8", AT)
    return Visited(page, Article(title, None, "", "\n".join(lines), "", "", hidden=hidden), hops=page.hops)


def failed(fault: Fault, *statuses: int, wait: float = 0.0) -> Visited:
    """A page that was not to be had."""
    return Visited(fault=fault, hops=tuple(Hop(ADDRESS, each) for each in statuses), wait=wait)


UNREAD = Visited(seen().page, None, hops=(Hop(ADDRESS, 200),))
MISSING, OTHER = seen(MENU, "Halaman tidak ditemukan", status=404), seen(MENU, "Portal Contoh")
S = Signal
CASES = (
    # what was found, what an invented address shows, whether others answer, what that means
    (seen(), None, True, LookResult.SAME, ()),
    (seen((LINES[0].replace("312", "321"), LINES[1])), None, True, LookResult.CHANGED, ()),
    (seen(title="Pemkab Salurkan Beras untuk 321 KK Korban Banjir"), None, True, LookResult.CHANGED, ()),
    (MISSING, MISSING, True, LookResult.ABSENT, (S.STATUS, S.TITLE, S.TEXT, S.INVENTED)),
    (seen(status=404), MISSING, True, LookResult.DOUBTFUL, (S.STATUS,)),  # an error over the article itself
    (seen(MENU, "Situs sedang dirawat", status=503), None, True, LookResult.ABSENT, (S.STATUS, S.TITLE, S.TEXT)),
    (seen(MENU, "Portal Contoh", at=HOME), None, True, LookResult.ABSENT, (S.HOME, S.TITLE, S.TEXT)),
    (OTHER, OTHER, True, LookResult.ABSENT, (S.TITLE, S.TEXT, S.INVENTED)),
    (OTHER, MISSING, True, LookResult.ABSENT, (S.TITLE, S.TEXT)),
    (seen(MENU), MISSING, True, LookResult.DOUBTFUL, (S.TEXT,)),  # rewritten, or behind a wall now
    (seen(MENU, hidden=True), MISSING, True, LookResult.DOUBTFUL, (S.TEXT,)),
    (seen(title="Kabar Lain"), MISSING, True, LookResult.DOUBTFUL, (S.TITLE,)),
    (failed(Fault.LATER), failed(Fault.LATER), True, LookResult.ABSENT, (S.STATUS, S.SILENT)),
    (failed(Fault.LATER), failed(Fault.LATER), False, LookResult.OURS, (S.STATUS, S.SILENT)),
    (failed(Fault.LATER), MISSING, True, LookResult.DOUBTFUL, (S.STATUS,)),  # this page alone does not come
    (failed(Fault.LOST, 302, 302), failed(Fault.LATER), True, LookResult.ABSENT, (S.STATUS, S.SILENT)),
    (MISSING, MISSING, False, LookResult.OURS, (S.STATUS, S.TITLE, S.TEXT, S.INVENTED)),
    (failed(Fault.LATER, 429, wait=60.0), None, True, LookResult.LATER, ()),
    (failed(Fault.LATER, wait=60.0), None, True, LookResult.LATER, ()),  # our own turn had not come
    (failed(Fault.LATER, 500), None, True, LookResult.CLOSED, ()),  # its robots.txt alone does not answer
    (failed(Fault.ROBOTS), None, True, LookResult.CLOSED, ()),
    (failed(Fault.REFUSED, 403), None, True, LookResult.CLOSED, ()),
    (failed(Fault.TOO_LARGE, 200), None, True, LookResult.CLOSED, ()),
    (UNREAD, None, True, LookResult.CLOSED, ()),
    (Visited(), None, True, LookResult.NOTHING, ()),
)


@pytest.mark.parametrize(("found", "invented", "online", "result", "signals"), CASES)
def test_what_a_look_found(
    found: Visited, invented: Visited | None, online: bool, result: LookResult, signals: tuple[Signal, ...]
) -> None:
    look = judged(KNOWN, found, invented, online=online)
    assert (look.result, look.signals) == (result, signals)
    assert doubtful(KNOWN, found) is bool(signals)


def test_of_a_page_that_was_never_read_the_first_look_is_what_later_ones_compare_with() -> None:
    assert doubtful(Known(), seen())
    first = judged(Known(), seen(), MISSING, online=True)
    assert (first.result, first.title, first.text) == (LookResult.FIRST, TITLE, KNOWN.text)
    assert judged(Known(), OTHER, OTHER, online=True).result is LookResult.DOUBTFUL
    assert judged(Known(), MISSING, MISSING, online=True).signals == (S.STATUS, S.INVENTED)


def test_what_was_changed_is_told_by_the_words_around_it_and_what_stands_around_a_story_is_none_of_it() -> None:
    look = judged(KNOWN, seen((LINES[0].replace("312", "321"), LINES[1])), None, online=True)
    assert look.difference.splitlines() == [
        "− … kabupaten menyalurkan beras kepada 312 kepala keluarga terdampak banjir …",
        "+ … kabupaten menyalurkan beras kepada 321 kepala keluarga terdampak banjir …",
    ]
    assert (look.alike or 0) > 50
    around = Known(TITLE, f"Baca juga: Harga cabai naik\n{KNOWN.text}\nBagikan ke WhatsApp")
    assert difference(KNOWN, around) == ""
    more = difference(KNOWN, Known(TITLE, f"{KNOWN.text}\nWarga berterima kasih."))
    assert more == "+ Warga berterima kasih."
    assert difference(Known(TITLE, KNOWN.text), Known(TITLE, LINES[0])).startswith("− Stok beras")


def test_a_difference_is_short_however_much_was_changed() -> None:
    one, two = (Known(TITLE, "\n".join(f"Kalimat {word} nomor {at} berakhir." for at in range(200))) for word in ("satu", "dua"))
    lines = difference(one, two).splitlines()
    assert len(lines) == 13
    assert lines[-1] == "… +388"
    assert all(len(line) < 300 for line in lines)


def test_an_invented_address_is_of_the_same_site_and_no_article_s() -> None:
    assert NOWHERE.startswith("https://suaracontoh.id/")
    assert Look(LookResult.SAME).difference == ""
