"""Pages that are made to stall a parser, to fill its memory, or to lead it astray."""

import random
from collections.abc import Mapping

LINKED = "<script type='application/ld+json'>{}</script>"
NEWS = '{"@type":"NewsArticle","headline":"Banjir","datePublished":"2026-11-23T09:00:00+07:00"}'
TEXT = (
    "<article>" + "<p>Warga desa Contoh membersihkan rumah mereka setelah banjir surut pada hari Minggu.</p>" * 6 + "</article>"
)


def pages(size: int) -> Mapping[str, bytes]:
    """Over thirty of them, each about so many bytes."""
    noise = random.Random(1).randbytes(size)
    text = {
        "attributes": "<p " + " ".join(f"a{number}=1" for number in range(size // 8)) + ">x",
        "one attribute": f"<p a='{'x' * size}'>x",
        "nested blocks": "<div>" * (size // 5),
        "nested marks": "<b>" * (size // 3),
        "nested both": "<div><span>" * (size // 11),
        "nested tables": "<table><tr><td>" * (size // 15),
        "nested lists": "<ul><li>a" * (size // 9),
        "nested quotes": "<blockquote><p>a" * (size // 16),
        "nested forms": "<form><select><option>" * (size // 22),
        "never opened": "</div></p></span>" * (size // 17),
        "paragraphs": "<p>a b c</p>" * (size // 12),
        "dated paragraphs": "<p class=date>1 Mei 2022 " * (size // 25),
        "breaks": "a<br>" * (size // 5),
        "links": "<a href=x>y</a>" * (size // 15),
        "headlines": "<h1>a</h1>" * (size // 10),
        "metas": "<meta name=x content=y>" * (size // 23),
        "canonicals": "<link rel=canonical href=//a>" * (size // 29),
        "one paragraph": "<p>" + "kata " * (size // 5),
        "one word": "<p>" + "x" * size,
        "one tag": "<" + "x" * size,
        "entities": "&amp;&#x10ffff;&nosuch;" * (size // 23),
        "comment": "<!--" + "-" * size,
        "comments": "<!---->" * (size // 7),
        "instructions": "<?php ?>" * (size // 8),
        "styles": "<style>a{}</style>" * (size // 18),
        "nested JSON": LINKED.format("[" * size) + TEXT,
        "long JSON": LINKED.format("[" + '{"a":1},' * (size // 8) + NEWS + "]") + TEXT,
        "many JSONs": LINKED.format(NEWS) * (size // 130) + TEXT,
        "dates": "<h1>a</h1>" + f"<span>{'1/1/2022 ' * 20}</span>" * (size // 190),
        "entities declared": "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
        + "<p>&b;" * (size // 6),
        "file entity": "<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;" + TEXT,
    }
    return {**{name: each.encode() for name, each in text.items()}, "zeros": b"\0" * size, "noise": noise, "nothing": b""}
