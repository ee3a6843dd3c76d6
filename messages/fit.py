"""One card -> the platform messages a channel can carry, and what had to be said differently.

Words are never dropped and never altered: text that is too long goes on in the next part, split at a
paragraph, else at a sentence, else at a space, else between characters.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from messages.abilities import Abilities
from messages.card import Block, Card, Choice, Enclosure, Part, Style

SEPARATOR: Final = "\n\n"


class Downgrade(StrEnum):
    """What was meant otherwise than it is sent."""

    SPLIT = "split"  # one text became several messages
    CAPTION_APART = "caption_apart"  # the text follows its pictures
    ALBUM_SPLIT = "album_split"  # more pictures than one album holds
    PHOTO_AS_DOCUMENT = "photo_as_document"  # too large for a picture
    LABEL_CUT = "label_cut"


class TooMuch(ValueError):
    """The card cannot be said on this channel at all."""


@dataclass(frozen=True)
class Fitted:
    """The messages in the order in which they go, and the downgrades made."""

    parts: tuple[Part, ...]
    downgrades: frozenset[Downgrade]


def length(text: str, abilities: Abilities) -> int:
    """The length as the channel counts it: UTF-16 units or characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 if abilities.utf16 else len(text)


def fit(card: Card, abilities: Abilities, enclosures: Mapping[int, Enclosure]) -> Fitted:
    """Fit a card to a channel. Raises TooMuch for what no part can carry, such as 101 buttons."""
    files = tuple(enclosures[each] for each in card.files)
    made: set[Downgrade] = set()
    choices = _labelled(card.choices, abilities, made)
    if sum(len(row) for row in choices) > abilities.buttons_limit:
        raise TooMuch(f"more than {abilities.buttons_limit} buttons")
    albums = list(_albums(files, abilities, made))
    text = _total(card.blocks, abilities)
    if albums and _fits_caption(albums, text, choices, abilities):
        first = replace(albums[0], blocks=card.blocks, choices=choices)
        return Fitted((first, *albums[1:]), frozenset(made))
    if albums and card.blocks:
        made.add(Downgrade.CAPTION_APART)
    texts = [Part(blocks) for blocks in _pages(card.blocks, abilities)]
    if len(texts) > 1:
        made.add(Downgrade.SPLIT)
    if texts:
        texts[-1] = replace(texts[-1], choices=choices)
    return Fitted((*albums, *texts), frozenset(made))


def _labelled(rows: tuple[tuple[Choice, ...], ...], abilities: Abilities, made: set[Downgrade]) -> tuple[tuple[Choice, ...], ...]:
    def cut(choice: Choice) -> Choice:
        if length(choice.label, abilities) <= abilities.label_limit:
            return choice
        made.add(Downgrade.LABEL_CUT)
        return replace(choice, label=_head(choice.label, abilities.label_limit - 1, abilities).rstrip() + "…")

    return tuple(tuple(cut(choice) for choice in row) for row in rows)


def _fits_caption(albums: list[Part], text: int, choices: tuple[tuple[Choice, ...], ...], abilities: Abilities) -> bool:
    alone = len(albums) == 1 and len(albums[0].files) == 1
    return text <= abilities.caption_limit and (alone or not choices or abilities.buttons_with_album) and len(albums) == 1


def _albums(files: tuple[Enclosure, ...], abilities: Abilities, made: set[Downgrade]) -> Iterator[Part]:
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
    if each.handle or each.file.kind != "photo" or each.file.size <= abilities.photo_limit:
        return each
    made.add(Downgrade.PHOTO_AS_DOCUMENT)
    return replace(each, file=replace(each.file, kind=type(each.file.kind).DOCUMENT))


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
        yield replace(block, text=rest[:cut].rstrip())
        rest, block = rest[cut:].lstrip(), replace(block, style=Style.PLAIN if block.style is Style.TITLE else block.style)
    if rest:
        yield replace(block, text=rest)


# Where a long text may be cut, the best place first: each gives the position behind it, or 0.
CUTS: tuple[Callable[[str], int], ...] = (
    lambda head: head.rfind("\n\n") + 1,
    lambda head: head.rfind("\n") + 1,
    lambda head: max(head.rfind(mark) for mark in (". ", "! ", "? ")) + 1,
    lambda head: head.rfind(" ") + 1,
)


def _head(text: str, limit: int, abilities: Abilities) -> str:
    """The longest start that fits, never half a character."""
    if not abilities.utf16:
        return text[:limit]
    return text.encode("utf-16-le", "surrogatepass")[: limit * 2].decode("utf-16-le", "ignore")
