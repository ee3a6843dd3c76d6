"""What is said to those who send links: the answer to a burst, what was decided, and how their links stand."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.wording import Words
from storage.records import LinkState

Facts = Mapping[str, Any]

REFUSALS = {  # why a link is no article, each with a way out
    "home": "links-not-home", "category": "links-not-category", "tag": "links-not-tag", "label": "links-not-label",
    "search": "links-not-search", "author": "links-not-author", "about": "links-not-about", "feed": "links-not-feed",
    "api": "links-not-api", "file": "links-not-file", "image": "links-not-image", "chat": "links-not-chat",
    "share": "links-not-share", "news_token": "links-not-news-token", "too_deep": "links-not-too-deep",
    "too_long": "links-not-too-long", "not_a_link": "links-not-a-link", "space": "links-not-space",
}  # fmt: skip
DOUBTED = {  # what the sender is told of a link about which there is a question
    "unknown": "links-asked", "lookalike": "links-asked", "short": "links-short", "claimed": "links-taken-claimed",
}  # fmt: skip
STATES = {
    LinkState.RECEIVED: "links-state-received", LinkState.RECOGNISED: "links-state-recognised",
    LinkState.NOTED: "links-state-noted", LinkState.REFUSED: "links-state-refused",
    LinkState.WITHDRAWN: "links-state-withdrawn",
}  # fmt: skip
MARKS = {
    LinkState.RECEIVED: "⏳", LinkState.RECOGNISED: "✅", LinkState.NOTED: "✅", LinkState.REFUSED: "❌",
    LinkState.WITHDRAWN: "⚠️",
}  # fmt: skip
REASONS = {  # the reasons that the desk knows by name; others are somebody's words
    "broken": "links-why-broken", "page": "links-why-page", "outlet": "links-why-outlet", "copy": "links-why-copy",
    "topic": "links-why-topic", "misdirected": "links-why-misdirected", "undone": "links-why-undone",
    "late": "links-why-late", "appeal": "links-why-appeal",
}  # fmt: skip
WAYS = {  # what its sender can do about it
    "broken": "links-way-broken", "page": "links-way-page", "copy": "links-way-copy",
    "late": "links-way-late",
}  # fmt: skip
SAME = "same:"  # before the code of the link that is the same article
LEFT = 30  # links that are named one by one


def state(words: Words, code: str) -> str:
    """A state's name."""
    return words(STATES[LinkState(code)])


def reason(words: Words, said: str) -> str:
    """Why: one of the usual reasons, or as it was typed."""
    if said.startswith(SAME):
        return words("watch-same", code=said.removeprefix(SAME))
    return words(REASONS[said]) if said in REASONS else said


def way_out(words: Words, said: str) -> str:
    """What the sender of a refused link can do."""
    if said == "outlet":
        return words("links-way-outlet", office=words.office)
    return words(WAYS.get(said, "links-way-ask"))


def ground(words: Words, held: Facts) -> str:
    """By which rule it was decided."""
    version = str(held["version"])
    if not held["reference"]:
        return words("appeals-ground-first", version=version)
    since = words.weekday(date.fromisoformat(held["since"]))
    return words("appeals-ground", reference=held["reference"], version=version, since=since)


def appeal(words: Words, facts: Facts) -> tuple[Choice, ...]:
    """The button that begins an appeal, where the decision has none yet."""
    return (button(words("appeals-button"), "appeal", facts["id"]),) if facts.get("appealable") else ()


def answer(words: Words, facts: Facts) -> Card:
    """One answer to all links of a burst."""
    items = facts["items"]
    taken = [each for each in items if each["what"] == "taken"]
    total = len(items) + len(facts["left"])
    if not taken:
        title = words("links-received-none", total=total) if total > 1 else ""
    elif len(taken) < total:
        title = words("links-received-some", taken=len(taken), total=total)
    else:
        title = words("links-received-all", taken=len(taken))
    lines = "\n".join(_line(words, facts, each, at, total) for at, each in enumerate(items, 1))
    lines_taken = [each for each in taken if each["doubt"] not in {"other", *DOUBTED}]
    history = words("links-history-received" if lines_taken else "links-history") if taken else ""
    refused = [each for each in items if each["what"] == "refused"]
    rule = ground(words, facts["ground"]) if refused else ""
    blocks = (*_title(title), *texts(lines, rule, _left(words, facts["left"]), history))
    return Card(blocks, (*_questions(words, facts, taken), *_appeals(words, facts, refused)))


def _appeals(words: Words, facts: Facts, refused: list[Any]) -> tuple[tuple[Choice, ...], ...]:
    """What is no article by its address has no number yet; it gets one when its sender appeals."""
    if not refused:
        return ()
    only = str(refused[0]["at"]) if len(refused) == 1 else ""
    return ((button(words("appeals-button"), "appeal_page", facts["burst"], version=only, owner=facts["owner"]),),)


def _title(text: str) -> tuple[Block, ...]:
    return (Block(text, Style.TITLE),) if text else ()


def _line(words: Words, facts: Facts, item: Facts, at: int, total: int) -> str:
    place = words("links-place", at=at) if total > 1 else words("links-place-only")
    if item["what"] == "refused":
        return words("links-refused-line", place=place, why=words(REFUSALS[item["reason"]]))
    if item["what"] == "again":
        return _again(words, item, place)
    return named(_taken(words, facts, item), item)


def named(line: str, link: Facts) -> str:
    """A line about a link with the words of its address, so that people see which one it is."""
    return f"{line} ({link['title']})" if link.get("title") else line


def _again(words: Words, item: Facts, place: str) -> str:
    """The article is counted already. How it stands is said to the one who sent it."""
    known = {"place": place, "when": words.short(item["day"]), "code": item["code"]}
    if not item["own"]:
        return words("links-again-other", **known)
    open_still = LinkState(item["state"]) in {LinkState.RECEIVED, LinkState.RECOGNISED, LinkState.NOTED}
    sentence = "links-again" if open_still else "links-again-ended"
    return words(sentence, state=state(words, item["state"]), **known)


def _taken(words: Words, facts: Facts, item: Facts) -> str:
    code, outlet = item["code"], item["outlet"] or item["site"]
    if item["doubt"] == "other":
        own = {"own": facts["own"]} if facts["own"] else {}
        return (
            words("links-other", code=code, outlet=outlet, **own) if own else words("links-other-none", code=code, outlet=outlet)
        )
    if item["doubt"] in DOUBTED:
        return words(DOUBTED[item["doubt"]], code=code, outlet=outlet)
    shown = words("links-post", outlet=outlet) if item["kind"] == "social" else outlet
    release = item["release"]
    return (
        words("links-taken-release", code=code, outlet=shown, release=release)
        if release
        else words("links-taken", code=code, outlet=shown)
    )


def _left(words: Words, left: list[str]) -> str:
    if not left:
        return ""
    named = "\n".join(left[:LEFT])
    more = words("links-left-more", more=len(left) - LEFT) if len(left) > LEFT else ""
    return "\n".join(each for each in (words("links-left", number=len(left)), named, more) if each)


def _questions(words: Words, facts: Facts, taken: list[Any]) -> tuple[tuple[Choice, ...], ...]:
    """Asks, for links of another outlet, whether the sender writes there too or made a mistake."""
    other = [each for each in taken if each["doubt"] == "other"]
    owner = facts["owner"]
    outlets = {each["outlet_id"]: each["outlet"] for each in other}
    also = tuple(
        (button(words("links-button-also", outlet=name), "link_also", outlet, owner=owner),) for outlet, name in outlets.items()
    )
    label = {each["id"]: each["code"] if len(other) > 1 else "" for each in other}
    wrong = tuple(
        (
            button(
                words("links-button-mistaken-one", code=code) if code else words("links-button-mistaken"),
                "link_mistaken",
                link,
                owner=owner,
            ),
        )
        for link, code in label.items()
    )
    return (*also, *wrong)


def how(words: Words, facts: Facts) -> Card:
    """How links are sent."""
    return Card(texts(words("links-how")))


def claimed(words: Words, facts: Facts) -> Card:
    """They write for that outlet too, they say."""
    return Card(texts(words("links-claimed", outlet=facts["outlet"], codes=", ".join(facts["codes"]))))


def nothing_open(words: Words, facts: Facts) -> Card:
    """The question has been settled."""
    return Card(texts(words("links-nothing-open", outlet=facts["outlet"])))


def take_back(words: Words, facts: Facts) -> Card:
    """Asks once before a link is counted no more."""
    yes = button(words("links-button-take-back", code=facts["code"]), "link_mistaken", facts["id"])
    asked = words("links-take-back", code=facts["code"])
    return Card(texts(asked, facts["address"]), ((yes, button(words("links-button-keep"), "link_keep")),))


def kept(words: Words, facts: Facts) -> Card:
    """It stays."""
    return Card(texts(words("links-kept")))


def taken_back(words: Words, facts: Facts) -> Card:
    """It was a mistake."""
    return Card(texts(words("links-taken-back", code=facts["code"])))


def stands(words: Words, facts: Facts) -> Card:
    """A late press: how the link stands."""
    return Card(texts(words("links-stands", code=facts["code"], state=state(words, facts["state"]))))


def recognised(words: Words, facts: Facts) -> Card:
    """Everything of theirs that was recognised today."""
    if not facts["links"]:
        return Card(texts(words("links-none-recognised")))
    lines = "\n".join(f"✅ {labelled(each)}" for each in facts["links"])
    return Card(
        (Block(words("links-recognised", number=len(facts["links"])), Style.TITLE), *texts(lines, "\n".join(left(words, facts))))
    )


def left(words: Words, facts: Facts) -> list[str]:
    """How many more of each outlet may count this month, a line each."""
    return [
        words("links-left-of", outlet=each["outlet"], month=words.month(each["month"]), left=each["left"])
        for each in facts.get("left", ())
    ]


def labelled(link: Facts) -> str:
    """A link's code with its outlet and release, as far as they are known."""
    return " — ".join(each for each in (link["code"], link["outlet"], link["release"]) if each)


def refused(words: Words, facts: Facts) -> Card:
    """A link was refused: why, and what to do."""
    why = words("links-refused", code=facts["code"], reason=reason(words, facts["reason"]))
    return Card(
        texts(f"{why} {ground(words, facts['ground'])}", facts["address"], way_out(words, facts["reason"])),
        _details(words, facts),
    )


def withdrawn(words: Words, facts: Facts) -> Card:
    """A recognised link counts no more."""
    why = words("links-withdrawn", code=facts["code"], reason=reason(words, facts["reason"]))
    return Card(
        texts(f"{why} {ground(words, facts['ground'])}", facts["address"], words("links-way-ask")), _details(words, facts)
    )


def reopened(words: Words, facts: Facts) -> Card:
    """A decision was taken back."""
    sentence = "links-counts-again" if facts["state"] == LinkState.RECOGNISED else "links-reopened"
    return Card(texts(words(sentence, code=facts["code"], was=state(words, facts["was"]))))


def _details(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    return ((*appeal(words, facts), button(words("links-button-details"), "link_show", facts["id"])),)


CARDS = {
    "links_answer": answer,
    "links_how": how,
    "links_claimed": claimed,
    "links_nothing_open": nothing_open,
    "links_take_back": take_back,
    "links_kept": kept,
    "links_taken_back": taken_back,
    "links_stands": stands,
    "link_recognised": recognised,
    "link_refused": refused,
    "link_withdrawn": withdrawn,
    "link_reopened": reopened,
}
