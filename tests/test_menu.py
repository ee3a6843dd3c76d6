"""The menu and the help offer only what works: every word leads to its command, and the role may use it."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from bot.menus import _allowed
from bot.router import Found, Verdict, find
from handlers.grammar import understand
from handlers.permissions import ABLE, ALLOWED, may
from handlers.routes import COMMANDS
from messages.card import spans
from messages.desk import show_help
from messages.inbound import Happening, Inbound
from messages.menu import MENU, entries
from messages.wording import Words
from storage import people
from storage.menus import Stale
from storage.records import Language, OfficeId, Person, PersonId, Role, Standing
from tests.channels.telegram_server import SERVER_ERROR, TelegramServer
from tests.desk import Desk, Somebody

VOCABULARY = {phrase: command.name for command in COMMANDS for phrase in command.words}
BY_NAME = {command.name: command for command in COMMANDS}
LANGUAGES = pytest.mark.parametrize("language", list(Language))


def spoken(language: Language) -> Words:
    return Words(language, "Asia/Jakarta", "Humas Kab. Teladan")


def typed(text: str, person: Person) -> Found:
    return find(Inbound("1", "chat", "u", Happening.SAID, text=text), None, person)


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
        found = typed(phrase, person)
        cancels = found.verdict is Verdict.CANCEL
        assert cancels or (found.verdict is Verdict.RUN and may(person, found.permission)), phrase


def test_a_menu_shows_what_its_person_may_do_and_all_of_it() -> None:
    """Each role in each standing, blocked or not: every entry is understood and allowed, and none that is allowed is missing."""
    for role, standing, language, blocked in product(Role, Standing, Language, (False, True)):
        until = datetime(2026, 12, 1, tzinfo=UTC) if blocked else None
        person = Person(PersonId(1), OfficeId(1), "Rina Contoh", role, standing, language, blocked_until=until)
        offered = _allowed(Stale(1, OfficeId(1), "chat", role, standing, language, blocked, ""))
        for word, _ in entries(spoken(language), offered):
            found = typed(f"/{word}", person)
            assert found.verdict is Verdict.RUN, (role, standing, word)
            assert may(person, found.permission), (role, standing, word)
        able = {each.name for each in COMMANDS if each.menu and not each.joining and may(person, each.permission)}
        assert able <= set(offered), (role, standing)
        assert ("register" in offered) == (standing not in ABLE), (role, standing)


def test_a_role_without_a_permission_finds_none_of_its_commands_in_the_menu() -> None:
    for role in Role:
        offered = _allowed(Stale(1, OfficeId(1), "chat", role, Standing.ACTIVE, Language.ID, False, ""))
        assert {BY_NAME[name].permission for name in offered} <= ALLOWED[role], role


def offered_to(somebody: Somebody) -> set[str]:
    """The commands in somebody's menu."""
    assert isinstance(somebody.desk.server, TelegramServer)
    return {each["command"] for each in somebody.desk.server.state.commands[somebody.chat, "id"]}


@pytest.mark.parametrize("setting", ["telegram"], indirect=True)
async def test_a_menu_follows_its_person_and_a_platform_that_takes_none_is_left_alone_for_a_while(desk: Desk) -> None:
    assert isinstance(desk.server, TelegramServer)
    dina, adi = await desk.staff(Role.DRAFTER, "Dina Teladan"), await desk.staff(Role.DRAFTER, "Adi Teladan")
    blocked = await dina.record()
    await desk.app.settle()
    assert all("pengumuman" in offered_to(each) for each in (dina, adi))
    desk.server.fail("setMyCommands", SERVER_ERROR)
    async with desk.db() as db:
        await people.change(db, blocked.id, blocked_until=desk.now + timedelta(days=1))
    await desk.remove(adi)
    await desk.app.settle()
    assert all("pengumuman" in offered_to(each) for each in (dina, adi)), "nothing more was asked of it"
    await desk.later(minutes=2)
    assert all("pengumuman" not in offered_to(each) for each in (dina, adi))
    assert "rilis" in offered_to(dina)
