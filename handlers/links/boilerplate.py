"""Rule: what an outlet's page puts around and into a text, taken off before texts are compared."""

import re

# Lines that are never part of a story, by what they begin with; the whole line goes.
_NOISE = re.compile(
    r"""
    (?:baca|simak|lihat|tonton|read)\s*(?:juga|selengkapnya|also|more)\b | related\b
    | (?:artikel|berita|konten)\s+(?:terkait|lainnya|terpopuler)\b
    | halaman\b | (?:hal|page)\.?\s*\d | selanjutnya$ | sebelumnya$ | [\d\s|/»«>]+$
    | (?:keterangan\s+|sumber\s+)?(?:foto|gambar|video|ilustrasi|caption|dok(?:umentasi)?|ft)\s*[:./(]
    | \(?(?:ist(?:imewa)?|dok)\)?\.?$
    | (?:editor|penulis|pewarta|reporter|wartawan|jurnalis|sumber|kontributor|laporan|redaktur|penyunting|author)\s*[:/]
    | (?:ikuti|dapatkan|follow|gabung|unduh|download|langganan|klik)\b
      .{0,120}\b(?:google|whatsapp|telegram|channel|saluran|kanal|berita|update|aplikasi)\b
    | (?:bagikan|share|sebarkan)\b | tags?\s*[:#] | topik\s*: | copyright\b | © | hak\s+cipta\b
    | (?:tinggalkan|kirim|tulis)\s+(?:balasan|komentar)\b | komentar$ | alamat\s+email\b
    | advertisements?$ | iklan$ | scroll\s+to\b
    | \*+$ | \([^()]{1,40}\)\.?$ | siaran\s+pers\b | press\s+release\b | nomor\s*: | narahubung\b | untuk\s+disiarkan\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT = re.compile(r"\bfoto/\w|\((?:foto|ft|dok)[:. ][^()]{0,60}\)\.?$", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;,…][\"'”’)\]]*$|[\"”]$")
_LABEL = 130  # characters; what is shorter and ends without a stop is a headline, a label or a button
# KAYUAGUNG –, Contohnews.id, Teladan —, TELADAN | Misal Pos -, Teladan (Contoh Pos) -
_DATELINE = re.compile(r"^(?P<place>[^\n]{2,80}?)\s*(?:\s[–—-]{1,2}|[–—]{1,2}|\s--)\s+(?=[A-Z0-9\"“‘(])")
_SAYS_WHERE = re.compile(r"[(|]?(?:[A-Z0-9][\w.'’-]*|[\w-]+(?:\.[\w-]+)+|[,|/&]|dan)[),.|:]*$")


def story(text: str) -> tuple[str, ...]:
    """The paragraphs that tell something, without dateline, captions, credits, page numbers and words to readers."""
    found: list[str] = []
    for line in (" ".join(each.split()) for each in text.splitlines()):
        if line and not _NOISE.match(line) and not _CREDIT.search(line) and (_ENDS.search(line) or len(line) > _LABEL):
            found.append(line if found else _without_dateline(line))
    return tuple(found)


def _without_dateline(line: str) -> str:
    """Only words that name a place, a day or a paper may stand before the dash; "Ruas jalan Contoh – Misal rusak" stays."""
    found = _DATELINE.match(line)
    if not found or not all(_SAYS_WHERE.match(word) for word in found["place"].split()):
        return line
    return line[found.end() :]
