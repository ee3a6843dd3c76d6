"""The errand of reading an exported chat: its bytes are read where they come in, and kept nowhere."""

from dataclasses import dataclass
from datetime import datetime

from handlers.links.bridge.export import Export
from storage.records import AccountId


@dataclass(frozen=True)
class Chat:
    """An errand: an exported chat behind a handle of an account, at most `limit` bytes."""

    account_id: AccountId
    handle: str
    limit: int
    now: datetime  # in the zone of the office, which is taken for that of the phone


@dataclass(frozen=True)
class ChatRead:
    """What the chat holds, or why it could not be read: the seam's word for what to do next, or the archive's fault."""

    export: Export | None = None
    fault: str = ""
