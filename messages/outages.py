"""What is said after an outage of ours."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Style, texts
from messages.wording import Words

Facts = Mapping[str, Any]


def moved(words: Words, facts: Facts) -> Card:
    """To a journalist: until when links for a release count now."""
    span = {"since": words.moment(facts["since"]), "until": words.moment(facts["until"])}
    said = words("outage-moved", code=facts["code"], deadline=words.moment(facts["deadline"]))
    return Card((*texts(words("outage-sorry", **span)), Block(facts["headline"], Style.TITLE), *texts(said)))


def report(words: Words, facts: Facts) -> Card:
    """To staff: which deadlines were moved."""
    span = {"since": words.moment(facts["since"]), "until": words.moment(facts["until"])}
    lines = [
        words("outage-line", code=each["code"], was=words.moment(each["was"]), deadline=words.moment(each["deadline"]))
        for each in facts["moved"]
    ]
    return Card(texts(words("outage-report", **span), "\n".join(lines)))


def nudge_missed(words: Words, facts: Facts) -> Card:
    """To an author: the reminder of a deadline was not sent, since the deadline had passed."""
    return Card(texts(words("outage-nudge-missed", code=facts["code"], deadline=words.moment(facts["deadline"]))))


CARDS = {"outage_moved": moved, "outage_report": report, "nudge_missed": nudge_missed}
