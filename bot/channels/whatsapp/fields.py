"""Fields of what the platform sends, each of the type it must have. Pure."""

import json
import re
from typing import TypeVar

from storage.records import Json

T = TypeVar("T")


def parsed(content: bytes) -> Json:
    """A JSON object. ValueError for anything else, and for one that is nested without end."""
    try:
        return typed(json.loads(content), dict)
    except RecursionError:
        raise ValueError("what came is nested too deep") from None


def want(body: Json, name: str, kind: type[T]) -> T:
    """A field that must be there. ValueError."""
    if name not in body:
        raise ValueError(f"{name} is missing")
    return typed(body[name], kind, name)


def have(body: Json, name: str, kind: type[T], otherwise: T) -> T:
    """A field that may be there. ValueError where it is of another type."""
    return typed(body[name], kind, name) if name in body else otherwise


def typed(value: object, kind: type[T], name: str = "what came") -> T:
    """A value of a type; a truth is no number. ValueError."""
    if not isinstance(value, kind) or isinstance(value, bool):
        raise ValueError(f"{name} is no {kind.__name__}")  # noqa: TRY004 - one error for all that cannot be read
    return value


def clean(text: str) -> str:
    """Without what no database takes: half characters and NUL."""
    if text.isascii() and "\0" not in text:
        return text  # nearly all of a large batch
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "")


def digits(phone: str) -> str:
    """A phone as it is compared."""
    return "".join(each for each in phone if each in "0123456789")


def tier(told: object) -> int | None:
    """How many people a day may be written to first: TIER_2K is 2000, TIER_UNLIMITED and -1 are 0; None for anything else."""
    if isinstance(told, bool) or not isinstance(told, int | str):
        return None
    found = re.fullmatch(r"(?:TIER_)?(?:([0-9]{1,9})(K?)|-1|UNLIMITED)", str(told), re.ASCII)
    if found is None:
        return None
    return int(found[1] or 0) * (1000 if found[2] else 1)
