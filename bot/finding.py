"""What somebody who looks after the desk is told: one thing looked at, in one line."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `remedy` says what to do where it is not good."""

    good: bool
    subject: str
    words: str
    remedy: str = ""

    def __str__(self) -> str:
        line = f"{'✅' if self.good else '❌'} {self.subject}: {self.words}"
        return f"{line}. {self.remedy}" if self.remedy else line
