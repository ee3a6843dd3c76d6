"""What runs in the reading process. The desk itself imports this file, so that what is heavy is imported when it runs."""

import logging
import os
import resource
import signal
from pathlib import Path
from typing import Final

from handlers.links.article import Article

SIZE: Final = Path("/proc/self/statm")  # pages of memory, the first number being all that is mapped
KIND: Final = 10  # steps below everybody: the desk answers people first


class Unreadable(ValueError):
    """A page that no article can be read from; carries the name of what went wrong, since not every error can travel."""


def confine(growth: int) -> None:
    """Bound this process to what it is now and `growth` bytes more; a kill ends it at once, in the middle of C as well."""
    from bot.reading import extract  # noqa: F401, PLC0415 - its size counts as what the process is

    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    logging.disable()  # here alone: a page that cannot be read is news to whoever asked, not to the log of a library
    os.nice(KIND)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # no page writes to our log
    if SIZE.exists():
        bound = int(SIZE.read_text(encoding="ascii").split()[0]) * resource.getpagesize() + growth
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))


def article_in(body: bytes, charset: str, address: str, zone: str) -> Article:
    """What stands on a page. Raises Unreadable."""
    from bot.reading.extract import article_of  # noqa: PLC0415 - heavy, and here already

    try:
        return article_of(body.decode(charset, errors="replace"), address, zone)
    except Exception as fault:  # noqa: BLE001 - a hostile page can make a parser raise anything
        name = type(fault).__name__
    raise Unreadable(name)
