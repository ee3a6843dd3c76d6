"""What is said while somebody registers: the notice, the questions, the summary, and how it stands afterwards."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.outlets import wrong
from messages.people import WORKS, Rows, about, help_row, medium, plain, problem, role
from messages.wording import Words
from storage.records import Medium

Facts = Mapping[str, Any]


def notice(words: Words, facts: Facts) -> Card:
    """The privacy notice, as a message of its own."""
    title = Block(words("people-notice-title", office=words.office), Style.TITLE)
    agree = (button(words("people-button-agree"), "agree"), button(words("people-button-read"), "privacy"))
    no = (button(words("people-button-no"), "decline"),)
    return Card((title, *texts(words("people-notice"), _contact(words), words("people-notice-more"))), (agree, no))


def notice_full(words: Words, facts: Facts) -> Card:
    """The whole of it."""
    title = Block(words("people-privacy-title", office=words.office), Style.TITLE)
    parts = (
        words("people-privacy-what"), words("people-privacy-why"), words("people-privacy-how-long"), _spans(words, facts["days"]),
        words("people-privacy-who"), words("people-privacy-processors"), words("people-privacy-rights"), _contact(words),
    )  # fmt: skip
    return Card((title, *texts(*parts)))


def _spans(words: Words, days: Mapping[str, int]) -> str:
    """How long what is kept, in this office."""
    spans = {name: days[name] for name in ("chats", "events", "leavers")}
    return words("people-privacy-spans", **spans, evidence=days["evidence"] // 365)


def _contact(words: Words) -> str:
    return words("people-notice-contact", contact=words.contact)


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
    """The name of an outlet that is not in the register; what was looked for is offered where it may be one."""
    proposed = facts.get("proposed", "")
    search = (button(words("people-button-search"), "join_search"),)
    if not proposed:
        return _question(words, facts, words("people-ask-new-name"), (search,))
    yes = button(words("people-button-yes"), "join_named")
    return _question(words, facts, words("people-ask-proposed", proposed=proposed), ((yes, *search),))


def ask_medium(words: Words, facts: Facts) -> Card:
    """What kind of outlet the new one is."""
    labels = [button(medium(words, each), "join_medium", version=each) for each in Medium]
    search = (button(words("people-button-search"), "join_search"),)
    sentence = words("people-ask-medium", outlet=facts["new_name"])
    return _question(words, facts, sentence, ((*labels[:2],), (*labels[2:],), search))


def ask_site(words: Words, facts: Facts) -> Card:
    """Where the new outlet publishes; an article's address is answered with its site."""
    offered = (button(words("people-button-yes"), "join_offered"),) if facts.get("offered") else ()
    holder = (button(facts["holder"], "join_outlet", facts["holder_id"]),) if facts.get("problem") == "taken" else ()
    skip = (button(words("people-button-skip"), "join_no_site"),)
    sentence = words("people-ask-site", outlet=facts["new_name"])
    rows = tuple(row for row in (offered, holder, skip) if row)
    return _question(words, {**facts, "problem": ""}, sentence, rows, before=wrong(words, facts))


def ask_work(words: Words, facts: Facts) -> Card:
    """What they do there."""
    rows = tuple((button(words(sentence), "join_work", version=code),) for code, sentence in WORKS.items())
    return _question(words, facts, words("people-ask-work", outlet=facts["outlet_name"]), rows)


def ask_area(words: Words, facts: Facts) -> Card:
    """The district they cover."""
    return _question(words, facts, words("people-ask-area"), ((button(words("people-button-skip"), "join_skip"),),))


def review(words: Words, facts: Facts) -> Card:
    """All answers, before they go to staff, each of which can be changed by itself."""
    site = facts.get("host", "") + facts.get("path", "")
    lines = about(words, {**facts, "outlet": facts["outlet_name"], "site": site})
    rows = (
        (button(words("people-button-send"), "join_send"),),
        (
            button(words("people-button-name"), "join_change", version="name"),
            button(words("people-button-outlet"), "join_change", version="outlet"),
        ),
        (
            button(words("people-button-work"), "join_change", version="work"),
            button(words("people-button-area"), "join_change", version="area"),
        ),
    )
    wants = words("people-review-which") if facts.get("which") else words("people-review")
    return Card(texts(problem(words, facts), wants, lines), rows)


def _question(words: Words, facts: Facts, sentence: str, rows: Rows = (), lines: str = "", before: str = "") -> Card:
    """A question, with what was wrong before it, and a way to begin anew where the form was taken up again.

    Where all has been answered and one answer is changed, there is a way back to the summary.
    """
    anew: tuple[Choice, ...] = ()
    if facts.get("resumed"):
        anew = (button(words("people-button-again"), "join_again"),)
    elif "area" in facts:
        anew = (button(words("people-button-keep"), "join_back"),)
    goes_on = words("people-resumed") if facts.get("resumed") else ""
    return Card(texts(before or problem(words, facts), goes_on, sentence, lines), (*rows, anew) if anew else rows)


def still_waiting(words: Words, facts: Facts) -> Card:
    """They have registered and staff have not looked yet."""
    rows = ((button(words("people-button-mend"), "profile"),),)
    return Card(texts(words("people-still-waiting", since=words.moment(facts["since"])), words("people-waiting-can")), rows)


def submitted(words: Words, facts: Facts) -> Card:
    """The form has gone to staff."""
    return Card(texts(words("people-submitted"), words("people-waiting-can")))


def already(words: Words, facts: Facts) -> Card:
    """They are registered."""
    said = words("people-already", name=facts["name"], role=role(words, facts["role"]))
    return Card(texts(said), ((button(words("people-button-profile"), "profile"),),))


def returned(words: Words, facts: Facts) -> Card:
    """To somebody who had left and is back."""
    return Card(texts(words("people-returned", name=facts["name"])), help_row(words))


CARDS = {
    "people_notice": notice,
    "people_notice_full": notice_full,
    "people_ask_name": ask_name,
    "people_ask_outlet": ask_outlet,
    "people_ask_new_name": ask_new_name,
    "people_ask_medium": ask_medium,
    "people_ask_site": ask_site,
    "people_ask_work": ask_work,
    "people_ask_area": ask_area,
    "people_review": review,
    "people_submitted": submitted,
    "people_still_waiting": still_waiting,
    "people_already": already,
    "people_declined": plain("people-declined"),
    "people_returned": returned,
    "people_form_dropped": plain("people-form-dropped"),
}
