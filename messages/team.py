"""What is said of staff and members: lists, roles, removal, and being let in again."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Style, button, texts
from messages.people import help_row, pages, plain, problem, role, work, yes_no
from messages.wording import Words
from storage.records import Standing

Facts = Mapping[str, Any]
STANDINGS = {
    Standing.NEW: "people-standing-new", Standing.WAITING: "people-standing-waiting", Standing.ACTIVE: "people-standing-active",
    Standing.PAUSED: "people-standing-paused", Standing.LEFT: "people-standing-left", Standing.REMOVED: "people-standing-removed",
    Standing.MERGED: "people-standing-merged",
}  # fmt: skip
LISTS = {
    "team": "people-list-team", "members": "people-list-members", "found": "people-list-found",
    "removed": "people-list-removed",
}  # fmt: skip


def members(words: Words, facts: Facts) -> Card:
    """A list of people with their roles."""
    lines = [_line(words, each) for each in facts["people"]]
    rows = tuple((button(each["name"], "person", each["id"]),) for each in facts["people"])
    title = Block(words(LISTS[facts["kind"]], number=facts["total"]), Style.TITLE)
    gone = (button(words("people-button-removed", number=facts["removed"]), "removed"),) if facts["removed"] else ()
    if facts["kind"] == "found":  # a button cannot carry what was sought
        return Card((title, *texts("\n".join(lines), words("people-list-narrow"))), rows)
    more = pages(words, facts, facts["kind"])
    return Card((title, *texts("\n".join(lines))), (*rows, *more, gone) if gone else (*rows, *more))


def _line(words: Words, person: Facts) -> str:
    if person["standing"] == Standing.REMOVED:
        return words("people-member-removed", name=person["name"], role=role(words, person["role"]))
    return words("people-member-line", name=person["name"], role=role(words, person["role"]))


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
    back = (button(words("people-button-readmit"), "person_readmit", facts["id"]),) if facts["may_readmit"] else ()
    rows = ((*change, *remove, *back),) if change or remove or back else ()
    return Card((Block(facts["name"], Style.TITLE), *texts(note, "\n".join(each for each in lines if each))), rows)


def pick_role(words: Words, facts: Facts) -> Card:
    """The roles to choose from."""
    rows = tuple((button(role(words, each), "role_set", facts["id"], version=each),) for each in facts["roles"])
    return Card(texts(words("people-pick-role", name=facts["name"], role=role(words, facts["role"]))), rows)


def role_confirm(words: Words, facts: Facts) -> Card:
    """Asked once more."""
    said = words("people-role-confirm", name=facts["name"], was=role(words, facts["was"]), role=role(words, facts["role"]))
    return Card(
        texts(said, words("people-role-own") if facts["own"] else ""),
        (yes_no(words, "role_yes", "person_keep", facts["person"]),),
    )


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
    return Card(texts(said, reason), (yes_no(words, "remove_yes", "person_keep", facts["person"]),))


def removed_done(words: Words, facts: Facts) -> Card:
    """To the one who removed them."""
    return Card(texts(words("people-removed-done", name=facts["name"])))


def removed(words: Words, facts: Facts) -> Card:
    """To the person, once."""
    reason = words("people-line-reason", reason=facts["reason"]) if facts["reason"] else ""
    return Card(texts(words("people-removed", office=words.office), reason, words("people-removed-next", contact=words.contact)))


def readmit_confirm(words: Words, facts: Facts) -> Card:
    """Asked once more."""
    said = words("people-readmit-confirm", name=facts["name"], role=role(words, facts["role"]))
    return Card(texts(said), (yes_no(words, "readmit_yes", "person_keep", facts["person"]),))


def readmitted_done(words: Words, facts: Facts) -> Card:
    """To the one who let them in."""
    return Card(texts(words("people-readmitted-done", name=facts["name"], role=role(words, facts["role"]))))


def readmitted(words: Words, facts: Facts) -> Card:
    """To the person."""
    said = words("people-readmitted", office=words.office, role=role(words, facts["role"]))
    return Card(texts(said), help_row(words))


CARDS = {
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
    "people_readmit_confirm": readmit_confirm,
    "people_readmitted_done": readmitted_done,
    "people_readmitted": readmitted,
}
