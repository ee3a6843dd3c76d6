"""What each table holds of a person, what for, and what an erasure does to it: the list that an erasure goes through.

A table is either here or among NOBODYS; tests hold that, and that every table with a person is here. Words that an erasure
leaves where they are stand in STAYS, column by column; `erasing.py` does the rest, and a test fills every table to see it.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class AtErasure(StrEnum):
    """What becomes of a person's rows when they are erased."""

    ERASE = "erase"  # the rows go; where others point at a row or count it, everything in it that tells of the person does
    KEEP = "keep"  # evidence and the office's record: they stay under the person's number, which then leads to no name


class Holding(NamedTuple):
    """A table that holds something of a person."""

    table: str
    purpose: str  # what it is kept for
    at_erasure: AtErasure


ERASE, KEEP = AtErasure.ERASE, AtErasure.KEEP

HOLDINGS: tuple[Holding, ...] = (
    # who they are
    Holding("people", "to know whom the office works with", ERASE),
    Holding("addresses", "to write to them", ERASE),
    Holding("memberships", "to know for which outlets they write", ERASE),
    Holding("connection_codes", "to connect another of their channels", ERASE),
    Holding("merges", "to take back that two people were made one", ERASE),
    Holding("join_codes", "to let each invitation in once", ERASE),
    Holding("expected", "to know whom the office's own register lists, until they come themselves", ERASE),
    Holding("consents", "to prove what they agreed to, and when", KEEP),
    Holding("erasures", "to prove that an erasure was asked for and done", KEEP),
    Holding("blocks", "the office's record: who was blocked, why, until when, and what became of an appeal", KEEP),
    Holding("retention", "the office's record: who changed how long something is kept", KEEP),
    # what they say and are told
    Holding("conversations", "to go on where they were", ERASE),
    Holding("inbox", "to answer each of their messages once, and again after a fault of ours", ERASE),
    Holding("bursts", "to answer all links of a message at once", ERASE),
    Holding("outbox", "to tell them each thing once, and to report what arrived", ERASE),
    Holding("charges", "to check the platform's bill, message by message", ERASE),
    Holding("subscriptions", "to tell them only what they want to be told, when they want it", ERASE),
    Holding("release_opens", "to remind only those whom it concerns", ERASE),
    Holding("arrivals", "to show them the release whose link they followed", ERASE),
    # what the office has to be able to show
    Holding("links", "to prove what was published, and who sent it", KEEP),
    Holding("verdicts", "to show what a link led to, and by which rule it was judged", KEEP),
    Holding("group_imports", "to show who brought links from a group, and to undo it", KEEP),
    Holding("group_links", "to show how a link reached the office", KEEP),
    Holding("proofs", "to show where and when something was printed or broadcast", KEEP),
    Holding("proof_files", "to show it", KEEP),
    Holding("link_steps", "to show who decided on a link, and why", KEEP),
    Holding("appeals", "to answer who disagrees with a decision, and to show how it ended", KEEP),
    Holding("proposals", "to show which two people decided on a link", KEEP),
    Holding("ledger_batches", "to show who marked what as recapped, invoiced or paid", KEEP),
    Holding("ledger_steps", "to show how far each link was on its way to payment, and when", KEEP),
    Holding("ledger_sheets", "to show which list was applied to the ledger, and who sent it", KEEP),
    Holding("crises", "the office's record: who declared a disaster, and who speaks for it", KEEP),
    Holding("releases", "the office's record: who wrote and who approved", KEEP),
    Holding("release_versions", "the office's record: who wrote which version", KEEP),
    Holding("release_files", "the office's record: whose picture it is", KEEP),
    Holding("corrections", "the office's record: who corrected a release, and who approved it", KEEP),
    Holding("recalls", "the office's record: who took a release back, why, and who agreed", KEEP),
    Holding("embargo_consents", "to show who agreed to an embargo, and when", KEEP),
    Holding("press_groups", "the office's record: who made a group of journalists", KEEP),
    Holding("press_group_members", "to send to a group what is for it", ERASE),
    Holding("withholdings", "the office's record: to whom a release was not sent, why, and who decided that", KEEP),
    Holding("files", "the office's record: the pictures and documents of its releases", KEEP),
    Holding("announcements", "the office's record: who told a group what", KEEP),
    Holding("invitations", "the office's record: who invited to what, and who approved", KEEP),
    Holding("invitation_versions", "the office's record: who wrote which version", KEEP),
    Holding("invitees", "the office's record: how many came, invited or not; under the person's number", KEEP),
    Holding("inquiries", "the office's record: what was asked of it, who held it, and when it was answered", KEEP),
    Holding("inquiry_questions", "to answer what they asked", ERASE),
    Holding("inquiry_answers", "the office's record: what it answered, who wrote it and who may be quoted with it", KEEP),
    Holding("quotes", "the office's record: with what an official agreed to be quoted", KEEP),
    Holding("delegates", "to send copies of what an official is told to whom they named", ERASE),
    Holding("event_notes", "the office's record: with what an official was prepared for an event, and by whom", KEEP),
    Holding("rules", "the office's record: who changed a rule, and by which regulation", KEEP),
    Holding("imports", "to show which register was read in, by whom, and to undo it", ERASE),
    Holding("audit", "to prove who did what; numbers only, never a name", KEEP),
)

# Tables that hold nothing of a person: what belongs to the installation, the office, its outlets and its platforms.
NOBODYS: frozenset[str] = frozenset(
    "installation offices accounts leases outlets outlet_hosts outlet_aliases templates uploads occurrences jobs counters"
    " notices holidays watches rechecks pictures link_aliases correction_links".split()
)

# The columns with words that an erasure leaves. Evidence and the office's record may hold what a person wrote in it: that is the
# restricted part, which the answer to them names. The rest belongs to the office, its outlets and its platforms.
STAYS: Mapping[str, tuple[str, ...]] = {
    # evidence: what was published and sent as proof of it, and why it was decided so
    "links": ("typed", "address", "identity", "reason"),
    "link_steps": ("reason",),
    "link_aliases": ("identity",),
    "verdicts": ("reasons", "measured", "copies", "title", "text"),
    "rechecks": ("signals", "difference", "title", "text"),
    "appeals": ("words", "files", "reason"),
    "proposals": ("reason",),
    "blocks": ("reason", "appeal", "answer"),
    "files": ("name", "mime", "fault", "handle"),  # of a release's files; of theirs a number of ours is left
    "group_imports": ("found",),
    "ledger_batches": ("reference",),
    "ledger_steps": ("reference",),
    "ledger_sheets": ("name", "lines"),
    "audit": ("facts",),
    # the office's own record and words
    "releases": ("headline", "body", "audience"),
    "release_versions": ("headline", "body"),
    "release_files": ("credit",),
    "corrections": ("source", "changes", "said"),
    "recalls": ("reason",),
    "press_groups": ("name", "name_key"),
    "withholdings": ("reason",),
    "announcements": ("body", "audience"),
    "invitations": ("title", "place", "dress", "contact", "note", "audience", "reason"),
    "invitation_versions": ("content",),
    "crises": ("name", "spokesperson"),
    "inquiries": ("unit",),
    "inquiry_answers": ("words", "source"),
    "quotes": ("words", "speaker"),
    "event_notes": ("words",),
    "rules": ("reference", "content"),
    "notices": ("text",),
    "holidays": ("name", "decree"),
    # the installation, outlets and platforms
    "installation": ("value",),
    "leases": ("name",),
    "offices": ("name", "settings"),
    "accounts": ("name", "secret", "note"),
    "outlets": ("name", "name_key"),
    "outlet_hosts": ("host", "path"),
    "outlet_aliases": ("name", "name_key"),
    "templates": ("reason",),
    "uploads": ("handle",),
    "occurrences": ("key",),
    "jobs": ("key",),
}
