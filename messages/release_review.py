"""Releases on their way from a draft to an approval, for writers and approvers."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.release_editing import audience_line
from messages.release_reading import STATUS, code_buttons, credit, deadline, terms
from messages.segments import withheld_line
from messages.topics import topic_line
from messages.wording import Words

Facts = Mapping[str, Any]


def release_submitted(words: Words, facts: Facts) -> Card:
    """It lies with the approvers."""
    line = words("release-submitted", code=facts["code"], names=", ".join(facts["approvers"]))
    return Card(texts(line, words("release-submitted-hint")), ((button(words("release-button-draft"), "draft", facts["id"]),),))


def release_no_approver(words: Words, facts: Facts) -> Card:
    """Nobody but its writers could approve it."""
    return Card(texts(words("release-no-approver", code=facts["code"])))


def release_review(words: Words, facts: Facts) -> Card:
    """The exact text with its photos, and at its end the decision on that version."""
    people = words("release-review-people", count=facts["people"], audience=audience_line(words, facts["media"]))
    blocks = (
        *texts(words("release-review", code=facts["code"], author=facts["author"]), people, topic_line(words, facts["topic"])),
        *texts(withheld_line(words, facts), terms(words, facts)),
        Block(facts["headline"], Style.TITLE),
        *texts(*facts["body"].split("\n\n")),
        *(Block(line, Style.QUIET) for line in (credit(words, facts), deadline(words, facts)) if line),
        *texts(words("release-review-end", code=facts["code"])),
    )
    approve = button(words("release-button-approve"), "approve", facts["id"], version=facts["version"])
    changes = button(words("release-button-changes"), "ask_changes", facts["id"], version=facts["version"])
    return Card(blocks, ((approve, changes),), tuple(facts["files"]))


def release_review_unclear(words: Words, facts: Facts) -> Card:
    """The answer was neither yes nor a wish for changes."""
    return Card(texts(words("release-review-unclear")))


def release_waiting(words: Words, facts: Facts) -> Card:
    """What waits for an approval."""
    events, corrected = facts.get("events", ()), facts.get("corrections", ())
    lines = [f"{each['code']} · {each['headline']}" for each in (*facts["items"], *events)]
    lines += [words("correction-listed", code=each["code"], headline=each["headline"]) for each in corrected]
    recalled = facts.get("recalls", ())
    lines += [words("recall-listed", code=each["code"], headline=each["headline"]) for each in recalled]
    if not lines:
        return Card(texts(words("release-waiting-none")))
    rows = (*code_buttons(facts["items"], "review"), *code_buttons(list(events), "inv_review"))
    rows += tuple((_correction(words, each),) for each in corrected)
    rows += tuple((button(words("recall-button-listed", code=each["code"]), "recall_review", each["id"]),) for each in recalled)
    return Card(texts(words("release-waiting"), *lines), rows)


def _correction(words: Words, each: Facts) -> Choice:
    return button(words("correction-button-listed", code=each["code"]), "amend_review", each["id"])


def release_approved(words: Words, facts: Facts) -> Card:
    """Approved: send it now, later, or not yet. For the approver, and for the author."""
    sentence = "release-approved-by-you" if facts["mine"] else "release-approved"
    line = words(sentence, code=facts["code"], name=facts["by"])
    return Card(texts(line, facts["headline"]), send_buttons(words, facts))


def send_buttons(words: Words, facts: Facts) -> tuple[tuple[Any, ...], ...]:
    """What can be done with an approved release."""
    now = button(words("release-button-send"), "send", facts["id"])
    later = button(words("release-button-schedule"), "ask_moment", facts["id"])
    return ((now, later), (button(words("release-button-not-now"), "not_now", facts["id"]),))


def release_own(words: Words, facts: Facts) -> Card:
    """Nobody approves what they wrote."""
    return Card(texts(words("release-own", code=facts["code"])))


def release_changed(words: Words, facts: Facts) -> Card:
    """The text is another one than the button was made for; the new one follows."""
    return Card(texts(words("release-changed", code=facts["code"])))


def release_fetching(words: Words, facts: Facts) -> Card:
    """Bytes are missing: wait, then press again."""
    again = button(words("release-button-approve"), "approve", facts["id"], version=facts["version"])
    return Card(texts(words("release-fetching", code=facts["code"], count=facts["count"])), ((again,),))


def release_ask_note(words: Words, facts: Facts) -> Card:
    """Ask what is to be mended."""
    fault = words("release-note-too-long", limit=facts["too_long"]) if facts["too_long"] else ""
    return Card(texts(fault, words("release-ask-note", code=facts["code"])))


def release_note_sent(words: Words, facts: Facts) -> Card:
    """The note is with the author, if there still is one; the release is a draft."""
    code, author = facts["code"], facts["author"]
    told = words("release-note-sent", code=code, author=author) if author else words("release-note-unsent", code=code)
    return Card(texts(told))


def release_returned(words: Words, facts: Facts) -> Card:
    """An approver asks for changes; in their words."""
    intro = words("release-returned", code=facts["code"], name=facts["by"])
    return Card(texts(intro, facts["note"]), ((button(words("release-button-draft"), "draft", facts["id"]),),))


def release_overturned(words: Words, facts: Facts) -> Card:
    """For whoever approved or scheduled it: a change has ended that."""
    sentence = OVERTURNED[facts["mine"], bool(facts["moment"])]
    moment = words.moment(facts["moment"]) if facts["moment"] else ""
    line = words(sentence, code=facts["code"], name=facts["by"], **({"moment": moment} if moment else {}))
    return Card(texts(line, facts["headline"]), ((button(words("release-button-draft"), "draft", facts["id"]),),))


def release_stands(words: Words, facts: Facts) -> Card:
    """How it stands now, and who brought it there."""
    state = words("release-stands", code=facts["code"], status=words(STATUS[facts["status"]]))
    who = words("release-stands-by", name=facts["by"], moment=words.moment(facts["at"])) if facts["by"] and facts["at"] else ""
    when = words("release-stands-launch", moment=words.moment(facts["launch_at"])) if facts["launch_at"] else ""
    return Card(texts(" ".join(each for each in (state, who, when) if each)), _next(words, facts))


def _next(words: Words, facts: Facts) -> tuple[tuple[Any, ...], ...]:
    """What can be done from here."""
    action = NEXT.get(facts["status"])
    return ((button(words(action[0]), action[1], facts["id"]),),) if action else ()


NEXT = {
    "draft": ("release-button-draft", "draft"),
    "submitted": ("release-button-draft", "draft"),
    "approved": ("release-button-draft", "draft"),
    "scheduled": ("release-button-draft", "draft"),
    "sending": ("release-button-report", "report"),
    "paused": ("release-button-resume", "sending_resume"),
    "sent": ("release-button-report", "report"),
}

# Whether the reader approved it, and whether it was scheduled; nobody else is told of a mere approval.
OVERTURNED = {
    (True, False): "release-overturned-approval",
    (True, True): "release-overturned-both",
    (False, True): "release-overturned-schedule",
}

CARDS = {
    "release_submitted": release_submitted,
    "release_no_approver": release_no_approver,
    "release_review": release_review,
    "release_review_unclear": release_review_unclear,
    "release_waiting": release_waiting,
    "release_approved": release_approved,
    "release_own": release_own,
    "release_changed": release_changed,
    "release_fetching": release_fetching,
    "release_ask_note": release_ask_note,
    "release_note_sent": release_note_sent,
    "release_returned": release_returned,
    "release_overturned": release_overturned,
    "release_stands": release_stands,
}
