"""Sentences, moments and numbers in the reader's language and the office's zone."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import babel.dates
import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from messages.card import BEGIN, END, spans
from messages.wording import STARS, Words, compiled, sources
from storage.records import Language

ID, EN = Language.ID, Language.EN
WIB, WITA, WIT = "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"
MORNING, NIGHT, NEW_YEAR = "2026-11-23T01:00:00+00:00", "2026-05-01T17:30:00+00:00", "2026-12-31T17:00:00+00:00"
MARKS = set("✅⏳⚠❌\ufe0f")  # all that a sentence may be decorated with; a warning has its emoji form

MOMENTS = (
    (ID, WIB, MORNING, "Senin 23 Nov 2026 08.00 WIB"),
    (ID, WITA, MORNING, "Senin 23 Nov 2026 09.00 WITA"),
    (ID, WIT, MORNING, "Senin 23 Nov 2026 10.00 WIT"),
    (EN, WIB, MORNING, "Monday 23 Nov 2026 08:00 WIB"),
    (EN, WITA, MORNING, "Monday 23 Nov 2026 09:00 WITA"),
    (EN, WIT, MORNING, "Monday 23 Nov 2026 10:00 WIT"),
    (ID, WIB, NIGHT, "Sabtu 2 Mei 2026 00.30 WIB"),  # the day turns where the office is
    (EN, WIT, NIGHT, "Saturday 2 May 2026 02:30 WIT"),
    (ID, WIB, NEW_YEAR, "Jumat 1 Jan 2027 00.00 WIB"),
    (ID, WITA, NEW_YEAR, "Jumat 1 Jan 2027 01.00 WITA"),
    (ID, "Asia/Pontianak", MORNING, "Senin 23 Nov 2026 08.00 WIB"),
    (ID, WIB, "2026-11-23T10:00:00+09:00", "Senin 23 Nov 2026 08.00 WIB"),  # stored with another offset
    (EN, "UTC", MORNING, "Monday 23 Nov 2026 01:00 UTC"),
)
Said = Callable[[Words, str], str]
SHORTER: dict[str, tuple[Said, str, str]] = {  # how it is said, Indonesian, English
    "day": (Words.day, "2 Mei 2026", "2 May 2026"),
    "short": (Words.short, "2/5 00.30", "2 May 00:30"),
    "hour": (Words.hour, "00.30", "00:30"),
    "month": (Words.month, "Mei 2026", "May 2026"),
}
NUMBERS = (
    (EN, 0, "⏳ 0 links wait for a verifier, the oldest since 2 May."),
    (EN, 1, "⏳ 1 link waits for a verifier, the oldest since 2 May."),
    (EN, 2, "⏳ 2 links wait for a verifier, the oldest since 2 May."),
    (EN, 1234, "⏳ 1,234 links wait for a verifier, the oldest since 2 May."),
    (ID, 1, "⏳ 1 link menunggu verifikator, yang terlama sejak 2 May."),
    (ID, 1234, "⏳ 1.234 link menunggu verifikator, yang terlama sejak 2 May."),
)


def spoken(language: Language, zone: str = WIB) -> Words:
    return Words(language, zone, "Humas Kab. Teladan")


@pytest.mark.parametrize(("language", "zone", "stored", "said"), MOMENTS)
def test_a_moment_is_said_in_full_where_the_office_is(language: Language, zone: str, stored: str, said: str) -> None:
    assert spoken(language, zone).moment(stored) == said


@pytest.mark.parametrize(("say", "indonesian", "english"), SHORTER.values(), ids=SHORTER)
def test_a_moment_is_said_shorter(say: Said, indonesian: str, english: str) -> None:
    assert (say(spoken(ID), NIGHT), say(spoken(EN), NIGHT)) == (indonesian, english)


@pytest.mark.parametrize("say", [Words.moment, *(say for say, _, _ in SHORTER.values())], ids=["moment", *SHORTER])
@pytest.mark.parametrize("language", Language)
def test_the_machine_s_own_language_changes_nothing(say: Said, language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    before = say(spoken(language), NIGHT)
    monkeypatch.setattr(babel.dates, "LC_TIME", "de_DE")
    assert say(spoken(language), NIGHT) == before


@pytest.mark.parametrize(("language", "number", "said"), NUMBERS)
def test_numbers_have_their_plural_and_their_signs(language: Language, number: int, said: str) -> None:
    assert spoken(language)("coverage-waiting", waiting=number, since="2 May") == said


def test_a_year_given_as_a_string_stays_plain() -> None:
    assert "2026" in spoken(ID)("coverage-yesterday", day="23 Nov 2026")


@pytest.mark.parametrize("language", Language)
def test_a_sentence_that_does_not_exist_raises(language: Language) -> None:
    with pytest.raises(KeyError):
        spoken(language)("coverage-nobody-wrote-this")


@pytest.mark.parametrize("language", Language)
def test_an_unfilled_blank_raises(language: Language) -> None:
    with pytest.raises(ValueError, match="coverage-waiting"):
        spoken(language)("coverage-waiting", waiting=3)


@pytest.mark.parametrize("language", Language)
def test_what_is_filled_in_is_said_as_it_is(language: Language) -> None:
    for hostile in ("{ $office }", "*tebal*", "<b>", "{", "\\", '"', "\u202e", "a\nb"):
        said = spoken(language)("coverage-title", office=hostile, when="1")
        assert hostile in said
        assert BEGIN not in said


def test_stars_are_emphasis_and_nothing_else() -> None:
    said = spoken(ID)("desk-can-status")
    assert [words for words, strong in spans(said) if strong] == ["status", "status L-12"]
    assert [STARS.sub("!", text) for text in ("2*3*4", "* a *", "a ** b", "*[other] x", "*a*")] == [
        "2*3*4", "* a *", "a ** b", "*[other] x", "!",
    ]  # fmt: skip


class Texts(Visitor):
    """The words that a file says, without its blanks and plurals."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def visit_TextElement(self, node: fluent.TextElement) -> None:  # noqa: N802 - the library's name
        self.said.append(node.value)


@pytest.mark.parametrize(
    "path", [path for language in Language for path in sources(language)], ids=lambda path: "/".join(path.parts[-2:])
)
def test_sentences_are_decorated_with_four_marks_and_no_star_is_left_over(path: Path) -> None:
    texts = Texts()
    texts.visit(FluentParser().parse(STARS.sub(rf"{BEGIN}\1{END}", path.read_text(encoding="utf-8"))))
    said = "".join(texts.said)
    assert "*" not in said
    assert said.count(BEGIN) == said.count(END)
    assert {sign for sign in said if unicodedata.category(sign) in {"So", "Cf", "Mn"}} <= MARKS


def test_a_file_is_compiled_once() -> None:
    [first, *_] = sources(ID)
    assert compiled(ID, first) is compiled(ID, first)
