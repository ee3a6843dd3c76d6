"""Invitations on their way, and the door of an event, as staff see them; and what people hear at the door."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.invitation_drafts import PROBLEMS, STATUS
from messages.invitations import event_lines
from messages.release_editing import audience_line
from messages.wording import Words

Facts = Mapping[str, Any]


def confirm(words: Words, facts: Facts) -> Card:
    """The question whether it goes now, to so many."""
    count, group = facts["census"]["reached"], audience_line(words, facts["media"])
    said = words("invitation-confirm", code=facts["code"], count=count, audience=group)
    yes = button(words("invitation-button-yes-send"), "inv_launch", facts["id"], version=facts["version"])
    later = button(words("invitation-button-schedule"), "inv_moment", facts["id"])
    return Card((*texts(said), Block(facts["title"], Style.TITLE), *texts(event_lines(words, facts))), ((yes, later),))


def ask_moment(words: Words, facts: Facts) -> Card:
    """The question when."""
    wrong = words(PROBLEMS[facts["problem"]]) if facts["problem"] else ""
    return Card(texts(wrong, words("invitation-ask-moment", code=facts["code"])))


def confirm_moment(words: Words, facts: Facts) -> Card:
    """The moment read back in full."""
    said = words("invitation-confirm-moment", code=facts["code"], moment=words.moment(facts["moment"]))
    yes = button(words("invitation-button-yes-plan"), "inv_plan", facts["id"], version=facts["seconds"])
    return Card(texts(said), ((yes, button(words("invitation-button-other-moment"), "inv_moment", facts["id"])),))


def scheduled(words: Words, facts: Facts) -> Card:
    """The clock will send it."""
    off = button(words("invitation-button-unschedule"), "inv_unplan", facts["id"])
    return Card(texts(words("invitation-scheduled", code=facts["code"], moment=words.moment(facts["moment"]))), ((off,),))


def unscheduled(words: Words, facts: Facts) -> Card:
    """Off the schedule, and still approved."""
    row = (button(words("invitation-button-send"), "inv_send", facts["id"]),)
    return Card(texts(words("invitation-unscheduled", code=facts["code"])), (row,))


def not_now(words: Words, facts: Facts) -> Card:
    """Nothing is sent."""
    return Card(texts(words("invitation-not-now")))


def sent(words: Words, facts: Facts) -> Card:
    """It is on its way."""
    return Card(texts(words("invitation-sent", code=facts["code"], count=facts["people"])), after_sending(words, facts))


def after_sending(words: Words, facts: Facts) -> tuple[tuple[Any, ...], ...]:
    """What can be done with an invitation that is out."""
    rows = (("invitation-button-attendance", "inv_list"), ("invitation-button-code", "inv_code"))
    more = (("invitation-button-poster", "inv_poster"), ("invitation-button-edit", "inv_change"))
    return tuple(tuple(button(words(label), action, facts["id"]) for label, action in row) for row in (rows, more))


def missed(words: Words, facts: Facts) -> Card:
    """Its moment passed and it was not sent."""
    row = (button(words("invitation-button-send"), "inv_send", facts["id"]),)
    return Card(texts(words("invitation-missed", code=facts["code"], moment=words.moment(facts["moment"]))), (row,))


def reminder_missed(words: Words, facts: Facts) -> Card:
    """To the author: the event had begun before anybody could be reminded."""
    return Card(texts(words("invitation-reminder-missed", code=facts["code"], moment=words.moment(facts["at"]))))


def ask_change(words: Words, facts: Facts) -> Card:
    """The question what is to be otherwise."""
    wrong = words(PROBLEMS[facts["problem"]]) if facts["problem"] else ""
    return Card(texts(wrong, words("invitation-ask-change", code=facts["code"])))


def same(words: Words, facts: Facts) -> Card:
    """It says that already."""
    return Card(texts(words("invitation-same", code=facts["code"])))


def ask_cancel(words: Words, facts: Facts) -> Card:
    """The question whether it is really off."""
    numbers = facts["numbers"]
    said = words("invitation-cancel", code=facts["code"], title=facts["title"], moment=words.moment(facts["at"]))
    told = words("invitation-cancel-told", yes=numbers["yes"], open=numbers["invited"] - numbers["yes"] - numbers["no"])
    why = words("invitation-reason", reason=facts["reason"]) if facts["reason"] else words("invitation-cancel-why")
    yes = button(words("invitation-button-yes-cancel"), "inv_off", facts["id"])
    return Card(texts(said, told, why), ((yes, button(words("invitation-button-keep"), "inv_keep", facts["id"])),))


def kept(words: Words, facts: Facts) -> Card:
    """It takes place."""
    return Card(texts(words("invitation-kept")))


def cancelled(words: Words, facts: Facts) -> Card:
    """It is off, and people are being told."""
    return Card(texts(words("invitation-cancelled", code=facts["code"], count=facts["people"])))


def which(words: Words, facts: Facts) -> Card:
    """The question which one is meant."""
    if not facts["items"]:
        return Card(texts(words("invitation-none-staff")))
    return Card(texts(words("invitation-which")), tuple((_one(each),) for each in facts["items"]))


def listed(words: Words, facts: Facts) -> Card:
    """What is to come, and what is still being prepared."""
    if not facts["items"]:
        return Card(texts(words("invitation-none-staff")))
    lines = [_line(words, each) for each in facts["items"]]
    rest = words("invitation-more", count=facts["more"]) if facts["more"] else ""
    title = Block(words("invitation-list"), Style.TITLE)
    return Card((title, *texts(*lines, rest)), tuple((_one(each),) for each in facts["items"]))


def _one(each: Facts) -> Choice:
    return button(f"{each['code']} {each['title']}"[:60], "inv_draft", each["id"])


def _line(words: Words, each: Facts) -> str:
    moment = words.moment(each["at"]) if each["at"] else words("invitation-no-hour")
    return words("invitation-line", code=each["code"], moment=moment, title=each["title"], said=words(STATUS[each["status"]]))


def stands(words: Words, facts: Facts) -> Card:
    """How it stands, who brought it there, how people answered, and what can be done."""
    head = Block(words("invitation-title", code=facts["code"], title=facts["title"]), Style.TITLE)
    by = words("invitation-by", name=facts["by"]) if facts["by"] else ""
    when = words("invitation-goes-at", moment=words.moment(facts["send_at"])) if facts["send_at"] else ""
    state = " ".join(filter(None, (words("invitation-state", status=words(STATUS[facts["status"]])), by, when)))
    out = facts["status"] in {"sent", "cancelled"}
    waits = words("invitation-change-waits") if facts["change"] else ""
    blocks = (head, *texts(event_lines(words, facts), state, answered(words, facts["numbers"]) if out else "", waits))
    return Card(blocks, _next(words, facts))


def answered(words: Words, numbers: Facts) -> str:
    """How many said what."""
    silent = numbers["invited"] - numbers["yes"] - numbers["no"]
    return words("invitation-answered", invited=numbers["invited"], yes=numbers["yes"], no=numbers["no"], open=silent)


def _next(words: Words, facts: Facts) -> tuple[tuple[Any, ...], ...]:
    if facts["status"] == "sent":
        return after_sending(words, facts)
    if facts["status"] == "submitted":
        return ((button(words("invitation-button-review"), "inv_review", facts["id"]),),)
    ready = facts["status"] in {"approved", "scheduled"}
    return ((button(words("invitation-button-send"), "inv_send", facts["id"]),),) if ready else ()


def attendance(words: Words, facts: Facts) -> Card:
    """Who came, invited or not, and who did not; before the event, who said they come."""
    names = ("came", "uninvited", "absent") if facts["began"] else ("yes",)
    heads = HEADS if facts["over"] else HEADS | {"absent": "invitation-head-awaited"}
    title = Block(words("invitation-attendance", code=facts["code"], title=facts["title"]), Style.TITLE)
    row = (button(words("invitation-button-sheet"), "inv_sheet", facts["id"]),)
    return Card((title, *texts(*(_group(words, facts["groups"][each], heads[each]) for each in names))), (row,))


HEADS = {
    "came": "invitation-head-came", "uninvited": "invitation-head-uninvited", "absent": "invitation-head-absent",
    "yes": "invitation-head-yes",
}  # fmt: skip


def _group(words: Words, group: Facts, sentence: str) -> str:
    more = group["count"] - len(group["names"])
    listed = ", ".join(group["names"]) + (words("invitation-and-more", count=more) if more else "")
    return words(sentence, count=group["count"]) + (f"\n{listed}" if group["names"] else "")


def door(words: Words, facts: Facts) -> Card:
    """The code of this minute, to be shown at the door."""
    shut = "" if facts["open"] else words("invitation-door-opens", moment=words.moment(facts["opens"]))
    came = words("invitation-door-came", count=facts["numbers"]["came"] + facts["numbers"]["uninvited"])
    spelled = Block(" ".join(facts["door"]), Style.TITLE)
    row = (
        button(words("invitation-button-again"), "inv_code", facts["id"], version="again"),
        button(words("invitation-button-poster"), "inv_poster", facts["id"]),
    )
    how = words("invitation-door", code=facts["code"], seconds=facts["seconds"])
    return Card((*texts(how), spelled, *texts(came, shut)), (row,))


def poster(words: Words, facts: Facts) -> Card:
    """The picture for the door."""
    how = words("invitation-poster", code=facts["code"]) if facts["link"] else words("invitation-poster-code", code=facts["code"])
    return Card(texts(how), files=tuple(facts["files"]))


def sheet(words: Words, facts: Facts) -> Card:
    """The whole list."""
    return Card(texts(words("invitation-sheet", code=facts["code"])), files=tuple(facts["files"]))


def making(words: Words, facts: Facts) -> Card:
    """A file is being made."""
    return Card(texts(words("invitation-making", code=facts["code"])))


def arrived(words: Words, facts: Facts) -> Card:
    """Welcome, or: you were noted already."""
    sentence = "invitation-arrived" if facts["first"] else "invitation-arrived-before"
    return Card(texts(words(sentence, code=facts["code"], title=facts["title"], hour=words.hour(facts["arrived"]))))


def not_open(words: Words, facts: Facts) -> Card:
    """Too early, or too late."""
    opens = words("invitation-opens-at", moment=words.moment(facts["opens"])) if facts["opens"] else words("invitation-closed")
    return Card(texts(words("invitation-not-open", code=facts["code"]), opens))


def not_counted(words: Words, facts: Facts) -> Card:
    """The code is right, and whoever typed it is of the office."""
    return Card(texts(words("invitation-not-counted", code=facts["code"])))


def wrong(words: Words, facts: Facts) -> Card:
    """No code of this minute."""
    return Card(texts(words("invitation-wrong")))


def wait(words: Words, facts: Facts) -> Card:
    """Too many wrong codes."""
    return Card(texts(words("invitation-wait")))


CARDS = {
    "invitation_confirm": confirm,
    "invitation_ask_moment": ask_moment,
    "invitation_confirm_moment": confirm_moment,
    "invitation_scheduled": scheduled,
    "invitation_unscheduled": unscheduled,
    "invitation_not_now": not_now,
    "invitation_sent": sent,
    "invitation_missed": missed,
    "invitation_reminder_missed": reminder_missed,
    "invitation_ask_change": ask_change,
    "invitation_same": same,
    "invitation_cancel": ask_cancel,
    "invitation_kept": kept,
    "invitation_cancelled": cancelled,
    "invitation_which": which,
    "invitation_list": listed,
    "invitation_stands": stands,
    "invitation_attendance": attendance,
    "invitation_door": door,
    "invitation_poster": poster,
    "invitation_sheet": sheet,
    "invitation_making": making,
    "invitation_arrived": arrived,
    "invitation_not_open": not_open,
    "invitation_not_counted": not_counted,
    "invitation_wrong": wrong,
    "invitation_wait": wait,
}
