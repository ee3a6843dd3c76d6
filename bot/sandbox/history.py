"""What happened at the invented desk before its visitor came: three releases, the links of what was published, a choice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from typing import Final

from bot.sandbox.painting import BRIDGE, FLOOD, SCHOOL


@dataclass(frozen=True)
class Deed:
    """Somebody says something, shows a picture, or presses the newest button with a label."""

    who: str
    says: str = ""
    shows: tuple[str, bytes] | None = None  # a file's name and its bytes
    presses: str = ""


@dataclass(frozen=True)
class Scene:
    """Deeds that follow each other from an hour of a day."""

    days_ago: int
    at: time
    deeds: tuple[Deed, ...]


DRAFTER, APPROVER, VERIFIER = "Sari Teladan", "Hendra Patut", "Vera Cermat"

# {day} and {date} become those of the scene.
BRIDGE_OPENED: Final = """\
JEMBATAN CONTOH HULU DIBUKA, WAKTU TEMPUH KE PASAR TINGGAL SEPULUH MENIT

KOTA TELADAN – Pemerintah Kabupaten Teladan membuka Jembatan Contoh Hulu di Kecamatan Contoh, {day} ({date}). Jembatan \
sepanjang 84 meter itu menghubungkan tiga desa dengan Pasar Teladan.

"Hasil kebun warga kini sampai di pasar sebelum siang," ujar Plt. Kepala Dinas Pekerjaan Umum, Ir. Fulan bin Fulan, M.T.

Petani Desa Contoh Hulu, Siti Contoh (41), dulu memutar empat puluh menit lewat jalan tanah. "Sekarang sepuluh menit, dan \
tidak takut hujan lagi," katanya.

(Rilis Diskominfo/st)
Narahubung: Humas, 0812-0000-0000"""
SCHOOL_MENDED: Final = """\
LIMA SEKOLAH DASAR SELESAI DIPERBAIKI SEBELUM SEMESTER BARU

KOTA TELADAN – Lima sekolah dasar di Kabupaten Teladan selesai diperbaiki, {day} ({date}). Sebanyak 620 murid kembali \
belajar di ruang kelas setelah tiga bulan menumpang di balai desa.

"Atap, lantai, dan toilet kami dahulukan," terang Kepala Dinas Pendidikan, Dra. Fulanah, M.Pd.

Wali murid, Amir Misal (38), berharap pagar sekolah menyusul tahun depan.

(Rilis Diskominfo/st)
Narahubung: Humas, 0812-0000-0000"""
FLOOD_RELIEF: Final = """\
POSKO BANJIR CONTOH HILIR LAYANI 240 WARGA SIANG DAN MALAM

KOTA TELADAN – Pemerintah Kabupaten Teladan membuka posko banjir di Kecamatan Contoh Hilir, {day} ({date}). Posko \
melayani 240 warga dari dua desa yang terendam sejak malam.

"Perahu dan dapur umum bekerja 24 jam. Kami utamakan lansia dan balita," ungkap Plt. Kepala BPBD, Ir. Fulan bin Fulan, M.Si.

Warga, Wati Contoh (52), minta air bersih ditambah di posko kedua.

(Rilis Diskominfo/st)
Narahubung: Humas, 0812-0000-0000"""


def released(text: str, name: str, picture: bytes) -> tuple[Deed, ...]:
    """The way of a release: written with its photo, handed in, approved by a second person, sent."""
    return (
        Deed(DRAFTER, says="buat rilis"),
        Deed(DRAFTER, says="Foto: Sari Teladan/Humas", shows=(name, picture)),
        Deed(DRAFTER, says=text),
        Deed(DRAFTER, presses="Selesai"),
        Deed(DRAFTER, presses="Ajukan"),
        Deed(APPROVER, presses="Setujui"),
        Deed(APPROVER, presses="Kirim sekarang"),
        Deed(APPROVER, presses="Ya, kirim"),
    )


def published(*said: tuple[str, ...]) -> tuple[Deed, ...]:
    """Journalists send the links of what they published: who, and their lines."""
    return tuple(Deed(who, says="\n".join(lines)) for who, *lines in said)


def decided(*labels: str) -> Iterator[Deed]:
    """The verifier goes through the queue."""
    yield Deed(VERIFIER, says="antrean")
    for label in labels:
        yield Deed(VERIFIER, presses=label)


RINA, BAYU, HASAN = "Rina Contoh", "Bayu Misal", "Hasan Rekaan"
DEWI, TONO, MAYA = "Dewi Umpama", "Tono Rekaan", "Maya Andai"

SCENES: Final = (
    Scene(4, time(9, 5), released(BRIDGE_OPENED, "jembatan-contoh-hulu.png", BRIDGE)),
    Scene(4, time(10, 20), published(
        (RINA, "https://suarateladan.id/berita/4101/jembatan-contoh-hulu-dibuka-waktu-tempuh-ke-pasar-sepuluh-menit"),
        (BAYU, "izin kak, sudah naik https://kabarcontoh.id/daerah/jembatan-contoh-hulu-dibuka-tiga-desa-terhubung-ke-pasar"),
        (DEWI, "https://gemateladan.id/siaran/jembatan-contoh-hulu-dibuka"),
        (MAYA, "https://andai.id/teladan/2210/jembatan-contoh-hulu-dibuka-petani-ke-pasar-lebih-cepat"),
    )),
    Scene(4, time(14, 40), published(
        (HASAN, "bang, 2 link: https://contohpos.id/2026/jembatan-contoh-hulu-dibuka-warga-tak-lagi-memutar",
                "dan https://contohpos.id/2026/siti-dan-jembatan-contoh-hulu"),
        (TONO, "https://tvteladan.id/video/jembatan-contoh-hulu-dibuka-bupati"),
        (RINA, "https://suarateladan.id/berita/4107/cerita-petani-setelah-jembatan-contoh-hulu-dibuka?utm_source=whatsapp"),
    )),
    Scene(3, time(8, 30), published(
        (BAYU, "www.kabarcontoh.com/foto/jembatan-contoh-hulu-dibuka-dalam-gambar"),
        (MAYA, "https://andai.id/teladan/2214/jembatan-contoh-hulu-dan-harga-sayur-di-pasar"),
        (DEWI, "https://gemateladan.id/siaran/wawancara-dinas-pu-soal-jembatan-contoh-hulu"),
    )),
    Scene(3, time(15, 30), (*decided(*["Akui"] * 10),)),
    Scene(2, time(9, 10), released(SCHOOL_MENDED, "sd-contoh.png", SCHOOL)),
    Scene(2, time(11, 15), published(
        (RINA, "https://suarateladan.id/berita/4122/lima-sekolah-dasar-selesai-diperbaiki-sebelum-semester-baru",
               "https://suarateladan.id/berita/4123/620-murid-kembali-ke-kelas-sekolah-dasar-selesai-diperbaiki"),
        (BAYU, "https://kabarcontoh.id/pendidikan/lima-sekolah-dasar-di-teladan-selesai-diperbaiki"),
        (HASAN, "https://contohpos.id/2026/lima-sekolah-dasar-diperbaiki-sebelum-semester-baru"),
        (TONO, "https://tvteladan.id/video/lima-sekolah-dasar-selesai-diperbaiki"),
    )),
    Scene(2, time(15, 5), published(
        (DEWI, "https://gemateladan.id/siaran/sekolah-dasar-selesai-diperbaiki-kata-wali-murid"),
        (MAYA, "https://andai.id/teladan/2231/lima-sekolah-dasar-selesai-diperbaiki-pagar-menyusul",
               "https://andai.id/teladan/2232/murid-sekolah-dasar-teladan-tak-lagi-menumpang-di-balai-desa"),
    )),
    Scene(2, time(16, 20), (*decided(*["Akui"] * 7, "Tolak", "Bukan tentang kegiatan kantor ini"),)),
    Scene(1, time(8, 15), released(FLOOD_RELIEF, "posko-banjir.png", FLOOD)),
    Scene(1, time(9, 50), published(
        (RINA, "https://suarateladan.id/berita/4140/posko-banjir-contoh-hilir-layani-240-warga-siang-dan-malam"),
        (BAYU, "https://kabarcontoh.id/peristiwa/posko-banjir-contoh-hilir-layani-240-warga",
               "https://kabarcontoh.id/peristiwa/perahu-dan-dapur-umum-posko-banjir-contoh-hilir"),
        (TONO, "https://tvteladan.id/video/posko-banjir-contoh-hilir-siang-dan-malam"),
    )),
    Scene(1, time(13, 30), published(
        (HASAN, "https://contohpos.id/2026/posko-banjir-contoh-hilir-warga-minta-air-bersih"),
        (DEWI, "https://gemateladan.id/siaran/posko-banjir-contoh-hilir-240-warga"),
        (TONO, "https://tvteladan.id/video/suara-warga-di-posko-banjir-contoh-hilir"),
        (MAYA, "https://andai.id/teladan/2250/posko-banjir-contoh-hilir-layani-240-warga",
               "https://beritatetangga.id/banjir-contoh-hilir"),
        (RINA, "https://suarateladan.id/berita/4146/malam-pertama-di-posko-banjir-contoh-hilir",
               "https://suarateladan.id/berita/4140/posko-banjir-contoh-hilir-layani-240-warga-siang-dan-malam?amp=1"),
        (BAYU, "https://kabarcontoh.id/opini/pelajaran-dari-banjir-contoh-hilir"),
    )),
    Scene(1, time(16, 10), (*decided(*["Akui"] * 11),)),
    Scene(1, time(16, 50), (Deed(HASAN, says="langganan ringkasan"),)),
)  # fmt: skip
