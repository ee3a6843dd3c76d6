"""A card for a weak signal: words alone, and its choices named with the numbers that can be typed."""

from dataclasses import replace

from messages.card import Block, Card, Style
from messages.wording import Words

LIMIT = 1000  # characters of one message: what is lost on the way is sent again whole


def plain(card: Card, words: Words, *, asked: bool) -> Card:
    """The same without its files, unless they were asked for; what is left out is said."""
    dropped = 0 if asked else len(card.files)
    labels = [choice.label for row in card.choices for choice in row if choice.token]
    numbered = " · ".join(f"{number} {label}" for number, label in enumerate(labels, 1))
    notes = (words("plain-files", count=dropped) if dropped else "", words("plain-choices", choices=numbered) if labels else "")
    small = tuple(Block(each, Style.QUIET) for each in notes if each)
    return replace(card, blocks=(*card.blocks, *small), files=card.files if asked else ())
