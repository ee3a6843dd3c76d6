"""The menu and the help offer only what works: every word leads to its command, and the role may use it."""

import pytest

from handlers.grammar import understand
from handlers.permissions import may
from handlers.routes import COMMANDS
from messages.card import spans
from messages.desk import show_help
from messages.menu import MENU, entries
from messages.wording import Words
from storage.records import Language, OfficeId, Person, PersonId, Role, Standing

VOCABULARY = {phrase: command.name for command in COMMANDS for phrase in command.words}
BY_NAME = {command.name: command for command in COMMANDS}
LANGUAGES = pytest.mark.parametrize("language", list(Language))


def spoken(language: Language) -> Words:
    return Words(language, "Asia/Jakarta", "Humas Kab. Teladan")


def test_no_two_commands_share_a_word() -> None:
    assert len(VOCABULARY) == sum(len(command.words) for command in COMMANDS)


@LANGUAGES
def test_every_entry_leads_to_its_command(language: Language) -> None:
    for name in MENU:
        [(word, _)] = entries(spoken(language), [name])
        found = understand(f"/{word}", VOCABULARY)
        assert found, word
        assert (found.command, found.argument) == (name, "")


@LANGUAGES
def test_entries_are_as_platforms_take_them(language: Language) -> None:
    for word, does in entries(spoken(language), MENU):
        assert word.isascii()
        assert word == word.lower()
        assert len(word) <= 32
        assert len(does) <= 60


def test_every_command_of_a_menu_has_its_entry() -> None:
    assert {command.name for command in COMMANDS if command.menu} == set(MENU)


@LANGUAGES
@pytest.mark.parametrize("role", list(Role))
def test_help_names_only_what_the_role_can_do(language: Language, role: Role) -> None:
    card = show_help(spoken(language), {"role": role, "standing": Standing.ACTIVE})
    person = Person(PersonId(1), OfficeId(1), "Rina Contoh", role, Standing.ACTIVE, language)
    for phrase in (text for block in card.blocks for text, strong in spans(block.text) if strong):
        found = understand(phrase, VOCABULARY)
        code = phrase.startswith("R-") or phrase in {"batal", "cancel"}
        assert code or (found and may(person, BY_NAME[found.command].permission)), phrase
