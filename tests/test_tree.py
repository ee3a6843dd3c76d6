"""The tree keeps its own rules: who may import whom, how code reads, how long it is, and what is never written down."""

import ast
import fnmatch
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = ("bot", "handlers", "messages", "storage", "main.py", "dev.py")
PATTERNS = [line.strip("/") for line in (ROOT / ".gitignore").read_text().split()]
LOCKS = ("requirements.lock", "requirements-test.lock")
GENERATED = "storage/migrations/versions"

LONG_BODY, LONGEST_BODY, SHARE_OF_LONG = 25, 60, 0.1
LONGEST_FILE = {"tests": 400}
LONGEST_FILE_ELSEWHERE = 300
LONGER_FILES = {
    "handlers/routes.py": "all we answer on one page, a row each beside its permission; there is no logic in it",
    "main.py": "the whole command line on one page; each command is a few lines, and none leans on another",
    "storage/tables.py": "every table on one page, which erasure, migrations and readers go through; there is no logic in it",
    "storage/records.py": "every noun on one page, each field with its meaning; there is no logic to get lost in",
}

REGISTRY = re.compile(r"(pypi|pythonhosted|npmjs|yarnpkg|anaconda|crates|rubygems)\.(org|com|io)|index[-_]url\s*=", re.IGNORECASE)
MACHINE_PATH = re.compile(r"(?<![\w.~:/\\%}*-])/(home|Users|root|work|mnt|media)/\w|\b[A-Z]:\\Users\\")
REASONED = {  # a marker in a comment, and how it looks with its reason
    "noqa": re.compile(r"# noqa: [A-Z]+[0-9]+(, [A-Z]+[0-9]+)* - \w.{8,}"),
    "type: ignore": re.compile(r"# type: ignore\[[\w-]+(, ?[\w-]+)*\]  # \w.{8,}"),
    "nosec": re.compile(r"# nosec B\d+ - \w.{8,}"),
    "pragma: no cover": re.compile(r"# pragma: no cover - \w.{8,}"),
}


def ignored(path: Path) -> bool:
    return any(fnmatch.fnmatch(part, pattern) for part in path.parts for pattern in [".git", *PATTERNS])


def tracked() -> Iterator[Path]:
    """The files of the tree, without asking git: a copy without it is tested too."""
    for folder in [ROOT, *ROOT.iterdir()]:
        found = folder.iterdir() if folder == ROOT else folder.rglob("*") if folder.is_dir() else ()
        if folder == ROOT or not ignored(folder.relative_to(ROOT)):
            yield from (path for path in found if path.is_file() and not ignored(path.relative_to(ROOT)))


FILES = sorted(set(tracked()))
SCRIPTS = [path for path in FILES if path.suffix == ".py" and GENERATED not in path.as_posix()]


def run(*command: str | Path) -> tuple[bool, str]:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode == 0, f"\n{done.stdout}{done.stderr}"


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def test_imports_obey_the_seven_contracts() -> None:
    good, words = run(Path(sys.executable).with_name("lint-imports"), "--no-cache")
    assert good, f"{words}\nPass a value or queue a row instead of importing upwards; the reasons stand in pyproject.toml."


@pytest.mark.parametrize(
    ("tool", "remedy"),
    [
        (("ruff", "check", "."), "Mend it; .venv/bin/ruff check --fix does the simple ones."),
        (("ruff", "format", "--check", "."), "Run .venv/bin/ruff format ."),
        (("mypy", "."), "Mend the types; an ignore needs its code and a reason beside it."),
        (("bandit", "-q", "-r", *CODE), "Mend it, or say in pyproject.toml why it is safe."),
    ],
    ids=["ruff check", "ruff format", "mypy", "bandit"],
)
def test_the_checker_has_nothing_to_say(tool: tuple[str, ...], remedy: str) -> None:
    configured = ("-c", "pyproject.toml") if tool[0] == "bandit" else ()
    good, words = run(sys.executable, "-m", *tool, *configured)
    assert good, f"{words}\n{remedy}"


def bodies() -> list[tuple[int, str]]:
    """The lines of every function's body without its docstring, and where it stands."""
    found = []
    for path in SCRIPTS:
        for node in ast.walk(ast.parse(text_of(path))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                spoken = node.body[1:] if ast.get_docstring(node) else node.body
                lines = (node.end_lineno or 0) - spoken[0].lineno + 1 if spoken else 0
                found.append((lines, f"{name(path)}:{node.lineno} {node.name}"))
    return sorted(found, reverse=True)


def test_no_function_is_longer_than_a_screen() -> None:
    long = [f"{lines} lines: {where}" for lines, where in bodies() if lines > LONGEST_BODY]
    assert not long, f"Split what does more than one thing (at most {LONGEST_BODY} lines):\n" + "\n".join(long)


def test_nine_in_ten_functions_are_short() -> None:
    all_bodies = bodies()
    long = [f"{lines} lines: {where}" for lines, where in all_bodies if lines > LONG_BODY]
    assert len(long) <= SHARE_OF_LONG * len(all_bodies), (
        f"{len(long)} of {len(all_bodies)} functions are longer than {LONG_BODY} lines; split some:\n" + "\n".join(long)
    )


def test_files_are_short_enough_to_read() -> None:
    def limit(path: Path) -> int:
        return LONGEST_FILE.get(path.relative_to(ROOT).parts[0], LONGEST_FILE_ELSEWHERE)

    counted = {name(path): (len(text_of(path).splitlines()), limit(path)) for path in SCRIPTS}
    long = [f"{lines} lines: {where}" for where, (lines, most) in counted.items() if lines > most and where not in LONGER_FILES]
    assert not long, "Split by noun, or give the reason in LONGER_FILES:\n" + "\n".join(long)
    needless = [where for where in LONGER_FILES if where not in counted or counted[where][0] <= counted[where][1]]
    assert not needless, f"Take out of LONGER_FILES what is short enough by now: {needless}"


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    numbered = chain.from_iterable(
        ((path, number, line) for number, line in enumerate(text_of(path).splitlines(), 1)) for path in FILES
    )
    return [f"{name(path)}:{number} {line.strip()[:120]}" for path, number, line in numbered if pattern.search(line)]


def test_no_file_names_a_package_registry() -> None:
    found = lines_with(REGISTRY)
    assert not found, "Whoever installs this chooses their own registry; take its name out:\n" + "\n".join(found)


def test_no_file_holds_a_path_of_one_machine() -> None:
    found = lines_with(MACHINE_PATH)
    assert not found, "Make it relative to the file or a setting:\n" + "\n".join(found)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_and_hashes_and_no_host(lock: str) -> None:
    lines = [line.strip(" \\") for line in text_of(ROOT / lock).splitlines()]
    strange = [line for line in lines if not re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+( ; .+)?$|--hash=sha256:[0-9a-f]{64}$", line)]
    assert not strange, f"Make {lock} again with the command in the README:\n" + "\n".join(strange[:20])


def comments(path: Path) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(text_of(path)).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


@pytest.mark.parametrize("marker", REASONED)
def test_every_silenced_check_has_its_reason_beside_it(marker: str) -> None:
    silenced = [(path, number, line) for path in SCRIPTS for number, line in comments(path) if f"# {marker}" in line]
    bare = [f"{name(path)}:{number} {line}" for path, number, line in silenced if not REASONED[marker].search(line)]
    assert not bare, f"Write it as {REASONED[marker].pattern}, or mend what it hides:\n" + "\n".join(bare)
