"""Corrections of releases that are out: written, approved, told to those who hold what was wrong, and what became of them."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from messages.card import Block, Card, Choice, Style, button, texts
from messages.people import plain
from messages.wording import Words

Facts = Mapping[str, Any]
MOST: Final = 5  # changes in one message


def draft(words: Words, facts: Facts) -> Card:
    """What is corrected so far, whom it will reach, and what to do next."""
    title = words("correction-draft", code=facts["code"], edition=str(facts["edition"]))
    said = changes(words, facts) or words("correction-none-yet")
    source = words("correction-source", name=facts["source"]) if facts["source"] else ""
    ready = (button(words("correction-button-submit"), "amend_submit", facts["correction"]),)
    away = (button(words("correction-button-drop"), "amend_drop", facts["correction"]),)
    lines = (_fault(words, facts), _last(words, facts), said, source, counted(words, facts), words("correction-how"))
    return Card((Block(title, Style.TITLE), *texts(*lines)), (ready, away) if facts["changes"] else (away,))


def _fault(words: Words, facts: Facts) -> str:
    return words(FAULTS[facts["fault"]], words=facts["words"]) if facts["fault"] else ""


def _last(words: Words, facts: Facts) -> str:
    """What became of the correction before."""
    last = facts["last"]
    if not last:
        return ""
    told = words("correction-last", moment=words.moment(last["at"]), sent=str(last["sent"]), total=str(last["total"]))
    return "\n".join(each for each in (told, *_articles(words, last)) if each)


def _articles(words: Words, found: Facts) -> tuple[str, str]:
    old, right = ", ".join(found["old"]), ", ".join(found["mended"])
    return (
        words("correction-articles-mended", codes=right) if right else "",
        words("correction-articles-old", codes=old) if old else "",
    )


def changes(words: Words, facts: Facts) -> str:
    """Each place with what was wrong and what is right."""
    lines = [_change(words, each) for each in facts["changes"][:MOST]]
    rest = len(facts["changes"]) - MOST
    return "\n".join((*lines, *((words("correction-more", count=rest),) if rest > 0 else ())))


def _change(words: Words, change: Facts) -> str:
    number = change["paragraph"]
    where = words("correction-paragraph", number=str(number)) if number else words("correction-headline")
    if not change["was"]:
        return words("correction-added", where=where, now=change["now"])
    if not change["now"]:
        return words("correction-removed", where=where, was=change["was"])
    return words("correction-change", where=where, was=change["was"], now=change["now"])


def counted(words: Words, facts: Facts) -> str:
    """Whom it reaches."""
    counts = facts["counts"]
    lines = [words("correction-holders", count=counts["holders"])]
    if counts["articles"]:
        lines.append(words("correction-owners", count=counts["articles"], owners=str(counts["owners"])))
    if counts["waiting"]:
        lines.append(words("correction-waiting", count=counts["waiting"]))
    return "\n".join(lines)


def gathered(words: Words, facts: Facts) -> Card:
    """A whole new text is coming."""
    return Card(texts(words("correction-gathered", code=facts["code"], count=facts["characters"])))


def ask_source(words: Words, facts: Facts) -> Card:
    """Ask who says so."""
    fault = words(FAULTS[facts["fault"]]) if facts.get("fault") else ""
    return Card(texts(fault, words("correction-ask-source", code=facts["code"])))


def submitted(words: Words, facts: Facts) -> Card:
    """It lies with the approvers."""
    return Card(texts(words("correction-submitted", code=facts["code"], names=", ".join(facts["approvers"]))))


def no_approver(words: Words, facts: Facts) -> Card:
    """Nobody but its writers could approve it."""
    return Card(texts(words("release-no-approver", code=facts["code"])))


def review(words: Words, facts: Facts) -> Card:
    """The difference first, then the whole text as it will be."""
    title = words("correction-review", code=facts["code"], edition=str(facts["edition"]), name=facts["author"])
    source = words("correction-source", name=facts["source"]) if facts["source"] else ""
    blocks = (
        *texts(title, changes(words, facts), source, counted(words, facts), words("correction-review-text")),
        Block(facts["headline"], Style.TITLE),
        *texts(*facts["body"].split("\n\n"), words("correction-review-end")),
    )
    yes = button(words("correction-button-approve"), "amend_approve", facts["correction"], version=facts["version"])
    no = button(words("release-button-changes"), "amend_changes", facts["correction"])
    return Card(blocks, ((yes, no),))


def corrected(words: Words, facts: Facts) -> Card:
    """What whoever holds the wrong text is told; polite, and nobody is asked to delete anything."""
    code = words("release-edition", code=facts["code"], number=str(facts["edition"]))
    source = words("correction-source", name=facts["source"]) if facts["source"] else ""
    own = words("correction-yours", codes=", ".join(facts["links"])) if facts["links"] else ""
    said = words("correction-sent", code=code, at=words.short(facts["at"]), headline=facts["headline"])
    read = button(words("release-button-full"), "read_full", facts["id"])
    return Card(texts(said, changes(words, facts), source, own), ((read,),))


def sent(words: Words, facts: Facts) -> Card:
    """For the approver and the author: it is on its way."""
    line = words("correction-done", code=facts["code"], edition=str(facts["edition"]), name=facts["by"])
    return Card(texts(line, counted(words, facts), words("correction-done-how", code=facts["code"])))


def stands(words: Words, facts: Facts) -> Card:
    """How it stands: the answer to a late or doubled press."""
    return Card(texts(words(STATES[facts["state"]], code=facts["code"])))


def coded(sentence: str) -> Callable[[Words, Facts], Card]:
    """A card of one sentence about a release."""

    def card(words: Words, facts: Facts) -> Card:
        return Card(texts(words(sentence, code=facts["code"])))

    return card


def returned(words: Words, facts: Facts) -> Card:
    """An approver asks for changes; in their words."""
    more: Choice = button(words("correction-button-go-on"), "correct", facts["id"])
    return Card(texts(words("correction-returned", code=facts["code"], name=facts["by"]), facts["note"]), ((more,),))


def mended(words: Words, facts: Facts) -> Card:
    """Articles that say what is right by now."""
    return Card(texts(words("correction-mended", code=facts["code"]), *_articles(words, facts)))


FAULTS: Final = {
    "unclear": "correction-fault-unclear",
    "not_there": "correction-fault-not-there",
    "nothing": "correction-fault-nothing",
    "source": "correction-fault-source",
    "text_empty": "correction-fault-empty",
    "text_too_long": "correction-fault-too-long",
    "text_no_words": "correction-fault-empty",
}
STATES: Final = {
    "draft": "correction-stands-draft",
    "submitted": "correction-stands-submitted",
    "sent": "correction-stands-sent",
    "dropped": "correction-stands-dropped",
}
CARDS: Final = {
    "correction_draft": draft,
    "correction_gathered": gathered,
    "correction_ask_source": ask_source,
    "correction_submitted": submitted,
    "correction_no_approver": no_approver,
    "correction_review": review,
    "release_corrected": corrected,
    "correction_sent": sent,
    "correction_stands": stands,
    "correction_gone": plain("correction-gone"),
    "correction_dropped": coded("correction-dropped"),
    "correction_ask_note": coded("correction-ask-note"),
    "correction_note_sent": coded("correction-note-sent"),
    "correction_returned": returned,
    "correction_mended": mended,
}
