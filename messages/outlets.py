"""What staff read of the register of outlets."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.people import medium, pages, plain, problem
from messages.wording import Words
from storage.records import Medium

Facts = Mapping[str, Any]

NOTES = {
    "added": "outlets-note-added", "known": "outlets-note-known", "confirmed": "outlets-note-confirmed",
    "already_confirmed": "outlets-note-already-confirmed", "renamed": "outlets-note-renamed", "aliased": "outlets-note-aliased",
    "medium": "outlets-note-medium", "host_added": "outlets-note-host-added", "host_known": "outlets-note-host-known",
    "no_host": "outlets-note-no-host", "host_over": "outlets-note-host-over", "host_ended": "outlets-note-host-ended",
    "merged": "outlets-note-merged", "in_use": "outlets-note-in-use",
}  # fmt: skip
WRONG = {
    "empty": "outlets-wrong-host", "host": "outlets-wrong-host", "email": "outlets-wrong-email", "known": "outlets-wrong-known",
    "date": "outlets-wrong-date", "before": "outlets-wrong-before",
}  # fmt: skip


def outlets_list(words: Words, facts: Facts) -> Card:
    """The register in pages, or what was looked for."""
    lines = [
        words("outlets-line", name=each["name"], medium=medium(words, each["medium"]))
        + ("" if each["confirmed"] else " " + words("outlets-unconfirmed-mark"))
        for each in facts["outlets"]
    ]
    rows = tuple((button(each["name"], "outlet", each["id"]),) for each in facts["outlets"])
    add = (button(words("outlets-button-add"), "outlet_add"),)
    sought = facts["sought"]
    if sought and not lines:
        return Card(texts(words("outlets-none-found", sought=sought)), (add,))
    title = words("outlets-found", sought=sought) if sought else words("outlets-title", number=facts["total"])
    return Card((Block(title, Style.TITLE), *texts("\n".join(lines))), (*rows, *pages(words, facts, "outlets"), add))


def outlet_card(words: Words, facts: Facts) -> Card:
    """One outlet, with what can be changed and what has just been."""
    note = words(NOTES[facts["note"]]) if facts["note"] else ""
    aliases = ", ".join(facts["aliases"])
    lines = (
        medium(words, facts["medium"]),
        *(_host(words, each) for each in facts["hosts"]),
        words("outlets-aliases", names=aliases) if aliases else "",
        words("outlets-people", number=facts["people"]),
    )
    unconfirmed = "" if facts["confirmed"] else words("outlets-unconfirmed")
    blocks = (Block(facts["name"], Style.TITLE), *texts(note, "\n".join(each for each in lines if each), unconfirmed))
    return Card(blocks, _deeds(words, facts))


def _deeds(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    number = facts["id"]
    look = (
        button(words("outlets-button-confirm"), "outlet_confirm", number),
        button(words("outlets-button-merge"), "outlet_merge", number),
    )
    names = (
        button(words("outlets-button-rename"), "outlet_rename", number),
        button(words("outlets-button-medium"), "outlet_media", number),
    )
    current = any(not each["until"] for each in facts["hosts"])
    end = (button(words("outlets-button-end"), "outlet_hosts", number),) if current else ()
    hosts = (button(words("outlets-button-host"), "outlet_host", number), *end)
    delete = (button(words("outlets-button-delete"), "outlet_delete", number),) if facts["unused"] else ()
    alias = (button(words("outlets-button-alias"), "outlet_alias", number), *delete)
    return (names, hosts, alias) if facts["confirmed"] else (look, names, hosts, alias)


def _host(words: Words, host: Facts) -> str:
    since = words("outlets-since", day=words.day(host["since"])) if host["since"] else ""
    until = words("outlets-until", day=words.day(host["until"])) if host["until"] else ""
    days = ", ".join(each for each in (since, until) if each)
    return words("outlets-host-days", place=host["place"], days=days) if days else words("outlets-host", place=host["place"])


def wrong(words: Words, facts: Facts) -> str:
    """What was wrong with the last answer, if something was."""
    reason = facts.get("problem")
    if reason == "taken":
        return words("outlets-wrong-taken", place=facts["place"], holder=facts["holder"])
    if reason == "article":
        return words("outlets-wrong-article", place=facts["offered"])
    return words(WRONG[reason]) if reason in WRONG else problem(words, facts)


def ask_name(words: Words, facts: Facts) -> Card:
    """The name of a new outlet."""
    return Card(texts(wrong(words, facts), words("outlets-ask-name")))


def ask_medium(words: Words, facts: Facts) -> Card:
    """The medium of a new outlet."""
    row = tuple(button(medium(words, each), "outlet_new_kind", version=each) for each in Medium)
    return Card(texts(wrong(words, facts), words("outlets-ask-medium", name=facts["name"])), (row[:2], row[2:]))


def ask_host(words: Words, facts: Facts) -> Card:
    """Where a new outlet publishes."""
    skip = (button(words("outlets-button-skip"), "outlet_no_host"),)
    return Card(texts(wrong(words, facts), words("outlets-ask-host", name=facts["name"])), (*_offered(words, facts), skip))


def _offered(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    """Yes to the site of an article's address."""
    return ((button(words("outlets-button-yes"), "outlet_offered"),),) if facts.get("problem") == "article" else ()


def review(words: Words, facts: Facts) -> Card:
    """A new outlet, before it is kept."""
    place = facts["host"] + facts["path"]
    lines = (
        words("outlets-line", name=facts["name"], medium=medium(words, facts["medium"])),
        words("outlets-host", place=place) if place else words("outlets-no-host"),
    )
    row = (button(words("outlets-button-save"), "outlet_save"), button(words("outlets-button-drop"), "outlet_drop"))
    return Card(texts(wrong(words, facts), words("outlets-review"), "\n".join(lines)), (row,))


def media(words: Words, facts: Facts) -> Card:
    """The media to choose from."""
    row = tuple(button(medium(words, each), "outlet_kind", facts["id"], version=each) for each in Medium)
    said = words("outlets-media", name=facts["name"], medium=medium(words, facts["medium"]))
    return Card(texts(said), (row[:2], row[2:]))


def ask_rename(words: Words, facts: Facts) -> Card:
    """The new name."""
    return Card(texts(wrong(words, facts), words("outlets-ask-rename", name=facts["name"])))


def ask_alias(words: Words, facts: Facts) -> Card:
    """Another name."""
    return Card(texts(wrong(words, facts), words("outlets-ask-alias", name=facts["name"])))


def ask_place(words: Words, facts: Facts) -> Card:
    """A further host."""
    return Card(texts(wrong(words, facts), words("outlets-ask-place", name=facts["name"])), _offered(words, facts))


def since(words: Words, facts: Facts) -> Card:
    """From which day a host counts."""
    row = (
        button(words("outlets-button-always"), "outlet_since", version="start"),
        button(words("outlets-button-today"), "outlet_since", version="today"),
    )
    return Card(texts(wrong(words, facts), words("outlets-ask-since", name=facts["name"], place=facts["place"])), (row,))


def which_host(words: Words, facts: Facts) -> Card:
    """Which of several hosts ends."""
    lines = "\n".join(f"{at}. {each['place']}" for at, each in enumerate(facts["found"], 1))
    rows = tuple((button(each["place"], "outlet_which", each["id"]),) for each in facts["found"])
    return Card(texts(wrong(words, facts), words("outlets-which-host", name=facts["name"]), lines), rows)


def until(words: Words, facts: Facts) -> Card:
    """The last day of a host."""
    row = (button(words("outlets-button-today"), "outlet_until", version="today"),)
    return Card(texts(wrong(words, facts), words("outlets-ask-until", name=facts["name"], place=facts["place"])), (row,))


def merge_into(words: Words, facts: Facts) -> Card:
    """The outlets it may be one with."""
    lines = "\n".join(f"{at}. {each['name']}" for at, each in enumerate(facts["found"], 1))
    rows = tuple((button(each["name"], "merge_into", each["id"]),) for each in facts["found"])
    said = (
        words("outlets-merge-into", name=facts["name"])
        if lines
        else words("outlets-merge-none", name=facts["name"], sought=facts["sought"])
    )
    return Card(texts(said, lines), rows)


def merge_confirm(words: Words, facts: Facts) -> Card:
    """Asked once more."""
    row = (button(words("outlets-button-yes"), "merge_yes"), button(words("outlets-button-not"), "merge_no"))
    return Card(texts(words("outlets-merge-confirm", name=facts["name"], into=facts["into_name"])), (row,))


def delete_confirm(words: Words, facts: Facts) -> Card:
    """Asked once more."""
    row = (button(words("outlets-button-yes"), "delete_yes", facts["outlet"]), button(words("outlets-button-not"), "delete_no"))
    return Card(texts(words("outlets-delete-confirm", name=facts["name"])), (row,))


def deleted(words: Words, facts: Facts) -> Card:
    """It is gone."""
    return Card(texts(words("outlets-deleted", name=facts["name"])))


def merged_told(words: Words, facts: Facts) -> Card:
    """To who writes for it."""
    return Card(texts(words("outlets-merged-told", before=facts["before"], outlet=facts["outlet"])))


CARDS = {
    "outlets_list": outlets_list,
    "outlet_card": outlet_card,
    "outlet_gone": plain("outlets-gone"),
    "outlet_dropped": plain("outlets-dropped"),
    "outlet_ask_name": ask_name,
    "outlet_ask_medium": ask_medium,
    "outlet_ask_host": ask_host,
    "outlet_review": review,
    "outlet_media": media,
    "outlet_ask_rename": ask_rename,
    "outlet_ask_alias": ask_alias,
    "outlet_ask_place": ask_place,
    "outlet_since": since,
    "outlet_which_host": which_host,
    "outlet_until": until,
    "outlet_delete_confirm": delete_confirm,
    "outlet_deleted": deleted,
    "outlet_merge_into": merge_into,
    "outlet_merge_confirm": merge_confirm,
    "outlet_merged_told": merged_told,
}
