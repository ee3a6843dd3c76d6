"""What is said to and about those who are registered: codes, roles, removal, pause, goodbye, language, profile."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.people import WORKS, pages, plain, problem, role, work
from messages.wording import Words
from storage.records import Language, Role, Standing

Facts = Mapping[str, Any]
STANDINGS = {
    Standing.NEW: "people-standing-new", Standing.WAITING: "people-standing-waiting", Standing.ACTIVE: "people-standing-active",
    Standing.PAUSED: "people-standing-paused", Standing.LEFT: "people-standing-left", Standing.REMOVED: "people-standing-removed",
    Standing.MERGED: "people-standing-merged",
}  # fmt: skip
PAUSE_FAULTS = {"too_far": "people-pause-far", "past": "people-pause-past"}
LISTS = {"team": "people-list-team", "members": "people-list-members", "found": "people-list-found"}


def code_same(words: Words, facts: Facts) -> Card:
    """A code for the role they have."""
    return Card(texts(words("people-code-same", role=role(words, facts["role"]))))


def code_confirm(words: Words, facts: Facts) -> Card:
    """A code that would take something from them."""
    said = words("people-code-confirm", was=role(words, facts["was"]), role=role(words, facts["role"]))
    return Card(texts(said), (_yes_no(words, "code_yes", "code_no"),))


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


def members(words: Words, facts: Facts) -> Card:
    """A list of people with their roles."""
    lines = [words("people-member-line", name=each["name"], role=role(words, each["role"])) for each in facts["people"]]
    rows = tuple((button(each["name"], "person", each["id"]),) for each in facts["people"])
    title = Block(words(LISTS[facts["kind"]], number=facts["total"]), Style.TITLE)
    if facts["kind"] == "found":  # a button cannot carry what was sought
        return Card((title, *texts("\n".join(lines), words("people-list-narrow"))), rows)
    return Card((title, *texts("\n".join(lines))), (*rows, *pages(words, facts, facts["kind"])))


def nobody_found(words: Words, facts: Facts) -> Card:
    """Nobody of that name."""
    return Card(texts(words("people-nobody-found", sought=facts["sought"])))


def member(words: Words, facts: Facts) -> Card:
    """One person, with what may be done."""
    note = words("people-role-same") if facts.get("same") else words("people-role-changed") if facts.get("changed") else ""
    lines = (
        role(words, facts["role"]) + ", " + words(STANDINGS[facts["standing"]]),
        words("people-line-outlet-only", outlet=facts["outlet"]) if facts["outlet"] else "",
        words("people-line-work", work=work(words, facts["work"])) if facts["work"] else "",
        words("people-line-area", area=facts["area"]) if facts["area"] else "",
        words("people-line-since", since=words.moment(facts["since"])) if facts["since"] else "",
    )
    change = (button(words("people-button-role"), "person_role", facts["id"]),) if facts["may_rule"] else ()
    remove = (button(words("people-button-remove"), "person_remove", facts["id"]),) if facts["may_remove"] else ()
    rows = ((*change, *remove),) if change or remove else ()
    return Card((Block(facts["name"], Style.TITLE), *texts(note, "\n".join(each for each in lines if each))), rows)


def pick_role(words: Words, facts: Facts) -> Card:
    """The roles to choose from."""
    rows = tuple((button(role(words, each), "role_set", facts["id"], version=each),) for each in facts["roles"])
    return Card(texts(words("people-pick-role", name=facts["name"], role=role(words, facts["role"]))), rows)


def role_confirm(words: Words, facts: Facts) -> Card:
    """Asked once more."""
    said = words("people-role-confirm", name=facts["name"], was=role(words, facts["was"]), role=role(words, facts["role"]))
    return Card(texts(said, words("people-role-own") if facts["own"] else ""), (_sure(words, facts, "role_yes"),))


def role_set(words: Words, facts: Facts) -> Card:
    """It is changed."""
    return Card(texts(words("people-role-set", name=facts["name"], role=role(words, facts["role"]))))


def role_told(words: Words, facts: Facts) -> Card:
    """To the person whose role it is."""
    said = words("people-role-told", office=words.office, was=role(words, facts["was"]), role=role(words, facts["role"]))
    return Card(texts(said), ((button(words("people-button-help"), "help"),),))


def gone(words: Words, facts: Facts) -> Card:
    """The person is not registered any more."""
    return Card(texts(words("people-gone", name=facts["name"], standing=words(STANDINGS[facts["standing"]]))))


def remove_why(words: Words, facts: Facts) -> Card:
    """The reason is asked."""
    return Card(texts(problem(words, facts), words("people-remove-why", name=facts["name"])))


def remove_confirm(words: Words, facts: Facts) -> Card:
    """Asked once more."""
    said = words("people-remove-confirm", name=facts["name"], role=role(words, facts["role"]))
    reason = words("people-line-reason", reason=facts["reason"]) if facts["reason"] else ""
    return Card(texts(said, reason), (_sure(words, facts, "remove_yes"),))


def removed_done(words: Words, facts: Facts) -> Card:
    """To the one who removed them."""
    return Card(texts(words("people-removed-done", name=facts["name"])))


def removed(words: Words, facts: Facts) -> Card:
    """To the person, once."""
    reason = words("people-line-reason", reason=facts["reason"]) if facts["reason"] else ""
    return Card(texts(words("people-removed", office=words.office), reason, words("people-removed-next", office=words.office)))


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


def _yes_no(words: Words, yes: str, no: str, object_id: int = 0) -> tuple[Choice, ...]:
    return (button(words("people-button-yes"), yes, object_id), button(words("people-button-not"), no))


def _sure(words: Words, facts: Facts, yes: str) -> tuple[Choice, ...]:
    return _yes_no(words, yes, "person_keep", facts["person"])


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
    "people_members": members,
    "people_nobody_found": nobody_found,
    "people_member": member,
    "people_pick_role": pick_role,
    "people_role_confirm": role_confirm,
    "people_role_set": role_set,
    "people_role_told": role_told,
    "people_gone": gone,
    "people_leave_yourself": plain("people-leave-yourself"),
    "people_only_admin": plain("people-only-admin"),
    "people_remove_why": remove_why,
    "people_remove_confirm": remove_confirm,
    "people_removed_done": removed_done,
    "people_removed": removed,
    "people_nothing_done": plain("people-nothing-done"),
    "people_profile": profile,
    "people_new_name": new_name,
    "people_new_work": new_work,
    "people_new_area": new_area,
    "people_no_outlet_needed": plain("people-no-outlet-needed"),
    "people_outlet_changed": outlet_changed,
}
