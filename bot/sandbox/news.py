"""What the invented outlets have printed today: articles that count, that a person must see, and that come too late."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from typing import Final

OUTLETS: Final[Mapping[str, str]] = {
    "suarateladan.id": "Suara Teladan",
    "kabarcontoh.id": "Kabar Contoh",
    "kabarcontoh.com": "Kabar Contoh",
    "andai.id": "Portal Andai",
}
PRINTED: Final = timedelta(hours=2, minutes=30)  # after the page opens, once the day's release is out


@dataclass(frozen=True)
class Story:
    """An article, and what the desk will make of its link."""

    end: str  # recognised, doubtful or refused
    path: str
    title: str
    text: str


RICE: Final = """\
Pemerintah Kabupaten Teladan menyalurkan beras kepada 312 keluarga terdampak banjir di Kecamatan Contoh. Beras diantar \
sampai ke rumah.

“Stok cukup untuk dua pekan. Kami utamakan lansia dan balita,” ujar Plt. Kepala BPBD, Ir. Fulan bin Fulan, M.Si.

Warga Desa Contoh Hulu, Siti Contoh (41), berharap jalan desa yang putus segera diperbaiki."""
CLEANING: Final = """\
Air yang menggenangi permukiman mulai surut. Warga turun bersama membersihkan lumpur dari ruang tamu dan halaman sekolah.

“Perahu dan dapur umum bekerja 24 jam. Kami utamakan lansia dan balita,” ungkap Plt. Kepala BPBD, Ir. Fulan bin Fulan, M.Si.

Pedagang pasar berharap jalan menuju terminal segera dibuka supaya sayur dari kebun tidak layu di gudang. Sopir angkutan \
masih memutar lewat jalan kebun, dan ongkosnya naik dua kali lipat sejak awal pekan."""
BRIDGE: Final = """\
Pemerintah Kabupaten Teladan membuka Jembatan Contoh Hulu di Kecamatan Contoh. Jembatan sepanjang 84 meter itu \
menghubungkan tiga desa dengan Pasar Teladan.

“Hasil kebun warga kini sampai di pasar sebelum siang,” ujar Plt. Kepala Dinas Pekerjaan Umum, Ir. Fulan bin Fulan, M.T.

Petani Desa Contoh Hulu, Siti Contoh (41), dulu memutar empat puluh menit lewat jalan tanah. “Sekarang sepuluh menit, dan \
tidak takut hujan lagi,” katanya."""
STORIES: Final = (
    Story("recognised", "/berita/5001/beras-untuk-312-keluarga", "Beras untuk 312 Keluarga Terdampak Banjir", RICE),
    Story("doubtful", "/berita/5002/warga-mulai-membersihkan-rumah", "Air Surut, Warga Mulai Membersihkan Rumah", CLEANING),
    Story("refused", "/berita/5003/jembatan-contoh-hulu-dibuka", "Jembatan Contoh Hulu Dibuka, ke Pasar Sepuluh Menit", BRIDGE),
)


def path_on(host: str, story: Story) -> str:
    """Where a story stands; one outlet is a part of a larger site."""
    return f"/teladan{story.path}" if host == "andai.id" else story.path


def pages(opened: datetime) -> Mapping[tuple[str, str], str]:
    """Every page of the invented web, by host and path, dated a while after the sandbox opened."""
    return {
        (host, path_on(host, each)): _printed(name, each, opened + PRINTED) for host, name in OUTLETS.items() for each in STORIES
    }


def examples() -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """Links to try, by the host of the journalist's outlet: what becomes of each, and its address."""
    return {host: tuple({"end": each.end, "url": f"https://{host}{path_on(host, each)}"} for each in STORIES) for host in OUTLETS}


def _printed(site: str, story: Story, at: datetime) -> str:
    told = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title, "datePublished": at.isoformat(),
        "author": {"@type": "Person", "name": "Redaksi"}, "publisher": {"@type": "Organization", "name": site},
    }  # fmt: skip
    lines = "".join(f"<p>{escape(each, quote=False)}</p>" for each in story.text.split("\n\n"))
    return (
        f"<!doctype html><html lang='id'><head><meta charset='utf-8'><title>{escape(story.title)} - {site}</title>"
        f"<script type='application/ld+json'>{json.dumps(told)}</script></head>"
        f"<body><article><h1>{escape(story.title)}</h1>{lines}</article></body></html>"
    )
