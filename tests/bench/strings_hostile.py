"""Strings that somebody sends who means harm, or whose keyboard does: by family, and mixed into as many as are wanted."""

import random
from collections.abc import Mapping

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "HTML": (
        "<b>tebal</b>",
        "<script>alert(1)</script>",
        "</td></tr></table>",
        "<img src=x onerror=alert(1)>",
        "&lt;b&gt; &amp;amp;",
        "<!--",
        "]]>",
        '" onmouseover="alert(1)',
        "<a href='tg://user?id=1'>admin</a>",
        "<tg-spoiler>x</tg-spoiler>",
    ),
    "Telegram": (
        "[klik](tg://resolve?domain=x)",
        "||rahasia||",
        "@admin_humas",
        "/start@bot",
        "#tagar",
        "__garis__",
        "t.me/x?start=1",
    ),
    "WhatsApp": (
        "*tebal*",
        "_miring_",
        "~coret~",
        "```kode```",
        "`kode`",
        "* bintang *",
        "_*~campur~*_",
        "5*3*2",
        "> kutipan",
        "- butir",
        "1. satu",
        "a_b_c",
    ),
    "right to left": (
        "\u202egnp.exe",
        "\u2067kanan\u2069",
        "مرحبا بالعالم",
        "שלום 123",
        "\u200f\u200e",
        "\u202dabc\u202c",
        "ab\u202e*cd*",
    ),
    "zero width": ("\u200b", "a\u200bb", "\u200d\u200d", "\ufeffawal", "\u2060kata\u2060", "\u00adlunak", "\u034f", "ㅤ", "\u180e"),
    "emoji": ("👨‍👩‍👧‍👦", "🇮🇩🇮", "👍🏽👍🏿", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️‍🔥", "e\u0301\u0301\u0301", "Z̸̢̛͔͖a̶l̵g̴o̷", "🌾" * 30),
    "control": (
        "\x07",
        "\x1b[31mmerah",
        "a\rb",
        "a\x0bb\x0cc",
        "\x85",
        "\u2028baris\u2029",
        "\t",
        "\n\n\n",
        "\x7f",
        "\x00",
        "a\x00b",
    ),
    "halves": ("\ud83d", "\udc68x", "a\ud800b"),
    "ours": ("\ue000tebal\ue001", "\ue001", "\ue000", "\ufffd", "\ufffe"),
    "formulas": (
        "=1+1",
        "+62812",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        '=HYPERLINK("http://x","klik")',
        "=cmd|' /C calc'!A0",
        "'=1",
        "＝1+1",
        "=" * 9,
    ),
    "Fluent": ("{ $x }", "{x}", "{{", "}", '{ "a" }', "{ NUMBER($x) }", "-term = x", "\n    .attr = x", "*[other] x", "$office"),
    "templates": (
        "{{7*7}}",
        "${7*7}",
        "#{7*7}",
        "%s %(x)s %n",
        "<%= 7*7 %>",
        "{0.__class__}",
        "$(id)",
        "`id`",
        "\\u0041 \\n \\x41",
        "$1 \\1 \\g<0>",
        "{nb} {page}",
    ),
    "separators": ('";"', "a;b,c\td|e", '"a""b"', "a\r\nb;c", "';--", '"', "\\;\\,\\n", "a\nb;=1+1"),
    "calendars": (
        "x\r\nATTENDEE:mailto:a@b.example",
        "x\nEND:VEVENT\nBEGIN:VEVENT",
        ";VALUE=DATE:1",
        "\\\\n",
        "x" * 74 + "é",
        "\r\n ",
    ),
    "long words": ("kata" * 130, "x" * 19, "x" * 21, "é" * 513, "🌊" * 300, "Pneumono" * 20),
    "limits": ("y" * 1024, "y" * 1025, "z " * 2048, "z" * 4096, "w" * 4097, "🌊" * 2049, "v " * 700, "u" * 24),
    "tokens": (
        "approve.1",
        "L-1 R-231",
        "62812345678",
        "Setujui",
        "batal",
        "xn--80ak6aa92e.com",
        "https://xn--e1awd7f.id/?a=b&c=*d*",
    ),
}
JOINS = ("", " ", "\n", " · ", "\n\n")


def strings(number: int, seed: int = 7) -> list[str]:
    """Each of the families first, evenly where fewer are wanted, then mixtures of two and three of them."""
    alone = [_seen(each) for family in FAMILIES.values() for each in family]
    chance = random.Random(seed)
    found = (
        dict.fromkeys(alone[at * len(alone) // number] for at in range(number)) if number < len(alone) else dict.fromkeys(alone)
    )
    while len(found) < number:
        pieces = [chance.choice(FAMILIES[family]) for family in chance.sample(list(FAMILIES), chance.choice((2, 2, 3)))]
        found[_seen(chance.choice(JOINS).join(pieces))] = None
    return list(found)


def _seen(text: str) -> str:
    """Blanks alone are taken for no words anywhere, so that they come between letters."""
    return text if text.replace("\0", "").strip() else f"a{text}b"
