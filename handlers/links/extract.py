"""Rule: the links in a chat message, as people type, paste and forward them.

Every step reads a line once; no pattern can go back over what it has taken. So a megabyte of dots or
brackets costs a moment and no more.
"""

import re
from collections.abc import Iterator

from handlers.links.families import CHAT, ENDINGS, ENDINGS_WITH_PATH, FILE_SHARES, IMAGE_HOSTS, SECOND_LEVEL, SHORTENERS, SOCIAL

# Characters nobody sees, which phones and copied pages leave between letters.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")

# What no link holds: spaces, quotes, angle and square brackets, dashes, emoji, full-width punctuation.
RUN = re.compile(
    r"[^\s\x00-\x1f\x7f\"<>\[\]{}|\\^`·«»"
    "\u2000-\u206f\u20d0-\u20ff\u2190-\u2bff\u3000-\u303f\ufe00-\ufe0f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
    "\U0001f000-\U0001faff\U000e0000-\U000e007f]++"
)

# Where a second link begins without a space. After = or ? it is a link's own parameter, after the
# fourteen digits of an archive it is what was archived.
SEAM = re.compile(
    r"(?<![,;&+])[,;&+]++(?=https?://|www\.|(?:[a-z0-9-]++\.)++(?:" + "|".join(sorted(ENDINGS)) + r")/)"
    r"|(?<![=?])(?<!/\d{14}/)(?=https?://)",
    re.IGNORECASE,
)
SCHEME = re.compile(r"https?://", re.IGNORECASE)
NAMED_HOST = re.compile(r"(?:[^/?#@]*@)?[^\W_][\w-]*+(?:\.[\w-]++)++", re.IGNORECASE)
HOSTLIKE = re.compile(r"(?<![\w-])[\w-]++(?:\.[\w-]++)++")
PATH = re.compile(r"[/?#].|:\d")
TORN = re.compile(r"https?://[a-z0-9-]+", re.IGNORECASE)  # a scheme and the first word of a host, and there it ends
LIST_MARK = re.compile(r"\d{1,3}\.(?=[^\W\d])")
ITALIC_OPENS = re.compile(r"(?<!\w)_(?=\S)")
STUTTER = re.compile(r"[.,]{2,}+")
TRAILING = ".,;:!?'*~&+"
# Hosts that people type without a scheme, whatever they end with: `lnkd.in/x`, `mega.nz/x`.
KNOWN = SHORTENERS | CHAT | FILE_SHARES | IMAGE_HOSTS | SOCIAL.keys()


def links_in(text: str) -> tuple[str, ...]:
    """The links in `text` in their order, each spelling once: as typed, freed of what clings to the ends.

    A host into which a space has slipped stays whole, so that its end is not taken for a site of its own.
    A host without `https://` or `www.` counts when it ends as Indonesian sites do (`ENDINGS`).
    """
    found: dict[str, None] = {}
    for line in INVISIBLE.sub("", text).splitlines():
        italic = ITALIC_OPENS.search(line)
        opened = italic.start() if italic else len(line)
        whole, torn = line.strip(), -1
        for at, chunk in _chunks(line):
            if torn >= 0 and line[at - 1].isspace() and HOSTLIKE.match(chunk):
                found[line[torn:at] + without_tail(chunk)] = None
                torn = -1
                continue
            torn = at if TORN.fullmatch(chunk) else -1
            span = _span(chunk, alone=chunk == whole)
            if span:
                start = at + span.start
                link = _cleaned(chunk[span], line[start - 1 : start], italic=opened < start)
                if _has_host(link):
                    found[link] = None
    return tuple(found)


def without_tail(link: str, *, italic: bool = False) -> str:
    """`link` without the punctuation a sentence leaves at its end; a closing bracket stays with its opening one."""
    tail = TRAILING + "_" if italic else TRAILING
    spare = link.count(")") - link.count("(")
    end = len(link)
    while end and (link[end - 1] in tail or (link[end - 1] == ")" and spare > 0)):
        spare -= link[end - 1] == ")"
        end -= 1
    return link[:end]


def _chunks(line: str) -> Iterator[tuple[int, str]]:
    """What may hold one link each, with the place in the line where it begins."""
    for run in RUN.finditer(line):
        start = run.start()
        for seam in SEAM.finditer(line, start, run.end()):
            yield start, line[start : seam.start()]
            start = seam.end()
        yield start, line[start : run.end()]


def _span(chunk: str, *, alone: bool) -> slice | None:
    """Where a link begins and may end in a run of characters that could be one."""
    scheme = SCHEME.search(chunk)
    if scheme:
        return slice(scheme.start(), len(chunk))
    for word in HOSTLIKE.finditer(chunk):
        mark = LIST_MARK.match(word.group()) if word.start() == 0 else None
        name = word.group()[mark.end() if mark else 0 :].lstrip("_-")
        start, rest = word.end() - len(name), chunk[word.end() : word.end() + 2]
        if chunk[word.start() - 1 : word.start()] != "@" and _is_host(name, rest, alone=alone):
            return slice(start, len(chunk) if PATH.match(rest) else word.end())
    return None


def _is_host(name: str, rest: str, *, alone: bool) -> bool:
    """Whether a dotted word is a host: `kompas.com` is, `S.Sos.M.Si`, `rilis.pdf` and `KOMPAS.com –` are not."""
    *labels, ending = name.rstrip("_-").split(".")
    if not labels or rest.startswith("@") or not all(label.strip("_-") for label in labels):
        return False
    if len(labels) > 1 and labels[0].casefold() == "www":
        return ending.isalpha() and len(ending) > 1
    if PATH.match(rest):
        return ending.casefold() in ENDINGS | ENDINGS_WITH_PATH or name.casefold() in KNOWN
    # Alone, a host is somebody's front page: typed small it is meant as a link, in capitals it is a byline.
    named = labels[:-1] if f"{labels[-1]}.{ending}".casefold() in SECOND_LEVEL else labels
    return ending.casefold() in ENDINGS and len("".join(named[-1:])) > 2 and (alone or name.islower())


def _cleaned(link: str, before: str, *, italic: bool) -> str:
    """`link` up to the closing sign that belongs to the sentence around it; `before` stands in front of it."""
    link = STUTTER.split(link, maxsplit=1)[0]
    if before == "'":
        link = link.partition("'")[0]
    if before == "(":
        link = link[: _unopened(link)]
    return without_tail(link, italic=italic)


def _unopened(link: str) -> int:
    """Where the first closing bracket stands that `link` did not open; its length where there is none."""
    depth = 0
    for place, sign in enumerate(link):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return place
    return len(link)


def _has_host(link: str) -> bool:
    """Whether a named host follows the scheme: `https://…` alone is no link."""
    scheme = SCHEME.match(link)
    return NAMED_HOST.match(link, scheme.end() if scheme else 0) is not None
