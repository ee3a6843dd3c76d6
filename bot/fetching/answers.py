"""Rule: what a status, a header or a broken connection asks us to do next."""

from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

from handlers.links.visit import Fault, Hop

PAGES: Final = frozenset({"text/html", "application/xhtml+xml", ""})
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
PATIENCE: Final = frozenset({408, 425, 429})  # and all from 500 on
ABSENT: Final = frozenset({404, 410})
BUSY: Final = frozenset({429, 503})  # statuses whose Retry-After is obeyed
REST, LONGEST_REST = 60.0, 86_400.0  # seconds


class Unfetched(Exception):
    """There is no page; `fault` says what to do next, `hops` what was asked on the way, `wait` the seconds it asked for."""

    def __init__(self, fault: Fault, wait: float = 0.0) -> None:
        super().__init__(fault)
        self.fault = fault
        self.wait = wait
        self.hops: tuple[Hop, ...] = ()


def fault_of(status: int, headers: Mapping[str, str]) -> Fault | None:
    """Why an answer that is no redirect has no page in it; None where it has."""
    if status in ABSENT:
        return Fault.GONE
    if "cf-mitigated" in headers:  # a riddle for people, at whatever status
        return Fault.REFUSED
    if status in PATIENCE or status >= 500:
        return Fault.LATER
    if status >= 400:
        return Fault.REFUSED
    kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return None if status == 200 and kind in PAGES else Fault.NOT_A_PAGE


def shows_error(status: int, headers: Mapping[str, str]) -> bool:
    """Whether an answer is a page that says there is none, or that the site is not well."""
    kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return (status in ABSENT or status >= 500) and kind in PAGES and "cf-mitigated" not in headers


def rest_asked(status: int, headers: Mapping[str, str], now: datetime) -> float:
    """Seconds for which a host asks to be left alone; 0 where it does not ask."""
    said = headers.get("Retry-After", "").strip()
    if status not in BUSY or not (said or status == 429):
        return 0.0
    if said.isascii() and said.isdigit():
        return min(float(said[:9]), LONGEST_REST)
    try:
        until = parsedate_to_datetime(said)
        return min(max((until - now).total_seconds(), 0.0), LONGEST_REST)
    except (ValueError, TypeError):  # no date, or one without a zone
        return REST
