"""What reading in a register would make, worked out from its lines and what is known, and nothing else: the dry run."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Final

from handlers.imports import cells
from handlers.imports.cells import Place
from handlers.imports.columns import Field, Kind, Table
from handlers.sheet import Line
from storage.outlets import name_key
from storage.records import Medium

# Remarks on what is left out as a whole; all others leave out a cell, or only say something.
WHOLE: Final = frozenset({"outlet_name", "person_name", "formula", "medium", "repeated", "unknown_outlet", "shared_phone"})


@dataclass(frozen=True)
class Remark:
    """Something about a line that a person should know."""

    line: int
    what: str
    value: str = ""
    other: str = ""


@dataclass
class NewOutlet:
    """An outlet to be made, or one that is known (`id`) and gets more."""

    line: int
    name: str
    medium: Medium
    id: int | None = None
    places: list[Place] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class NewPerson:
    """Somebody who is to be expected."""

    line: int
    name: str
    phone: str
    outlet_id: int | None
    work: str
    area: str
    licence: str


@dataclass(frozen=True)
class Plan:
    """What would be made, what to say about it, and how many lines change nothing."""

    outlets: tuple[NewOutlet, ...] = ()
    people: tuple[NewPerson, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unchanged: int = 0

    @property
    def made(self) -> int:
        """How many outlets or people are new or get something new."""
        return len(self.outlets) + len(self.people)

    @property
    def left_out(self) -> int:
        """How many lines are left out as a whole."""
        return len({each.line for each in self.remarks if each.what in WHOLE})

    @property
    def stamp(self) -> str:
        """Another one where anything of it is another."""
        return hashlib.sha256(json.dumps(asdict(self), default=str).encode()).hexdigest()[:8]


@dataclass(frozen=True)
class KnownOutlet:
    """An outlet of the register."""

    id: int
    name: str
    medium: Medium
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Register:
    """What is known: outlets by the keys of their names, and people by phone and by name and outlet."""

    outlets: Mapping[str, KnownOutlet]
    phones: Mapping[str, str]  # of people who are registered or expected: whose it is
    people: frozenset[tuple[str, int | None]]


def planned(kind: Kind, table: Table, register: Register) -> Plan:
    """The plan of one register."""
    return (_Outlets if kind is Kind.OUTLETS else _People)(table, register).plan()


class _Outlets:
    def __init__(self, table: Table, register: Register) -> None:
        self._table, self._register = table, register
        self._new: list[NewOutlet] = []
        self._named: dict[str, NewOutlet] = {}  # by the keys of their names, other names among them
        self._held: defaultdict[tuple[str, str], list[tuple[str, Place]]] = defaultdict(list)
        self._remarks: list[Remark] = []
        self._unchanged = 0
        self._above = ""
        for each in {each.id: each for each in register.outlets.values()}.values():
            for place in each.places:
                self._held[place.host, place.path].append((each.name, place))

    def plan(self) -> Plan:
        for line in self._table.lines:
            self._take(line)
        made = tuple(each for each in self._new if each.id is None or each.places or each.aliases)
        known = sum(1 for each in self._new if each.id is not None and not each.places and not each.aliases)
        return Plan(outlets=made, remarks=tuple(self._remarks), unchanged=self._unchanged + known)

    def _take(self, line: Line) -> None:
        typed = self._table.cell(line, Field.OUTLET)
        told = [self._table.cell(line, each) for each in (Field.SITE, Field.MEDIUM, Field.ALIAS)]
        if not typed and not any(told):
            return
        try:
            name = cells.outlet_name(typed or self._above)
            medium = cells.medium(told[1])
        except ValueError as fault:
            self._say(line, str(fault), told[1] if str(fault) == "medium" else typed)
            return
        if not typed:
            self._say(line, "filled", name)
        self._above = name
        self._merge(line, self._outlet(line, name, medium), told)

    def _outlet(self, line: Line, name: str, medium: Medium | None) -> NewOutlet:
        """The outlet that a line is of: one of the sheet, of the register, or a new one."""
        known = self._register.outlets.get(name_key(name))
        held = self._named.get(name_key(known.name if known else name))
        if held is None:
            kind = known.medium if known else medium or Medium.ONLINE
            held = NewOutlet(line.number, known.name if known else name, kind, known.id if known else None)
            self._new.append(held)
            self._named[name_key(held.name)] = held
            if known is None and medium is None:
                self._say(line, "medium_guessed", name)
        if medium and medium is not held.medium:
            self._say(line, "medium_differs", name, held.medium)
        return held

    def _merge(self, line: Line, outlet: NewOutlet, told: Sequence[str]) -> None:
        """Whatever a line says of an outlet beyond what is known."""
        before = len(outlet.places) + len(outlet.aliases), len(self._remarks)
        for typed, place in cells.places(told[0]):
            self._add_place(line, outlet, typed, place)
        for each in filter(None, (part.strip() for part in told[2].split(";"))):
            self._add_alias(line, outlet, each)
        if line.number != outlet.line and before == (len(outlet.places) + len(outlet.aliases), len(self._remarks)):
            self._say(line, "repeated", outlet.name, str(outlet.line))

    def _add_place(self, line: Line, outlet: NewOutlet, typed: str, place: Place | str) -> None:
        if isinstance(place, str):
            self._say(line, place, typed)
            return
        here = self._held[place.host, place.path]
        holder = next((name for name, each in here if place.meets(each)), "")
        if holder and holder != outlet.name:
            self._say(line, "taken", place.typed, holder)
        elif not holder:
            outlet.places.append(place)
            here.append((outlet.name, place))

    def _add_alias(self, line: Line, outlet: NewOutlet, typed: str) -> None:
        try:
            alias = cells.outlet_name(typed)
        except ValueError:
            self._say(line, "alias", typed)
            return
        key = name_key(alias)
        known = self._register.outlets.get(key) or self._named.get(key)
        if known and known.name != outlet.name:
            self._say(line, "alias_taken", alias, known.name)
        elif not known:
            outlet.aliases.append(alias)
            self._named[key] = outlet

    def _say(self, line: Line, what: str, value: str = "", other: str = "") -> None:
        self._remarks.append(Remark(line.number, what, value, other))


class _People:
    def __init__(self, table: Table, register: Register) -> None:
        self._table, self._register = table, register
        self._new: list[NewPerson] = []
        self._lines: dict[tuple[str, int | None], int] = {}
        self._phones: dict[str, int] = {}
        self._remarks: list[Remark] = []
        self._unchanged = 0
        self._above = ""

    def plan(self) -> Plan:
        for line in self._table.lines:
            self._take(line)
        return Plan(people=tuple(self._new), remarks=tuple(self._remarks), unchanged=self._unchanged)

    def _take(self, line: Line) -> None:
        typed = self._table.cell(line, Field.PERSON)
        self._above = self._table.cell(line, Field.OUTLET) or self._above
        if not typed:
            if any(self._table.cell(line, each) for each in (Field.PHONE, Field.CARD)):
                self._say(line, "person_name", "")
            return
        try:
            name, outlet_id = cells.person_name(typed), self._outlet(line)
        except ValueError as fault:
            self._say(line, str(fault), typed if str(fault) != "unknown_outlet" else self._above)
            return
        number, licence = self._clean(line, Field.PHONE, cells.phone), self._clean(line, Field.CARD, cells.card)
        work = cells.line_of(self._table.cell(line, Field.WORK), 60)
        area = cells.line_of(self._table.cell(line, Field.AREA), 80)
        self._add(line, NewPerson(line.number, name, number, outlet_id, work, area, licence))

    def _outlet(self, line: Line) -> int | None:
        """The outlet's id. An empty cell below a name is of a merged one."""
        if not self._above:
            return None
        known = self._register.outlets.get(name_key(self._above))
        if known is None:
            raise ValueError("unknown_outlet")
        if not self._table.cell(line, Field.OUTLET):
            self._say(line, "filled", known.name)
        return known.id

    def _clean(self, line: Line, of: Field, clean: Callable[[str], str]) -> str:
        typed = self._table.cell(line, of)
        try:
            return clean(typed)
        except ValueError as fault:
            self._say(line, str(fault), typed)
            return ""

    def _add(self, line: Line, person: NewPerson) -> None:
        key = (name_key(person.name), person.outlet_id)
        same = self._lines.get(key) or self._phones.get(person.phone)
        owner = self._register.phones.get(person.phone, "")
        if key in self._register.people or (owner and name_key(owner) == key[0]):
            self._unchanged += 1
        elif key in self._lines:
            self._say(line, "repeated", person.name, str(same))
        elif owner or same:
            self._say(line, "shared_phone", cells.shown_phone(person.phone), owner or str(same))
        else:
            self._new.append(person)
            self._lines[key] = line.number
            if person.phone:
                self._phones[person.phone] = line.number

    def _say(self, line: Line, what: str, value: str = "", other: str = "") -> None:
        self._remarks.append(Remark(line.number, what, value, other))
