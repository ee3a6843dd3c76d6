"""What is said about links from a chat group: to staff who bring them, to those who wrote them, and the words for the group."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Style, button, texts
from messages.links import labelled, named
from messages.wording import Words
from storage.records import ChannelKind

Facts = Mapping[str, Any]
# What opens a talk with an account of the office about one release.
RELEASE_LINKS = {
    ChannelKind.TELEGRAM: "https://t.me/{name}?start={code}",
    ChannelKind.WHATSAPP: "https://wa.me/{name}?text={code}",
}
FAULTS = {  # why a chat could not be read, each with what to do next
    "not_a_chat": "group-fault-not-a-chat", "damaged": "group-fault-damaged", "crowded": "group-fault-large",
    "large": "group-fault-large", "locked": "group-fault-locked", "no_links": "group-fault-no-links",
}  # fmt: skip
STANDS = {
    "gathering": "group-stands-reading", "reading": "group-stands-reading", "shown": "group-stands-reading",
    "recording": "group-stands-recording", "telling": "group-stands-recording", "done": "group-stands-done",
    "taking_back": "group-stands-undone", "undone": "group-stands-undone", "dropped": "group-stands-dropped",
}  # fmt: skip


def how(words: Words, facts: Facts) -> Card:
    """How links from a group are brought."""
    return Card(texts(words("group-how", limit=_megabytes(facts))))


def large(words: Words, facts: Facts) -> Card:
    """The export is larger than can be fetched."""
    return Card(texts(words("group-large", limit=_megabytes(facts))))


def _megabytes(facts: Facts) -> str:
    return str(facts["limit"] // 1_000_000)


def reading(words: Words, facts: Facts) -> Card:
    """It is being read."""
    return Card(texts(words("group-reading")))


def unread(words: Words, facts: Facts) -> Card:
    """Nothing came of it."""
    return Card(texts(words(FAULTS.get(facts["fault"], "group-fault-lost"))))


def preview(words: Words, facts: Facts) -> Card:
    """What there is, before anything is recorded."""
    counted = {name: facts[name] for name in ("messages", "links", "new", "known", "strange")}
    fresh = facts["new"] + facts["strange"]
    authored = words("group-authored", authored=facts["authored"], rest=fresh - facts["authored"]) if fresh else ""
    strange = words("group-strange") if facts["strange"] else ""
    refused = words("group-refused", refused=facts["refused"]) if facts["refused"] else ""
    left_out = words("group-left-out", left_out=facts["left_out"]) if facts["left_out"] else ""
    asked = words("group-sure") if fresh else words("group-nothing-new")
    blocks = (Block(words("group-preview", **counted), Style.TITLE), *texts(authored, strange, refused, left_out, asked))
    yes = button(words("group-button-record", number=fresh), "group_record", facts["id"])
    return Card(blocks, ((yes, button(words("group-button-drop"), "group_drop", facts["id"])),) if fresh else ())


def recording(words: Words, facts: Facts) -> Card:
    """It goes on by itself."""
    return Card(texts(words("group-recording", links=facts["links"])))


def progress(words: Words, facts: Facts) -> Card:
    """How far it is."""
    return Card(texts(words("group-progress", done=facts["done"], total=facts["total"])))


def dropped(words: Words, facts: Facts) -> Card:
    """Nothing was recorded."""
    return Card(texts(words("group-dropped")))


def done(words: Words, facts: Facts) -> Card:
    """All is recorded: how many, whose, and which wait for a name."""
    if not facts["links"]:
        return Card(texts(words("group-nothing-new")))
    orphans, strange = facts["orphans"], facts["strange"]
    more = f" +{facts['more']}" if facts["more"] else ""
    whose = words("group-orphans", codes=", ".join(orphans) + more, first=orphans[0]) if orphans else ""
    blocks = texts(
        words("group-done", links=facts["links"], authors=facts["authors"]), whose,
        words("group-done-strange", strange=strange) if strange else "",
    )  # fmt: skip
    return Card(blocks, ((button(words("links-button-undo"), "group_undo", facts["id"]),),))


def receipt(words: Words, facts: Facts) -> Card:
    """To an author: what staff recorded of theirs."""
    lines = "\n".join(named(f"{each['code']} ✅ {labelled(each).partition(' — ')[2]}", each) for each in facts["links"])
    first = facts["links"][0]["code"]
    return Card(texts(words("group-receipt", office=words.office), lines, words("group-not-mine", first=first)))


def taking_back(words: Words, facts: Facts) -> Card:
    """It goes on by itself."""
    return Card(texts(words("group-taking-back")))


def undone(words: Words, facts: Facts) -> Card:
    """What was taken back, and what stays since it is decided."""
    stays = words("group-stays", stays=facts["stays"]) if facts["stays"] else ""
    return Card(texts(words("group-undone", links=facts["links"]), stays))


def withdrawn(words: Words, facts: Facts) -> Card:
    """To an author: staff brought them by mistake."""
    return Card(texts(words("group-withdrawn", office=words.office, codes=", ".join(facts["codes"]))))


def stands(words: Words, facts: Facts) -> Card:
    """A late press."""
    return Card(texts(words(STANDS[facts["state"]])))


def whose_how(words: Words, facts: Facts) -> Card:
    """Asks for the code and the name."""
    return Card(texts(words("group-whose-how")))


def whose_known(words: Words, facts: Facts) -> Card:
    """Its author is known."""
    return Card(texts(words("group-whose-known", code=facts["code"], author=facts["author"])))


def whose_several(words: Words, facts: Facts) -> Card:
    """Nobody bears the name, or several do."""
    if not facts["names"]:
        return Card(texts(words("group-whose-none", typed=facts["typed"], code=facts["code"])))
    return Card(texts(words("group-whose-several", code=facts["code"]), "\n".join(facts["names"])))


def whose_named(words: Words, facts: Facts) -> Card:
    """It is theirs now."""
    return Card(texts(words("group-whose-named", code=facts["code"], author=facts["author"])))


def forward(words: Words, facts: Facts) -> Card:
    """The words for the group, ready to be forwarded: nothing else stands in this message."""
    known = [RELEASE_LINKS[each["kind"]].format(name=each["name"], code=facts["code"]) for each in facts["accounts"]
             if each["kind"] in RELEASE_LINKS]  # fmt: skip
    lead = Block(words("group-text", code=facts["code"], office=words.office, headline=facts["headline"]), Style.TITLE)
    how_to = words("group-text-links") if known else words("group-text-type", code=facts["code"])
    return Card((lead, *texts(how_to, "\n".join(known))))


def arrived(words: Words, facts: Facts) -> Card:
    """To a stranger who followed a release's link: what it is about, and how they get it."""
    about = words("group-arrived", code=facts["code"])
    return Card((Block(about, Style.TITLE), *texts(words("group-arrived-register"))))


def arrived_waiting(words: Words, facts: Facts) -> Card:
    """To somebody whose registration is looked at."""
    return Card(texts(words("group-arrived-waiting", code=facts["code"])))


CARDS = {
    "arrived": arrived,
    "arrived_waiting": arrived_waiting,
    "group_how": how,
    "group_large": large,
    "group_reading": reading,
    "group_unread": unread,
    "group_preview": preview,
    "group_recording": recording,
    "group_progress": progress,
    "group_dropped": dropped,
    "group_done": done,
    "group_receipt": receipt,
    "group_taking_back": taking_back,
    "group_undone": undone,
    "group_withdrawn": withdrawn,
    "group_stands": stands,
    "group_whose_how": whose_how,
    "group_whose_known": whose_known,
    "group_whose_several": whose_several,
    "group_whose_named": whose_named,
    "group_text": forward,
}
