"""How fast an account may send: sliding windows, never a bucket that may burst above the limit. Moments are monotonic seconds."""

from collections import deque
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Limit:
    """At most `count` in any `seconds`."""

    count: int
    seconds: float


@dataclass
class Window:
    """One sliding window over the moments of what was sent."""

    limit: Limit
    sent: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Seconds until one more may go."""
        while self.sent and now - self.sent[0] >= self.limit.seconds:
            self.sent.popleft()
        if len(self.sent) < self.limit.count:
            return 0.0
        return self.sent[len(self.sent) - self.limit.count] + self.limit.seconds - now

    def count(self, now: float) -> None:
        """One more went."""
        self.sent.append(now)


# Telegram: about 30 a second in all, of which broadcasts leave 5 to replies, and one a second to a chat.
ACCOUNT = Limit(30, 1.0)
BROADCAST = Limit(25, 1.0)
CHAT = Limit(1, 1.0)


class Pace:
    """The windows of one account. A chat's burst of replies may be quicker than its broadcasts: people read on."""

    def __init__(self, account: Limit = ACCOUNT, broadcast: Limit = BROADCAST, chat: Limit = CHAT) -> None:
        self._account = Window(account)
        self._broadcast = Window(broadcast)
        self._chat_limit = chat
        self._chats: dict[str, Window] = {}
        self._closed_until = 0.0

    def wait(self, chat: str, *, bulk: bool, now: float) -> float:
        """Seconds until a message to this chat may go."""
        windows = [self._account, self._chats.get(chat, Window(self._chat_limit))]
        if bulk:
            windows.append(self._broadcast)
        return max(self._closed_until - now, *(window.wait(now) for window in windows), 0.0)

    def count(self, chat: str, *, bulk: bool, now: float) -> None:
        """A message to this chat goes now."""
        self._account.count(now)
        self._chats.setdefault(chat, Window(self._chat_limit)).count(now)
        if bulk:
            self._broadcast.count(now)
        if len(self._chats) > 1000:  # forget chats whose windows are empty
            self._chats = {name: each for name, each in self._chats.items() if each.wait(now) > 0 or each.sent}

    def close(self, seconds: float, now: float) -> None:
        """Nothing goes for a while: the platform said so."""
        self._closed_until = max(self._closed_until, now + seconds)
