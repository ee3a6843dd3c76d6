"""Every table of the desk. Column names are the field names of `records.py`.

All tables but the short list INSTALLATION belong to an office and carry its id; tests hold that,
and every unique key names the office or the account, so that neighbours cannot collide.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
    true,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Tables of the whole installation. Everything else belongs to one office.
INSTALLATION = frozenset({"offices", "accounts", "installation", "leases"})


class Moment(TypeDecorator[datetime]):
    """An aware moment, UTC in storage. A naive one is refused: it would be a guess."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the database UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone cannot be stored")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Give the program UTC."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _office() -> Column[int]:
    return Column("office_id", ForeignKey("offices.id"), nullable=False)


def _to(name: str, target: str, *, needed: bool = True) -> Column[int]:
    return Column(name, ForeignKey(f"{target}.id"), nullable=not needed)


def _words(name: str, length: int = 200) -> Column[str]:
    return Column(name, String(length), nullable=False, server_default="")


def _facts(name: str) -> Column[Any]:
    return Column(name, JSON, nullable=False, server_default=text("'{}'"))


def _moment(name: str, *, needed: bool = False) -> Column[datetime]:
    return Column(name, Moment, nullable=not needed)


def _number(name: str, default: int = 0) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=text(str(default)))


installation = Table("installation", metadata, Column("key", String(60), primary_key=True), Column("value", Text, nullable=False))

leases = Table(  # what one process alone may do, and until when
    "leases", metadata,
    Column("name", String(120), primary_key=True), _words("holder", 60), _number("number"),
    Column("until", Double, nullable=False, server_default=text("0")),
)  # fmt: skip

offices = Table(
    "offices", metadata,
    _id(), Column("name", String(200), nullable=False, unique=True), _words("zone", 60), _facts("settings"),
)  # fmt: skip

accounts = Table(
    "accounts", metadata,
    _id(), _office(), _words("kind", 20), _words("name"), _words("secret", 1000), _words("state", 20), _words("note", 500),
    _number("cursor"), UniqueConstraint("kind", "name"),
)  # fmt: skip

outlets = Table(
    "outlets", metadata,
    _id(), _office(), _words("name"), _words("name_key"), _words("medium", 20),
    Column("confirmed", Boolean, nullable=False, server_default=false()), _moment("created_at", needed=True),
    UniqueConstraint("office_id", "name_key"),
)  # fmt: skip

outlet_hosts = Table(
    "outlet_hosts", metadata,
    _id(), _office(), _to("outlet_id", "outlets"), _words("host", 253), _words("path", 200),
    Column("since", Date), Column("until", Date), Index(None, "office_id", "host"),
)  # fmt: skip

outlet_aliases = Table(  # the other names under which people look for an outlet
    "outlet_aliases", metadata,
    _id(), _office(), _to("outlet_id", "outlets"), _words("name"), _words("name_key"),
    UniqueConstraint("office_id", "name_key"),
)  # fmt: skip

people = Table(
    "people", metadata,
    _id(), _office(), _words("name"), _words("role", 20), _words("standing", 20), _words("language", 5),
    _to("outlet_id", "outlets", needed=False), _words("work", 60), _words("area"), _moment("paused_until"),
    _moment("registered_at"), _moment("created_at", needed=True),
    Column("plain", Boolean, nullable=False, server_default=false()),  # they asked for words alone
    Index(None, "office_id", "role", "standing"),
    _moment("role_until"),  # until when an auditor may look
    _moment("blocked_until"),  # until then nothing but public releases, links and what is theirs
)  # fmt: skip

addresses = Table(
    "addresses", metadata,
    _id(), _office(), _to("person_id", "people"), _to("account_id", "accounts"), _words("user_key", 150), _words("chat", 150),
    Column("reachable", Boolean, nullable=False, server_default=true()),
    Column("preferred", Boolean, nullable=False, server_default=true()), _moment("said_at"),
    Column("wanted", Boolean, nullable=False, server_default=true()),  # whether broadcasts are wanted here
    _words("phone", 20),  # digits; it may change or be hidden, so nobody is known by it alone
    _words("menu", 60),  # the role and language for which the platform's menu was last set
    UniqueConstraint("account_id", "user_key"), Index(None, "person_id"),
)  # fmt: skip

connection_codes = Table(  # six digits said on one channel, typed on the other
    "connection_codes", metadata,
    _id(), _office(), _to("person_id", "people"), _words("digest", 64), _moment("expires_at", needed=True), _moment("used_at"),
    Index(None, "office_id", "digest"),
)  # fmt: skip

merges = Table(  # two people who were one: what was moved, so that it can be moved back
    "merges", metadata,
    _id(), _office(), _to("kept_id", "people"), _to("gone_id", "people"), _facts("moved"), _moment("asked_at", needed=True),
    _moment("merged_at"), _moment("undone_at"), Index(None, "office_id", "gone_id"),
)  # fmt: skip

memberships = Table(  # the other outlets a journalist also writes for
    "memberships", metadata,
    _id(), _office(), _to("person_id", "people"), _to("outlet_id", "outlets"), _moment("created_at", needed=True),
    UniqueConstraint("person_id", "outlet_id"),
)  # fmt: skip

consents = Table(
    "consents", metadata,
    _id(), _office(), _to("person_id", "people"), _words("notice", 20), _moment("given_at", needed=True),
    _moment("withdrawn_at"), Index(None, "person_id"),
)  # fmt: skip

notices = Table(  # the privacy notice as it was shown: what a consent names
    "notices", metadata,
    _id(), _office(), _words("version", 20), _words("language", 5), Column("text", Text, nullable=False),
    _moment("since", needed=True), UniqueConstraint("office_id", "version", "language"),
)  # fmt: skip

erasures = Table(  # requests to be erased, each with its 72 hours
    "erasures", metadata,
    _id(), _office(), _number("number"), _to("person_id", "people"), _moment("asked_at", needed=True),
    _moment("due_at", needed=True), _moment("warned_at"), _moment("withdrawn_at"), _moment("erased_at"),
    _to("by_id", "people", needed=False),  # who had it done before it ran out
    _moment("done_at"),  # and the last word to them has gone with their address
    UniqueConstraint("office_id", "number"), Index(None, "office_id", "done_at"),
)  # fmt: skip

blocks = Table(  # who gets nothing but public releases for a while, why, and what became of an appeal
    "blocks", metadata,
    _id(), _office(), _number("number"), _to("person_id", "people"), Column("reason", Text, nullable=False),
    _to("asked_by", "people"), _moment("asked_at", needed=True), _moment("until", needed=True),
    _to("confirmed_by", "people", needed=False), _moment("confirmed_at"), _moment("dropped_at"),
    Column("appeal", Text, nullable=False, server_default=""), _moment("appealed_at"),
    _to("answered_by", "people", needed=False), _moment("answered_at"), Column("answer", Text, nullable=False, server_default=""),
    _to("lifted_by", "people", needed=False), _moment("ended_at"),
    UniqueConstraint("office_id", "number"), Index(None, "office_id", "ended_at"), Index(None, "person_id"),
)  # fmt: skip

retention = Table(  # how long an office keeps what, where it differs from the defaults
    "retention", metadata,
    _id(), _office(), _words("name", 40), _number("days"), _to("changed_by", "people", needed=False),
    _moment("changed_at", needed=True), UniqueConstraint("office_id", "name"),
)  # fmt: skip

join_codes = Table(
    "join_codes", metadata,
    _id(), _office(), _words("digest", 64), _words("role", 20), _moment("expires_at", needed=True), _moment("used_at"),
    _to("used_by", "people", needed=False), UniqueConstraint("office_id", "digest"),
)  # fmt: skip

conversations = Table(
    "conversations", metadata,
    _id(), _office(), _to("account_id", "accounts"), _words("chat", 150), Column("step", String(60)), _facts("kept"),
    _number("missed"), _moment("changed_at", needed=True), UniqueConstraint("account_id", "chat"),
)  # fmt: skip

inbox = Table(
    "inbox", metadata,
    _id(), _office(), _to("account_id", "accounts"), _words("key", 200), _words("chat", 150), _words("album", 100),
    _facts("body"), _words("state", 20), _number("tries"), _words("fault", 500), _moment("ready_at", needed=True),
    _moment("received_at", needed=True), UniqueConstraint("account_id", "key"), Index(None, "state", "ready_at"),
    Index(None, "account_id", "chat", "state"),
)  # fmt: skip

outbox = Table(
    "outbox", metadata,
    _id(), _office(), _to("account_id", "accounts"), _to("person_id", "people"), _words("chat", 150), _words("card", 60),
    _facts("facts"), _words("language", 5), _words("purpose", 20), _number("priority"), _words("state", 20),
    _number("part", 1), _number("parts", 0), _words("subject", 60), Column("key", String(200)), _number("replaces_id"),
    _words("platform_id", 200), _words("problem", 200), _number("tries"), _moment("not_before", needed=True),
    _moment("created_at", needed=True), _moment("called_at"), _moment("settled_at"),
    _words("held", 20),  # what becomes of a row that is being called, should it have to be tried again
    _words("fate", 20), _moment("fate_at"), _number("page"), _words("template", 60),
    _moment("hushed_at"),  # since when it waits for the end of quiet hours, or for a digest: such rows are said as one
    Column("plain", Boolean, nullable=False, server_default=false()),  # words alone, for a weak signal
    UniqueConstraint("office_id", "key"), Index(None, "account_id", "state", "priority", "id"),
    Index(None, "office_id", "subject", "state"), Index(None, "account_id", "chat", "state"),
)  # fmt: skip

templates = Table(  # what a platform said of each approved message when it was last asked
    "templates", metadata,
    _id(), _office(), _to("account_id", "accounts"), _words("name", 60), _words("language", 5), _words("category", 20),
    _words("status", 20), _words("quality", 20), _words("reason"), _moment("seen_at", needed=True),
    UniqueConstraint("account_id", "name", "language"),
)  # fmt: skip

charges = Table(  # what a platform bills, as its receipts tell it
    "charges", metadata,
    _id(), _office(), _to("account_id", "accounts"), _words("platform_id", 200), _words("category", 20), _words("country", 5),
    _moment("at", needed=True), UniqueConstraint("account_id", "platform_id"), Index(None, "office_id", "at"),
)  # fmt: skip

files = Table(
    "files", metadata,
    _id(), _office(), _words("kind", 20), _words("name"), _words("mime", 100), _number("size"), _words("digest", 64),
    _words("fault", 100), _to("account_id", "accounts", needed=False), _words("handle", 300), _moment("created_at", needed=True),
    _to("person_id", "people", needed=False),  # who sent it, or whom it was made for
)  # fmt: skip

uploads = Table(  # one row per (file, account): uploaded once, reused by all
    "uploads", metadata,
    _id(), _office(), _to("file_id", "files"), _to("account_id", "accounts"), _words("handle", 300),
    _moment("created_at", needed=True), UniqueConstraint("file_id", "account_id"),
)  # fmt: skip

crises = Table(  # a disaster, for as long as what is said of it goes before everything else
    "crises", metadata,
    _id(), _office(), _words("name"), _words("spokesperson"), _to("author_id", "people"), _moment("started_at", needed=True),
    _moment("until", needed=True), _moment("ended_at"), Index(None, "office_id", "ended_at"),
)  # fmt: skip

subscriptions = Table(  # what a person wants to be told of, and when; nobody's row means everything, at once
    "subscriptions", metadata,
    _id(), _office(), _to("person_id", "people"), _words("muted"), _words("mode", 20), _words("disaster", 20),
    _moment("changed_at", needed=True), UniqueConstraint("person_id"),
)  # fmt: skip

holidays = Table(  # national holidays and days of collective leave, as a decree names them
    "holidays", metadata,
    _id(), _office(), Column("day", Date, nullable=False), _words("name"), _words("kind", 20), _words("decree"),
    _moment("imported_at", needed=True), UniqueConstraint("office_id", "day"),
)  # fmt: skip

releases = Table(
    "releases", metadata,
    _id(), _office(), _number("number"), _words("status", 20), _to("author_id", "people"),
    Column("headline", Text, nullable=False), Column("body", Text, nullable=False), _words("fingerprint", 64),
    _words("approved", 64), _to("approver_id", "people", needed=False), _words("audience"),
    _moment("launch_at"), _moment("links_until"), _moment("launched_at"), _moment("closed_at"),
    Column("own_deadline", Boolean, nullable=False, server_default=false()),  # somebody set it, be it none at all
    _moment("created_at", needed=True), _words("topic", 20), _number("crisis_id"), _number("report"),
    _number("corrected"),  # how often it was corrected since it went out
    _moment("embargo_until"), _moment("embargo_opened_at"),
    UniqueConstraint("office_id", "number"), Index(None, "office_id", "status"),
)  # fmt: skip

corrections = Table(  # what was wrong in a release that is out, and what is right; the whole text is a version of the release
    "corrections", metadata,
    _id(), _office(), _to("release_id", "releases"), _words("state", 20), _to("author_id", "people"), _words("fingerprint", 64),
    _words("source"), Column("changes", JSON, nullable=False, server_default=text("'[]'")), _moment("created_at", needed=True),
    _to("approver_id", "people", needed=False), _moment("sent_at"),
    _facts("said"),  # what whoever gets the release from then on is told
    Index(None, "release_id"), Index(None, "office_id", "state"),
)  # fmt: skip

correction_links = Table(  # articles made from a text that was corrected, and whether they have been mended since
    "correction_links", metadata,
    _id(), _office(), _to("correction_id", "corrections"), _to("link_id", "links"), _number("looked"), _moment("mended_at"),
    UniqueConstraint("correction_id", "link_id"), Index(None, "office_id", "mended_at"),
)  # fmt: skip

recalls = Table(  # a release that is taken back: who asked for it, why, and who agreed
    "recalls", metadata,
    _id(), _office(), _to("release_id", "releases"), _to("person_id", "people"), _words("reason", 500), _words("state", 20),
    _moment("asked_at", needed=True), _to("decided_by", "people", needed=False), _moment("decided_at"),
    Index(None, "release_id"),
)  # fmt: skip

embargo_consents = Table(  # who agreed to publish nothing before which hour, and when
    "embargo_consents", metadata,
    _id(), _office(), _to("release_id", "releases"), _to("person_id", "people"), _moment("until", needed=True),
    _moment("agreed_at", needed=True), UniqueConstraint("release_id", "person_id"),
)  # fmt: skip

press_groups = Table(  # journalists whom staff address together, by a name of their own
    "press_groups", metadata,
    _id(), _office(), _words("name"), _words("name_key"), _to("author_id", "people"), _moment("created_at", needed=True),
    UniqueConstraint("office_id", "name_key"),
)  # fmt: skip

press_group_members = Table(
    "press_group_members", metadata,
    _id(), _office(), _to("group_id", "press_groups"), _to("person_id", "people"), UniqueConstraint("group_id", "person_id"),
)  # fmt: skip

withholdings = Table(  # decisions not to send a release to somebody who would get it: why, by whom, and who agreed
    "withholdings", metadata,
    _id(), _office(), _to("release_id", "releases"), _to("person_id", "people"), _words("reason", 500),
    _to("author_id", "people"), _moment("at", needed=True), _to("approver_id", "people", needed=False), _moment("approved_at"),
    UniqueConstraint("release_id", "person_id"),
)  # fmt: skip

release_versions = Table(
    "release_versions", metadata,
    _id(), _office(), _to("release_id", "releases"), _words("fingerprint", 64), Column("headline", Text, nullable=False),
    Column("body", Text, nullable=False), _to("author_id", "people"), _moment("created_at", needed=True),
    UniqueConstraint("release_id", "fingerprint"),
)  # fmt: skip

release_files = Table(
    "release_files", metadata,
    _id(), _office(), _to("release_id", "releases"), _to("file_id", "files"), _number("position"), _words("credit"),
    UniqueConstraint("release_id", "file_id"),
)  # fmt: skip

release_opens = Table(
    "release_opens", metadata,
    _id(), _office(), _to("release_id", "releases"), _to("person_id", "people"), _moment("opened_at", needed=True),
    UniqueConstraint("release_id", "person_id"),
)  # fmt: skip

bursts = Table(
    "bursts", metadata,
    _id(), _office(), _to("person_id", "people"), _to("account_id", "accounts"), _words("chat", 150), _facts("typed"),
    Column("words", Text, nullable=False, server_default=""), _moment("opened_at", needed=True),
    _moment("closes_at", needed=True), _moment("closed_at"), Index(None, "office_id", "closed_at", "closes_at"),
)  # fmt: skip

links = Table(
    "links", metadata,
    _id(), _office(), _number("number"), _to("person_id", "people"), _to("outlet_id", "outlets", needed=False),
    Column("typed", Text, nullable=False), Column("address", Text, nullable=False), _words("identity", 2100), _words("rules", 20),
    _words("kind", 20), _words("state", 20), _words("doubt", 40), _to("release_id", "releases", needed=False),
    _moment("received_at", needed=True), _to("decided_by", "people", needed=False), _moment("decided_at"), _words("reason", 500),
    _words("stage", 20), Column("recap", Date), _number("batch_id"),  # how far it is on its way to payment: see ledger_steps
    UniqueConstraint("office_id", "number"), UniqueConstraint("office_id", "identity"),
    Index(None, "office_id", "state", "id"), Index(None, "office_id", "person_id", "received_at"),
)  # fmt: skip

link_steps = Table(  # what happened to a link, when, and who decided: the ledger an owner reads
    "link_steps", metadata,
    _id(), _office(), _to("link_id", "links"), _words("state", 20), _moment("at", needed=True),
    _to("person_id", "people", needed=False), _words("reason", 500), Index(None, "link_id"),
    Column("rules_version", Integer),  # by which it was decided
)  # fmt: skip

verdicts = Table(  # what was read behind a link, and what the rules made of it
    "verdicts", metadata,
    _id(), _office(), _to("link_id", "links"), _moment("at", needed=True), _words("outcome", 20),
    _to("release_id", "releases", needed=False), _facts("reasons"), _facts("measured"), _facts("copies"),
    _number("rules_version"), Column("title", Text, nullable=False, server_default=""),
    Column("text", Text, nullable=False, server_default=""), _words("evidence", 64),
    UniqueConstraint("link_id"), Index(None, "office_id", "at"),
)  # fmt: skip

watches = Table(  # when a recognised link is looked at again, and whether it can be opened
    "watches", metadata,
    _id(), _office(), _to("link_id", "links"), _words("state", 20), _words("occasion", 20), _moment("begun_at", needed=True),
    _moment("next_at"), _moment("looked_at"), _number("looks"), _moment("since"), _number("tries"), _moment("told_at"),
    UniqueConstraint("link_id"), Index(None, "office_id", "next_at"), Index(None, "office_id", "state"),
)  # fmt: skip

rechecks = Table(  # each time a recognised link was looked at again, and what was found: added, never changed
    "rechecks", metadata,
    _id(), _office(), _to("link_id", "links"), _moment("at", needed=True), _words("occasion", 20), _words("result", 20),
    _facts("signals"), _number("status"), Column("alike", Integer), _number("tries"),
    Column("difference", Text, nullable=False, server_default=""), _words("evidence", 64),
    Column("title", Text, nullable=False, server_default=""), Column("text", Text, nullable=False, server_default=""),
    Index(None, "link_id"), Index(None, "office_id", "at"),
)  # fmt: skip

pictures = Table(  # how a frozen page looks
    "pictures", metadata,
    _id(), _office(), _to("link_id", "links"), _moment("at", needed=True), _words("evidence", 64), _words("digest", 64),
    UniqueConstraint("link_id"),
)  # fmt: skip

link_aliases = Table(  # other addresses that led to a link, such as a short one
    "link_aliases", metadata,
    _id(), _office(), _to("link_id", "links"), _words("identity", 2100), _moment("at", needed=True),
    UniqueConstraint("office_id", "identity"),
)  # fmt: skip

ledger_batches = Table(  # what was marked at once on the way to payment, by whom; taking one back is another
    "ledger_batches", metadata,
    _id(), _office(), _to("person_id", "people"), _words("stage", 20), Column("recap", Date),
    _to("outlet_id", "outlets", needed=False), _words("document", 20), _words("reference", 100), Column("dated", Date),
    _moment("at", needed=True), Column("undoes", Integer), UniqueConstraint("office_id", "undoes"),
    Index(None, "office_id", "recap"),
)  # fmt: skip

ledger_steps = Table(  # each step of each link, added and never changed
    "ledger_steps", metadata,
    _id(), _office(), _to("batch_id", "ledger_batches"), _to("link_id", "links"), _words("stage", 20), Column("recap", Date),
    _words("document", 20), _words("reference", 100), Column("dated", Date),
    _words("was", 20), Column("recap_before", Date), _number("before_id"),  # where it goes back to
    UniqueConstraint("batch_id", "link_id"), Index(None, "link_id"),
)  # fmt: skip

ledger_sheets = Table(  # a list of links and stages that was sent, as it was read; it is applied once
    "ledger_sheets", metadata,
    _id(), _office(), _to("person_id", "people"), _words("name"), _words("digest", 64), _facts("lines"),
    _moment("at", needed=True), _moment("applied_at"),
)  # fmt: skip

appeals = Table(  # a sender's word against a decision: one for each decision, answered by somebody else
    "appeals", metadata,
    _id(), _office(), _to("link_id", "links"), _to("step_id", "link_steps"), _to("person_id", "people"),
    Column("words", Text, nullable=False, server_default=""), _facts("files"), _words("state", 20),
    _moment("raised_at", needed=True), _moment("due_at", needed=True), _moment("reminded_at"), _moment("escalated_at"),
    _to("decided_by", "people", needed=False), _moment("decided_at"), _words("reason", 500),
    UniqueConstraint("step_id"), Index(None, "office_id", "state", "due_at"), Index(None, "link_id"),
)  # fmt: skip

proposals = Table(  # decisions that wait for a second person, where the office wants four eyes
    "proposals", metadata,
    _id(), _office(), _to("link_id", "links"), _words("state", 20), _words("reason", 500), _to("person_id", "people"),
    _moment("made_at", needed=True), _to("settled_by", "people", needed=False), _moment("settled_at"), _words("outcome", 20),
    Index(None, "link_id"), Index(None, "office_id", "settled_at"),
)  # fmt: skip

rules = Table(  # the office's rules, each version whole: what is decided names one of them
    "rules", metadata,
    _id(), _office(), _number("version"), Column("since", Date, nullable=False), _words("reference"),
    _to("author_id", "people"), _facts("content"), _moment("made_at", needed=True),
    _moment("withdrawn_at"),  # taken back before its first day
    UniqueConstraint("office_id", "version"),
)  # fmt: skip

announcements = Table(
    "announcements", metadata,
    _id(), _office(), _number("number"), _to("author_id", "people"), Column("body", Text, nullable=False), _words("audience"),
    _words("weekly", 20), _moment("next_at"), _moment("ended_at"), _moment("created_at", needed=True),
    UniqueConstraint("office_id", "number"), Index(None, "office_id", "next_at"),
)  # fmt: skip

invitations = Table(  # to events: what stands now; what was written, by whom, is in invitation_versions
    "invitations", metadata,
    _id(), _office(), _number("number"), _words("status", 20), _to("author_id", "people"), _words("title"),
    _moment("starts_at"), _words("place"), Column("latitude", Double), Column("longitude", Double), _words("dress"),
    _words("contact"), _words("note", 500), _words("audience"), _number("capacity"), _words("fingerprint", 64),
    _words("approved", 64), _to("approver_id", "people", needed=False),
    _words("proposed", 64),  # the version that waits to take the place of one that has gone out
    _moment("send_at"), _moment("sent_at"), _moment("ended_at"), _words("reason", 500),
    _number("sequence"),  # of the calendar file: one more with each change
    _words("secret", 64),  # from which the codes at the door are derived
    _moment("created_at", needed=True), UniqueConstraint("office_id", "number"), Index(None, "office_id", "status", "starts_at"),
)  # fmt: skip

invitation_versions = Table(
    "invitation_versions", metadata,
    _id(), _office(), _to("invitation_id", "invitations"), _words("fingerprint", 64), _facts("content"),
    _to("author_id", "people"), _moment("created_at", needed=True), UniqueConstraint("invitation_id", "fingerprint"),
)  # fmt: skip

invitees = Table(  # who was invited, what they answered, and who came, invited or not
    "invitees", metadata,
    _id(), _office(), _to("invitation_id", "invitations"), _to("person_id", "people"),
    Column("invited", Boolean, nullable=False, server_default=true()), _words("answer", 20), _moment("answered_at"),
    _moment("arrived_at"), _words("arrived_by", 20), UniqueConstraint("invitation_id", "person_id"), Index(None, "person_id"),
)  # fmt: skip

imports = Table(  # a register that was sent: the rows as they were read, and what was made of them, so that it can be undone
    "imports", metadata,
    _id(), _office(), _words("kind", 20), _words("state", 20), _to("person_id", "people", needed=False),
    _to("account_id", "accounts", needed=False), _words("handle", 300), _words("name"), _facts("content"), _facts("made"),
    _moment("created_at", needed=True), _moment("applied_at"), _moment("undone_at"),
)  # fmt: skip

expected = Table(  # people of an imported register who have not come and agreed themselves yet
    "expected", metadata,
    _id(), _office(), _to("import_id", "imports"), _words("name"), _words("name_key"), _words("phone", 20),
    _to("outlet_id", "outlets", needed=False), _words("work", 60), _words("area"), _words("card", 60),
    _to("person_id", "people", needed=False), _moment("created_at", needed=True), Index(None, "office_id", "name_key"),
    Index(None, "office_id", "phone"),
)  # fmt: skip

occurrences = Table(  # what the clock has done: each key happens once
    "occurrences", metadata,
    _id(), _office(), _words("key"), _moment("due_at", needed=True), _moment("done_at", needed=True),
    UniqueConstraint("office_id", "key"),
)  # fmt: skip

jobs = Table(
    "jobs", metadata,
    _id(), _office(), _words("kind", 40), Column("key", String(200), nullable=False), _facts("facts"), _words("state", 20),
    _number("tries"), _words("fault", 500), _moment("run_at", needed=True), _moment("leased_until"),
    UniqueConstraint("office_id", "key"), Index(None, "state", "run_at"),
)  # fmt: skip

group_imports = Table(  # links that staff brought from a chat group: no name, no number and no word of it is kept
    "group_imports", metadata,
    _id(), _office(), _to("person_id", "people"), _to("account_id", "accounts"), _words("chat", 150), _words("state", 20),
    _facts("found"),  # how many messages, and the links with the moment that the group names
    _number("done"),  # links that were gone through
    _moment("begun_at", needed=True), _moment("due_at"), _moment("ended_at"), Index(None, "office_id", "state"),
)  # fmt: skip

group_links = Table(  # which links came so, and when the group says they were posted: nobody guarantees it
    "group_links", metadata,
    _id(), _office(), _to("import_id", "group_imports"), _to("link_id", "links"), _moment("told_at"),
    UniqueConstraint("link_id"), Index(None, "import_id"),
)  # fmt: skip

proofs = Table(  # what was printed or broadcast: a link's other kind of evidence
    "proofs", metadata,
    _id(), _office(), _to("link_id", "links"), _words("medium", 20), Column("day", Date, nullable=False), _words("place", 60),
    _words("digest", 64),  # of its first file, so that the same one is counted once
    UniqueConstraint("link_id"), Index(None, "office_id", "digest"),
)  # fmt: skip

proof_files = Table(
    "proof_files", metadata,
    _id(), _office(), _to("proof_id", "proofs"), _to("file_id", "files"), UniqueConstraint("file_id"), Index(None, "proof_id"),
)  # fmt: skip

arrivals = Table(  # who came by a release's link before they were registered: they see it once they are
    "arrivals", metadata,
    _id(), _office(), _to("person_id", "people"), _to("release_id", "releases"), _moment("at", needed=True), _moment("shown_at"),
    UniqueConstraint("person_id", "release_id"),
)  # fmt: skip

inquiries = Table(  # journalists' questions: who holds each, until when an answer is promised, and where it has gone
    "inquiries", metadata,
    _id(), _office(), _number("number"), _to("person_id", "people"), _to("release_id", "releases", needed=False),
    _to("invitation_id", "invitations", needed=False), _words("state", 20), _to("holder_id", "people", needed=False),
    Column("interview", Boolean, nullable=False, server_default=false()),  # with whom stands in their words
    _words("unit"), _moment("unit_at"),  # the office to which it was forwarded, outside the desk
    _moment("asked_at", needed=True), _moment("remind_at", needed=True), _moment("due_at", needed=True),
    _moment("reminded_at"), _moment("escalated_at"), _moment("taken_at"), _moment("ended_at"),
    UniqueConstraint("office_id", "number"), Index(None, "office_id", "state", "due_at"), Index(None, "person_id"),
)  # fmt: skip

inquiry_questions = Table(  # what a journalist asked and asked further, in its order
    "inquiry_questions", metadata,
    _id(), _office(), _to("inquiry_id", "inquiries"), _to("person_id", "people"),
    Column("words", Text, nullable=False, server_default=""), _moment("at", needed=True), Index(None, "inquiry_id"),
)  # fmt: skip

inquiry_answers = Table(  # what the office answered; a correction is another row
    "inquiry_answers", metadata,
    _id(), _office(), _to("inquiry_id", "inquiries"), _to("person_id", "people"),
    Column("words", Text, nullable=False, server_default=""), _words("terms", 20), _words("source"), _moment("at", needed=True),
    _moment("meets_at"),  # when, where an interview is proposed
    Index(None, "inquiry_id"),
)  # fmt: skip

quotes = Table(  # what an official is quoted with in a release; the words of a row never change, others are another row
    "quotes", metadata,
    _id(), _office(), _to("release_id", "releases"), Column("words", Text, nullable=False), _words("speaker"),
    _words("fingerprint", 64),  # of the words and the speaker, as the official was shown them
    _to("official_id", "people"), _to("proposer_id", "people"), _words("state", 20), _moment("proposed_at", needed=True),
    _moment("told_at"),  # when staff were told that there is no answer
    _to("decided_by", "people", needed=False), _moment("decided_at"),
    Index(None, "release_id"), Index(None, "office_id", "state", "proposed_at"),
)  # fmt: skip

delegates = Table(  # who gets copies of what an official is told: by a code until they come, and until it is ended
    "delegates", metadata,
    _id(), _office(), _to("official_id", "people"), _words("digest", 64), _to("person_id", "people", needed=False),
    _moment("created_at", needed=True), _moment("ended_at"), Index(None, "office_id", "official_id"), Index(None, "person_id"),
    Column("may_agree", Boolean, nullable=False, server_default=false()),  # to quotes, in the official's stead
)  # fmt: skip

event_notes = Table(  # what an official is told half an hour before an event: written anew each time, the latest holds
    "event_notes", metadata,
    _id(), _office(), _to("invitation_id", "invitations"), _to("person_id", "people"), Column("words", Text, nullable=False),
    _moment("at", needed=True), Index(None, "invitation_id"),
)  # fmt: skip

counters = Table(
    "counters", metadata,
    _id(), _office(), _words("name", 40), _number("value"), UniqueConstraint("office_id", "name"),
)  # fmt: skip

audit = Table(  # ids and facts only, never names: people can be erased, this stays
    "audit", metadata,
    _id(), _office(), _moment("at", needed=True), _number("actor_id"), _words("deed", 60), _words("object", 60), _facts("facts"),
    _words("seal", 64), Column("place", Integer),  # in the chain: rows are sealed as they are committed, and ids come earlier
    UniqueConstraint("office_id", "place"), Index(None, "office_id", "object"),
)  # fmt: skip
