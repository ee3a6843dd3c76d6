"""A release from typed or forwarded text: what is its headline, what is its body, and what is missing (rule)."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

HEADLINE_MAX = 150
BODY_MAX = 20_000
LEAD_MAX = 240
SAME_TITLE = 0.6  # how much of two titles must agree for one to be the other, changed
CAPTION_MAX = 200  # what is longer under a photo is the release itself


class Missing(StrEnum):
    """What a journalist will look for and not find."""

    HEADLINE = "headline"
    QUOTE = "quote"
    CONTACT = "contact"


class Fault(StrEnum):
    """Why a headline or a body cannot be used."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NO_WORDS = "no_words"  # only emoji, digits or punctuation


@dataclass(frozen=True, slots=True)
class Composition:
    """A text taken apart. `headline` is empty where none was found; `body` holds every line that is not letterhead."""

    headline: str
    body: str
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """What one message adds to a release: text, a photographer's name, or words that are used for neither."""

    text: str = ""
    credit: str = ""
    unused: bool = False


# Lines above the title that name the sender and not the news.
_LETTERHEAD = re.compile(
    r"""^(?:
        (?:siaran\s+pers|rilis\s+pers|press\s+release|pers\s+rilis|rilis|sipers)(?:\s*[:\-–]?\s*(?:nomor|nomer|no)\b.*)?
      | (?:nomor|nomer|no|number)\s*[.:]\s*\S*\d+\s*/.*
      | untuk\s+(?:segera\s+)?(?:di)?(?:siarkan|terbitkan|rilis)(?:\s+segera)?
      | for\s+immediate\s+release
      | (?:jalan|jln|jl)\b[.\s].*\d.*
      | (?:telp|telepon|tlp|fax|faks|e-?mail|website|laman|kode\s+pos)\b.*
    )[\s.:!*_]*$""",
    re.IGNORECASE | re.VERBOSE,
)
# "DINAS PU PERBAIKI JALAN" is a title: an office in capitals is letterhead only where more letterhead follows.
_OFFICE = re.compile(
    r"^(?:PEMERINTAH|PEMKAB|PEMKOT|DINAS|BADAN|SEKRETARIAT|BAGIAN|KECAMATAN|KANTOR|BIRO|DISKOMINFO|PROKOPIM|HUMAS)\s+[A-Z.,&()/\s]+$"
)
_LETTERHEAD_LINES = 6
_RUBRIC = re.compile(
    r"^(?:berita|daerah|pemerintahan|infrastruktur|pertanian|pendidikan|kesehatan|kebencanaan|hukum|olahraga|ekonomi|"
    r"sosial|budaya|pariwisata|umum|news|headline|info(?:rmasi)?|advertorial|adv)(?:\s*[/|&,]\s*\w+)?[\s:.]*$",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(r"^(?:judul|title|headline)\s*[:=]\s*", re.IGNORECASE)
_EMBARGO = re.compile(r"^\W*embargo\b", re.IGNORECASE)
_MARKS = "*_~ \t\u200b\ufeff"
_WORD = re.compile(r"[^\W\d_]{2,}")

# KAYUAGUNG – … · Kayuagung, 22 November 2026 – … · KAYUAGUNG (22/11) -- …
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w.'’]*(?:[ ,/]+[A-Z0-9][\w.'’]*){0,5}(?:\s*\([\w ,./]{1,30}\))?)"
    r"(?:\s+-{1,2}\s+|\s*[–—|]\s*)(?=[\"“'(]?[A-Z\d])"
)
_QUOTED = re.compile(
    r"(?:^|[\s(:,])[\"“”„«](?:[^\s\"“”»]+\s+){2,}[^\s\"“”»]"
    r"|(?:^|\s)['‘’]{1,2}(?:[^\s'‘’]+\s+){3,}[^'‘’]*[,.!?]['’]{1,2}"
)
_PHONE = re.compile(r"(?<![\d.,])(?:\+?62|0)[\s.\-()]*[1-9](?:[\s.\-()]*\d){6,11}(?!\d)|[\w.+-]+@[\w-]+\.\w+")
_CONTACT = re.compile(
    r"(?:narahubung|kontak|contact|hubungi|informasi lebih lanjut|\bcp\b)[^\n:]{0,30}[:\s]\s*\S{3}", re.IGNORECASE
)
_CREDIT = re.compile(
    r"(?:^|[\s(\[/])(?:kredit\s+foto|foto\s+oleh|foto|photo(?:\s+by)?|dok(?:umentasi)?\b\.?)\s*(?::|\bby\b|(?<=oleh)\s)\s*"
    r"(?P<name>[^\n()\[\]]{2,100})",
    re.IGNORECASE,
)
_ONLY_CREDIT = re.compile(r"^\W*(?:kredit\s+)?(?:foto|photo|dok)\w*(?:\s+(?:oleh|by))?[\s.:][^\n]*$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[\w)\"”’][.!?])[\"”’]?\s+(?=[\"“‘(]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:^|[\s.(])(?:[A-Z][a-z]{0,3}|[a-z]{1,3}|Rp|No|Kab|Kec|Prof|Drs|Dra|Plt|Plh|Ny|Tn)\.$")


def compose(text: str) -> Composition:
    """Take a text apart into headline and body. Never raises; without a usable title the headline is empty."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    above, rest = _above_the_title(lines)
    headline, taken = _title(rest)
    body = "\n".join([*above, *rest[taken:]]).strip("\n")
    return Composition(headline, body, missing_in(headline, body))


def rewritten(text: str, headline: str) -> tuple[str, str]:
    """Headline and body of a whole text anew: with its title, as that was or somewhat changed, or without."""
    whole = compose(text)
    alike = SequenceMatcher(None, whole.headline.casefold(), headline.casefold(), autojunk=False).ratio()
    return (whole.headline, whole.body) if whole.headline and alike >= SAME_TITLE else (headline, text)


def missing_in(headline: str, body: str) -> tuple[Missing, ...]:
    """What a headline and its body lack, in the order in which it should be mended."""
    has = {
        Missing.HEADLINE: bool(headline),
        Missing.QUOTE: _QUOTED.search(body) is not None,
        Missing.CONTACT: _CONTACT.search(body) is not None or _PHONE.search(body) is not None,
    }
    return tuple(each for each, there in has.items() if not there)


def lead(body: str) -> str:
    """The first paragraph without its dateline, at most 240 characters, cut at a sentence or a word."""
    lines = [line.strip(_MARKS) for line in body.split("\n")]
    telling = [line for line in lines if line and not _LETTERHEAD.match(line) and not _EMBARGO.match(line)]
    first = next((line for line in telling if len(line) > 40), telling[0] if telling else "")
    return _shortened(_DATELINE.sub("", first, count=1))


def photo_credit(text: str) -> str:
    """The credit a caption or a release names ("Foto: Rina Contoh"), or nothing."""
    found = _CREDIT.search(text)
    return found["name"].strip(" .,;") if found else ""


def piece(text: str, *, with_files: bool, after_text: bool, after_files: bool) -> Piece:
    """What a message adds: a short caption describes its photo, a line of credit names who took the photos before it."""
    credit = photo_credit(text)
    if len(text) >= CAPTION_MAX:
        return Piece(text.strip("\n"), credit if with_files else "")
    if with_files:
        return Piece(credit=credit) if credit else Piece("" if after_text else text, unused=after_text and bool(text))
    if credit and after_files and _ONLY_CREDIT.match(text.strip()):
        return Piece(credit=credit)
    return Piece(text.strip("\n"))


def headline_fault(text: str) -> Fault | None:
    """Why a text cannot be a headline."""
    return _fault(text, HEADLINE_MAX)


def body_fault(text: str) -> Fault | None:
    """Why a text cannot be the body of a release."""
    return _fault(text, BODY_MAX)


def fingerprint(headline: str, body: str, files: Sequence[str], audience: str) -> str:
    """The hash of a version as it was shown: 12 hexadecimal digits; any change gives another."""
    whole = json.dumps([headline, body, list(files), audience], ensure_ascii=False)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _fault(text: str, limit: int) -> Fault | None:
    plain = text.strip()
    if not plain:
        return Fault.EMPTY
    if len(plain) > limit:
        return Fault.TOO_LONG
    return None if _WORD.search(plain) else Fault.NO_WORDS


def _above_the_title(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands above the title and must stay, and everything from the title on; the letterhead is left out."""
    kept: list[str] = []
    for at, line in enumerate(lines):
        plain = line.strip(_MARKS)
        if plain and not _is_letterhead(lines, at):
            if not _EMBARGO.match(plain) and not _is_rubric(lines, at):
                return kept, list(lines[at:])
            kept.append(line)
    return kept, []


def _is_letterhead(lines: Sequence[str], at: int) -> bool:
    line, *below = [each.strip(_MARKS) for each in lines[at : at + _LETTERHEAD_LINES]]
    return bool(_LETTERHEAD.match(line) or (_OFFICE.match(line) and any(map(_LETTERHEAD.match, below))))


def _is_rubric(lines: Sequence[str], at: int) -> bool:
    # A rubric stands above something; a text that is one word only keeps it.
    return _RUBRIC.match(lines[at].strip(_MARKS)) is not None and any(line.strip() for line in lines[at + 1 :])


def _title(lines: Sequence[str]) -> tuple[str, int]:
    """The title and how many lines it took; a title in capitals may go on in the next line."""
    if not lines or not _may_be_title(lines[0]):
        return "", 0
    title, taken = _bare(lines[0]), 1
    while taken < len(lines) and title.isupper() and _bare(lines[taken]).isupper() and _may_be_title(lines[taken]):
        if len(title) + 1 + len(_bare(lines[taken])) > HEADLINE_MAX:
            break
        title, taken = f"{title} {_bare(lines[taken])}", taken + 1
    return title, taken


def _bare(line: str) -> str:
    return " ".join(_TITLE_LABEL.sub("", line.strip(_MARKS)).strip(_MARKS).split())


def _may_be_title(line: str) -> bool:
    return headline_fault(_bare(line)) is None and not _DATELINE.match(line.strip(_MARKS))


def _shortened(text: str) -> str:
    if len(text) <= LEAD_MAX:
        return text
    head = text[: LEAD_MAX - 2]
    ends = [found.start() for found in _SENTENCE_END.finditer(text[:LEAD_MAX]) if not _ABBREVIATION.search(text[: found.start()])]
    whole = [end for end in ends if LEAD_MAX // 3 < end <= len(head)]
    if whole:
        return f"{head[: whole[-1]]} …"
    space = head.rfind(" ")
    return f"{(head[:space] if space > LEAD_MAX // 3 else head).rstrip(' ,;:–-')}…"
