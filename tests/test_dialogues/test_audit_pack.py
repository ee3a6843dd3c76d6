"""R4: one ZIP that an auditor reads without us, of what was measured, decided, looked at again and paid."""

import csv
import io
import re
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.audit_pack import write
from handlers.ledger.pack import SENT, AuditPack, MakePack, Packed
from messages.card import Saying
from messages.pack import SECTIONS
from storage import audit, rechecks, verdicts
from storage.records import ChannelKind, Json, Link, Occasion
from tests.desk import Desk
from tests.links import Coverage, coverage, silenced

ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)
HASH = "ab" * 32
NOVEMBER = date(2026, 11, 1)


async def decided(desk: Desk) -> Coverage:
    """Three links: one recognised and recapped, one refused against the rules and then recognised, one that waits."""
    all_of = await coverage(desk)
    await all_of.received(3)
    first, second = await all_of.link(1), await all_of.link(2)
    await _checked(desk, first, [])
    await _checked(desk, second, [first.id])
    async with desk.db() as db:
        looked = {"occasion": Occasion.DAY, "result": "same", "signals": ["title"], "evidence": HASH, "alike": 100}
        await rechecks.add(db, first.id, at=desk.now, **looked)
    await all_of.vera.says("akui L-1", "recognise L-1")
    await all_of.vera.says("tolak L-2 =salinan dari media lain", "refuse L-2 =salinan dari media lain")
    await all_of.vera.says("ya", "yes")
    await all_of.vera.says("rekap november", "recap november")
    await all_of.vera.presses("Tandai", "Mark as")
    await silenced(all_of.vera)
    async with desk.db() as db:
        await audit.seal(db)
    return all_of


async def _checked(desk: Desk, link: Link, copies: list[int]) -> None:
    found: Json = {"outcome": "recognised", "reasons": [], "release_id": None, "measured": {"score": 81}}
    async with desk.db() as db:
        await verdicts.add(db, link, at=desk.now, evidence=HASH, rules_version=1, copies=copies, **found)
        await audit.note(db, None, "check", f"link:{link.id}", desk.now, {**found, "rules": 1, "evidence": HASH})


def tables(content: bytes) -> dict[str, list[list[str]]]:
    """The rows of each CSV, without their titles."""
    with ZipFile(io.BytesIO(content)) as opened:
        names = [each for each in opened.namelist() if each.endswith(".csv")]
        texts = {each: opened.read(each).decode("utf-8-sig") for each in names}
    return {name[:-4]: list(csv.reader(io.StringIO(text), delimiter=";"))[1:] for name, text in texts.items()}


@ONCE
async def test_the_pack_is_read_without_us_and_names_nobody(desk: Desk, tmp_path: Path) -> None:
    await decided(desk)
    errand = MakePack(desk.office.id, NOVEMBER, desk.language)
    packs = []
    for minute in (1, 1, 2):
        await write(desk.app.database, errand, tmp_path / "pack.zip", datetime(2026, 12, 1, 3, minute, tzinfo=UTC))
        packs.append((tmp_path / "pack.zip").read_bytes())
    assert packs[0] == packs[1]
    assert packs[0] != packs[2]
    with ZipFile(io.BytesIO(packs[0])) as one, ZipFile(io.BytesIO(packs[2])) as other:
        assert sorted(one.namelist()) == sorted(["index.html", *(f"{each}.csv" for each in SECTIONS)])
        assert [each for each in one.namelist() if one.read(each) != other.read(each)] == ["index.html"]
        everything = "\n".join(one.read(each).decode() for each in one.namelist())
        page, later = (each.read("index.html").decode().splitlines() for each in (one, other))
    assert len([line for line, again in zip(page, later, strict=True) if line != again]) == 1
    assert not re.search(r"Rina|Vera|Tono", everything)
    text = "\n".join(page)
    assert not re.search(r"<script|<img|<link|src=|url\(|href=\"(?!#)", text)
    for name in SECTIONS:
        assert f'href="#{name}"' in text
        assert f'id="{name}"' in text


@pytest.mark.parametrize("setting", ["postgresql"], indirect=True)  # the other one reads SQLite
async def test_what_the_pack_says(desk: Desk, tmp_path: Path) -> None:
    all_of = await decided(desk)
    await write(desk.app.database, MakePack(desk.office.id, NOVEMBER, desk.language), tmp_path / "pack.zip", desk.now)
    found = tables((tmp_path / "pack.zip").read_bytes())
    assert [row[0] for row in found["links"]] == ["L-1", "L-2", "L-3"]
    verifier = f"no. {(await all_of.vera.record()).id}"
    assert [(row[0], row[4].endswith(verifier)) for row in found["decisions"] if row[4].endswith(verifier)] == [
        ("L-1", True),
        ("L-2", True),
    ]
    assert [(row[0], row[4]) for row in found["overrides"]] == [("L-2", "'=salinan dari media lain")]
    assert [(row[0], row[4], row[5]) for row in found["checks"]] == [("L-1", '{"score": 81}', "1"), ("L-2", '{"score": 81}', "1")]
    assert found["duplicates"] == [["L-2", "L-1"]]
    assert [(row[0], row[7]) for row in found["rechecks"]] == [("L-1", HASH)]
    assert [row[0] for row in found["ledger"]] == ["L-1"]
    seals = {row[0]: row[6] for row in found["audit"]}
    for _, _, digest, place, seal in found["evidence"]:
        assert (digest, seals[place]) == (HASH, seal)
    day, first, last, seal = found["chain"][0]
    assert (day, seals[last]) == ("2026-11-23", seal)
    assert int(first) <= min(map(int, seals))


@ONCE
async def test_what_is_too_large_comes_in_halves_and_a_day_that_is_too_large_is_had_at_the_server(desk: Desk) -> None:
    all_of = await decided(desk)
    facts: Json = {"person": (await all_of.vera.record()).id, "month": "2026-11-01", "at": desk.now.isoformat()}

    async def found_large(days: str) -> list[Saying]:
        async with desk.db() as db:
            return [
                each.saying for each in await AuditPack().tell(db, facts | {"days": days}, Packed(HASH, SENT + 1, 3), desk.now)
            ]

    [said] = await found_large("")
    assert said.facts["parts"] == ["1–15 Nov 2026", "16–30 Nov 2026"]
    await desk.app.settle()
    all_of.vera.sees("Paket audit 1–15 Nov 2026: 0 link")
    all_of.vera.sees("Paket audit 16–30 Nov 2026: 3 link")
    assert [each.name for each in all_of.vera.pictures()] == ["paket-audit-2026-11-01-15.zip", "paket-audit-2026-11-16-30.zip"]
    assert [each.card for each in await found_large("2026-11-23 2026-11-23")] == ["pack_too_large"]


@pytest.mark.parametrize("setting", ["en", "telegram", "whatsapp"], indirect=True)
async def test_staff_ask_for_it_in_chat(desk: Desk) -> None:
    all_of = await decided(desk)
    vera = all_of.vera
    for typed in (("paket audit", "audit pack"), ("paket audit kapan-kapan", "audit pack sometime")):
        await vera.says(*typed)
        vera.sees("Sebutkan bulannya", "Name the month")
    await vera.says("paket audit november", "audit pack november")
    if desk.account.kind is ChannelKind.WHATSAPP:
        vera.sees("WhatsApp tidak menerima berkas ZIP", "WhatsApp takes no ZIP")
        return
    vera.sees("Paket audit Nov 2026: 3 link. SHA-256:", "Auditor's pack Nov 2026: 3 links. SHA-256:")
    assert len(vera.pictures()) == 1
    await all_of.rina.says("paket audit november", "audit pack november")
    all_of.rina.sees("di luar tugas Anda", "not part of your")
    assert not all_of.rina.pictures()
