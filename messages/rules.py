"""What is said of the office's rules: to journalists as they hold, to staff as they change."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from messages.card import Block, Card, Style, button, texts
from messages.people import plain, yes_no
from messages.wording import Words

Facts = Mapping[str, Any]

# What each rule is called, and how its value reads.
LABELS = {
    "days_online": "rules-field-days-online", "days_print": "rules-field-days-print", "days_radio": "rules-field-days-radio",
    "days_tv": "rules-field-days-tv", "quota": "rules-field-quota", "per_day": "rules-field-per-day",
    "recognised": "rules-field-recognised", "doubtful": "rules-field-doubtful", "copies": "rules-field-copies",
    "quiet_from": "rules-field-quiet-from", "quiet_until": "rules-field-quiet-until",
    "appeal_days": "rules-field-appeal-days", "four_eyes": "rules-field-four-eyes", "alone": "rules-field-alone",
    "maghrib": "rules-field-maghrib", "friday_from": "rules-field-friday-from", "friday_until": "rules-field-friday-until",
    "place": "rules-field-place", "service_from": "rules-field-service-from", "service_until": "rules-field-service-until",
    "answer_hours": "rules-field-answer-hours",
}  # fmt: skip
UNITS = {
    "days_online": "rules-in-days", "days_print": "rules-in-days", "days_radio": "rules-in-days", "days_tv": "rules-in-days",
    "quota": "rules-in-links", "per_day": "rules-in-links", "recognised": "rules-in-percent", "doubtful": "rules-in-percent",
    "copies": "rules-in-sites", "appeal_days": "rules-in-workdays", "maghrib": "rules-in-minutes",
    "answer_hours": "rules-in-hours",
}  # fmt: skip
FLAGS = ("rules-no", "rules-yes")  # how the value of any other reads
PAIR = 2  # people whom four eyes take
PROBLEMS = {
    "hour": "rules-wrong-hour", "order": "rules-wrong-order", "night": "rules-wrong-night", "same": "rules-wrong-same",
    "long": "rules-wrong-reference", "letters": "rules-wrong-reference", "date": "rules-wrong-date",
    "flag": "rules-wrong-flag", "place": "rules-wrong-place", "friday": "rules-wrong-friday",
    "service": "rules-wrong-service",
}  # fmt: skip


def rules(words: Words, facts: Facts) -> Card:
    """The version that holds, and those to come."""
    title = Block(words("rules-title", office=words.office), Style.TITLE)
    lines = "\n".join(_line(words, field, value) for field, value in facts["values"].items())
    coming = [_coming(words, each) for each in facts["coming"]]
    rows = ((button(words("rules-button-change"), "rules_change"),),) if facts["rules"] else ()
    if facts["rules"] and facts["coming"]:
        last = facts["coming"][-1]["version"]
        rows = (*rows, (button(words("rules-button-back", version=str(last)), "rules_back", last),))
    explained = Block(words("rules-explained"), Style.QUIET)
    return Card((title, *texts(_version(words, facts), lines, *coming), explained), rows)


def which(words: Words, facts: Facts) -> Card:
    """The rules to choose from, with the values of the newest version."""
    rows = tuple((button(words(LABELS[field]), "rules_pick", place),) for place, field in enumerate(facts["values"], 1))
    lines = "\n".join(_line(words, field, value) for field, value in facts["values"].items())
    return Card(texts(words("rules-which"), lines), rows)


def value(words: Words, facts: Facts) -> Card:
    """What it shall be."""
    asked = words("rules-ask-value", field=words(LABELS[facts["field"]]), was=_value(words, facts["field"], facts["was"]))
    return Card(texts(_problem(words, facts), asked))


def reference(words: Words, facts: Facts) -> Card:
    """By which regulation."""
    return Card(texts(_problem(words, facts), words("rules-ask-reference")))


def since(words: Words, facts: Facts) -> Card:
    """From which day."""
    rows = tuple((button(_day(words, each), "rules_since", int(each.replace("-", ""))),) for each in facts["days"])
    return Card(texts(_problem(words, facts), words("rules-ask-since", first=_day(words, facts["first"]))), rows)


def sure(words: Words, facts: Facts) -> Card:
    """The whole change, and what it would touch."""
    title = Block(words("rules-sure", since=_day(words, facts["since"])), Style.TITLE)
    touched = "" if facts["affected"] is None else words("rules-affected", number=facts["affected"])
    lonely = facts["field"] == "four_eyes" and facts["new"] and facts["deciders"] < PAIR
    alone = words("rules-one-decider") if lonely else ""
    said = words("rules-reference", reference=facts["reference"])
    shown = texts(_change(words, facts), said, touched, alone, words("rules-stands"))
    return Card((title, *shown), (yes_no(words, "rules_save", "rules_keep"),))


def saved(words: Words, facts: Facts) -> Card:
    """It is kept, and from when it holds."""
    said = words("rules-saved", version=str(facts["version"]), since=_day(words, facts["since"]))
    return Card(texts(f"{said}\n{_change(words, facts)}"), ((button(words("rules-button-show"), "rules"),),))


def news(words: Words, facts: Facts) -> Card:
    """To others who judge links."""
    said = words("rules-news", by=facts["by"], version=str(facts["version"]), since=_day(words, facts["since"]))
    return Card(texts(said, _change(words, facts), words("rules-reference", reference=facts["reference"])))


def overtaken(words: Words, facts: Facts) -> Card:
    """Somebody else changed them meanwhile."""
    lines = "\n".join(_line(words, field, value) for field, value in facts["values"].items())
    return Card(texts(words("rules-overtaken"), lines), ((button(words("rules-button-change"), "rules_change"),),))


def back_sure(words: Words, facts: Facts) -> Card:
    """Whether a version that has not begun shall never."""
    said = words("rules-back-sure", version=str(facts["version"]), since=_day(words, facts["since"]))
    return Card(texts(said), (yes_no(words, "rules_taken_back", "rules_keep", facts["version"]),))


def taken_back(words: Words, facts: Facts) -> Card:
    """It never does."""
    return Card(
        texts(words("rules-taken-back", version=str(facts["version"]))), ((button(words("rules-button-show"), "rules"),),)
    )


def _version(words: Words, facts: Facts) -> str:
    number = str(facts["version"])
    if not facts["since"]:
        return words("rules-shipped", version=number)
    held = words("rules-version", version=number, since=_day(words, facts["since"]))
    return f"{held}\n{words('rules-reference', reference=facts['reference'])}"


def _coming(words: Words, facts: Facts) -> str:
    said = words("rules-coming", version=str(facts["version"]), since=_day(words, facts["since"]), reference=facts["reference"])
    return "\n".join([said, *(_change(words, each) for each in facts["changes"])])


def _line(words: Words, field: str, shown: int | str) -> str:
    return words("rules-line", field=words(LABELS[field]), value=_value(words, field, shown))


def _change(words: Words, facts: Facts) -> str:
    field = facts["field"]
    was, new = (_value(words, field, facts[each]) for each in ("was", "new"))
    return words("rules-change", field=words(LABELS[field]), value=new, was=was)


def _value(words: Words, field: str, shown: int | str) -> str:
    if field == "place":
        return str(shown) or words("rules-city")
    if isinstance(shown, str):
        hour = time.fromisoformat(shown)
        return words("rules-at", hour=f"{hour:%H}", minute=f"{hour:%M}")
    if field not in UNITS:
        return words(FLAGS[shown])
    return words("rules-unlimited") if UNITS[field] == "rules-in-links" and not shown else words(UNITS[field], number=shown)


def _day(words: Words, shown: str) -> str:
    """A day of the office is no moment: it is told as it is, in whatever zone the machine stands."""
    return words.weekday(date.fromisoformat(shown))


def _problem(words: Words, facts: Facts) -> str:
    reason = facts.get("problem")
    if reason == "number":
        return words("rules-wrong-number", least=facts["least"], most=facts["most"])
    if reason == "early":
        return words("rules-wrong-early", first=_day(words, facts["first"]))
    return words(PROBLEMS[reason]) if reason else ""


CARDS = {
    "rules": rules, "rules_which": which, "rules_value": value, "rules_reference": reference, "rules_since": since,
    "rules_sure": sure, "rules_saved": saved, "rules_news": news, "rules_overtaken": overtaken, "rules_kept": plain("rules-kept"),
    "rules_back_sure": back_sure, "rules_taken_back": taken_back,
}  # fmt: skip
