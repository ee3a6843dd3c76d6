"""What is said around registration: the notice, the questions, and what staff see of those who wait."""

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
    Role.ADMIN: "people-role-admin",
}  # fmt: skip
DEEDS = {
    "accept": "people-settled-accept", "refuse": "people-settled-refuse", "remove": "people-settled-remove",
    "leave": "people-settled-leave",
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


def notice(words: Words, facts: Facts) -> Card:
    """The privacy notice, as a message of its own."""
    title = Block(words("people-notice-title", office=words.office), Style.TITLE)
    agree = (button(words("people-button-agree"), "agree"), button(words("people-button-read"), "privacy"))
    no = (button(words("people-button-no"), "decline"),)
    return Card((title, *texts(words("people-notice"), _contact(words, facts), words("people-notice-more"))), (agree, no))


def notice_full(words: Words, facts: Facts) -> Card:
    """The whole of it."""
    title = Block(words("people-privacy-title", office=words.office), Style.TITLE)
    parts = (
        words("people-privacy-what"), words("people-privacy-why"), words("people-privacy-how-long"),
        words("people-privacy-who"), words("people-privacy-rights"), _contact(words, facts),
    )  # fmt: skip
    return Card((title, *texts(*parts)))


def _contact(words: Words, facts: Facts) -> str:
    return words("people-notice-contact", contact=facts["contact"] or words.office)


def ask_name(words: Words, facts: Facts) -> Card:
    """The first question."""
    return _question(words, facts, words("people-ask-name"))


def ask_outlet(words: Words, facts: Facts) -> Card:
    """Which outlet: nothing typed yet, nothing found, or a list to choose from."""
    found, sought = facts.get("found", []), facts.get("sought", "")
    absent = (button(words("people-button-absent"), "join_new"),)
    if not sought:
        return _question(words, facts, words("people-ask-outlet"))
    if not found:
        return _question(words, facts, words("people-outlet-unknown", sought=sought), (absent,))
    lines = "\n".join(f"{at}. {each['name']} ({medium(words, each['medium'])})" for at, each in enumerate(found, 1))
    rows = tuple((button(each["name"], "join_outlet", each["id"]),) for each in found)
    return _question(words, facts, words("people-outlet-found", sought=sought), (*rows, absent), lines)


def ask_new_name(words: Words, facts: Facts) -> Card:
    """The name of an outlet that is not in the register."""
    return _question(words, facts, words("people-ask-new-name"), ((button(words("people-button-search"), "join_search"),),))


def ask_medium(words: Words, facts: Facts) -> Card:
    """What kind of outlet the new one is."""
    labels = [button(medium(words, each), "join_medium", version=each) for each in Medium]
    search = (button(words("people-button-search"), "join_search"),)
    sentence = words("people-ask-medium", outlet=facts["outlet_name"])
    return _question(words, facts, sentence, ((*labels[:2],), (*labels[2:],), search))


def ask_work(words: Words, facts: Facts) -> Card:
    """What they do there."""
    rows = tuple((button(words(sentence), "join_work", version=code),) for code, sentence in WORKS.items())
    return _question(words, facts, words("people-ask-work", outlet=facts["outlet_name"]), rows)


def ask_area(words: Words, facts: Facts) -> Card:
    """The district they cover."""
    return _question(words, facts, words("people-ask-area"), ((button(words("people-button-skip"), "join_skip"),),))


def review(words: Words, facts: Facts) -> Card:
    """All answers, before they go to staff."""
    outlet = {"outlet": facts["outlet_name"], "fresh": facts["fresh"]}
    lines = about(words, {**facts, **outlet})
    rows = ((button(words("people-button-send"), "join_send"), button(words("people-button-again"), "join_again")),)
    return _question(words, {**facts, "resumed": False}, words("people-review"), rows, lines)


def _question(words: Words, facts: Facts, sentence: str, rows: Rows = (), lines: str = "") -> Card:
    """A question, with what was wrong before it, and a way to begin anew where the form was taken up again."""
    resumed = bool(facts.get("resumed"))
    anew = ((button(words("people-button-again"), "join_again"),),) if resumed else ()
    goes_on = words("people-resumed") if resumed else ""
    return Card(texts(problem(words, facts), goes_on, sentence, lines), (*rows, *anew))


def about(words: Words, facts: Facts) -> str:
    """Name, outlet, work and area, a line each."""
    outlet = facts["outlet"]
    kind = medium(words, facts["medium"]) if outlet else ""
    lines = (
        words("people-line-name", name=facts["name"]),
        words("people-line-outlet", outlet=outlet, medium=kind) if outlet else "",
        words("people-line-fresh") if facts.get("fresh") else "",
        words("people-line-work", work=work(words, facts["work"])) if facts["work"] else "",
        words("people-line-area", area=facts["area"]) if facts["area"] else "",
    )
    return "\n".join(line for line in lines if line)


def still_waiting(words: Words, facts: Facts) -> Card:
    """They have registered and staff have not looked yet."""
    return Card(texts(words("people-still-waiting", since=words.moment(facts["since"]))))


def already(words: Words, facts: Facts) -> Card:
    """They are registered."""
    said = words("people-already", name=facts["name"], role=role(words, facts["role"]))
    return Card(texts(said), ((button(words("people-button-profile"), "profile"),),))


def applicant(words: Words, facts: Facts) -> Card:
    """Somebody who waits: new, with an answer to a question, or looked up in the list."""
    title = words("people-applicant-answer") if "answer" in facts else words("people-applicant-title")
    answer = words("people-line-answer", answer=facts["answer"]) if "answer" in facts else ""
    since = words("people-line-since", since=words.moment(facts["since"]))
    rows = (
        (button(words("people-button-accept"), "person_accept", facts["id"]),),
        (
            button(words("people-button-ask"), "person_ask", facts["id"]),
            button(words("people-button-refuse"), "person_refuse", facts["id"]),
        ),
    )
    return Card((Block(title, Style.TITLE), *texts(answer, about(words, facts), since)), rows)


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
    """To the one who accepted."""
    return Card(texts(words("people-accepted", name=facts["name"]), about(words, {**facts, "fresh": False})))


def welcome(words: Words, facts: Facts) -> Card:
    """To the journalist who was accepted, with what they can do."""
    title = Block(words("people-welcome-title", office=words.office), Style.TITLE)
    return Card((title, *texts(words("people-welcome", name=facts["name"]), words("people-welcome-can"))), _help(words))


def returned(words: Words, facts: Facts) -> Card:
    """To somebody who had left and is back."""
    return Card(texts(words("people-returned", name=facts["name"])), _help(words))


def _help(words: Words) -> Rows:
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


def settled(words: Words, facts: Facts) -> Card:
    """Somebody was first."""
    by = words("people-settled-you") if facts["own"] else facts["by"]
    return Card(texts(words(DEEDS[facts["deed"]], name=facts["name"], by=by, at=words.moment(facts["at"]))))


CARDS = {
    "people_notice": notice,
    "people_notice_full": notice_full,
    "people_ask_name": ask_name,
    "people_ask_outlet": ask_outlet,
    "people_ask_new_name": ask_new_name,
    "people_ask_medium": ask_medium,
    "people_ask_work": ask_work,
    "people_ask_area": ask_area,
    "people_review": review,
    "people_submitted": plain("people-submitted"),
    "people_still_waiting": still_waiting,
    "people_already": already,
    "people_declined": plain("people-declined"),
    "people_returned": returned,
    "people_applicant": applicant,
    "people_applicants": applicants,
    "people_nobody_waits": plain("people-nobody-waits"),
    "people_accepted": accepted,
    "people_welcome": welcome,
    "people_refuse_why": refuse_why,
    "people_refused_done": refused_done,
    "people_refused": refused,
    "people_ask_what": ask_what,
    "people_asked": asked,
    "people_question": question,
    "people_answer_please": answer_please,
    "people_answered": plain("people-answered"),
    "people_settled": settled,
}
