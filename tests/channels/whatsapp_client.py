"""A client that does nothing by itself: requests to our Cloud API server as a test writes them."""

import io
from typing import Any

import aiohttp

from tests.channels.whatsapp_server import WhatsAppServer
from tests.channels.whatsapp_state import Json


class Client:
    """Requests as they are, and the answers to them."""

    def __init__(self, server: WhatsAppServer, session: aiohttp.ClientSession) -> None:
        self._server = server
        self._session = session

    async def asks(self, method: str, path: str, **request: Any) -> tuple[int, Json]:
        async with self._session.request(method, f"{self._server.url}/v23.0/{path}", **request) as answer:
            return answer.status, await answer.json()

    async def sends(self, to: str, kind: str, value: Json, **more: Any) -> tuple[int, Json]:
        who = {"recipient" if "." in to else "to": to}
        body = {"messaging_product": "whatsapp", "recipient_type": "individual", **who, "type": kind, kind: value, **more}
        return await self.asks("POST", f"{self._server.phone_id}/messages", json=body)

    async def says(self, to: str, text: str = "halo", **more: Any) -> str:
        status, answer = await self.sends(to, "text", {"body": text}, **more)
        assert status == 200, answer
        return str(answer["messages"][0]["id"])

    async def uploads(self, content: bytes, mime: str = "image/jpeg", product: str = "whatsapp") -> tuple[int, Json]:
        form = aiohttp.FormData({"messaging_product": product})
        form.add_field("file", io.BytesIO(content), filename="berkas", content_type=mime)
        return await self.asks("POST", f"{self._server.phone_id}/media", data=form)

    async def downloads(self, url: str, token: str) -> tuple[int, bytes]:
        async with aiohttp.ClientSession() as stranger, stranger.get(url, headers={"Authorization": token}) as answer:
            return answer.status, await answer.read()


def code(answer: tuple[int, Json]) -> int:
    """The platform's code of an answer, 0 where it is a success."""
    return int(answer[1].get("error", {}).get("code", 0))


def told(server: WhatsAppServer) -> list[tuple[str, int]]:
    """The statuses since the last look, each with the code of its failure."""
    items = [each.body for each in server.take() if each.kind == "statuses"]
    return [(each["status"], each.get("errors", [{"code": 0}])[0]["code"]) for each in items]
