"""Questions as journalists see them: the receipt with its promise, how each stands, and the answer."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.wording import Words
from storage.records import InquiryState, Terms

Facts = Mapping[str, Any]

PROBLEMS = {"short": "inquiry-short", "long": "inquiry-long", "past": "inquiry-past"}
TERMS = {Terms.QUOTABLE: "inquiry-quotable", Terms.BACKGROUND: "inquiry-background", Terms.MEETING: "inquiry-proposed"}
ENDED = frozenset({InquiryState.ANSWERED, InquiryState.AGREED, InquiryState.WITHDRAWN})
QUOTED = 120  # characters of a question in a list


def named(words: Words, facts: Facts) -> str:
    """The code, with that of what it is about, and whether an interview is asked for."""
    code = words("inquiry-interview", code=facts["code"]) if facts["interview"] else facts["code"]
    return words("inquiry-named", code=code, about=facts["about"]) if facts["about"] else code


def state(words: Words, facts: Facts) -> str:
    """How it stands, and who holds it."""
    match InquiryState(facts["state"]):
        case InquiryState.ANSWERED:
            return words("inquiry-answered", moment=words.moment(facts["ended"]))
        case InquiryState.AGREED:
            return words("inquiry-agreed")
        case InquiryState.WITHDRAWN:
            return words("inquiry-withdrawn", moment=words.moment(facts["ended"]))
        case InquiryState.FORWARDED:
            return words("inquiry-with-unit", unit=facts["unit"], since=words.moment(facts["since"]))
    if facts["holder"]:
        return words("inquiry-held", holder=facts["holder"], since=words.moment(facts["since"]))
    return words("inquiry-open")


def promise(words: Words, facts: Facts) -> str:
    """Until when it is answered; where that is over, that it is."""
    if facts["state"] in ENDED:
        return ""
    return words("inquiry-overdue" if facts["late"] else "inquiry-due", due=words.moment(facts["due"]))


def terms(words: Words, facts: Facts) -> str:
    """Whether an answer may be quoted, and as whose; of an interview, when it may be."""
    sentence = TERMS[Terms(facts["terms"])]
    if facts["meets_at"]:
        return words(sentence, moment=words.moment(facts["meets_at"]))
    return words(sentence, source=facts["source"]) if facts["source"] else words(sentence)


def problem(words: Words, facts: Facts, limit: int) -> str:
    """What was wrong with what was typed, if something was."""
    reason = facts.get("problem")
    return words(PROBLEMS[reason], limit=words.number(limit)) if reason == "long" else words(PROBLEMS[reason]) if reason else ""


def ask(words: Words, facts: Facts) -> Card:
    """Asks for the question; of an interview with whom it is to be, and about what."""
    if facts["interview"]:
        asked = words("inquiry-ask-topic", whom=facts["whom"]) if facts["whom"] else words("inquiry-ask-interview")
    else:
        asked = words("inquiry-ask-about", about=facts["about"]) if facts["about"] else words("inquiry-ask")
    return Card(texts(problem(words, facts, 1000), asked))


def receipt(words: Words, facts: Facts) -> Card:
    """It has its number, and until when it is answered; outside the hours of service, when it is read."""
    first = words("inquiry-received" if facts["new"] else "inquiry-added", named=named(words, facts))
    opens = words("inquiry-closed-now", opens=words.moment(facts["opens"])) if facts["opens"] else ""
    wordless = words("inquiry-no-files") if facts["files"] else ""
    blocks = (*texts(first, " ".join(filter(None, (opens, promise(words, facts)))), wordless), _how(words, facts))
    return Card(blocks, (_withdraw(words, facts),))


def _how(words: Words, facts: Facts) -> Block:
    return Block(words("inquiry-how", code=facts["code"]), Style.QUIET)


def _withdraw(words: Words, facts: Facts) -> tuple[Choice, ...]:
    return (button(words("inquiry-button-withdraw"), "inq_withdraw", facts["id"]),)


def _further(words: Words, facts: Facts) -> Choice:
    return button(words("inquiry-button-further"), "inq_further", facts["id"])


def own(words: Words, facts: Facts) -> Card:
    """One of somebody's own, with all that was asked and answered."""
    head = words("inquiry-again", code=facts["code"]) if facts["again"] else ""
    asked = [words("inquiry-words", words=each) for each in facts["questions"]]
    answered = [f"{each['words']}\n{terms(words, each)}" for each in facts["answers"]]
    stands = " ".join(filter(None, (state(words, facts), promise(words, facts))))
    last: Facts = facts["answers"][-1] if facts["answers"] and facts["state"] == InquiryState.ANSWERED else {"meets_at": ""}
    agree = (_agree(words, facts["id"], last["id"]),) if last["meets_at"] else ()
    row = (*agree, _further(words, facts), *(_withdraw(words, facts) if promise(words, facts) else ()))
    return Card((Block(named(words, facts), Style.TITLE), *texts(head, *asked, *answered, stands)), (row,))


def _agree(words: Words, inquiry: int, answer: int) -> Choice:
    return button(words("inquiry-button-agree"), "inq_agree", inquiry, version=str(answer))


def listed(words: Words, facts: Facts) -> Card:
    """All of somebody's own."""
    if not facts["items"]:
        return Card(texts(words("inquiry-none"), words("inquiry-example")))
    lines = [f"{named(words, each)}: {short(each['words'])}\n{state(words, each)}" for each in facts["items"]]
    rows = tuple((button(each["code"], "inq_show", each["id"]),) for each in facts["items"])
    return Card((Block(words("inquiry-title"), Style.TITLE), *texts(*lines)), rows)


def short(said: str) -> str:
    """A question in a list."""
    return said if len(said) <= QUOTED else said[: QUOTED - 1] + "…"


def answered(words: Words, facts: Facts) -> Card:
    """The answer, what may be done with it, and a way to ask on; a correction says that it is one."""
    title = words("inquiry-correction" if facts["corrects"] else "inquiry-answer", named=named(words, facts))
    fits = words("inquiry-fits", code=facts["code"]) if facts["meets_at"] else ""
    blocks = (Block(title, Style.TITLE), *texts(*facts["words"].split("\n\n"), terms(words, facts), fits))
    agree = (_agree(words, facts["id"], facts["answer"]),) if facts["meets_at"] else ()
    return Card(blocks, ((*agree, _further(words, facts)),))


def agreed_own(words: Words, facts: Facts) -> Card:
    """They meet at that hour, and what to do where they cannot."""
    return Card(texts(words("inquiry-agreed-own", moment=words.moment(facts["meets_at"]), code=facts["code"])))


def unknown(words: Words, facts: Facts) -> Card:
    """A code that leads nowhere for whoever typed it."""
    return Card(texts(words("inquiry-unknown", code=facts["code"]) if facts["code"] else words("inquiry-which")))


def many(words: Words, facts: Facts) -> Card:
    """Too many wait already."""
    return Card(texts(words("inquiry-many", count=len(facts["codes"]), codes=", ".join(facts["codes"]))))


def full(words: Words, facts: Facts) -> Card:
    """Too many further questions wait in one ticket."""
    return Card(texts(words("inquiry-full", code=facts["code"], most=facts["most"])))


def gone_own(words: Words, facts: Facts) -> Card:
    """It is withdrawn, and how to open it again."""
    return Card(texts(words("inquiry-gone-own", code=facts["code"])))


CARDS = {
    "inquiry_ask": ask, "inquiry_receipt": receipt, "inquiry_own": own, "inquiry_list": listed, "inquiry_answered": answered,
    "inquiry_unknown": unknown, "inquiry_many": many, "inquiry_withdrawn": gone_own, "inquiry_full": full,
    "inquiry_agreed_own": agreed_own,
}  # fmt: skip
