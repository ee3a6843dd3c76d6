"""Sentences in the reader's language, from the Fluent files under `words/`. Any error raises: a hole is not shipped."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from fluent_compiler.bundle import FluentBundle

from messages.card import BEGIN, END
from storage.records import Language

FOLDER = Path(__file__).with_name("words")
LOCALES = {Language.ID: "id-ID", Language.EN: "en-GB"}
# Babel knows WIB only as a long name, so the three zones of the country are a table.
ZONES = {"+0700": "WIB", "+0800": "WITA", "+0900": "WIT"}
SENTENCE = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)  # where one begins in a Fluent file
# *status* in a sentence of ours is emphasised; a star before a bracket is Fluent's own.
STARS = re.compile(r"(?<![\w*])\*([^\s*\[](?:[^*\n]*[^\s*])?)\*(?![\w*])")


class Words:
    """One language in one office: its sentences, and its moments in the office's zone."""

    def __init__(self, language: Language, zone: str, office: str, contact: str = "") -> None:
        self.language = language
        self.office = office
        self.contact = contact or office  # whom to ask, where somebody wants to speak to a person
        self._zone = ZoneInfo(zone)

    def __call__(self, sentence: str, **facts: str | int) -> str:
        """A sentence with its blanks filled. Codes and years are passed as strings, so that they stay plain."""
        text, errors = compiled(self.language, homes(self.language)[sentence.partition(".")[0]]).format(sentence, facts)
        if errors:
            raise ValueError(f"{sentence} in {self.language}: {errors[0]!r}")
        return str(text)

    def moment(self, stored: str | datetime) -> str:
        """A moment in full: Senin 23 Nov 2026 08.00 WIB."""
        local = self._local(stored)
        zone = ZONES.get(local.strftime("%z"), local.strftime("%Z"))
        pattern = {Language.ID: "EEEE d MMM y HH.mm", Language.EN: "EEEE d MMM y HH:mm"}[self.language]
        return f"{format_datetime(local, pattern, locale=self._locale)} {zone}"

    def day(self, stored: str | datetime) -> str:
        """The day of a moment: 23 Nov 2026."""
        return format_date(self._local(stored).date(), "d MMM y", locale=self._locale)

    def weekday(self, day: date) -> str:
        """A day of the office's calendar, which is no moment: Selasa 1 Des 2026."""
        return format_date(day, "EEEE d MMM y", locale=self._locale)

    def short(self, stored: str | datetime) -> str:
        """Day and hour without the year: 23/11 14.10."""
        pattern = {Language.ID: "d/M HH.mm", Language.EN: "d MMM HH:mm"}[self.language]
        return format_datetime(self._local(stored), pattern, locale=self._locale)

    def hour(self, stored: str | datetime) -> str:
        """The hour alone: 08.00."""
        return self._local(stored).strftime({Language.ID: "%H.%M", Language.EN: "%H:%M"}[self.language])

    def month(self, stored: str | datetime) -> str:
        """The month of a moment: Nov 2026."""
        return format_date(self._local(stored).date(), "MMM y", locale=self._locale)

    def month_of(self, day: date) -> str:
        """The month of a day of the office's calendar: Nov 2026."""
        return format_date(day, "MMM y", locale=self._locale)

    def number(self, whole: int) -> str:
        """A whole number in groups of three: 1.250.000."""
        return format_decimal(whole, locale=self._locale)

    @property
    def _locale(self) -> str:
        return LOCALES[self.language].replace("-", "_")

    def _local(self, stored: str | datetime) -> datetime:
        moment = datetime.fromisoformat(stored) if isinstance(stored, str) else stored
        return moment.astimezone(self._zone)


def sources(language: Language) -> list[Path]:
    """The Fluent files of a language, one per feature."""
    return sorted((FOLDER / language).glob("*.ftl"))


@cache
def homes(language: Language) -> Mapping[str, Path]:
    """In which file each sentence of a language stands."""
    found = [(name, path) for path in sources(language) for name in SENTENCE.findall(path.read_text(encoding="utf-8"))]
    twice = [name for name, times in Counter(name for name, _ in found).items() if times > 1]
    if twice:
        raise ValueError(f"in {language} twice: {twice}")
    return dict(found)


@cache
def compiled(language: Language, path: Path) -> FluentBundle:
    """The sentences of a file, compiled when the first of them is said: all together take seconds."""
    text = STARS.sub(rf"{BEGIN}\1{END}", path.read_text(encoding="utf-8"))
    return FluentBundle.from_string(LOCALES[language], text, use_isolating=False)
