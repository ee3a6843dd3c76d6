"""What is said to those who are registered: codes, pause, goodbye, language, profile."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.people import WORKS, plain, problem, role, work, yes_no
from messages.wording import Words
from storage.records import Language, Role, Standing

Facts = Mapping[str, Any]
PAUSE_FAULTS = {"too_far": "people-pause-far", "past": "people-pause-past"}


def code_same(words: Words, facts: Facts) -> Card:
    """A code for the role they have."""
    return Card(texts(words("people-code-same", role=role(words, facts["role"]))))


def code_confirm(words: Words, facts: Facts) -> Card:
    """A code that would take something from them."""
    said = words("people-code-confirm", was=role(words, facts["was"]), role=role(words, facts["role"]))
    return Card(texts(said), (yes_no(words, "code_yes", "code_no"),))


def code_kept(words: Words, facts: Facts) -> Card:
    """They keep what they have."""
    return Card(texts(words("people-code-kept", role=role(words, facts["role"]))))


def code_wrong(words: Words, facts: Facts) -> Card:
    """A friendly sentence and no hint."""
    register = facts["standing"] in {Standing.NEW, Standing.LEFT}
    rows = ((button(words("people-button-register"), "register"),),) if register else ()
    return Card(texts(words("people-code-wrong"), words("people-code-register") if register else ""), rows)


def joined(words: Words, facts: Facts) -> Card:
    """A code was good."""
    title = Block(words("people-joined-title", office=words.office), Style.TITLE)
    said = words("people-joined", name=facts["name"], role=role(words, facts["role"]))
    return Card((title, *texts(said)), ((button(words("people-button-help"), "help"),),))


def joined_name(words: Words, facts: Facts) -> Card:
    """A code was good, and the platform did not say who it is."""
    return Card(texts(problem(words, facts), words("people-joined-name", role=role(words, facts["role"]))))


def pause_how_long(words: Words, facts: Facts) -> Card:
    """For how long."""
    reason = facts.get("problem")
    wrong = words(PAUSE_FAULTS.get(reason, "people-pause-misread")) if reason else ""
    days = tuple(button(words("people-button-days", days=each), "pause_for", each) for each in (1, 3, 7))
    return Card(texts(wrong, words("people-pause-how-long")), (days,))


def paused(words: Words, facts: Facts) -> Card:
    """Until when, in full."""
    rows = ((button(words("people-button-resume"), "resume"),),)
    return Card(texts(words("people-paused", until=words.moment(facts["until"]))), rows)


def not_paused(words: Words, facts: Facts) -> Card:
    """There was no pause."""
    active = facts["standing"] == Standing.ACTIVE
    return Card(texts(words("people-not-paused") if active else words("people-not-registered")))


def resumed(words: Words, facts: Facts) -> Card:
    """The pause is over."""
    journalist = facts["role"] == Role.JOURNALIST
    return Card(texts(words("people-pause-over"), words("people-pause-over-journalist") if journalist else ""))


def leave_confirm(words: Words, facts: Facts) -> Card:
    """Whether they mean it."""
    staff = facts["role"] not in {Role.JOURNALIST, Role.GUEST}
    waiting = facts["standing"] == Standing.WAITING
    yes = words("people-button-withdraw") if waiting else words("people-button-leave")
    row = (button(yes, "leave_yes"), button(words("people-button-stay"), "leave_no"))
    asked = words("people-withdraw-confirm") if waiting else words("people-leave-confirm")
    return Card(texts(asked, words("people-leave-staff") if staff else ""), (row,))


def stayed(words: Words, facts: Facts) -> Card:
    """They did not mean it."""
    return Card(texts(words("people-not-withdrawn") if facts["standing"] == Standing.WAITING else words("people-stayed")))


def left(words: Words, facts: Facts) -> Card:
    """They are out."""
    return Card(texts(words("people-withdrawn") if facts["standing"] == Standing.WAITING else words("people-left")))


def languages(words: Words, facts: Facts) -> Card:
    """Both, each in its own name."""
    row = (
        button(words("people-button-indonesian"), "language", version=Language.ID),
        button(words("people-button-english"), "language", version=Language.EN),
    )
    return Card(texts(words("people-languages")), (row,))


def profile(words: Words, facts: Facts) -> Card:
    """What the desk knows of the reader; somebody who waits sees what staff have still to decide upon."""
    outlets, paused_until = ", ".join(facts["outlets"]), facts["paused_until"]
    waiting = facts["standing"] == Standing.WAITING
    lines = (
        words("people-line-name", name=facts["name"]),
        "" if waiting else words("people-line-role", role=role(words, facts["role"])),
        words("people-line-outlet-only", outlet=outlets) if outlets else "",
        words("people-line-work", work=work(words, facts["work"])) if facts["work"] else "",
        words("people-line-area", area=facts["area"]) if facts["area"] else "",
        words("people-line-paused", until=words.moment(paused_until)) if paused_until else "",
    )
    own = words("people-profile-waiting") if waiting else words("people-profile-title")
    title = Block(words("people-profile-changed") if facts.get("changed") else own, Style.TITLE)
    after = words("people-profile-told") if waiting and facts.get("changed") else ""
    return Card((title, *texts("\n".join(line for line in lines if line), after)), _mending(words, facts))


def _mending(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    """What the reader may change of it; staff have no outlet."""
    name = button(words("people-button-name"), "profile_name")
    if facts["role"] not in {Role.JOURNALIST, Role.GUEST}:
        return ((name,),)
    return (
        (name, button(words("people-button-outlet"), "profile_outlet")),
        (button(words("people-button-work"), "profile_work_ask"), button(words("people-button-area"), "profile_area")),
    )


def new_name(words: Words, facts: Facts) -> Card:
    """Another name."""
    return Card(texts(problem(words, facts), words("people-new-name")))


def new_work(words: Words, facts: Facts) -> Card:
    """Another work."""
    rows = tuple((button(words(sentence), "profile_work", version=code),) for code, sentence in WORKS.items())
    return Card(texts(problem(words, facts), words("people-new-work")), rows)


def new_area(words: Words, facts: Facts) -> Card:
    """Another district."""
    return Card(texts(problem(words, facts), words("people-new-area")))


def outlet_changed(words: Words, facts: Facts) -> Card:
    """To staff: a journalist writes for another outlet."""
    before = facts["before"]
    said = (
        words("people-outlet-changed", name=facts["name"], before=before, outlet=facts["outlet"])
        if before
        else words("people-outlet-first", name=facts["name"], outlet=facts["outlet"])
    )
    rows = ((button(facts["name"], "person", facts["id"]),),)
    return Card(texts(said, words("people-line-fresh") if facts["fresh"] else ""), rows)


CARDS = {
    "people_code_wait": plain("people-code-wait"),
    "people_code_same": code_same,
    "people_code_confirm": code_confirm,
    "people_code_kept": code_kept,
    "people_code_wrong": code_wrong,
    "people_joined": joined,
    "people_joined_name": joined_name,
    "people_last_admin": plain("people-last-admin"),
    "people_pause_how_long": pause_how_long,
    "people_paused": paused,
    "people_not_paused": not_paused,
    "people_resumed": resumed,
    "people_not_registered": plain("people-not-registered"),
    "people_leave_confirm": leave_confirm,
    "people_stayed": stayed,
    "people_left": left,
    "people_languages": languages,
    "people_language_set": plain("people-language-set"),
    "people_profile": profile,
    "people_new_name": new_name,
    "people_new_work": new_work,
    "people_new_area": new_area,
    "people_no_outlet_needed": plain("people-no-outlet-needed"),
    "people_outlet_changed": outlet_changed,
}
