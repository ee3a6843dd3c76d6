"""How fast an account may send: sliding windows, never a bucket that may burst above the limit. Moments are monotonic seconds."""

from collections import deque
from dataclasses import dataclass, field
from math import ceil


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

    @property
    def seconds(self) -> float:
        """How long what was sent counts."""
        return self.limit.seconds + JITTER

    def wait(self, now: float) -> float:
        """Seconds until one more may go."""
        while self.sent and now - self.sent[0] >= self.seconds:
            self.sent.popleft()
        if len(self.sent) < self.limit.count:
            return 0.0
        return self.sent[len(self.sent) - self.limit.count] + self.seconds - now

    def room(self, by: float, span: float) -> int:
        """How many more may have gone by a moment: what is free then, and no more than is left of a span's share.

        A share is half as much again as an even one, so that what comes late is made up for.
        """
        counted = sum(1 for moment in self.sent if moment > by - self.seconds)
        of_late = sum(1 for moment in reversed(self.sent) if moment > by - 2 * span)
        share = ceil(self.limit.count / self.limit.seconds * span * 1.5)
        return max(0, min(self.limit.count - counted, share - of_late))

    def idle(self, now: float) -> bool:
        """Whether nothing of what was sent counts any more."""
        return not self.sent or now - self.sent[-1] >= self.seconds

    def count(self, now: float) -> None:
        """One more went."""
        self.sent.append(now)


FREE = Limit(1_000_000, 1.0)
# Telegram: about 30 a second in all, of which broadcasts leave 5 to replies, and one a second to a chat.
ACCOUNT = Limit(30, 1.0)
BROADCAST = Limit(25, 1.0)
CHAT = Limit(1, 1.0)
# On its way a message may lose some milliseconds that the next does not lose, and the platform counts at its own door.
JITTER = 0.015  # seconds by which our windows are longer
TICK = 0.1  # seconds for which messages are taken at a time: a reply waits no longer behind a broadcast
AT_ONCE = 256


class Pace:
    """The windows of one account. A chat's burst of replies may be quicker than its broadcasts: people read on."""

    def __init__(self, account: Limit = ACCOUNT, broadcast: Limit = BROADCAST, chat: Limit = CHAT) -> None:
        self._account = Window(account)
        self._broadcast = Window(broadcast)
        self._chat_limit = chat
        self._chats: dict[str, Window] = {}  # the last used stands last
        self._closed_until = 0.0

    def room(self, now: float, *, bulk: bool, late: float = 0.0) -> int:
        """How many messages may go within the next tick, evenly over the second; at most a batch.

        Who was `late` by some seconds, for the machine had much else to do, takes the share of that time at once.
        """
        if self._closed_until > now + TICK:
            return 0
        windows = [self._account, self._broadcast] if bulk else [self._account]
        return min(AT_ONCE, *(window.room(now + TICK, max(TICK, late)) for window in windows))

    def resting(self, now: float) -> list[str]:
        """The chats that have to wait for longer than a tick."""
        return [chat for chat, window in self._chats.items() if window.wait(now) > TICK]

    def wait(self, chat: str, *, bulk: bool, now: float) -> float:
        """Seconds until a message to this chat may go."""
        chat_wait = self._chats[chat].wait(now) if chat in self._chats else 0.0
        bulk_wait = self._broadcast.wait(now) if bulk else 0.0
        return max(self._closed_until - now, self._account.wait(now), chat_wait, bulk_wait, 0.0)

    def count(self, chat: str, *, bulk: bool, now: float) -> None:
        """A message to this chat goes now."""
        self._account.count(now)
        window = self._chats.pop(chat, None) or Window(self._chat_limit)
        window.count(now)
        self._chats[chat] = window
        if bulk:
            self._broadcast.count(now)
        while (first := next(iter(self._chats))) != chat and self._chats[first].idle(now):
            del self._chats[first]

    def close(self, seconds: float, now: float) -> None:
        """Nothing goes for a while: the platform said so."""
        self._closed_until = max(self._closed_until, now + seconds)

    def closed(self, now: float) -> bool:
        """Whether the platform said that nothing may go now."""
        return self._closed_until > now
