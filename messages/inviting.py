"""What an admin reads of an invitation, and what they forward to the one who is invited."""

from collections.abc import Mapping
from typing import Any

from messages.card import Card, button, texts
from messages.people import problem, role
from messages.wording import Words
from storage.records import ChannelKind, Role

Facts = Mapping[str, Any]
# What opens a talk with an account of the office and hands in a code; the name is the account's public one.
JOIN_LINKS = {
    ChannelKind.TELEGRAM: "https://t.me/{name}?start={code}",
    ChannelKind.WHATSAPP: "https://wa.me/{name}?text=mulai%20{code}",
}


def whom(words: Words, facts: Facts) -> Card:
    """As what somebody is invited."""
    rows = tuple((button(role(words, each), "invite", version=each),) for each in facts["roles"])
    return Card(texts(problem(words, facts), words("invite-whom")), rows)


def made(words: Words, facts: Facts) -> Card:
    """To the admin, before the words to forward."""
    said = words("invite-made", role=role(words, facts["role"]), until=words.moment(facts["until"]))
    return Card(texts(said, words("invite-admin") if facts["role"] == Role.ADMIN else ""))


def forward(words: Words, facts: Facts) -> Card:
    """To whoever is invited: a link for each account, or what to type."""
    known = [(each["name"], JOIN_LINKS[each["kind"]]) for each in facts["accounts"] if each["kind"] in JOIN_LINKS]
    links = [link.format(name=name, code=facts["code"]) for name, link in known]
    how = words("invite-open", links="\n".join(links)) if links else words("invite-type", code=facts["code"])
    said = words("invite-invited", office=words.office, role=role(words, facts["role"]))
    return Card(texts(said, how, words("invite-until", until=words.moment(facts["until"]))))


CARDS = {
    "invite_whom": whom,
    "invite_made": made,
    "invite_forward": forward,
}
