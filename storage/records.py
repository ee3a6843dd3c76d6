"""The nouns: ids, states and frozen records that every folder may name.

A record is a copy of a row at one moment. Changing it changes nothing: storage has verbs for that.
Moments are aware and in UTC.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, NewType

Json = dict[str, Any]

OfficeId = NewType("OfficeId", int)
AccountId = NewType("AccountId", int)
PersonId = NewType("PersonId", int)
OutletId = NewType("OutletId", int)
ReleaseId = NewType("ReleaseId", int)
LinkId = NewType("LinkId", int)
AnnouncementId = NewType("AnnouncementId", int)
InvitationId = NewType("InvitationId", int)
FileId = NewType("FileId", int)
EventId = NewType("EventId", int)
CrisisId = NewType("CrisisId", int)
RowId = NewType("RowId", int)


class ChannelKind(StrEnum):
    """The platforms a person can speak on."""

    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"
    SANDBOX = "sandbox"


# How long after their last word a person may be written to freely; where it is not named, for ever.
TALKS = {ChannelKind.WHATSAPP: timedelta(hours=24)}


class Role(StrEnum):
    """What somebody is to the office; `handlers/permissions.py` says what each may do."""

    GUEST = "guest"
    JOURNALIST = "journalist"
    DRAFTER = "drafter"
    VERIFIER = "verifier"
    APPROVER = "approver"
    OFFICIAL = "official"
    ADMIN = "admin"
    AUDITOR = "auditor"  # looks at what was decided and whether the log is whole, for a while
    TREASURER = "treasurer"  # reads recaps: what is to be paid, and what is
    DELEGATE = "delegate"  # gets copies of what an official is told, and decides nothing


class Standing(StrEnum):
    """Where a person stands with the office."""

    NEW = "new"  # has written, has not registered
    WAITING = "waiting"  # registered, staff have not looked yet
    ACTIVE = "active"
    PAUSED = "paused"  # asked for silence until `paused_until`
    LEFT = "left"  # said goodbye
    REMOVED = "removed"  # an admin ended it
    MERGED = "merged"  # was somebody we know already; that record is used


class Language(StrEnum):
    """The languages the desk speaks; Indonesian first."""

    ID = "id"
    EN = "en"


class Medium(StrEnum):
    """What kind of outlet; deadlines and groups follow it."""

    ONLINE = "online"
    PRINT = "print"
    TV = "tv"
    RADIO = "radio"


class FileKind(StrEnum):
    """What a file is to the platforms, which send each kind in its own way."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VIDEO = "video"
    AUDIO = "audio"
    VOICE = "voice"
    STICKER = "sticker"


class Purpose(StrEnum):
    """Why a message is sent. Decides its priority, and what follows when its fate is unknown."""

    REPLY = "reply"
    RELEASE = "release"
    INVITATION = "invitation"  # to an event, and that it has changed
    URGENT = "urgent"  # a disaster, or that an event of today is off: the one thing said to many in quiet hours too
    NOTICE = "notice"  # news for one person: a decision, a review, a receipt
    RECEIPT = "receipt"  # news that grows: a later one takes its place
    ANNOUNCEMENT = "announcement"
    REMINDER = "reminder"
    DIGEST = "digest"
    PROGRESS = "progress"  # a line that edits itself


class Topic(StrEnum):
    """What a release is about, for those who follow only some of it; in the order in which they are offered."""

    GOVERNMENT = "government"
    INFRASTRUCTURE = "works"
    AGRICULTURE = "agriculture"
    EDUCATION = "education"
    HEALTH = "health"
    DISASTER = "disaster"
    LAW = "law"
    SPORT = "sport"


class Mode(StrEnum):
    """How somebody wants to be told."""

    DIRECT = "direct"
    DIGEST = "digest"  # twice a day, in one message
    INVITATIONS = "invitations"  # nothing but invitations
    NEVER = "never"  # of disasters alone, and only where it was chosen in so many words


class RowState(StrEnum):
    """The life of an outbox row. SENT, FAILED, UNSURE and CANCELLED are final."""

    WAITING = "waiting"
    HELD = "held"  # its campaign is paused
    PARKED = "parked"  # nobody may say it freely now: `problem` says whether it waits for a word, a template or a ceiling
    CALLING = "calling"  # the call may be under way: unsure after a crash
    SENT = "sent"  # the platform accepted it ("dikirim", never "sampai")
    FAILED = "failed"
    UNSURE = "unsure"  # it may have arrived
    CANCELLED = "cancelled"


class Fate(StrEnum):
    """What a platform tells of a message after it took it: diajukan → dikirim → sampai → dibuka. It only goes forward."""

    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"  # stands apart


class EventState(StrEnum):
    """The life of an inbox row."""

    NEW = "new"
    DONE = "done"
    HELD = "held"  # it came before a backup that was restored, and staff have not said whether it is still answered
    ASIDE = "aside"  # could not be read or answered; `doctor` shows it


class Status(StrEnum):
    """The life of a release; `handlers/releases/lifecycle.py` is its table."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    SENT = "sent"
    DISCARDED = "discarded"
    RECALLED = "recalled"  # taken back after it went out


class InvitationStatus(StrEnum):
    """The life of an invitation; `handlers/invitations/lifecycle.py` is its table."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    SENT = "sent"
    CANCELLED = "cancelled"  # the event is off, and everybody who was invited is told
    DISCARDED = "discarded"


class Answer(StrEnum):
    """What somebody who was invited said: Hadir, Tidak, or nothing yet."""

    NONE = ""
    YES = "yes"
    NO = "no"


class LinkState(StrEnum):
    """The life of a link: diterima, diakui, dicatat, ditolak, dicabut."""

    RECEIVED = "received"
    RECOGNISED = "recognised"
    NOTED = "noted"  # of no release: coverage of the outlet's own, kept and not counted
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class AppealState(StrEnum):
    """The life of an appeal: menunggu, diterima, tidak diterima, ditarik, gugur."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    MOOT = "moot"  # the decision was taken back before the answer


class InquiryState(StrEnum):
    """The life of a question: belum diambil, dipegang, di instansi lain, dijawab, disepakati, ditarik. Asking on reopens it."""

    OPEN = "open"
    TAKEN = "taken"  # one of the staff holds it
    FORWARDED = "forwarded"  # an office outside the desk does, and one of the staff asks after it
    ANSWERED = "answered"
    AGREED = "agreed"  # whoever asked for an interview takes the hour that was proposed
    WITHDRAWN = "withdrawn"  # by whoever asked


class Terms(StrEnum):
    """What a journalist may do with an answer."""

    QUOTABLE = "quotable"  # with the source that is named
    BACKGROUND = "background"  # to understand, not to quote
    MEETING = "meeting"  # when and where an interview may be: nothing to quote


class QuoteState(StrEnum):
    """The life of a quote in a release."""

    WAITING = "waiting"
    AGREED = "agreed"
    CHANGED = "changed"  # the official said it otherwise: that is another quote
    WITHDRAWN = "withdrawn"  # staff do not want it any more


class Stage(StrEnum):
    """How far a recognised link is on its way to payment; `storage/ledger.py` says what follows what."""

    NONE = ""
    RECAPPED = "recapped"
    INVOICED = "invoiced"
    ORDERED = "ordered"  # SPM: the treasury has been told to pay
    PAID = "paid"  # SP2D: it has paid
    CORRECTED = "corrected"  # it was recapped, and a later decision took it out again


class Wait(StrEnum):
    """What a parked row waits for."""

    TALK = "talk"  # the person's next word
    TEMPLATE = "template"  # the platform's approval
    OPENINGS = "openings"  # a day in which the platform lets us write first to more people
    CEILING = "ceiling"  # a month in which there is money


class AccountState(StrEnum):
    """Whether an account of the office on a platform can be used."""

    READY = "ready"
    BROKEN = "broken"  # the token was refused; `doctor` says why


@dataclass(frozen=True)
class Office:
    """A press office."""

    id: OfficeId
    name: str
    zone: str  # IANA name, such as Asia/Jakarta
    settings: Json = field(default_factory=dict)


@dataclass(frozen=True)
class Account:
    """One bot of one office on one platform. `secret` is encrypted at rest."""

    id: AccountId
    office_id: OfficeId
    kind: ChannelKind
    name: str
    secret: str
    state: AccountState
    note: str = ""
    cursor: int = 0  # the platform's last confirmed event number, for polling


@dataclass(frozen=True)
class Person:
    """Somebody the office knows. A stranger is a person with the role GUEST."""

    id: PersonId
    office_id: OfficeId
    name: str
    role: Role
    standing: Standing
    language: Language
    outlet_id: OutletId | None = None
    work: str = ""  # wartawan, fotografer, kontributor …
    area: str = ""  # the district covered
    paused_until: datetime | None = None
    registered_at: datetime | None = None
    plain: bool = False  # words alone, since their signal is weak
    blocked_until: datetime | None = None  # nothing but public releases, links and what is theirs until then


@dataclass(frozen=True)
class Address:
    """Where a person can be reached: a chat of one account."""

    id: int
    person_id: PersonId
    account_id: AccountId
    user_key: str  # who the platform says it is
    chat: str  # where to write
    reachable: bool


@dataclass(frozen=True)
class Audience:
    """Whom a broadcast is for; `media` empty means every medium."""

    roles: tuple[Role, ...]
    media: tuple[Medium, ...] = ()
    blocked: bool = False  # also those who are blocked: what is public is withheld from nobody
    topic: str | None = None  # only who follows it, as they want it; empty for what has none, None where that is no matter
    areas: tuple[str, ...] = ()  # only who covers one of these
    but_areas: tuple[str, ...] = ()
    groups: tuple[int, ...] = ()  # only who belongs to one of these
    release: int = 0  # but for whom it is withheld from, by a decision


@dataclass(frozen=True)
class Outlet:
    """A press company's title, in the office's register."""

    id: OutletId
    name: str
    medium: Medium
    confirmed: bool  # False: a journalist named it, staff have not looked yet


@dataclass(frozen=True)
class OutletHost:
    """A web host (and path) on which an outlet publishes, with the dates it was so."""

    id: int
    outlet_id: OutletId
    host: str
    path: str
    since: date | None
    until: date | None


@dataclass(frozen=True)
class File:
    """Bytes kept once under their SHA-256. `digest` is empty until they have been fetched."""

    id: FileId
    kind: FileKind
    name: str
    mime: str
    size: int  # bytes, as the platform said; exact once fetched
    digest: str
    fault: str = ""  # why it could not be fetched


@dataclass(frozen=True)
class Release:
    """A press release. `fingerprint` is the hash of what is shown now, `approved` of what was approved."""

    id: ReleaseId
    number: int
    status: Status
    author_id: PersonId
    headline: str
    body: str
    fingerprint: str
    approved: str
    approver_id: PersonId | None
    audience: str
    launch_at: datetime | None
    links_until: datetime | None
    launched_at: datetime | None
    closed_at: datetime | None
    created_at: datetime
    topic: str = ""
    crisis_id: int = 0  # the disaster it is a situation report of
    report: int = 0  # and its number
    own_deadline: bool = False  # `links_until` was set by somebody; else it is what the rules give online outlets
    corrected: int = 0  # how often it was corrected since it went out
    embargo_until: datetime | None = None
    embargo_opened_at: datetime | None = None  # when that was over

    @property
    def code(self) -> str:
        """The code people type, such as R-231."""
        return f"R-{self.number}"


@dataclass(frozen=True)
class Quote:
    """A quote, with the hash of what the official was shown."""

    id: int
    release_id: ReleaseId
    words: str
    speaker: str  # name and title, as readers see them
    fingerprint: str
    official_id: PersonId
    proposer_id: PersonId
    state: QuoteState
    proposed_at: datetime
    told_at: datetime | None
    decided_by: PersonId | None
    decided_at: datetime | None


@dataclass(frozen=True)
class Holiday:
    """A day on which offices are closed."""

    day: date
    name: str
    kind: str  # national, or leave that all take together
    decree: str


@dataclass(frozen=True)
class Crisis:
    """A disaster that was declared: what is said of it goes at any hour, and one person speaks for it."""

    id: CrisisId
    name: str
    spokesperson: str  # with a number, as journalists read it
    author_id: PersonId
    started_at: datetime
    until: datetime
    ended_at: datetime | None


@dataclass(frozen=True)
class Link:
    """One article, counted once. `address` is shown, `identity` is unique in the office."""

    id: LinkId
    number: int
    person_id: PersonId
    outlet_id: OutletId | None
    typed: str
    address: str
    identity: str
    rules: str  # version of the canonical rules
    kind: str  # article or social
    state: LinkState
    doubt: str  # why a person should look: unknown host, look-alike, other outlet; empty when none
    release_id: ReleaseId | None
    received_at: datetime
    decided_by: PersonId | None
    decided_at: datetime | None
    reason: str
    stage: Stage = Stage.NONE
    recap: date | None = None  # the first day of the month in whose recap it stands

    @property
    def code(self) -> str:
        """The code people type, such as L-10482."""
        return f"L-{self.number}"


class Access(StrEnum):
    """Whether a recognised link can be opened. It says nothing of why not: that is the outlet's to say."""

    OPEN = "open"
    FAILING = "failing"  # it could not be opened once or twice: nobody is told yet
    TOLD = "told"  # its owner was asked, and has some days
    AWAY = "away"  # it cannot be opened


class Occasion(StrEnum):
    """Why a recognised link is looked at again."""

    FIRST = "first"  # nothing of it was frozen yet
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RECAP = "recap"
    PAYMENT = "payment"
    TRY = "try"  # it could not be opened
    GRACE = "grace"  # its owner had some days
    RETURN = "return"  # it may be back


class LookResult(StrEnum):
    """What a look at a recognised link found."""

    FIRST = "first"  # the page was there, and nothing to compare it with: now there is
    SAME = "same"
    CHANGED = "changed"
    ABSENT = "absent"  # two signals say that it is not there
    DOUBTFUL = "doubtful"  # one signal does
    CLOSED = "closed"  # the site shows it to no program
    LATER = "later"  # the site asked for patience
    OURS = "ours"  # nobody answered us: our own network
    NOTHING = "nothing"  # the desk may not reach out


@dataclass(frozen=True)
class Watched:
    """A recognised link that is looked at again, and how it stands."""

    link_id: LinkId
    state: Access
    occasion: Occasion  # of the next look
    begun_at: datetime  # when it was recognised
    next_at: datetime | None  # None while it is recognised no more
    looked_at: datetime | None
    looks: int  # by which a look knows that none was made since
    since: datetime | None  # since when it cannot be opened
    tries: int  # that found it absent, one after another
    told_at: datetime | None  # when its owner was asked


@dataclass(frozen=True)
class Recheck:
    """What one look found; never changed afterwards."""

    link_id: LinkId
    at: datetime
    occasion: Occasion
    result: LookResult
    signals: Sequence[str]
    status: int  # of the site's last answer; 0 for none
    alike: int | None  # percent of the text known before that is still there
    tries: int
    difference: str
    evidence: str  # SHA-256 of the bundle with what was there, where that was new


@dataclass(frozen=True)
class Rules:
    """What the office goes by from a day on: a version of dated data that each decision names."""

    version: int
    since: date  # its first day, in the office's zone
    reference: str  # the regulation it follows; empty for what an office starts with
    author_id: PersonId | None
    days_online: int = 2  # a link counts until the end of this day after the event or the release, per medium
    days_print: int = 7
    days_radio: int = 10
    days_tv: int = 7
    quota: int = 0  # recognised links of an outlet in a month; 0 for any number
    per_day: int = 0  # and on one day
    recognised: int = 50  # percent of likeness from which an article is of a release
    doubtful: int = 25  # percent from which a person looks
    copies: int = 3  # sites with one person's same text from which a person looks
    quiet_from: str = "21:00"  # nobody is written to unasked from here on
    quiet_until: str = "05:30"
    maghrib: int = 20  # minutes before and after sunset in which it is quiet too; 0 for none
    friday_from: str = "11:30"  # and on Fridays; the same hour twice for none
    friday_until: str = "13:00"
    place: str = ""  # where the sun sets: latitude and longitude; empty for the city of the zone
    appeal_days: int = 3  # working days in which an appeal is answered
    service_from: str = "07:30"  # questions are read and answered from here on, on working days
    service_until: str = "16:00"
    answer_hours: int = 4  # of that time in which a question is answered
    four_eyes: int = 0  # 1: a second person confirms what is decided in the queue
    alone: int = 0  # 1: where nobody else may decide, one person does it all, and that is noted

    def days(self, medium: Medium) -> int:
        """How many days after its day a link of a medium counts."""
        return {
            Medium.ONLINE: self.days_online, Medium.PRINT: self.days_print,
            Medium.RADIO: self.days_radio, Medium.TV: self.days_tv,
        }[medium]  # fmt: skip


@dataclass(frozen=True)
class Counted:
    """A link as rules count it: of which outlet, when it came, when its release went out, and whether it was recognised."""

    outlet_id: OutletId
    medium: Medium
    received_at: datetime
    launched_at: datetime | None
    state: LinkState


@dataclass(frozen=True)
class Announcement:
    """A short text to a group of people. `next_at` is None once nothing more is to be sent."""

    id: AnnouncementId
    number: int
    author_id: PersonId
    body: str
    audience: str  # a key of storage.announcements.GROUPS
    weekly: str  # weekday from Monday = 0 and hour in the office's zone, such as "0 08:00"; empty for once
    next_at: datetime | None
    ended_at: datetime | None
    created_at: datetime

    @property
    def code(self) -> str:
        """The code people type, such as P-12."""
        return f"P-{self.number}"


@dataclass(frozen=True)
class EventDetails:
    """What an invitation says of its event; the hash of it is what is approved."""

    title: str = ""
    starts_at: datetime | None = None
    place: str = ""
    latitude: float | None = None  # degrees, where a pin was given
    longitude: float | None = None
    dress: str = ""
    contact: str = ""
    note: str = ""  # parking, identity cards: told to those who come
    capacity: int = 0  # people; 0 for any number
    audience: str = ""


@dataclass(frozen=True)
class Invitation:
    """An invitation to an event. `fingerprint` is the hash of what it says now, `approved` of what was approved."""

    id: InvitationId
    number: int
    status: InvitationStatus
    author_id: PersonId
    title: str
    starts_at: datetime | None
    place: str
    latitude: float | None
    longitude: float | None
    dress: str
    contact: str
    note: str
    audience: str
    capacity: int
    fingerprint: str
    approved: str
    approver_id: PersonId | None
    proposed: str  # the hash of the version that waits to take the place of what has gone out
    send_at: datetime | None
    sent_at: datetime | None
    ended_at: datetime | None
    reason: str  # why it was cancelled
    sequence: int  # of the calendar file
    secret: str
    created_at: datetime

    @property
    def code(self) -> str:
        """The code people type, such as U-58."""
        return f"U-{self.number}"

    @property
    def details(self) -> EventDetails:
        """What it says of its event."""
        return EventDetails(**{each.name: getattr(self, each.name) for each in fields(EventDetails)})


@dataclass(frozen=True)
class Invitee:
    """Somebody of an invitation: invited or not, what they answered, and when they came."""

    person_id: PersonId
    invited: bool
    answer: Answer
    arrived_at: datetime | None


@dataclass(frozen=True)
class Conversation:
    """What one chat is in the middle of: the step that hears the next words, and what it gathered."""

    account_id: AccountId
    chat: str
    step: str | None
    kept: Json
    missed: int  # misunderstandings in a row
    changed_at: datetime


@dataclass(frozen=True)
class Event:
    """One raw event of a platform, stored before it was acknowledged."""

    id: EventId
    account_id: AccountId
    key: str
    chat: str
    body: Json
    tries: int
    received_at: datetime


@dataclass(frozen=True)
class OutboxRow:
    """One message to one chat: a card's name and facts, rendered only by delivery."""

    id: RowId
    office_id: OfficeId
    account_id: AccountId
    person_id: PersonId
    chat: str
    card: str
    facts: Json
    language: Language
    purpose: Purpose
    state: RowState
    part: int
    parts: int
    subject: str  # what it is about, such as release:231; cancels and reports go by it
    replaces_id: int  # the row whose message it takes the place of; 0 for none
    platform_id: str
    problem: str
    tries: int
    created_at: datetime
    template: str = ""  # the approved words it went in, where it did
    page: int = 0  # from which of its choices on it is said, where a channel shows them in pages
    called_at: datetime | None = None  # when it was last taken to be called; by it a lane knows that it still is the caller
    hushed_at: datetime | None = None  # since when it waits for the end of quiet hours, or for a digest
    plain: bool = False  # words alone
