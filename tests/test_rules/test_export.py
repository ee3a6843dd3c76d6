"""Which links an exported WhatsApp chat holds, and when it says they were posted, however the phone writes."""

import io
import json
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile
from zoneinfo import ZoneInfo

import pytest

from bot import chats
from handlers.links.bridge.export import MOST, read

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "message_cases.json"
WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 12, 24, 12, 0, tzinfo=WIB)
LINK = "https://suaracontoh.id/2026/11/beras"
AT = datetime(2026, 11, 22, 14, 5, tzinfo=WIB)
NOTICE = "22/11/26 14.00 - Pesan dan panggilan terenkripsi secara end-to-end. Ketuk untuk info selengkapnya.\n"

HEADS = {
    "Android, Indonesian": "22/11/26 14.05 - Rina Contoh: ",
    "Android, a year in full and a comma": "22/11/2026, 14:05 - Rina Contoh: ",
    "Android, with pukul": "22/11/26 pukul 14.05 - Rina Contoh: ",
    "Android, English, twelve hours": "11/22/26, 2:05 PM - Rina Contoh: ",
    "Android, a narrow space before pm": "22/11/26, 2:05\u202fpm - Rina Contoh: ",
    "Android, p.m. with dots": "22/11/26, 2:05 p.m. - +62 812-0000-0000: ",
    "Android, points between": "22.11.26, 14:05 - Rina Contoh: ",
    "Android, the year first": "2026-11-22 14:05 - Rina Contoh: ",
    "iPhone, Indonesian": "[22/11/26 14.05.00] Rina Contoh: ",
    "iPhone, with a mark before it": "\u200e[22/11/2026, 14:05:00] ~\u202fRina Contoh: \u200e",
    "iPhone, English, twelve hours": "[11/22/26, 2:05:00\u202fPM] Rina Contoh: ",
}
OTHERS = {
    "midnight is twelve am": ("1/2/26, 12:05 AM - R: {}\n1/13/26, 9:00 PM - R: x", datetime(2026, 1, 2, 0, 5, tzinfo=WIB)),
    "both orders are dates: the one that goes on": (
        "11/2/26, 9:00 AM - R: {}\n11/10/26, 9:00 AM - R: x\n12/1/26, 9:00 AM - R: x", datetime(2026, 11, 2, 9, 0, tzinfo=WIB)),
    "both orders go on: the day comes first": ("2/3/26 9.00 - R: {}", datetime(2026, 3, 2, 9, 0, tzinfo=WIB)),
    "one of them is still to come": ("1/12/26 9.00 - R: {}", datetime(2026, 12, 1, 9, 0, tzinfo=WIB)),
    "a day that never was": ("31/11/26 9.00 - R: {}", None),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_each_phone_s_way_is_read(name: str) -> None:
    export = read(f"{HEADS[name]}izin bang\nlink tadi {LINK}\nterima kasih\n", NOW)
    assert (export.messages, export.links, export.left_out) == (1, ((LINK, AT),), 0)


@pytest.mark.parametrize("name", OTHERS)
def test_the_order_of_day_and_month_is_that_of_the_whole_chat(name: str) -> None:
    text, at = OTHERS[name]
    assert read(text.format(LINK), NOW).links == ((LINK, at),)


def test_what_the_app_says_and_media_hold_nothing_and_a_link_counts_once() -> None:
    text = NOTICE + (
        f"22/11/26 14.05 - Rina: {LINK} <Pesan ini diedit>\n22/11/26 14.06 - Tono: <Media tidak disertakan>\n"
        f"22/11/26 14.07 - Tono: IMG-20261122-WA0001.jpg (file terlampir)\n22/11/26 14.08 - Tono: ini {LINK}.\n"
        "22/11/26 14.09 - Tono: null\n22/11/26 14.10 - Sari: <Media omitted>\n22/11/26 14.11 - Anda menghapus pesan ini\n"
    )
    assert read(text, NOW) == read(text.replace("\n", "\r\n"), NOW)
    assert (read(text, NOW).messages, read(text, NOW).links) == (6, ((LINK, AT),))


def test_of_too_many_links_the_newest_are_taken() -> None:
    export = read("".join(f"22/11/26 14.05 - Rina: {LINK}-{each}\n" for each in range(MOST + 3)), NOW)
    assert (len(export.links), export.left_out, export.links[0][0]) == (MOST, 3, f"{LINK}-3")


@pytest.mark.parametrize("text", ["", LINK, "catatan: 22/11/26", "a\n" * 1000])
def test_another_text_is_no_chat(text: str) -> None:
    with pytest.raises(ValueError, match="not_a_chat"):
        read(text, NOW)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared cases are not here")
def test_the_shared_messages_hold_the_same_links_within_a_chat() -> None:
    for case in json.loads(SHARED.read_text(encoding="utf-8")):
        found = read(f"22/11/26 14.05 - Rina: {case['text']}\n", NOW).links
        assert [link for link, _ in found] == case["links"], case["text"]


# Archives


def archive(*members: tuple[str, bytes], way: int = ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w", way) as made:
        for name, content in members:
            made.writestr(name, content)
    return held.getvalue()


CHAT = f"22/11/26 14.05 - Rina: {LINK}\n".encode()


@pytest.mark.parametrize(
    "content",
    [
        CHAT,
        b"\xef\xbb\xbf" + CHAT,
        archive(("_chat.txt", CHAT), ("surat.txt", b"x" * 900), ("IMG-1.jpg", b"\xff\xd8")),
        archive(("Chat WhatsApp dengan Grup Contoh.txt", CHAT)),
        archive(("../../etc/kabar.txt", CHAT), ("/lain.zip", archive(("a.txt", b"x" * 99999)))),
    ],
    ids=["text", "with a mark", "iPhone", "Android", "names that are paths"],
)
def test_the_chat_is_found_in_what_came(content: bytes) -> None:
    assert chats._read(content, NOW).export == read(CHAT.decode(), NOW)


def hostile() -> dict[str, tuple[bytes, str]]:
    whole = archive(("_chat.txt", CHAT * 50))
    locked = bytearray(whole)
    locked[6] |= 1
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    return {
        "cut off": (whole[:-30], "damaged"),
        "garbled": (whole[:40] + b"\xff" * 40 + whole[80:], "damaged"),
        "locked": (bytes(locked), "locked"),
        "a bomb": (archive(("_chat.txt", b"0" * (chats.TEXT + 1))), "large"),
        "a bomb that is unpacked whole": (archive(("_chat.txt", CHAT), way=ZIP_BZIP2), "damaged"),
        "another of that kind": (archive(("_chat.txt", CHAT), way=ZIP_LZMA), "damaged"),
        "a text too large": (b"a" * (chats.TEXT + 1), "large"),
        "a crowd of names": (b"PK\x03\x04" + b"PK\x01\x02" * (chats.ENTRIES + 1), "crowded"),
        "pictures alone": (archive(("IMG-1.jpg", b"\xff\xd8")), "not_a_chat"),
        "an archive within": (archive(("dalam.zip", archive(("_chat.txt", CHAT)))), "not_a_chat"),
        "a program": (b"MZ\x00\x00" * 100, "not_a_chat"),
        "nothing": (b"", "not_a_chat"),
    }


@pytest.mark.parametrize("name", hostile())
def test_a_hostile_file_is_named_and_does_nothing(name: str) -> None:
    content, fault = hostile()[name]
    assert chats._read(content, NOW).fault == fault
