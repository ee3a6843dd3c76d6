"""Articles as the families of news sites print them, in invented names: the same piece, in each family's own marks.

web.publish("suaracontoh.id", "/2026/11/23/jalan-desa", printed("wordpress", piece))
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")
DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
MENU = "<nav><a href='/'>Beranda</a> <a href='/daerah'>Daerah</a> <a href='/politik'>Politik</a></nav>"
OTHERS = (
    "<div class='related'><h3>Berita Terkait</h3><ul><li><a href='/a'>Harga cabai naik di pasar</a>"
    "<span class='date'>Rabu, 1 Januari 2020 08:00 WIB</span></li><li><a href='/b'>Jalan lintas diperbaiki</a></li></ul></div>"
)
FOOT = "<footer>Redaksi | Pedoman Media Siber | Kontak. Hak cipta 2019</footer>"


@dataclass(frozen=True)
class Piece:
    """An article as its author wrote it."""

    title: str
    paragraphs: tuple[str, ...]
    published: datetime
    author: str = "Rina Contoh"
    site: str = "Suara Contoh"
    address: str = ""  # its full form, for pages that name it


def printed(family: str, piece: Piece) -> str:
    """The page of a piece at an outlet of a family."""
    return FAMILIES[family](piece)


def shown(moment: datetime) -> str:
    """As sites show it: Senin, 23 November 2026 09:05 WIB."""
    local = moment.astimezone(WIB)
    return f"{DAYS[local.weekday()]}, {local.day} {MONTHS[local.month - 1]} {local.year} {local:%H:%M} WIB"


def _page(piece: Piece, body: str, head: str = "", *, canonical: bool = True) -> str:
    link = f"<link rel='canonical' href='{piece.address}'>" if canonical and piece.address else ""
    title = f"<title>{escape(piece.title)} - {escape(piece.site)}</title>"
    return f"<!doctype html><html lang='id'><head><meta charset='utf-8'>{title}{link}{head}</head><body>{body}</body></html>"


def _meta(**said: str) -> str:
    return "".join(f"<meta property='{name.replace('_', ':', 1)}' content='{escape(value)}'>" for name, value in said.items())


def _script(data: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def _news(piece: Piece, **more: object) -> dict[str, object]:
    said = {"@type": "NewsArticle", "headline": escape(piece.title), "datePublished": piece.published.isoformat()}
    return {**said, "author": {"@type": "Person", "name": piece.author}, "publisher": {"name": piece.site}, **more}


def _text(piece: Piece, between: str = "") -> str:
    half = len(piece.paragraphs) // 2
    parts = [f"<p>{escape(each)}</p>" for each in piece.paragraphs]
    return "".join([*parts[:half], between, *parts[half:]])


def _wordpress(piece: Piece) -> str:
    data = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": piece.site}, _news(piece)]}
    also = "<p><strong>Baca juga:</strong> <a href='/lama'>Bupati lantik pejabat</a></p>"
    return _page(
        piece,
        f"{MENU}<article class='post'><h1 class='entry-title'>{escape(piece.title)}</h1><div class='entry-meta'>"
        f"<time class='entry-date' datetime='{piece.published.isoformat()}'>{shown(piece.published)}</time></div>"
        f"<div class='entry-content'>{_text(piece, also)}</div></article>{OTHERS}{FOOT}",
        _meta(og_title=f"{piece.title} - {piece.site}", og_site_name=piece.site) + _script(data),
    )


def _own_system(piece: Piece) -> str:
    """A system of the outlet's own: nothing for programs, everything for eyes."""
    return _page(
        piece,
        f"{MENU}<div id='atas'>{piece.site}</div><div class='isi'><h1>{escape(piece.title)}</h1>"
        f"<div class='info'><span>{shown(piece.published)}</span> <span>Penulis: {piece.author}</span></div>"
        f"<div class='teks'>{_text(piece)}</div></div>{OTHERS}{FOOT}",
        canonical=False,
    )


def _network(piece: Piece) -> str:
    """A newsroom's place in a network, under a subdomain."""
    meta = _meta(og_title=piece.title, og_site_name=piece.site, article_published_time=piece.published.isoformat())
    return _page(
        piece,
        f"{MENU}<div id='article'><h1 id='arttitle'>{escape(piece.title)}</h1><time>{shown(piece.published)}</time>"
        f"<div class='side-article txt-article'>{_text(piece, '<p class=baca>Baca juga: <a href=/x>Lainnya</a></p>')}</div></div>"
        f"{OTHERS}{FOOT}",
        meta + f"<meta name='author' content='{escape(piece.author)}'>",
    )


def _amp(piece: Piece) -> str:
    return _page(
        piece,
        f"<h1>{escape(piece.title)}</h1><article>{_text(piece)}</article>",
        "<script async src='https://cdn.ampproject.org/v0.js'></script>" + _script(_news(piece)),
    ).replace("<html", "<html amp", 1)


def _paged(piece: Piece) -> str:
    """The first of the article's pages."""
    half = Piece(piece.title, piece.paragraphs[: (len(piece.paragraphs) + 1) // 2], piece.published)
    return _page(
        piece,
        f"{MENU}<h1>{escape(piece.title)}</h1><p class='date'>{shown(piece.published)}</p><article>{_text(half)}</article>"
        f"<div class='paging'>Halaman <a href='?page=1'>1</a> <a href='?page=2'>2</a></div>{FOOT}",
        _script([_news(piece)]),
    )


def _blog(piece: Piece) -> str:
    return _page(
        piece,
        f"<h2 class='date-header'>{shown(piece.published)}</h2><h3 class='post-title'>{escape(piece.title)}</h3>"
        f"<div class='post-body entry-content'>{_text(piece)}</div>"
        f"<span itemprop='datePublished' content='{piece.published.isoformat()}'></span>"
        f"<span itemprop='author'>{piece.author}</span>",
        _meta(og_title=piece.title, og_site_name=piece.site),
    )


def _app(piece: Piece) -> str:
    """A page that is empty until its script has run."""
    return _page(
        piece,
        "<div id='__next'></div><noscript>Aktifkan JavaScript untuk membaca.</noscript><script src='/app.js'></script>",
        _meta(og_title=piece.title, og_site_name=piece.site, article_published_time=piece.published.isoformat()),
    )


def _walled(piece: Piece) -> str:
    teaser = Piece(piece.title, (*piece.paragraphs[:2], "Artikel ini khusus pelanggan. Silakan berlangganan."), piece.published)
    return _page(
        piece,
        f"{MENU}<h1>{escape(piece.title)}</h1><article>{_text(teaser)}</article>{FOOT}",
        _script(_news(piece, isAccessibleForFree=False)),
    )


FAMILIES: Mapping[str, Callable[[Piece], str]] = {
    "wordpress": _wordpress,
    "own system": _own_system,
    "network": _network,
    "amp": _amp,
    "paged": _paged,
    "blog": _blog,
    "app": _app,
    "walled": _walled,
}
