"""Nothing secret leaves in a log, whoever wrote the line and however deep it was hidden."""

import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest
import structlog

from bot import logs
from bot.logs import hidden

TOKEN = "7000123:AAH-planted_token_that_no_error_may_show"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def told() -> Iterator[io.StringIO]:
    """The stream of a desk that is no terminal; how logs were before is put back."""
    held, hook, level = list(logging.root.handlers), sys.excepthook, logging.root.level
    stream = io.StringIO()
    logs.set_up(stream)
    yield stream
    logging.root.handlers[:] = held
    logging.root.setLevel(level)
    sys.excepthook = hook
    structlog.reset_defaults()


PLANTED = {
    f"cannot connect to https://api.telegram.org/bot{TOKEN}/getMe": "planted",
    f"https://api.telegram.org/file/bot{TOKEN}/photos/1.jpg": "planted",
    "Bearer EAAGplantedplantedplantedplanted1": "planted",
    '{"access_token": "plantedplantedplanted"}': "planted",
    "verify_token=planted-planted-planted&x=1": "planted",
    "postgresql://meja:planted@127.0.0.1/meja": "planted",
    "/start planted-planted-": "planted-",
    "https://t.me/meja_bot?start=plantedplanted16": "planted",
    "tulis ke 0812-1234-5678 ya": "1234",
    "chat 6281212345678 not found": "1234",
    "+49 151 23456789": "2345",
    "chat=4915123456789": "2345",
    "kode 482913 sudah dipakai": "482913",
    "kode Anda: 482 913.": "913",
    "code=482913": "482913",
    '{"text": "482913"}': "482913",
}
PLAIN = (
    "2026-11-24T19:34:23.123456Z [info] event answered row=482913 account=7",
    '{"row": 482913, "took": 0.123456, "port": 8080}',
    "2026-11-24 19:34:23,123 R-231 L-10482, 76 dari 76, 21.41 WIB",
    "events=[1, 2, 3] status 502, https://kabarcontoh.com/read/2026/11/banjir-123",
    "token was changed, password is missing",
)


@pytest.mark.parametrize("text", PLANTED)
def test_what_is_secret_is_taken_out(text: str) -> None:
    assert PLANTED[text] not in hidden(text)
    assert hidden(text) != text


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_not_secret_stays(text: str) -> None:
    assert hidden(text) == text


def connect() -> None:
    raise ConnectionError(f"https://x/bot{TOKEN}/getMe of 0812 1234 5678")


def test_a_line_is_json_and_clean_wherever_the_secret_was(told: io.StringIO) -> None:
    log = structlog.get_logger()
    log.warning("not sent", detail={"url": [f"https://x/bot{TOKEN}/sendMessage"]}, row=482913)
    try:
        connect()
    except ConnectionError:
        log.exception("poll failed")
        logging.getLogger("invented.library").exception("by a library, %s", TOKEN)
    sys.excepthook(ValueError, ValueError(f"nobody caught {TOKEN}"), None)
    *lines, last = told.getvalue().splitlines()
    assert "planted" not in told.getvalue()
    assert "5678" not in told.getvalue()
    told_of = [json.loads(each) for each in lines]
    assert [each["level"] for each in told_of] == ["warning", "error", "error"]
    assert told_of[0]["row"] == 482913
    assert all("ConnectionError" in each["exception"] for each in told_of[1:])
    assert last == "ValueError: nobody caught <token>"


def test_at_a_terminal_lines_are_plain(told: io.StringIO) -> None:
    stream = Terminal()
    logs.set_up(stream)
    structlog.get_logger().warning("not sent", detail=TOKEN)
    assert "event='not sent' detail='<token>'" in stream.getvalue()
