"""What is asked of files and database together: texts are kept, bytes and logs forgotten, a log is gone through."""

import asyncio

from bot.evidence import examine_office
from bot.files import Files
from handlers.privacy.export import KeepTexts, Kept
from handlers.privacy.forget import Forget
from handlers.privacy.log import Examine, Examined
from storage import audit, offices
from storage.copies import cut_log, path_of
from storage.database import Database


async def keep_texts(files: Files, errand: KeepTexts) -> Kept:
    """Each text as a file."""
    held = [text.encode() for text in errand.texts]
    return Kept(tuple([await files.keep(each) for each in held]), tuple(len(each) for each in held))


async def forget(database: Database, files: Files, errand: Forget) -> None:
    """Drop the bytes, and cut the database's log. OSError while a reader still needs that: it is tried again."""
    for digest in errand.digests:
        await files.drop(digest)
    if not await asyncio.to_thread(cut_log, path_of(str(database.url))):
        raise OSError("somebody still reads from the database's log")


async def examine(database: Database, files: Files, errand: Examine) -> Examined:
    """An office's chain, and then its evidence."""
    async with database.read() as db:
        own = db.of(await offices.office_by_id(db, errand.office_id))
        chain = await audit.examine(own)
        faults = [each.words for each in await examine_office(own, files) if not each.good]
    return Examined(chain.sealed, chain.head, tuple(faults[:1]), max(len(faults) - 1, 0))
