"""What was written since somebody last looked, office by office: so that nobody looks again without a reason."""

import asyncio
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from storage.records import OfficeId

LONGEST = timedelta(minutes=1)  # a look is due this long after the last, whatever was foreseen or told by others


class Changes:
    """Counts the commits that changed something of an office."""

    def __init__(self) -> None:
        self._everywhere = 0
        self._in: Counter[OfficeId] = Counter()
        self._untold: set[OfficeId] | None = set()  # what other processes have not been told of; None for all
        self._stirred: dict[OfficeId | None, asyncio.Event] = {}  # who waits: for an office, or for any

    def note(self, offices: Iterable[OfficeId] | None, *, told: bool = False) -> None:
        """Something of these offices was changed, or of any for None. `told` where another process said so."""
        changed = None if offices is None else set(offices)
        if changed is None:
            self._everywhere += 1
        else:
            self._in.update(changed)
        if not told and self._untold is not None:
            self._untold = None if changed is None else self._untold | changed
        for office_id, event in self._stirred.items():
            if changed is None or office_id in changed or (office_id is None and changed):
                event.set()

    def untold(self) -> set[OfficeId] | None:
        """The offices of which something was changed here since the last such question; None for any."""
        found, self._untold = self._untold, set()
        return found

    def version(self, office_id: OfficeId) -> int:
        """A number that grows with each change of an office."""
        return self._everywhere + self._in[office_id]

    async def next(self, office_id: OfficeId | None, seconds: float) -> None:
        """Until something of an office is changed, or of any; at most so many seconds."""
        event = self._stirred.setdefault(office_id, asyncio.Event())
        event.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await event.wait()


class Watch:
    """Says whether a look at an office is worth it: something was changed since the last, or a foreseen moment has come."""

    def __init__(self, changes: Changes, office_id: OfficeId) -> None:
        self._changes = changes
        self._office_id = office_id
        self._looking = 0  # the version at which the last look began
        self._rested: int | None = None  # the version at which there was nothing to do
        self._until = datetime.min.replace(tzinfo=UTC)
        self.due: datetime | None = None

    def calls(self, now: datetime) -> bool:
        """Whether to look now. The look begins with this question, so that nothing written during it is missed."""
        self._looking = self._changes.version(self._office_id)
        return self._looking != self._rested or self._until <= now

    def rest(self, due: datetime | None, now: datetime) -> None:
        """There is nothing to do before a moment; with None, before something is changed."""
        self._rested, self.due = self._looking, due
        self._until = min(due or now + LONGEST, now + LONGEST)
