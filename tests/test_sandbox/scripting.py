"""The API as a script calls it."""

from dataclasses import dataclass
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient

from storage.records import Json

Client = TestClient[web.Request, web.Application]


@dataclass
class Script:
    """Somebody's script, with the base address and what it may call."""

    client: Client

    async def get(self, path: str, **headers: str) -> tuple[int, Any]:
        async with self.client.get(f"/sandbox{path}", headers=headers) as answer:
            return answer.status, await answer.json()

    async def post(self, path: str, headers: dict[str, str] | None = None, **how: Any) -> tuple[int, Any]:
        async with self.client.post(f"/sandbox{path}", headers=headers, **how) as answer:
            return answer.status, await answer.json()

    async def say(self, person: int, text: str) -> None:
        assert await self.post(f"/api/people/{person}/say", json={"text": text}) == (200, {})

    async def chat(self, person: int, after: int = 0) -> list[Json]:
        status, entries = await self.get(f"/api/people/{person}/chat?after={after}")
        assert status == 200
        return list(entries)
