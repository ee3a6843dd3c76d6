"""Releases while they are being written: gathered, shown as a draft, changed, put away."""

from collections.abc import Mapping, Sequence
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.costs import rupiah
from messages.release_editing import audience_line, done_row, ended, refusal
from messages.release_reading import STATUS, code_buttons, terms
from messages.segments import names_line, withheld_line
from messages.topics import topic_line
from messages.wording import Words

Facts = Mapping[str, Any]
Rows = tuple[tuple[Choice, ...], ...]


def release_begin(words: Words, facts: Facts) -> Card:
    """Send the text and the photos."""
    return Card(texts(words("release-text-wanted" if facts.get("empty") else "release-begin"), words("release-begin-end")))


def release_material(words: Words, facts: Facts) -> Card:
    """A long text or a photo came without a command."""
    held = _held(words, facts)
    make = button(words("release-button-make"), "material_make")
    return Card(texts(words("release-material", held=held)), ((make, button(words("release-button-no"), "material_leave")),))


def release_not_made(words: Words, facts: Facts) -> Card:
    """Nothing is made of it."""
    return Card(texts(words("release-not-made")))


def release_material_gone(words: Words, facts: Facts) -> Card:
    """It is no longer kept."""
    return Card(texts(words("release-material-gone")))


def release_begun_already(words: Words, facts: Facts) -> Card:
    """Pressed twice: it is being written, go on."""
    return Card(texts(words("release-begun-already", code=facts["code"])))


def release_gathered(words: Words, facts: Facts) -> Card:
    """What has come so far, and what could not be taken."""
    counted = words("release-gathered", code=facts["code"], held=_held(words, facts))
    lines = (
        counted,
        *(refusal(words, each) for each in facts["refused"]),
        words("release-text-too-long", limit=facts["too_long"]) if facts["too_long"] else "",
        words("release-caption-unused") if facts["unused"] else "",
        words("release-text-wanted") if not facts["characters"] else "",
        words("release-credit-wanted") if facts["uncredited"] else "",
        words("release-gather-on"),
    )
    return Card(texts(*lines), done_row(words, "draft_done", facts["id"]))


def release_no_text(words: Words, facts: Facts) -> Card:
    """Done was said, and there is no text."""
    return Card(texts(words("release-no-text", code=facts["code"])))


def _held(words: Words, facts: Facts) -> str:
    held = (("release-characters", facts["characters"]), ("release-files", facts["files"]))
    return ", ".join(words(sentence, count=count) for sentence, count in held if count) or words("release-nothing")


def release_draft(words: Words, facts: Facts) -> Card:
    """The draft: what receivers will see, what is missing, how many they are, and what to do next."""
    seen = words("release-draft-seen", code=facts["code"], office=words.office, held=_attached(words, facts))
    shown = ("release-button-full", *(("release-button-originals",) if facts["photos"] or facts["documents"] else ()))
    blocks = (
        Block(words("release-draft", code=facts["code"], status=words(STATUS[facts["status"]])), Style.QUIET),
        Block(facts["headline"], Style.TITLE),
        *texts(facts["lead"]),
        Block(" ".join((seen, *(f"[{words(each)}]" for each in shown))), Style.QUIET),
        *texts(*_notes(words, facts), *census_lines(words, facts["census"], facts["media"])),
        *texts(names_line(words, facts) if "names" in facts else ""),
        *texts(withheld_line(words, facts), terms(words, facts), topic_line(words, facts["topic"]), _links(words, facts)),
        Block(words("release-draft-messages", sent=facts["messages"]["sent"], full=facts["messages"]["full"]), Style.QUIET),
    )
    return Card(blocks, _draft_buttons(words, facts))


def _attached(words: Words, facts: Facts) -> str:
    held = (("release-photos", facts["photos"]), ("release-documents", facts["documents"]))
    return ", ".join(words(sentence, count=count) for sentence, count in held if count) or words("release-photos-none")


def _notes(words: Words, facts: Facts) -> list[str]:
    lacking = [words(MISSING[each]) for each in facts["missing"]]
    if facts["uncredited"]:
        lacking.append(words("release-missing-credit"))
    return [
        ended(words, facts),
        words("release-draft-launch", moment=words.moment(facts["launch_at"])) if facts["launch_at"] else "",
        words("release-draft-missing", names=", ".join(lacking)) if lacking else "",
        words("release-draft-fetching", count=facts["fetching"]) if facts["fetching"] else "",
    ]


def census_lines(words: Words, census: Facts, media: Sequence[str]) -> list[str]:
    """How many would receive it, and who would not."""
    out = [words(sentence, count=census[name]) for name, sentence in OUT.items() if census[name]]
    reached = words("release-people", count=census["reached"], audience=audience_line(words, media))
    digest = words("release-people-digest", count=census["digest"]) if census["digest"] else ""
    return [reached, digest, words("release-people-out", names=", ".join(out)) if out else "", _templates(words, census)]


def _templates(words: Words, census: Facts) -> str:
    """How many are reached only by a template, and what that would cost."""
    if not census["template"]:
        return ""
    said = words("release-people-template", count=census["template"], cost=rupiah(words, census["estimate"]))
    if not census.get("later"):
        return said
    return f"{said}\n{words('release-people-later', count=census['later'], limit=census['limit'])}"


def _links(words: Words, facts: Facts) -> str:
    if facts["endless"]:
        return words("release-draft-endless")
    if facts["links_until"]:
        return words("release-links-until", moment=words.moment(facts["links_until"]))
    return words("release-draft-usual")


def _draft_buttons(words: Words, facts: Facts) -> Rows:
    rows = (*FIRST.get(facts["status"], ()), *CHANGES)
    return tuple(tuple(_button(words, action, facts) for action in row) for row in rows)


def _button(words: Words, action: str, facts: Facts) -> Choice:
    return button(words(BUTTONS[action]), action, facts["id"])


def release_drafts(words: Words, facts: Facts) -> Card:
    """One's own unfinished releases."""
    if not facts["items"]:
        return Card(texts(words("release-drafts-none")))
    lines = [_draft_line(words, each) for each in facts["items"]]
    more = words("release-drafts-more", count=facts["more"]) if facts["more"] else ""
    return Card(texts(words("release-drafts"), "\n".join(lines), more), code_buttons(facts["items"], "draft"))


def _draft_line(words: Words, item: Facts) -> str:
    return f"{item['code']} · {words(STATUS[item['status']])} · {item['headline'] or words('release-untitled')}"


def release_discard(words: Words, facts: Facts) -> Card:
    """Ask whether it is really to be put away."""
    yes = button(words("release-button-yes-discard"), "discard_now", facts["id"])
    return Card(texts(words("release-discard", code=facts["code"])), ((yes, _button(words, "draft", facts)),))


def release_discarded(words: Words, facts: Facts) -> Card:
    """It is away."""
    return Card(texts(words("release-discarded", code=facts["code"])))


def release_kept(words: Words, facts: Facts) -> Card:
    """It stays."""
    return Card(texts(words("release-kept")))


def release_which(words: Words, facts: Facts) -> Card:
    """Ask which release is meant: those that could be."""
    if not facts["items"]:
        return Card(texts(words("release-which-none")))
    lines = "\n".join(_draft_line(words, each) for each in facts["items"])
    return Card(texts(words("release-which"), lines), code_buttons(facts["items"], facts["action"]))


MISSING = {"headline": "release-missing-headline", "quote": "release-missing-quote", "contact": "release-missing-contact"}
OUT = {
    "unfollowing": "release-out-unfollowing",
    "left": "release-out-left",
    "paused": "release-out-paused",
    "unreachable": "release-out-unreachable",
}
BUTTONS = {
    "draft": "release-button-draft",
    "submit": "release-button-submit",
    "draft_headline": "release-button-headline",
    "draft_body": "release-button-body",
    "draft_photos": "release-button-photos",
    "draft_audience": "release-button-audience",
    "draft_deadline": "release-button-deadline",
    "draft_topic": "topic-button",
    "whole": "release-button-whole",
    "discard": "release-button-discard",
    "send": "release-button-send",
    "ask_moment": "release-button-schedule",
    "unschedule": "release-button-unschedule",
}
FIRST = {
    "draft": (("submit",),),
    "approved": (("send", "ask_moment"),),
    "scheduled": (("send", "ask_moment"), ("unschedule",)),
}
CHANGES = (
    ("draft_headline", "draft_body"),
    ("draft_photos", "draft_audience"),
    ("draft_topic", "draft_deadline"),
    ("whole", "discard"),
)

CARDS = {
    "release_begin": release_begin,
    "release_material": release_material,
    "release_not_made": release_not_made,
    "release_material_gone": release_material_gone,
    "release_begun_already": release_begun_already,
    "release_gathered": release_gathered,
    "release_no_text": release_no_text,
    "release_draft": release_draft,
    "release_drafts": release_drafts,
    "release_discard": release_discard,
    "release_discarded": release_discarded,
    "release_kept": release_kept,
    "release_which": release_which,
}
