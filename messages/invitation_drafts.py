"""Invitations as staff make, approve, send, change and count them."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.invitations import change_line, event_lines, field_line
from messages.release_editing import audience_line
from messages.wording import Words
from storage.records import Medium

Facts = Mapping[str, Any]
Rows = tuple[tuple[Choice, ...], ...]

ASKS = {
    "title": "invitation-ask-title", "starts_at": "invitation-ask-when", "place": "invitation-ask-place",
    "dress": "invitation-ask-dress", "contact": "invitation-ask-contact", "note": "invitation-ask-extra",
    "capacity": "invitation-ask-capacity",
}  # fmt: skip
FIELDS = {
    "title": "invitation-field-title", "starts_at": "invitation-field-when", "place": "invitation-field-place",
    "dress": "invitation-field-dress", "contact": "invitation-field-contact", "note": "invitation-field-note",
    "capacity": "invitation-field-capacity",
}  # fmt: skip
PROBLEMS = {
    "unclear": "invitation-problem-unclear", "name": "invitation-problem-name", "not_a_moment": "invitation-problem-when",
    "past": "invitation-problem-past", "no_time": "invitation-problem-hour", "no_such_date": "invitation-problem-date",
    "too_far": "invitation-problem-far", "after_event": "invitation-problem-after",
}  # fmt: skip
STATUS = {
    "draft": "invitation-is-draft", "submitted": "invitation-is-submitted", "approved": "invitation-is-approved",
    "scheduled": "invitation-is-scheduled", "sent": "invitation-is-sent", "cancelled": "invitation-is-cancelled",
    "discarded": "invitation-is-discarded",
}  # fmt: skip


def ask(words: Words, facts: Facts) -> Card:
    """The next thing that is missing."""
    asked = texts(_problem(words, facts), words(ASKS[facts["field"]]))
    if not facts["optional"]:
        return Card(asked)
    return Card(asked, ((button(words("invitation-button-skip"), "inv_skip", facts["id"], version=facts["field"]),),))


def _problem(words: Words, facts: Facts) -> str:
    return words(PROBLEMS[facts["problem"]]) if facts["problem"] else ""


def preview(words: Words, facts: Facts) -> Card:
    """The whole as it would be received, how many would receive it, and what can be done next."""
    ended = words("invitation-approval-over") if facts["was"] in {"submitted", "approved", "scheduled"} else ""
    head = words("invitation-draft", code=facts["code"])
    row = (
        button(words("invitation-button-submit"), "inv_submit", facts["id"]),
        button(words("invitation-button-edit"), "inv_edit", facts["id"]),
    )
    more = (
        button(words("invitation-button-to"), "inv_to", facts["id"]),
        button(words("invitation-button-discard"), "inv_discard", facts["id"]),
    )
    return Card((*texts(ended, head), *whole(words, facts), *texts(_receivers(words, facts))), (row, more))


def whole(words: Words, facts: Facts) -> tuple[Block, ...]:
    """All that an invitation says."""
    title = Block(words("invitation-title", code=facts["code"], title=facts["title"]), Style.TITLE)
    pin = words("invitation-pinned", at=f"{facts['latitude']}, {facts['longitude']}") if facts["latitude"] is not None else ""
    more = "\n".join(line for each in ("note", "capacity") if (line := field_line(words, facts, each)))
    return (title, *texts(event_lines(words, facts), more, pin))


def _receivers(words: Words, facts: Facts) -> str:
    census, group = facts["census"], audience_line(words, facts["media"])
    unreached = census["paused"] + census["left"] + census["unreachable"]
    left_out = words("invitation-unreached", count=unreached) if unreached else ""
    said = words("invitation-receivers", count=census["reached"], audience=group)
    return " ".join(filter(None, (said, left_out)))


def edit(words: Words, facts: Facts) -> Card:
    """What is to be changed."""
    hint = words("invitation-edit-hint", code=facts["code"])
    if facts["out"]:
        return Card(texts(words("invitation-edit", code=facts["code"]), hint))
    rows = [button(words(FIELDS[each]), "inv_field", facts["id"], version=each.replace("_", "")) for each in FIELDS]
    pairs = tuple(zip(rows[::2], rows[1::2], strict=False))
    return Card(texts(words("invitation-edit", code=facts["code"]), hint), (*pairs, (rows[-1],)))


def receivers(words: Words, facts: Facts) -> Card:
    """For which media."""
    wrong = words("invitation-to-unclear") if facts["unclear"] else ""
    row = tuple(
        button(_marked(words(MEDIA[each]), is_chosen=each.value in facts["media"]), "inv_to", facts["id"], version=each.value)
        for each in Medium
    )
    everybody = _marked(words("invitation-button-everybody"), is_chosen=not facts["media"])
    last = (
        button(everybody, "inv_to", facts["id"], version="all"),
        button(words("invitation-button-draft"), "inv_draft", facts["id"]),
    )
    return Card(texts(wrong, _receivers(words, facts), words("invitation-to-how")), (row, last))


def _marked(label: str, *, is_chosen: bool) -> str:
    return f"✅ {label}" if is_chosen else label


MEDIA = {
    Medium.ONLINE: "reminders-group-online", Medium.PRINT: "reminders-group-print", Medium.TV: "reminders-group-tv",
    Medium.RADIO: "reminders-group-radio",
}  # fmt: skip


def discard(words: Words, facts: Facts) -> Card:
    """Whether it is really to be put away."""
    yes = button(words("invitation-button-yes-discard"), "inv_discard", facts["id"], version="yes")
    keep = button(words("invitation-button-draft"), "inv_draft", facts["id"])
    return Card(texts(words("invitation-discard", code=facts["code"], title=facts["title"])), ((yes, keep),))


def discarded(words: Words, facts: Facts) -> Card:
    """Put away."""
    return Card(texts(words("invitation-discarded", code=facts["code"])))


def submitted(words: Words, facts: Facts) -> Card:
    """It lies with the approvers; of a change, what was sent holds until then."""
    line = words("invitation-submitted", code=facts["code"], names=", ".join(facts["approvers"]))
    return Card(texts(line, words("invitation-change-waits") if facts["change"] else ""))


def no_approver(words: Words, facts: Facts) -> Card:
    """Nobody but its writers could approve it."""
    return Card(texts(words("invitation-no-approver", code=facts["code"])))


def review(words: Words, facts: Facts) -> Card:
    """The exact words with the decision on that version; of a change first what it changes."""
    if facts["changes"]:
        head = words("invitation-review-change", code=facts["code"], author=facts["author"])
        lines = "\n".join(change_line(words, facts["before"], facts, each) for each in facts["changes"])
        told = words("invitation-review-told", count=facts["yes"])
    else:
        head, lines = words("invitation-review", code=facts["code"], author=facts["author"]), ""
        told = words("invitation-receivers", count=facts["people"], audience=audience_line(words, facts["media"]))
    approve = button(words("invitation-button-approve"), "inv_approve", facts["id"], version=facts["version"])
    changes = button(words("invitation-button-changes"), "inv_return", facts["id"], version=facts["version"])
    return Card((*texts(head, lines), *whole(words, facts), *texts(told)), ((approve, changes),))


def unclear(words: Words, facts: Facts) -> Card:
    """The answer was neither yes nor a wish for changes."""
    return Card(texts(words("invitation-unclear")))


def own(words: Words, facts: Facts) -> Card:
    """Nobody approves what they wrote."""
    return Card(texts(words("invitation-own", code=facts["code"])))


def other(words: Words, facts: Facts) -> Card:
    """It says something else than when the button was made; the new one follows."""
    return Card(texts(words("invitation-other", code=facts["code"])))


def approved(words: Words, facts: Facts) -> Card:
    """Approved: send it now, later, or not yet."""
    sentence = "invitation-approved-by-you" if facts["mine"] else "invitation-approved"
    return Card(texts(words(sentence, code=facts["code"], name=facts["by"]), facts["title"]), _send(words, facts))


def _send(words: Words, facts: Facts) -> Rows:
    now = button(words("invitation-button-send"), "inv_send", facts["id"])
    return ((now, button(words("invitation-button-schedule"), "inv_moment", facts["id"])),)


def ask_note(words: Words, facts: Facts) -> Card:
    """The question what is to be mended."""
    long = words("invitation-too-long", limit=facts["limit"]) if facts["limit"] else ""
    return Card(texts(long, words("invitation-ask-note", code=facts["code"])))


def note_sent(words: Words, facts: Facts) -> Card:
    """The note is with who wrote it."""
    return Card(texts(words("invitation-note-sent", code=facts["code"], author=facts["author"] or words.office)))


def returned(words: Words, facts: Facts) -> Card:
    """An approver asks for changes, in their words."""
    sentence = "invitation-change-returned" if facts["change"] else "invitation-returned"
    row = ((button(words("invitation-button-draft"), "inv_draft", facts["id"]),),)
    return Card(texts(words(sentence, code=facts["code"], name=facts["by"]), facts["note"]), row)


def moved(words: Words, facts: Facts) -> Card:
    """The change holds, and whom it concerns is told."""
    return Card(texts(words("invitation-moved", code=facts["code"], count=facts["people"], name=facts["by"])))


CARDS = {
    "invitation_ask": ask,
    "invitation_preview": preview,
    "invitation_edit": edit,
    "invitation_receivers": receivers,
    "invitation_discard": discard,
    "invitation_discarded": discarded,
    "invitation_submitted": submitted,
    "invitation_no_approver": no_approver,
    "invitation_review": review,
    "invitation_unclear": unclear,
    "invitation_own": own,
    "invitation_other": other,
    "invitation_approved": approved,
    "invitation_ask_note": ask_note,
    "invitation_note_sent": note_sent,
    "invitation_returned": returned,
    "invitation_moved": moved,
}
