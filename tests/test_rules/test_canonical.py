"""One article, many addresses: which are the same, which are posts, which are refused and why."""

import json
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.links.canonical import LONGEST, Kind, canonical
from handlers.links.families import RULES_VERSION
from handlers.links.refusals import Reason

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "link_cases.json"
KINDS = {"article": Kind.ARTICLE, "net": Kind.RESOLVE, "reject": Kind.REFUSED, "social": Kind.SOCIAL}


def _wrapped(layers: int) -> str:
    return "https://" + "www.google.com/amp/s/" * layers + "suaracontoh.id/banjir-surut"


# (why, the address to show, spellings of it); the address itself is a spelling too.
ARTICLES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("WordPress", "https://suaracontoh.id/2026/11/banjir-surut", (
        "suaracontoh.id/2026/11/banjir-surut/",
        "http://suaracontoh.id/2026/11/banjir-surut",
        "HTTPS://SuaraContoh.ID/2026/11/banjir-surut/",
        "https://suaracontoh.id:443/2026/11/banjir-surut",
        "http://suaracontoh.id.:80/2026/11/banjir-surut/",
        "https://user:pass@suaracontoh.id/2026/11/banjir-surut",
        "https://suaracontoh.id//2026/11//banjir-surut//",
        "https://suaracontoh.id/2026/11/banjir-surut/amp/",
        "https://suaracontoh.id/2026/11/banjir-surut/?amp=1",
        "https://suaracontoh.id/2026/11/banjir-surut/?amp",
        "https://suaracontoh.id/2026/11/banjir-surut/?noamp=mobile",
        "https://amp.suaracontoh.id/2026/11/banjir-surut",
        "https://suaracontoh.id/2026/11/banjir-surut/2/",
        "https://suaracontoh.id/2026/11/banjir-surut/page/3/",
        "https://suaracontoh.id/2026/11/banjir-surut/all",
        "https://suaracontoh.id/2026/11/banjir-surut/comment-page-2/#comment-9",
        "https://suaracontoh.id/2026/11/banjir-surut/?page=all",
        "https://suaracontoh.id/2026/11/banjir-surut/#google_vignette",
        "https://suaracontoh.id/2026/11/banjir-surut/#:~:text=Minimal%20Dua",
        "https://suaracontoh.id/2026/11/banjir-surut?utm_source=whatsapp&utm_medium=chat",
        "https://suaracontoh.id/2026/11/banjir-surut?fbclid=IwAR1&gclid=2&igsh=3&_gl=1*a*_ga*b",
        "https://suaracontoh.id/2026/11/banjir-surut?replytocom=12&share=whatsapp&ref=home",
        "https://suaracontoh.id/2026/11/banjir-surut?print=1&nocache=9",
        "*https://suaracontoh.id/2026/11/banjir-surut*,",
        "https://suaracontoh.id/2026/11/banjir-surut…",
        "https://suaracontoh.id/2026/11/banjir-surut\u200b",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fsuaracontoh.id%2F2026%2F11%2Fbanjir-surut%3Ffbclid%3D1&h=AT0",
        "https://lm.facebook.com/l.php?u=https%3A%2F%2Fsuaracontoh.id%2F2026%2F11%2Fbanjir-surut&h=AT0",
        "https://l.instagram.com/?u=https%3A%2F%2Fsuaracontoh.id%2F2026%2F11%2Fbanjir-surut&e=1",
        "https://www.google.co.id/url?q=https://suaracontoh.id/2026/11/banjir-surut&sa=D&ust=1",
        "https://www.google.com/amp/s/suaracontoh.id/2026/11/banjir-surut/amp/",
        "https://www.google.com/amp/suaracontoh.id/2026/11/banjir-surut",
        "https://suaracontoh-id.cdn.ampproject.org/v/s/suaracontoh.id/2026/11/banjir-surut/?amp=1&usqp=mq331",
        "https://suaracontoh-id.translate.goog/2026/11/banjir-surut/?_x_tr_sl=id&_x_tr_tl=en",
        "https://web.archive.org/web/20261122010203/https://suaracontoh.id/2026/11/banjir-surut/",
        "https://www.youtube.com/redirect?q=https%3A%2F%2Fsuaracontoh.id%2F2026%2F11%2Fbanjir-surut&event=x",
        "https://www.facebook.com/sharer/sharer.php?u=https://suaracontoh.id/2026/11/banjir-surut",
        "https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fsuaracontoh%2Eid%2F2026%2F11%2Fbanjir-surut",
    )),
    ("a part of a path keeps its capitals", "https://kumparan.com/urbanid/banjir-surut-22d8D80tC4b", (
        "https://m.kumparan.com/urbanid/banjir-surut-22d8D80tC4b?utm_source=Mobile",
    )),
    (".html stays", "https://suaracontoh.id/banjir-surut.html", (
        "https://suaracontoh.id/banjir-surut.amp.html", "https://suaracontoh.id/banjir-surut.html?m=1",
    )),
    ("a number is the identity", "https://suaracontoh.id/?p=123", (
        "https://suaracontoh.id/?p=123&utm_source=wa", "https://suaracontoh.id?p=123", "https://suaracontoh.id/?amp&p=123",
    )),
    ("a script", "https://suaracontoh.id/read.php?id=12", (
        "https://suaracontoh.id/read.php?id=12&fbclid=x", "https://suaracontoh.id/read.php?utm_source=wa&ID=12",
    )),
    ("a page of a number", "https://suaracontoh.id/?page_id=7", ("https://suaracontoh.id/?page_id=7#x",)),
    ("Tribun: /amp/ in front", "https://sumsel.tribunnews.com/2026/11/20/banjir-surut-di-pampangan", (
        "https://sumsel.tribunnews.com/amp/2026/11/20/banjir-surut-di-pampangan",
        "https://sumsel.tribunnews.com/2026/11/20/banjir-surut-di-pampangan?page=2",
        "https://sumsel.tribunnews.com/2026/11/20/banjir-surut-di-pampangan?page=all&s=paging_new",
        "https://sumsel-tribunnews-com.cdn.ampproject.org/c/s/sumsel.tribunnews.com/amp/2026/11/20/banjir-surut-di-pampangan",
    )),
    ("Tribun: m. is www.", "https://www.tribunnews.com/regional/2026/11/20/banjir-surut", (
        "https://m.tribunnews.com/regional/2026/11/20/banjir-surut",
        "https://m.tribunnews.com/amp/regional/2026/11/20/banjir-surut",
        "https://tribunnews.com/regional/2026/11/20/banjir-surut",
    )),
    ("Suara", "https://sumsel.suara.com/read/2026/11/20/133949/banjir-surut", (
        "https://sumsel.suara.com/amp/read/2026/11/20/133949/banjir-surut",
        "https://sumsel.suara.com/read/2026/11/20/133949/banjir-surut?page=all",
        "https://amp.sumsel.suara.com/read/2026/11/20/133949/banjir-surut",
    )),
    ("Suara: amp. is a host", "https://www.suara.com/news/2026/11/20/133949/banjir-surut", (
        "https://amp.suara.com/news/2026/11/20/133949/banjir-surut", "https://m.suara.com/news/2026/11/20/133949/banjir-surut",
    )),
    ("Merdeka", "https://www.merdeka.com/peristiwa/banjir-surut.html", (
        "https://www.merdeka.com/amp/peristiwa/banjir-surut.html", "https://m.merdeka.com/peristiwa/banjir-surut.html",
    )),
    ("detik: the id counts", "https://news.detik.com/berita/d-8302366/banjir-surut", (
        "https://news.detik.com/berita/d-8302366/banjir-surut/amp", "https://news.detik.com/berita/d-8302366/banjir-surut?single=1",
        "https://news.detik.com/berita/d-8302366/banjir-surut/2", "https://m.detik.com/news/berita/d-8302366/banjir-surut",
    )),
    ("detik: a desk by path", "https://www.detik.com/sumbagsel/berita/d-8302367/banjir-surut", (
        "https://detik.com/sumbagsel/berita/d-8302367/banjir-surut?page=2", "https://m.detik.com/sumbagsel/berita/d-8302367/banjir-surut",
    )),
    ("CNN Indonesia", "https://www.cnnindonesia.com/nasional/20261120163201-20-989622/banjir-surut", (
        "https://www.cnnindonesia.com/nasional/20261120163201-20-989622/banjir-surut/amp",
        "https://m.cnnindonesia.com/nasional/20261120163201-20-989622/banjir-surut",
    )),
    ("Disway: amp for read, the id counts", "https://sumeks.disway.id/read/677408/daun-pakis", (
        "https://sumeks.disway.id/amp/677408/daun-pakis", "https://sumeks.disway.id/read/677408/daun-pakis/15",
        "https://sumeks.disway.id/amp/677408/daun-pakis?utm_source=whatsapp",
    )),
    ("bacakoran", "https://palpres.bacakoran.co/read/56812/banjir-surut", (
        "https://palpres.bacakoran.co/amp/56812/banjir-surut/", "https://palpres.bacakoran.co/read/56812/banjir-surut/30",
    )),
    ("an unknown site with an id of five digits", "https://suaracontoh.id/read/677408/banjir-surut", (
        "https://suaracontoh.id/amp/677408/banjir-surut",
    )),
    ("an unknown site with a year", "https://suaracontoh.id/2026/11/20/banjir-surut-lagi", (
        "https://suaracontoh.id/amp/2026/11/20/banjir-surut-lagi",
    )),
    ("Tempo", "https://www.tempo.co/read/1234567/banjir-surut", ("https://www.tempo.co/amp/1234567/banjir-surut",)),
    ("Kompas moves the desk into the host", "https://regional.kompas.com/read/2026/11/20/093000665/banjir-surut", (
        "https://amp.kompas.com/regional/read/2026/11/20/093000665/banjir-surut",
        "https://regional.kompas.com/read/2026/11/20/093000665/banjir-surut?page=all#page2",
    )),
    ("Sindonews", "https://daerah.sindonews.com/read/1731775/178/banjir-1784873276", (
        "https://daerah.sindonews.com/read/1731775/178/banjir-1784873276?showpage=all",
    )),
    ("Liputan6", "https://www.liputan6.com/regional/read/5123456/banjir-surut", (
        "https://www.liputan6.com/regional/read/5123456/banjir-surut?page=2", "https://m.liputan6.com/regional/read/5123456/banjir-surut",
    )),
    ("Blogger in every country", "https://kabarcontoh.blogspot.com/2026/11/banjir-surut.html", (
        "https://kabarcontoh.blogspot.co.id/2026/11/banjir-surut.html", "http://kabarcontoh.blogspot.sg/2026/11/banjir-surut.html?m=1",
    )),
    ("another port is another site", "https://suaracontoh.id:8443/banjir-surut-lagi", ()),
    ("www. elsewhere stays, and counts for nothing", "https://www.suaracontoh.id/banjir-surut-lagi", (
        "https://www.suaracontoh.id/banjir-surut-lagi/",
    )),
    ("the real host after a name", "https://evil.id/banjir-surut", ("https://sumsel.tribunnews.com@evil.id/banjir-surut",)),
    ("a headline about a category", "https://suaracontoh.id/video/banjir-surut-di-oki", ()),
    ("a second-level name called m", "https://m.co.id/banjir-surut", ()),
)  # fmt: skip

SAME: tuple[tuple[str, str], ...] = (  # shown differently, counted once
    ("https://detik.com/sumbagsel/berita/d-8302366", "https://www.detik.com/sumbagsel/berita/d-8302366/banjir-surut"),
    ("https://news.detik.com/berita/d-8302366/judul-lama", "https://www.detik.com/sumbagsel/berita/d-8302366/judul-baru"),
    ("https://sumeks.disway.id/read/677408/judul-lama", "https://sumeks.disway.id/read/677408/judul-baru"),
    ("https://www.suaracontoh.id/banjir-surut", "https://suaracontoh.id/banjir-surut"),
    ("https://suaracontoh.id/index.php?page=berita&id=1", "https://suaracontoh.id/index.php?id=1&page=berita"),
    ("https://suaracontoh.id/c%c3%a9-surut", "https://suaracontoh.id/cé-surut"),
)  # fmt: skip

DIFFERENT: tuple[tuple[str, str], ...] = (
    ("https://suaracontoh.id/?p=1", "https://suaracontoh.id/?p=2"),
    ("https://suaracontoh.id/read.php?id=1", "https://suaracontoh.id/read.php?id=2"),
    ("https://kumparan.com/urbanid/x-22d8D80tC4b", "https://kumparan.com/urbanid/x-22d8d80tC4b"),
    ("https://sumeks.disway.id/read/677408/x", "https://paltv.disway.id/read/677408/x"),
    ("https://suaracontoh.id/2026/11/banjir", "https://suaracontoh.id/2026/12/banjir"),
    ("https://suaracontoh.id/berita/1", "https://suaracontoh.id/berita/2"),
    ("https://suaracontoh.id/banjir-surut.html", "https://suaracontoh.id/banjir-surut"),
)

REFUSED: tuple[tuple[str, Reason], ...] = (
    ("https://suaracontoh.id", Reason.HOME),
    ("https://suaracontoh.id/index.php", Reason.HOME),
    ("https://suaracontoh.id/page/2", Reason.HOME),
    ("https://suaracontoh.id/?utm_source=wa", Reason.HOME),
    ("https://bit.ly/", Reason.HOME),
    ("https://bit.ly/.?0", Reason.HOME),
    ("https://suaracontoh.id/?~#", Reason.HOME),
    ("https://suaracontoh.id/?.=", Reason.HOME),
    ("https://suaracontoh.id/category/oki/", Reason.CATEGORY),
    ("https://suaracontoh.id/kategori/oki/page/2", Reason.CATEGORY),
    ("https://suaracontoh.id/rubrik/daerah", Reason.CATEGORY),
    ("https://suaracontoh.id/berita", Reason.CATEGORY),
    ("https://suaracontoh.id/news/sumsel", Reason.CATEGORY),
    ("https://suaracontoh.id/2026/11/20", Reason.CATEGORY),
    ("https://suaracontoh.id/indeks", Reason.CATEGORY),
    ("https://suaracontoh.id/?cat=4", Reason.CATEGORY),
    ("https://suaracontoh.id/tag/banjir", Reason.TAG),
    ("https://suaracontoh.id/topik/banjir", Reason.TAG),
    ("https://kabarcontoh.blogspot.com/search/label/oki", Reason.LABEL),
    ("https://suaracontoh.id/?s=banjir", Reason.SEARCH),
    ("https://suaracontoh.id/search?q=banjir", Reason.SEARCH),
    ("https://www.google.com/search?q=banjir+oki", Reason.SEARCH),
    ("https://suaracontoh.id/author/rina", Reason.AUTHOR),
    ("https://suaracontoh.id/penulis/rina", Reason.AUTHOR),
    ("https://suaracontoh.id/redaksi", Reason.ABOUT),
    ("https://suaracontoh.id/pedoman-media-siber", Reason.ABOUT),
    ("https://suaracontoh.id/feed", Reason.FEED),
    ("https://suaracontoh.id/banjir-surut/feed/", Reason.FEED),
    ("https://suaracontoh.id/rss.xml", Reason.FEED),
    ("https://suaracontoh.id/wp-json/wp/v2/posts/1", Reason.API),
    ("https://suaracontoh.id/api/berita/1", Reason.API),
    ("https://api.suaracontoh.id/berita/1", Reason.API),
    ("https://suaracontoh.id/wp-content/uploads/2026/11/rilis.pdf", Reason.FILE),
    ("https://suaracontoh.id/naskah.docx", Reason.FILE),
    ("https://suaracontoh.id/foto.JPG", Reason.IMAGE),
    ("https://blogger.googleusercontent.com/img/a/x", Reason.IMAGE),
    ("https://suaracontoh.id/?attachment_id=3", Reason.IMAGE),
    ("https://t.me/grupwartawan/123", Reason.CHAT),
    ("https://wa.me/6281200000000", Reason.CHAT),
    ("https://chat.whatsapp.com/AbCdEf", Reason.CHAT),
    ("https://drive.google.com/file/d/1/view?usp=sharing", Reason.SHARE),
    ("https://docs.google.com/document/d/1", Reason.SHARE),
    ("https://www.dropbox.com/s/1/x", Reason.SHARE),
    ("https://maps.app.goo.gl/AbC", Reason.SHARE),
    ("https://news.google.com/rss/articles/CBMi2AFBVV95cUxPX1hY?oc=5", Reason.NEWS_TOKEN),
    ("https://news.google.com/read/CBMi2AFBVV95cUxPX1hY", Reason.NEWS_TOKEN),
    ("https://www.facebook.com/suaracontoh", Reason.HOME),
    ("https://www.instagram.com/suaracontoh/", Reason.HOME),
    ("https://www.youtube.com/@suaracontoh", Reason.HOME),
    ("https://www.youtube.com/results?search_query=banjir", Reason.SEARCH),
    ("http://192.168.1.1/berita/1", Reason.NOT_A_LINK),
    ("https://localhost/berita/1", Reason.NOT_A_LINK),
    ("javascript:alert(1)", Reason.NOT_A_LINK),
    ("bukan link", Reason.NOT_A_LINK),
    ("https://suara teladan.id/berita/1", Reason.SPACE),
    ("1.www", Reason.NOT_A_LINK),
    ("", Reason.NOT_A_LINK),
    ("https://suaracontoh.id/" + "a" * LONGEST, Reason.TOO_LONG),
    (_wrapped(7), Reason.TOO_DEEP),
)

POSTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("https://www.youtube.com/watch?v=ABCDEFGHIJK", (
        "https://youtu.be/ABCDEFGHIJK?si=1", "https://m.youtube.com/watch?v=ABCDEFGHIJK&t=10s",
        "https://youtube.com/shorts/ABCDEFGHIJK", "https://www.youtube.com/live/ABCDEFGHIJK?feature=share",
    )),
    ("https://x.com/suaracontoh/status/1", ("https://twitter.com/suaracontoh/status/1?s=20", "https://mobile.twitter.com/suaracontoh/status/1")),
    ("https://www.instagram.com/p/ABCdef", (
        "https://instagram.com/reel/ABCdef/?igsh=1", "https://www.instagram.com/suaracontoh/p/ABCdef/", "instagram.com/p/ABCdef",
    )),
    ("https://www.tiktok.com/@suaracontoh/video/123", ("https://m.tiktok.com/@suaracontoh/video/123?is_from_webapp=1",)),
    ("https://www.facebook.com/suaracontoh/posts/123", ("https://m.facebook.com/suaracontoh/posts/123/?mibextid=x",)),
    ("https://www.facebook.com/story.php?story_fbid=1&id=2", ("https://m.facebook.com/story.php?story_fbid=1&id=2&mibextid=x",)),
    ("https://www.threads.com/@suaracontoh/post/ABC", ("https://www.threads.net/@suaracontoh/post/ABC?xmt=1",)),
    ("https://fb.watch/abc", ()),
    ("https://vt.tiktok.com/ABC", ()),
)  # fmt: skip

TO_RESOLVE = (
    "https://bit.ly/abc", "https://s.id/ABC", "https://tinyurl.com/abc", "https://share.google/abc", "https://t.co/abc",
    "https://m.suaracontoh.id/berita123-Slug", "https://mobile.suaracontoh.id/x-y",
)  # fmt: skip

EVERY_LINK = (
    *(link for _, address, spellings in ARTICLES for link in (address, *spellings)),
    *(link for pair in (*SAME, *DIFFERENT) for link in pair),
    *(link for link, _ in REFUSED),
    *(link for address, spellings in POSTS for link in (address, *spellings)),
    *TO_RESOLVE,
)


SPELLINGS = [
    pytest.param(each, address, id=f"{why}: {each[-60:]}") for why, address, others in ARTICLES for each in (address, *others)
]


@pytest.mark.parametrize(("spelling", "address"), SPELLINGS)
def test_a_spelling_is_the_article(spelling: str, address: str) -> None:
    verdict = canonical(spelling)
    assert (verdict.kind, verdict.address) == (Kind.ARTICLE, address)
    assert verdict.identity == canonical(address).identity
    assert verdict.rules == RULES_VERSION


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_addresses_are_one_article(one: str, other: str) -> None:
    assert canonical(one).identity == canonical(other).identity != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_addresses_are_two_articles(one: str, other: str) -> None:
    assert canonical(one).kind is canonical(other).kind is Kind.ARTICLE
    assert canonical(one).identity != canonical(other).identity


@pytest.mark.parametrize(("link", "reason"), REFUSED, ids=[link[:70] for link, _ in REFUSED])
def test_what_is_no_article_is_refused_with_its_reason(link: str, reason: Reason) -> None:
    verdict = canonical(link)
    assert (verdict.kind, verdict.reason, verdict.identity) == (Kind.REFUSED, reason, "")


@pytest.mark.parametrize(
    ("spelling", "address"),
    [pytest.param(each, address, id=each) for address, spellings in POSTS for each in (address, *spellings)],
)
def test_a_post_is_its_own_kind(spelling: str, address: str) -> None:
    verdict = canonical(spelling)
    assert (verdict.kind, verdict.address) == (Kind.SOCIAL, address)
    assert verdict.identity == canonical(address).identity != ""


@pytest.mark.parametrize("link", TO_RESOLVE)
def test_only_the_network_knows(link: str) -> None:
    verdict = canonical(link)
    assert (verdict.kind, verdict.address) == (Kind.RESOLVE, link)
    assert verdict.identity


def test_six_layers_are_taken_off() -> None:
    assert canonical(_wrapped(6)).address == "https://suaracontoh.id/banjir-surut"


def test_every_reason_has_a_case() -> None:
    assert {reason for _, reason in REFUSED} == set(Reason)


def test_an_address_of_letters_is_kept_in_ascii() -> None:
    assert canonical("https://sumekѕ.disway.id/read/677408/abc").address.startswith("https://xn--")


@pytest.mark.parametrize("link", EVERY_LINK, ids=[each[:80] for each in EVERY_LINK])
def test_the_verdict_on_an_address_is_the_same_verdict(link: str) -> None:
    verdict = canonical(link)
    if verdict.address:
        assert canonical(verdict.address) == verdict


def _shared() -> list[dict[str, str]]:
    cases: list[dict[str, str]] = json.loads(SHARED.read_text()) if SHARED.exists() else []
    return cases


@pytest.mark.skipif(not SHARED.exists(), reason="the shared cases are not beside the project")
@pytest.mark.parametrize("case", _shared(), ids=lambda case: case["why"][:60])
def test_shared_cases(case: dict[str, str]) -> None:
    verdict = canonical(case["input"])
    assert verdict.kind is KINDS[case["kind"]]
    if case["kind"] == "article":
        assert verdict.address == case["canonical"]
    if verdict.address:
        assert canonical(verdict.address) == verdict


def test_no_two_articles_share_a_key() -> None:
    keys = sorted((canonical(address).identity, address) for _, address, _ in ARTICLES)
    assert [key for key, group in groupby(keys, lambda pair: pair[0]) if len(list(group)) > 1] == []


ODD = st.text(alphabet=st.sampled_from("/?#=&.-_%@:;,()~*ampread0123456789dABé ѕ\u200b"), max_size=60)
HOSTS = st.sampled_from((
    "suaracontoh.id", "www.detik.com", "m.detik.com", "sumeks.disway.id", "amp.kompas.com", "www.google.com/amp/s/a.id",
    "kabar.blogspot.co.id", "www.youtube.com", "m.facebook.com", "bit.ly", "x.cdn.ampproject.org/c/s/a.id", "amp.m.suara.com",
    "instagram.com", "web.archive.org/web/20260101000000", "news.google.com/articles", "l.facebook.com/l.php?u=",
))  # fmt: skip


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    verdict = canonical(text)
    assert (verdict.kind is Kind.REFUSED) == (verdict.reason is not None) == (not verdict.identity)


@given(HOSTS, ODD)
def test_no_path_raises_and_every_verdict_is_stable(host: str, rest: str) -> None:
    verdict = canonical(f"https://{host}/{rest}")
    assert len(verdict.address) <= LONGEST
    if verdict.address:
        assert canonical(verdict.address) == verdict
