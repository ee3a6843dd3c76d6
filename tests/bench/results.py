"""What every measurement does with its figures: medians over repetitions, a table for people, JSON for machines."""

import json
import logging
import os
import platform
import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import structlog
from structlog.typing import EventDict

FOLDER = Path("var/bench")


def quiet() -> None:
    """Only errors are logged, a line each: what a measurement provokes is no news."""
    structlog.configure(
        [structlog.processors.add_log_level, short, structlog.dev.ConsoleRenderer()],
        structlog.make_filtering_bound_logger(logging.ERROR),
    )


def short(_logger: object, _name: str, event: EventDict) -> EventDict:
    """The fault alone, without the way to it."""
    fault = sys.exc_info()[1] if event.pop("exc_info", None) else None
    return {**event, "fault": repr(fault)[:200]} if fault else event


def medians(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The median of each figure over the runs of one contestant."""
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def share(values: Sequence[float], part: float) -> float:
    """The value below which a part of them lies: 0.95 for the p95; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else 0.0


def busiest(moments: Sequence[float], seconds: float = 1.0) -> int:
    """The most that fell into any sliding window of so many seconds."""
    ordered, most, first = sorted(moments), 0, 0
    for last, moment in enumerate(ordered):
        while moment - ordered[first] >= seconds:
            first += 1
        most = max(most, last - first + 1)
    return most


def show(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table; numbers stand right."""
    cells = [list(head), *([_cell(each) for each in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    for row in cells:
        padded = [
            each.ljust(width) if not at else each.rjust(width) for at, (each, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(padded).rstrip(), flush=True)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def write(name: str, figures: Mapping[str, Any]) -> None:
    """Keep the figures, with the machine they were measured on."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    machine = {"system": platform.platform(), "cores": os.cpu_count(), "python": platform.python_version()}
    path = FOLDER / f"{name}.json"
    path.write_text(json.dumps({"machine": machine, **figures}, indent=1))
    print(f"written to {path}", flush=True)
