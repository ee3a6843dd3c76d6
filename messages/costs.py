"""What staff are told of the cost of messages: always an estimate, since the platform sends the bill."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Style, button, texts
from messages.wording import Words

Facts = Mapping[str, Any]
CATEGORIES = {"marketing": "cost-marketing", "utility": "cost-utility", "service": "cost-service"}


def cost(words: Words, facts: Facts) -> Card:
    """The month so far."""
    title = Block(words("cost-title", month=words.month(facts["month"])), Style.TITLE)
    estimate = words("cost-estimate", rate=rupiah(words, facts["rate"]))
    return Card((title, *texts(_counted(words, facts), _money(words, facts)), Block(estimate, Style.QUIET)))


def mark(words: Words, facts: Facts) -> Card:
    """The ceiling is near, or reached."""
    said = words("cost-reached" if facts["reached"] else "cost-near", ceiling=rupiah(words, facts["ceiling"]))
    return Card(texts(said, _money(words, facts)))


def ceiling_set(words: Words, facts: Facts) -> Card:
    """The month's ceiling is another, or none any more."""
    if not facts["ceiling"]:
        return Card(texts(words("cost-ceiling-none")))
    return Card(texts(words("cost-ceiling-set", ceiling=rupiah(words, facts["ceiling"]))))


def not_yours(words: Words, facts: Facts) -> Card:
    """Admins decide about money."""
    return Card(texts(words("cost-not-yours")))


def rupiah(words: Words, amount: int) -> str:
    """An amount as people write it: Rp 1.250.000."""
    return f"Rp\u00a0{words.number(amount)}"


def _counted(words: Words, facts: Facts) -> str:
    lines = [words(CATEGORIES[each], count=number) for each, number in sorted(facts["counts"].items()) if each in CATEGORIES]
    free = [words("cost-free", count=facts["free"])] if facts["free"] else []
    return "\n".join([*(lines or [words("cost-none")]), *free])


def _money(words: Words, facts: Facts) -> str:
    spent = words("cost-spent", spent=rupiah(words, facts["spent"]), projected=rupiah(words, facts["projected"]))
    return f"{spent}\n{words('cost-ceiling', ceiling=rupiah(words, facts['ceiling']))}" if facts["ceiling"] else spent


def rate(words: Words, facts: Facts) -> Card:
    """The rupiah for a dollar, and how to change them."""
    return Card(texts(words("rate-now", rate=rupiah(words, facts["rate"]))))


def rate_wrong(words: Words, facts: Facts) -> Card:
    """What was typed is no rate."""
    return Card(texts(words("rate-wrong", least=rupiah(words, facts["least"]), most=rupiah(words, facts["most"]))))


def rate_confirm(words: Words, facts: Facts) -> Card:
    """Whether it shall be this one."""
    asked = words("rate-confirm", rate=rupiah(words, facts["rate"]), before=rupiah(words, facts["before"]))
    yes, no = button(words("rate-button-yes"), "rate_yes", facts["rate"]), button(words("rate-button-no"), "rate_no")
    return Card(texts(asked), ((yes, no),))


def rate_set(words: Words, facts: Facts) -> Card:
    """It is."""
    return Card(texts(words("rate-set", rate=rupiah(words, facts["rate"]))))


CARDS = {
    "cost": cost,
    "cost_mark": mark,
    "cost_ceiling_set": ceiling_set,
    "cost_not_yours": not_yours,
    "rate": rate,
    "rate_wrong": rate_wrong,
    "rate_confirm": rate_confirm,
    "rate_set": rate_set,
}
