"""*dataku*: that it is coming, the files, and the text to read in one of them."""

import json
from collections.abc import Mapping
from typing import Any

from messages.card import Card, texts
from messages.people import plain
from messages.wording import Words
from storage.records import Json

Facts = Mapping[str, Any]
KEPT = {"erase": "own-data-goes", "keep": "own-data-stays"}


def files(words: Words, facts: Facts) -> Card:
    """Both files, with what is in them."""
    return Card(texts(words("own-data", office=words.office)), files=tuple(facts["files"]))


def document(words: Words, name: str, found: Json) -> str:
    """The text to read: table by table, what it is for, what an erasure does to it, and each row in plain lines."""
    parts = [words("own-data-title", office=words.office, name=name), words("own-data-about")]
    for table, held in found.items():
        title = f"== {table} ({words.number(len(held['rows']))})"
        parts.append("\n".join([title, held["purpose"], words(KEPT[held["at_erasure"]])]))
        parts += ["\n".join(_lines(row)) for row in held["rows"]]
    return "\n\n".join(parts) + "\n"


def _lines(row: Json) -> list[str]:
    """What a row says: empty fields are left out."""
    return [f"  {name}: {_plain(value)}" for name, value in row.items() if value not in ("", None, {}, [])]


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, (dict, list)) else str(value)


CARDS = {
    "own_data_coming": plain("own-data-coming"),
    "own_data_enough": plain("own-data-enough"),
    "own_data": files,
}
