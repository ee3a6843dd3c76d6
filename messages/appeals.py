"""Appeals against decisions on links: to their senders, and to those who answer."""

from collections.abc import Mapping
from typing import Any

from messages import link_checks
from messages.card import Block, Card, Choice, Style, button, texts
from messages.links import ground, reason, state
from messages.people import plain
from messages.wording import Words
from storage.records import AppealState, LinkState

Facts = Mapping[str, Any]

STATES = {
    AppealState.OPEN: "appeals-state-open", AppealState.ACCEPTED: "appeals-state-accepted",
    AppealState.REFUSED: "appeals-state-refused", AppealState.WITHDRAWN: "appeals-state-withdrawn",
    AppealState.MOOT: "appeals-state-moot",
}  # fmt: skip
WHO = {"other": "appeals-who-other", "same": "appeals-who-same", "nobody": "appeals-who-nobody"}
TOLD = {"other": "appeals-told-other", "same": "appeals-told-same"}
PROBLEMS = {
    "few": "appeals-few", "letters": "appeals-few", "long": "appeals-long", "many": "appeals-many",
}  # fmt: skip
PLACES = {"own": "appeals-yours", "alone": "appeals-alone", "nobody": "appeals-nobody"}  # where whoever looks decided it
REASONS = {"long": "links-reason-long", "letters": "links-reason-letters", "few": "links-reason-few"}


def ended(words: Words, code: str) -> str:
    """A state's name."""
    return words(STATES[AppealState(code)])


def steps(words: Words, appeal: Facts) -> list[str]:
    """What happened to an appeal, as lines below the steps of its link."""
    lines = [words("appeals-step-raised", when=words.moment(appeal["at"]), due=words.moment(appeal["due"]))]
    if appeal["ended"]:
        line = words("appeals-step-ended", when=words.moment(appeal["ended"]), state=ended(words, appeal["state"]))
        lines.append(words("links-step-why", step=line, reason=appeal["why"]) if appeal["why"] else line)
    return lines


def which(words: Words, facts: Facts) -> Card:
    """Which of the refused links of a burst."""
    rows = tuple(
        (button(words("links-place", at=at), "appeal_page", facts["burst"], version=str(at), owner=facts["owner"]),)
        for at in facts["places"]
    )
    return Card(texts(words("appeals-which")), rows)


def ask(words: Words, facts: Facts) -> Card:
    """Asks for the reason and the evidence."""
    held = words("appeals-because", reason=reason(words, facts["reason"]))
    said = (_problem(words, facts), words("appeals-ask", code=facts["code"]), f"{held} {ground(words, facts['ground'])}")
    return Card(texts(*said), ((button(words("appeals-button-drop"), "appeal_drop"),),))


def sure(words: Words, facts: Facts) -> Card:
    """Shows the appeal once before it goes out."""
    shown = (
        _problem(words, facts), words("appeals-sure", code=facts["code"]), words("appeals-words", words=facts["words"]),
        words("appeals-files", number=len(facts["files"])), _due(words, facts), words("appeals-more"),
    )  # fmt: skip
    send = button(words("appeals-button-send"), "appeal_send", facts["link"])
    return Card(texts(*shown), ((send, button(words("appeals-button-drop"), "appeal_drop")),))


def sent(words: Words, facts: Facts) -> Card:
    """It is on its way: who answers, and until when."""
    return Card(texts(words("appeals-sent", code=facts["code"]), _due(words, facts)), _withdraw(words, facts))


def stands(words: Words, facts: Facts) -> Card:
    """There is one already: how it stands."""
    held = words("appeals-stands", code=facts["code"], state=ended(words, facts["state"]))
    why = words("appeals-because", reason=facts["why"]) if facts["why"] else ""
    waits = facts["state"] == AppealState.OPEN
    end = words("appeals-due", due=words.moment(facts["due"])) if waits else words("appeals-once")
    return Card(texts(held, why, end), _withdraw(words, facts) if waits else ())


def closed(words: Words, facts: Facts) -> Card:
    """Nothing was decided against it."""
    return Card(texts(words("appeals-closed", code=facts["code"], state=state(words, facts["state"]))))


def own(words: Words, facts: Facts) -> Card:
    """Somebody's own appeals."""
    if not facts["appeals"]:
        return Card(texts(words("appeals-own-none")))
    lines = "\n".join(_line(words, each) for each in facts["appeals"])
    return Card((Block(words("appeals-own"), Style.TITLE), *texts(lines)))


def withdraw_sure(words: Words, facts: Facts) -> Card:
    """Asks once before an appeal ends."""
    yes = button(words("appeals-button-withdraw"), "appeal_back_yes", facts["appeal"])
    rows = ((yes, button(words("appeals-button-keep"), "appeal_keep", facts["appeal"])),)
    return Card(texts(words("appeals-withdraw-sure", code=facts["code"])), rows)


def withdrawn(words: Words, facts: Facts) -> Card:
    """It ended."""
    return Card(texts(words("appeals-withdrawn", code=facts["code"])))


def none_open(words: Words, facts: Facts) -> Card:
    """There is none to withdraw."""
    return Card(texts(words("appeals-none-open", code=facts["code"])))


def listed(words: Words, facts: Facts) -> Card:
    """What waits for an answer, the first to run out first; and how many decisions were overturned."""
    title = Block(words("appeals-list", number=facts["total"]), Style.TITLE)
    lines = "\n".join(_item(words, each) for each in facts["appeals"])
    counted = words("appeals-statistics", overturned=facts["overturned"], answered=facts["answered"])
    chosen = tuple(button(each["code"], "appeal_show", each["appeal"]) for each in facts["appeals"])
    rows = tuple(chosen[at : at + 3] for at in range(0, len(chosen), 3))
    at, pages = facts["page"], facts["pages"]
    back = (button(words("links-button-older"), "appeals", at - 1),) if at > 1 else ()
    more = (button(words("links-button-newer"), "appeals", at + 1),) if at < pages else ()
    return Card((title, *texts(lines, counted)), (*rows, *(((*back, *more),) if back or more else ())))


def one(words: Words, facts: Facts) -> Card:
    """One appeal: the decision, what was measured, and what its sender says."""
    title = Block(words("appeals-one", code=facts["code"]), Style.TITLE)
    when = {"state": state(words, facts["against"]), "when": words.short(facts["decided"])}
    why = reason(words, facts["reason"])
    made = (
        words("appeals-decided-by", by=", ".join(facts["by"]), reason=why, **when)
        if facts["by"]
        else words("appeals-decided-rules", reason=why, **when)
    )
    found = link_checks.found(words, facts["check"]) if facts["check"] else ""
    said = words("appeals-from", sender=facts["sender"], when=words.short(facts["at"]))
    shown = (
        f"{made} {ground(words, facts['ground'])}", facts["address"], words("appeals-found", found=found) if found else "",
        f"{said}\n{words('appeals-words', words=facts['words'])}", words("appeals-unfetched") if facts["unfetched"] else "",
        words("appeals-due", due=words.moment(facts["due"])), words(PLACES[facts["who"]]) if facts["who"] in PLACES else "",
    )  # fmt: skip
    return Card((title, *texts(*shown)), _answers(words, facts))


def _answers(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    """What whoever looks may do: answer, or take back their own decision."""
    undo = ((button(words("links-button-undo"), "link_undo", facts["id"], version=facts["against"]),),)
    if facts["who"] in {"own", "nobody"}:
        return undo
    accept = button(words("appeals-button-accept"), "appeal_yes", facts["appeal"])
    return ((accept, button(words("appeals-button-refuse"), "appeal_no", facts["appeal"])),)


def evidence(words: Words, facts: Facts) -> Card:
    """The files that came with an appeal."""
    return Card(texts(words("appeals-files", number=len(facts["files"]))), files=tuple(facts["files"]))


def why(words: Words, facts: Facts) -> Card:
    """Asks for the reason."""
    problem = words(REASONS[facts["problem"]]) if facts.get("problem") else ""
    return Card(texts(problem, words("appeals-why", code=facts["code"])))


def reason_sure(words: Words, facts: Facts) -> Card:
    """Shows the reason once before it is read."""
    asked = words("appeals-reason-sure", code=facts["code"], sender=facts["sender"])
    send = button(words("links-button-send"), "appeal_no_send", facts["appeal"])
    change = button(words("links-button-change"), "appeal_no", facts["appeal"])
    return Card(texts(asked, f"“{facts['reason']}”"), ((send, change),))


def done(words: Words, facts: Facts) -> Card:
    """Answered."""
    accepted = facts["state"] == AppealState.ACCEPTED
    said = words("appeals-accepted" if accepted else "appeals-refused", code=facts["code"])
    undo = (button(words("links-button-undo"), "link_undo", facts["id"], version=LinkState.RECOGNISED),) if accepted else ()
    return Card(texts(said), ((*undo, button(words("appeals-button-list"), "appeals")),))


def settled(words: Words, facts: Facts) -> Card:
    """Somebody was first, or it was withdrawn."""
    held = {"code": facts["code"], "state": ended(words, facts["state"]), "when": words.moment(facts["when"])}
    return Card(texts(words("appeals-settled-by", by=facts["by"], **held) if facts["by"] else words("appeals-settled", **held)))


def news(words: Words, facts: Facts) -> Card:
    """To those who may answer."""
    due = words.moment(facts["due"])
    said = words("appeals-news", sender=facts["sender"], code=facts["code"], due=due)
    none = words("appeals-news-nobody", code=facts["code"]) if facts["who"] == "nobody" else ""
    return Card(texts(said, none), _look(words, facts))


def told(words: Words, facts: Facts) -> Card:
    """The answer, to whoever appealed."""
    by = words(TOLD[facts["who"]])
    if facts["state"] == AppealState.ACCEPTED:
        return Card(texts(words("appeals-told-accepted", code=facts["code"]), by))
    refused = words("appeals-told-refused", code=facts["code"], reason=facts["why"])
    return Card(texts(refused, by, words("appeals-told-end", contact=words.contact)), _steps(words, facts))


def overturned(words: Words, facts: Facts) -> Card:
    """To whoever had decided."""
    said = words("appeals-overturned", code=facts["code"], by=facts["by"], reason=reason(words, facts["reason"]))
    return Card(texts(said), _steps(words, facts))


def reminder(words: Words, facts: Facts) -> Card:
    """It runs out today."""
    return Card(texts(words("appeals-reminder", code=facts["code"])), _look(words, facts))


def late(words: Words, facts: Facts) -> Card:
    """It ran out; to staff and admins."""
    none = words("appeals-news-nobody", code=facts["code"]) if facts["who"] == "nobody" else ""
    return Card(texts(words("appeals-late", code=facts["code"], due=words.moment(facts["due"])), none), _look(words, facts))


def late_own(words: Words, facts: Facts) -> Card:
    """It ran out; to whoever waits for it."""
    return Card(texts(words("appeals-late-own", code=facts["code"])))


def _problem(words: Words, facts: Facts) -> str:
    problem = facts.get("problem", "")
    if problem == "changed":
        return words("appeals-changed", reason=reason(words, facts["reason"]))
    if problem == "file":
        return words("appeals-file", limit=facts["limit"])
    return words(PROBLEMS[problem]) if problem else ""


def _due(words: Words, facts: Facts) -> str:
    return f"{words(WHO[facts['who']])} {words('appeals-due', due=words.moment(facts['due']))}"


def _line(words: Words, facts: Facts) -> str:
    held = {"code": facts["code"], "state": ended(words, facts["state"])}
    if facts["state"] == AppealState.OPEN:
        return words("appeals-line-open", due=words.short(facts["due"]), **held)
    return words("appeals-line", **held)


def _item(words: Words, facts: Facts) -> str:
    sentence = "appeals-item-late" if facts["late"] else "appeals-item"
    line = words(sentence, code=facts["code"], sender=facts["sender"], due=words.short(facts["due"]))
    return words("appeals-item-own", line=line) if facts["mine"] else line


def _withdraw(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    return ((button(words("appeals-button-withdraw"), "appeal_back", facts["appeal"]),),)


def _look(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    return ((button(facts["code"], "appeal_show", facts["appeal"]),),)


def _steps(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    return ((button(words("links-button-details"), "link_show", facts["id"]),),)


CARDS = {
    "appeal_which": which, "appeal_ask": ask, "appeal_sure": sure, "appeal_sent": sent, "appeal_stands": stands,
    "appeal_closed": closed, "appeals_own": own, "appeal_withdraw_sure": withdraw_sure, "appeal_withdrawn": withdrawn,
    "appeal_none_open": none_open, "appeals_list": listed, "appeal_one": one, "appeal_evidence": evidence, "appeal_why": why,
    "appeal_reason_sure": reason_sure, "appeal_done": done, "appeal_settled": settled, "appeal_news": news,
    "appeal_told": told, "appeal_overturned": overturned, "appeal_reminder": reminder, "appeal_late": late,
    "appeal_late_own": late_own, "appeal_dropped": plain("appeals-dropped"), "appeal_gone": plain("appeals-gone"),
    "appeal_withdraw_how": plain("appeals-withdraw-how"),
}  # fmt: skip
