"""Logs for people: one line each, secrets and phone numbers taken out in one place."""

import logging
import re
import sys

import structlog
from structlog.typing import EventDict, WrappedLogger

# A Telegram token, a long opaque secret after a telling name, an Indonesian or international phone number.
SECRETS = (
    (re.compile(r"\b\d{6,12}:[A-Za-z0-9_-]{30,}"), "<token>"),
    (re.compile(r"(?i)(secret|token|password|bearer)([\"'=: ]+)[A-Za-z0-9._-]{12,}"), r"\1\2<hidden>"),
    (re.compile(r"(?<![\w.])(?:\+?62|0)8[0-9][0-9 .-]{6,13}[0-9]"), "<phone>"),
)


def hidden(text: str) -> str:
    """The text without secrets and phone numbers."""
    for pattern, instead in SECRETS:
        text = pattern.sub(instead, text)
    return text


def _hide(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    return {name: hidden(value) if isinstance(value, str) else value for name, value in event.items()}


class _Redacted(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = hidden(record.getMessage()), None
        return True


def set_up() -> None:
    """Log to standard error; libraries from warnings upwards."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_Redacted())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True, format="%(levelname)s %(name)s %(message)s")
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            _hide,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
