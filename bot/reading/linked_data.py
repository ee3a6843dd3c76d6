"""Rule: what a page says of itself for programs (JSON-LD), picked from whatever its author took for JSON."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

ARTICLES: Final = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle BlogPosting"
    " AdvertiserContentArticle LiveBlogPosting Report SocialMediaPosting".split()
)
MOST: Final = 2000  # things that are looked at
AROUND: Final = re.compile(r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?|;)\s*$")


@dataclass(frozen=True)
class LinkedData:
    """An article as its page describes it; empty what it does not say."""

    title: str = ""
    published: str = ""
    author: str = ""
    site: str = ""
    text: str = ""
    walled: bool = False  # it says that it is not free to read


def linked_data(scripts: Iterable[str]) -> LinkedData:
    """The first article that is described; nothing where none is."""
    found = next((each for each in _things(scripts) if _kinds(each) & ARTICLES), None)
    if found is None:
        return LinkedData()
    return LinkedData(
        title=_name(found.get("headline") or found.get("name")),
        published=_name(found.get("datePublished") or found.get("dateCreated")),
        author=_name(found.get("author") or found.get("creator")),
        site=_name(found.get("publisher") or found.get("sourceOrganization")),
        text=_name(found.get("articleBody")),
        walled=str(found.get("isAccessibleForFree", True)).casefold() == "false",
    )


def _things(scripts: Iterable[str]) -> Iterator[dict[str, object]]:
    """Every object, the outer ones first, in the order of the page."""
    waiting: list[object] = [_parsed(each) for each in scripts]
    for _ in range(MOST):
        if not waiting:
            return
        thing = waiting.pop(0)
        if isinstance(thing, dict):
            yield thing
            waiting.extend(each for each in thing.values() if isinstance(each, dict | list))
        elif isinstance(thing, list):
            waiting[:0] = thing[:MOST]


def _parsed(script: str) -> object:
    try:
        return json.loads(AROUND.sub("", script), strict=False)
    except (ValueError, RecursionError):
        return None


def _kinds(thing: dict[str, object]) -> set[str]:
    said = thing.get("@type")
    kinds = said if isinstance(said, list) else [said]
    return {str(each).rpartition("/")[2] for each in kinds if isinstance(each, str)}


def _name(said: object) -> str:
    """The text of a value: itself, or the name of what it is; several are joined."""
    return ", ".join(filter(None, (_one(each) for each in (said if isinstance(said, list) else [said])[:5])))


def _one(said: object) -> str:
    if isinstance(said, dict):
        said = said.get("name") or said.get("@value")
    if isinstance(said, list):
        said = next(iter(said), "")
    return said.strip() if isinstance(said, str) else ""
