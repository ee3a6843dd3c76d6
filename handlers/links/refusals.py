"""Rule: why a page of a site is no article, as its address shows."""

import re
from enum import StrEnum

from handlers.links import families
from handlers.links.address import Address

NUMBERED = re.compile(r"\d+(?:-.*)?")
YEAR_AND_DAY = re.compile(r"/(?:19|20)\d\d(?:/\d\d?){0,2}")
# An article for certain, whatever list its address seems to open.
CERTAIN = re.compile(r"/d-\d+|/read/\d+|/(?:19|20)\d\d/\d\d?/(?:\d\d?/)?[^/]*-|/archives/(?!(?:19|20)\d\d(?:/|$))\d+")


class Reason(StrEnum):
    """Why a link is refused."""

    HOME = "home"  # also the front page of an account
    CATEGORY = "category"  # also a desk's front page and an archive by date
    TAG = "tag"
    LABEL = "label"
    SEARCH = "search"
    AUTHOR = "author"
    ABOUT = "about"  # a page about the outlet itself
    FEED = "feed"
    API = "api"
    FILE = "file"
    IMAGE = "image"
    CHAT = "chat"
    SHARE = "share"  # Drive, Dropbox, maps and the like
    NEWS_TOKEN = "news_token"  # noqa: S105 - the name of a reason: Google News hides the address, ask for the original link
    TOO_DEEP = "too_deep"  # more than six layers around the address
    TOO_LONG = "too_long"
    NOT_A_LINK = "not_a_link"
    SPACE = "space"  # slipped into the host, so that the rest would be somebody else's site


LISTS: dict[str, Reason] = {
    part: reason
    for reason, parts in (
        (Reason.TAG, families.TAG_PARTS),
        (Reason.LABEL, families.LABEL_PARTS),
        (Reason.CATEGORY, families.CATEGORY_PARTS),
        (Reason.SEARCH, families.SEARCH_PARTS),
        (Reason.AUTHOR, families.AUTHOR_PARTS),
    )
    for part in parts
}


def is_home(parts: list[str]) -> bool:
    """Whether a path is the front page of its site."""
    return all(part.casefold() in families.HOME_PARTS for part in parts)


def why_not(found: Address, parts: list[str], query: tuple[tuple[str, str], ...]) -> Reason | None:
    """Why this page is no article; None when it may be one."""
    small = [part.casefold() for part in parts]
    named = any(name in families.KEPT | families.KEPT_NUMBERS for name, _ in found.query)
    if is_home(parts):
        if named:
            return None
        listed = next((Reason(families.LIST_QUERIES[name]) for name, _ in query if name in families.LIST_QUERIES), None)
        return listed or (None if any(NUMBERED.fullmatch(value) for _, value in found.query) else Reason.HOME)
    return _by_file(found.host, small) or _by_list(found.path, small) or (None if named else _by_desk(found.path, small))


def _by_file(host: str, parts: list[str]) -> Reason | None:
    ending = parts[-1].rpartition(".")[2] if "." in parts[-1] else ""
    if host.startswith("api.") or families.API_PARTS & {*parts[:2], parts[-1]} or ending == "json":
        return Reason.API
    if parts[-1] in families.FEED_FILES or parts[0] in {"feed", "feeds", "rss"} or ending in {"xml", "rss"}:
        return Reason.FEED
    if ending in families.IMAGE_FILES:
        return Reason.IMAGE
    return Reason.FILE if ending in families.OTHER_FILES else None


def _by_list(path: str, parts: list[str]) -> Reason | None:
    if CERTAIN.search(path):
        return None
    for place, part in enumerate(parts):
        reason = LISTS.get(part)
        after = parts[place + 1 :]
        headline = len(after) > 1 and after[-1].count("-") >= 4
        if reason is Reason.SEARCH and after[:1] == ["label"]:
            return Reason.LABEL
        if reason and not (reason is Reason.CATEGORY and headline):
            return reason
    return None


def _by_desk(path: str, parts: list[str]) -> Reason | None:
    if parts[-1] in families.ABOUT_PARTS and len(parts) <= 2:
        return Reason.ABOUT
    if all(part in families.DESK_PARTS for part in parts) or YEAR_AND_DAY.fullmatch(path):
        return Reason.CATEGORY
    return None
