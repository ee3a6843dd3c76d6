"""Journalists' questions: each a ticket that somebody holds until it is answered, with all that was asked and answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func

from storage import offices
from storage.database import OfficeDb, as_record, as_records
from storage.records import InquiryState, InvitationId, Person, PersonId, ReleaseId, Terms
from storage.tables import inquiries, inquiry_answers, inquiry_questions

UNANSWERED = (InquiryState.OPEN, InquiryState.TAKEN, InquiryState.FORWARDED)
ANSWERED = (InquiryState.ANSWERED, InquiryState.AGREED)


@dataclass(frozen=True)
class Inquiry:
    """A ticket. `asked_at` is when what waits was asked: a further question after an answer begins anew."""

    id: int
    number: int
    person_id: PersonId
    release_id: ReleaseId | None
    invitation_id: InvitationId | None
    state: InquiryState
    holder_id: PersonId | None
    interview: bool  # they ask to meet somebody
    unit: str  # the office to which it was forwarded
    unit_at: datetime | None
    asked_at: datetime
    remind_at: datetime
    due_at: datetime
    reminded_at: datetime | None
    escalated_at: datetime | None
    taken_at: datetime | None
    ended_at: datetime | None

    @property
    def code(self) -> str:
        """The code people type, such as T-77."""
        return f"T-{self.number}"

    @property
    def is_open(self) -> bool:
        """Whether an answer is awaited."""
        return self.state in UNANSWERED

    @property
    def is_answered(self) -> bool:
        """Whether an answer holds, which may be corrected."""
        return self.state in ANSWERED


@dataclass(frozen=True)
class Question:
    """What was asked; a ticket may hold several, one after another."""

    id: int
    person_id: PersonId
    words: str
    at: datetime


@dataclass(frozen=True)
class Answer:
    """What was answered; of several after one question the last holds."""

    id: int
    person_id: PersonId
    words: str
    terms: Terms
    source: str
    at: datetime
    meets_at: datetime | None  # of an interview that is proposed


def about(inquiry_id: int) -> str:
    """What the log and messages call a ticket."""
    return f"inquiry:{inquiry_id}"


async def add(db: OfficeDb, asker: Person, words: str, now: datetime, **values: Any) -> Inquiry:
    """A new ticket with its first question. `values` are what it is about, and its moments."""
    number = await offices.next_number(db, "inquiry")
    whole = {"number": number, "person_id": asker.id, "state": InquiryState.OPEN, "asked_at": now, **values}
    made = await db.add(inquiries, **whole)
    await ask(db, made, asker, words, now)
    return await by_id(db, made)


async def ask(db: OfficeDb, inquiry_id: int, asker: Person, words: str, now: datetime) -> None:
    """A question of a ticket."""
    await db.add(inquiry_questions, inquiry_id=inquiry_id, person_id=asker.id, words=words, at=now)


async def by_id(db: OfficeDb, inquiry_id: int) -> Inquiry:
    """One ticket; LookupError where the office has none."""
    found = await find(db, inquiry_id)
    if found is None:
        raise LookupError(f"no inquiry {inquiry_id}")
    return found


async def find(db: OfficeDb, inquiry_id: int) -> Inquiry | None:
    """One ticket, or None."""
    row = await db.row(db.of(inquiries).where(inquiries.c.id == inquiry_id))
    return as_record(Inquiry, row) if row else None


async def lock(db: OfficeDb, inquiry_id: int) -> None:
    """Hold a ticket until the transaction ends, so that no question comes between an answer's last look and its sending."""
    await db.row(db.of(inquiries, inquiries.c.id).where(inquiries.c.id == inquiry_id).with_for_update())


async def by_number(db: OfficeDb, number: int) -> Inquiry | None:
    """One ticket by the number people type, or None."""
    row = await db.row(db.of(inquiries).where(inquiries.c.number == number))
    return as_record(Inquiry, row) if row else None


async def open_ones(db: OfficeDb) -> tuple[Inquiry, ...]:
    """All that wait for an answer, the first to run out first: what is to be done today, and what summaries count."""
    query = db.of(inquiries).where(inquiries.c.state.in_(UNANSWERED))
    return as_records(Inquiry, await db.rows(query.order_by(inquiries.c.due_at, inquiries.c.id)))


async def of_person(db: OfficeDb, person_id: PersonId, most: int) -> tuple[Inquiry, ...]:
    """Somebody's newest tickets."""
    query = db.of(inquiries).where(inquiries.c.person_id == person_id)
    return as_records(Inquiry, await db.rows(query.order_by(inquiries.c.id.desc()).limit(most)))


async def open_of(db: OfficeDb, person_id: PersonId) -> tuple[Inquiry, ...]:
    """Somebody's tickets that wait for an answer."""
    here = (inquiries.c.person_id == person_id, inquiries.c.state.in_(UNANSWERED))
    return as_records(Inquiry, await db.rows(db.of(inquiries).where(*here).order_by(inquiries.c.id)))


async def move(db: OfficeDb, inquiry: Inquiry, to: InquiryState, **values: Any) -> bool:
    """Change a ticket that is still as it was read, in other hands included; False = somebody was first."""
    held = inquiries.c.holder_id
    same = held.is_(None) if inquiry.holder_id is None else held == inquiry.holder_id
    here = (inquiries.c.id == inquiry.id, inquiries.c.state == inquiry.state, same)
    return await db.change(inquiries, *here, state=to, **values) == 1


async def answer(db: OfficeDb, inquiry: Inquiry, by: Person, now: datetime, **values: Any) -> int:
    """Keep what was answered: its words, terms and source, and of an interview when it may be. Gives its id."""
    return await db.add(inquiry_answers, inquiry_id=inquiry.id, person_id=by.id, at=now, **values)


async def questions(db: OfficeDb, inquiry_id: int) -> Sequence[Question]:
    """All that was asked, in its order; what an erased person asked is gone."""
    query = db.of(inquiry_questions).where(inquiry_questions.c.inquiry_id == inquiry_id)
    return as_records(Question, await db.rows(query.order_by(inquiry_questions.c.id)))


async def answers(db: OfficeDb, inquiry_id: int) -> Sequence[Answer]:
    """All that was answered, in its order."""
    query = db.of(inquiry_answers).where(inquiry_answers.c.inquiry_id == inquiry_id)
    return as_records(Answer, await db.rows(query.order_by(inquiry_answers.c.id)))


async def latest_words(db: OfficeDb, ids: Sequence[int]) -> Mapping[int, str]:
    """What was asked last in each of these tickets."""
    newest = db.of(inquiry_questions, func.max(inquiry_questions.c.id)).where(inquiry_questions.c.inquiry_id.in_(ids))
    last = newest.group_by(inquiry_questions.c.inquiry_id)
    rows = await db.rows(db.of(inquiry_questions).where(inquiry_questions.c.id.in_(last)))
    return {row.inquiry_id: row.words for row in rows}


async def reminded(db: OfficeDb, inquiry: Inquiry, now: datetime) -> bool:
    """Note that staff were reminded; False = somebody was first."""
    return await db.change(inquiries, inquiries.c.id == inquiry.id, inquiries.c.reminded_at.is_(None), reminded_at=now) == 1


async def escalated(db: OfficeDb, inquiry: Inquiry, now: datetime) -> bool:
    """Note that it was told to have run out; False = somebody was first."""
    return await db.change(inquiries, inquiries.c.id == inquiry.id, inquiries.c.escalated_at.is_(None), escalated_at=now) == 1
