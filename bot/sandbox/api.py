"""The sandbox's JSON API and its page: people of the desk played from a browser or a script on this machine."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from bot.app import App
from bot.channels.sandbox.channel import Entry, SandboxChannel
from bot.dispatch import Desk
from bot.sandbox import asked
from bot.sandbox.asked import Fault
from handlers.clock import SWEEPS
from messages.card import Block, Choice, Style, spans
from messages.sandbox import fault
from messages.wording import Words
from storage import lanes, offices, phones
from storage.database import EveryOfficeDb
from storage.journey import journey
from storage.phones import Phone
from storage.records import Json, Language, Role

log = structlog.get_logger()
STATIC: Final = Path(__file__).with_name("static")
OPENED: Final = "sandbox_opened"  # when the page began: what happened before is history, not a newcomer's step
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
# Whose phones stand side by side: a role, and how many of it from different outlets.
SHOWN: Final = ((Role.JOURNALIST, 2), (Role.DRAFTER, 1), (Role.APPROVER, 1), (Role.OFFICIAL, 1))
IMMUTABLE: Final = "private, max-age=31536000, immutable"
HEADERS: Final = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Examples = Mapping[str, Sequence[Mapping[str, str]]]
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def sandbox(app: App, examples: Examples | None = None, again: Callable[[], None] | None = None) -> web.Application:
    """The page and its API, to be mounted at /sandbox of a listener that only this machine can reach.

    `again` begins the invented day anew, where there is one.
    """
    api = Api(app, examples or {}, again)
    made = web.Application(middlewares=[guard])
    made.on_startup.append(api.hand_out)
    made.on_response_prepare.append(dress)
    made.add_routes([
        web.get("", index),
        web.get("/", index),
        web.static("/static", STATIC),
        web.get("/api/people", api.people),
        web.get(r"/api/people/{id:[0-9]+}/chat", api.chat),
        web.post(r"/api/people/{id:[0-9]+}/say", api.say),
        web.post(r"/api/people/{id:[0-9]+}/press", api.press),
        web.get("/api/desk", api.desk),
        web.post("/api/clock", api.clock),
        web.post("/api/again", api.again),
        web.get("/api/files/{digest:[0-9a-f]{64}}", api.file),
    ])  # fmt: skip
    return made


async def index(request: web.Request) -> web.StreamResponse:
    """The page."""
    return web.FileResponse(STATIC / "index.html")


async def dress(request: web.Request, response: web.StreamResponse) -> None:
    """Headers that keep the page to itself, and fresh."""
    response.headers.update(HEADERS)
    response.headers.setdefault("Cache-Control", "no-cache")


@web.middleware
async def guard(request: web.Request, handler: Answer) -> web.StreamResponse:
    """Let only pages of this very address in; every fault becomes a sentence."""
    if not _from_here(request):
        return _refusal(request, Fault("foreign", 403))
    try:
        return await handler(request)
    except Fault as wrong:
        return _refusal(request, wrong)
    except web.HTTPMethodNotAllowed as wrong:
        methods = ", ".join(sorted(wrong.allowed_methods))
        return _refusal(request, Fault("no_method", wrong.status, methods=methods), Allow=methods)
    except (web.HTTPNotFound, web.HTTPForbidden):  # forbidden: a folder of static files
        return _refusal(request, Fault("no_page", 404))


def _from_here(request: web.Request) -> bool:
    """Whether Host names this machine and Origin, where there is one, the same address."""
    origin = request.headers.get("Origin")
    try:
        host = urlsplit(f"//{request.headers.get('Host', '')}")
        same = origin is None or (urlsplit(origin).scheme, urlsplit(origin).netloc) == ("http", host.netloc)
        return host.hostname in LOOPBACK and same
    except ValueError:  # no address at all
        return False


def _refusal(request: web.Request, wrong: Fault, **headers: str) -> web.Response:
    language = Language.EN if request.headers.get("Accept-Language", "").lower().startswith("en") else Language.ID
    log.info("call refused", method=request.method, path=request.path[:100], why=wrong.name, status=wrong.status)
    sentence = fault(Words(language, "UTC", ""), wrong.name, **wrong.facts)
    return web.json_response({"error": sentence}, status=wrong.status, headers=headers)


class Api:
    """What the routes do. `say`, `press` and `clock` return when the desk is quiet again."""

    def __init__(self, app: App, examples: Examples, again: Callable[[], None] | None) -> None:
        self._app = app
        self._again = again
        self._examples = examples  # links to try, by the host of the journalist's outlet

    async def hand_out(self, _made: web.Application) -> None:
        """Give everybody their phone, so that the desk can write to them before they were looked at."""
        async with self._app.database.read() as db:
            for phone in await phones.everyone(db):
                self._desk_of(phone)

    async def people(self, request: web.Request) -> web.Response:
        """Everybody who can be played."""
        async with self._app.database.read() as db:
            found = await phones.everyone(db)
        return web.json_response(
            [{"id": each.person_id, "name": each.name, "role": each.role, "office": each.office, "channel": each.channel}
             for each in found]
        )  # fmt: skip

    async def chat(self, request: web.Request) -> web.Response:
        """What changed in a person's chat since `after`."""
        phone = await self._phone(request)
        _, channel = self._desk_of(phone)
        return web.json_response([described(entry) for entry in channel.chat(phone.chat, asked.after(request))])

    async def say(self, request: web.Request) -> web.Response:
        """A person says something."""
        phone = await self._phone(request)
        words = await asked.said(request, self._app.files)
        desk, channel = self._desk_of(phone)
        await self._app.take_in(desk.account, [channel.said(phone.chat, words.text, words.files)])
        await self._app.settle()
        return web.json_response({})

    async def press(self, request: web.Request) -> web.Response:
        """A person presses a button."""
        phone = await self._phone(request)
        token = await asked.token(request)
        desk, channel = self._desk_of(phone)
        await self._app.take_in(desk.account, [channel.pressed(phone.chat, token)])
        await self._app.settle()
        return web.json_response({})

    async def clock(self, request: web.Request) -> web.Response:
        """Move the clock on; everything due on the way happens at its own moment."""
        target = self._app.now() + timedelta(seconds=await asked.seconds(request))
        while (due := await self._held()) and due < target:  # what waits for its hour is sent at that hour
            await self._app.jump(max(due - self._app.now(), timedelta()))
            if await self._held() == due:
                break
        await self._app.jump(max(target - self._app.now(), timedelta()))
        return web.json_response({"now": self._app.now().isoformat()})

    async def again(self, request: web.Request) -> web.Response:
        """Begin the day anew; the page sees by `opened` when it has."""
        if self._again is None:
            raise Fault("no_page", 404)
        self._again()
        return web.json_response({})

    async def _held(self) -> datetime | None:
        """When the next message goes out that waits for an hour."""
        async with self._app.database.read() as db:
            return await lanes.next_due(db)

    async def desk(self, request: web.Request) -> web.Response:
        """What the page shows beside the phones: whose desk, its clock, its queues, what is next, and the steps."""
        async with self._app.database.read() as db:
            found = await phones.everyone(db)
            hosts = await phones.hosts(db)
            opened = await offices.remembered(db, OPENED)
            steps = await journey(db, datetime.fromisoformat(opened) if opened else datetime.min.replace(tzinfo=UTC))
            coming = await self._coming(db)
        here = found[0] if found else None
        return web.json_response({
            "office": here.office if here else "",
            "zone": here.zone if here else "UTC",
            "opened": opened,
            "now": self._app.now().isoformat(),
            "phones": side_by_side(found),
            "details": {str(each.person_id): self._details(each, hosts.get(each.person_id, "")) for each in found},
            "queues": dict(await self._app.counts()),
            "next": coming,
            "steps": steps,
            "again": self._again is not None,
        })  # fmt: skip

    async def file(self, request: web.Request) -> web.StreamResponse:
        """The bytes of a file: pictures to be seen, everything else to be saved, nothing to be run."""
        try:
            content = await self._app.files.read(request.match_info["digest"])
        except FileNotFoundError as missing:
            raise Fault("no_file", 404) from missing
        mime = asked.picture(content)
        kept = {
            "Cache-Control": "private, max-age=31536000, immutable",
            "Content-Disposition": "inline" if mime else "attachment",
        }
        return web.Response(body=content, content_type=mime or "application/octet-stream", headers=kept)

    def _details(self, phone: Phone, host: str) -> Json:
        return {"outlet": phone.outlet, "host": host or None, "links": list(self._examples.get(host, ()))}

    async def _coming(self, db: EveryOfficeDb) -> list[Json]:
        now = self._app.now()
        found: dict[str, datetime] = {}
        for office in await offices.all_offices(db):
            for sweep in SWEEPS:
                due = await sweep.due(db.of(office), now)
                if due is not None:
                    found[sweep.name] = min(due, found.get(sweep.name, due))
        if held := await lanes.next_due(db):
            found["outbox"] = held
        return [{"what": name, "at": due.isoformat()} for name, due in sorted(found.items(), key=lambda each: each[1])]

    async def _phone(self, request: web.Request) -> Phone:
        typed = request.match_info["id"]
        async with self._app.database.read() as db:
            found = await phones.of(db, int(typed)) if len(typed) <= 9 else None
        if found is None:
            raise Fault("no_person", 404, id=typed[:20])
        return found

    def _desk_of(self, phone: Phone) -> tuple[Desk, SandboxChannel]:
        """The account on which a person speaks, and its channel with their phone in hand."""
        desk = self._app.desks[phone.account_id]
        if not isinstance(desk.channel, SandboxChannel):
            raise Fault("no_person", 404, id=str(phone.person_id))
        desk.channel.open(phone.chat, phone.language)
        return desk, desk.channel


def side_by_side(found: Iterable[Phone]) -> list[int]:
    """The phones to show first."""
    people, chosen, outlets = list(found), [], set[str | None]()
    for role, number in SHOWN:
        left = number
        for each in people:
            if each.role is role and left and (each.outlet not in outlets or role is not Role.JOURNALIST):
                chosen.append(int(each.person_id))
                outlets.add(each.outlet)
                left -= 1
    return chosen


def described(entry: Entry) -> Json:
    """One change in a chat as the API tells it; `blocks` are its paragraphs with what is emphasised in them."""
    return {
        "seq": entry.seq,
        "id": entry.id,
        "from": entry.who,
        "text": entry.text,
        "blocks": [_block(each, entry.who) for each in entry.blocks],
        "buttons": [_button(each) for row in entry.buttons for each in row],
        "files": [{"name": each.name, "kind": each.kind, "url": f"/sandbox/api/files/{each.handle}"} for each in entry.files],
        "replaces": entry.replaces,
        "menu": entry.menu,
        "quotes": entry.quotes,
        "at": entry.at.isoformat(),
    }


def _block(block: Block, who: str) -> dict[str, Any]:
    plain = who == "person"  # nobody but the desk emphasises
    return {"style": Style.PLAIN if plain else block.style, "spans": list(spans(block.text))}


def _button(choice: Choice) -> Json:
    return {"label": choice.label, "url": choice.url} if choice.url else {"label": choice.label, "token": choice.token}
