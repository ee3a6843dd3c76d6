"""What staff see of those who wait, and what both sides are told of a decision."""

from collections.abc import Callable, Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.wording import Words
from storage.records import Medium, Role

Facts = Mapping[str, Any]
Rows = tuple[tuple[Choice, ...], ...]

PROBLEMS = {
    "short": "people-problem-short", "long": "people-problem-long", "letters": "people-problem-letters",
    "signs": "people-problem-signs", "courtesy": "people-problem-courtesy", "few": "people-problem-few",
    "command": "people-problem-command",
    "link": "people-problem-link", "choose": "people-problem-choose", "gone": "people-problem-gone",
}  # fmt: skip
MEDIA = {
    Medium.ONLINE: "people-medium-online", Medium.PRINT: "people-medium-print", Medium.TV: "people-medium-tv",
    Medium.RADIO: "people-medium-radio",
}  # fmt: skip
WORKS = {
    "wartawan": "people-work-reporter", "redaktur": "people-work-editor", "fotografer": "people-work-photographer",
    "kontributor": "people-work-contributor", "kabiro": "people-work-bureau",
}  # fmt: skip
ROLES = {
    Role.GUEST: "people-role-guest", Role.JOURNALIST: "people-role-journalist", Role.DRAFTER: "people-role-drafter",
    Role.VERIFIER: "people-role-verifier", Role.APPROVER: "people-role-approver", Role.OFFICIAL: "people-role-official",
    Role.ADMIN: "people-role-admin", Role.AUDITOR: "people-role-auditor", Role.TREASURER: "people-role-treasurer",
    Role.DELEGATE: "people-role-delegate",
}  # fmt: skip
TITLES = {  # why staff see somebody who waits
    "": "people-applicant-title", "answer": "people-applicant-answer", "addition": "people-applicant-addition",
    "changed": "people-applicant-changed", "again": "people-applicant-again",
}  # fmt: skip
DEEDS = {
    "accept": "people-settled-accept", "refuse": "people-settled-refuse", "remove": "people-settled-remove",
    "leave": "people-settled-leave", "readmit": "people-settled-readmit",
}  # fmt: skip


def problem(words: Words, facts: Facts) -> str:
    """What was wrong with the last answer, if something was."""
    reason = facts.get("problem")
    return words(PROBLEMS[reason]) if reason else ""


def medium(words: Words, code: str) -> str:
    """A medium's name."""
    return words(MEDIA[Medium(code)])


def role(words: Words, code: str) -> str:
    """A role's name."""
    return words(ROLES[Role(code)])


def work(words: Words, said: str) -> str:
    """What somebody does: one of the usual, or as they typed it."""
    return words(WORKS[said]) if said in WORKS else said


def plain(sentence: str) -> Callable[[Words, Facts], Card]:
    """A card of one sentence."""

    def card(words: Words, facts: Facts) -> Card:
        return Card(texts(words(sentence)))

    return card


def yes_no(words: Words, yes: str, no: str, object_id: int = 0) -> tuple[Choice, ...]:
    """The two answers to what is asked once more."""
    return (button(words("people-button-yes"), yes, object_id), button(words("people-button-not"), no))


def about(words: Words, facts: Facts) -> str:
    """Name, outlet with its site, work and area, a line each."""
    outlet = facts["outlet"]
    kind = medium(words, facts["medium"]) if outlet else ""
    lines = (
        words("people-line-name", name=facts["name"]),
        words("people-line-outlet", outlet=outlet, medium=kind) if outlet else "",
        words("people-line-site", site=facts["site"]) if facts.get("site") else "",
        words("people-line-fresh") if facts.get("fresh") else "",
        words("people-line-work", work=work(words, facts["work"])) if facts["work"] else "",
        words("people-line-area", area=facts["area"]) if facts["area"] else "",
    )
    return "\n".join(line for line in lines if line)


def applicant(words: Words, facts: Facts) -> Card:
    """Somebody who waits: new, with an answer or an addition, mended, or looked up in the list."""
    title = words(TITLES[facts.get("title", "")])
    said = words("people-line-said", said=facts["said"]) if "said" in facts else ""
    since = words("people-line-since", since=words.moment(facts["since"]))
    listed = words("people-listed") if facts.get("listed") else ""
    rows = (
        (button(words("people-button-accept"), "person_accept", facts["id"], version=facts["stamp"]),),
        (
            button(words("people-button-ask"), "person_ask", facts["id"]),
            button(words("people-button-refuse"), "person_refuse", facts["id"]),
        ),
    )
    return Card((Block(title, Style.TITLE), *texts(said, about(words, facts), listed, since)), rows)


def applicants(words: Words, facts: Facts) -> Card:
    """Those who wait, oldest first."""
    lines = [
        words("people-applicant-line", name=each["name"], outlet=each["outlet"], since=words.short(each["since"]))
        for each in facts["people"]
    ]
    rows = tuple((button(each["name"], "person_waiting", each["id"]),) for each in facts["people"])
    title = Block(words("people-applicants", number=facts["total"]), Style.TITLE)
    return Card((title, *texts("\n".join(lines))), (*rows, *pages(words, facts, "applicants")))


def pages(words: Words, facts: Facts, action: str) -> Rows:
    """The way to the next and the last page of a list."""
    number, last = facts["page"], facts["pages"]
    back = (button(words("people-button-back"), action, number - 1),) if number > 1 else ()
    more = (button(words("people-button-more"), action, number + 1),) if number < last else ()
    return ((*back, *more),) if back or more else ()


def accepted(words: Words, facts: Facts) -> Card:
    """To the one who accepted, who has a minute to take it back."""
    said = texts(words("people-accepted", name=facts["name"]), about(words, {**facts, "fresh": False}))
    return Card(said, ((button(words("links-button-undo"), "accept_undo", facts["id"]),),))


def unaccepted(words: Words, facts: Facts) -> Card:
    """Taken back."""
    return Card(texts(words("people-unaccepted", name=facts["name"])))


def stays(words: Words, facts: Facts) -> Card:
    """It was another's deed, or the minute is over: what can be done instead."""
    return Card(texts(words("people-stays" if facts["own"] else "people-stays-other", name=facts["name"])))


def waits_again(words: Words, facts: Facts) -> Card:
    """To the person whose acceptance was taken back."""
    return Card(texts(words("people-waits-again", name=facts["name"], office=words.office)))


def welcome(words: Words, facts: Facts) -> Card:
    """To the journalist who was accepted, with what they can do."""
    title = Block(words("people-welcome-title", office=words.office), Style.TITLE)
    return Card((title, *texts(words("people-welcome", name=facts["name"]), words("people-welcome-can"))), help_row(words))


def help_row(words: Words) -> Rows:
    """The way to what can be done here."""
    return ((button(words("people-button-help"), "help"),),)


def refuse_why(words: Words, facts: Facts) -> Card:
    """The reason is asked."""
    return Card(texts(problem(words, facts), words("people-refuse-why", name=facts["name"])))


def refused_done(words: Words, facts: Facts) -> Card:
    """To the one who refused."""
    return Card(texts(words("people-refused-done", name=facts["name"], reason=facts["reason"])))


def refused(words: Words, facts: Facts) -> Card:
    """To the person: the reason, and the way back."""
    rows = ((button(words("people-button-register"), "register"),),)
    return Card(texts(words("people-refused", office=words.office, reason=facts["reason"]), words("people-refused-next")), rows)


def ask_what(words: Words, facts: Facts) -> Card:
    """What staff want to know."""
    return Card(texts(problem(words, facts), words("people-ask-what", name=facts["name"])))


def asked(words: Words, facts: Facts) -> Card:
    """The question is on its way."""
    return Card(texts(words("people-asked", name=facts["name"])))


def question(words: Words, facts: Facts) -> Card:
    """To the person who waits."""
    said = words("people-question", office=words.office, question=facts["question"])
    return Card(texts(said, words("people-question-next")), ((button(words("people-button-answer"), "answer", facts["staff"]),),))


def answer_please(words: Words, facts: Facts) -> Card:
    """The answer is asked for."""
    return Card(texts(problem(words, facts), words("people-answer-please")))


def answered(words: Words, facts: Facts) -> Card:
    """The answer has gone to staff; what came with it has not."""
    return Card(texts(words("people-answered"), words("people-words-only") if facts["files"] else ""))


def added(words: Words, facts: Facts) -> Card:
    """The same of what was added."""
    return Card(texts(words("people-added"), words("people-words-only") if facts["files"] else ""))


def settled(words: Words, facts: Facts) -> Card:
    """Somebody was first."""
    by = words("people-settled-you") if facts["own"] else facts["by"]
    return Card(texts(words(DEEDS[facts["deed"]], name=facts["name"], by=by, at=words.moment(facts["at"]))))


CARDS = {
    "people_applicant": applicant,
    "people_applicants": applicants,
    "people_nobody_waits": plain("people-nobody-waits"),
    "people_accepted": accepted,
    "people_unaccepted": unaccepted,
    "people_stays": stays,
    "people_waits_again": waits_again,
    "people_welcome": welcome,
    "people_refuse_why": refuse_why,
    "people_refused_done": refused_done,
    "people_refused": refused,
    "people_ask_what": ask_what,
    "people_asked": asked,
    "people_question": question,
    "people_answer_please": answer_please,
    "people_answered": answered,
    "people_added": added,
    "people_enough": plain("people-enough"),
    "people_settled": settled,
}
