"""Our own Cloud API server: every limit from both sides, and what becomes of a message after it was taken."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import pytest

from tests.channels import whatsapp_methods, whatsapp_schema
from tests.channels import whatsapp_server as platform
from tests.channels.whatsapp_client import Client, code, told
from tests.channels.whatsapp_display import displayed
from tests.channels.whatsapp_errors import ERRORS
from tests.channels.whatsapp_people import Person
from tests.channels.whatsapp_schema import Schema, Shape, schema
from tests.channels.whatsapp_server import WhatsAppServer

Json = dict[str, Any]
DAY = 86400.0
CODES = whatsapp_schema.FILE.with_name("whatsapp_errors.json")
PICTURE = b"\xff\xd8 not a picture"


@pytest.fixture
async def server() -> AsyncIterator[WhatsAppServer]:
    async with WhatsAppServer(lambda: 1_790_000_000.0) as server:
        yield server


@pytest.fixture
async def client(server: WhatsAppServer) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {server.token}"}) as session:
        yield Client(server, session)


@pytest.fixture
def rina(server: WhatsAppServer) -> Person:
    """Somebody who wrote a moment ago, of which nobody was told."""
    person = server.person("Rina Contoh", "6281211112222", "ID.13491208655302741918")
    person.says("halo")
    server.take()
    return person


# limits


def buttons(*pairs: tuple[str, str], **outer: Any) -> tuple[str, Json]:
    replies = [{"type": "reply", "reply": {"id": token, "title": title}} for title, token in pairs]
    return "interactive", {"type": "button", "body": {"text": "a"}, "action": {"buttons": replies}, **outer}


def rows(*given: Json, menu: str = "Pilih", sections: int = 1, **outer: Any) -> tuple[str, Json]:
    parts = [{"title": "Bagian", "rows": list(given)[at::sections]} for at in range(sections)]
    return "interactive", {"type": "list", "body": {"text": "a"}, "action": {"button": menu, "sections": parts}, **outer}


def row(at: int = 0, **more: str) -> Json:
    return {"id": f"{at}", "title": "a", **more}


def call(label: str = "Buka", url: str = "https://contoh.id/a") -> tuple[str, Json]:
    action = {"name": "cta_url", "parameters": {"display_text": label, "url": url}}
    return "interactive", {"type": "cta_url", "body": {"text": "a"}, "action": action}


LINK = {"link": "https://contoh.id/a.jpg"}
LENGTHS: dict[str, tuple[int, Callable[[int], tuple[str, Json]]]] = {
    "text": (4096, lambda size: ("text", {"body": "a" * size})),
    "caption of an image": (1024, lambda size: ("image", {**LINK, "caption": "a" * size})),
    "caption of a document": (1024, lambda size: ("document", {**LINK, "caption": "a" * size})),
    "caption of a video": (1024, lambda size: ("video", {**LINK, "caption": "a" * size})),
    "body": (1024, lambda size: buttons(("a", "1"), body={"text": "a" * size})),
    "header": (60, lambda size: buttons(("a", "1"), header={"type": "text", "text": "a" * size})),
    "footer": (60, lambda size: buttons(("a", "1"), footer={"text": "a" * size})),
    "buttons": (3, lambda size: buttons(*((f"{at}", f"{at}") for at in range(size)))),
    "title of a button": (20, lambda size: buttons(("a" * size, "1"))),
    "id of a button": (256, lambda size: buttons(("a", "1" * size))),
    "rows": (10, lambda size: rows(*map(row, range(size)))),
    "rows of all sections": (10, lambda size: rows(*map(row, range(size)), sections=2)),
    "title of a row": (24, lambda size: rows(row(title="a" * size))),
    "description of a row": (72, lambda size: rows(row(description="a" * size))),
    "id of a row": (200, lambda size: rows(row(id="1" * size))),
    "button of a list": (20, lambda size: rows(row(), menu="a" * size)),
    "title of a link": (20, lambda size: call("a" * size)),
}


@pytest.mark.parametrize(("limit", "made"), LENGTHS.values(), ids=LENGTHS)
async def test_a_length_is_kept(
    client: Client, server: WhatsAppServer, rina: Person, limit: int, made: Callable[[int], tuple[str, Json]]
) -> None:
    assert code(await client.sends(rina.id, *made(limit))) == 0
    assert code(await client.sends(rina.id, *made(limit + 1))) == 131009
    assert (len(rina.sees()), server.violations) == (1, [])


@pytest.mark.parametrize("name", [each for each in LENGTHS if "caption" not in each])
async def test_only_a_caption_may_be_empty(client: Client, rina: Person, name: str) -> None:
    assert code(await client.sends(rina.id, *LENGTHS[name][1](0))) in (131008, 131009)


REFUSED: dict[str, tuple[int, tuple[str, Json]]] = {
    "two buttons with one title": (131009, buttons(("a", "1"), ("a", "2"))),
    "two buttons with one id": (131009, buttons(("a", "1"), ("b", "1"))),
    "an id with a blank at its end": (131009, buttons(("a", "1 "))),
    "two rows with one id": (131009, rows(row(1), row(1))),
    "a link to nowhere": (131009, call(url="nowhere")),
    "a file from nowhere": (131009, ("image", {"link": "nowhere"})),
    "a file by id and address": (131008, ("image", {"id": "1", **LINK})),
    "a file nobody has": (131009, ("image", {"id": "1"})),
}


@pytest.mark.parametrize(("refusal", "message"), REFUSED.values(), ids=REFUSED)
async def test_it_is_refused(
    client: Client, server: WhatsAppServer, rina: Person, refusal: int, message: tuple[str, Json]
) -> None:
    status, answer = await client.sends(rina.id, *message)
    assert (status, answer["error"]["code"], answer["error"]["type"]) == (400, refusal, "OAuthException")
    assert answer["error"]["error_data"]["details"]
    assert (rina.sees(), told(server), server.violations) == ([], [], [])


SHAPES: dict[str, tuple[str, Json, Json]] = {
    "an unknown name": ("text", {"body": "a", "bodi": "a"}, {}),
    "a missing name": ("text", {}, {}),
    "another type": ("text", {"body": 1}, {}),
    "an unknown kind": ("poll", {}, {}),
    "an unknown name outside": ("text", {"body": "a"}, {"form": "628"}),
    "a caption under a sound": ("audio", {**LINK, "caption": "a"}, {}),
    "a list under a picture": (*rows(row(), header={"type": "image", "image": {"id": "1"}}), {}),
}


@pytest.mark.skipif(not whatsapp_schema.FILE.exists(), reason="the platform's examples are not at hand")
@pytest.mark.parametrize(("kind", "value", "more"), SHAPES.values(), ids=SHAPES)
async def test_a_request_of_another_shape_is_remembered(
    client: Client, server: WhatsAppServer, rina: Person, kind: str, value: Json, more: Json
) -> None:
    assert code(await client.sends(rina.id, kind, value, **more)) in (100, 131008)
    assert server.violations
    assert rina.sees() == []


@pytest.mark.skipif(not whatsapp_schema.FILE.exists(), reason="the platform's examples are not at hand")
def test_every_example_of_the_platform_has_its_own_shape() -> None:
    sent = json.loads(whatsapp_schema.FILE.read_text())["requests"][whatsapp_schema.SEND]
    assert {name: faults for name, body in sent.items() if (faults := schema().of_message(body))} == {}


def test_where_the_examples_are_not_at_hand_our_own_still_compare() -> None:
    ours = Schema((), (), ())
    message: Json = {"messaging_product": "whatsapp", "to": "1", "type": "image", "image": {"id": "1"}}
    assert ours.of_message(message) == []
    assert ours.of_message({**message, "image": {"ID": "1"}}) == ["image.image.ID is unknown"]
    assert ours.of_message({**message, "type": "poll", "poll": {}}) == []  # perhaps the platform has it


@pytest.mark.skipif(not CODES.exists(), reason="the platform's codes are not at hand")
def test_every_code_of_the_platform_can_be_asked_for() -> None:
    assert [each for each in json.loads(CODES.read_text())["codes"] if int(each) not in ERRORS] == []


def test_a_shape_is_what_examples_have_in_common() -> None:
    shape = Shape.of([{"a": 1, "b": ["x"]}, {"a": None}])
    assert list(shape.faults({"a": 2}, "it")) == []
    assert list(shape.faults({"b": [1], "c": 1}, "it")) == ["it.a is missing", "it.b[0] is no string", "it.c is unknown"]


# whom it reaches


@pytest.mark.parametrize("by", ["id", "phone"])
async def test_the_window_closes_a_day_after_the_person_wrote(
    client: Client, server: WhatsAppServer, rina: Person, by: str
) -> None:
    server.later(DAY - 1)
    await client.says(getattr(rina, by))
    assert told(server) == [("sent", 0), ("delivered", 0)]
    server.later(1)
    await client.says(getattr(rina, by), biz_opaque_callback_data="row-1")
    (failed,) = server.take()
    assert (failed.body["status"], failed.body["biz_opaque_callback_data"]) == ("failed", "row-1")
    assert failed.body["errors"][0]["code"] == 131047
    assert ("recipient_user_id" in failed.body, failed.contact) == (by == "id", None)
    rina.says("masih di sini")
    await client.says(getattr(rina, by))
    assert len(rina.sees()) == 2


async def test_a_press_opens_the_window_too(client: Client, server: WhatsAppServer) -> None:
    budi = server.person("Budi Teladan", "6281311112222")
    server.template("kabar", "Ada kabar.", buttons=["Baca"])
    await client.says(budi.phone)
    await client.sends(budi.phone, "template", {"name": "kabar", "language": {"code": "id"}})
    budi.presses("Baca")
    await client.says(budi.phone)
    assert told(server) == [("failed", 131047), *[("sent", 0), ("delivered", 0)] * 2]


async def test_who_cannot_be_reached(client: Client, server: WhatsAppServer, rina: Person) -> None:
    await client.says("6289999999999")
    await client.says("ID.999")
    rina.blocks()
    await client.says(rina.id)
    rina.returns()
    rina.leaves()
    await client.says(rina.phone)
    assert told(server) == [("failed", 131026)] * 4
    assert rina.sees() == []


async def test_a_wish_concerns_broadcasts_only(client: Client, server: WhatsAppServer, rina: Person) -> None:
    server.template("promosi", "Ada acara.", category="MARKETING")
    server.template("kabar", "Ada kabar.")
    rina.opts_out()
    for name in ("promosi", "kabar"):
        await client.sends(rina.id, "template", {"name": name, "language": {"code": "id"}})
    await client.says(rina.id)
    rina.opts_in()
    await client.sends(rina.id, "template", {"name": "promosi", "language": {"code": "id"}})
    assert told(server) == [("failed", 131050), *[("sent", 0), ("delivered", 0)] * 3]


async def test_user_ids_may_be_unsupported_and_a_phone_goes_before_them(
    client: Client, server: WhatsAppServer, rina: Person
) -> None:
    budi = server.person("Budi Teladan", "6281311112222")
    await client.says(rina.phone, recipient=budi.id)
    assert (len(rina.sees()), budi.sees()) == (1, [])
    server.state.takes_user_ids = False
    assert code(await client.sends(rina.id, "text", {"body": "a"})) == 131062
    assert code(await client.sends(f"+{rina.phone}", "text", {"body": "a"})) == 0
    assert code(await client.sends("Rina", "text", {"body": "a"})) == 131009


async def test_codes_on_demand_come_after_the_message_was_taken(client: Client, server: WhatsAppServer, rina: Person) -> None:
    server.fail_later(131049, 130472)
    for _ in range(3):
        await client.says(rina.id)
    assert told(server) == [("failed", 131049), ("failed", 130472), ("sent", 0), ("delivered", 0)]


async def test_one_person_gets_one_message_in_six_seconds_after_a_burst(
    client: Client, server: WhatsAppServer, rina: Person
) -> None:
    budi = server.person("Budi Teladan", "6281311112222")
    budi.says("halo")
    for _ in range(45):
        await client.says(rina.id)
    assert code(await client.sends(rina.id, "text", {"body": "a"})) == 131056
    await client.says(budi.id)  # nobody else waits
    server.later(5)
    assert code(await client.sends(rina.id, "text", {"body": "a"})) == 131056
    server.later(1)
    await client.says(rina.id)
    assert code(await client.sends(rina.id, "text", {"body": "a"})) == 131056
    server.later(45 * 6)
    await client.says(rina.id)


async def test_eighty_a_second_in_all(client: Client, server: WhatsAppServer) -> None:
    people = [server.person(f"Orang {at}", f"62812000{at:05}") for at in range(81)]
    for each in people[:80]:
        await client.says(each.phone)
    assert code(await client.sends(people[80].phone, "text", {"body": "a"})) == 130429
    server.later(1)
    await client.says(people[80].phone)


# media


SIZES = [("image/png", 5 * 1024**2), ("video/mp4", 16 * 1024**2), ("audio/mpeg", 16 * 1024**2)]


@pytest.mark.parametrize(("mime", "limit"), SIZES)
async def test_a_size_is_kept(client: Client, mime: str, limit: int) -> None:
    assert code(await client.uploads(bytes(limit), mime)) == 0
    assert code(await client.uploads(bytes(limit + 1), mime)) == 131053


async def test_what_may_go_up(client: Client) -> None:
    assert whatsapp_methods.TYPES["application/pdf"] == ("document", 100 * 1024**2)  # and not tried with as many bytes
    assert code(await client.uploads(b"")) == 131053
    assert code(await client.uploads(b"a", "application/x-msdownload")) == 100
    assert code(await client.uploads(b"a", product="telegram")) == 100


async def test_a_file_is_kept_thirty_days_and_a_received_one_seven(client: Client, server: WhatsAppServer, rina: Person) -> None:
    _, uploaded = await client.uploads(PICTURE)
    rina.sends("image", PICTURE)
    theirs = str(server.take()[-1].body["image"]["id"])
    server.later(7 * DAY - 1)
    rina.says("halo")
    assert code(await client.sends(rina.id, "image", {"id": theirs})) == 0
    server.later(1)
    assert code(await client.sends(rina.id, "image", {"id": theirs})) == 131009
    server.later(23 * DAY - 1)
    rina.says("halo")
    assert code(await client.sends(rina.id, "image", {"id": uploaded["id"]})) == 0
    server.later(1)
    assert code(await client.sends(rina.id, "image", {"id": uploaded["id"]})) == 131009
    assert code(await client.asks("GET", uploaded["id"])) == 100


async def test_a_file_is_fetched_with_the_token_within_five_minutes(client: Client, server: WhatsAppServer) -> None:
    _, uploaded = await client.uploads(PICTURE)
    _, about = await client.asks("GET", uploaded["id"])
    assert (about["mime_type"], about["file_size"]) == ("image/jpeg", f"{len(PICTURE)}")
    assert (await client.downloads(about["url"], "Bearer another"))[0] == 401
    server.later(299)
    assert await client.downloads(about["url"], f"Bearer {server.token}") == (200, PICTURE)
    server.later(1)
    assert (await client.downloads(about["url"], f"Bearer {server.token}"))[0] == 404


async def test_a_file_is_sent_as_what_it_is(client: Client, rina: Person) -> None:
    _, uploaded = await client.uploads(PICTURE)
    assert code(await client.sends(rina.id, "video", {"id": uploaded["id"]})) == 131053
    assert code(await client.sends(rina.id, "document", {"id": uploaded["id"], "filename": "foto.jpg"})) == 0


# faults


async def test_an_answer_that_was_lost_is_settled_by_our_reference(client: Client, server: WhatsAppServer, rina: Person) -> None:
    server.fail("messages", platform.LOST, platform.LOST_BEHIND_GATEWAY)
    with pytest.raises(aiohttp.ClientError):
        await client.says(rina.id, biz_opaque_callback_data="row-1")
    with pytest.raises(aiohttp.ContentTypeError):
        await client.says(rina.id, biz_opaque_callback_data="row-2")
    assert [each.body["biz_opaque_callback_data"] for each in server.take()] == ["row-1"] * 2 + ["row-2"] * 2


async def test_faults_of_the_platform_are_its_own_errors(client: Client, server: WhatsAppServer, rina: Person) -> None:
    server.fail("messages", *(platform.error(number) for number in (2, 4, 190, 368, 131048)))
    answers = [await client.sends(rina.id, "text", {"body": "a"}) for _ in range(6)]
    assert [(status, code((status, body))) for status, body in answers] == [
        (503, 2), (429, 4), (401, 190), (403, 368), (400, 131048), (200, 0),
    ]  # fmt: skip
    assert len(rina.sees()) == 1


async def test_an_answer_may_never_come(client: Client, server: WhatsAppServer, rina: Person) -> None:
    server.fail("messages", platform.HANGS)
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(client.says(rina.id), 0.2)


async def test_what_is_not_there(client: Client, server: WhatsAppServer) -> None:
    assert code(await client.asks("GET", "5")) == code(await client.asks("POST", "5/messages", json={})) == 100
    assert code(await client.asks("GET", f"{server.phone_id}?fields=nonsense")) == 100
    async with aiohttp.ClientSession() as stranger, stranger.get(f"{server.url}/v23.0/{server.phone_id}") as answer:
        assert (answer.status, (await answer.json())["error"]["code"]) == (401, 190)


DISPLAYED = {
    "*tebal* _miring_ ~coret~": ("tebal miring coret", [("bold", "tebal"), ("italic", "miring"), ("strikethrough", "coret")]),
    "*tebal _dan miring_*": ("tebal dan miring", [("bold", "tebal dan miring"), ("italic", "dan miring")]),
    "a*b*c 2*3*4 nama_saya_ini": ("a*b*c 2*3*4 nama_saya_ini", []),
    "* butir* dan *belum": ("* butir* dan *belum", []),
    "*satu\ndua*": ("*satu\ndua*", []),
    "(*Judul*): isi": ("(Judul): isi", [("bold", "Judul")]),
}


@pytest.mark.parametrize(("raw", "shown"), DISPLAYED.items())
def test_a_phone_turns_marks_into_styles(raw: str, shown: tuple[str, list[tuple[str, str]]]) -> None:
    text, styles = displayed(raw)
    assert (text, list(styles)) == shown
