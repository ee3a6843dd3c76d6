"""Logs: a line a thing, for people at a terminal and as JSON for machines; secrets are taken out in one place.

That place is the stream itself, the last before the line leaves: so a traceback, a library's own words and what
somebody nested in a field pass it too.
"""

import json
import logging
import re
import sys
import traceback
from typing import Any, Protocol, TextIO

import structlog

# In this order: what is a secret by its shape, by the name before it, and by its digits alone.
SECRETS = (
    (re.compile(r"\d{3,12}:[A-Za-z0-9_-]{30,}"), "<token>"),
    (re.compile(r"\bEAA[A-Za-z0-9]{20,}"), "<token>"),
    (re.compile(r"(\w://[^/\s:@]*):[^/\s@]+@"), r"\1:<hidden>@"),
    (re.compile(r"(?i)(start(?:=|%20| )|mulai(?:%20| ))[A-Za-z0-9_-]{16}(?![\w-])"), r"\1<code>"),
    (re.compile(r"(?i)(secret|token|password|bearer)(\\?[\"']?[=: ]+\\?[\"']?)[^\s\"'\\&,;]{12,}"), r"\1\2<hidden>"),
    (re.compile(r"(?i)(code|kode)(\\?[\"']?[=: ]+\\?[\"']?)\d{4,8}\b"), r"\1\2<code>"),
    (re.compile(r"(?<![\w.])\+[1-9][0-9 .()-]{7,16}[0-9]"), "<phone>"),
    (re.compile(r"(?<![\w.:-])(?:62|0)8[0-9][0-9 .-]{6,13}[0-9]"), "<phone>"),
    (re.compile(r"(?<![\w.:-])\d{11,14}(?![\w.])"), "<phone>"),
    # Six digits that stand in words; a number that is a field's own value is a row's.
    (re.compile(r"(?<![\w.:\[=-])(?<!\": )\d{3} ?\d{3}(?![\w:-]|\.\d)"), "<code>"),
)


class Writes(Protocol):
    """Where lines go."""

    def write(self, text: str, /) -> object:
        """Take some text."""

    def flush(self) -> None:
        """Let go of it."""


def hidden(text: str) -> str:
    """The text without tokens, secrets, phone numbers and one-time codes."""
    for pattern, instead in SECRETS:
        text = pattern.sub(instead, text)
    return text


class Guarded:
    """A stream that nothing secret passes."""

    def __init__(self, stream: Writes) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write it without its secrets."""
        self._stream.write(hidden(text))

    def flush(self) -> None:
        """Let go of what was written."""
        self._stream.flush()


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, Any] = {
            "timestamp": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            "logger": record.name,
        }
        return json.dumps(said | ({"exception": self.formatException(record.exc_info)} if record.exc_info else {}))


def set_up(stream: TextIO | None = None, least: int = logging.INFO) -> None:
    """Log to standard error, libraries from warnings upwards: plain lines at a terminal, else JSON."""
    chosen = stream or sys.stderr
    guarded, plain = Guarded(chosen), chosen.isatty()
    handler = logging.StreamHandler(guarded)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s") if plain else _Json())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    order = ["timestamp", "level", "event"]
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(key_order=order) if plain else structlog.processors.JSONRenderer(default=str),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.WriteLoggerFactory(guarded),  # type: ignore[arg-type]  # it asks for write and flush only
    )
    sys.excepthook = lambda *wrong: guarded.write("".join(traceback.format_exception(*wrong)))
