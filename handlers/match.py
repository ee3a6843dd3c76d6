"""Rule: whose a web address is, by the office's register. Full host and path, never the registrable domain.

An address of nobody is a question for staff, not a refusal; one that only looks like a registered host is
the same question, marked.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
# The same site on phones and in caches.
FORMS = ("www.", "m.", "amp.", "mobile.", "wap.")
BLOGSPOT = re.compile(r"(?P<blog>.+\.blogspot)\.(?:com?\.)?[a-z]{2,3}")
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})")
PLACE = re.compile(r"[^\s/?#\\]*")
# What a hasty eye takes for a Latin letter: digits, Cyrillic and Greek letters; pairs and strokes come after.
EYE = str.maketrans("01356авегкмнопрсѕтухіјԁһӏνωαορυκτ", "oiesbaberkmhonpcstyxijdhlvwaopukt")
ALIKE = (("rn", "m"), ("vv", "w"), ("l", "i"), ("-", ""), (".", ""))
# Shorter labels are one letter from each other by chance; a name with a little more behind it is not the same name.
LONG_ENOUGH = 5
# A part of a path that only an article has: a page's ending, a long number, or a headline with hyphens between its words.
ARTICLE = re.compile(r"\.(?:s?html?|php|aspx?)$|\d{4,}|(?:\w+-){3}", re.IGNORECASE)
ASKED = re.compile(r"(?:^|&)(?:p|id|news_?id|post|artikel|article|read)=\d", re.IGNORECASE)
LONGEST_PATH = 200  # characters; what is longer leads to no part of a site
DEEPEST = 2  # parts of the path of an outlet that shares a site
MORE = 3


class Kind(StrEnum):
    """Whose it is: an outlet's of the register, nobody's so far, or somebody's who looks like one of them."""

    OURS = "ours"
    ASK = "ask"
    LOOKALIKE = "lookalike"


class How(StrEnum):
    """By what a stranger's host could be taken for a registered one."""

    WITHIN = "within"  # the whole name stands before another site: kabarcontoh.id.example.com
    SIGNS = "signs"  # letters of another alphabet, digits, dashes or dots that a hasty eye passes over
    LONGER = "longer"  # a little behind the name
    SPELLED = "spelled"  # one letter more, less or other, or two swapped
    ENDING = "ending"


@dataclass(frozen=True)
class Registration:
    """A place where an outlet publishes, and when it did. `until` is its last day."""

    outlet: int
    host: str
    path: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Match:
    """Whose an address is; for a look-alike, whose it pretends to be."""

    kind: Kind
    outlet: int | None = None


@dataclass(frozen=True)
class Resemblance:
    """Whose host an address pretends to have, and by what. `signs` are its letters that are not Latin."""

    outlet: int
    host: str  # the registered one
    shown: str  # the stranger's, as people see it
    typed: str  # the same in ASCII
    how: How
    signs: tuple[str, ...]


def match(address: str, on: date, register: Sequence[Registration]) -> Match:
    """Whose `address` is on a day. The longest registered path wins; among equals the first."""
    host, path = _place(address)
    fitting = [each for each in register if _same(host, each.host) and _within(path, each.path) and _valid(each, on)]
    if fitting:
        best = max(fitting, key=lambda each: len(_segments(each.path)))
        return Match(Kind.OURS, best.outlet)
    if any(_same(host, each.host) for each in register):
        return Match(Kind.ASK)
    pretended = next((each for each in register if _how(host, _bare(each.host))), None)
    return Match(Kind.LOOKALIKE, pretended.outlet) if pretended else Match(Kind.ASK)


def resemblance(address: str, register: Sequence[Registration]) -> Resemblance | None:
    """What staff are told of a look-alike; None for an address that resembles nobody's."""
    host, _ = _place(address)
    shown = _readable(host)
    for each in register:
        how = _how(host, _bare(each.host))
        if how:
            signs = tuple(dict.fromkeys(sign for sign in shown if not sign.isascii()))
            return Resemblance(each.outlet, each.host, shown, host, how, signs)
    return None


def host_and_path(text: str) -> tuple[str, str]:
    """A place for the register from what people write: `www.Contoh.id/oki/` gives ("contoh.id", "/oki").

    ValueError with a word for the reason: "empty", "email" or "host".
    """
    typed = text.strip().strip("<>()\"'.,; ")
    if not typed:
        raise ValueError("empty")
    if "@" in typed and not SCHEME.match(typed):
        raise ValueError("email")
    host, path = _place(typed)
    if not HOST.fullmatch(host) or len(path) > LONGEST_PATH:
        raise ValueError("host")
    return host, path


def of_one_article(text: str) -> bool:
    """Whether an address is that of one article, not of a site or a part of it."""
    path, _, query = SCHEME.sub("", text.strip(), count=1).partition("/")[2].partition("?")
    parts = _segments(path.partition("#")[0])
    return ASKED.search(query) is not None or len(parts) > DEEPEST or any(ARTICLE.search(part) for part in parts)


def _place(address: str) -> tuple[str, str]:
    rest = SCHEME.sub("", address.strip(), count=1)
    found = PLACE.match(rest)
    authority = found.group() if found else ""
    path = re.split(r"[?#\s]", rest[len(authority) :], maxsplit=1)[0]
    name, _, port = authority.rpartition("@")[2].partition(":")
    usual = port in {"", "80", "443"}
    return _bare(name) + ("" if usual else f":{port}"), "".join(f"/{part}" for part in _segments(path))


def _bare(host: str) -> str:
    """The host without its form for phones and caches, in ASCII where that can be, and without a blog's country."""
    host = _ascii(host.strip().rstrip(".").lower())
    while (form := next((each for each in FORMS if host.startswith(each)), "")) and "." in host.removeprefix(form):
        host = host.removeprefix(form)
    blog = BLOGSPOT.fullmatch(host)
    return f"{blog['blog']}.com" if blog else host


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return host


def _readable(host: str) -> str:
    """The host as it is shown to people, so that borrowed letters can be seen."""
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def _same(host: str, registered: str) -> bool:
    return host != "" and host == _bare(registered)


def _within(path: str, registered: str) -> bool:
    wanted = [part.casefold() for part in _segments(registered)]
    return [part.casefold() for part in _segments(path)][: len(wanted)] == wanted


def _segments(path: str) -> list[str]:
    return [part for part in path.split("/") if part]


def _valid(row: Registration, on: date) -> bool:
    return (row.since is None or row.since <= on) and (row.until is None or on <= row.until)


def _how(host: str, registered: str) -> How | None:
    """By what a stranger's host could be taken for a registered one; None where it could not."""
    if host.startswith((f"{registered}.", f"{registered.replace('.', '-')}.")):
        return How.WITHIN
    ours, theirs = registered.split("."), _readable(host).split(".")
    if _seen(registered) == _seen(".".join(theirs)):
        return How.SIGNS
    if len(ours[0]) > LONG_ENOUGH and theirs[0].startswith(ours[0]) and 0 < len(theirs[0]) - len(ours[0]) <= MORE:
        return How.LONGER
    return _misspelled(ours, theirs) if len(ours) == len(theirs) else None


def _misspelled(ours: Sequence[str], theirs: Sequence[str]) -> How | None:
    """Where one part alone differs, and by one letter."""
    different = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    if len(different) != 1 or not _one_edit(*different[0]):
        return None
    if ours[:-1] == theirs[:-1] and max(map(len, ours)) >= LONG_ENOUGH:
        return How.ENDING
    return How.SPELLED if len(different[0][0]) >= LONG_ENOUGH else None


def _seen(text: str) -> str:
    """Equal for hosts that look equal."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)).translate(EYE)
    for what, looks in ALIKE:
        plain = plain.replace(what, looks)
    return plain


def _one_edit(one: str, other: str) -> bool:
    """One letter more, less or other, or two neighbours swapped."""
    if len(one) == len(other):
        wrong = [at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
        swapped = (
            len(wrong) == 2 and wrong[1] == wrong[0] + 1 and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]
        )
        return len(wrong) == 1 or swapped
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
