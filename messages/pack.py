"""The auditor's pack in words: its sections, their columns, and what stands in their cells."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from messages.card import Card, texts
from messages.ledger import STAGES
from messages.link_checks import WHY
from messages.links import STATES, reason
from messages.people import ROLES, plain
from messages.wording import Words

Facts = Mapping[str, Any]

# Each section in the order in which it is read: its title and its columns.
SECTIONS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "rules": ("pack-rules", ("version", "since", "legal", "content")),
    "links": (
        "pack-links",
        ("code", "received", "outlet", "sender", "release", "address", "identity", "kind", "state", "doubt", "decided", "why",
         "stage", "recap"),
    ),
    "decisions": ("pack-decisions", ("code", "at", "state", "why", "by", "version")),
    "checks": ("pack-checks", ("code", "at", "outcome", "why", "measured", "version")),
    "evidence": ("pack-evidence", ("code", "at", "sha256", "place", "seal")),
    "duplicates": ("pack-duplicates", ("code", "same")),
    "rechecks": ("pack-rechecks", ("code", "at", "occasion", "result", "signals", "alike", "difference", "sha256")),
    "overrides": ("pack-overrides", ("code", "at", "was", "state", "why", "by", "version")),
    "appeals": ("pack-appeals", ("code", "raised", "due", "words", "outcome", "by", "decided", "why")),
    "ledger": ("pack-ledger", ("code", "at", "was", "stage", "recap", "document", "reference", "dated", "by", "undone")),
    "chain": ("pack-chain", ("day", "first", "last", "seal")),
    "audit": ("pack-audit", ("place", "at", "by", "deed", "object", "facts", "seal")),
}  # fmt: skip
COLUMNS: Final = {
    "version": "pack-column-version", "since": "pack-column-since", "legal": "pack-column-legal",
    "content": "pack-column-content", "code": "recap-column-code", "received": "recap-column-received",
    "outlet": "recap-column-outlet", "sender": "recap-column-sender", "release": "recap-column-release",
    "address": "recap-column-address", "identity": "pack-column-identity", "kind": "recap-column-medium",
    "state": "recap-column-state", "doubt": "pack-column-doubt", "decided": "recap-column-decided", "why": "recap-column-reason",
    "stage": "recap-column-stage", "recap": "recap-column-recap", "at": "pack-column-at", "by": "pack-column-by",
    "outcome": "pack-column-outcome", "measured": "pack-column-measured", "sha256": "pack-column-sha",
    "place": "pack-column-place", "seal": "pack-column-seal", "same": "pack-column-same",
    "occasion": "pack-column-occasion", "result": "pack-column-outcome",
    "signals": "pack-column-signals", "alike": "pack-column-alike", "difference": "pack-column-difference",
    "was": "pack-column-was", "raised": "pack-column-raised", "due": "pack-column-due", "words": "pack-column-words",
    "document": "recap-column-document", "reference": "recap-column-reference", "dated": "recap-column-dated",
    "undone": "pack-column-undone", "day": "pack-column-day", "first": "pack-column-first", "last": "pack-column-last",
    "deed": "pack-column-deed", "object": "pack-column-object", "facts": "pack-column-facts",
}  # fmt: skip
OUTCOMES: Final = {
    "recognised": "links-state-recognised", "queue": "pack-outcome-queue", "unrelated": "pack-outcome-unrelated",
    "late": "links-found-late",
}  # fmt: skip
RESULTS: Final = {
    "first": "pack-result-first", "same": "pack-result-same", "changed": "pack-result-changed", "absent": "pack-result-absent",
    "doubtful": "pack-result-doubtful", "closed": "pack-result-closed", "later": "pack-result-later", "ours": "pack-result-ours",
    "nothing": "pack-result-nothing",
}  # fmt: skip
APPEALS: Final = {
    "open": "pack-appeal-open", "accepted": "pack-appeal-accepted", "refused": "pack-appeal-refused",
    "withdrawn": "pack-appeal-withdrawn", "moot": "pack-appeal-moot",
}  # fmt: skip
NAMED: Final[Mapping[str, Mapping[Any, str]]] = {
    "state": STATES, "stage": STAGES, "outcome": OUTCOMES, "result": RESULTS, "appeal": APPEALS, "why": WHY,
}  # fmt: skip


def titles(words: Words, section: str) -> tuple[str, tuple[str, ...]]:
    """A section's title and those of its columns."""
    title, columns = SECTIONS[section]
    return words(title), tuple(words(COLUMNS[each]) for each in columns)


def named(words: Words, kind: str, code: str) -> str:
    """A code of ours by its name; as it stands where it has none."""
    table: Mapping[str, str] = {str(key): sentence for key, sentence in NAMED[kind].items()}
    return words(table[code]) if code in table else code


def why(words: Words, said: str) -> str:
    """A reason as it was given."""
    return reason(words, said) if said else ""


def actor(words: Words, person: int, role: str) -> str:
    """Who did something: a number and a role, never a name."""
    if not person:
        return words("pack-nobody")
    known = {str(key): sentence for key, sentence in ROLES.items()}
    return words("pack-actor", number=str(person), role=words(known[role]) if role in known else role)


def opening(words: Words, month: str, made: str) -> tuple[str, ...]:
    """What stands before everything: what this is, and how it is checked."""
    return (
        words("pack-title", office=words.office, month=month), words("pack-made", when=made), words("pack-about"),
        words("pack-numbers"), words("pack-verify"),
    )  # fmt: skip


def span(words: Words, first: date, last: date) -> str:
    """Days of one month as people say them: Nov 2026, 1–15 Nov 2026."""
    month = words.month_of(first)
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        return month
    return f"{first.day}–{last.day} {month}" if first < last else f"{first.day} {month}"


def contents(words: Words) -> str:
    """The title of the list of sections."""
    return words("pack-contents")


def coming(words: Words, facts: Facts) -> Card:
    """It is being made."""
    return Card(texts(words("pack-coming", month=facts["month"])))


def ready(words: Words, facts: Facts) -> Card:
    """The ZIP itself."""
    said = words("pack-ready", month=facts["month"], links=facts["links"], sha=facts["sha256"])
    return Card(texts(said), files=(facts["file"],))


def split(words: Words, facts: Facts) -> Card:
    """It comes in two parts, each of which is read by itself."""
    return Card(texts(words("pack-split", month=facts["month"], parts=", ".join(facts["parts"]))))


def too_large(words: Words, facts: Facts) -> Card:
    """It cannot be sent in a chat."""
    return Card(texts(words("pack-too-large", month=facts["month"])))


CARDS = {
    "pack_coming": coming,
    "pack_ready": ready,
    "pack_split": split,
    "pack_too_large": too_large,
    "pack_how": plain("pack-how"),
    "pack_elsewhere": plain("pack-elsewhere"),
}
