"""The privacy notice that people agree to: other sentences are another version, to which they are asked to agree again."""

import hashlib

from handlers import notice
from messages import cards
from messages.wording import Words
from storage.records import Language
from storage.retention import CLASSES

# Every version there was, and what its sentences come to. A row is added and never changed: somebody has agreed to it.
VERSIONS = {
    "2026-11-25": "4ff8c581894e311d",
    "2026-11-25.2": "1835d01492bcf361",
}


def digest() -> str:
    """Of the sentences of the notice, short and whole, in every language; the office's own times are no sentence."""
    days = {each.name: 365 for each in CLASSES}
    shown = (
        cards.render(card, {"days": days}, Words(language, "Asia/Jakarta", "Humas Teladan", "privasi@teladan.example"))
        for language in Language
        for card in ("people_notice", "people_notice_full")
    )
    return hashlib.sha256("\n".join(block.text for card in shown for block in card.blocks).encode()).hexdigest()[:16]


def test_other_sentences_are_another_version() -> None:
    assert VERSIONS.get(notice.NOTICE) == digest(), (
        f"The privacy notice reads otherwise than version {notice.NOTICE} did: give handlers/notice.py another NOTICE, so that "
        f"people are asked again, and add it here with {digest()}"
    )


def test_versions_are_told_apart_by_their_sentences() -> None:
    assert len(set(VERSIONS.values())) == len(VERSIONS)
    assert list(VERSIONS) == sorted(VERSIONS)
    assert list(VERSIONS)[-1] == notice.NOTICE
