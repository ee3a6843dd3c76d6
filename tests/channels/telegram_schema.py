"""What the Bot API's own reference says about names, required parameters and types; nothing where the file is absent."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "telegram_bot_api_10.3.json"
Fields = dict[str, tuple[str, int]]

SIMPLE: dict[str, tuple[type, ...]] = {"Integer": (int,), "String": (str,), "Float": (int, float)}
# Common names that do not begin the names they stand for.
UNIONS = {"MaybeInaccessibleMessage": ["Message", "InaccessibleMessage"]}


@dataclass(frozen=True)
class Upload:
    """A file that came in a form."""

    name: str
    content: bytes


class Schema:
    """Compares calls and objects with the reference; each fault is a sentence."""

    def __init__(self, methods: dict[str, Fields], types: dict[str, Fields]) -> None:
        self._methods = methods
        self._types = types

    def of_call(self, method: str, parameters: dict[str, Any]) -> list[str]:
        """What is wrong with a call."""
        if not self._methods:
            return []
        if method not in self._methods:
            return [f"{method} is no method"]
        return list(self._fields(self._methods[method], parameters, method))

    def of_object(self, kind: str, value: Any) -> list[str]:
        """What is wrong with an object of a type."""
        return list(self._value(kind, value, kind)) if self._types else []

    def _fields(self, fields: Fields, given: dict[str, Any], where: str) -> Iterator[str]:
        yield from (f"{where}.{name} is missing" for name, (_, needed) in fields.items() if needed and name not in given)
        for name, value in given.items():
            if name not in fields:
                yield f"{where}.{name} is unknown"
            else:
                yield from self._value(fields[name][0], value, f"{where}.{name}")

    def _value(self, kind: str, value: Any, where: str) -> Iterator[str]:
        if kind.startswith("Array of "):
            if isinstance(value, list):
                for at, each in enumerate(value):
                    yield from self._value(kind.removeprefix("Array of "), each, f"{where}[{at}]")
            else:
                yield f"{where} is no array"
            return
        options = [option for name in re.split(r", | or | and ", kind) for option in self._options(name)]
        faults = [list(self._one(option, value, where)) for option in options]
        if all(faults):
            yield from min(faults, key=len)

    def _options(self, name: str) -> list[str]:
        """A type, or those of which it is the common name: it has no fields of its own."""
        if name in self._types and not self._types[name]:
            return UNIONS.get(name) or [each for each in self._types if each.startswith(name) and each != name] or [name]
        return [name]

    def _one(self, kind: str, value: Any, where: str) -> Iterator[str]:
        if kind in ("Boolean", "True"):
            fits = isinstance(value, bool)
        elif kind in SIMPLE:
            fits = isinstance(value, SIMPLE[kind]) and not isinstance(value, bool)
        elif kind == "InputFile":
            fits = isinstance(value, Upload)
        elif isinstance(value, dict):
            yield from self._fields(self._types[kind], value, where)
            return
        else:
            fits = False
        if not fits:
            yield f"{where} is no {kind}"


@cache
def schema() -> Schema:
    """The reference, read once."""
    if not FILE.exists():
        return Schema({}, {})
    read = json.loads(FILE.read_text())
    return Schema(read["methods"], read["types"])
