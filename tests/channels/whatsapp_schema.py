"""The shapes of the Cloud API: the platform's own examples where they are at hand, else examples written down with their source.

A shape is what a set of examples has in common: a name that none of them has is unknown, one that all have is needed.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tests.channels.whatsapp_examples import COMMON_IN, COMMON_OUT, ITEMS, MESSAGES, TEMPLATES

FILE = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "whatsapp_examples_v23.json"
SEND = "POST /{Version}/{Phone-Number-ID}/messages"
CREATE = "POST /{Version}/{WABA-ID}/message_templates"
HOOK = "POST /whatsapp/webhooks"

Json = dict[str, Any]
JSON_TYPES = {dict: "object", list: "array", str: "string", bool: "boolean", int: "number", float: "number", type(None): "null"}
RECIPIENTS = frozenset({"to", "recipient", "recipient_type", "type", "from"})  # what may be absent though each example has it


@dataclass
class Shape:
    """What examples of one thing have in common."""

    types: set[str] = field(default_factory=set)
    fields: "dict[str, Shape]" = field(default_factory=dict)
    needed: set[str] | None = None  # None until the first example
    items: "Shape | None" = None

    @classmethod
    def of(cls, examples: Iterable[Any]) -> "Shape":
        """From examples."""
        shape = cls()
        for each in examples:
            shape.learn(each)
        return shape

    def learn(self, example: Any) -> None:
        """One more example."""
        self.types.add(JSON_TYPES[type(example)])
        if isinstance(example, dict):
            self.needed = set(example) if self.needed is None else self.needed & set(example)
            for name, value in example.items():
                self.fields.setdefault(name, Shape()).learn(value)
        if isinstance(example, list):
            self.items = self.items or Shape()
            for each in example:
                self.items.learn(each)

    def allow(self, examples: Json) -> None:
        """Names that may be there as well, and none of those that say who is meant is needed."""
        for name, value in examples.items():
            self.fields.setdefault(name, Shape()).learn(value)
        self.needed = (self.needed or set()) - RECIPIENTS

    def faults(self, value: Any, where: str) -> Iterator[str]:
        """How a value differs, each in a sentence."""
        if JSON_TYPES.get(type(value)) not in self.types:
            yield f"{where} is no {' or '.join(sorted(self.types))}"
        elif isinstance(value, dict):
            yield from (f"{where}.{name} is missing" for name in sorted((self.needed or set()) - set(value)))
            for name, each in value.items():
                if name in self.fields:
                    yield from self.fields[name].faults(each, f"{where}.{name}")
                else:
                    yield f"{where}.{name} is unknown"
        elif isinstance(value, list) and self.items:
            for at, each in enumerate(value):
                yield from self.items.faults(each, f"{where}[{at}]")


class Schema:
    """Compares requests and webhook items with the shapes of their kind."""

    def __init__(self, sent: Collection[Json], heard: Collection[Json], templates: Collection[Json]) -> None:
        self._whole = bool(heard)  # else only what this project's own examples show can be compared
        self._out = shapes([*sent, *MESSAGES], COMMON_OUT)
        self._in = shapes([*heard, *ITEMS["messages"]], COMMON_IN)
        self._items = {kind: Shape.of(examples) for kind, examples in ITEMS.items() if kind != "messages"}
        self._templates = Shape.of([*templates, *TEMPLATES])

    def of_message(self, body: Json) -> list[str]:
        """What is wrong with a request to send."""
        kind = kind_of(body)
        if kind not in self._out:
            return [f"{kind} is no kind of message"] if self._whole else []
        nobody = ["to is missing"] if kind != "read" and not body.keys() & {"to", "recipient"} else []
        return [*nobody, *self._out[kind].faults(body, kind)]

    def of_template(self, body: Json) -> list[str]:
        """What is wrong with a template that is submitted."""
        return list(self._templates.faults(body, "template"))

    def of_item(self, kind: str, body: Json) -> list[str]:
        """What is wrong with one item of a webhook: a message, a status, a preference and so on."""
        if kind != "messages":
            return list(self._items[kind].faults(body, kind)) if kind in self._items else []
        named = kind_of(body)
        if named not in self._in:
            return [f"{named} is no kind of incoming message"] if self._whole else []
        return list(self._in[named].faults(body, named))


def kind_of(body: Json) -> str:
    """A message's type, with what an interactive or a system message is in particular."""
    kind = str(body.get("type") or ("read" if body.get("status") == "read" else "text"))
    inner = body.get(kind) if kind in ("interactive", "system") else None
    return f"{kind}.{inner.get('type', '')}" if isinstance(inner, dict) else kind


def shapes(examples: Iterable[Json], common: Json) -> dict[str, Shape]:
    """A shape for every kind of message."""
    found: dict[str, Shape] = {}
    for each in examples:
        found.setdefault(kind_of(each), Shape()).learn(each)
    for kind, shape in found.items():
        if kind != "read":
            shape.allow(common)
    return found


@cache
def schema() -> Schema:
    """All shapes, read once."""
    if not FILE.exists():
        return Schema((), (), ())
    read = json.loads(FILE.read_text())
    hooks = read["webhooks"][HOOK].values()
    values = [change["value"] for hook in hooks for entry in hook["entry"] for change in entry["changes"]]
    heard = [message for value in values for message in value.get("messages", ())]
    return Schema(read["requests"][SEND].values(), heard, read["requests"][CREATE].values())
