"""What a channel can carry. Asked, never guessed: no code outside a channel knows its name."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Abilities:
    """Limits of one channel. Lengths are in the channel's own unit, given by `utf16`."""

    text_limit: int = 4096
    caption_limit: int = 1024
    album_limit: int = 10
    buttons_limit: int = 100
    label_limit: int = 64
    upload_limit: int = 50_000_000  # bytes, of a document
    photo_limit: int = 10_000_000  # bytes
    download_limit: int = 20_000_000  # bytes
    utf16: bool = True  # lengths count UTF-16 units, not characters
    can_replace: bool = True
    can_withdraw: bool = True
    buttons_with_album: bool = False
