"""What a phone with WhatsApp makes of a message: its marks turned into styles, its parts in their order."""

import re
from dataclasses import dataclass

from tests.channels.whatsapp_state import Json, Sent

Styles = tuple[tuple[str, str], ...]  # a style and the words under it
Buttons = tuple[tuple[str, str], ...]  # label, and token or address

MARKS = {"*": "bold", "_": "italic", "~": "strikethrough", "`": "code"}
# A mark opens after the start or what is no letter, before no blank, and closes the same way round, in one line.
STYLED = re.compile(r"(?<![\w*_~`])([*_~`])(?=\S)((?:(?!\1)[^\n])*?\S)\1(?![\w])")


def displayed(text: str) -> tuple[str, Styles]:
    """The words without marks, and what the marks did, outer before inner."""
    styles: list[tuple[str, str]] = []

    def bare(found: re.Match[str]) -> str:
        mark, inner = found[1], found[2]
        at = len(styles)
        plain = inner if mark == "`" else STYLED.sub(bare, inner)
        styles.insert(at, (MARKS[mark], plain))
        return plain

    return STYLED.sub(bare, text), tuple(styles)


@dataclass(frozen=True)
class Seen:
    """A message as a phone shows it. `raw` are the words as they were sent, with their marks."""

    id: str
    text: str
    raw: str
    styles: Styles
    header: str
    footer: str
    buttons: Buttons
    menu: str  # what opens the list, where the buttons are rows of one
    kind: str  # of its file, empty for none
    file: str  # the file's id or address
    name: str  # and its name
    quotes: str  # the id of the message that it quotes
    template: str  # its name, where it is one
    type: str

    @classmethod
    def of(cls, sent: Sent) -> "Seen":
        """From a message that arrived."""
        shown: Json = sent.shown
        raw = str(shown.get("text", ""))
        text, styles = displayed(raw)
        buttons = tuple((label, token) for _, label, token in shown.get("buttons", ()))
        rest = {
            name: str(shown.get(name, "")) for name in ("header", "footer", "menu", "kind", "file", "name", "quotes", "template")
        }
        return cls(id=sent.id, text=text, raw=raw, styles=styles, buttons=buttons, type=shown["type"], **rest)
