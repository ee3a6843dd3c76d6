"""What a channel can carry. Asked, never guessed: no code outside a channel knows its name."""

from dataclasses import dataclass
from datetime import timedelta

from storage.records import FileKind


@dataclass(frozen=True)
class Abilities:
    """Limits of one channel. Lengths are in the channel's own unit, given by `utf16`."""

    text_limit: int = 4096
    asking_limit: int = 4096  # of a text with choices below it
    caption_limit: int = 1024
    captioned: frozenset[FileKind] = frozenset(FileKind)  # the kinds of files that take words
    album_limit: int = 10
    buttons_limit: int = 100
    label_limit: int = 64
    list_limit: int = 0  # rows of a list, which takes the choices that are no buttons; 0 where there are no lists
    row_limit: int = 24  # a row's title
    row_more_limit: int = 72  # what stands below it
    upload_limit: int = 50_000_000  # bytes, of a document
    photo_limit: int = 10_000_000  # bytes
    shrinks_up_to: int = 0  # bytes of a larger picture, which the channel makes smaller; 0 where it makes none
    film_limit: int = 50_000_000  # bytes, of video and sound
    download_limit: int = 20_000_000  # bytes
    keeps_files_for: timedelta | None = None  # how long a handle is good; None for ever
    open_for: timedelta | None = None  # how long after their last word a person may be written to freely; None for ever
    utf16: bool = True  # lengths count UTF-16 units, not characters
    can_replace: bool = True
    can_withdraw: bool = True
    can_offer: bool = True  # a menu of commands
    links_among_choices: bool = True  # else a link is a message's only button
    buttons_with_album: bool = False
    told_later: bool = False  # a message is only taken; what became of it, even that nobody has this address, comes as an event
