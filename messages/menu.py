"""The menu that a platform offers: a command, and what it does."""

from collections.abc import Iterable

from messages.wording import Words

# Command -> the sentence that says what it does; its attribute `word` is what is typed.
MENU: dict[str, str] = {
    "help": "menu-help",
}


def entries(words: Words, names: Iterable[str]) -> list[tuple[str, str]]:
    """The commands of these names as they are offered in one language, in the order of the table."""
    offered = set(names)
    return [(words(f"{MENU[name]}.word"), words(MENU[name])) for name in MENU if name in offered]
