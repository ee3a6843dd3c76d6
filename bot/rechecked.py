"""What came to a link's evidence after it was judged, gone through: each later look, what it froze, and the page's picture."""

import asyncio
import hashlib
from collections.abc import Callable, Collection, Sequence

from bot.files import Files
from storage import audit, pictures, rechecks
from storage.database import OfficeDb
from storage.records import Json, Recheck


async def faults(db: OfficeDb, files: Files, intact: Callable[[bytes], bool], dropped: Collection[str]) -> Sequence[str]:
    """What is not as it was written, a line each. `dropped` are the links whose evidence was kept long enough."""
    return [*await _of_looks(db, files, intact, dropped), *await _of_pictures(db, files, dropped)]


async def _of_looks(db: OfficeDb, files: Files, intact: Callable[[bytes], bool], dropped: Collection[str]) -> Sequence[str]:
    noted, kept = await audit.facts_of(db, "recheck"), await rechecks.numbered(db)
    wrong = []
    for number, look in kept.items():
        what = f"look {number} at link:{look.link_id}"
        if noted.get(f"recheck:{number}") != _said(look):
            wrong.append(f"{what} is not the one that the audit names")
        elif look.evidence and (fault := await _fault(files, look.evidence, intact)):
            wrong.append(f"the bundle of {what} is {fault} ({look.evidence})")
    gone = [(each, facts) for each, facts in noted.items() if each not in {f"recheck:{number}" for number in kept}]
    return [*wrong, *(f"{each} is gone" for each, facts in gone if f"link:{facts['link']}" not in dropped)]


async def _of_pictures(db: OfficeDb, files: Files, dropped: Collection[str]) -> Sequence[str]:
    noted, kept = await audit.facts_of(db, "picture"), await pictures.everything(db)
    wrong = []
    for link_id, each in kept.items():
        if noted.get(f"link:{link_id}") != {"evidence": each.evidence, "picture": each.digest}:
            wrong.append(f"the picture of link:{link_id} is not the one that the audit names")
        elif fault := await _fault(files, each.digest, lambda _: True):
            wrong.append(f"the picture of link:{link_id} is {fault} ({each.digest})")
    lost = noted.keys() - {f"link:{each}" for each in kept} - set(dropped)
    return [*wrong, *(f"the picture of {each} is gone" for each in sorted(lost))]


def _said(look: Recheck) -> Json:
    """A look as the audit names it."""
    return {
        "link": look.link_id, "occasion": look.occasion, "result": look.result, "signals": list(look.signals),
        "status": look.status, "alike": look.alike, "tries": look.tries, "difference": look.difference,
        "evidence": look.evidence,
    }  # fmt: skip


async def _fault(files: Files, digest: str, intact: Callable[[bytes], bool]) -> str:
    """What is wrong with a file; empty where nothing is."""
    try:
        content = await files.read(digest)
    except OSError:
        return "not there"
    whole = hashlib.sha256(content).hexdigest() == digest and await asyncio.to_thread(intact, content)
    return "" if whole else "not as it was frozen"
