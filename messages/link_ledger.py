"""How links stand: the month in numbers, one link with its steps, and what verifiers see of those that wait."""

from collections.abc import Mapping
from typing import Any

from messages import appeals, link_checks, link_watch, seconds
from messages.card import Block, Card, Choice, Style, button, texts
from messages.ledger import held_by, progress
from messages.ledger import step as ledger_step
from messages.links import MARKS, REASONS, SAME, STATES, appeal, ground, labelled, named, reason, state, way_out
from messages.wording import Words
from storage.records import LinkState

Facts = Mapping[str, Any]

DOUBTS = {
    "unknown": "links-doubt-unknown", "lookalike": "links-doubt-lookalike", "other": "links-doubt-other",
    "claimed": "links-doubt-claimed", "short": "links-doubt-short", "orphan": "group-doubt-orphan",
}  # fmt: skip
SETTLED = {
    LinkState.RECEIVED: "links-settled-received", LinkState.RECOGNISED: "links-settled-recognised",
    LinkState.NOTED: "links-settled-noted", LinkState.REFUSED: "links-settled-refused",
    LinkState.WITHDRAWN: "links-settled-withdrawn",
}  # fmt: skip
DECIDED = {
    LinkState.RECOGNISED: "links-decided-recognised", LinkState.REFUSED: "links-decided-refused",
    LinkState.WITHDRAWN: "links-decided-withdrawn",
}  # fmt: skip
SEVERAL = {  # what became of one of several codes that were typed
    "done": "links-several-done", "second": "links-several-second", "doubt": "links-several-doubt",
    "unknown": "links-several-unknown",
}  # fmt: skip
PROBLEMS = {"long": "links-reason-long", "letters": "links-reason-letters", "few": "links-reason-few"}


def month(words: Words, facts: Facts) -> Card:
    """The month's links in numbers, and the newest of them."""
    whose = words("links-month-own" if facts["own"] else "links-month-all", month=words.month(facts["month"]))
    none = words("links-month-none") if facts["own"] and not any(facts["counts"].values()) else ""
    lines = "\n".join(_lines(words, facts))
    newest = f"{words('links-month-newest')}\n{lines}" if lines else ""
    rows = _rows(tuple(button(each["code"], "link_show", each["id"]) for each in facts["links"]))
    queue = ((button(words("links-button-queue"), "queue"),),) if facts["queue"] else ()
    more = words("links-month-more", more=facts["more"]) if facts.get("more") else ""
    hint = words("links-month-hint") if facts["links"] else ""
    counted = (_sum(words, facts), link_watch.month(words, facts), none)
    return Card((Block(whose, Style.TITLE), *texts(*counted, newest, more, hint)), (*rows, *queue))


def listed(words: Words, facts: Facts) -> Card:
    """All links or those of a month with their sum, a page at a time."""
    if facts["month"]:
        whose = words("links-month-own" if facts["own"] else "links-month-all", month=words.month(facts["month"]))
    else:
        whose = words("links-all-own" if facts["own"] else "links-all")
    hint = words("links-month-hint") if facts["links"] else ""
    blocks = (Block(whose, Style.TITLE), *texts(_sum(words, facts), "\n".join(_lines(words, facts)), hint))
    at, pages = facts["page"], facts["pages"]
    back = (button(words("links-button-newer"), "status_list", facts["object"], version=str(at - 1)),) if at > 1 else ()
    more = (button(words("links-button-older"), "status_list", facts["object"], version=str(at + 1)),) if at < pages else ()
    return Card(blocks, ((*back, *more),) if pages > 1 else ())


def _sum(words: Words, facts: Facts) -> str:
    counts = {each: facts["counts"].get(each, 0) for each in LinkState}
    counted = words(
        "links-month-counts", received=sum(counts.values()), recognised=counts[LinkState.RECOGNISED],
        refused=counts[LinkState.REFUSED], waiting=counts[LinkState.RECEIVED],
    )  # fmt: skip
    noted, withdrawn = counts[LinkState.NOTED], counts[LinkState.WITHDRAWN]
    counted = words("links-month-withdrawn", counts=counted, withdrawn=withdrawn) if withdrawn else counted
    counted = words("links-month-noted", counts=counted, noted=noted) if noted else counted
    started = counts[LinkState.RECOGNISED] or any(facts["stages"].values())
    return f"{counted} · {progress(words, facts['stages'], facts['paper'])}" if started else counted


def _lines(words: Words, facts: Facts) -> list[str]:
    return [
        named(f"{MARKS[LinkState(each['state'])]} {labelled(each)} · {state(words, each['state'])}", each)
        for each in facts["links"]
    ]


def one(words: Words, facts: Facts) -> Card:
    """One link with every step, its date, and who decided."""
    title = Block(f"{facts['code']} {MARKS[LinkState(facts['state'])]} {state(words, facts['state'])}", Style.TITLE)
    steps = "\n".join(_steps(words, facts))
    doubt = "" if facts["own"] else _doubt(words, facts)
    proposed = seconds.line(words, facts["proposal"]) if facts["decide"] else ""
    return Card(
        (title, *texts(*_described(words, facts), doubt, steps, proposed, *link_watch.lines(words, facts), _next(words, facts))),
        _decisions(words, facts) if facts["decide"] else _appeal(words, facts),
    )


def _appeal(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    begin = appeal(words, facts) if facts["own"] else ()
    return (begin,) if begin else ()


def _next(words: Words, facts: Facts) -> str:
    """Who holds a link that waits; what the sender of a refused one can do."""
    if facts["state"] == LinkState.RECEIVED:
        return words("links-held", office=words.office)
    if facts["state"] == LinkState.RECOGNISED:
        return held_by(words, facts["stage"])
    rule = ground(words, facts["ground"]) if facts["ground"] else ""
    appealable = facts["own"] and facts["appealable"]
    return " ".join(each for each in (rule, way_out(words, facts["reason"]) if appealable else "") if each)


def _steps(words: Words, facts: Facts) -> list[str]:
    """What happened, in order; that it was looked at stands where that was, never before it came."""
    timed = [(each["at"], _step(words, each)) for each in facts["steps"]]
    timed += [(each["at"], ledger_step(words, each)) for each in facts["ledger"]]
    lines = [line for _, line in sorted(timed, key=lambda each: each[0])]
    check = facts.get("check")
    if check:
        at = sum(1 for each in (*facts["steps"][1:], *facts["ledger"]) if each["at"] < check["at"])
        lines.insert(1 + at, link_checks.step(words, check))
    for said in facts["appeals"]:
        lines += appeals.steps(words, said)
    return lines


def _step(words: Words, step: Facts) -> str:
    said = {"when": words.moment(step["at"]), "state": state(words, step["state"])}
    line = words("links-step-by", by=step["by"], **said) if step["by"] else words("links-step", **said)
    return words("links-step-why", step=line, reason=reason(words, step["reason"])) if step["reason"] else line


def _described(words: Words, facts: Facts) -> tuple[str, ...]:
    post = facts["kind"] == "social"
    outlet = facts["outlet"] or words("links-no-outlet")
    about = words("links-about", release=facts["release"], headline=facts["headline"]) if facts["release"] else ""
    return (words("links-post", outlet=outlet) if post else outlet, facts["address"], about)


def _doubt(words: Words, facts: Facts) -> str:
    waits = facts["state"] == LinkState.RECEIVED and facts["doubt"] in DOUBTS
    if waits and facts["like"]:
        return link_checks.resembles(words, facts["like"])
    about = {name: facts[name] for name in ("outlet", "sender", "code")}
    return words(DOUBTS[facts["doubt"]], **about) if waits else ""


def _decisions(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    """What a verifier can do about it as it stands."""
    link, held = facts["id"], facts["state"]
    if held == LinkState.RECEIVED:
        return (*seconds.choices(words, facts["proposal"]), _yes_or_no(words, link))
    final = facts["reason"] == "misdirected" or facts["reason"].startswith(SAME)
    return () if final else (_undo(words, link, held),)


def _yes_or_no(words: Words, link: int) -> tuple[Choice, ...]:
    return (button(words("links-button-recognise"), "link_yes", link), button(words("links-button-refuse"), "link_no", link))


def _undo(words: Words, link: int, held: str) -> tuple[Choice, ...]:
    return (button(words("links-button-undo"), "link_undo", link, version=held),)


def waiting(words: Words, facts: Facts) -> Card:
    """The next link of the queue, and why a person should look."""
    title = Block(words("links-queue", left=facts["left"]), Style.TITLE)
    sent = words("links-queue-sent", code=facts["code"], sender=facts["sender"], when=words.short(facts["at"]))
    outlet, address, about = _described(words, facts)
    check = link_checks.found(words, facts["check"]) if facts.get("check") else ""
    found = words("links-queue-found", code=facts["code"], found=check) if check else ""
    blocks = (title, *texts(sent, found, outlet, address, about or words("links-about-none"), _doubt(words, facts)))
    skip = (button(words("links-button-skip"), "queue", facts["id"]),)
    proposed = seconds.line(words, facts["proposal"])
    rows = (*seconds.choices(words, facts["proposal"]), _yes_or_no(words, facts["id"]), skip)
    return Card((*blocks, *texts(proposed)), rows, tuple(facts.get("files", ())))


def queue_empty(words: Words, facts: Facts) -> Card:
    """Nothing waits, but for what a second person has to confirm."""
    waits = words("seconds-empty", number=facts["proposed"]) if facts["proposed"] else ""
    return Card(texts(words("links-queue-empty"), waits))


def queue_end(words: Words, facts: Facts) -> Card:
    """What is left was put aside."""
    return Card(texts(words("links-queue-end", left=facts["left"])), ((button(words("links-button-from-start"), "queue"),),))


def decided(words: Words, facts: Facts) -> Card:
    """Done, and how to take it back."""
    sentence = words(DECIDED[LinkState(facts["state"])], code=facts["code"], sender=facts["sender"])
    why = words("links-because", reason=reason(words, facts["reason"])) if facts["reason"] else ""
    return Card(texts(sentence, facts["address"], why), (_undo(words, facts["id"], facts["state"]),))


def undone(words: Words, facts: Facts) -> Card:
    """As it was before, to be decided again."""
    said = words("links-undone", code=facts["code"], state=state(words, facts["state"]))
    return Card(texts(said, facts["address"]), _decisions(words, facts))


def why(words: Words, facts: Facts) -> Card:
    """Asks for the reason of a refusal."""
    rows = tuple((button(words(REASONS[each]), "link_because", facts["id"], version=each),) for each in facts["reasons"])
    numbered = "\n".join(f"{at}. {words(REASONS[each])}" for at, each in enumerate(facts["reasons"], 1))
    return Card(texts(_problem(words, facts), words("links-queue-why", code=facts["code"]), numbered), rows)


def reason_sure(words: Words, facts: Facts) -> Card:
    """Shows typed words once before the sender of the link reads them."""
    asked = words("links-reason-sure", code=facts["code"], sender=facts["sender"])
    send = button(words("links-button-send"), "reason_send", facts["link"])
    change = button(words("links-button-change"), "reason_change", facts["link"])
    return Card(texts(asked, f"“{facts['reason']}”"), ((send, change),))


def several(words: Words, facts: Facts) -> Card:
    """What became of each of several codes."""
    lines = "\n".join(_several(words, each) for each in facts["links"])
    return Card(texts(lines, words("links-several-hint")), ((button(words("links-button-queue"), "queue"),),))


def _several(words: Words, link: Facts) -> str:
    if link["what"] in STATES:
        return words("links-several-before", code=link["code"], state=state(words, link["what"]))
    return words(SEVERAL[link["what"]], code=link["code"])


def recognise_how(words: Words, facts: Facts) -> Card:
    """Asks which links."""
    return Card(texts(words("links-recognise-how")))


def refuse_how(words: Words, facts: Facts) -> Card:
    """Asks which link."""
    return Card(texts(words("links-refuse-how")))


def withdraw_how(words: Words, facts: Facts) -> Card:
    """Asks which link."""
    return Card(texts(words("links-withdraw-how")))


def withdraw_why(words: Words, facts: Facts) -> Card:
    """Asks for the reason of a withdrawal."""
    return Card(texts(_problem(words, facts), words("links-withdraw-why", code=facts["code"])))


def _problem(words: Words, facts: Facts) -> str:
    return words(PROBLEMS[facts["problem"]]) if facts.get("problem") else ""


def settled(words: Words, facts: Facts) -> Card:
    """Somebody was first, or it cannot be: how it stands, since when, and by whom."""
    held = words(SETTLED[LinkState(facts["state"])], code=facts["code"], when=words.moment(facts["at"]))
    who = words("links-settled-own") if facts["own"] else words("links-settled-by", by=facts["by"]) if facts["by"] else ""
    if not who and facts["state"] != LinkState.RECEIVED:
        who = words("links-settled-rules")
    return Card(
        texts(" ".join(each for each in (held, who) if each)),
        ((button(words("links-button-details"), "link_show", facts["id"]), button(words("links-button-queue"), "queue")),),
    )


def unknown(words: Words, facts: Facts) -> Card:
    """No such link, or none of theirs."""
    return Card(texts(words("links-unknown-own" if facts["own"] else "links-unknown", number=facts["number"])))


def status_how(words: Words, facts: Facts) -> Card:
    """The words behind *status* are no code."""
    return Card(texts(words("links-status-how", typed=facts["typed"])))


def _rows(buttons: tuple[Choice, ...], wide: int = 3) -> tuple[tuple[Choice, ...], ...]:
    return tuple(buttons[at : at + wide] for at in range(0, len(buttons), wide))


CARDS = {
    "status_month": month,
    "status_list": listed,
    "status_link": one,
    "status_how": status_how,
    "link_unknown": unknown,
    "link_settled": settled,
    "queue_link": waiting,
    "queue_empty": queue_empty,
    "queue_end": queue_end,
    "queue_decided": decided,
    "queue_undone": undone,
    "queue_why": why,
    "queue_several": several,
    "reason_sure": reason_sure,
    "recognise_how": recognise_how,
    "refuse_how": refuse_how,
    "withdraw_how": withdraw_how,
    "withdraw_why": withdraw_why,
}
