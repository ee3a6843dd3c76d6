"""The messages that a platform approves beforehand, for people whose talk with the desk is closed.

Blanks are numbered as the platform numbers them. A body neither begins nor ends with one, and the values hold no line
break: both are the platform's rules. What has no template of its own is announced by `kabar`, and said once they answer.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from messages.card import Block, Card, Choice, Template, bare, button, texts
from messages.wording import Words
from storage.records import Language, Purpose

Facts = Mapping[str, Any]
BODY_LIMIT: Final = 1024  # characters, filled in
KNOCK: Final = "knock"  # the card that announces what waits


@dataclass(frozen=True)
class Spec:
    """A template as the office wants it: `body` and `labels` by language, and a sample for each blank."""

    name: str
    category: str  # what the platform is asked for; it may decide otherwise
    body: Mapping[Language, str]
    samples: tuple[str, ...]
    labels: Mapping[Language, tuple[str, ...]]  # of its buttons


RELEASE: Final = Spec(
    "rilis_baru",
    "UTILITY",
    {
        Language.ID: "Rilis {{1}} dari {{2}}:\n\n*{{3}}*\n{{4}}\n\nTekan tombol di bawah untuk naskah lengkapnya.",
        Language.EN: "Release {{1}} from {{2}}:\n\n*{{3}}*\n{{4}}\n\nPress the button below for the full text.",
    },
    ("R-231", "Humas Kab. Teladan", "Pemkab salurkan beras untuk 312 KK", "Bantuan diterima Minggu pagi di Kecamatan Contoh."),
    {Language.ID: ("Naskah lengkap",), Language.EN: ("Full text",)},
)
NEWS: Final = Spec(
    "kabar",
    "UTILITY",
    {
        Language.ID: "Ada {{1}} dari {{2}} untuk Anda. Tekan tombol di bawah untuk membacanya.",
        Language.EN: "There is {{1}} from {{2}} for you. Press the button below to read it.",
    },
    ("pengumuman", "Humas Kab. Teladan"),
    {Language.ID: ("Baca",), Language.EN: ("Read",)},
)
SPECS: Final = (RELEASE, NEWS)
WHAT: Final = {
    Purpose.REPLY: "template-what-reply",
    Purpose.NOTICE: "template-what-notice",
    Purpose.RECEIPT: "template-what-notice",
    Purpose.RELEASE: "template-what-release",
    Purpose.INVITATION: "template-what-invitation",
    Purpose.ANNOUNCEMENT: "template-what-announcement",
    Purpose.REMINDER: "template-what-reminder",
    Purpose.DIGEST: "template-what-digest",
    Purpose.PROGRESS: "template-what-notice",
}


def template_for(card: str, facts: Facts, words: Words) -> Template | None:
    """The template that says a card, filled in; None where it has none of its own and has to be announced."""
    return FILLED[card](facts, words) if card in FILLED else None


def knock(words: Words, facts: Facts) -> Card:
    """The announcement as a card, for channels that need no template and for whoever previews one."""
    return shown(_knock(facts, words))


def stopped(words: Words, facts: Facts) -> Card:
    """A template cannot be sent any more: what the platform did with it, why, and what that means."""
    named = {"name": facts["name"], "language": facts["language"], "how": facts["status"].lower()}
    why = words("template-why", reason=facts["reason"]) if facts["reason"] else ""
    return Card(texts(words("template-stopped", **named), why, words("template-meanwhile")))


def moved(words: Words, facts: Facts) -> Card:
    """A template is in another category, and is billed as that."""
    before, now = (words("template-category", category=facts[each].lower()) for each in ("before", "now"))
    return Card(texts(words("template-moved", name=facts["name"], language=facts["language"], before=before, now=now)))


def shown(template: Template) -> Card:
    """A template as its reader sees it."""
    spec = next(each for each in SPECS if each.name == template.name)
    body = spec.body[template.language]
    for number, value in enumerate(template.values, 1):
        body = body.replace(f"{{{{{number}}}}}", value)
    choices = tuple(Choice(label, token) for label, token in zip(spec.labels[template.language], template.tokens, strict=True))
    return Card(tuple(Block(each) for each in body.split("\n\n")), (choices,))


def _release(facts: Facts, words: Words) -> Template:
    values = (facts["code"], words.office, facts["headline"], facts["lead"])
    return _filled(RELEASE, words, values, (button("", "read_full", facts["id"]).token,))


def _knock(facts: Facts, words: Words) -> Template:
    what = words(WHAT[Purpose(facts["purpose"])])
    return _filled(NEWS, words, (what, words.office), (button("", "read_on").token,))


def _filled(spec: Spec, words: Words, values: Sequence[str], tokens: tuple[str, ...]) -> Template:
    """Values in one line each; the last is cut where the whole would be too long, the others never."""
    flat = [" ".join(bare(each).split()) for each in values]
    over = len(spec.body[words.language]) + sum(map(len, flat)) - BODY_LIMIT
    if over > 0:
        flat[-1] = flat[-1][: max(0, len(flat[-1]) - over - 1)].rstrip() + "…"
    return Template(spec.name, words.language, tuple(flat), tokens)


FILLED: Final[Mapping[str, Callable[[Facts, Words], Template]]] = {"release_sent": _release, KNOCK: _knock}
CARDS: Final = {KNOCK: knock, "template_stopped": stopped, "template_moved": moved}
