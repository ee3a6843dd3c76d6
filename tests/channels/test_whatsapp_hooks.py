"""What our own Cloud API server tells, in which packing, and what it thinks of templates."""

import hashlib
import hmac
import json
from collections import Counter
from collections.abc import AsyncIterator
from random import Random
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.channels.whatsapp_client import Client, code, told
from tests.channels.whatsapp_hooks import PROOF
from tests.channels.whatsapp_people import Person
from tests.channels.whatsapp_server import WhatsAppServer
from tests.channels.whatsapp_state import Json


@pytest.fixture
async def server() -> AsyncIterator[WhatsAppServer]:
    async with WhatsAppServer(lambda: 1_790_000_000.0) as server:
        yield server
        assert server.violations == []


@pytest.fixture
async def client(server: WhatsAppServer) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {server.token}"}) as session:
        yield Client(server, session)


@pytest.fixture
def rina(server: WhatsAppServer) -> Person:
    person = server.person("Rina Contoh", "6281211112222", "ID.13491208655302741918")
    person.says("halo")
    server.take()
    return person


class Ear:
    """An address where notifications arrive; it refuses as often as it is told to."""

    def __init__(self, refuses: int = 0) -> None:
        self.refuses = refuses
        self.bodies: list[bytes] = []
        self.proofs: list[str] = []
        self.url = ""

    async def hear(self, request: web.Request) -> web.Response:
        body = await request.read()
        if self.refuses:
            self.refuses -= 1
            return web.Response(status=503)
        self.bodies.append(body)
        self.proofs.append(request.headers[PROOF])
        return web.Response()


@pytest.fixture
async def ear() -> AsyncIterator[Ear]:
    ear = Ear()
    app = web.Application()
    app.router.add_post("/", ear.hear)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    ear.url = f"http://{host}:{port}/"
    yield ear
    await runner.cleanup()


def unpacked(body: bytes) -> list[tuple[str, Json]]:
    """The items of a notification with the field of their change, in order."""
    found: list[tuple[str, Json]] = []
    for entry in json.loads(body)["entry"]:
        for change in entry["changes"]:
            value = change["value"]
            arrays = [each for name, each in value.items() if isinstance(each, list) and name != "contacts"]
            found += [(change["field"], each) for array in arrays or [[value]] for each in array]
    return found


# packing


async def happens(client: Client, server: WhatsAppServer, rina: Person) -> None:
    """A little of everything, of two people."""
    budi = server.person("Budi Teladan", "6281311112222")
    for at in range(5):
        rina.says(f"satu {at}")
        budi.says(f"dua {at}")
        await client.says(rina.id)
    budi.opts_out()
    budi.changes_user_id("ID.2")
    rina.changes_number("6281299998888", "ID.3")
    server.template("kabar", "Ada kabar.")
    server.decides("kabar", "PAUSED")


@pytest.mark.parametrize("seed", range(20))
async def test_items_keep_their_order_however_they_are_nested(
    client: Client, server: WhatsAppServer, rina: Person, seed: int
) -> None:
    await happens(client, server, rina)
    items = server.take()
    bodies = server.batched(items, 12, Random(seed))
    assert [each for body in bodies for each in unpacked(body)] == [(each.field, each.body) for each in items]
    assert 2 <= len(bodies) < len(items)


async def test_nesting_takes_every_form(client: Client, server: WhatsAppServer, rina: Person) -> None:
    await happens(client, server, rina)
    items = server.take()
    forms: Counter[str] = Counter()
    for seed in range(30):
        for body in server.batched(items, 50, Random(seed)):
            entries = json.loads(body)["entry"]
            forms["entries"] = max(forms["entries"], len(entries))
            forms["changes"] = max(forms["changes"], *(len(each["changes"]) for each in entries))
            values = [change["value"] for entry in entries for change in entry["changes"]]
            forms["messages"] = max(forms["messages"], *(len(each.get("messages", ())) for each in values))
            forms["contacts"] = max(forms["contacts"], *(len(each.get("contacts", ())) for each in values))
    assert min(forms.values()) > 1


async def test_a_person_is_named_once_in_a_change(server: WhatsAppServer, rina: Person) -> None:
    rina.says("satu")
    rina.says("dua")
    (entry,) = json.loads(server.packed([server.take()]))["entry"]
    value = entry["changes"][0]["value"]
    assert [each["user_id"] for each in value["contacts"]] == [rina.id]
    assert [each["text"]["body"] for each in value["messages"]] == ["satu", "dua"]
    assert value["metadata"] == {"display_phone_number": "6281200000001", "phone_number_id": server.phone_id}


async def test_a_notification_is_signed_and_told_until_it_is_taken(server: WhatsAppServer, ear: Ear, rina: Person) -> None:
    ear.refuses = 2
    rina.says("satu é")
    rina.says("dua")
    assert await server.deliver(ear.url) == [3, 1]
    assert [item["text"]["body"] for body in ear.bodies for _, item in unpacked(body)] == ["satu é", "dua"]
    for body, proof in zip(ear.bodies, ear.proofs, strict=True):
        assert proof == "sha256=" + hmac.new(server.app_secret.encode(), body, hashlib.sha256).hexdigest()
    assert server.state.pending == []


async def test_the_same_can_be_told_again_over_many_connections(server: WhatsAppServer, ear: Ear, rina: Person) -> None:
    for at in range(40):
        rina.says(f"{at}")
    bodies = server.one_by_one(server.take()) * 3
    assert await server.deliver(ear.url, bodies, connections=8) == [1] * 120
    assert Counter(ear.bodies) == Counter(bodies)


# what became of messages


async def test_who_is_offline_gets_it_later(client: Client, server: WhatsAppServer, rina: Person) -> None:
    rina.goes_offline()
    await client.says(rina.id)
    assert (told(server), rina.sees()) == ([("sent", 0)], [])
    rina.comes_online()
    rina.reads()
    rina.reads()
    assert (told(server), len(rina.sees())) == ([("delivered", 0), ("read", 0)], 1)


async def test_a_message_read_at_once_was_never_called_delivered(client: Client, server: WhatsAppServer, rina: Person) -> None:
    rina.goes_offline()
    sent = await client.says(rina.id)
    rina.reads(sent)
    assert told(server) == [("sent", 0), ("read", 0)]


async def test_what_a_message_costs(client: Client, server: WhatsAppServer, rina: Person) -> None:
    server.state.free_service = 1
    server.template("kabar", "Ada kabar.")
    await client.says(rina.id)
    await client.says(rina.id)
    await client.sends(rina.id, "template", {"name": "kabar", "language": {"code": "id"}})
    prices = [each.body["pricing"] for each in server.take() if each.body["status"] == "delivered"]
    assert [(each["category"], each["type"], each["billable"]) for each in prices] == [
        ("service", "free_customer_service", False), ("service", "regular", True), ("utility", "regular", True),
    ]  # fmt: skip
    server.later(31 * 86400)  # another month
    rina.says("halo")
    await client.says(rina.id)
    assert server.take()[-1].body["pricing"]["billable"] is False


async def test_our_reference_comes_back_with_every_status(client: Client, server: WhatsAppServer, rina: Person) -> None:
    await client.says(rina.id, biz_opaque_callback_data="row-7")
    rina.reads()
    assert [each.body["biz_opaque_callback_data"] for each in server.take()] == ["row-7"] * 3
    assert code(await client.sends(rina.id, "text", {"body": "a"}, biz_opaque_callback_data="a" * 512)) == 0
    assert code(await client.sends(rina.id, "text", {"body": "a"}, biz_opaque_callback_data="a" * 513)) == 131009


@pytest.mark.parametrize("hidden", [False, True])
async def test_a_status_names_what_may_be_known(client: Client, server: WhatsAppServer, rina: Person, hidden: bool) -> None:
    if hidden:
        rina.hides_phone("rina.contoh")
    await client.says(rina.id)
    status = server.take()[0]
    assert (status.body.get("recipient_id"), status.body["recipient_user_id"]) == (None if hidden else rina.phone, rina.id)
    assert status.contact
    assert ("wa_id" in status.contact) is not hidden


# people change


async def test_another_number_may_bring_another_user_id(client: Client, server: WhatsAppServer, rina: Person) -> None:
    old, was = rina.phone, rina.id
    rina.changes_number("6281299998888", "ID.2")
    system, renamed = server.take()
    assert (system.body["from"], system.contact) == (old, None)
    assert {name: system.body["system"][name] for name in ("type", "wa_id", "user_id")} == {
        "type": "user_changed_number", "wa_id": "6281299998888", "user_id": "ID.2",
    }  # fmt: skip
    assert (renamed.field, renamed.body["user_id"]) == ("user_id_update", {"previous": was, "current": "ID.2"})
    await client.says(was)
    await client.says("ID.2")
    assert told(server) == [("failed", 131026), ("sent", 0), ("delivered", 0)]


async def test_another_user_id_is_named_and_the_old_one_told_in_words_and_apart(server: WhatsAppServer, rina: Person) -> None:
    was = rina.id
    rina.changes_user_id("ID.2")
    system, renamed = server.take()
    assert "from" not in system.body
    assert (system.body["system"]["type"], system.body["system"]["user_id"]) == ("user_changed_user_id", "ID.2")
    assert system.body["system"]["body"].endswith(f"from {was} to ID.2")
    assert renamed.body["user_id"] == {"previous": was, "current": "ID.2"}
    rina.says("halo")
    assert server.take()[0].body["from_user_id"] == "ID.2"


async def test_every_press_is_heard_also_a_late_one(client: Client, server: WhatsAppServer, rina: Person) -> None:
    replies = [{"type": "reply", "reply": {"id": "approve.1", "title": "Setuju"}}]
    value = {"type": "button", "body": {"text": "Setujui?"}, "action": {"buttons": replies}}
    _, first = await client.sends(rina.id, "interactive", value)
    await client.sends(rina.id, "interactive", value)
    rina.presses_token("approve.1", first["messages"][0]["id"])
    rina.presses("Setuju")
    with pytest.raises(LookupError):
        rina.presses_token("unknown.1")
    contexts = [each.body["context"]["id"] for each in server.take() if each.kind == "messages"]
    assert contexts == [each.id for each in rina.sees()]


# templates


GOOD: Json = {
    "name": "rilis_baru",
    "language": "id",
    "category": "UTILITY",
    "components": [
        {"type": "BODY", "text": "Rilis: {{1}}, kode {{2}}.", "example": {"body_text": [["Banjir surut", "R-1"]]}},
        {"type": "FOOTER", "text": "Humas Contoh"},
        {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Baca"}]},
    ],
}


def changed(**changes: Any) -> Json:
    return {**GOOD, **changes}


def body(text: str, *samples: str) -> Json:
    return changed(components=[{"type": "BODY", "text": text, "example": {"body_text": [list(samples)]}}])


def under(part: Json) -> Json:
    return changed(components=[GOOD["components"][0], part])


SUBMISSIONS: dict[str, tuple[Json, bool]] = {
    "as it should be": (GOOD, True),
    "a long body": (body("a" * 1024), True),
    "a body too long": (body("a" * 1025), False),
    "a name in capitals": (changed(name="Rilis"), False),
    "no such category": (changed(category="NEWS"), False),
    "no such language": (changed(language="Indonesia"), False),
    "a blank at the start": (body("{{1}} ada.", "a"), False),
    "a blank at the end": (body("Ada {{1}}", "a"), False),
    "a gap in the numbers": (body("Ada {{1}} dan {{3}}.", "a", "b"), False),
    "a sample too few": (body("Ada {{1}} dan {{2}}.", "a"), False),
    "three line breaks": (body("Ada\n\n\nkabar."), False),
    "a long footer": (under({"type": "FOOTER", "text": "a" * 60}), True),
    "a footer too long": (under({"type": "FOOTER", "text": "a" * 61}), False),
    "a long label": (under({"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "a" * 25}]}), True),
    "a label too long": (under({"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "a" * 26}]}), False),
}


@pytest.mark.parametrize(("submission", "taken"), SUBMISSIONS.values(), ids=SUBMISSIONS)
async def test_what_may_be_submitted(client: Client, server: WhatsAppServer, submission: Json, taken: bool) -> None:
    status, answer = await client.asks("POST", f"{server.business_id}/message_templates", json=submission)
    assert (status, code((status, answer)), len(server.state.templates)) == ((200, 0, 1) if taken else (400, 100, 0))
    if taken:
        assert answer["status"] == "PENDING"
        _, again = await client.asks("POST", f"{server.business_id}/message_templates", json=submission)
        assert again["error"]["error_subcode"] == 2388024


def words(*values: str) -> Json:
    return {"type": "body", "parameters": [{"type": "text", "text": each} for each in values]}


def tap(at: int, kind: str = "quick_reply") -> Json:
    return {"type": "button", "sub_type": kind, "index": f"{at}", "parameters": [{"type": "payload", "payload": "look.1"}]}


USES: dict[str, tuple[int, list[Json]]] = {
    "as it should be": (0, [words("Banjir surut", "R-1"), tap(0)]),
    "without a payload": (0, [words("Banjir surut", "R-1")]),
    "a blank too few": (132000, [words("Banjir surut")]),
    "a blank too many": (132000, [words("Banjir surut", "R-1", "x")]),
    "an empty blank": (131008, [words("Banjir surut", " ")]),
    "a line break": (132018, [words("Banjir\nsurut", "R-1")]),
    "a tab": (132018, [words("Banjir\tsurut", "R-1")]),
    "four spaces": (132018, [words("Banjir    surut", "R-1")]),
    "three spaces": (0, [words("Banjir   surut", "R-1")]),
    "too long when filled": (132005, [words("a" * 1024, "R-1")]),
    "a button that is not there": (131009, [words("Banjir surut", "R-1"), tap(1)]),
    "a button of another kind": (131009, [words("Banjir surut", "R-1"), tap(0, "url")]),
}


@pytest.mark.parametrize(("refusal", "components"), USES.values(), ids=USES)
async def test_how_a_template_may_be_filled(
    client: Client, server: WhatsAppServer, rina: Person, refusal: int, components: list[Json]
) -> None:
    server.template("rilis_baru", "Rilis: {{1}}, kode {{2}}.", buttons=["Baca"])
    value = {"name": "rilis_baru", "language": {"code": "id"}, "components": components}
    assert code(await client.sends(rina.id, "template", value)) == refusal
    assert len(rina.sees()) == (refusal == 0)


@pytest.mark.parametrize(
    ("status", "refusal"), [("APPROVED", 0), ("PENDING", 132001), ("REJECTED", 132001), ("PAUSED", 132015), ("DISABLED", 132016)]
)
async def test_which_template_may_be_sent(
    client: Client, server: WhatsAppServer, rina: Person, status: str, refusal: int
) -> None:
    server.template("kabar", "Ada kabar.")
    server.decides("kabar", status)
    assert code(await client.sends(rina.id, "template", {"name": "kabar", "language": {"code": "id"}})) == refusal
    http, answer = await client.sends(rina.id, "template", {"name": "kabar", "language": {"code": "en"}})
    assert (http, answer["error"]["code"]) == (404, 132001)


async def test_named_blanks_are_filled_by_name(client: Client, server: WhatsAppServer, rina: Person) -> None:
    server.template("kabar", "Ada {{apa}} dari {{siapa}}.").named = True
    given = [{"type": "text", "parameter_name": name, "text": text} for name, text in (("siapa", "Humas"), ("apa", "kabar"))]
    for parameters in (given, [{**each, "parameter_name": "lain"} for each in given]):
        component = {"type": "body", "parameters": parameters}
        await client.sends(rina.id, "template", {"name": "kabar", "language": {"code": "id"}, "components": [component]})
    assert [each.text for each in rina.sees()] == ["Ada kabar dari Humas."]
