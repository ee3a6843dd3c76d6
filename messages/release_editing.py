"""Changing a release: headline, text, photos, audience, and until when links count."""

from collections.abc import Mapping, Sequence
from typing import Any

from messages.card import Card, Choice, button, texts
from messages.segments import names_line, narrowed
from messages.topics import TOPICS
from messages.wording import Words

Facts = Mapping[str, Any]
Rows = tuple[tuple[Choice, ...], ...]


def release_ask_headline(words: Words, facts: Facts) -> Card:
    """The headline, please; with what was wrong about the last one."""
    fault = words(HEADLINE_FAULTS[facts["fault"]], length=facts["length"], limit=150) if facts["fault"] else ""
    now = words("release-headline-now", headline=facts["headline"]) if facts["headline"] else ""
    return Card(texts(fault, now, words("release-ask-headline", code=facts["code"])))


def release_ask_body(words: Words, facts: Facts) -> Card:
    """The text as it is, and how to replace it."""
    fault = words(BODY_FAULTS[facts["fault"]], limit=20_000) if facts["fault"] else ""
    ask = words("release-ask-body", code=facts["code"])
    return Card((*texts(*facts["body"].split("\n\n")), *texts(fault, ask)), done_row(words, "body_done", facts["id"]))


def release_body_gathered(words: Words, facts: Facts) -> Card:
    """How much of the new text has come."""
    fault = words(BODY_FAULTS[facts["fault"]], limit=20_000) if facts["fault"] else ""
    line = words("release-body-gathered", count=facts["characters"])
    return Card(texts(fault, line), done_row(words, "body_done", facts["id"]))


def release_photos_now(words: Words, facts: Facts) -> Card:
    """The photos as they are, with who took them, and how to change that."""
    lines = [_photo(words, number, each) for number, each in enumerate(facts["items"], 1)]
    notes = [refusal(words, each) for each in facts["refused"]]
    unknown = words("release-photo-unknown") if facts["unknown"] else ""
    listed = "\n".join(lines) or words("release-no-photos-yet", code=facts["code"])
    told = texts(ended(words, facts), listed, *notes, unknown, words("release-photos-how"))
    return Card(told, done_row(words, "photos_done", facts["id"]))


def _photo(words: Words, number: int, photo: Facts) -> str:
    kind = words("release-kind-photo" if photo["kind"] == "photo" else "release-kind-document")
    named = photo["credit"] or words("release-uncredited")
    return f"{number}. {kind} · {named}" + ("" if photo["fetched"] else " · " + words("release-photo-fetching"))


def release_photo_lost(words: Words, facts: Facts) -> Card:
    """A file could not be fetched and is out."""
    return Card(
        texts(words("release-photo-lost", code=facts["code"])), ((button(words("release-button-draft"), "draft", facts["id"]),),)
    )


def release_audience(words: Words, facts: Facts) -> Card:
    """Whom it is for: everybody, or some media."""
    fault = words(AUDIENCE_FAULTS[facts["fault"]], name=facts["words"]) if facts["fault"] else ""
    chosen = words("release-audience", code=facts["code"], audience=audience_line(words, facts["media"]))
    rows = [_medium(words, facts, name) for name in ("all", *MEDIA)]
    done = button(words("release-button-done"), "draft", facts["id"])
    told = texts(ended(words, facts), fault, chosen, names_line(words, facts), words("release-audience-how"))
    return Card(told, (*((row,) for row in rows), (done,)))


def _medium(words: Words, facts: Facts, name: str) -> Choice:
    chosen = name in facts["media"] or (name == "all" and not facts["media"])
    label = words(MEDIA.get(name, "release-medium-all"))
    return button(f"✅ {label}" if chosen else label, "draft_audience", facts["id"], version=name)


def release_ask_topic(words: Words, facts: Facts) -> Card:
    """What it is about: one of the topics, or none."""
    unknown = words("topic-unknown") if facts["unknown"] else ""
    choices = [_topic(words, facts, name) for name in (*TOPICS, "none")]
    rows = tuple(tuple(choices[at : at + 2]) for at in range(0, len(choices), 2))
    return Card(texts(unknown, words("topic-ask", code=facts["code"])), rows)


def _topic(words: Words, facts: Facts, name: str) -> Choice:
    label = words(TOPICS.get(name, "topic-none"))
    return button(f"✅ {label}" if name == (facts["topic"] or "none") else label, "draft_topic", facts["id"], version=name)


def audience_line(words: Words, media: Sequence[str]) -> str:
    """Everybody, or the media by name; with the districts and groups, and who is left out."""
    named = ", ".join(words(MEDIA[each]) for each in media if each in MEDIA) or words("release-medium-all")
    return ", ".join((named, *narrowed(words, media)))


def release_ask_deadline(words: Words, facts: Facts) -> Card:
    """Until when links count; with what was wrong about the last answer."""
    fault = words(DEADLINE_FAULTS[facts["fault"]]) if facts["fault"] else ""
    return Card(texts(fault, words("release-ask-deadline", code=facts["code"])))


def release_deadline_set(words: Words, facts: Facts) -> Card:
    """The deadline of a release that is out."""
    if not facts["links_until"]:
        return Card(texts(words("release-deadline-none", code=facts["code"])))
    return Card(texts(words("release-deadline-set", code=facts["code"], moment=words.moment(facts["links_until"]))))


def ended(words: Words, facts: Facts) -> str:
    """What a change has ended, by the status from which the release fell back to a draft; or nothing."""
    sentence = ENDED.get(facts["was"], "") if facts["status"] == "draft" else ""
    return words(sentence) if sentence else ""


def refusal(words: Words, refused: Facts) -> str:
    """Why a file was not taken."""
    megabytes = {"size": str(-(-refused["size"] // 1_000_000)), "limit": str(refused["limit"] // 1_000_000)}
    blanks = {"size": megabytes, "many": {"most": refused["most"]}}.get(refused["why"], {})
    return words(REFUSALS[refused["why"]], **blanks)


def done_row(words: Words, action: str, release_id: int) -> Rows:
    """The button that ends a gathering."""
    return ((button(words("release-button-done"), action, release_id),),)


MEDIA = {
    "online": "release-medium-online",
    "print": "release-medium-print",
    "tv": "release-medium-tv",
    "radio": "release-medium-radio",
}
ENDED = {
    "submitted": "release-ended-submitted",
    "approved": "release-ended-approved",
    "scheduled": "release-ended-scheduled",
}
REFUSALS = {"size": "release-file-size", "many": "release-file-many", "kind": "release-file-kind", "type": "release-file-type"}
AUDIENCE_FAULTS = {
    "unknown": "release-audience-unknown",
    "group": "segment-unknown-group",
    "several": "segment-several",
    "nobody": "segment-no-person",
    "long": "segment-too-long",
}
HEADLINE_FAULTS = {
    "headline": "release-headline-not-found",
    "empty": "release-headline-empty",
    "too_long": "release-headline-too-long",
    "no_words": "release-headline-no-words",
}
BODY_FAULTS = {"empty": "release-body-empty", "too_long": "release-body-too-long", "no_words": "release-body-no-words"}
DEADLINE_FAULTS = {
    "not_a_moment": "release-deadline-not",
    "past": "release-deadline-past",
    "no_time": "release-deadline-no-time",
    "no_such_date": "release-deadline-no-such-date",
    "too_far": "release-deadline-too-far",
}

CARDS = {
    "release_ask_headline": release_ask_headline,
    "release_ask_body": release_ask_body,
    "release_body_gathered": release_body_gathered,
    "release_photos_now": release_photos_now,
    "release_photo_lost": release_photo_lost,
    "release_audience": release_audience,
    "release_ask_topic": release_ask_topic,
    "release_ask_deadline": release_ask_deadline,
    "release_deadline_set": release_deadline_set,
}
