"""Hours of service: when questions are read, and until when an answer is promised (rule)."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.workdays import is_workday
from storage.records import Rules

HOUR = timedelta(hours=1)
FARTHEST = 366  # days; an office that never opens promises nothing


@dataclass(frozen=True)
class Service:
    """The hours in which an office answers: its rules, its zone, and the days on which it is closed."""

    rules: Rules
    zone: ZoneInfo
    off: Container[date] = ()

    def opens(self, moment: datetime) -> datetime:
        """The moment itself while the office is open, else when it opens next."""
        return self._spans(moment)[0][0]

    def is_open(self, moment: datetime) -> bool:
        """Whether questions are read now."""
        return self.opens(moment) == moment

    def after(self, moment: datetime, hours: int) -> datetime:
        """The moment at which the office has been open for so many hours since."""
        left, spans = HOUR * hours, self._spans(moment, HOUR * hours)
        for begins, ends in spans:
            if left <= ends - begins:
                return begins + left
            left -= ends - begins
        raise LookupError("no office is closed for a year")  # impossible: `_spans` gives enough of them

    def due(self, asked: datetime) -> datetime:
        """Until when what is asked now is answered."""
        return self.after(asked, self.rules.answer_hours)

    def reminder(self, asked: datetime) -> datetime:
        """When staff are reminded of it: an hour of service before that, and where there is but one hour, as that begins."""
        return self.after(asked, self.rules.answer_hours - 1) if self.rules.answer_hours > 1 else self.opens(asked)

    def _spans(self, moment: datetime, needed: timedelta = timedelta()) -> list[tuple[datetime, datetime]]:
        """What is left of the day, and the days that follow, until they hold what is needed."""
        found: list[tuple[datetime, datetime]] = []
        first = moment.astimezone(self.zone).date()
        for day in (first + timedelta(days=each) for each in range(FARTHEST)):
            begins, ends = max(moment, self._at(day, self.rules.service_from)), self._at(day, self.rules.service_until)
            if is_workday(day, self.off) and begins < ends:
                found.append((begins, ends))
                needed -= ends - begins
                if needed <= timedelta():
                    return found
        raise LookupError("no office is closed for a year")

    def _at(self, day: date, hour: str) -> datetime:
        return datetime.combine(day, time.fromisoformat(hour), self.zone).astimezone(UTC)
