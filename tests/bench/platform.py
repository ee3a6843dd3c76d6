"""A light Bot API server for measurements, in a process of its own: it takes messages, keeps a limit, and counts.

`sendMessage` and `getUpdates` alone are played; honesty in all else is the business of tests/channels/telegram_server.py.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any

import uvloop

TOKEN = "7000:AAH-of_the_measured_bot"
ME = {"id": 7000, "is_bot": True, "first_name": "Meja", "username": "meja_bot"}
MOST_UPDATES = 100
NOTHING = b'{"ok": true, "result": []}'
QUIET = 0.2  # seconds that a poll hangs where nothing came
BUSY = b'{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1","parameters":{"retry_after":1}}'


class Platform:
    """What the server knows: its habits, and what it took."""

    def __init__(self) -> None:
        self.latency = 0.0  # seconds
        self.limit = 0  # messages in any second; 0 for none
        self.chats: Counter[str] = Counter()
        self.taken: list[float] = []  # when each message was taken, monotonic
        self.refused: list[float] = []
        self._window: deque[float] = deque()
        self._crowd = 0  # how many people come, one after the other, and say /start
        self._coming = 0.0  # how many of them in a second
        self._began = 0.0
        self._heard = 0  # the last of them that was confirmed

    def answer(self, path: str, body: bytes) -> tuple[str, bytes]:
        """A status line's number with its reason, and a body."""
        name = path.rpartition("/")[2].lower()
        if name == "getupdates":
            return "200 OK", json.dumps({"ok": True, "result": self._updates(int(_field(body, "offset") or 0))}).encode()
        if name != "sendmessage":
            return "200 OK", json.dumps({"ok": True, "result": ME if name == "getme" else True}).encode()
        now = time.monotonic()
        while self._window and now - self._window[0] >= 1.0:
            self._window.popleft()
        if self.limit and len(self._window) >= self.limit:
            self.refused.append(now)
            return "429 Too Many Requests", BUSY
        self._window.append(now)
        self.taken.append(now)
        chat = _field(body, "chat_id")
        self.chats[chat] += 1
        return "200 OK", (
            b'{"ok":true,"result":{"message_id":%d,"date":1790000000,"chat":{"id":%b,"type":"private","first_name":"Rina"},"text":"x"}}'
            % (len(self.taken), chat.encode() or b"1")
        )

    def _updates(self, offset: int) -> list[dict[str, Any]]:
        """Who has come and was not confirmed."""
        self._heard = max(self._heard, offset - 1)
        there = min(self._crowd, int((time.monotonic() - self._began) * self._coming)) if self._crowd else 0
        return [says_start(number) for number in range(self._heard + 1, min(there, self._heard + MOST_UPDATES) + 1)]

    def told(self) -> dict[str, Any]:
        """What it took: how many, how fast, how often twice."""
        return {
            "taken": len(self.taken), "chats": len(self.chats), "twice": {chat: n for chat, n in self.chats.items() if n > 1},
            "refused": len(self.refused), "refusals": self.refused, "moments": self.taken,
            "heard": self._heard,
        }  # fmt: skip

    def obey(self, wishes: dict[str, Any]) -> dict[str, Any]:
        """Take other habits."""
        self.latency, self.limit = wishes.get("latency", self.latency), wishes.get("limit", self.limit)
        if "crowd" in wishes:
            self._crowd, self._coming, self._began = wishes["crowd"], wishes["coming"], time.monotonic()
        return {"pid": os.getpid()}


class Connection(asyncio.Protocol):
    """One keep-alive connection, one request at a time."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._held = b""

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._held += data
        while (end := self._held.find(b"\r\n\r\n")) >= 0:
            head = self._held[:end].decode("latin-1")
            length = next((int(line[15:]) for line in head.split("\r\n") if line.lower().startswith("content-length:")), 0)
            if len(self._held) < end + 4 + length:
                return
            body, self._held = self._held[end + 4 : end + 4 + length], self._held[end + 4 + length :]
            self._serve(head.split(" ", 2)[1], body)

    def _serve(self, path: str, body: bytes) -> None:
        if path == "/chats":
            return self._reply("200 OK", json.dumps(self._platform.chats).encode())
        if path == "/taken":  # asked again and again, beside what is measured
            return self._reply("200 OK", json.dumps({"taken": len(self._platform.taken)}).encode())
        if path == "/told":
            return self._reply("200 OK", json.dumps(self._platform.told()).encode())
        if path == "/obey":
            return self._reply("200 OK", json.dumps(self._platform.obey(json.loads(body))).encode())
        answer = self._platform.answer(path, body)  # counted when it comes in
        if wait := QUIET if answer[1] == NOTHING else self._platform.latency:
            asyncio.get_running_loop().call_later(wait, self._reply, *answer)
            return None
        return self._reply(*answer)

    def _reply(self, status: str, body: bytes) -> None:
        if not self._transport.is_closing():
            head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            self._transport.write(head.encode() + body)


def says_start(number: int) -> dict[str, Any]:
    """Person `number` writes to us for the first time."""
    who = {"id": number, "first_name": f"Wartawan {number}"}
    said = {"message_id": 1, "date": 1790000000, "chat": {**who, "type": "private"}, "from": {**who, "is_bot": False}}
    return {"update_id": number, "message": {**said, "text": "/start"}}


def _field(body: bytes, name: str) -> str:
    """A number in a request, as JSON or as a form."""
    if body[:1] == b"{":
        return str(json.loads(body).get(name, ""))
    for marker in (f'name="{name}"\r\n\r\n'.encode(), f"{name}=".encode()):
        at = body.find(marker)
        if at >= 0:
            digits = body[at + len(marker) :]
            return digits[: next((i for i, each in enumerate(digits) if not 48 <= each <= 57), len(digits))].decode()
    return ""


async def serve() -> None:
    """Listen on a free port, say which, and serve until the input ends."""
    platform, loop = Platform(), asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(platform), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


@dataclass(frozen=True)
class Running:
    """A platform in its process, seen from outside."""

    port: int

    @property
    def url(self) -> str:
        """Its root, as a setting names it."""
        return f"http://127.0.0.1:{self.port}"

    def told(self) -> dict[str, Any]:
        """What it took so far."""
        return self._ask("/told", {})

    def taken(self) -> int:
        """How many messages it took so far."""
        return int(self._ask("/taken", {})["taken"])

    def chats(self) -> dict[str, int]:
        """How many messages each chat got."""
        return self._ask("/chats", {})

    def obey(self, **wishes: object) -> None:
        """Take other habits: `latency` in seconds, `limit` a second, a `crowd` of so many, `coming` so many a second."""
        self._ask("/obey", wishes)

    def _ask(self, path: str, wishes: dict[str, object]) -> dict[str, Any]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("POST", path, json.dumps(wishes))
        answer = json.load(connection.getresponse())
        connection.close()
        return dict(answer)


@contextmanager
def platform(**habits: object) -> Iterator[Running]:
    """A platform that lives as long as the block."""
    command = [sys.executable, "-m", "tests.bench.platform"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None or process.stdin is None:
            raise RuntimeError("no pipes")
        try:
            running = Running(int(process.stdout.readline()))
            running.obey(**habits)
            yield running
        finally:
            process.stdin.close()


if __name__ == "__main__":
    uvloop.run(serve())
