"""Reads the project's own source: which names stand where. For promises that no type checker keeps.

A name that is promised to exist stands as a literal where it is used, in a table, or is handed down by a caller.
What cannot be followed that far raises Unreadable: a promise that looks away keeps nothing.
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from messages.wording import sources
from storage.records import Language

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDERS: Final = ("bot", "handlers", "messages", "storage")
EACH, VALUE = "each", "value"  # one of what is gone through; one of what is looked up

Function = ast.FunctionDef | ast.AsyncFunctionDef
Way = tuple[str | int, ...]
"""How to get from a thing to what is meant in it: (EACH, 1) is the second part of each of its parts."""


class Unreadable(AssertionError):
    """A name that is made in a way that cannot be followed."""


@dataclass(frozen=True)
class Place:
    """A file, and the outermost function in it."""

    path: Path
    function: Function | None = None

    @property
    def folder(self) -> str:
        return self.path.relative_to(ROOT).parts[0]

    def __str__(self) -> str:
        return self.path.relative_to(ROOT).as_posix()


@dataclass(frozen=True)
class Site:
    """A call and where it stands."""

    place: Place
    call: ast.Call

    def given(self, name: str, at: int = -1) -> ast.expr | None:
        """What is given for a parameter, by its name or as the argument at its place."""
        named = next((each.value for each in self.call.keywords if each.arg == name), None)
        return self.call.args[at] if 0 <= at < len(self.call.args) else named

    def __str__(self) -> str:
        return f"{self.place}:{self.call.lineno} {ast.unparse(self.call)}"


@cache
def trees() -> dict[Path, ast.Module]:
    """Every file of the desk."""
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}


@cache
def _sites() -> dict[str, list[Site]]:
    """Every call, by the last name of what is called."""
    found: dict[str, list[Site]] = {}
    for path, module in trees().items():
        for top in module.body:
            place = Place(path, top if isinstance(top, Function) else None)
            for call in (node for node in ast.walk(top) if isinstance(node, ast.Call)):
                found.setdefault(_called(call), []).append(Site(place, call))
    return found


def _called(call: ast.Call) -> str:
    """The last name of what is called: `post` of `outbox.post(…)`."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def calls(*names: str) -> list[Site]:
    """Every call of functions or classes by these names."""
    return [site for name in names for site in _sites().get(name, [])]


def takers(parameter: str) -> Iterator[tuple[Site, ast.expr]]:
    """Every call of a function or class of ours that takes a string by this name, with what is given for it."""
    for path, module in trees().items():
        for top in (each for each in module.body if isinstance(each, Function | ast.ClassDef)):
            if _parameters(top).get(parameter, "").startswith("str"):
                yield from _givers(parameter, top, path)


def literals(folder: str) -> set[str]:
    """Every string in a folder's files, but for docstrings."""
    nodes = [node for path, module in trees().items() if Place(path).folder == folder for node in ast.walk(module)]
    loose = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    return {str(node.value) for node in nodes if isinstance(node, ast.Constant) and id(node) not in loose}


def strings(node: ast.expr, place: Place, way: Way = ()) -> set[str]:
    """Every string that an expression can be, or that can stand in it where `way` leads."""
    match node:
        case ast.Constant(value=value):
            return {value} if isinstance(value, str) else set()
        case ast.Attribute():
            return set()  # a field, such as `reply.then`: it was read where the thing was made
        case ast.Await(value=inner):
            return strings(inner, place, way)
        case ast.IfExp(body=one, orelse=other):
            return _any_of((one, other), place, way)
        case ast.Name():
            return _named(node, place, way)
        case ast.Call():
            return _returned(node, place, way)
    return _in(node, place, way)


def _in(node: ast.expr, place: Place, way: Way) -> set[str]:
    """The strings in what holds several things."""
    match node:
        case ast.ListComp(elt=inner) | ast.GeneratorExp(elt=inner):
            return strings(inner, place, way[1:])
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            return _in_parts(parts, place, way)
        case ast.Dict():
            return _any_of(node.values if way[0] == VALUE else [each for each in node.keys if each], place, way[1:])
        case ast.Subscript():
            return _looked_up(node, place, way)
    raise Unreadable(f"{place}:{node.lineno} {ast.unparse(node)}: say the name itself, or keep it in a table")


def _any_of(nodes: Sequence[ast.expr], place: Place, way: Way) -> set[str]:
    return {text for node in nodes for text in strings(node, place, way)}


def _in_parts(parts: list[ast.expr], place: Place, way: Way) -> set[str]:
    """What stands in a row of things; a starred one is a row itself."""
    chosen = [parts[way[0]]] if isinstance(way[0], int) else parts
    starred = [each.value for each in chosen if isinstance(each, ast.Starred)]
    return _any_of(starred, place, way) | _any_of([each for each in chosen if not isinstance(each, ast.Starred)], place, way[1:])


def _looked_up(node: ast.Subscript, place: Place, way: Way) -> set[str]:
    """What stands under a key. A fact of a card is what the handlers say it is."""
    match node:
        case ast.Subscript(value=ast.Name(id="facts"), slice=ast.Constant(value=str(fact))):
            said = [(site.place, site.given(fact)) for site in calls("say", "instead")]
            return {text for there, value in said if value for text in strings(value, there, way)}
        case ast.Subscript(slice=ast.Constant(value=int(at))):
            return strings(node.value, place, (at, *way))
    return strings(node.value, place, (VALUE, *way))


def _returned(call: ast.Call, place: Place, way: Way) -> set[str]:
    """What a call gives back: `table.get(key, other)`, or a function of the same file."""
    match call.func:
        case ast.Attribute(value=table, attr="get"):
            return strings(table, place, (VALUE, *way)) | _any_of(call.args[1:], place, way)
        case ast.Name(id=name):
            functions = [each for each in trees()[place.path].body if isinstance(each, Function) and each.name == name]
            answers = [(each, node.value) for each in functions for node in ast.walk(each) if isinstance(node, ast.Return)]
            if answers:
                return {text for each, node in answers if node for text in strings(node, Place(place.path, each), way)}
    raise Unreadable(f"{place}:{call.lineno} {ast.unparse(call)}: say the name itself, or keep it in a table")


def _named(name: ast.Name, place: Place, way: Way) -> set[str]:
    """What a name can be: set in its function, given by callers, or a table of its file or of another."""
    table = Place(_home(name.id, place.path))
    found = [(node, place, more) for node, more in _assigned(name.id, place.function)]
    found = found or [(node, there, ()) for node, there in _handed(name.id, place)]
    found = found or [(node, table, more) for node, more in _assigned(name.id, trees()[table.path])]
    if not found:
        raise Unreadable(f"{place}:{name.lineno} {name.id} comes from nowhere that is read here")
    return {text for node, there, more in found for text in strings(node, there, (*more, *way))}


def _home(name: str, path: Path) -> Path:
    """The file in which a name that is used in a file is made."""
    taken = [node for node in trees()[path].body if isinstance(node, ast.ImportFrom) and node.module]
    modules = [node.module or "" for node in taken if name in {each.asname or each.name for each in node.names}]
    home = ROOT / f"{modules[0].replace('.', '/')}.py" if modules else path
    return home if home in trees() else path


def _handed(name: str, place: Place) -> Iterator[tuple[ast.expr, Place]]:
    """What callers give for a parameter of the function in which a name stands."""
    if place.function and name in _parameters(place.function):
        yield from ((given, site.place) for site, given in _givers(name, place.function, place.path))


def _givers(parameter: str, taker: Function | ast.ClassDef, path: Path) -> Iterator[tuple[Site, ast.expr]]:
    """Every call of a function or class of a file, with what is given for a parameter."""
    for site in calls(taker.name):
        given = site.given(parameter, list(_parameters(taker)).index(parameter))
        if given is not None and _reaches(site, path):
            yield site, given


def _parameters(taker: Function | ast.ClassDef) -> dict[str, str]:
    """The parameters of a function, or the fields of a record, with their types, in order."""
    if isinstance(taker, ast.ClassDef):
        fields = [each for each in taker.body if isinstance(each, ast.AnnAssign)]
        return {ast.unparse(each.target): ast.unparse(each.annotation) for each in fields}
    taken = (*taker.args.args, *taker.args.kwonlyargs)
    return {each.arg: ast.unparse(each.annotation) if each.annotation else "" for each in taken}


def _reaches(site: Site, path: Path) -> bool:
    """Whether a call is of what bears that name in a file: from in it, imported from it, or through its module."""
    match site.call.func:
        case ast.Name(id=name):
            return _home(name, site.place.path) == path
        case ast.Attribute(value=ast.Name(id=module)):
            return module.endswith(path.stem)
    return False


def _assigned(name: str, within: Function | ast.Module | None) -> Iterator[tuple[ast.expr, Way]]:
    """Where a name is set or loops over something, and the way from there to it."""
    for node in ast.walk(within) if isinstance(within, Function) else within.body if within else ():
        match node:
            case ast.Assign(targets=[target], value=value) | ast.AnnAssign(target=target, value=ast.expr() as value):
                yield from ((value, way) for way in _ways(name, target))
            case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                yield from ((value, (EACH, *way)) for way in _ways(name, target))


def _ways(name: str, target: ast.expr) -> Iterator[Way]:
    """The way from what is assigned to a name: none to the name itself, its place where several are set at once."""
    if isinstance(target, ast.Name) and target.id == name:
        yield ()
    if isinstance(target, ast.Tuple):
        yield from ((at, *way) for at, each in enumerate(target.elts) for way in _ways(name, each))


class _Blanks(Visitor):
    """The variables of a sentence."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)


@cache
def sentences(language: Language) -> dict[str, set[str]]:
    """Every sentence of a language with its blanks; attributes too, as `menu-help.word`."""
    found: dict[str, set[str]] = {}
    for path in sources(language):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, fluent.Message):
                texts = {"": entry.value} | {f".{each.id.name}": each.value for each in entry.attributes}
                for ending, text in texts.items():
                    assert entry.id.name + ending not in found, f"{entry.id.name} stands twice"
                    found[entry.id.name + ending] = _blanks(text)
    return found


def _blanks(text: fluent.Pattern | None) -> set[str]:
    visitor = _Blanks()
    if text:
        visitor.visit(text)
    return visitor.names
