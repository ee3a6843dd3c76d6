"""A part -> the method and parameters that say it. Pure.

Text goes as it is, with its styles beside it as entities: there is no markup that a stranger's text could break.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final

from messages.abilities import Abilities
from messages.card import Block, Choice, Enclosure, Part, Style, spans
from messages.fit import SEPARATOR, length
from storage.records import FileKind, Json

ABILITIES: Final = Abilities()
STYLES: Final = {Style.TITLE: "bold", Style.QUIET: "italic"}
# How each kind of file is sent alone: method and field.
ALONE: Final = {
    FileKind.PHOTO: ("sendPhoto", "photo"),
    FileKind.DOCUMENT: ("sendDocument", "document"),
    FileKind.VIDEO: ("sendVideo", "video"),
    FileKind.AUDIO: ("sendAudio", "audio"),
    FileKind.VOICE: ("sendVoice", "voice"),
}
IN_ALBUM: Final = frozenset({FileKind.PHOTO, FileKind.DOCUMENT, FileKind.VIDEO, FileKind.AUDIO})


@dataclass(frozen=True)
class Call:
    """A method and its parameters, without the chat: so it is made once and posted to many."""

    method: str
    parameters: Json
    uploads: Mapping[str, Enclosure] = field(default_factory=dict)  # by the name under which parameters attach them

    @cached_property
    def tail(self) -> bytes:
        """The parameters as JSON, but for the opening brace: a chat is put before it."""
        return json.dumps(self.parameters).encode()[1:]


@lru_cache(maxsize=64)  # a broadcast posts one part thousands of times
def message(part: Part) -> Call:
    """One new message. ValueError for what Telegram cannot say in one."""
    if part.place:
        return Call("sendVenue", _venue(part))
    if len(part.files) > 1:
        return _album(part)
    if part.files:
        return _file(part, part.files[0])
    return Call("sendMessage", {**_worded("text", part.blocks), **NO_PREVIEW, **_keyboard(part.choices)})


def changed(part: Part, message_id: str) -> Call:
    """A message in the place of an earlier one of the same kind; its files stay, its buttons are these."""
    return recaptioned(part, message_id) if part.files else _retexted(part, message_id)


def recaptioned(part: Part, message_id: str) -> Call:
    """Words and buttons in the place of those under a file. ValueError where they are too many for that."""
    words = _worded("caption", part.blocks)
    if length(words["caption"], ABILITIES) > ABILITIES.caption_limit:
        raise ValueError("too long for a caption")
    return Call("editMessageCaption", {"message_id": first(message_id), **words, **_keyboard(part.choices)})


def unbuttoned(message_id: str) -> Call:
    """The same message without its buttons."""
    return Call("editMessageReplyMarkup", {"message_id": first(message_id)})


def withdrawn(message_id: str) -> Call:
    """A message taken back, or all of an album."""
    numbers = [int(each) for each in message_id.split(",")]
    if len(numbers) > 1:
        return Call("deleteMessages", {"message_ids": numbers})
    return Call("deleteMessage", {"message_id": numbers[0]})


def first(message_id: str) -> int:
    """The message that holds the words: an album's id names all its messages."""
    return int(message_id.partition(",")[0])


def wording(blocks: Sequence[Block]) -> tuple[str, list[Json]]:
    """Paragraphs as one text, and its styles as entities: offset and length in UTF-16 units."""
    text, entities = "", []
    for at, block in enumerate(blocks):
        text += SEPARATOR if at else ""
        begin = _units(text)
        for words, emphasised in spans(block.text):
            if emphasised and block.style is not Style.TITLE:
                entities.append({"type": "bold", "offset": _units(text), "length": _units(words)})
            text += words
        if block.style in STYLES and _units(text) > begin:
            entities.append({"type": STYLES[block.style], "offset": begin, "length": _units(text) - begin})
    return text, entities


NO_PREVIEW: Final = {"link_preview_options": {"is_disabled": True}}


def _retexted(part: Part, message_id: str) -> Call:
    words = _worded("text", part.blocks)
    return Call("editMessageText", {"message_id": first(message_id), **words, **NO_PREVIEW, **_keyboard(part.choices)})


def _venue(part: Part) -> Json:
    place = part.place
    if place is None or part.blocks or part.choices or part.files:
        raise ValueError("a place stands alone")
    if not place.title.strip() or not place.address.strip():
        raise ValueError("a place has a title and an address")
    return {"latitude": place.latitude, "longitude": place.longitude, "title": place.title, "address": place.address}


def _file(part: Part, enclosure: Enclosure) -> Call:
    if enclosure.file.kind not in ALONE:
        raise ValueError(f"Telegram sends no {enclosure.file.kind} of ours")
    method, name = ALONE[enclosure.file.kind]
    parameters = {name: _source(enclosure), **_worded("caption", part.blocks), **_keyboard(part.choices)}
    return Call(method, parameters, _uploads(part))


def _album(part: Part) -> Call:
    kinds = {each.file.kind for each in part.files}
    if part.choices or len(kinds) > 1 or not kinds <= IN_ALBUM or len(part.files) > ABILITIES.album_limit:
        raise ValueError("an album has one kind of file and no buttons")
    media: list[Json] = [{"type": each.file.kind.value, "media": _source(each)} for each in part.files]
    media[0] |= _worded("caption", part.blocks)
    return Call("sendMediaGroup", {"media": media}, _uploads(part))


def _uploads(part: Part) -> dict[str, Enclosure]:
    up = {f"file{each.file.id}": each for each in part.files if not each.handle}
    for each in up.values():
        limit = ABILITIES.photo_limit if each.file.kind is FileKind.PHOTO else ABILITIES.upload_limit
        if each.file.size > limit:  # the platform would cut the line halfway, and that looks as if it had arrived
            raise ValueError(f"file {each.file.id} has more than {limit} bytes")
    return up


def _source(enclosure: Enclosure) -> str:
    return enclosure.handle or f"attach://file{enclosure.file.id}"


def _worded(name: str, blocks: Sequence[Block]) -> Json:
    text, entities = wording(blocks)
    where = "entities" if name == "text" else f"{name}_entities"
    return {name: text, **({where: entities} if entities else {})}


def _keyboard(rows: Sequence[Sequence[Choice]]) -> Json:
    if not rows:
        return {}
    return {"reply_markup": {"inline_keyboard": [[_button(choice) for choice in row] for row in rows]}}


def _button(choice: Choice) -> Json:
    return {"text": choice.label, **({"url": choice.url} if choice.url else {"callback_data": choice.token})}


def _units(text: str) -> int:
    return length(text, ABILITIES)
