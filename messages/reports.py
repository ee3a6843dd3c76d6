"""The week and the month for officials: the words of chart and clippings, and what is said beside them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from messages.card import Block, Card, Style, texts
from messages.coverage import different
from messages.wording import Words

Facts = Mapping[str, Any]
TITLES = {"week": "report-week", "month": "report-month", "clippings": "report-clippings"}
BEFORE = {"week": "report-week-before", "month": "report-month-before"}
HEADLINE = 40  # characters of a release's
OPENING = 320  # characters of a text's first lines
OFFICE = 120
ALSO = 10  # further addresses of the same text


def span(words: Words, first: str, last: str) -> str:
    """The days of a report: 20 Nov 2026 to 26 Nov 2026."""
    day, until = words.day(first), words.day(last)
    return day if day == until else words("coverage-span", first=day, last=until)


def title(words: Words, facts: Facts) -> str:
    """What the report is."""
    said = words(TITLES[facts["kind"]])
    return f"{said}: {facts['words']}" if facts["words"] else said


def numbers(words: Words, counted: Facts) -> str:
    """Links, texts and outlets in one sentence or two; only what is known."""
    if not counted["links"]:
        return words("report-none")
    said = words("officials-news-numbers", links=counted["links"], outlets=counted["outlets"])
    return f"{said}{different(words, counted)}"


def lines(words: Words, facts: Facts) -> tuple[str, ...]:
    """What is said of the days: the numbers, those before, what is unanswered, and the releases with most links."""
    said = [numbers(words, facts["numbers"])]
    if facts["kind"] in BEFORE:
        before = facts["before"]
        change = facts["numbers"]["links"] - before["links"]
        blanks = {"links": before["links"], "texts": before["texts"], "outlets": before["outlets"]}
        said.append(words(BEFORE[facts["kind"]], change=f"{change:+d}".replace("-", "−"), **blanks))
        said.append(words("report-questions", number=facts["questions"]))
    said += [words("report-release", code=each["code"], headline=_cut(each["headline"], HEADLINE), links=each["links"])
             for each in facts["releases"]]  # fmt: skip
    return tuple(said)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def report(words: Words, facts: Facts) -> Card:
    """The chart with its numbers; the clippings follow."""
    days = span(words, facts["first"], facts["last"])
    heading = Block(f"{title(words, facts)}, {days} · {words.office[:OFFICE]}", Style.TITLE)
    return Card((heading, *texts("\n".join(lines(words, facts)))), files=tuple(facts["files"]))


def book(words: Words, facts: Facts) -> Card:
    """The clippings as a document."""
    left = words("report-book-left", most=facts["entries"], number=facts["left"]) if facts["left"] else ""
    return Card(texts(words("report-book", entries=facts["entries"]), left), files=tuple(facts["files"]))


def coming(words: Words, facts: Facts) -> Card:
    """It is being made."""
    return Card(texts(words("report-coming", title=title(words, facts), span=span(words, facts["first"], facts["last"]))))


def how(words: Words, facts: Facts) -> Card:
    """The words name no days that have been, or are too many."""
    return Card(texts(words("report-how", typed=facts["typed"]) if facts["typed"] else words("report-long")))


def legend(words: Words, shown: int, outlets: int) -> tuple[str, str, str]:
    """What the two kinds of bars are, and what stands above the outlets: also how many there are beside those shown."""
    most = words("report-outlets-of", shown=shown, outlets=outlets) if outlets > shown else words("report-outlets")
    return words("report-links"), words("report-texts"), most


def short_day(words: Words, day: date) -> str:
    """A day below a bar: 23/11."""
    return words("report-day", day=str(day.day), month=str(day.month))


def page(words: Words) -> str:
    """Below each page; the two numbers are filled in where pages are counted."""
    return words("report-page", page="{page}", pages="{pages}")


def cover(words: Words, facts: Facts, made: str, left: int) -> tuple[str, ...]:
    """What stands on the cover."""
    cut = words("report-book-left", most=facts["entries"], number=left) if left else ""
    kept = (*lines(words, facts), words("report-made", moment=words.moment(made)), words("report-letters"), cut)
    return tuple(each for each in kept if each)


def clipping(words: Words, rows: Sequence[Facts]) -> tuple[str, str, tuple[str, ...], str]:
    """An entry: its title, where and when, its addresses, and the first lines. The rows have the same text, the first leads."""
    first, *others = rows
    known = [first["outlet"] or words("report-outlet-unknown"), words.moment(first["at"]), first["code"], first["release"]]
    known += [words("report-same", number=len(others))] if others else []
    also = [" · ".join(each for each in (one["outlet"], one["code"], one["address"]) if each) for one in others[:ALSO]]
    also += [words("officials-left", number=len(others) - ALSO)] if len(others) > ALSO else []
    opening = _cut(" ".join(first["opening"].split()), OPENING) if first["read"] else words("report-unread")
    named = first["title"] or first["headline"] or words("report-untitled")
    return named, " · ".join(each for each in known if each), (first["address"], *also), opening


CARDS = {"coverage_report": report, "coverage_book": book, "coverage_coming": coming, "coverage_how": how}
