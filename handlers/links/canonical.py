"""Rule: which article a link is: one address to show, one key to count it by, or why it is no article.

The engine only; what each family of sites does stands as data in `families.py`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from handlers.links import families
from handlers.links.address import GOOGLE, Address, read, under, unwrapped
from handlers.links.extract import links_in, without_tail
from handlers.links.families import RULES_VERSION
from handlers.links.refusals import LISTS, Reason, is_home, why_not

LONGEST = 2048  # characters
LAYERS = 6

MOBILE = frozenset({"m", "mobile", "wap"})
SCRIPT = re.compile(r".*\.(?:php|aspx?|jsp|cgi|cfm)", re.IGNORECASE)
BLOGSPOT = re.compile(r"(?P<blog>.+\.blogspot)\.(?:com?\.)?[a-z]{2,3}")


class Kind(StrEnum):
    """What a link is, and so what happens to it."""

    ARTICLE = "article"
    SOCIAL = "social"  # a post: its own kind of proof
    PROOF = "proof"  # no address: a picture of a page, a clip, a sound
    RESOLVE = "resolve"  # a shortener or an unknown mobile site: only the network knows
    REFUSED = "refused"


@dataclass(frozen=True)
class Verdict:
    """A link judged. `address` is shown, `identity` is equal for all spellings of one article.

    A refused link has a reason and no identity; its address is empty where none could be read.
    """

    kind: Kind
    address: str
    identity: str
    reason: Reason | None = None
    rules: str = RULES_VERSION


def canonical(url: str) -> Verdict:
    """Judge the first link in `url`. Never raises; the verdict on a verdict's address is the same verdict."""
    if len(url.strip()) > LONGEST:
        return _refused(Reason.TOO_LONG)
    link = next(iter(links_in(url)), None)
    for _ in range(LAYERS + 1):
        address = read(link) if link else None
        if address is None:
            return _refused(Reason.SPACE if link and " " in link else Reason.NOT_A_LINK)
        link = unwrapped(address)
        if link is None:
            verdict = _judged(address)
            return verdict if len(verdict.address) <= LONGEST else _refused(Reason.TOO_LONG)
    return _refused(Reason.TOO_DEEP)


def _judged(address: Address) -> Verdict:
    """What the host decides alone; everything else is a site of articles."""
    host = address.host
    bare = Address(host, _joined(_parts(address.path)), ())
    if GOOGLE.fullmatch(host):
        return _refused(_google(host, bare.path), str(Address(host, bare.path, address.query)))
    for names, reason in (
        (families.CHAT, Reason.CHAT),
        (families.FILE_SHARES, Reason.SHARE),
        (families.IMAGE_HOSTS, Reason.IMAGE),
    ):
        if under(host, names):
            return _refused(reason, str(bare))
    if host.removeprefix("www.") in families.SHORTENERS:
        return Verdict(Kind.RESOLVE, str(bare), _key(bare)) if bare.path else _refused(Reason.HOME, str(bare))
    return _post(address) if under(host, families.SOCIAL) else _article(address)


def _google(host: str, path: str) -> Reason:
    if not path:
        return Reason.HOME
    if path.startswith("/search"):
        return Reason.SEARCH
    return Reason.NEWS_TOKEN if host.startswith("news.") else Reason.SHARE


def _article(address: Address) -> Verdict:
    host, desk, known = _full_site(address.host)
    parts = _one_page(host, _parts(address.path))
    if desk and parts and parts[0] in families.DESK_HOSTS.get(desk, ()):
        host, parts = f"{parts[0]}.{desk}", parts[1:]
    kept = _kept(parts, address.query)
    found = Address(host, _joined(parts), kept)
    reason = why_not(found, parts, address.query)
    if reason:
        return _refused(reason, str(Address(host, found.path, address.query)))
    if not known:
        return Verdict(Kind.RESOLVE, str(found), _key(found))
    for family, pattern, key in families.ARTICLE_IDS:
        match = re.fullmatch(pattern, found.path) if under(host, frozenset({family})) else None
        if match:
            path = _joined(_parts(match["head"] + (match["slug"] or "")))
            return Verdict(Kind.ARTICLE, str(Address(host, path, ())), key.format(host=host.removeprefix("www."), id=match["id"]))
    return Verdict(Kind.ARTICLE, str(found), _key(found))


def _full_site(host: str) -> tuple[str, str, bool]:
    """The host of the full site, the site whose desk may stand in the path, and whether the paths are known to be the same."""
    desk = ""
    blog = BLOGSPOT.fullmatch(host)
    host = f"{blog['blog']}.com" if blog else host
    first, _, rest = host.partition(".")
    while first == "amp" or first in MOBILE:
        if "." not in rest or rest in families.SECOND_LEVEL:
            break
        if first in MOBILE and not under(rest, families.SAME_ON_MOBILE):
            return host, "", False
        host, desk = rest, rest.removeprefix("www.")
        first, _, rest = host.partition(".")
    bare = host.removeprefix("www.")
    return (f"www.{bare}" if bare in families.WWW else host), desk, True


def _parts(path: str) -> list[str]:
    """The parts of a path, freed of empty ones and of what a sentence left at the end."""
    parts = [part for part in path.split("/") if part.strip(".")]
    while parts and without_tail("/".join(parts)) != "/".join(parts):
        parts = [part for part in without_tail("/".join(parts)).split("/") if part.strip(".")]
    return parts


def _joined(parts: list[str]) -> str:
    return "".join(f"/{part}" for part in parts)


def _one_page(host: str, parts: list[str]) -> list[str]:
    """The path of the whole article, from that of its AMP form or of one of its pages."""
    before: list[str] = []
    while before != parts:
        before, parts = parts, _parts(_joined(_without_page(_without_amp(host, parts))))
    return parts


def _without_amp(host: str, parts: list[str]) -> list[str]:
    if len(parts) > 1 and parts[0].casefold() == "amp":
        number = parts[1].isdecimal()
        swapped = under(host, families.AMP_FOR_READ) or (len(parts[1]) >= 5 and not under(host, families.AMP_PREFIX))
        return ["read", *parts[1:]] if number and swapped else parts[1:]
    if len(parts) > 1 and parts[-1].casefold() == "amp":
        return parts[:-1]
    return parts[:-1] + [re.sub(r"(?<=.)\.amp(?=\.html?$|$)", "", part) for part in parts[-1:]]


def _without_page(parts: list[str]) -> list[str]:
    if len(parts) < 2:
        return parts
    *rest, slug, last = parts
    if last.casefold() == "all" or re.fullmatch(r"(?:comment-)?page-\d+", last):
        return [*rest, slug]
    if slug == "page" and last.isdecimal():
        return rest
    headline = (slug.count("-") >= 2 or (rest and "-" in slug)) and not slug.replace("-", "").isdecimal()
    return [*rest, slug] if headline and re.fullmatch(r"\d\d?", last) else parts


def _kept(parts: list[str], query: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The parameters that name the article: known ones beside a path, all but trackers where a script or nothing stands."""
    whole = not parts or is_home(parts) or SCRIPT.fullmatch(parts[-1])
    return tuple(
        dict.fromkeys(
            (name, value)
            for name, value in query
            if value
            and (
                name in families.KEPT
                or (name in families.KEPT_NUMBERS and value.isdecimal())
                or (whole and name not in families.LIST_QUERIES and not _is_tracker(name, value))
            )
        )
    )


def _is_tracker(name: str, value: str) -> bool:
    if name in families.PAGING | families.KEPT_NUMBERS:
        return value.isdecimal() or value.casefold() == "all"
    return any(name == row or (row.endswith("*") and name.startswith(row[:-1])) for row in families.TRACKERS)


def _post(address: Address) -> Verdict:
    family = under(address.host, families.SOCIAL)
    shown = families.SOCIAL[family]
    parts = _parts(address.path)
    kept = tuple((name, value) for name, value in address.query if name in families.POST_QUERIES and value)
    found = Address(shown, _joined(parts), kept)
    whole = str(found).removeprefix(f"https://{shown}")
    for where, pattern, show, key in families.POSTS:
        match = re.match(rf"{pattern}(?=[/?&]|$)", whole) if where == family else None
        if match:
            return Verdict(Kind.SOCIAL, f"https://{shown}{show.format(**match.groupdict())}", key.format(**match.groupdict()))
    reason = _no_post(shown, [part.casefold() for part in parts], kept)
    return _refused(reason, str(found)) if reason else Verdict(Kind.SOCIAL, str(found), _key(found))


def _no_post(shown: str, parts: list[str], kept: tuple[tuple[str, str], ...]) -> Reason | None:
    if not parts:
        return None if kept else Reason.HOME
    if parts[0] == "results":
        return Reason.SEARCH
    listed = next((LISTS[part] for part in parts[:2] if part in LISTS), None)
    return listed or (Reason.HOME if shown in families.ACCOUNTS and len(parts) == 1 and not kept else None)


def _key(address: Address) -> str:
    """Host without www., path, and what names the article in the query, in one order."""
    ordered = Address(address.host.removeprefix("www."), address.path, tuple(sorted(address.query)))
    return str(ordered).removeprefix("https://")


def _refused(reason: Reason, address: str = "") -> Verdict:
    return Verdict(Kind.REFUSED, address, "", reason)
