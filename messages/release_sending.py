"""Releases on their way out: confirmed, scheduled, told of while they go, and reported."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.release_review import send_buttons
from messages.releases import census_lines
from messages.wording import Words
from storage.records import Fate, Wait

Facts = Mapping[str, Any]


def release_confirm(words: Words, facts: Facts) -> Card:
    """Really now? With the count."""
    yes = button(words("release-button-yes-send"), "launch", facts["id"], version=facts["version"])
    later = button(words("release-button-schedule"), "ask_moment", facts["id"])
    no = button(words("release-button-not-now"), "not_now", facts["id"])
    reached = census_lines(words, facts["census"], facts["media"])
    question = words("release-confirm", code=facts["code"])
    if facts["launch_at"]:
        scheduled = {"name": facts["by"], "moment": words.moment(facts["launch_at"])}
        question = words("release-confirm-scheduled", code=facts["code"], **scheduled)
    blocks = texts(question, facts["headline"], _quiet(words, facts), *reached)
    return Card(blocks, ((yes, later), (no,)))


def release_nobody(words: Words, facts: Facts) -> Card:
    """Nobody would receive it."""
    choices = ((button(words("release-button-draft"), "draft", facts["id"]),),)
    return Card(texts(words("release-nobody", code=facts["code"])), choices)


def release_not_now(words: Words, facts: Facts) -> Card:
    """It stays as it is."""
    return Card(texts(words("release-not-now")))


def release_ask_moment(words: Words, facts: Facts) -> Card:
    """When? With what was wrong about the last answer."""
    fault = words(MOMENT_FAULTS[facts["fault"]]) if facts["fault"] else ""
    return Card(texts(fault, words("release-ask-moment", code=facts["code"])))


def release_confirm_moment(words: Words, facts: Facts) -> Card:
    """The moment read back in full."""
    line = words("release-confirm-moment", code=facts["code"], moment=words.moment(facts["moment"]))
    yes = button(words("release-button-yes"), "schedule", facts["id"], version=facts["seconds"])
    change = button(words("release-button-change"), "ask_moment", facts["id"])
    return Card(texts(line, _quiet(words, facts), *census_lines(words, facts["census"], facts["media"])), ((yes, change),))


def _quiet(words: Words, facts: Facts) -> str:
    """That it will wait, or that the day is a holiday, before anybody agrees to it."""
    waits = words("release-quiet", moment=words.moment(facts["quiet"])) if facts["quiet"] else ""
    free = words("release-holiday", name=facts["holiday"]) if facts["holiday"] else ""
    return "\n".join(each for each in (free, waits) if each)


def release_scheduled(words: Words, facts: Facts) -> Card:
    """The clock has it."""
    line = words("release-scheduled", code=facts["code"], moment=words.moment(facts["moment"]))
    change = button(words("release-button-change"), "ask_moment", facts["id"])
    stop = button(words("release-button-unschedule"), "unschedule", facts["id"])
    return Card(texts(line, _quiet(words, facts), *census_lines(words, facts["census"], facts["media"])), ((change, stop),))


def release_unscheduled(words: Words, facts: Facts) -> Card:
    """It is approved and does not go by itself; whoever took it off in haste can put it back."""
    again = button(words("release-button-schedule-again"), "schedule", facts["id"], version=facts["seconds"])
    other = button(words("release-button-other-moment"), "ask_moment", facts["id"])
    now = button(words("release-button-send"), "send", facts["id"])
    line = words("release-unscheduled", code=facts["code"], moment=words.moment(facts["moment"]))
    return Card(texts(line), ((again, other), (now,)))


def release_overtaken(words: Words, facts: Facts) -> Card:
    """For whoever scheduled it: somebody else has ended that."""
    moment = words.moment(facts["moment"])
    line = words(OVERTAKEN[facts["how"]], code=facts["code"], name=facts["by"], moment=moment)
    return Card(texts(line, facts["headline"]), ((button(words("release-button-draft"), "draft", facts["id"]),),))


def release_missed(words: Words, facts: Facts) -> Card:
    """Its moment passed while the desk was off, and now it is too late to send it unasked."""
    line = words("release-missed", code=facts["code"], moment=words.moment(facts["at"]))
    return Card(texts(line, facts["headline"]), send_buttons(words, facts))


def release_progress(words: Words, facts: Facts) -> Card:
    """The line that edits itself."""
    waiting = _waiting(facts)
    counts = {"sent": facts["sent"], "total": facts["total"], "waiting": waiting}
    line = words(PROGRESS[facts["status"]], code=facts["code"], **counts)
    rest = [words(REST[name], count=facts[name]) for name in REST if facts[name]]
    return Card(texts(" · ".join((line, *rest)), _later(words, facts), _parked(words, facts)), _progress_buttons(words, facts))


def _progress_buttons(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    if facts["status"] == "sending":
        return ((button(words("release-button-pause"), "sending_pause", facts["id"]),),)
    if facts["status"] == "paused":
        go_on = button(words("release-button-resume"), "sending_resume", facts["id"])
        return ((go_on, button(words("release-button-abandon"), "sending_abandon", facts["id"])),)
    return ((button(words("release-button-report"), "report", facts["id"]),),)


def release_report(words: Words, facts: Facts) -> Card:
    """What is known of every message, in words that claim no more than that."""
    when = words("release-report-at", moment=words.moment(facts["at"])) if facts["at"] else ""
    title = Block(words("release-report", code=facts["code"]), Style.TITLE)
    result = (button(words("officials-button-result"), "release_result", facts["id"]),)
    choices = (*((_again(words, facts),) if facts["failed"] else ()), result)
    honest = Block(words("release-report-honest-told" if facts["fates"] else "release-report-honest"), Style.QUIET)
    whose = "\n".join(_whose(words, name, **facts["whose"][name]) for name in WHOSE if name in facts["whose"])
    told = texts(facts["headline"], when, report_line(words, facts), whose, _later(words, facts), _parked(words, facts))
    return Card((title, *told, honest), choices)


def _whose(words: Words, fate: str, count: int, names: Sequence[str]) -> str:
    more = words("release-whose-more", count=count - len(names)) if count > len(names) else ""
    return words(WHOSE[fate], names=", ".join(names)) + more


def release_nothing_failed(words: Words, facts: Facts) -> Card:
    """There is nothing to send again: nothing failed, or it is queued already."""
    return Card(texts(words("release-nothing-failed", code=facts["code"]), report_line(words, facts)))


def report_line(words: Words, facts: Facts) -> str:
    """The counts, with the reasons of failures behind their number."""
    waiting = _waiting(facts)
    parts = [words("release-count-sent", count=facts["sent"]), *_arrived(words, facts["fates"])]
    parts.append(words("release-count-opened", count=facts["opened"]))
    parts += [words("release-count-elsewhere", count=facts["elsewhere"])] if facts["elsewhere"] else []
    parts += [words("release-count-waiting", count=waiting)] if waiting else []
    parts += [words(REST[name], count=facts[name]) for name in ("unsure", "cancelled") if facts[name]]
    if facts["failed"]:
        failed = words(REST["failed"], count=facts["failed"])
        parts.append(f"{failed}: {_reasons(words, facts['problems'])}" if facts["problems"] else failed)
    return " · ".join(parts)


def _waiting(facts: Facts) -> int:
    """Whose message has not found its end, and will go by itself."""
    ended = ("sent", "failed", "unsure", "cancelled")
    return int(facts["total"] - sum(facts[name] for name in ended) - sum(facts["parked"].values()))


def _arrived(words: Words, fates: Mapping[str, int]) -> list[str]:
    """What a platform told of arrivals; who has read it, has got it."""
    if not fates:
        return []
    read = fates.get(Fate.READ, 0)
    return [words("release-count-arrived", count=sum(fates.values())), words("release-count-read", count=read)]


def _later(words: Words, facts: Facts) -> str:
    """Who gets it at a later hour: after quiet hours, or in a digest."""
    return words("release-later", count=facts["later"], moment=words.moment(facts["until"])) if facts["later"] else ""


def _parked(words: Words, facts: Facts) -> str:
    """Who has not got it yet, what that waits for, and what staff can do."""
    return "\n".join(words(PARKED[wait], count=number) for wait, number in facts["parked"].items())


def _reasons(words: Words, problems: Mapping[str, int]) -> str:
    """Equal sentences are counted together, whatever the machinery called them."""
    counted: Counter[str] = Counter()
    for problem, number in problems.items():
        counted[PROBLEMS.get(problem, "release-problem-other")] += number
    return ", ".join(words(sentence, count=number) for sentence, number in counted.most_common())


def _again(words: Words, facts: Facts) -> tuple[Choice, ...]:
    return (button(words("release-button-resend", count=facts["failed"]), "resend", facts["id"]),)


PROGRESS = {"sending": "release-progress", "paused": "release-progress-paused", "sent": "release-progress-done"}
REST = {"failed": "release-count-failed", "unsure": "release-count-unsure", "cancelled": "release-count-cancelled"}
WHOSE = {"unsure": "release-whose-unsure", "twice": "release-whose-twice", "failed": "release-whose-failed"}
PROBLEMS = {
    "gone": "release-problem-gone",
    "refused": "release-problem-refused",
    "unwanted": "release-problem-unwanted",
    "closed": "release-problem-closed",
    "busy": "release-problem-limit",
    "slow": "release-problem-limit",
}
OVERTAKEN = {"sent": "release-overtaken-sent", "unscheduled": "release-overtaken-unscheduled"}
PARKED = {
    Wait.TALK: "release-parked-talk",
    Wait.TEMPLATE: "release-parked-template",
    Wait.OPENINGS: "release-parked-openings",
    Wait.CEILING: "release-parked-ceiling",
}
MOMENT_FAULTS = {
    "not_a_moment": "release-moment-not",
    "past": "release-moment-past",
    "no_time": "release-moment-no-time",
    "no_such_date": "release-moment-no-such-date",
    "too_far": "release-moment-too-far",
}


def release_flooded(words: Words, facts: Facts) -> Card:
    """The platform has stopped it; a person decides when it goes on."""
    row = (button(words("release-button-resume"), "sending_resume", facts["id"]),)
    return Card(texts(words("release-flooded", code=facts["code"], sent=facts["sent"], total=facts["total"])), (row,))


CARDS = {
    "release_flooded": release_flooded,
    "release_confirm": release_confirm,
    "release_nobody": release_nobody,
    "release_not_now": release_not_now,
    "release_ask_moment": release_ask_moment,
    "release_confirm_moment": release_confirm_moment,
    "release_scheduled": release_scheduled,
    "release_unscheduled": release_unscheduled,
    "release_overtaken": release_overtaken,
    "release_missed": release_missed,
    "release_progress": release_progress,
    "release_report": release_report,
    "release_nothing_failed": release_nothing_failed,
}
