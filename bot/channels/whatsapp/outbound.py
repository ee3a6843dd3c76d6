"""A part -> the body of the one request that says it, without the person it goes to: so it is made once. Pure.

The platform styles words by marks around them and knows no way to write such a mark plainly. So a style is set only
where its marks can be taken for nothing else, and is dropped where they could: the words are never touched.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, lru_cache
from typing import Final

from bot.channels.base import TemplateDraft, file_name
from messages import papers
from messages.abilities import Abilities
from messages.card import Block, Choice, Enclosure, Part, Style, Template, bare, spans
from messages.fit import SEPARATOR, heading, length
from storage.records import TALKS, ChannelKind, File, FileKind, Json

SHOWN: Final = {FileKind.PHOTO: "image", FileKind.DOCUMENT: "document", FileKind.VIDEO: "video"}  # with words under it
HEARD: Final = {FileKind.AUDIO: "audio", FileKind.VOICE: "audio"}
ABILITIES: Final = Abilities(
    asking_limit=1024, captioned=frozenset(SHOWN), album_limit=1, buttons_limit=3, label_limit=20, list_limit=10,
    upload_limit=100_000_000, photo_limit=5_000_000, shrinks_up_to=25_000_000, film_limit=16_000_000,
    open_for=TALKS[ChannelKind.WHATSAPP], utf16=False,
    can_replace=False, can_withdraw=False, can_offer=False, links_among_choices=False, told_later=True,
    keeps_files_for=timedelta(days=29),
)  # fmt: skip
MENU_LIMIT: Final = 20  # of what opens a list
TOKEN_LIMIT: Final = 200
USER_ID: Final = re.compile(r"[A-Z]{2}\.[A-Za-z0-9.]{1,140}")
BREAKS: Final = re.compile(r"[\n\r\t]| {4}")  # what no blank of a template may hold

BOLD, ITALIC = "*", "_"
MARKS: Final = frozenset("*_~`")
TURNS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # they would carry a mark elsewhere


@dataclass(frozen=True)
class Message:
    """A request's body, without its person."""

    body: Json

    @cached_property
    def tail(self) -> bytes:
        """The body as JSON, but for the opening brace: a person is put before it."""
        return json.dumps(self.body).encode()[1:]


@lru_cache(maxsize=64)  # a broadcast posts one part thousands of times
def message(part: Part) -> Message:
    """One new message; a file without a handle stands in it without one. ValueError for what WhatsApp cannot say in one."""
    if len(part.files) > 1:
        raise ValueError("WhatsApp has no albums")
    if part.template:
        contents = _templated(part.template)
    elif part.place:
        contents = {"type": "location", "location": _place(part)}
    elif any(part.choices):
        contents = {"type": "interactive", "interactive": _asking(part)}
    elif part.files:
        contents = _file(part.files[0], part.blocks)
    else:
        contents = {"type": "text", "text": {"body": _worded(part.blocks, ABILITIES.text_limit), "preview_url": False}}
    quoted = {"context": {"message_id": part.quotes}} if part.quotes else {}
    return Message({"messaging_product": "whatsapp", "recipient_type": "individual", **contents, **quoted})


def recipient(chat: str) -> Json:
    """The field that names a person. ValueError for what names nobody."""
    if chat.isascii() and chat.isdecimal():
        return {"to": chat}
    if USER_ID.fullmatch(chat):
        return {"recipient": chat}
    raise ValueError("neither a phone nor an id of a person")


def heard(message_id: str) -> Json:
    """That a message was read, and that somebody is typing."""
    typing = {"typing_indicator": {"type": "text"}}
    return {"messaging_product": "whatsapp", "status": "read", "message_id": message_id, **typing}


def submission(draft: TemplateDraft) -> Json:
    """A template that is put forward for review."""
    example = {"example": {"body_text": [list(draft.samples)]}} if draft.samples else {}
    components: list[Json] = [{"type": "BODY", "text": draft.body, **example}]
    if draft.labels:
        components.append({"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": each} for each in draft.labels]})
    named = {"name": draft.name, "language": draft.language.value, "category": draft.category}
    return {**named, "components": components}


def wording(blocks: Sequence[Block]) -> str:
    """Paragraphs as one text, with the marks of its styles where they are safe."""
    safe = not any("`" in block.text for block in blocks)  # three of them would go on over many lines
    return SEPARATOR.join(
        "\n".join(_styled(line, block.style) if safe else bare(line) for line in block.text.split("\n")) for block in blocks
    )


def _styled(line: str, style: Style) -> str:
    """A line, since no style goes on in the next."""
    plain = bare(line)
    if MARKS & set(plain) or TURNS & set(plain):
        return plain
    if style is Style.TITLE:
        return _around(BOLD, plain)
    pieces, marked = list(spans(line)), ""
    for at, (words, emphasised) in enumerate(pieces):
        before = pieces[at - 1][0][-1] if at else " "
        behind = pieces[at + 1][0][0] if at + 1 < len(pieces) else " "
        marked += _around(BOLD, words) if emphasised and _parts(before) and _parts(behind) else words
    return _around(ITALIC, plain) if style is Style.QUIET and marked == plain else marked


def _around(mark: str, words: str) -> str:
    """A mark on both sides, next to no blank; none where it would join what stands there."""
    core = words.strip()
    if not core or unicodedata.category(core[0]) in JOINING or unicodedata.category(core[-1]) == "Cf":
        return words
    return words.replace(core, f"{mark}{core}{mark}", 1)


def _parts(neighbour: str) -> bool:
    """Whether a mark beside a character stands outside every word."""
    return unicodedata.category(neighbour)[0] in "ZPSC" and unicodedata.category(neighbour) != "Cf"


JOINING: Final = frozenset({"Mn", "Mc", "Me", "Cf"})


def _worded(blocks: Sequence[Block], most: int) -> str:
    """Words with their styles, without them where that is too long. ValueError for none and for too many."""
    plain, styled = SEPARATOR.join(bare(block.text) for block in blocks), wording(blocks)
    if not plain.strip() or length(plain, ABILITIES) > most:
        raise ValueError(f"a message has 1 to {most} characters")
    return styled if length(styled, ABILITIES) <= most else plain


def _place(part: Part) -> Json:
    place = part.place
    if place is None or part.blocks or part.choices or part.files:
        raise ValueError("a place stands alone")
    return {"latitude": place.latitude, "longitude": place.longitude, "name": place.title, "address": place.address}


def _file(enclosure: Enclosure, blocks: Sequence[Block]) -> Json:
    kind = enclosure.file.kind
    if kind not in SHOWN | HEARD:
        raise ValueError(f"WhatsApp sends no {kind} of ours")
    if blocks and kind in HEARD:
        raise ValueError(f"no words stand under {kind}")
    name = (SHOWN | HEARD)[kind]
    caption = {"caption": _worded(blocks, ABILITIES.caption_limit)} if blocks else {}
    return {"type": name, name: {**_source(enclosure), **caption}}


def _source(enclosure: Enclosure) -> Json:
    most = max(limit(enclosure.file), ABILITIES.shrinks_up_to if shrinks(enclosure.file) else 0)
    if not enclosure.handle and enclosure.file.size > most:
        raise ValueError(f"file {enclosure.file.id} has more than {most} bytes")
    named = {"filename": file_name(enclosure)} if enclosure.file.kind is FileKind.DOCUMENT else {}
    return {"id": enclosure.handle, **named}


def mime(file: File) -> str:
    """The type under which a file goes up: as it came, else by its kind and its name."""
    found = papers.mime(file.kind, file.name, file.mime)
    return PLAINER.get(found, found)


# A type that the platform does not take -> what it is made of; the name tells the phone what to do with it.
PLAINER: Final = {"text/calendar": "text/plain"}


def limit(file: File) -> int:
    """How many bytes a file may have; its type decides, whatever it is sent as."""
    return LIMITS.get(mime(file).partition("/")[0], ABILITIES.upload_limit)


def shrinks(file: File) -> bool:
    """Whether a file that is too large is made smaller: a picture, whatever it is sent as."""
    return mime(file).startswith("image/")


LIMITS: Final = {"image": ABILITIES.photo_limit, "video": ABILITIES.film_limit, "audio": ABILITIES.film_limit}


def _asking(part: Part) -> Json:
    """Words with something to choose: a link, a list, or buttons, these under a file if there is one."""
    choices = [choice for row in part.choices for choice in row]
    kind = "cta_url" if choices[0].url else "list" if part.menu else "button"
    if part.files and kind != "button":
        raise ValueError("a file stands over reply buttons only")
    action = {"cta_url": _link, "list": _list, "button": _buttons}[kind](choices, part.menu)
    header = {"header": _header(part.files[0])} if part.files else {}
    return {"type": kind, **header, "body": {"text": _worded(part.blocks, ABILITIES.asking_limit)}, "action": action}


def _header(enclosure: Enclosure) -> Json:
    if enclosure.file.kind not in SHOWN:
        raise ValueError(f"no choices stand under {enclosure.file.kind}")
    name = SHOWN[enclosure.file.kind]
    return {"type": name, name: _source(enclosure)}


def _link(choices: Sequence[Choice], _menu: str) -> Json:
    if len(choices) > 1:
        raise ValueError("a link stands alone")
    label = _bounded(choices[0].label, ABILITIES.label_limit, "a label")
    return {"name": "cta_url", "parameters": {"display_text": label, "url": choices[0].url}}


def _buttons(choices: Sequence[Choice], _menu: str) -> Json:
    _check(choices, [each.label for each in choices], ABILITIES.buttons_limit)
    labels = [_bounded(each.label, ABILITIES.label_limit, "a label") for each in choices]
    replies = [{"id": each.token, "title": label} for each, label in zip(choices, labels, strict=True)]
    return {"buttons": [{"type": "reply", "reply": each} for each in replies]}


def _list(choices: Sequence[Choice], menu: str) -> Json:
    _check(choices, [each.token for each in choices], ABILITIES.list_limit)
    return {"button": _bounded(menu, MENU_LIMIT, "what opens a list"), "sections": [{"rows": [_row(each) for each in choices]}]}


def _row(choice: Choice) -> Json:
    title, rest = heading(choice.label, ABILITIES)
    below = {"description": _bounded(rest, ABILITIES.row_more_limit, "a row's rest")} if rest else {}
    return {"id": choice.token, "title": _bounded(title, ABILITIES.row_limit, "a row"), **below}


def _check(choices: Sequence[Choice], distinct: Sequence[str], most: int) -> None:
    tokens = {each.token for each in choices}
    if len(choices) > most or len(set(distinct)) < len(distinct) or len(tokens) < len(choices):
        raise ValueError(f"at most {most} choices, no two alike")
    if any(not 0 < len(each) <= TOKEN_LIMIT for each in tokens):
        raise ValueError(f"a choice that carries 1 to {TOKEN_LIMIT} characters is a button of ours")


def _bounded(text: str, most: int, what: str) -> str:
    if not text.strip() or length(text, ABILITIES) > most:
        raise ValueError(f"{what} has 1 to {most} characters")
    return text


def _templated(template: Template) -> Json:
    """Approved words, the values of their blanks, and what their buttons carry."""
    values = [bare(each) for each in template.values]
    if any(not each.strip() or BREAKS.search(each) for each in values):
        raise ValueError("a blank of a template is filled, in one line")
    parameters = [{"type": "text", "text": each} for each in values]
    components: list[Json] = [{"type": "body", "parameters": parameters}] if parameters else []
    for at, token in enumerate(template.tokens):
        payload = [{"type": "payload", "payload": token}]
        components.append({"type": "button", "sub_type": "quick_reply", "index": str(at), "parameters": payload})
    named = {"name": template.name, "language": {"code": template.language.value}}
    return {"type": "template", "template": {**named, **({"components": components} if components else {})}}
