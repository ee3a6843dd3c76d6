"""Strings of people who mean harm arrive as they are: a small part of what tests/bench/strings.py takes through every card."""

import pytest

from messages.abilities import Abilities
from messages.card import Card, texts
from messages.cards import CARDS
from storage.records import Language
from tests.bench.strings import measure, report
from tests.bench.strings_cards import Filled, differs, filled, speaker
from tests.bench.strings_channels import CHANNELS, arrived
from tests.bench.strings_hostile import FAMILIES, strings

EVERY = 5  # cards of which one is looked at, and of these one for each string


def test_hostile_strings_come_out_of_cards_and_files_as_they_went_in() -> None:
    cards, unknown = filled(dict(list(CARDS.items())[::EVERY]), tries=300)
    assert len(unknown) * 20 < len(cards)  # so many tries; the bench has five times as many, and leaves none
    found = measure(strings(60), cards, 12, EVERY)
    assert report(found), found["wrong"][:5]
    assert found["strings"] == 60


def test_every_family_is_tried() -> None:
    tried = set(strings(2000))
    assert len(tried) == 2000
    assert all({each, f"a{each}b"} & tried for family in FAMILIES.values() for each in family)


def test_a_card_that_touches_a_text_is_found() -> None:
    escaped = Filled("spoilt", {}, lambda _, facts: Card(texts(facts["text"].replace("<", "&lt;"))))
    assert differs(escaped, Language.ID, "a<b") == [("a<b", "a&lt;b")]
    assert differs(escaped, Language.ID, "a b") == []


def test_a_phone_that_shows_something_else_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CHANNELS, "sandbox", (Abilities(), lambda part: (f"{block.text}!" for block in part.blocks)))
    assert [each.split()[0] for each in arrived(Card(texts("a<b")), speaker(Language.ID))] == ["sandbox"]
