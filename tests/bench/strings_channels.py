"""What the phones of each channel show of a card: all that it says, and nothing else but for the losses that are listed."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from bot.channels.telegram import outbound as telegram
from bot.channels.whatsapp import outbound as whatsapp
from messages.abilities import Abilities
from messages.card import Card, Enclosure, Part, bare
from messages.desk import phrases
from messages.fit import fit, length
from messages.wording import Words
from storage.records import File, FileId, FileKind, Json
from tests.channels.whatsapp_display import displayed

# What does not arrive as it was sent, and why that is so.
LOSSES: Mapping[str, str] = {
    "blanks": "those at the seam of two messages, and empty paragraphs, are not sent",
    "*_~`": "WhatsApp: a phone takes somebody's own marks for styles and hides them; the words between them stay",
    "labels": "a button's words are cut at 20 signs on WhatsApp (96 in a list) and 64 on Telegram, and end with …",
    "U+E000, U+E001": "two private signs that only our own sentences may carry are taken off",
    "NUL, halves": "NUL and halves of a character are taken off, or become U+FFFD, when they come in",
}
GONE = re.compile("[\\s\x1c-\x1f\x85\ue000\ue001]+")
MARKS = re.compile(r"[*_~`]")


class _Files(defaultdict[int, Enclosure]):
    """A picture for every number."""

    def __missing__(self, number: int) -> Enclosure:
        return Enclosure(File(FileId(number), FileKind.PHOTO, "a.jpg", "image/jpeg", 1, "a" * 64), f"known-{number}")


def arrived(card: Card, words: Words) -> Iterator[str]:
    """What is wrong with what each channel shows of a card."""
    for name, (abilities, read) in CHANNELS.items():
        parts = fit(card, abilities, _Files(), phrases(words)).parts
        wanted = GONE.sub("", "".join(block.text for block in card.blocks))
        said = GONE.sub("", "".join(text for part in parts for text in read(part)))
        links = GONE.sub("", "".join(each.url for row in card.choices for each in row))
        prompt = GONE.sub("", words("desk-prompt"))
        if name == "whatsapp":
            wanted, said, links, prompt = (MARKS.sub("", each) for each in (wanted, said, links, prompt))
        if said not in {wanted, wanted + prompt} and not (links and said.startswith(wanted)):
            yield f"{name} shows {_around(said, wanted)}"


def _around(said: str, wanted: str) -> str:
    at = next(
        (at for at, (one, other) in enumerate(zip(said, wanted, strict=False)) if one != other), min(len(said), len(wanted))
    )
    return f"{said[max(at - 10, 0) : at + 30]!r} for {wanted[max(at - 10, 0) : at + 30]!r}"


def _on_sandbox(part: Part) -> Iterator[str]:
    yield from (bare(block.text) for block in part.blocks)


def _on_telegram(part: Part) -> Iterator[str]:
    """Text with entities beside it, each over words that are there; a venue is told apart."""
    said: Json = json.loads(b"{" + telegram.message(part).tail)
    for held in (said, *said.get("media", ())):
        text = held.get("text", held.get("caption", ""))
        units = length(text, telegram.ABILITIES)
        limit = telegram.ABILITIES.text_limit if "text" in held else telegram.ABILITIES.caption_limit
        assert units <= limit, "longer than a message"
        for each in (*held.get("entities", ()), *held.get("caption_entities", ())):
            assert each["type"] in {"bold", "italic"}
            assert 0 <= each["offset"] < each["offset"] + each["length"] <= units
        yield text
    for row in said.get("reply_markup", {}).get("inline_keyboard", ()):
        assert all(1 <= len(each.get("callback_data", "-").encode()) <= 64 for each in row)


def _on_whatsapp(part: Part) -> Iterator[str]:
    """Text as a phone displays it."""
    body: Json = json.loads(b"{" + whatsapp.message(part).tail)
    held = body[body["type"]]
    raw = {"text": "body", "image": "caption", "document": "caption", "video": "caption"}.get(body["type"])
    text = held.get(raw, "") if raw else held.get("body", {}).get("text", "")
    assert len(text) <= (1024 if body["type"] != "text" else 4096), "longer than a message"
    for each in held.get("action", {}).get("buttons", ()):
        assert 1 <= len(each["reply"]["title"]) <= 20
    yield displayed(text)[0]


CHANNELS: dict[str, tuple[Abilities, Callable[[Part], Iterator[str]]]] = {
    "sandbox": (Abilities(), _on_sandbox),
    "telegram": (telegram.ABILITIES, _on_telegram),
    "whatsapp": (whatsapp.ABILITIES, _on_whatsapp),
}
