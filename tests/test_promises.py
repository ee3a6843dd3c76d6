"""What somebody forgets one day: each promise here fails on that day, and says what is missing."""

import ast
import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterable
from fnmatch import fnmatch
from importlib.util import module_from_spec, spec_from_file_location
from itertools import product
from pathlib import Path

import pytest
import typer
from sqlalchemy import JSON, Table, UniqueConstraint

import handlers
import messages
from bot.makers import MAKERS
from bot.settings import NAMES
from handlers import routes
from handlers.clock import SWEEPS
from handlers.jobs import JOBS
from handlers.permissions import ALLOWED, Permission
from handlers.releases.lifecycle import Move
from handlers.route import Button, Command, Loose, Step
from handlers.turn import Sweep
from messages.cards import CARDS
from storage.erasing import BLANKED, SCRUBBED, TALK
from storage.privacy import HOLDINGS, NOBODYS, STAYS, AtErasure
from storage.records import ChannelKind, Language, Role, Status
from storage.tables import INSTALLATION, metadata
from tests.reading import ROOT, Site, calls, literals, sentences, strings, takers, trees
from tests.test_rules.test_lifecycle import TABLE

README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
SENTENCE = re.compile(r"[a-z]+(-[a-z0-9]+)+(\.[a-z]+)?")
NO_SENTENCES = {"utf-8", "utf-16-le"}
NO_ACTIONS = {"found"}  # a list of what was sought has no pages to turn: see messages/members.py
TABLES = pytest.mark.parametrize("table", metadata.tables.values(), ids=lambda table: table.name)
Route = Command | Button | Step | Loose
WORDY = {None, *range(100, 10_000)}  # how long a column is that holds words: free text, or this many characters
PERSONAL = {"person_id", "actor_id", "chat", "user_key", "phone"}  # columns that lead to a person


def named(given: Iterable[tuple[Site, ast.expr]]) -> dict[str, str]:
    """Each name that is given somewhere, and where."""
    return {name: str(site) for site, node in given for name in strings(node, site.place)}


def absent(used: Iterable[str], known: Iterable[str]) -> list[str]:
    """What is used and not known, with its place where one is given."""
    places = used if isinstance(used, dict) else {}
    return sorted(f"{name} {places.get(name, '')}".strip() for name in set(used) - set(known))


def section(title: str) -> str:
    """What stands in the README under a title."""
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def to(table: Table) -> set[str]:
    """The tables that a table points to."""
    return {key.column.table.name for column in table.c for key in column.foreign_keys}


# --- words ------------------------------------------------------------------------------------------


def test_every_sentence_stands_in_both_languages_with_the_same_blanks() -> None:
    assert sentences(Language.ID) == sentences(Language.EN)


def test_every_sentence_that_is_said_exists_and_none_is_unused() -> None:
    said = {each for each in literals("messages") if SENTENCE.fullmatch(each)} - NO_SENTENCES
    whole = {each for each in sentences(Language.ID) if "." not in each}
    assert absent(said, whole) == []
    assert absent(whole, said) == [], "take these out of both languages, or say them"


def test_every_sentence_gets_the_blanks_it_has() -> None:
    for site in calls("words"):
        sentence, filled = site.given("sentence", 0), {each.arg for each in site.call.keywords}
        if isinstance(sentence, ast.Constant) and None not in filled:
            assert filled == sentences(Language.ID)[str(sentence.value)], site


def test_sentences_are_named_in_messages_alone() -> None:
    assert {each for folder in ("handlers", "bot", "storage") for each in literals(folder)} & set(sentences(Language.ID)) == set()


def test_every_card_that_is_said_exists_and_none_is_unused() -> None:
    said = named(takers("card"))
    assert absent(said, CARDS) == []
    assert absent(CARDS, said) == [], "take these out of messages/, or say them"


# --- what is answered -------------------------------------------------------------------------------


def test_every_step_that_is_next_hears_and_every_step_is_reached() -> None:
    heard, then = {step.name for step in routes.STEPS}, named(takers("then"))
    assert absent(then, heard) == []
    assert absent(heard, then) == []


def test_every_button_leads_somewhere_and_every_row_has_its_button() -> None:
    shown = named((site, node) for site in calls("button") if (node := site.given("action", 1)))
    rows = {button.action for button in routes.BUTTONS}
    assert absent(shown, rows | NO_ACTIONS) == []
    assert absent(rows, shown) == []


def test_no_two_rows_of_a_table_share_a_name() -> None:
    assert len({row.action for row in routes.BUTTONS}) == len(routes.BUTTONS)
    for names in ([row.name for row in table] for table in (routes.COMMANDS, routes.STEPS, routes.LOOSE, SWEEPS)):
        assert len(set(names)) == len(names)


def test_every_route_asks_a_permission_that_somebody_has_and_none_is_for_nothing() -> None:
    rows: tuple[Route, ...] = (*routes.COMMANDS, *routes.BUTTONS, *routes.STEPS, *routes.LOOSE)
    assert {row.permission for row in rows} == set(Permission)
    assert set().union(*ALLOWED.values()) == set(Permission)


def test_every_role_has_its_permissions() -> None:
    assert set(ALLOWED) == set(Role)
    assert all(Permission.ANYBODY in allowed for allowed in ALLOWED.values())


# --- what is done unasked ---------------------------------------------------------------------------


def test_every_sweep_is_on_the_clock() -> None:
    modules = [importlib.import_module(each.name) for each in pkgutil.walk_packages(handlers.__path__, "handlers.")]
    made = {id(thing): thing.name for module in modules for thing in vars(module).values() if isinstance(thing, Sweep)}
    assert made == {id(sweep): sweep.name for sweep in SWEEPS}


def test_every_job_that_is_queued_has_its_function_and_every_function_its_job() -> None:
    queued = named((site, node) for site, node in takers("kind") if "jobs.add(" in str(site))
    assert set(queued) == set(JOBS)


def test_every_move_from_every_status_is_tried() -> None:
    assert set(TABLE) == set(product(Move, Status))


# --- what is remembered -----------------------------------------------------------------------------


@TABLES
def test_every_table_belongs_to_an_office_or_to_the_installation(table: Table) -> None:
    assert ("office_id" in table.c and not table.c.office_id.nullable) or table.name in INSTALLATION


def test_the_installation_has_no_table_that_is_not_there() -> None:
    assert absent(INSTALLATION, metadata.tables) == []


@TABLES
def test_every_unique_key_names_the_office_or_something_of_it(table: Table) -> None:
    keys = [list(each.columns) for each in table.constraints if isinstance(each, UniqueConstraint)]
    keys += [list(each.columns) for each in table.indexes if each.unique]
    loose = [[column.name for column in key] for key in keys if not any(column.foreign_keys for column in key)]
    assert table.name in INSTALLATION or loose == [], "two offices that look alike would meet in it"


@TABLES
def test_every_table_with_a_person_is_one_that_an_erasure_goes_through(table: Table) -> None:
    if table.name == "people" or "people" in to(table) or PERSONAL & {column.name for column in table.c}:
        assert table.name in {each.table for each in HOLDINGS}, "say in storage/privacy.py what an erasure does to it"


@TABLES
def test_all_words_are_erased_or_said_to_stay(table: Table) -> None:
    """A new column with words says what becomes of them: an erasure takes them, or they stand in STAYS for a reason."""
    words = {each.name for each in table.c if isinstance(each.type, JSON) or getattr(each.type, "length", 0) in WORDY}
    gone = {each.table for each in HOLDINGS if each.at_erasure is AtErasure.ERASE} - set(BLANKED)
    taken = words if table.name in gone else {*BLANKED.get(table.name, {}), "chat"}
    looked = [*((each, columns) for each, columns, _ in TALK), *SCRUBBED]
    scanned = {name for each, columns in looked if each is table for name in columns}
    left = words - taken - scanned
    assert left == set(STAYS.get(table.name, ())) - scanned, "say in storage/privacy.py whether these words stay, and why"


def test_every_table_is_a_person_s_or_nobody_s() -> None:
    listed = [*(each.table for each in HOLDINGS), *NOBODYS]
    assert sorted(listed) == sorted(metadata.tables)


# --- what is set up ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_explained(name: str) -> None:
    assert f"`{name}`" in section("Settings")
    assert re.search(rf"^#?{name}=", EXAMPLE, re.MULTILINE)


def test_no_setting_is_explained_that_does_not_exist() -> None:
    assert absent(re.findall(r"\bMEJA_[A-Z_]+", README + EXAMPLE), NAMES) == []


def commands() -> list[str]:
    """Every command of main.py, as it is typed."""
    spec = spec_from_file_location("command_line", ROOT / "main.py")  # main.py wires the rest: nothing may import it
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    top = typer.main.get_command(module.cli)
    found = {name: getattr(command, "commands", {}) for name, command in getattr(top, "commands", {}).items()}
    return [f"{name} {below}" for name, group in found.items() for below in group] + [name for name in found if not found[name]]


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"`(main\.py )?{command}`", section("Commands"))


# --- channels ---------------------------------------------------------------------------------------


def packages() -> dict[str, Path]:
    """The channels by the names of their folders."""
    return {path.name: path for path in (ROOT / "bot" / "channels").iterdir() if (path / "__init__.py").exists()}


def test_every_kind_of_channel_has_its_package_and_its_maker() -> None:
    assert set(packages()) == set(ChannelKind)
    assert {*MAKERS, ChannelKind.SANDBOX} == set(ChannelKind)  # a sandbox makes its own, in bot/sandbox/serve.py


@pytest.mark.parametrize("name", packages())
def test_every_channel_passes_the_one_contract_suite(name: str) -> None:
    path = ROOT / "tests" / "channels" / f"test_{name}.py"
    assert path.exists(), "inherit tests/channels/contract.py there"
    classes = [each for each in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(each, ast.ClassDef)]
    assert any("ContractSuite" in map(ast.unparse, each.bases) and each.name.startswith("Test") for each in classes)


# --- rules ------------------------------------------------------------------------------------------


def rules() -> list[str]:
    """Every file that the seventh contract calls a rule."""
    patterns = next(each["source_modules"] for each in CONTRACTS if each["id"] == "rules-are-pure")
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in trees()]
    assert all(any(fnmatch(module, pattern) for module in modules) for pattern in patterns), "a contract about nothing"
    return [module for module in modules if any(fnmatch(module, pattern) for pattern in patterns)]


def test_the_seven_contracts_are_there() -> None:
    assert [each["name"].partition(".")[0] for each in CONTRACTS] == list("1234567")


@pytest.mark.parametrize("rule", rules())
def test_every_rule_file_has_a_table_of_cases(rule: str) -> None:
    tables = [path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "test_rules").glob("test_*.py")]
    package, _, module = rule.rpartition(".")
    imports = re.compile(rf"^from ({re.escape(rule)} import|{re.escape(package)} import .*\b{module}\b)", re.MULTILINE)
    assert any(imports.search(text) for text in tables)


def test_no_card_has_the_name_of_another() -> None:
    modules = [importlib.import_module(f"messages.{each.name}") for each in pkgutil.iter_modules(messages.__path__)]
    names = [name for module in modules if module.__name__ != "messages.cards" for name in getattr(module, "CARDS", {})]
    assert [name for name in set(names) if names.count(name) > 1] == []
