"""What is said around announcements, to those who make them and to those who get them; and the nudge."""

from collections.abc import Mapping
from textwrap import shorten
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.wording import Words

Facts = Mapping[str, Any]
Rows = tuple[tuple[Choice, ...], ...]

GROUPS = {
    "journalists": "reminders-group-journalists", "online": "reminders-group-online", "print": "reminders-group-print",
    "tv": "reminders-group-tv", "radio": "reminders-group-radio", "staff": "reminders-group-staff",
}  # fmt: skip
OFFERED = (("journalists",), ("online", "print"), ("tv", "radio"), ("staff",))
TEXT_PROBLEMS = {"empty": "reminders-text-empty", "long": "reminders-text-long"}
WHEN_PROBLEMS = {
    "not_a_moment": "reminders-when-unread", "past": "reminders-when-past", "no_time": "reminders-when-no-time",
    "no_such_date": "reminders-when-no-date", "too_far": "reminders-when-far",
}  # fmt: skip
STATES = {
    "coming": "reminders-state-coming", "sending": "reminders-state-sending", "sent": "reminders-state-sent",
    "stopped": "reminders-state-stopped", "missed": "reminders-state-missed",
}  # fmt: skip
EXCERPT = 70  # characters of a text in a list


def ask_text(words: Words, facts: Facts) -> Card:
    """The question what is to be announced."""
    if problem := facts.get("problem"):
        return Card(texts(words(TEXT_PROBLEMS[problem], length=facts["length"], limit=facts["limit"])))
    return Card(texts(words("reminders-text-ask", limit=facts["limit"]), words("reminders-text-others")))


def ask_group(words: Words, facts: Facts) -> Card:
    """The question to whom."""
    wrong = words("reminders-group-unknown") if facts.get("problem") else ""
    rows = tuple(tuple(button(words(GROUPS[each]), "ann_group", version=each) for each in row) for row in OFFERED)
    return Card(texts(wrong, words("reminders-group-ask")), rows)


def ask_when(words: Words, facts: Facts) -> Card:
    """The question when."""
    wrong = words(WHEN_PROBLEMS[facts["problem"]]) if facts.get("problem") else ""
    return Card(texts(wrong, words("reminders-when-ask")), ((button(words("reminders-button-now"), "ann_now"),),))


def preview(words: Words, facts: Facts) -> Card:
    """All of it, before it is sent."""
    lines = [words("reminders-for", group=words(GROUPS[facts["group"]]), people=facts["people"]), _when(words, facts)]
    if facts["quiet"]:
        lines.append(words("release-quiet", moment=words.moment(facts["quiet"])))
    if facts["paused"]:
        lines.append(words("reminders-paused", people=facts["paused"]))
    if not facts["people"]:
        lines.append(words("reminders-nobody"))
    wrong = words("reminders-confirm-unclear") if facts["problem"] else ""
    shown = texts(wrong, words("reminders-preview"))
    row = (
        button(words("reminders-button-send"), "ann_send", version=facts["version"]),
        button(words("reminders-button-change"), "ann_edit"),
        button(words("reminders-button-drop"), "ann_drop"),
    )
    return Card((*shown, *_announced(words, facts), *texts("\n".join(lines))), (row,))


def ask_change(words: Words, facts: Facts) -> Card:
    """The question what is to be changed."""
    wrong = words("reminders-change-unknown") if facts.get("problem") else ""
    row = (
        button(words("reminders-button-text"), "ann_change", version="text"),
        button(words("reminders-button-group"), "ann_change", version="group"),
        button(words("reminders-button-when"), "ann_change", version="when"),
    )
    return Card(texts(wrong, words("reminders-change-ask")), (row,))


def taken_on(words: Words, facts: Facts) -> Card:
    """It is taken on: on its way, or waiting for its moment."""
    blanks = {"code": facts["code"], "group": words(GROUPS[facts["group"]]), "people": facts["people"]}
    if facts["at"]:
        return Card(texts(words("reminders-set-later", **blanks), _when(words, facts)), _stop(words, facts))
    waits = facts.get("quiet", "")
    said = words("reminders-set-quiet", moment=words.moment(waits), **blanks) if waits else words("reminders-set-now", **blanks)
    return Card(texts(said), _stop(words, facts))


def closed(words: Words, facts: Facts) -> Card:
    """A button of a form that is over."""
    if facts["code"]:
        return Card(texts(words("reminders-closed-set", code=facts["code"])))
    return Card(texts(words("reminders-closed")))


def listed(words: Words, facts: Facts) -> Card:
    """What is still to be sent, each with its button."""
    if not facts["items"]:
        return Card(texts(words("reminders-list-empty")))
    items = [_line(words, each) for each in facts["items"]]
    rows = [row for each in facts["items"] for row in _stop(words, each, version="list")]
    pages = {
        words("reminders-button-back"): facts["page"] - 1,
        words("reminders-button-more"): facts["page"] + 1,
    }
    turns = tuple(button(label, "ann_list", to) for label, to in pages.items() if 1 <= to <= facts["pages"])
    return Card((Block(words("reminders-list-title"), Style.TITLE), *texts(*items)), (*rows, *((turns,) if turns else ())))


def one(words: Words, facts: Facts) -> Card:
    """One announcement and how it stands."""
    blanks = {"sent": facts["sent"], "waiting": facts["waiting"], "by": facts["by"]}
    ended = words.moment(facts["ended"]) if facts["ended"] else ""
    lines = (words("reminders-group", group=words(GROUPS[facts["group"]])), _when(words, facts) if facts["at"] else "")
    state = words(STATES[facts["state"]], **blanks, ended=ended)
    title = Block(facts["code"], Style.TITLE)
    going = facts["state"] in {"coming", "sending"}
    return Card((title, *texts(facts["text"], "\n".join(filter(None, (*lines, state))))), _stop(words, facts) if going else ())


def unknown(words: Words, facts: Facts) -> Card:
    """A code that no announcement bears."""
    return Card(texts(words("reminders-unknown", code=facts["code"])))


def stopped(words: Words, facts: Facts) -> Card:
    """Nothing more of it is sent."""
    told = words("reminders-stopped-waiting", sent=facts["sent"], cancelled=facts["cancelled"]) if facts["cancelled"] else ""
    return Card(texts(words("reminders-stopped", code=facts["code"]), told))


def announcement(words: Words, facts: Facts) -> Card:
    """The announcement itself, as its readers get it."""
    return Card(_announced(words, facts))


def on_its_way(words: Words, facts: Facts) -> Card:
    """To the author: the moment has come."""
    following = words("reminders-next", moment=words.moment(facts["next"])) if facts["next"] else ""
    said = words("reminders-sending", code=facts["code"], people=facts["people"])
    return Card(texts(said, following), _stop(words, facts))


def missed(words: Words, facts: Facts) -> Card:
    """To the author: the moment passed while the desk was off, and now it is too late."""
    following = words("reminders-next", moment=words.moment(facts["next"])) if facts["next"] else words("reminders-missed-end")
    said = words("reminders-missed", code=facts["code"], moment=words.moment(facts["at"]))
    return Card(texts(said, shorten(facts["text"], EXCERPT, placeholder="…"), following))


def nudge(words: Words, facts: Facts) -> Card:
    """Once, before the deadline for links."""
    return Card(
        (
            *texts(words("reminders-nudge", code=facts["code"], deadline=words.moment(facts["deadline"]))),
            Block(facts["headline"], Style.TITLE),
            *texts(words("reminders-nudge-how")),
            Block(words("reminders-nudge-once"), Style.QUIET),
        )
    )


def _announced(words: Words, facts: Facts) -> tuple[Block, ...]:
    title = Block(words("reminders-announcement", office=words.office), Style.TITLE)
    code = (Block(facts["code"], Style.QUIET),) if "code" in facts else ()
    return (title, *texts(facts["text"]), *code)


def _when(words: Words, facts: Facts) -> str:
    """The moment in full; for a weekly one its weekday and hour too."""
    if not facts["at"]:
        return words("reminders-when-now")
    moment = words.moment(facts["at"])
    if facts["weekday"] is None:
        return words("reminders-when-once", moment=moment)
    return words("reminders-when-weekly", day=facts["weekday"], hour=words.hour(facts["at"]), moment=moment)


def _line(words: Words, each: Facts) -> str:
    text = shorten(each["text"], EXCERPT, placeholder="…")
    return words("reminders-list-line", code=each["code"], group=words(GROUPS[each["group"]]), text=text, when=_when(words, each))


def _stop(words: Words, facts: Facts, version: str = "") -> Rows:
    return ((button(words("reminders-button-stop", code=facts["code"]), "ann_stop", facts["id"], version=version),),)


CARDS = {
    "announcement_text": ask_text,
    "announcement_group": ask_group,
    "announcement_when": ask_when,
    "announcement_preview": preview,
    "announcement_edit": ask_change,
    "announcement_set": taken_on,
    "announcement_closed": closed,
    "announcement_list": listed,
    "announcement_one": one,
    "announcement_unknown": unknown,
    "announcement_stopped": stopped,
    "announcement": announcement,
    "announcement_sending": on_its_way,
    "announcement_missed": missed,
    "nudge": nudge,
}
