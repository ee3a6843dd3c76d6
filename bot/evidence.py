"""What was published, frozen: a page as it came and what was read from it, in one bundle that is written once.

The bundle is an ordinary ZIP, so that it can be opened without us, years later. Its SHA-256 is its name among the files; the
verdict names it, and so does the audit, whose rows are chained: who changes one of the three is found out.
"""

import asyncio
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from bot import rechecked
from bot.files import Files
from bot.finding import Finding
from bot.visiting import Visiting
from handlers.links.article import Article
from handlers.links.visit import Page, Visit, Visited
from storage import audit, offices, retention, verdicts
from storage.database import Database, OfficeDb
from storage.records import Json
from storage.verdicts import Kept

PAGE, TEXT, ABOUT = "page.html", "text.txt", "about.json"
SHOWN = 20  # faults of an office; the rest is counted
REMEDY = "Compare with a backup: the database or a file was changed by hand"


async def frozen(visit: Visiting, files: Files, errand: Visit) -> Visited:
    """Make a visit, and keep what was found before anything is decided by it."""
    found = await visit(errand)
    return replace(found, evidence=await freeze(files, found)) if found.page else found


async def freeze(files: Files, found: Visited) -> str:
    """Keep what was found, and give the SHA-256 by which it is named; empty where no page was."""
    return await files.keep(await asyncio.to_thread(bundled, found.page, found.article, found.further)) if found.page else ""


def bundled(page: Page, article: Article | None, further: Sequence[Page] = ()) -> bytes:
    """The bundle of a page. Its parts bear no time of their own: the same page read the same way gives the same bytes."""
    parts = {PAGE: page.body, TEXT: article.text.encode() if article else b""}
    parts |= {f"page-{number}.html": each.body for number, each in enumerate(further, 2)}
    about = _about(page, article, _digests(parts)) | {"further": [[asdict(hop) for hop in each.hops] for each in further]}
    parts[ABOUT] = json.dumps(about, ensure_ascii=False, indent=1).encode()
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as bundle:
        for name, content in parts.items():
            bundle.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return held.getvalue()


def _about(page: Page, article: Article | None, digests: Mapping[str, str]) -> Json:
    read = asdict(article) if article else {}
    read.pop("text", None)
    published = article.published.isoformat() if article and article.published else ""
    return {
        "asked": page.asked, "chain": [asdict(each) for each in page.hops], "headers": page.headers, "charset": page.charset,
        "at": page.at.isoformat(), "read": read | {"published": published}, "sha256": digests,
    }  # fmt: skip


def _digests(parts: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}


async def examine(database: Database, files: Files) -> Sequence[Finding]:
    """Go through the evidence of every office: the files, what the verdicts say, and the chained audit. Changes nothing."""
    found: list[Finding] = []
    async with database.read() as db:
        for office in await offices.all_offices(db):
            found += await examine_office(db.of(office), files)
    return found


async def examine_log(database: Database) -> Sequence[Finding]:
    """Go through the chained audit of every office. Changes nothing."""
    async with database.read() as db:
        return [each for office in await offices.all_offices(db) for each in await _chain(db.of(office))]


async def _chain(db: OfficeDb) -> Sequence[Finding]:
    """One finding: the chain is whole, with the last seal to note down, or its first link that is not."""
    found = await audit.examine(db)
    if found.broken:
        return [Finding(False, db.office.name, str(found.broken), REMEDY)]
    if found.cut:
        return [Finding(False, db.office.name, f"the last {found.cut} rows of the audit are gone", REMEDY)]
    whole = f"{found.sealed} rows of the audit are linked; the last seal is {found.head[:16] or 'none'}"
    return [Finding(True, db.office.name, whole)]


async def examine_office(db: OfficeDb, files: Files) -> Sequence[Finding]:
    """The same of one office."""
    name, chain = db.office.name, [each for each in await _chain(db) if not each.good]
    noted, kept = await audit.facts_of(db, "check"), await verdicts.everything(db)
    wrong = [Finding(False, name, line, REMEDY) for each in kept if (line := await _fault(each, noted, files))]
    dropped = await retention.dropped_evidence(db)
    lost = noted.keys() - {f"link:{each.link_id}" for each in kept} - dropped
    wrong += [Finding(False, name, f"the verdict on {each} is gone", REMEDY) for each in sorted(lost)]
    wrong += [Finding(False, name, line, REMEDY) for line in await rechecked.faults(db, files, intact, dropped)]
    if chain or wrong:
        more = [Finding(False, name, f"{len(wrong) - SHOWN} more", REMEDY)] if len(wrong) > SHOWN else []
        return [*chain, *wrong[:SHOWN], *more]
    bundles = sum(1 for each in kept if each.evidence)
    return [Finding(True, name, f"{len(kept)} verdicts and {bundles} bundles are as they were written")]


async def _fault(kept: Kept, noted: Mapping[str, Json], files: Files) -> str:
    """What is wrong with a verdict; empty where nothing is."""
    said = {
        "outcome": kept.outcome, "reasons": list(kept.reasons), "release_id": kept.release_id, "measured": kept.measured,
        "rules": kept.rules_version, "evidence": kept.evidence,
    }  # fmt: skip
    if noted.get(f"link:{kept.link_id}") != said:
        return f"the verdict on link:{kept.link_id} is not the one that the audit names"
    if not kept.evidence:
        return ""
    try:
        content = await files.read(kept.evidence)
    except OSError:
        return f"the bundle of link:{kept.link_id} is not there ({kept.evidence})"
    whole = hashlib.sha256(content).hexdigest() == kept.evidence and await asyncio.to_thread(intact, content)
    return "" if whole else f"the bundle of link:{kept.link_id} is not as it was frozen ({kept.evidence})"


def html_of(bundle: bytes) -> str:
    """The page of a bundle, as it is read. ValueError where it has none."""
    try:
        with ZipFile(io.BytesIO(bundle)) as opened:
            return opened.read(PAGE).decode(json.loads(opened.read(ABOUT))["charset"], errors="replace")
    except (BadZipFile, KeyError, LookupError):
        raise ValueError("no page in the bundle") from None


def intact(bundle: bytes) -> bool:
    """Whether the parts of a bundle are those that it lists."""
    try:
        with ZipFile(io.BytesIO(bundle)) as opened:
            listed = json.loads(opened.read(ABOUT))["sha256"]
            parts = {name: opened.read(name) for name in sorted({PAGE, TEXT, *listed, *opened.namelist()} - {ABOUT})}
    except (BadZipFile, KeyError, ValueError):
        return False
    return bool(listed == _digests(parts))
