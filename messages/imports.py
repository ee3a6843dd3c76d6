"""Registers that are read in and written out, as staff read of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from messages.card import Block, Card, Style, button, texts
from messages.people import medium
from messages.wording import Words
from storage.records import ChannelKind

Facts = Mapping[str, Any]
Remark = tuple[int, str, str, str]

OPEN_LINKS = {ChannelKind.TELEGRAM: "https://t.me/{name}", ChannelKind.WHATSAPP: "https://wa.me/{name}?text=daftar"}
PROBLEMS = {"none": "imports-no-file", "type": "imports-wrong-type", "large": "imports-too-large"}
UNREAD = {
    "later": "imports-unread-later", "type": "imports-wrong-type", "large": "imports-too-large", "rows": "imports-unread-rows",
    "broken": "imports-unread-broken", "empty": "imports-unread-empty", "titles": "imports-unread-titles",
}  # fmt: skip
REMARKS = {
    "outlet_name": "imports-remark-outlet-name", "person_name": "imports-remark-person-name", "formula": "imports-remark-formula",
    "medium": "imports-remark-medium", "repeated": "imports-remark-repeated", "unknown_outlet": "imports-remark-unknown-outlet",
    "shared_phone": "imports-remark-shared-phone", "site": "imports-remark-site", "article": "imports-remark-article",
    "taken": "imports-remark-taken", "alias": "imports-remark-alias", "alias_taken": "imports-remark-alias-taken",
    "phone": "imports-remark-phone", "digits": "imports-remark-digits", "card": "imports-remark-card",
    "medium_guessed": "imports-remark-medium-guessed", "medium_differs": "imports-remark-medium-differs",
    "filled": "imports-remark-filled",
}  # fmt: skip
STATES = {
    "reading": "imports-state-reading", "ready": "imports-state-ready", "applied": "imports-state-applied",
    "undone": "imports-state-undone", "dropped": "imports-state-dropped",
}  # fmt: skip


def remark(words: Words, what: str, value: str, other: str) -> str:
    """What is to be said of a line."""
    told = medium(words, other) if what == "medium_differs" else other
    return words(REMARKS[what], value=value, other=told)


def listing(
    words: Words, remarks: Iterable[Remark], whole: Collection[str]
) -> tuple[str, tuple[str, ...], list[tuple[int, str, str]]]:
    """The list of remarks: the sheet's name, its columns, and a row a remark; `whole` are those that leave a line out."""
    columns = words("imports-column-line"), words("imports-column-remark"), words("imports-column-left-out")
    yes, no = words("imports-yes"), words("imports-no")
    rows = [(line, remark(words, what, *told), yes if what in whole else no) for line, what, *told in remarks]
    return words("imports-sheet"), columns, rows


def lines(words: Words, remarks: Iterable[Remark], unused: Sequence[str]) -> list[str]:
    """The remarks as lines, and which columns are of no use."""
    said = [words("imports-line", line=str(line), said=remark(words, what, *told)) for line, what, *told in remarks]
    return [*said, words("imports-unused", titles=", ".join(unused))] if unused else said


def beside(words: Words, facts: Facts) -> str:
    """Which sheets of the file were not read; empty where there are no others."""
    return words("imports-beside", names=", ".join(facts["beside"])) if facts.get("beside") else ""


def why(words: Words, fault: str) -> str:
    """Why nothing could be read."""
    return words(UNREAD[fault])


def ask(words: Words, facts: Facts) -> Card:
    """A file, please."""
    problem = facts.get("problem")
    return Card(texts(words(PROBLEMS[problem]) if problem else "", words("imports-ask")))


def reading(words: Words, facts: Facts) -> Card:
    """It was received."""
    return Card(texts(words("imports-reading", name=facts["name"])))


def unread(words: Words, facts: Facts) -> Card:
    """Nothing could be read."""
    return Card(texts(words("imports-unread", name=facts["name"]), why(words, facts["fault"])))


def which(words: Words, facts: Facts) -> Card:
    """It could be either register."""
    row = (
        button(words("imports-button-outlets"), "import_kind", facts["id"], version="outlets"),
        button(words("imports-button-people"), "import_kind", facts["id"], version="people"),
    )
    return Card(texts(words("imports-which", name=facts["name"])), (row,))


def dry_run(words: Words, facts: Facts) -> Card:
    """What would become of it. Nothing has been changed yet."""
    rest = facts["total"] - len(facts["remarks"])
    *said, unused = *lines(words, facts["remarks"], facts["unused"]), *([] if facts["unused"] else [""])
    noted = (*said, words("imports-more", number=rest) if rest else "")
    again = words("imports-again") if facts.get("again") else ""
    blocks = (
        Block(words("imports-title", name=facts["name"]), Style.TITLE),
        *texts(again, _counts(words, facts), "\n".join(each for each in noted if each), unused, beside(words, facts)),
    )
    anything = facts["new"] + facts["more"] > 0
    drop = button(words("imports-button-drop"), "import_drop", facts["id"])
    apply = button(words("imports-button-apply"), "import_apply", facts["id"], version=facts["stamp"])
    end = words("imports-nothing-yet") if anything else words("imports-nothing")
    return Card((*blocks, *texts(end)), ((apply, drop) if anything else (drop,),))


def _counts(words: Words, facts: Facts) -> str:
    new = "imports-new-people" if facts["kind"] == "people" else "imports-new-outlets"
    counted = (
        words(new, number=facts["new"]) if facts["new"] else "",
        words("imports-more-outlets", number=facts["more"]) if facts["more"] else "",
        words("imports-unchanged", number=facts["unchanged"]) if facts["unchanged"] else "",
        words("imports-left-out", number=facts["left_out"]) if facts["left_out"] else "",
    )
    return "\n".join(each for each in counted if each)


def applied(words: Words, facts: Facts) -> Card:
    """It is done, and can be taken back."""
    said = words("imports-applied", name=facts["name"])
    invited = words("imports-invited") if facts["kind"] == "people" else ""
    list_comes = words("imports-list-comes") if facts["total"] else ""
    undo = button(words("imports-button-undo"), "import_undo", facts["id"])
    return Card(texts(said, _counts(words, facts), invited, list_comes), ((undo,),))


def forward(words: Words, facts: Facts) -> Card:
    """To whoever was read in, for staff to forward themselves."""
    links = [OPEN_LINKS[each["kind"]].format(name=each["name"]) for each in facts["accounts"] if each["kind"] in OPEN_LINKS]
    return Card(texts(words("imports-forward", office=words.office), "\n".join(links)))


def listed(words: Words, facts: Facts) -> Card:
    """The list of remarks, as a file."""
    said = words("imports-list-left") if facts["applied"] else words("imports-list")
    return Card(texts(said), files=tuple(facts["files"]))


def dropped(words: Words, facts: Facts) -> Card:
    """Not after all."""
    return Card(texts(words("imports-dropped", name=facts["name"])))


def undone(words: Words, facts: Facts) -> Card:
    """Taken back."""
    return Card(texts(words("imports-undone", name=facts["name"])))


def in_use(words: Words, facts: Facts) -> Card:
    """Something builds on it."""
    names = ", ".join(facts["names"])
    more = words("imports-in-use-more", number=facts["more"]) if facts["more"] else ""
    return Card(texts(words("imports-in-use", names=names), more))


def stands(words: Words, facts: Facts) -> Card:
    """A late or doubled press."""
    return Card(texts(words("imports-stands", name=facts["name"], state=words(STATES[facts["state"]]))))


def export_which(words: Words, facts: Facts) -> Card:
    """Which register is to be written."""
    row = (
        button(words("imports-button-outlets"), "export", version="outlets"),
        button(words("imports-button-people"), "export", version="people"),
    )
    return Card(texts(words("imports-export-which")), (row,))


def export_begun(words: Words, facts: Facts) -> Card:
    """It is being written."""
    return Card(texts(words("imports-export-begun")))


def export_done(words: Words, facts: Facts) -> Card:
    """The register, as a file."""
    said = words("imports-export-people") if facts["kind"] == "people" else words("imports-export-outlets")
    return Card(texts(said), files=tuple(facts["files"]))


CARDS = {
    "import_ask": ask,
    "import_reading": reading,
    "import_unread": unread,
    "import_which": which,
    "import_dry_run": dry_run,
    "import_applied": applied,
    "import_forward": forward,
    "import_list": listed,
    "import_dropped": dropped,
    "import_undone": undone,
    "import_in_use": in_use,
    "import_stands": stands,
    "export_which": export_which,
    "export_begun": export_begun,
    "export_done": export_done,
}
