"""The auditor's pack of a month or some days of it: tables are read a few rows at a time and written into a ZIP, off the loop.

People stand in it under their numbers and roles. What stands in the chained log is named by its place and seal.
"""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.files import Files
from bot.packing import Pack, Row
from handlers.ledger.pack import MakePack, Packed
from messages import pack as said
from messages.wording import Words
from storage import offices, pack, rules
from storage.database import Database, OfficeDb
from storage.records import LinkState

Found = Mapping[str, Any]
Cells = Callable[[Found], Row]
OPEN: Final = LinkState.RECEIVED
# What the rules would have made of a link by themselves.
DECIDES: Final = {"recognised": LinkState.RECOGNISED, "unrelated": LinkState.NOTED, "late": LinkState.REFUSED}


async def packed(database: Database, files: Files, now: Callable[[], datetime], errand: MakePack) -> Packed:
    """Make a pack and keep it among the files."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "pack.zip")
        links = await write(database, errand, target, now())
        digest = await asyncio.to_thread(files.take_in, target)
        return Packed(digest, (await files.at_hand(digest)).stat().st_size, links)


async def write(database: Database, errand: MakePack, target: Path, now: datetime) -> int:
    """Write a pack to a path, and give how many links it holds. All of it is read in one transaction."""
    with tempfile.TemporaryDirectory() as folder:
        async with database.read() as every:
            db = every.of(await offices.office_by_id(every, errand.office_id))
            words = Words(errand.language, db.office.zone, db.office.name)
            made = _Making(db, words, errand, Pack(target, Path(folder)))
            links = await made.everything()
        titles = {name: said.titles(words, name)[0] for name in said.SECTIONS}
        opening = said.opening(words, said.span(words, errand.first, errand.last), words.moment(now))
        await asyncio.to_thread(made.pack.close, errand.language, opening, said.contents(words), titles)
    return links


class _Making:
    """One pack being made: what is learned from one table and needed for the next."""

    def __init__(self, db: OfficeDb, words: Words, errand: MakePack, made: Pack) -> None:
        self.pack = made
        self._db = db
        self._words = words
        self._errand = errand
        self._zone = ZoneInfo(db.office.zone)
        self._codes: dict[int, str] = {}
        self._roles: Mapping[int, str] = {}
        self._outcomes: dict[int, str] = {}
        self._frozen: list[Found] = []
        self._same: list[Found] = []
        self._overruled: list[Row] = []
        self._batches: set[str] = set()
        self._sealed: dict[int, tuple[str, str]] = {}
        self._days: dict[str, list[str]] = {}

    async def everything(self) -> int:
        """All tables, in the order in which one needs another."""
        db, first = self._db, self._errand.first
        since = datetime.combine(first, time(), self._zone)
        until = datetime.combine(self._errand.last + timedelta(days=1), time(), self._zone)
        found = await pack.concerned(db, since, until, first if first.day == 1 else None)
        ids = [each["id"] for each in found]
        self._codes = {each["id"]: f"L-{each['number']}" for each in found}
        self._roles = await pack.roles(db)
        await self._table("rules", _at_once([asdict(each) for each in await rules.versions(db)]), self._rule)
        await self._table("links", _at_once(found), self._link)
        await self._table("ledger", pack.payments(db, ids), self._payment)
        await self._table("audit", self._log(since), self._logged)
        await self._table("chain", _at_once([{"day": day, "held": held} for day, held in self._days.items()]), self._day)
        await self._table("checks", pack.checks(db, ids), self._check)
        await self._table("evidence", _at_once(self._frozen), self._evidence)
        others = [each for held in self._same for each in held["copies"] if each not in self._codes]
        self._codes |= {link: f"L-{number}" for link, number in (await pack.codes(db, others)).items()}
        await self._table("duplicates", _at_once(self._same), self._duplicate)
        await self._table("decisions", self._decisions(ids), self._decision)
        await self._table("overrides", _at_once([{"row": each} for each in self._overruled]), lambda held: held["row"])
        await self._table("rechecks", pack.looks(db, ids), self._look)
        await self._table("appeals", pack.objections(db, ids), self._appeal)
        return len(ids)

    async def _table(self, name: str, chunks: AsyncIterator[Sequence[Found]], cells: Cells) -> None:
        with self.pack.table(name, said.titles(self._words, name)[1]) as table:
            async for rows in chunks:
                await asyncio.to_thread(table.add, [cells(each) for each in rows])

    def _at(self, moment: datetime | None) -> str:
        """A moment by the office's clock, with how far that is from UTC."""
        return moment.astimezone(self._zone).isoformat(timespec="seconds") if moment else ""

    def _who(self, person: int | None) -> str:
        return said.actor(self._words, person or 0, self._roles.get(person or 0, ""))

    def _named(self, kind: str, code: str) -> str:
        return said.named(self._words, kind, code) if code else ""

    def _whys(self, reasons: Sequence[str]) -> str:
        return ", ".join(self._named("why", each) for each in reasons)

    def _rule(self, held: Found) -> Row:
        content = {name: value for name, value in held.items() if name not in {"version", "since", "reference", "author_id"}}
        return (str(held["version"]), held["since"].isoformat(), held["reference"], _facts(content))

    def _link(self, held: Found) -> Row:
        return (
            self._codes[held["id"]], self._at(held["received_at"]), held["outlet"], self._who(held["person_id"]),
            f"R-{held['release']}" if held["release"] else "", held["address"], held["identity"], held["kind"],
            self._named("state", held["state"]), self._named("why", held["doubt"]), self._at(held["decided_at"]),
            said.why(self._words, held["reason"]), self._named("stage", held["stage"]),
            held["recap"].strftime("%Y-%m") if held["recap"] else "",
        )  # fmt: skip

    def _payment(self, held: Found) -> Row:
        self._batches.add(f"batch:{held['batch_id']}")
        return (
            self._codes[held["link_id"]], self._at(held["at"]), self._named("stage", held["was"]),
            self._named("stage", held["stage"]), held["recap"].strftime("%Y-%m") if held["recap"] else "", held["document"],
            held["reference"], held["dated"].isoformat() if held["dated"] else "", self._who(held["person_id"]),
            f"batch:{held['undoes']}" if held["undoes"] else "",
        )  # fmt: skip

    async def _log(self, since: datetime) -> AsyncIterator[Sequence[Found]]:
        """The rows about these links and what was marked; of all others only where their day stands in the chain."""
        about = {f"link:{each}" for each in self._codes} | self._batches
        async for rows in pack.log(self._db, since):
            for row in rows:
                day, place = self._at(row["at"])[:10], str(row["place"])
                self._days.setdefault(day, [place, place, ""])[1:] = [place, row["seal"]]
                if row["deed"] == "check" and row["object"] in about:
                    self._sealed[int(row["object"].partition(":")[2])] = (place, row["seal"])
            yield [row for row in rows if row["object"] in about]

    def _logged(self, held: Found) -> Row:
        return (
            str(held["place"]), self._at(held["at"]), self._who(held["actor_id"]), held["deed"], held["object"],
            _facts(held["facts"]), held["seal"],
        )  # fmt: skip

    def _day(self, held: Found) -> Row:
        return (held["day"], *held["held"])

    def _check(self, held: Found) -> Row:
        self._outcomes[held["link_id"]] = held["outcome"]
        if held["evidence"]:
            self._frozen.append({name: held[name] for name in ("link_id", "at", "evidence")})
        if held["copies"]:
            self._same.append({name: held[name] for name in ("link_id", "copies")})
        return (
            self._codes[held["link_id"]], self._at(held["at"]), self._named("outcome", held["outcome"]),
            self._whys(held["reasons"]), _facts(held["measured"]), str(held["rules_version"]),
        )  # fmt: skip

    def _evidence(self, held: Found) -> Row:
        link = held["link_id"]
        return (self._codes[link], self._at(held["at"]), held["evidence"], *self._sealed.get(link, ("", "")))

    def _duplicate(self, held: Found) -> Row:
        return (self._codes[held["link_id"]], ", ".join(self._codes.get(each, str(each)) for each in held["copies"]))

    async def _decisions(self, ids: Sequence[int]) -> AsyncIterator[Sequence[Found]]:
        """Each step; and beside them those by which a person decided otherwise than was decided, or measured, before."""
        async for rows in pack.decisions(self._db, ids):
            stands: dict[int, str] = {}
            for row in rows:
                link, state = row["link_id"], row["state"]
                before = stands.get(link) or str(DECIDES.get(self._outcomes.get(link, ""), ""))
                overruled = before not in {"", OPEN, state} and (state != OPEN or link in stands)
                if row["person_id"] and overruled:
                    step = self._decision(row)
                    self._overruled.append((*step[:2], self._named("state", before), *step[2:]))
                if state != OPEN or link in stands:
                    stands[link] = state
            yield rows

    def _decision(self, held: Found) -> Row:
        version = "" if held["rules_version"] is None else str(held["rules_version"])
        return (
            self._codes[held["link_id"]], self._at(held["at"]), self._named("state", held["state"]),
            said.why(self._words, held["reason"]), self._who(held["person_id"]), version,
        )  # fmt: skip

    def _look(self, held: Found) -> Row:
        alike = "" if held["alike"] is None else str(held["alike"])
        return (
            self._codes[held["link_id"]], self._at(held["at"]), held["occasion"], self._named("result", held["result"]),
            ", ".join(held["signals"]), alike, held["difference"], held["evidence"],
        )  # fmt: skip

    def _appeal(self, held: Found) -> Row:
        decided = self._who(held["decided_by"]) if held["decided_at"] else ""
        return (
            self._codes[held["link_id"]], self._at(held["raised_at"]), self._at(held["due_at"]), held["words"],
            self._named("appeal", held["state"]), decided, self._at(held["decided_at"]), said.why(self._words, held["reason"]),
        )  # fmt: skip


async def _at_once(rows: Sequence[Found]) -> AsyncIterator[Sequence[Found]]:
    yield rows


def _facts(held: object) -> str:
    """Facts as text, in one order."""
    return json.dumps(held, ensure_ascii=False, sort_keys=True, default=str)
