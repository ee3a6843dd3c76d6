"""Names and short lines as people type them: cleaned, then judged (rule).

What strangers type is shown to staff and to journalists, so nothing invisible, no second line and no link goes through.
"""

import re
import unicodedata

from handlers.grammar import courteous, simplify, yes_no

SHORTEST, LONGEST = 2, 80  # characters of a name
LINE = 200  # characters of a line
PARAGRAPH = 1000  # characters of a question or an answer
WORDY = 8  # letters of a reason of one word

# What people put before an answer and that only repeats the question, in the step that asked it. "Media Contoh" may be
# a name; "media Contoh" repeats the question.
_OPENERS = {
    step: re.compile(rf"\s*(?:{opener})(?:\s*[:=]\s*|\s+)(?=\S)")
    for step, opener in {
        "pause": r"(?i:jeda|pause|istirahat)",
        "name": r"(?i:(?:(?:per)?kenalkan,?\s+)?(?:nama(?: lengkap)?(?:nya| saya|ku)?(?: adalah)?|saya|aku)"
        r"|(?:my )?(?:full )?name(?: is)?|i am|i'm)",
        "outlet": r"(?i:nama media(?:nya| saya| kami)?|nama(?: baru| lain)(?:nya)?|media(?:nya| saya| kami)|dari media"
        r"|(?:my |our )?outlet(?: is)?)"
        r"|media(?=\s+[A-Z])",
        "area": r"(?i:wilayah(?: liputan(?:nya| saya)?|nya| saya)|(?:saya )?meliput(?: di)?|i cover|(?:my )?area(?: is)?)",
        "work": r"(?i:peran(?:nya| saya)?|(?:saya )?sebagai|saya|i am (?:an?|the)|(?:my )?work(?: is)?)",
        "site": r"(?i:(?:alamat|situs|web(?:site)?|link)(?:nya)?(?: (?:situs|web)(?:nya)?)?(?: di)?"
        r"|(?:our |the )?(?:site|address)(?: is)?)",
        "group": r"(?i:(?:kirim )?(?:ke|kepada|untuk)|(?:send )?(?:to|for))",
        "when": r"(?i:kirim|dikirim|jadwalkan|waktu(?:nya)?|send(?: it)?|schedule(?: it)?)",
        "reason": r"(?i:alasan(?:nya)?(?: adalah)?|reason)",
    }.items()
}
# What people type who hope for a command where their name is asked; nobody is called so.
_COMMANDS = frozenset(
    "status rilis release kirim send link tautan jeda pause profil profile media berhenti antrean queue laporan report lanjut"
    " draf pengumuman ringkasan summary anggota tim team pendaftar persetujuan undang invite".split()
)
_SELVES = frozenset({"saya", "aku", "gue", "me", "myself"})  # who answers whom instead of how they are called
_ADDRESS = re.compile(r"://|\bwww\.|[@/\\<>]|\bt\.me\b", re.IGNORECASE)
_HOST = re.compile(r"\.(?:com|co|id|net|org|info|biz|xyz|site|online|link|top|ly|me)\b", re.IGNORECASE)
_PERSON_MARKS = frozenset(" .,'’-`")


def cleaned(text: str) -> str:
    """One line of what can be seen: composed letters, single spaces, no control or direction marks."""
    spaced = "".join(" " if each.isspace() else each for each in unicodedata.normalize("NFC", text))
    seen = (each for each in spaced if unicodedata.category(each) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    return " ".join("".join(seen).split())


def answer(text: str, step: str) -> str:
    """What was answered, without the words before it that only repeat the question of a step."""
    opener = _OPENERS[step].match(text)
    return text[opener.end() :] if opener else text


def person_name(text: str) -> str:
    """A person's name of 2 to 80 characters.

    ValueError with the reason: short, long, link, letters, signs, courtesy or command.
    """
    name = _sized(cleaned(text))
    if simplify(name) in _COMMANDS:
        raise ValueError("command")
    if _linked(name):
        raise ValueError("link")
    if courteous(name) or simplify(name) in _SELVES:
        raise ValueError("courtesy")
    if _letters(name) < SHORTEST:
        raise ValueError("letters")
    if not all(each in _PERSON_MARKS or unicodedata.category(each)[0] in "LM" for each in name):
        raise ValueError("signs")
    return name


def outlet_name(text: str) -> str:
    """An outlet's name; it may look like a host (Contoh.id), never like an address. ValueError as above."""
    name = _sized(cleaned(text))
    if yes_no(name) is not None:
        raise ValueError("courtesy")
    if _ADDRESS.search(name):
        raise ValueError("link")
    if _letters(name) < SHORTEST:
        raise ValueError("letters")
    return name


def line(text: str, longest: int = LINE) -> str:
    """Words of one line. ValueError with the reason: short, long or letters."""
    said = cleaned(text)
    if len(said) > longest:
        raise ValueError("long")
    if not _letters(said):
        raise ValueError("letters")
    return said


def reason(text: str) -> str:
    """Why somebody is refused or removed, which they read: words, not a yes. ValueError as for a line, or "few"."""
    said = line(text, PARAGRAPH)
    if yes_no(said) is not None or (len(said.split()) < 2 and _letters(said) < WORDY):
        raise ValueError("few")
    return said


def note(text: str) -> str:
    """An answer or an addition; a bare number may be one. ValueError with the reason: long or letters."""
    said = cleaned(text)
    if len(said) > PARAGRAPH:
        raise ValueError("long")
    if not any(each.isalnum() for each in said):
        raise ValueError("letters")
    return said


def unlinked_line(text: str, longest: int) -> str:
    """Words of one line with no link among them. ValueError with the reason: short, long, link or letters."""
    said = line(text, longest)
    if _linked(said):
        raise ValueError("link")
    return said


def own_line(text: str, longest: int) -> str:
    """What somebody says of themself. ValueError as for a line without a link, or command."""
    said = unlinked_line(text, longest)
    if simplify(said) in _COMMANDS:
        raise ValueError("command")
    return said


def _linked(text: str) -> bool:
    return bool(_ADDRESS.search(text) or _HOST.search(text))


def _sized(name: str) -> str:
    if len(name) < SHORTEST:
        raise ValueError("short")
    if len(name) > LONGEST:
        raise ValueError("long")
    return name


def _letters(text: str) -> int:
    return sum(unicodedata.category(each).startswith("L") for each in text)
