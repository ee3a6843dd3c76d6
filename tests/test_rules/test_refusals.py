"""Why a page is no article: every list and every ending, and what is an article in spite of its address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.links import families
from handlers.links.address import Address, read
from handlers.links.canonical import Kind, canonical
from handlers.links.refusals import LISTS, Reason, is_home, why_not
from messages.links import REFUSALS
from messages.wording import Words
from storage.records import Language

HOST = "suaracontoh.id"
KEPT = families.KEPT | families.KEPT_NUMBERS


def why(path: str, host: str = HOST) -> Reason | None:
    """Why a page of a site is no article. Behind a path only what is known to name an article stays of the query."""
    address = read(f"https://{host}{path}")
    assert address
    parts = [part for part in address.path.split("/") if part]
    kept = address.query if is_home(parts) else tuple(each for each in address.query if each[0] in KEPT)
    return why_not(Address(host, address.path, kept), parts, address.query)


# Reasons by what the path says; rows are (reason, paths).
REFUSED: tuple[tuple[Reason, str], ...] = (
    (Reason.HOME, "/ /index.php /INDEX.html /amp /?x=y /home?utm_source=wa /id"),
    (Reason.CATEGORY, "/category/oki /kategori/oki/desa /2026 /2026/11 /2026/11/20 /1999/1 /berita /news/sumsel"),
    (Reason.CATEGORY, "/Berita /?cat=4 /?kategori=desa"),
    (Reason.CATEGORY, "/kategori/banjir-surut-di-pampangan /kategori/oki/banjir-surut-di-pampangan"),
    (Reason.CATEGORY, "/archives/2026 /indeks?page=2"),
    (Reason.TAG, "/tag/banjir /topik/banjir /tag/oki/banjir-surut-di-pampangan-oki-hari-ini /berita/tag/banjir /?tag=banjir"),
    (Reason.LABEL, "/label/oki /search/label/oki /search/label/oki?max-results=20"),
    (Reason.SEARCH, "/search /search/banjir /cari /?s=banjir /?q=x /search/x/label"),
    (Reason.AUTHOR, "/author/rina /penulis/rina-contoh /?author=1"),
    (Reason.ABOUT, "/redaksi /page/redaksi /tentang-kami /p/kontak"),
    (Reason.FEED, "/feed /oki/feed /rss /rss/oki /feeds/posts/default /sitemap.xml /berita.rss /x.xml"),
    (Reason.API, "/api/berita/1 /wp-json/wp/v2/posts /v1/api /data.json /berita/graphql /?rest_route=/wp/v2"),
    (Reason.FILE, "/naskah.pdf /unduh/siaran.DOCX /video.mp4 /unduh/foto.zip"),
    (Reason.IMAGE, "/foto.jpg /unggahan/2026/11/banjir-surut-oki.PNG /?attachment_id=3"),
)  # fmt: skip

ARTICLES = (
    # whatever list the address seems to open, an id or a date and a headline say that it is one
    "/tag/d-8302366/banjir", "/kategori/read/677408", "/category/2026/11/banjir-surut", "/tag/2026/11/20/banjir-surut",
    "/archives/31",
    # a category with a headline behind it
    "/kategori/oki/banjir-surut-di-pampangan-oki", "/rubrik/daerah/warga-oki-mulai-bersihkan-rumah",
    # numbers and names of articles
    "/?p=123", "/index.php?page_id=9", "/berita?id=12", "/news/daerah?id_berita=7", "/redaksi?id=4", "/?x=12",
    "/?x=12-banjir-surut", "/home?x=12",
    # words of the lists inside of others, or deeper than they may stand
    "/berita/banjir", "/banjir-surut", "/2026/11/20/banjir-surut", "/tagar-banjir", "/berita/oki/redaksi-pindah", "/a/b/redaksi",
    "/2026/banjir", "/1899/11", "/apis/1", "/a/b/api/c", "/banjir.html", "/foto.jpg.html",
)  # fmt: skip


@pytest.mark.parametrize(("reason", "path"), [(reason, path) for reason, paths in REFUSED for path in paths.split()])
def test_what_the_address_shows(reason: Reason, path: str) -> None:
    assert why(path) is reason


@pytest.mark.parametrize("path", ARTICLES)
def test_what_may_be_an_article(path: str) -> None:
    assert why(path) is None


# --- every list, every entry ----------------------------------------------------------------------


@pytest.mark.parametrize("part", sorted(LISTS))
def test_each_part_that_opens_a_list_does_so_in_front_and_behind(part: str) -> None:
    assert why(f"/{part}/banjir") is LISTS[part]
    assert why(f"/oki/{part}") is LISTS[part]
    assert why(f"/{part.upper()}") is LISTS[part]
    assert why(f"/{part}x/banjir") is None


@pytest.mark.parametrize(
    ("reason", "paths"),
    [
        (Reason.HOME, [f"/{part}" for part in families.HOME_PARTS]),
        (Reason.CATEGORY, [f"/{part}" for part in families.DESK_PARTS]),
        (Reason.ABOUT, [f"/{part}" for part in families.ABOUT_PARTS] + [f"/profil/{part}" for part in families.ABOUT_PARTS]),
        (Reason.FEED, [f"/oki/{name}" for name in families.FEED_FILES]),
        (Reason.API, [f"/{part}/x" for part in families.API_PARTS] + [f"/x/y/z/{part}" for part in families.API_PARTS]),
        (Reason.IMAGE, [f"/x.{ending}" for ending in families.IMAGE_FILES]),
        (Reason.FILE, [f"/x.{ending}" for ending in families.OTHER_FILES]),
    ],
)
def test_each_entry_of_the_data_is_refused(reason: Reason, paths: list[str]) -> None:
    assert {path: why(path) for path in paths} == dict.fromkeys(paths, reason)


@pytest.mark.parametrize(("name", "reason"), families.LIST_QUERIES.items())
def test_each_query_that_opens_a_list_is_refused_unless_an_article_is_named(name: str, reason: str) -> None:
    assert why(f"/?{name}=banjir") is Reason(reason)
    assert why(f"/index.php?{name}=banjir") is Reason(reason)
    assert why(f"/?{name}=banjir&p=12") is None


def test_a_host_for_machines_has_no_articles() -> None:
    assert why("/berita/banjir-surut", host=f"api.{HOST}") is Reason.API
    assert why("/berita/banjir-surut", host=f"apik.{HOST}") is None


# --- every reason ---------------------------------------------------------------------------------

# What a whole link is refused for, beside what its path shows.
WHOLE: dict[Reason, str] = {
    Reason.CHAT: "https://chat.whatsapp.com/AbCdEf",
    Reason.SHARE: "https://drive.google.com/file/d/1/view",
    Reason.NEWS_TOKEN: "https://news.google.com/read/CBMi2AFBVV95cUxPX1hY",
    Reason.TOO_DEEP: "https://" + "www.google.com/amp/s/" * 7 + "suaracontoh.id/banjir-surut",
    Reason.TOO_LONG: "https://suaracontoh.id/" + "a" * 2048,
    Reason.NOT_A_LINK: "https://localhost/berita/1",
    Reason.SPACE: "https://suara teladan.id/berita/1",
}


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_given_for_a_link_with_words_in_both_languages(reason: Reason) -> None:
    paths = {each: paths.split()[-1] for each, paths in REFUSED}
    verdict = canonical(WHOLE.get(reason) or f"https://{HOST}{paths[reason]}")
    assert (verdict.kind, verdict.reason, verdict.identity) == (Kind.REFUSED, reason, "")
    said = {Words(language, "Asia/Jakarta", "Humas")(REFUSALS[reason]) for language in Language}
    assert len(said) == len(Language)


@given(st.lists(st.text("abz019-._~%", min_size=1, max_size=9), max_size=4), st.sampled_from(["", "?p=1", "?s=x", "?x=y"]))
def test_no_path_raises(parts: list[str], query: str) -> None:
    assert why("/" + "/".join(parts) + query) in {*Reason, None}
