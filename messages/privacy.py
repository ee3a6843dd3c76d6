"""What is said of somebody's own data: erasing it, how long it is kept, the notice in another version, and the log."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.people import plain, yes_no
from messages.wording import Words

Facts = Mapping[str, Any]
Rows = tuple[tuple[Choice, ...], ...]
CLASSES = {
    "events": "keep-events", "chats": "keep-chats", "codes": "keep-codes", "jobs": "keep-jobs", "leavers": "keep-leavers",
    "strangers": "keep-strangers", "own_files": "keep-own-files",
    "questions": "keep-questions", "evidence": "keep-evidence", "releases": "keep-releases", "log": "keep-log",
}  # fmt: skip
STATES = {
    "open": "erase-state-open",
    "running": "erase-state-running",
    "withdrawn": "erase-state-withdrawn",
    "done": "erase-state-done",
}
YEAR = 365  # days


# --- erasing -----------------------------------------------------------------------------------------


def confirm(words: Words, facts: Facts) -> Card:
    """What goes and what stays, before anything is done."""
    row = yes_no(words, "erase_yes", "erase_no")
    return Card(texts(words("erase-ask"), words("erase-stays"), words("erase-sure")), (row,))


def taken(words: Words, facts: Facts) -> Card:
    """The ticket, with its clock and the way back."""
    said = words("erase-taken", code=_code(facts), due=words.moment(facts["due"]))
    return Card(texts(said, words("erase-stays"), words("erase-contact", contact=words.contact)), _back(words))


def open_already(words: Words, facts: Facts) -> Card:
    """Asked again: the ticket there is."""
    running = facts["running"]
    said = words("erase-runs" if running else "erase-open", code=_code(facts), due=words.moment(facts["due"]))
    return Card(texts(said), () if running else _back(words))


def _back(words: Words) -> Rows:
    return ((button(words("erase-button-back"), "erase_back"),),)


def ticket(words: Words, facts: Facts) -> Card:
    """To staff: whose is not said by name, so that nothing has to be erased again."""
    title = words("erase-soon" if facts.get("soon") else "erase-ticket", code=_code(facts))
    state = words(STATES[facts["state"]])
    lines = words(
        "erase-ticket-lines", person=str(facts["person"]), asked=words.moment(facts["asked"]), due=words.moment(facts["due"])
    )
    rows: Rows = ((button(words("erase-button-now"), "erase_now", facts["number"]),),) if facts["state"] == "open" else ()
    return Card((Block(title, Style.TITLE), *texts(lines, state)), rows)


def tickets(words: Words, facts: Facts) -> Card:
    """Those that are open, the most urgent first."""
    found = facts["tickets"]
    if not found:
        return Card(texts(words("erase-no-tickets")))
    lines = [words("erase-line", code=_code(each), due=words.moment(each["due"])) for each in found]
    rows = tuple((button(words("erase-button-now-code", code=_code(each)), "erase_now", each["number"]),) for each in found[:5])
    return Card((Block(words("erase-tickets", number=len(found)), Style.TITLE), *texts("\n".join(lines))), rows)


def running(words: Words, facts: Facts) -> Card:
    """To whoever pressed."""
    return Card(texts(words("erase-running", code=_code(facts))))


def done(words: Words, facts: Facts) -> Card:
    """To staff, when it is over."""
    return Card(texts(words("erase-done", code=_code(facts), rows=words.number(facts["rows"]))))


def withdrawn_told(words: Words, facts: Facts) -> Card:
    """To staff, when it was taken back."""
    return Card(texts(words("erase-withdrawn-told", code=_code(facts))))


def last_word(words: Words, facts: Facts) -> Card:
    """To the person: it is done, and what stays and why."""
    said = words("erase-last-word", code=_code(facts), office=words.office)
    return Card(texts(said, words("erase-stays"), words("erase-contact", contact=words.contact)))


def _code(facts: Facts) -> str:
    return f"D-{facts['number']}"


# --- how long ----------------------------------------------------------------------------------------


def how_long(words: Words, days: int) -> str:
    """A span of days as people say it."""
    if not days:
        return words("keep-for-ever")
    return words("keep-years", years=days // YEAR) if days % YEAR == 0 else words("keep-days", days=days)


def times(words: Words, facts: Facts) -> Card:
    """Every class with its days."""
    lines = [f"• {words(CLASSES[each['name']])}: {how_long(words, each['days'])}" for each in facts["classes"]]
    problem = facts.get("problem", "")
    said = (
        words("keep-short", least=how_long(words, facts["least"])) if problem == "short" else "",
        words("keep-unread") if problem == "unread" else "",
        words("keep-changed", what=words(CLASSES[facts["changed"]])) if "changed" in facts else "",
    )
    return Card((*texts(*said), Block(words("keep-title"), Style.TITLE), *texts("\n".join(lines), words("keep-how"))))


# --- the notice --------------------------------------------------------------------------------------


def notice_again(words: Words, facts: Facts) -> Card:
    """Another version, kindly; nobody loses anything who does not answer."""
    row = (button(words("people-button-agree"), "notice_agree"), button(words("people-button-read"), "privacy"))
    return Card(texts(words("notice-again", office=words.office), words("notice-again-free")), (row,))


# --- the log -----------------------------------------------------------------------------------------


def found(words: Words, facts: Facts) -> Card:
    """Whole, or the first link that is broken."""
    if facts["faults"]:
        more = words("log-more", number=facts["more"]) if facts["more"] else ""
        return Card(
            texts(words("log-broken", place=words.number(facts["rows"])), facts["faults"][0], more, words("log-what-now"))
        )
    whole = words("log-whole", rows=words.number(facts["rows"]), at=words.moment(facts["at"]))
    return Card(texts(whole, words("log-note", head=facts["head"]) if facts["head"] else ""))


def seal(words: Words, facts: Facts) -> Card:
    """Whether a seal that was noted down still stands."""
    if facts["at"]:
        return Card(texts(words("log-seal-stands", seal=facts["seal"], at=words.moment(facts["at"]))))
    return Card(texts(words("log-seal-gone", seal=facts["seal"])))


def auditor_over(words: Words, facts: Facts) -> Card:
    """To the auditor whose time is over."""
    return Card(texts(words("log-auditor-over", office=words.office)))


CARDS = {
    "erase_confirm": confirm,
    "erase_kept": plain("erase-kept"),
    "erase_taken": taken,
    "erase_open": open_already,
    "erase_withdrawn": plain("erase-withdrawn"),
    "erase_withdrawn_told": withdrawn_told,
    "erase_ticket": ticket,
    "erase_no_ticket": plain("erase-no-ticket"),
    "erase_list": tickets,
    "erase_running": running,
    "erase_done": done,
    "erase_last_word": last_word,
    "retention": times,
    "notice_again": notice_again,
    "notice_agreed": plain("notice-agreed"),
    "log_coming": plain("log-coming"),
    "log_found": found,
    "log_seal": seal,
    "log_auditor_over": auditor_over,
}
