"""What is said of a block: to those who decide, and to the one concerned, who always reads the reason and the way to appeal."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Style, button, texts
from messages.people import plain, problem, yes_no
from messages.wording import Words

Facts = Mapping[str, Any]
STATES = {
    "waits": "block-state-waits",
    "holds": "block-state-holds",
    "over": "block-state-over",
    "dropped": "block-state-dropped",
}
SPANS = (7, 30, 90)


def whom(words: Words, facts: Facts) -> Card:
    """Several are called so, or nobody."""
    if not facts["people"]:
        return Card(texts(words("block-nobody", sought=facts["sought"])))
    rows = tuple((button(each["name"], "block_pick", each["id"]),) for each in facts["people"])
    return Card(texts(words("block-whom")), rows)


def cannot(words: Words, facts: Facts) -> Card:
    """Only journalists who are here are blocked."""
    return Card(texts(words("block-cannot", name=facts["name"])))


def how_long(words: Words, facts: Facts) -> Card:
    """For how long."""
    row = tuple(button(words("people-button-days", days=days), "block_days", days) for days in SPANS)
    wrong = words("block-span-unread") if facts.get("problem") else ""
    return Card(texts(wrong, words("block-how-long", name=facts["name"])), (row,))


def why(words: Words, facts: Facts) -> Card:
    """Why: it will be read by the one concerned."""
    return Card(texts(problem(words, facts), words("block-why", name=facts["name"], until=words.moment(facts["until"]))))


def confirm(words: Words, facts: Facts) -> Card:
    """All of it, before it goes to a second person."""
    lines = words("block-lines", name=facts["name"], until=words.moment(facts["until"]), reason=facts["reason"])
    return Card(texts(words("block-confirm"), lines), (yes_no(words, "block_send", "block_leave"),))


def sent(words: Words, facts: Facts) -> Card:
    """It waits for a second person."""
    return Card(texts(words("block-sent-alone" if facts["alone"] else "block-sent", code=_code(facts))))


def proposed(words: Words, facts: Facts) -> Card:
    """To the second person."""
    rows = (
        (
            button(words("block-button-agree"), "block_agree", facts["id"]),
            button(words("block-button-refuse"), "block_refuse", facts["id"]),
        ),
    )
    title = Block(words("block-proposed", code=_code(facts), by=facts["by"]), Style.TITLE)
    return Card((title, *texts(_lines(words, facts), words("block-what"))), rows)


def one(words: Words, facts: Facts) -> Card:
    """One block as it stands."""
    second = words("block-second", second=facts["second"]) if facts["second"] else ""
    state = words(STATES[facts["state"]])
    lines = "\n".join(each for each in (_lines(words, facts), words("block-by", by=facts["by"]), second) if each)
    holds = ((button(words("block-button-lift"), "block_lift", facts["id"]),),)
    waits = (
        (
            button(words("block-button-agree"), "block_agree", facts["id"]),
            button(words("block-button-refuse"), "block_refuse", facts["id"]),
        ),
    )
    rows = {"holds": holds, "waits": waits}.get(facts["state"], ())
    return Card((Block(f"{_code(facts)} · {state}", Style.TITLE), *texts(lines)), rows)


def listed(words: Words, facts: Facts) -> Card:
    """Those that wait or are in force."""
    if not facts["blocks"]:
        return Card(texts(words("block-none"), words("block-how")))
    lines = [
        words(
            "block-line",
            code=_code(each),
            name=each["name"],
            state=words(STATES[each["state"]]),
            until=words.short(each["until"]),
        )
        for each in facts["blocks"]
    ]
    title = Block(words("block-title", number=facts["total"]), Style.TITLE)
    rows = tuple((button(_code(each), "block_show", each["id"]),) for each in facts["blocks"])
    return Card((title, *texts("\n".join(lines), words("block-how"))), rows)


def not_alone(words: Words, facts: Facts) -> Card:
    """Whoever had a part in it does not decide on it."""
    return Card(texts(words("block-not-alone", code=_code(facts))))


def told(words: Words, facts: Facts) -> Card:
    """To the one concerned: until when, why, what stays, and the way to appeal."""
    said = words("block-told", office=words.office, until=words.moment(facts["until"]), reason=facts["reason"])
    row = ((button(words("block-button-appeal"), "block_appeal", facts["id"]),),)
    return Card(texts(said, words("block-told-stays"), words("block-told-appeal")), row)


def over(words: Words, facts: Facts) -> Card:
    """To the one concerned: it is over."""
    return Card(texts(words("block-lifted" if facts["lifted"] else "block-ended", office=words.office)))


def appeal_words(words: Words, facts: Facts) -> Card:
    """What they have to say."""
    return Card(texts(problem(words, facts), words("block-appeal-words")))


def appealed(words: Words, facts: Facts) -> Card:
    """It has gone to somebody else."""
    return Card(texts(words("block-appealed-again" if facts.get("again") else "block-appealed")))


def appeal_told(words: Words, facts: Facts) -> Card:
    """To those who had no part in the block."""
    title = Block(words("block-appeal-told", code=_code(facts), name=facts["name"]), Style.TITLE)
    lines = words("block-lines", name=facts["name"], until=words.moment(facts["until"]), reason=facts["reason"])
    row = (
        button(words("block-button-lift"), "block_grant", facts["id"]),
        button(words("block-button-keep"), "block_keep", facts["id"]),
    )
    return Card((title, *texts(lines, words("block-appeal-said", words=facts["words"]))), (row,))


def keep_why(words: Words, facts: Facts) -> Card:
    """Why it stays."""
    return Card(texts(problem(words, facts), words("block-keep-why", code=_code(facts))))


def answered(words: Words, facts: Facts) -> Card:
    """To whoever answered."""
    return Card(texts(words("block-granted" if facts["granted"] else "block-upheld-done", code=_code(facts))))


def upheld(words: Words, facts: Facts) -> Card:
    """To the one concerned: it stays, and why."""
    return Card(texts(words("block-upheld", answer=facts["answer"], until=words.moment(facts["until"]), contact=words.contact)))


def _lines(words: Words, facts: Facts) -> str:
    return words("block-lines", name=facts["name"], until=words.moment(facts["until"]), reason=facts["reason"])


def _code(facts: Facts) -> str:
    return f"B-{facts['number']}"


CARDS = {
    "block_whom": whom,
    "block_cannot": cannot,
    "block_how_long": how_long,
    "block_why": why,
    "block_confirm": confirm,
    "block_left": plain("block-left"),
    "block_sent": sent,
    "block_proposed": proposed,
    "block": one,
    "block_list": listed,
    "block_not_alone": not_alone,
    "block_told": told,
    "block_over": over,
    "block_appeal_words": appeal_words,
    "block_appealed": appealed,
    "block_appeal_told": appeal_told,
    "block_keep_why": keep_why,
    "block_answered": answered,
    "block_upheld": upheld,
}
