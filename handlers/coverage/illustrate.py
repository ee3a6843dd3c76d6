"""The job behind a report: what is drawn and printed of some days, in one language, and to whom it goes."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Final

from handlers.coverage.counting import begin, countable, rows_of
from handlers.coverage.counts import by_day, by_outlet, counted, firsts
from handlers.coverage.errand import Bar, Book, Chart, Clipping, Illustrate, Illustrated
from handlers.span import Span
from messages import reports
from messages.card import News, Saying
from messages.wording import Words
from storage import coverage, delegates, files, inquiries, people
from storage.coverage import Row
from storage.database import OfficeDb
from storage.records import FileKind, Json, Language, Office, PersonId, Purpose, Role

OUTLETS: Final = 6
RELEASES: Final = 3
ENTRIES: Final = 500  # texts of a book: 8 seconds, and what somebody may still leaf through
DOCUMENT, PICTURE = "application/pdf", "image/png"


class IllustrateReport:
    """The job: rows are read in one transaction, drawn with none open, and told in another."""

    async def ask(self, db: OfficeDb, facts: Json) -> Illustrate:
        """What is to be drawn, with the words of the language."""
        words = Words(Language(facts["language"]), db.office.zone, db.office.name)
        rows = await rows_asked(db, facts)
        # Hundreds of texts are put into words: not while others wait for the loop.
        return await asyncio.to_thread(illustrated, db.office, words, await numbers(db, facts, rows), rows)

    async def tell(self, db: OfficeDb, facts: Json, found: Illustrated, now: datetime) -> tuple[News, ...]:
        """The chart with its numbers, and the book, to each who is to have them."""
        name = f"{facts['kind']}-{facts['first']}"
        chart = await files.made(db, f"{name}.png", PICTURE, *found.chart, now, kind=FileKind.PHOTO)
        book = await files.made(db, f"{name}.pdf", DOCUMENT, *found.book, now)
        purpose = Purpose.REPLY if facts["person"] else Purpose.DIGEST
        drawn = Saying("coverage_report", found.said | {"files": [chart]}, purpose=purpose, subject=f"report:{name}")
        bound = Saying("coverage_book", found.said | {"files": [book]}, purpose=purpose, subject=f"report:{name}")
        return tuple(News(who, each) for who in await _readers(db, facts) for each in (drawn, bound))


async def _readers(db: OfficeDb, facts: Json) -> list[PersonId]:
    if facts["person"]:
        return [PersonId(facts["person"])]
    readers = await delegates.with_copies(db, await people.with_roles(db, (Role.OFFICIAL,)))
    return [each.id for each in readers if each.language == facts["language"]]


async def rows_asked(db: OfficeDb, facts: Json) -> list[Row]:
    """The recognised links of the days, of those that tell of the words where some are named."""
    days = span(facts)
    if not facts["words"]:
        return await rows_of(db, days)
    since, until = begin(db.office, days.first), begin(db.office, date.fromordinal(days.last.toordinal() + 1))
    return await coverage.recognised(db, since, until, about=facts["words"])


async def numbers(db: OfficeDb, facts: Json, rows: Sequence[Row]) -> Json:
    """All numbers that are said, drawn and printed of these days: counted once."""
    days = span(facts)
    before = Span(*(date.fromisoformat(each) for each in facts["before"]))
    about = Counter((each.release, each.headline) for each in rows if each.release)
    most = sorted(about.items(), key=lambda each: (-each[1], each[0][0]))[:RELEASES]
    return {
        "kind": facts["kind"],
        "words": " ".join(facts["words"]),
        "at": facts["at"],
        "first": begin(db.office, days.first).isoformat(),
        "last": begin(db.office, days.last).isoformat(),
        "numbers": asdict(counted(countable(rows, db.office))),
        "before": asdict(counted(countable(await rows_of(db, before), db.office))),
        "questions": len(await inquiries.open_ones(db)),
        "releases": [{"code": f"R-{number}", "headline": headline, "links": links} for (number, headline), links in most],
        "days": [facts["first"], facts["last"]],
    }


def illustrated(office: Office, words: Words, said: Json, rows: Sequence[Row]) -> Illustrate:
    """The chart and the book of some rows, in words."""
    texts = grouped(office, rows)
    whole = said | {"entries": min(len(texts), ENTRIES), "left": max(len(texts) - ENTRIES, 0)}
    return Illustrate(_chart(office, words, whole, rows), _book(words, whole, texts[:ENTRIES]), whole)


def span(facts: Json) -> Span:
    """The days of a report."""
    return Span(date.fromisoformat(facts["first"]), date.fromisoformat(facts["last"]))


def grouped(office: Office, rows: Sequence[Row]) -> list[list[Row]]:
    """Rows by their text, in the order of the first of each; what nobody could read stands by itself."""
    same = firsts(countable(rows, office))
    found: dict[int, list[Row]] = {}
    for each in rows:
        found.setdefault(same.get(each.id, each.id), []).append(each)
    return list(found.values())


def _chart(office: Office, words: Words, said: Json, rows: Sequence[Row]) -> Chart:
    links = countable(rows, office)
    days = by_day(links, *(date.fromisoformat(each) for each in said["days"]))
    bars = tuple(Bar(reports.short_day(words, each.day), each.links, each.texts) for each in days)
    under = f"{reports.span(words, said['first'], said['last'])} · {words.office}"
    most = by_outlet(links)[:OUTLETS]
    called, different, outlets = reports.legend(words, len(most), said["numbers"]["outlets"])
    return Chart(reports.title(words, said), under, bars, called, different, outlets, most, reports.lines(words, said))


def _book(words: Words, said: Json, texts: Sequence[Sequence[Row]]) -> Book:
    days = f"{reports.span(words, said['first'], said['last'])} · {words.office}"
    title = reports.title(words, said | {"kind": "clippings"})
    clippings = tuple(Clipping(*reports.clipping(words, [_row(each) for each in rows])) for rows in texts)
    cover = reports.cover(words, said, said["at"], said["left"])
    return Book(title, days, cover, clippings, reports.page(words), datetime.fromisoformat(said["at"]), words.language)


def _row(row: Row) -> Json:
    release = f"R-{row.release}" if row.release else ""
    return vars(row) | {"code": f"L-{row.number}", "release": release, "at": row.received_at}
