"""Which types of files platforms take (rule): known where a file is handed in, so that nobody finds out when it is sent."""

from collections.abc import Collection, Mapping
from typing import Final

from storage.records import ChannelKind, FileKind

UNKNOWN: Final = "application/octet-stream"
BY_KIND: Final = {
    FileKind.PHOTO: "image/jpeg", FileKind.VIDEO: "video/mp4", FileKind.AUDIO: "audio/mpeg", FileKind.VOICE: "audio/ogg",
}  # fmt: skip
BY_ENDING: Final = {
    "pdf": "application/pdf", "txt": "text/plain", "csv": "text/plain", "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "mp4": "video/mp4",
}  # fmt: skip
# The only types that a platform takes; one that is not named takes any.
TAKEN: Final[Mapping[ChannelKind, frozenset[str]]] = {
    ChannelKind.WHATSAPP: frozenset({*BY_KIND.values(), *BY_ENDING.values(), "video/3gpp", "audio/aac", "audio/mp4", "audio/amr"})
}


def mime(kind: FileKind, name: str, told: str) -> str:
    """The type of a file: as it came, else by its kind and by the ending of its name."""
    ending, given = name.lower().rpartition(".")[2], told.partition(";")[0].strip()
    return given.removeprefix(UNKNOWN) or BY_KIND.get(kind) or BY_ENDING.get(ending, UNKNOWN)


def refused(kinds: Collection[ChannelKind], kind: FileKind, name: str, told: str) -> bool:
    """Whether one of these platforms would not take a file."""
    return any(mime(kind, name, told) not in TAKEN[each] for each in kinds if each in TAKEN)
