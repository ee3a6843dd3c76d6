"""Plain words as commands: what people type in chat, read without guessing more than one slip of the thumb (rule)."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

POLITE = frozenset(
    "bang bg kak pak bu bapak ibu min admin mas mbak mba izin ijin mohon tolong dong ya yah nih please pls "
    "assalamualaikum assalamu'alaikum halo hallo hai hello hi permisi punten maaf".split()
)
"""Words around a command that carry courtesy and no meaning."""

_OPENERS = POLITE | frozenset(
    "saya mau ingin pengen minta coba bisa bantu lihat liat cek buka tampilkan selamat pagi siang sore malam show check".split()
)

_NAMES = {
    "r": "rilis|rilisan|release|siaran pers|sipers",
    "l": "tautan|link|bukti tayang",
    "t": "pertanyaan|tanya|tiket|ticket|question",
    "u": "undangan|agenda|invitation",
    "p": "pengumuman|announcement",
}

_YES = frozenset("ya y iya iyah yes yup yoi ok oke okay okey setuju betul benar boleh lanjut siap sip 👍 ✅".split())
_NO = frozenset("tidak tdk tak gak ga g nggak ngga enggak engga no n nope jangan bukan belum 👎 ❌".split())
_THANKS = frozenset(
    "terima kasih terimakasih makasih makasi trims tks thx thanks thank suwun nuwun siap sip ok oke okay okey baik mantap"
    " 👍 👌 👏 🤝 🫡 ❤ 😊".split()
)
_WARMLY = frozenset("banyak you sudah infonya bantuannya noted dimengerti laksanakan 🙏".split())
_GREETS = frozenset(
    "pagi siang sore malam assalamualaikum assalamu'alaikum salam halo hallo hai hello hi hey permisi punten"
    " morning afternoon evening".split()
)
_GREETING = frozenset("selamat semua semuanya rekan tim humas apa kabar wr wb warahmatullahi wabarakatuh good there".split())
_WEAK = frozenset("dulu jadi usah perlu saja aja deh lah kok sudah silakan".split())

_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("satu pertama one", "dua kedua two", "tiga ketiga three", "empat keempat four", "lima kelima five"), start=1
    )
    for word in words.split()
}

# Zero-width marks, direction marks, soft hyphen, emoji presentation and keycap: invisible, and glued in by keyboards.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff\u20e3]")
_EDGES = ".,!?;:…\"'“”‘’()[]*_~🙏🏻🏼🏽🏾🏿"
_SLASHED = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*/([A-Za-z0-9_]+)(?:@\w+)?(?!\S)")
DASHES = r"[\s.#_\-\u2010-\u2015\u2212]*"
"""What may stand between the letter of a code and its number: R-12, r12, R 12, R–12. Every pattern of a code uses it."""

_NUMBERED = r"(?:nomor|nomer|number|no)?[\s.:#]*"


class Word(NamedTuple):
    """One typed word: how it reads, and where it stands in the text as typed."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Understood:
    """A command found in plain words.

    `argument` is what followed, as typed. `exact`: the message is this command and nothing else, spelled right,
    so it may interrupt a form. `slashed`: it began with a slash.
    """

    command: str
    argument: str
    exact: bool
    slashed: bool


def simplify(text: str) -> str:
    """The bare words: lower case, single spaces, no slash, no bot name, no courtesies at the ends.

    A message of nothing but courtesies keeps its first one: "ya" is an answer.
    """
    return " ".join(word.text for word in _bare(_words(text)))


def understand(text: str, vocabulary: Mapping[str, str]) -> Understood | None:
    """The command that `text` opens with, or None. `vocabulary` maps simplified phrases to command names.

    The longest phrase wins. Only when none fits, words of five letters and more may be one edit away,
    and only if all that are lead to the same command.
    """
    words = _words(text)
    starts = range(_leading(words, _OPENERS) + 1)
    for read in (_phrase, _misspelled):
        tried = ((start, read([word.text for word in words[start:]], vocabulary)) for start in starts)
        # The longest: "buka blokir" is another command than "blokir". Of equals the last: "tolong kirim R-12" is no cry for help.
        best = max(((each[0].count(" "), start, *each) for start, each in tried if each), default=None)
        if best:
            length, start, _, command = best
            argument = _argument(text, words[start + length + 1 :])
            exact = not argument and read is _phrase
            return Understood(command, argument, exact, slashed=_SLASHED.match(text) is not None)
    return None


def code_in(text: str, prefix: str) -> int | None:
    """The number of a code in `text`: for "R" that is R-231, r231, R 231, rilis 231, or 231 standing alone."""
    letter, plain = prefix.casefold(), _fold(text)
    name = "|".join(filter(None, (re.escape(letter) + DASHES, _named(letter))))
    found = re.search(rf"(?<![\w/=.\-])(?:{name})0*([1-9][0-9]{{0,8}})(?!\w)", plain)
    found = found or re.fullmatch(rf"{_NUMBERED}0*([1-9][0-9]{{0,8}})", simplify(text))
    return int(found[1]) if found else None


def yes_no(text: str) -> bool | None:
    """True for a plain yes, False for a plain no, None for anything that says more or nothing."""
    words = {word.text for word in _words(text)}
    if words - _YES - _NO - _WEAK - POLITE or not words & (_YES | _NO):
        return None
    return not words & _NO


def thanks(text: str) -> bool:
    """Whether somebody says thanks, or *siap*, and nothing that wants an answer."""
    words = {word.text for word in _words(text)}
    said = bool(words & _THANKS) if words else "🙏" in text
    return said and not words - _THANKS - _WARMLY - POLITE


def greets(text: str) -> bool:
    """Whether somebody greets and says nothing else."""
    words = {word.text for word in _words(text)}
    return bool(words & _GREETS) and not words - _GREETS - _GREETING - POLITE


def courteous(text: str) -> bool:
    """A greeting, thanks, or a plain yes or no: never a name, and no news for anybody."""
    return greets(text) or thanks(text) or yes_no(text) is not None


def choice_in(text: str, count: int) -> int | None:
    """The index (from 0) of a typed choice among `count`: "2", "2.", "nomor 2" are 1."""
    found = re.fullmatch(rf"(?:pilih|pilihan|opsi|option|yang)?\s*{_NUMBERED}([0-9]{{1,3}}|[a-z]+)", simplify(text))
    if not found:
        return None
    number = int(found[1]) if found[1].isdigit() else _ORDINALS.get(found[1], 0)
    return number - 1 if 1 <= number <= count else None


def _named(letter: str) -> str:
    names = _NAMES.get(letter, "")
    return rf"(?:{names})[\s.:#]*{_NUMBERED}" if names else ""


def _fold(text: str) -> str:
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _words(text: str) -> list[Word]:
    """Words with their places; those of mere punctuation are left out, "/kirim_ulang@bot" is two words."""
    words, start = [], 0
    if slashed := _SLASHED.match(text):
        start = slashed.end()
        words = [Word(_fold(part[0]), *part.span()) for part in re.compile("[^_]+").finditer(text, *slashed.span(1))]
    for found in re.compile(r"\S+").finditer(text, start):
        if folded := "".join(_fold(found[0]).split()).strip(_EDGES):  # a lone accent folds into a space and a mark
            words.append(Word(folded, *found.span()))
    return words


def _leading(words: Sequence[Word], droppable: frozenset[str]) -> int:
    count = 0
    while count < len(words) and words[count].text in droppable:
        count += 1
    return count


def _bare(words: list[Word]) -> list[Word]:
    # From the end first: "halo kak" is a greeting, "kak" alone says nothing.
    while len(words) > 1 and words[-1].text in POLITE:
        words = words[:-1]
    return words[min(_leading(words, POLITE), len(words) - 1) :] if words else []


def _argument(text: str, rest: list[Word]) -> str:
    """What followed, as typed. Several lines are somebody's own text: no courtesy is cut from them."""
    typed = text[rest[0].start :].strip() if rest else ""
    if "\n" in typed:
        return typed
    while rest and rest[-1].text in POLITE:
        rest = rest[:-1]
    rest = rest[_leading(rest, POLITE) :]
    return text[rest[0].start : rest[-1].end].rstrip(",") if rest else ""


def _phrase(words: Sequence[str], vocabulary: Mapping[str, str]) -> tuple[str, str] | None:
    longest = max((phrase.count(" ") for phrase in vocabulary), default=0) + 1
    for length in range(min(longest, len(words)), 0, -1):
        phrase = " ".join(words[:length])
        if phrase in vocabulary:
            return phrase, vocabulary[phrase]
    return None


def _misspelled(words: Sequence[str], vocabulary: Mapping[str, str]) -> tuple[str, str] | None:
    fitting = [phrase for phrase in vocabulary if _close(words, phrase.split(" "))]
    longest = max((phrase.count(" ") for phrase in fitting), default=0)
    best = {vocabulary[phrase]: phrase for phrase in fitting if phrase.count(" ") == longest}
    if len(best) != 1:
        return None
    command, phrase = next(iter(best.items()))
    return phrase, command


def _close(typed: Sequence[str], meant: Sequence[str]) -> bool:
    return len(typed) >= len(meant) and all(
        word == right or (len(right) >= 5 and _one_edit(word, right)) for word, right in zip(typed, meant, strict=False)
    )


def _one_edit(typed: str, meant: str) -> bool:
    """One letter inserted, deleted or replaced, or two neighbours swapped."""
    if len(typed) == len(meant):
        wrong = [at for at, (one, other) in enumerate(zip(typed, meant, strict=True)) if one != other]
        if len(wrong) == 2:
            first, second = wrong
            return second == first + 1 and typed[first : second + 1] == meant[second] + meant[first]
        return len(wrong) == 1
    short, long = sorted((typed, meant), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
