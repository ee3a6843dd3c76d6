"""The short tokens on buttons: action, object and version, and an owner on personal cards.

At most 40 bytes, so that every platform can carry them. They grant nothing: permission and state are
checked when they are pressed.
"""

import re
from dataclasses import dataclass

LIMIT = 40  # bytes
# Nine digits: more than a desk will ever count to, and less than the largest number that PostgreSQL takes for an id.
_SHAPE = re.compile(r"([a-z_]{2,16})(?:\.([0-9]{1,9}))?(?:\.v([0-9a-z]{1,12}))?(?:\.p([0-9]{1,9}))?\Z")


@dataclass(frozen=True)
class Token:
    """A button's meaning. `version` is what was shown; `owner` the only person it is for, 0 for anybody."""

    action: str
    object: int = 0
    version: str = ""
    owner: int = 0

    def __str__(self) -> str:
        """The token as it travels; ValueError where a platform could not carry it."""
        parts = [
            self.action,
            str(self.object),
            f"v{self.version}" if self.version else "",
            f"p{self.owner}" if self.owner else "",
        ]
        text = ".".join(part for part in parts if part)
        if len(text.encode()) > LIMIT or read(text) != self:
            raise ValueError(f"not a token: {text}")
        return text


def read(text: str) -> Token | None:
    """A token from what came back; None for anything that is not ours."""
    found = _SHAPE.match(text)
    if not found:
        return None
    action, object_id, version, owner = found.groups()
    return Token(action, int(object_id or 0), version or "", int(owner or 0))
