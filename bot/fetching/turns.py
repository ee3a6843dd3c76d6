"""When a host may be asked next: at most once a second, and not while it rests. Moments are monotonic seconds (rule)."""

MANY = 1000  # hosts


class Turns:
    """The next free moment of each host."""

    def __init__(self, gap: float) -> None:
        self._gap = gap
        self._free: dict[str, float] = {}
        self._rests: dict[str, float] = {}

    def wait(self, host: str, now: float) -> float:
        """Seconds until a host would be asked, if it were booked now."""
        return max(self._free.get(host, now) - now, self.rest(host, now), 0.0)

    def book(self, host: str, now: float) -> float:
        """Take the next turn; gives the seconds until then."""
        wait = self.wait(host, now)
        self._free[host] = now + wait + self._gap
        self._forget(now)
        return wait

    def close(self, host: str, seconds: float, now: float) -> None:
        """A host asked to be left alone for a while."""
        self._rests[host] = max(self._rests.get(host, 0.0), now + seconds)

    def rest(self, host: str, now: float) -> float:
        """Seconds for which a host is still to be left alone."""
        return max(self._rests.get(host, now) - now, 0.0)

    def _forget(self, now: float) -> None:
        for moments in (self._free, self._rests):
            if len(moments) > MANY:
                for host in [each for each, until in moments.items() if until <= now]:
                    del moments[host]
