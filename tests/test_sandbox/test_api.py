"""The JSON API as a script meets it, friendly and hostile."""

from io import BytesIO
from typing import Any

import pytest
from aiohttp import FormData, web
from aiohttp.test_utils import TestClient, TestServer

from bot.sandbox.api import sandbox
from bot.sandbox.painting import FLOOD
from storage.journey import PARTS
from tests.desk import Desk, Somebody
from tests.releases import newsroom
from tests.test_sandbox.scripting import Script

MEGABYTE = 1_000_000


async def test_people_are_listed_with_their_office(script: Script, rina_id: int) -> None:
    status, people = await script.get("/api/people")
    assert status == 200
    found = next(each for each in people if each["id"] == rina_id)
    assert found == {
        "id": rina_id, "name": "Rina Contoh", "role": "journalist", "office": "Humas Kab. Teladan", "channel": "sandbox",
    }  # fmt: skip
    assert {each["office"] for each in people} == {"Humas Kab. Teladan", "Humas Kab. Tetangga"}


async def test_words_are_answered_when_say_returns(script: Script, rina_id: int) -> None:
    await script.say(rina_id, "menu")
    mine, answer = await script.chat(rina_id)
    assert (mine["from"], mine["text"], mine["files"], mine["buttons"]) == ("person", "menu", [], [])
    assert answer["from"] == "bot"
    assert "Layanan media" in answer["text"]
    assert answer["replaces"] is None
    assert answer["at"] == "2026-11-23T01:00:00+00:00"


async def test_after_gives_only_what_changed_since(script: Script, rina_id: int) -> None:
    await script.say(rina_id, "menu")
    seen = (await script.chat(rina_id))[-1]["seq"]
    assert await script.chat(rina_id, seen) == []
    await script.say(rina_id, "menu")
    later = await script.chat(rina_id, seen)
    assert [each["from"] for each in later] == ["person", "bot"]
    assert all(each["seq"] > seen for each in later)


async def test_a_button_is_pressed_by_its_token(script: Script, rina_id: int) -> None:
    await script.say(rina_id, "hmm")
    (button,) = (await script.chat(rina_id))[-1]["buttons"]
    assert set(button) == {"label", "token"}
    assert await script.post(f"/api/people/{rina_id}/press", json={"token": button["token"]}) == (200, {})
    assert "Layanan media" in (await script.chat(rina_id))[-1]["text"]


async def test_a_button_nobody_made_is_answered_not_an_error(script: Script, rina_id: int) -> None:
    assert await script.post(f"/api/people/{rina_id}/press", json={"token": "approve.999999"}) == (200, {})
    assert (await script.chat(rina_id))[-1]["from"] == "bot"


async def test_pictures_and_documents_go_in_and_come_out(script: Script, rina_id: int) -> None:
    form = FormData(quote_fields=False)  # as browsers write names
    form.add_field("text", "foto banjir")
    form.add_field("files", BytesIO(FLOOD), filename="foto/banjir di hulu.PNG", content_type="application/octet-stream")
    form.add_field("files", BytesIO(b"<script>alert(1)</script>"), filename="../halaman.html", content_type="text/html")
    assert await script.post(f"/api/people/{rina_id}/say", data=form) == (200, {})
    picture, page = (await script.chat(rina_id))[0]["files"]
    assert (picture["name"], picture["kind"]) == ("banjir di hulu.PNG", "photo")
    assert (page["name"], page["kind"]) == ("halaman.html", "document")
    async with script.client.get(picture["url"]) as answer:
        assert (await answer.read(), answer.content_type) == (FLOOD, "image/png")
    async with script.client.get(page["url"]) as answer:  # to be saved, never to be run
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"] == "attachment"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_the_clock_moves_for_everybody(script: Script, desk: Desk) -> None:
    status, found = await script.post("/api/clock", json={"advance_seconds": 3600})
    assert (status, found) == (200, {"now": "2026-11-23T02:00:00+00:00"})
    assert desk.now.isoformat() == found["now"]


async def test_the_desk_says_what_it_is_doing(script: Script, rina_id: int) -> None:
    status, desk = await script.get("/api/desk")
    assert status == 200
    assert desk["queues"] == {"events": 0, "messages": 0, "jobs": 0}
    assert set(desk["phones"]) <= {each["id"] for each in (await script.get("/api/people"))[1]}
    assert len(set(desk["phones"])) == len(desk["phones"]) > 1
    assert desk["steps"] == dict.fromkeys(PARTS, False)
    assert desk["again"] is False


async def test_the_day_begins_anew_where_it_can(script: Script, desk: Desk) -> None:
    status, found = await script.post("/api/again", json={})
    assert (status, set(found)) == (404, {"error"})
    wanted: list[str] = []
    served = web.Application()
    served.add_subapp("/sandbox", sandbox(desk.app, again=lambda: wanted.append("again")))
    async with TestClient(TestServer(served)) as client:
        assert (await Script(client).get("/api/desk"))[1]["again"] is True
        assert await Script(client).post("/api/again", json={}) == (200, {})
    assert wanted == ["again"]


async def test_a_step_is_done_when_the_database_shows_it_whoever_did_it(script: Script, desk: Desk) -> None:
    room = await newsroom(desk)
    await room.sends()
    steps = (await script.get("/api/desk"))[1]["steps"]
    assert {name for name, done in steps.items() if done} == {"write", "send"}


async def test_what_waits_for_its_hour_is_due_then_and_sent_then(
    script: Script, desk: Desk, rina: Somebody, rina_id: int
) -> None:
    await rina.says("langganan ringkasan")
    await (await newsroom(desk)).sends()
    due = {each["what"]: each["at"] for each in (await script.get("/api/desk"))[1]["next"]}
    assert due["outbox"] == "2026-11-23T04:30:00+00:00"  # 11.30 at the office
    await script.post("/api/clock", json={"advance_seconds": 6 * 3600})
    assert (await script.chat(rina_id))[-1]["at"].startswith("2026-11-23T04:30:00")


async def test_words_that_no_platform_would_carry_are_cleaned(script: Script, rina_id: int) -> None:
    await script.post(
        f"/api/people/{rina_id}/say", data=b'{"text": "a\\u0000b \\ud83d c"}', headers={"Content-Type": "application/json"}
    )
    assert (await script.chat(rina_id))[0]["text"] == "ab ? c"


async def test_four_thousand_emoji_are_words_like_others(script: Script, rina_id: int) -> None:
    await script.say(rina_id, "🙂" * 4096)
    assert len((await script.chat(rina_id))[0]["text"]) == 4096


def json_of(**fields: Any) -> dict[str, Any]:
    return {"json": fields}


WRONG: tuple[tuple[str, str, dict[str, Any], int, str], ...] = (
    ("no words", "say", json_of(text=""), 400, "Belum ada isinya"),
    ("blank words", "say", json_of(text=" \n "), 400, "Belum ada isinya"),
    ("a number for words", "say", json_of(text=5), 400, "text harus berupa teks"),
    ("nothing for words", "say", json_of(text=None), 400, "text harus berupa teks"),
    ("too many words", "say", json_of(text="a" * 20_001), 400, "20001 karakter"),
    ("a field nobody knows", "say", json_of(text="menu", admin=True), 400, "admin"),
    ("a list", "say", {"json": ["menu"]}, 400, "objek JSON"),
    ("no JSON", "say", {"data": b"{", "headers": {"Content-Type": "application/json"}}, 400, "objek JSON"),
    ("deep JSON", "say", {"data": b"[" * 100_000, "headers": {"Content-Type": "application/json"}}, 400, "objek JSON"),
    ("JSON by another name", "say", {"data": b'{"text": "menu"}', "headers": {"Content-Type": "text/plain"}}, 400, "objek JSON"),
    ("bytes that are no text", "say", {"data": b"\xff\xfe", "headers": {"Content-Type": "application/json"}}, 400, "objek JSON"),
    ("too much JSON", "say", json_of(text="é" * 150_000), 413, "256 kB"),
    ("a form without a boundary", "say", {"data": b"x", "headers": {"Content-Type": "multipart/form-data"}}, 400, "Formulir"),
    ("no token", "press", json_of(), 400, "token"),
    ("a number for a token", "press", json_of(token=1), 400, "token"),
    ("an empty token", "press", json_of(token=""), 400, "token"),
    ("a long token", "press", json_of(token="a" * 65), 400, "64"),
)


@pytest.mark.parametrize(("deed", "how", "status", "sentence"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
async def test_what_cannot_be_used_gets_a_sentence(
    script: Script, rina: Somebody, rina_id: int, deed: str, how: dict[str, Any], status: int, sentence: str
) -> None:
    found, answer = await script.post(f"/api/people/{rina_id}/{deed}", **how)
    assert (found, list(answer)) == (status, ["error"])
    assert sentence in answer["error"]
    rina.silent()
    assert await script.chat(rina_id) == []


@pytest.mark.parametrize("seconds", [-1, "10", None, True, [], float("nan"), float("inf"), 31 * 24 * 3600 + 1, 10**400])
async def test_the_clock_takes_only_a_number_within_a_month(script: Script, desk: Desk, seconds: object) -> None:
    before = desk.now
    status, answer = await script.post("/api/clock", json={"advance_seconds": seconds})
    assert status == 400
    assert "advance_seconds" in answer["error"]
    assert desk.now == before


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "²", "9" * 16])
async def test_after_is_a_whole_number(script: Script, rina_id: int, after: str) -> None:
    status, answer = await script.get(f"/api/people/{rina_id}/chat?after={after}")
    assert (status, "after" in answer["error"]) == (400, True)


@pytest.mark.parametrize("number", ["0", "99999", "9" * 30])
async def test_nobody_has_that_number(script: Script, number: str) -> None:
    for ask in (script.get(f"/api/people/{number}/chat"), script.post(f"/api/people/{number}/say", json={"text": "menu"})):
        status, answer = await ask
        assert status == 404
        assert number[:20] in answer["error"]


async def test_an_eleventh_file_is_one_too_many(script: Script, rina_id: int) -> None:
    form = FormData()
    for number in range(11):
        form.add_field("files", BytesIO(b"naskah"), filename=f"{number}.txt")
    status, answer = await script.post(f"/api/people/{rina_id}/say", data=form)
    assert (status, "10" in answer["error"]) == (400, True)
    assert await script.chat(rina_id) == []


async def test_a_file_may_have_twenty_megabytes_and_not_a_byte_more(script: Script, rina_id: int) -> None:
    async def sends(size: int) -> tuple[int, Any]:
        form = FormData()
        form.add_field("files", BytesIO(bytes(size)), filename="besar.bin")
        return await script.post(f"/api/people/{rina_id}/say", data=form)

    assert await sends(20 * MEGABYTE) == (200, {})
    status, answer = await sends(20 * MEGABYTE + 1)
    assert (status, "besar.bin" in answer["error"]) == (413, True)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "press.example"},
        {"Host": "127.0.0.1.press.example"},
        {"Host": "127.0.0.1@press.example"},
        {"Host": "[::1"},
        {"Host": ""},
        {"Origin": "https://press.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://localhost"},
        {"Origin": "null"},
        {"Origin": "http://[::1"},
    ],
    ids=str,
)
async def test_pages_of_other_places_are_turned_away(script: Script, rina_id: int, headers: dict[str, str]) -> None:
    for path in ("/api/people", "/api/desk", f"/api/people/{rina_id}/chat", "/", "/static/page.js", "/nowhere"):
        status, answer = await script.get(path, **headers)
        assert (status, list(answer)) == (403, ["error"])
    status, _ = await script.post(f"/api/people/{rina_id}/say", json={"text": "menu"}, headers=headers)
    assert status == 403
    assert await script.chat(rina_id) == []


async def test_the_page_itself_may_ask(script: Script, rina_id: int) -> None:
    own = f"http://127.0.0.1:{script.client.port}"
    status, _ = await script.post(f"/api/people/{rina_id}/say", json={"text": "menu"}, headers={"Origin": own})
    assert status == 200


@pytest.mark.parametrize("path", ["/", "/static/page.js", "/static/page.css", "/api/people"])
async def test_every_answer_keeps_the_page_to_itself(script: Script, path: str) -> None:
    async with script.client.get(f"/sandbox{path}") as answer:
        assert answer.status == 200
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self';")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/static/", "/static/../api.py", "/static/%2e%2e/api.py", "/api", "/api/files/abc", "/api/files/" + "0" * 64]
)
async def test_there_is_nothing_else(script: Script, path: str) -> None:
    status, answer = await script.get(path)
    assert (status, list(answer)) == (404, ["error"])


async def test_another_method_is_told_the_right_one(script: Script) -> None:
    status, answer = await script.get("/api/clock")
    assert (status, "POST" in answer["error"]) == (405, True)


async def test_sentences_come_in_english_too(script: Script) -> None:
    _, answer = await script.get("/nowhere", **{"Accept-Language": "en-GB,en;q=0.9"})
    assert answer["error"].startswith("There is nothing at this address")
