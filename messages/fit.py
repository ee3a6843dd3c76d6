"""One card -> the platform messages a channel can carry, and what had to be said differently.

Words are never dropped and never altered: text that is too long goes on in the next part, split at a
paragraph, else at a sentence, else at a space, else between characters.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from messages.abilities import Abilities
from messages.card import Block, Card, Choice, Enclosure, Part, Style, texts
from messages.token import Token
from storage.records import FileKind

SEPARATOR: Final = "\n\n"
MORE: Final = "more"  # the action of a list's last row; its object is the choice that the next page begins with
Rows = tuple[tuple[Choice, ...], ...]


class Downgrade(StrEnum):
    """What was meant otherwise than it is sent."""

    SPLIT = "split"  # one text became several messages
    CAPTION_APART = "caption_apart"  # the text follows its pictures
    ALBUM_SPLIT = "album_split"  # more pictures than one album holds
    PHOTO_AS_DOCUMENT = "photo_as_document"  # too large for a picture
    PHOTO_SMALLER = "photo_smaller"  # too large for a picture, so it is sent smaller
    FILM_AS_DOCUMENT = "film_as_document"  # too large to be played where it stands
    LABEL_CUT = "label_cut"
    LINK_IN_TEXT = "link_in_text"  # an address among the words
    LISTED = "listed"  # choices in a list that is opened
    PAGED = "paged"  # in a list of several pages
    CHOICES_APART = "choices_apart"  # choices under a prompt of their own


class TooMuch(ValueError):
    """The card cannot be said on this channel at all."""


@dataclass(frozen=True)
class Phrases:
    """What a channel's own way of asking needs in words; a card need not know of it."""

    choose: str = ""  # opens a list
    more: str = ""  # its last row, where another page follows
    prompt: str = ""  # stands above choices that are parted from their text


SILENT: Final = Phrases()


@dataclass(frozen=True)
class Fitted:
    """The messages in the order in which they go, and the downgrades made."""

    parts: tuple[Part, ...]
    downgrades: frozenset[Downgrade]


def length(text: str, abilities: Abilities) -> int:
    """The length as the channel counts it: UTF-16 units or characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 if abilities.utf16 else len(text)


def fit(
    card: Card, abilities: Abilities, enclosures: Mapping[int, Enclosure], phrases: Phrases = SILENT, start: int = 0
) -> Fitted:
    """Fit a card to a channel; from `start` on it is only a later page of its choices.

    Raises TooMuch for what no part can carry, such as 101 buttons.
    """
    made: set[Downgrade] = set()
    whole = _asking(card, abilities, phrases, start, made)
    pin = (Part(place=card.place),) if card.place else ()
    if start and Downgrade.PAGED not in made:
        raise TooMuch("these choices have no pages")
    if start:
        return Fitted((replace(whole, blocks=texts(phrases.prompt)),), frozenset(made))
    albums = list(_albums([enclosures[each] for each in card.files], abilities, made))
    if albums and _fits_caption(albums, whole, abilities):
        return Fitted((*pin, *albums[:-1], replace(whole, files=albums[-1].files)), frozenset(made))
    if albums and card.blocks:
        made.add(Downgrade.CAPTION_APART)
    return Fitted((*pin, *albums, *_worded(whole, abilities, phrases, made)), frozenset(made))


def heading(label: str, abilities: Abilities) -> tuple[str, str]:
    """A choice as a row of a list: its title, and what goes on below it."""
    if length(label, abilities) <= abilities.row_limit:
        return label, ""
    cut = _head(label, abilities.row_limit + 1, abilities).rfind(" ")
    title = label[:cut] if cut > 0 else _head(label, abilities.row_limit, abilities)
    return title, label[len(title) :].lstrip()


def _asking(card: Card, abilities: Abilities, phrases: Phrases, start: int, made: set[Downgrade]) -> Part:
    """All words with all choices, these as the channel shows them."""
    blocks, rows = tuple(each for each in card.blocks if each.text.strip()), _in_one_line(card.choices)
    if not abilities.links_among_choices:
        blocks, rows = _told(blocks, rows, made)
    if rows and not blocks:
        blocks = texts(phrases.prompt)
    choices = [choice for row in rows for choice in row]
    if abilities.list_limit and not _are_buttons(choices, abilities):
        return Part(blocks, _listed(choices, abilities, phrases, start, made), menu=phrases.choose)
    if len(choices) > abilities.buttons_limit:
        raise TooMuch(f"more than {abilities.buttons_limit} buttons")
    return Part(blocks, tuple(tuple(_labelled(choice, abilities, made) for choice in row) for row in rows))


def _in_one_line(rows: Rows) -> Rows:
    """A label is one line, whatever somebody's words in it are: a row's title may not be blank."""
    return tuple(tuple(replace(each, label=" ".join(each.label.split())) for each in row) for row in rows)


def _told(blocks: tuple[Block, ...], rows: Rows, made: set[Downgrade]) -> tuple[tuple[Block, ...], Rows]:
    """Links among other choices go into the text; one alone stays a button."""
    links = [choice for row in rows for choice in row if choice.url]
    if not links or sum(len(row) for row in rows) == 1:
        return blocks, rows
    made.add(Downgrade.LINK_IN_TEXT)
    told = "\n".join(f"{each.label}: {each.url}" for each in links)
    rest = (tuple(choice for choice in row if not choice.url) for row in rows)
    return (*blocks, Block(told)), tuple(row for row in rest if row)


def _are_buttons(choices: Sequence[Choice], abilities: Abilities) -> bool:
    """Whether a channel that has lists can do without; a link is never in one."""
    if any(choice.url for choice in choices):
        return True
    labels = {choice.label for choice in choices}
    few = len(choices) <= abilities.buttons_limit and len(labels) == len(choices)
    return few and all(length(each, abilities) <= abilities.label_limit for each in labels)


def _listed(choices: Sequence[Choice], abilities: Abilities, phrases: Phrases, start: int, made: set[Downgrade]) -> Rows:
    if start >= len(choices):
        raise TooMuch(f"no page begins at {start}")
    made.add(Downgrade.LISTED)
    page, room = list(choices[start:]), abilities.list_limit
    if len(page) > room:
        page = [*page[: room - 1], Choice(phrases.more, str(Token(MORE, start + room - 1)))]
    if len(choices) > room:
        made.add(Downgrade.PAGED)
    return tuple((_titled(each, abilities, made),) for each in page)


def _titled(choice: Choice, abilities: Abilities, made: set[Downgrade]) -> Choice:
    _, rest = heading(choice.label, abilities)
    if length(rest, abilities) <= abilities.row_more_limit:
        return choice
    made.add(Downgrade.LABEL_CUT)
    shown = choice.label.removesuffix(rest)
    return replace(choice, label=f"{shown}{_head(rest, abilities.row_more_limit - 1, abilities).rstrip()}…")


def _labelled(choice: Choice, abilities: Abilities, made: set[Downgrade]) -> Choice:
    if length(choice.label, abilities) <= abilities.label_limit:
        return choice
    made.add(Downgrade.LABEL_CUT)
    return replace(choice, label=_head(choice.label, abilities.label_limit - 1, abilities).rstrip() + "…")


def _fits_caption(albums: Sequence[Part], whole: Part, abilities: Abilities) -> bool:
    """Whether words and choices may stand under the last file."""
    files = albums[-1].files
    limit = min(abilities.caption_limit, abilities.asking_limit) if whole.choices else abilities.caption_limit
    if _total(whole.blocks, abilities) > limit or any(each.file.kind not in abilities.captioned for each in files):
        return False
    if not whole.choices:
        return len(albums) == 1 or abilities.album_limit == 1
    plain = not whole.menu and (abilities.links_among_choices or not whole.choices[0][0].url)
    return plain and len(albums) == 1 and (len(files) == 1 or abilities.buttons_with_album)


def _worded(whole: Part, abilities: Abilities, phrases: Phrases, made: set[Downgrade]) -> list[Part]:
    """The words in as many messages as they need, the choices under the last, else under a prompt."""
    pages = [Part(blocks) for blocks in _pages(whole.blocks, abilities)]
    if len(pages) > 1:
        made.add(Downgrade.SPLIT)
    if not whole.choices:
        return pages
    if pages and _total(pages[-1].blocks, abilities) <= abilities.asking_limit:
        return [*pages[:-1], replace(whole, blocks=pages[-1].blocks)]
    made.add(Downgrade.CHOICES_APART)
    return [*pages, replace(whole, blocks=texts(phrases.prompt))]


def _albums(files: Sequence[Enclosure], abilities: Abilities, made: set[Downgrade]) -> Iterator[Part]:
    """Files of one kind together, at most an album's worth."""
    fitting = [_as_sendable(each, abilities, made) for each in files]
    kinds = list(dict.fromkeys(each.file.kind for each in fitting))
    for kind in kinds:
        same = [each for each in fitting if each.file.kind == kind]
        if len(same) > abilities.album_limit:
            made.add(Downgrade.ALBUM_SPLIT)
        for start in range(0, len(same), abilities.album_limit):
            yield Part(files=tuple(same[start : start + abilities.album_limit]))


def _as_sendable(each: Enclosure, abilities: Abilities, made: set[Downgrade]) -> Enclosure:
    if each.handle:
        return each
    limit = abilities.photo_limit if each.file.kind is FileKind.PHOTO else abilities.film_limit
    if each.file.size > abilities.upload_limit:
        raise TooMuch(f"file {each.file.id} has more than {abilities.upload_limit} bytes")
    if each.file.kind not in HEAVY or each.file.size <= limit:
        return each
    if each.file.kind is FileKind.PHOTO and each.file.size <= abilities.shrinks_up_to:
        made.add(Downgrade.PHOTO_SMALLER)
        return each
    made.add(HEAVY[each.file.kind])
    return replace(each, file=replace(each.file, kind=FileKind.DOCUMENT))


# What a file becomes that is too large to be shown: a document, which may be larger.
HEAVY: Final = {
    FileKind.PHOTO: Downgrade.PHOTO_AS_DOCUMENT,
    FileKind.VIDEO: Downgrade.FILM_AS_DOCUMENT,
    FileKind.AUDIO: Downgrade.FILM_AS_DOCUMENT,
    FileKind.VOICE: Downgrade.FILM_AS_DOCUMENT,
}


def _total(blocks: tuple[Block, ...], abilities: Abilities) -> int:
    return sum(length(block.text, abilities) for block in blocks) + len(SEPARATOR) * max(0, len(blocks) - 1)


def _pages(blocks: tuple[Block, ...], abilities: Abilities) -> Iterator[tuple[Block, ...]]:
    page: list[Block] = []
    for block in (piece for whole in blocks for piece in _pieces(whole, abilities)):
        if page and _total((*page, block), abilities) > abilities.text_limit:
            yield tuple(page)
            page = []
        page.append(block)
    if page:
        yield tuple(page)


def _pieces(block: Block, abilities: Abilities) -> Iterator[Block]:
    """A block that is longer than a message, in pieces that are not."""
    rest = block.text
    while length(rest, abilities) > abilities.text_limit:
        head = _head(rest, abilities.text_limit, abilities)
        cut = next((at for find in CUTS if (at := find(head)) > len(head) // 2), len(head))
        if piece := rest[:cut].rstrip():
            yield replace(block, text=piece)
        rest, block = rest[cut:].lstrip(), replace(block, style=Style.PLAIN if block.style is Style.TITLE else block.style)
    if rest.strip():
        yield replace(block, text=rest)


# Where a long text may be cut, the best place first: each gives the position behind it, or 0.
CUTS: tuple[Callable[[str], int], ...] = (
    lambda head: head.rfind("\n\n") + 1,
    lambda head: head.rfind("\n") + 1,
    lambda head: max(head.rfind(mark) for mark in (". ", "! ", "? ")) + 1,
    lambda head: head.rfind(" ") + 1,
)


def _head(text: str, limit: int, abilities: Abilities) -> str:
    """The longest start that fits, never half of what is seen as one character."""
    units = text.encode("utf-16-le", "surrogatepass")[: limit * 2]
    fitting = units.decode("utf-16-le", "ignore") if abilities.utf16 else text[:limit]
    whole = len(fitting)
    while 0 < whole < len(text) and _belongs(text, whole):
        whole -= 1
    return text[:whole] or fitting


def _belongs(text: str, at: int) -> bool:
    """Whether what stands there is seen as one with what stands before it: an accent, a skin, a family, a flag."""
    before, sign = text[:at], text[at]
    if sign in FLAGS:
        return (at - len(before.rstrip(FLAGS))) % 2 == 1
    return JOINER in {before[-1], sign} or sign in SKINS or unicodedata.category(sign) in {"Mn", "Me"}


JOINER: Final = "\u200d"
SKINS: Final = "🏻🏼🏽🏾🏿"
FLAGS: Final = "".join(chr(0x1F1E6 + letter) for letter in range(26))  # two letters make a flag
