"""Invitations as those who are invited see them, and who comes as staff see it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from messages.card import Block, Card, Choice, Place, Style, button, texts
from messages.inviting import JOIN_LINKS
from messages.wording import Words
from storage.records import ChannelKind, Invitee, Person

Facts = Mapping[str, Any]
ANSWERS = {"yes": "invitation-said-yes", "no": "invitation-said-no", "": "invitation-said-nothing"}


def invitation(words: Words, facts: Facts) -> Card:
    """What somebody who is invited receives."""
    title = Block(words("invitation-title", code=facts["code"], title=facts["title"]), Style.TITLE)
    return Card((title, *texts(event_lines(words, facts), words("invitation-from", office=words.office))), answers(words, facts))


def event_lines(words: Words, facts: Facts) -> str:
    """Hour, place, dress and contact, a line each."""
    return "\n".join(line for field in ("starts_at", "place", "dress", "contact") if (line := field_line(words, facts, field)))


def field_line(words: Words, facts: Facts, field: str) -> str:
    """One thing that an invitation says; empty where it says nothing of it."""
    value = facts["at"] if field == "starts_at" else facts.get(field)
    if not value:
        return ""
    if field in PLAIN:
        return words.moment(value) if field == "starts_at" else str(value)
    return words(LINES[field], value=str(value))


PLAIN = ("title", "starts_at", "place")
LINES = {
    "dress": "invitation-dress", "contact": "invitation-contact", "note": "invitation-note", "capacity": "invitation-capacity",
}  # fmt: skip


def answers(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    """Yes, no, or a question."""
    yes = button(words("invitation-button-yes"), "inv_yes", facts["id"])
    no = button(words("invitation-button-no"), "inv_no", facts["id"])
    return ((yes, no), (button(words("invitation-button-ask"), "inv_ask", facts["id"]),))


def comes(words: Words, facts: Facts) -> Card:
    """They come: all that they need, with the place on the map and a file for their calendar."""
    head = words("invitation-yes", code=facts["code"], title=facts["title"])
    note = field_line(words, facts, "note")
    calendar = words("invitation-calendar") if facts["files"] else ""
    no = button(words("invitation-button-not-after-all"), "inv_no", facts["id"])
    blocks = texts(head, event_lines(words, facts), note, " ".join(filter(None, (calendar, words("invitation-change-mind")))))
    return Card(blocks, ((no,),), tuple(facts["files"]), place_of(facts))


def place_of(facts: Facts) -> Place | None:
    """Where it is, for channels with maps."""
    if facts["latitude"] is None or facts["longitude"] is None:
        return None
    return Place(facts["latitude"], facts["longitude"], facts["title"], facts["place"])


def stays_away(words: Words, facts: Facts) -> Card:
    """They do not come, and may think better of it."""
    yes = button(words("invitation-button-yes-after-all"), "inv_yes", facts["id"])
    return Card(texts(words("invitation-no", code=facts["code"], moment=words.moment(facts["at"]))), ((yes,),))


def full(words: Words, facts: Facts) -> Card:
    """Every seat is taken."""
    again = button(words("invitation-button-yes"), "inv_yes", facts["id"])
    return Card(texts(words("invitation-full", code=facts["code"], capacity=facts["capacity"])), ((again,),))


def changed(words: Words, facts: Facts) -> Card:
    """Something of it is otherwise: what, and all that holds now."""
    head = Block(words("invitation-changed", code=facts["code"], title=facts["title"]), Style.TITLE)
    calendar = words("invitation-calendar-new") if facts["files"] else ""
    lines = "\n".join(change_line(words, facts["before"], facts, field) for field in facts["changes"])
    row = answers(words, facts)[0]
    place = place_of(facts) if "place" in facts["changes"] else None
    return Card((head, *texts(lines, event_lines(words, facts), calendar)), (row,), tuple(facts["files"]), place)


def change_line(words: Words, before: Facts, then: Facts, field: str) -> str:
    """What a field said, and what it says now."""
    was, now = (field_line(words, each, field) or words("invitation-nothing") for each in (before, then))
    return words("invitation-change-pin", now=now) if was == now else words("invitation-change-line", was=was, now=now)


def off(words: Words, facts: Facts) -> Card:
    """It does not take place."""
    title = Block(words("invitation-off", code=facts["code"], title=facts["title"]), Style.TITLE)
    reason = words("invitation-reason", reason=facts["reason"]) if facts["reason"] else ""
    calendar = words("invitation-calendar-off") if facts["files"] else ""
    when = words("invitation-off-was", moment=words.moment(facts["at"]), place=facts["place"])
    return Card((title, *texts(when, reason, calendar)), files=tuple(facts["files"]))


AHEAD = {"eve": "invitation-eve", "today": "invitation-today", "soon": "invitation-soon"}


def reminder(words: Words, facts: Facts) -> Card:
    """It is tomorrow, or soon; who has not answered is asked once more."""
    title = Block(words(AHEAD[facts["ahead"]], code=facts["code"], title=facts["title"]), Style.TITLE)
    if facts["answer"] == "yes":
        no = button(words("invitation-button-not-after-all"), "inv_no", facts["id"])
        return Card((title, *texts(event_lines(words, facts), field_line(words, facts, "note"))), ((no,),))
    return Card((title, *texts(event_lines(words, facts), words("invitation-unanswered"))), answers(words, facts))


def mine(words: Words, facts: Facts) -> Card:
    """The events to come, with what was answered; or which of them is meant."""
    if not facts["items"]:
        return Card(texts(words("invitation-none")))
    lines = [_line(words, each) for each in facts["items"]]
    head = words("invitation-which-mine") if facts["asked"] else words("invitation-mine")
    rows = tuple((button(each["code"], "inv_show", each["id"]),) for each in facts["items"])
    return Card((Block(head, Style.TITLE), *texts(*lines)), rows)


def _line(words: Words, each: Facts) -> str:
    said = words(ANSWERS[each["answer"]])
    return words("invitation-line", code=each["code"], moment=words.moment(each["at"]), title=each["title"], said=said)


def not_yours(words: Words, facts: Facts) -> Card:
    """An event to which they are not invited."""
    return Card(texts(words("invitation-not-yours", code=facts["code"])))


def unknown(words: Words, facts: Facts) -> Card:
    """A code that no invitation bears."""
    return Card(texts(words("invitation-unknown", code=facts["code"]) if facts["code"] else words("invitation-none")))


def over(words: Words, facts: Facts) -> Card:
    """It has begun, or is over."""
    return Card(texts(words("invitation-over", code=facts["code"], moment=words.moment(facts["at"]))))


def door_link(kind: ChannelKind, name: str, code: str) -> str:
    """What the picture at the door opens; empty for a channel without links."""
    return JOIN_LINKS[kind].format(name=name, code=code) if kind in JOIN_LINKS else ""


def attendance_sheet(
    words: Words, rows: Sequence[tuple[Person, Invitee]], zone: ZoneInfo
) -> tuple[str, tuple[str, ...], list[tuple[str | datetime | None, ...]]]:
    """The list of who was invited and who came, as a sheet: its name, its columns, its rows."""
    header = tuple(words(each) for each in COLUMNS)
    return words("invitation-sheet-attendance"), header, [_row(words, person, each, zone) for person, each in rows]


COLUMNS = (
    "invitation-sheet-name", "invitation-sheet-invited", "invitation-sheet-answer", "invitation-sheet-came",
    "invitation-sheet-group",
)  # fmt: skip


def _row(words: Words, person: Person, each: Invitee, zone: ZoneInfo) -> tuple[str | datetime | None, ...]:
    came = each.arrived_at.astimezone(zone).replace(tzinfo=None) if each.arrived_at else None
    invited = words("invitation-sheet-yes") if each.invited else words("invitation-sheet-no")
    return person.name, invited, words(ANSWERS[each.answer.value]), came, words(GROUPS[each.invited, came is not None])


# Invited or not, and whether they came.
GROUPS = {
    (True, True): "invitation-group-came", (True, False): "invitation-group-absent",
    (False, True): "invitation-group-uninvited", (False, False): "invitation-group-uninvited",
}  # fmt: skip

CARDS = {
    "invitation": invitation,
    "invitation_yes": comes,
    "invitation_no": stays_away,
    "invitation_full": full,
    "invitation_changed": changed,
    "invitation_off": off,
    "invitation_reminder": reminder,
    "invitation_mine": mine,
    "invitation_not_yours": not_yours,
    "invitation_unknown": unknown,
    "invitation_over": over,
}
