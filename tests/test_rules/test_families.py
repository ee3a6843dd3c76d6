"""The link rules as data: every row does what it says, and none stands in another's way.

How sites spell one article is in test_canonical.py, by hand; here each row of each family has its case.
"""

import re
from urllib.parse import quote

import pytest

from handlers.links import families
from handlers.links.address import read, under, unwrapped
from handlers.links.canonical import Kind, Verdict, canonical
from handlers.links.extract import links_in
from handlers.links.refusals import Reason
from tests.test_rules.test_canonical import EVERY_LINK

ARTICLE = "https://suaracontoh.id/2026/11/banjir-surut"
SITE = "https://suaracontoh.id"

# How each layer looks around an article, which stands for {}; in a query it is quoted.
IN_QUERY: dict[tuple[str, str], tuple[str, ...]] = {
    ("google", "/url"): ("www.google.com/url?q={}&sa=D", "www.google.co.id/url?sa=t&url={}&ved=1"),
    ("google", "/imgres"): ("www.google.com/imgres?imgurl=https%3A%2F%2Fcontoh.id%2Fa.jpg&imgrefurl={}",),
    ("google", "/translate"): ("translate.google.com/translate?sl=id&tl=en&u={}",),
    ("googleweblight.com", "/"): ("googleweblight.com/i?u={}&hl=id", "googleweblight.com/?lite_url={}"),
    ("search.app", "/"): ("search.app/?link={}&utm_source=x",),
    ("facebook.com", "/l.php"): ("l.facebook.com/l.php?u={}&h=AT0", "lm.facebook.com/l.php?u={}"),
    ("facebook.com", "/sharer"): ("www.facebook.com/sharer/sharer.php?u={}", "m.facebook.com/sharer.php?u={}"),
    ("facebook.com", "/share.php"): ("www.facebook.com/share.php?u={}",),
    ("instagram.com", "/"): ("l.instagram.com/?u={}&e=AT0",),
    ("threads.net", "/"): ("l.threads.net/?u={}&e=AT0",),
    ("threads.com", "/"): ("l.threads.com/?u={}&e=AT0",),
    ("l.wl.co", "/l"): ("l.wl.co/l?u={}",),
    ("t.me", "/share/url"): ("t.me/share/url?url={}&text=Baca",),
    ("twitter.com", "/intent/tweet"): ("twitter.com/intent/tweet?text=Baca&url={}",),
    ("x.com", "/intent/"): ("x.com/intent/post?url={}", "x.com/intent/tweet?url={}"),
    ("twitter.com", "/share"): ("twitter.com/share?url={}",),
    ("youtube.com", "/redirect"): ("www.youtube.com/redirect?event=video_description&q={}",),
    ("linkedin.com", "/redir/redirect"): ("www.linkedin.com/redir/redirect?url={}&urlhash=x",),
    ("linkedin.com", "/sharing/share-offsite"): ("www.linkedin.com/sharing/share-offsite/?url={}",),
    ("safelinks.protection.outlook.com", "/"): ("apc01.safelinks.protection.outlook.com/?url={}&data=05",),
}
IN_PATH: dict[str, tuple[str, ...]] = {
    "google": ("www.google.com/amp/s/{}", "www.google.co.id/amp/{}"),
    "cdn.ampproject.org": ("suaracontoh-id.cdn.ampproject.org/c/s/{}", "suaracontoh-id.cdn.ampproject.org/v/{}"),
    "bing-amp.com": ("suaracontoh-id.bing-amp.com/c/s/{}",),
    "bing.com": ("www.bing.com/amp/s/{}",),
    "web.archive.org": ("web.archive.org/web/20261122010203/https://{}", "web.archive.org/web/20261122010203if_/{}"),
}
AROUND = [form.format(quote(ARTICLE, safe="")) for forms in IN_QUERY.values() for form in forms] + [
    form.format(ARTICLE.removeprefix("https://")) for forms in IN_PATH.values() for form in forms
]


def verdict(link: str) -> tuple[Kind, str]:
    """What a link is, and the address that is shown or the reason."""
    found = canonical(link)
    return found.kind, found.reason or found.address


def refused(reason: Reason) -> tuple[Kind, str]:
    return Kind.REFUSED, reason


# --- layers -----------------------------------------------------------------------------------------


def test_every_layer_has_its_case() -> None:
    assert list(IN_QUERY) == [(host, begins) for host, begins, _ in families.WRAPPED_IN_QUERY]
    assert list(IN_PATH) == [host for host, _ in families.WRAPPED_IN_PATH]


@pytest.mark.parametrize("link", AROUND)
def test_a_layer_is_taken_off(link: str) -> None:
    address = read(f"https://{link}")
    assert address
    assert unwrapped(address)
    assert canonical(link) == canonical(ARTICLE)


@pytest.mark.parametrize(("host", "begins", "names"), families.WRAPPED_IN_QUERY, ids=str)
def test_every_name_of_a_parameter_is_tried(host: str, begins: str, names: tuple[str, ...]) -> None:
    tried = "".join(IN_QUERY[host, begins])
    assert all(re.search(rf"[?&]{name}=\{{\}}", tried) for name in names)


# --- hosts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("site", sorted(families.WWW))
def test_a_site_of_www_is_shown_with_it(site: str) -> None:
    shown = f"https://www.{site}/berita/1/banjir-surut-lagi"
    assert verdict(f"{site}/berita/1/banjir-surut-lagi") == verdict(shown) == (Kind.ARTICLE, shown)


@pytest.mark.parametrize("site", sorted(families.SAME_ON_MOBILE))
def test_a_mobile_page_is_the_full_page(site: str) -> None:
    for form in ("m", "mobile", "amp"):
        assert canonical(f"https://{form}.{site}/berita/1/banjir-surut-lagi") == canonical(
            f"https://{site}/berita/1/banjir-surut-lagi"
        )


def test_any_other_mobile_page_is_for_the_network_to_say() -> None:
    assert canonical("https://m.suaracontoh.id/berita/1/banjir-surut-lagi").kind is Kind.RESOLVE


@pytest.mark.parametrize(
    ("site", "desk"), [(site, desk) for site, desks in families.DESK_HOSTS.items() for desk in sorted(desks)]
)
def test_a_desk_in_the_path_is_a_host_of_its_own(site: str, desk: str) -> None:
    for form in ("amp", "m"):
        assert verdict(f"https://{form}.{site}/{desk}/read/2026/11/20/093000665/banjir-surut") == (
            Kind.ARTICLE,
            f"https://{desk}.{site}/read/2026/11/20/093000665/banjir-surut",
        )


@pytest.mark.parametrize("ending", sorted(families.SECOND_LEVEL))
def test_a_second_level_is_no_site(ending: str) -> None:
    assert canonical(f"https://m.{ending}/banjir-surut-lagi").kind is Kind.ARTICLE
    assert canonical(f"https://m.contoh.{ending}/banjir-surut-lagi").kind is Kind.RESOLVE


@pytest.mark.parametrize("site", sorted(families.AMP_PREFIX))
def test_amp_in_front_goes(site: str) -> None:
    assert canonical(f"https://{site}/amp/2026/11/20/banjir-surut") == canonical(f"https://{site}/2026/11/20/banjir-surut")


@pytest.mark.parametrize("site", sorted(families.AMP_FOR_READ))
def test_amp_stands_where_read_stands(site: str) -> None:
    assert canonical(f"https://{site}/amp/677408/banjir-surut") == canonical(f"https://{site}/read/677408/banjir-surut")


@pytest.mark.parametrize("host", sorted(families.SHORTENERS))
def test_a_shortener_is_for_the_network_to_say(host: str) -> None:
    assert verdict(f"{host}/AbC12") == (Kind.RESOLVE, f"https://{host}/AbC12")
    assert verdict(f"https://{host}") == refused(Reason.HOME)


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        *((host, Reason.CHAT) for host in sorted(families.CHAT)),
        *((host, Reason.SHARE) for host in sorted(families.FILE_SHARES)),
        *((host, Reason.IMAGE) for host in sorted(families.IMAGE_HOSTS - {"cdn.ampproject.org"})),
    ],
)
def test_a_host_that_holds_no_articles(host: str, reason: Reason) -> None:
    assert verdict(f"{host}/abc/123") == verdict(f"https://x.{host}/abc/123") == refused(reason)


@pytest.mark.parametrize("host", families.SOCIAL)
def test_a_network_has_posts(host: str) -> None:
    kind, shown = verdict(f"{host}/suaracontoh/posts/123456")
    assert (kind, shown.split("/")[2]) == (Kind.SOCIAL, families.SOCIAL[host])
    assert canonical(shown).identity == canonical(f"https://m.{host}/suaracontoh/posts/123456").identity


def test_no_host_is_in_two_families() -> None:
    whole = [
        families.SHORTENERS - {"search.app"},
        families.CHAT,
        families.FILE_SHARES,
        families.IMAGE_HOSTS,
        frozenset(families.SOCIAL),
    ]
    hosts = [host for family in whole for host in family]
    assert sorted(hosts) == sorted(set(hosts))
    under_another = {host for host in hosts if under(host.partition(".")[2], frozenset(hosts))}
    assert under_another <= {"vt.tiktok.com", "vm.tiktok.com", "photos.app.goo.gl", "maps.app.goo.gl"}, (
        "a row that is never reached"
    )


# --- one article, many spellings --------------------------------------------------------------------


def spelled(family: str, pattern: str) -> list[Verdict]:
    """The verdicts on what test_canonical.py has of a row."""
    shown = [canonical(link) for link in EVERY_LINK if canonical(link).kind in {Kind.ARTICLE, Kind.SOCIAL}]
    addresses = [(each, read(each.address)) for each in shown]
    return [
        each for each, at in addresses if at and under(at.host, {family: ""}) and re.match(pattern, str(at).split(at.host)[1])
    ]


@pytest.mark.parametrize(("family", "pattern", "key"), families.ARTICLE_IDS, ids=lambda each: each[:20])
def test_an_id_counts_and_a_headline_does_not(family: str, pattern: str, key: str) -> None:
    found = spelled(family, pattern)
    assert len(found) > 1
    keys = re.compile(re.escape(key).replace(r"\{host\}", "[a-z.]+").replace(r"\{id\}", r"\d+"))
    assert all(keys.fullmatch(each.identity) for each in found)


@pytest.mark.parametrize("family", ["youtube.com", "x.com", "instagram.com", "tiktok.com"])
def test_every_network_with_posts_by_number_is_spelled_out(family: str) -> None:
    assert {key.partition(":")[0] for _, _, _, key in families.POSTS} == {"youtube.com", "x.com", "instagram.com", "tiktok.com"}
    assert len([each for each in spelled(family, "/") if each.identity.startswith(f"{family}:")]) > 1


# --- queries ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [row.replace("*", "xyz") for row in families.TRACKERS])
def test_a_tracker_goes_even_where_the_query_is_the_address(name: str) -> None:
    assert canonical(f"{SITE}/index.php?id=12&{name}=abc") == canonical(f"{SITE}/index.php?id=12")
    assert canonical(f"{ARTICLE}?{name}=abc") == canonical(ARTICLE)


@pytest.mark.parametrize("name", sorted(families.PAGING))
def test_a_page_of_an_article_is_the_article(name: str) -> None:
    for value in ("2", "all"):
        assert canonical(f"{SITE}/index.php?id=12&{name}={value}") == canonical(f"{SITE}/index.php?id=12")
    assert canonical(f"{SITE}/index.php?{name}=berita&id=12").identity != canonical(f"{SITE}/index.php?id=12").identity


@pytest.mark.parametrize("name", sorted(families.KEPT | families.KEPT_NUMBERS))
def test_a_number_names_an_article(name: str) -> None:
    one, other = (canonical(f"{SITE}/?{name}={value}") for value in (1, 2))
    assert one.kind is other.kind is Kind.ARTICLE
    assert one.identity != other.identity


@pytest.mark.parametrize(("name", "reason"), families.LIST_QUERIES.items())
def test_a_query_that_opens_a_list(name: str, reason: str) -> None:
    assert verdict(f"{SITE}/?{name}=oki") == refused(Reason(reason))


# --- pages that are no article ----------------------------------------------------------------------

PARTS: tuple[tuple[frozenset[str], str, Reason], ...] = (
    (families.TAG_PARTS, "/{}/banjir", Reason.TAG),
    (families.LABEL_PARTS, "/{}/banjir", Reason.LABEL),
    (families.CATEGORY_PARTS, "/{}/oki", Reason.CATEGORY),
    (families.SEARCH_PARTS, "/{}/banjir", Reason.SEARCH),
    (families.AUTHOR_PARTS, "/{}/rina-contoh", Reason.AUTHOR),
    (families.DESK_PARTS, "/{}", Reason.CATEGORY),
    (families.ABOUT_PARTS, "/{}", Reason.ABOUT),
    (families.HOME_PARTS, "/{}", Reason.HOME),
    (families.FEED_FILES, "/{}", Reason.FEED),
    (families.API_PARTS, "/{}/posts", Reason.API),
    (families.IMAGE_FILES, "/2026/11/banjir-surut.{}", Reason.IMAGE),
    (families.OTHER_FILES, "/2026/11/banjir-surut.{}", Reason.FILE),
)


@pytest.mark.parametrize(
    ("path", "reason"), [(path.format(part), reason) for parts, path, reason in PARTS for part in sorted(parts)]
)  # fmt: skip
def test_a_page_of_a_site_that_is_no_article(path: str, reason: Reason) -> None:
    assert verdict(SITE + path) == refused(reason)
    assert verdict(SITE + path.upper()) == refused(reason)


# --- links in a text --------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", sorted(families.ENDINGS))
def test_a_host_with_this_ending_is_a_link(ending: str) -> None:
    assert links_in(f"tayang di suaracontoh.{ending} kak") == (f"suaracontoh.{ending}",)


@pytest.mark.parametrize("ending", sorted(families.ENDINGS_WITH_PATH))
def test_a_host_with_this_ending_is_a_link_where_a_path_follows(ending: str) -> None:
    assert links_in(f"tayang di contoh.{ending} kak") == ()
    assert links_in(f"tayang di contoh.{ending}/berita kak") == (f"contoh.{ending}/berita",)


# --- the data itself --------------------------------------------------------------------------------


def test_hosts_are_written_in_one_way() -> None:
    sets = (
        families.WWW, families.SAME_ON_MOBILE, families.SHORTENERS, families.CHAT, families.FILE_SHARES, families.IMAGE_HOSTS,
        families.AMP_PREFIX, families.AMP_FOR_READ, frozenset(families.DESK_HOSTS), frozenset(families.SOCIAL),
    )  # fmt: skip
    written = [host for family in sets for host in family]
    assert [host for host in written if not re.fullmatch(r"(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+", host)] == []


def test_the_version_is_the_day_of_the_latest_change() -> None:
    assert re.fullmatch(r"20\d\d-\d\d-\d\d[a-z]?", families.RULES_VERSION)
