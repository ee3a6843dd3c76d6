"""All cards by name: what the outbox holds is looked up here when it is rendered."""

from collections.abc import Callable, Mapping
from typing import Any

from messages import (
    appeals,
    connecting,
    costs,
    coverage,
    desk,
    inviting,
    ledger,
    link_checks,
    groups,
    imports,
    digest,
    groups,
    link_ledger,
    links,
    members,
    outages,
    outlets,
    people,
    registering,
    release_editing,
    release_reading,
    release_review,
    release_sending,
    releases,
    reminders,
    restored,
    rules,
    stopped,
    team,
    templates,
)
from messages.card import Card
from messages.wording import Words

CARDS: Mapping[str, Callable[[Words, Mapping[str, Any]], Card]] = {
    **desk.CARDS,
    **people.CARDS,
    **registering.CARDS,
    **members.CARDS,
    **team.CARDS,
    **inviting.CARDS,
    **connecting.CARDS,
    **digest.CARDS,
    **outlets.CARDS,
    **imports.CARDS,
    **links.CARDS,
    **link_ledger.CARDS,
    **link_checks.CARDS,
    **ledger.CARDS,
    **appeals.CARDS,
    **coverage.CARDS,
    **costs.CARDS,
    **releases.CARDS,
    **release_editing.CARDS,
    **release_review.CARDS,
    **release_sending.CARDS,
    **release_reading.CARDS,
    **reminders.CARDS,
    **restored.CARDS,
    **outages.CARDS,
    **rules.CARDS,
    **stopped.CARDS,
    **templates.CARDS,
}


def render(name: str, facts: Mapping[str, Any], words: Words) -> Card:
    """A card in one language. KeyError for a card that does not exist."""
    return CARDS[name](words, facts)
