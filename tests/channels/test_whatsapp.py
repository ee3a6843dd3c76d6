"""WhatsApp keeps the contract of every channel, and names its failures by what to do next."""

import traceback
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.channels.base import (
    Challenged,
    Channel,
    Hooked,
    Polled,
    Problem,
    Templated,
    TemplateDraft,
    TemplateState,
    Untrusted,
)
from bot.channels.whatsapp.client import WhatsAppChannel
from bot.files import Files
from messages.card import Block, Choice, Part, Style, Template
from messages.inbound import Happening
from storage.records import Fate, Language
from tests.channels import whatsapp_server as platform
from tests.channels.contract import ContractSuite, failed, part
from tests.channels.whatsapp_hooks import signed
from tests.channels.whatsapp_server import Fault, error
from tests.channels.whatsapp_world import WhatsAppWorld, playing

ARRIVED, NOT = ["Halo"], list[str]()
FAULTS = {
    "a page of a gateway": (platform.BAD_GATEWAY, Problem.UNSURE, NOT),
    "no answer in time": (platform.HANGS, Problem.UNSURE, NOT),
    "a connection that is cut": (platform.CUT, Problem.UNSURE, NOT),
    "an answer that is lost": (platform.LOST, Problem.UNSURE, ARRIVED),
    "an answer lost behind a gateway": (platform.LOST_BEHIND_GATEWAY, Problem.UNSURE, ARRIVED),
    "an answer without a result": (platform.NONSENSE, Problem.UNSURE, ARRIVED),
    "a nonsense answer": (Fault(200, "[]"), Problem.UNSURE, NOT),
    "an address that moved": (platform.FAR_AWAY, Problem.BROKEN, NOT),
    "an error of the platform": (platform.SERVER_ERROR, Problem.BUSY, NOT),
    "a token that was withdrawn and is repeated": (error(190, f"Malformed access token {platform.TOKEN}"), Problem.BROKEN, NOT),
    "haste": (error(130429), Problem.BUSY, NOT),
    "haste towards one": (error(131056), Problem.SLOW, NOT),
    "a window that is closed": (error(131047), Problem.CLOSED, NOT),
    "a flood": (error(131048), Problem.FLOOD, NOT),
    "an opt-out": (error(131050), Problem.UNWANTED, NOT),
    "a number that nobody has": (error(131026), Problem.GONE, NOT),
    "a message that is wrong": (error(132000), Problem.REFUSED, NOT),
}


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[WhatsAppWorld]:
    async with playing(tmp_path) as world:
        yield world


class TestWhatsApp(ContractSuite):
    """The contract, on WhatsApp."""


def other(world: WhatsAppWorld, **different: Any) -> WhatsAppChannel:
    """The same number, set up otherwise."""
    server = world.server
    usual = {"api": server.url, "business_id": server.business_id, "app_secret": server.app_secret}
    return WhatsAppChannel(server.token, server.phone_id, world.files, **(usual | different))


def test_the_channel_has_the_shape_of_the_seam(tmp_path: Path) -> None:
    channel: Channel = WhatsAppChannel("a", "1", Files(tmp_path))
    assert isinstance(channel, Challenged)
    assert isinstance(channel, Templated)
    assert not isinstance(channel, Polled)
    assert not isinstance(channel, Hooked)


@pytest.mark.parametrize(
    ("token", "phone_id", "business_id"),
    [("", "1", ""), ("a b", "1", ""), ("a\n", "1", ""), ("a", "", ""), ("a", "1/2", ""), ("a", "1", "x")],
)
def test_what_cannot_be_a_token_or_an_id_is_said_at_once(token: str, phone_id: str, business_id: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="as Meta"):
        WhatsAppChannel(token, phone_id, Files(tmp_path), business_id=business_id)


@pytest.mark.parametrize(("fault", "problem", "arrived"), FAULTS.values(), ids=FAULTS)
async def test_a_failure_is_named_by_what_to_do_next_and_holds_no_secret(
    world: WhatsAppWorld, caplog: pytest.LogCaptureFixture, fault: Fault, problem: Problem, arrived: list[str]
) -> None:
    caplog.set_level(0)
    channel, chat = other(world, patience=0.2 if fault.hangs else 5.0), world.person()
    world.server.fail("messages", fault)
    caught = await failed(channel.send(chat, part("Halo")))
    await channel.close()
    assert (caught.problem, [each.text for each in world.shows(chat)]) == (problem, arrived)
    assert caught.wait > 0 or problem not in {Problem.BUSY, Problem.SLOW}
    said = "".join(traceback.format_exception(caught, chain=True)) + repr(caught.__context__) + caplog.text
    assert "planted" not in said


async def test_a_platform_that_cannot_be_reached_is_busy_and_holds_no_secret(world: WhatsAppWorld) -> None:
    channel = other(world, api="http://127.0.0.1:9", patience=1)
    caught = await failed(channel.send("628123456789", part("Halo")))
    await channel.close()
    assert (caught.problem, caught.wait > 0) == (Problem.BUSY, True)
    assert "planted" not in "".join(traceback.format_exception(caught))


async def test_too_many_for_one_person_slow_that_person_alone(world: WhatsAppWorld) -> None:
    world.server.state.rate = 1000
    hasty, other_chat = world.person(), world.person()
    for each in range(45):
        await world.channel.send(hasty, part(f"pesan {each}"))
    caught = await failed(world.channel.send(hasty, part("satu lagi")))
    assert (caught.problem, caught.wait) == (Problem.SLOW, 4.0)
    await world.channel.send(other_chat, part("Halo"))
    world.server.later(6)
    await world.channel.send(hasty, part("satu lagi"))


async def test_taken_is_not_sent_and_what_became_of_it_is_told_with_our_name_for_it(world: WhatsAppWorld) -> None:
    person = world.somebody()
    person.goes_offline()
    receipt = await world.channel.send(person.id, part("Halo"), "row:12")
    person.comes_online()
    person.reads()
    told = await world.hears()
    assert [(each.fate, each.reference) for each in told] == [
        (Fate.SENT, "row:12"), (Fate.DELIVERED, "row:12"), (Fate.READ, "row:12"),
    ]  # fmt: skip
    assert {(each.platform_id, each.chat, each.happening) for each in told} == {(receipt.platform_id, person.id, Happening.FATE)}


async def test_a_closed_window_is_told_later_and_a_template_opens_it(world: WhatsAppWorld) -> None:
    person = world.somebody()
    world.server.template("kabar", "Ada {{1}} dari {{2}} untuk Anda. Baca?", buttons=("Baca",))
    world.server.later(25 * 3600)
    await world.channel.send(person.id, part("Halo"))
    (told,) = await world.hears()
    assert (told.fate, told.problem) == (Fate.FAILED, Problem.CLOSED)
    template = Template("kabar", Language.ID, ("rilis", "Humas Kab. Teladan"), ("read_on.1",))
    await world.channel.send(person.id, Part(template=template))
    (seen,) = person.sees()
    assert (seen.text, seen.buttons) == ("Ada rilis dari Humas Kab. Teladan untuk Anda. Baca?", (("Baca", "read_on.1"),))
    assert [each.price for each in await world.hears()] == ["utility", "utility"]
    person.presses("Baca")
    (event,) = await world.hears()
    assert (event.token, event.platform_id) == ("read_on.1", seen.id)
    await world.channel.send(person.id, part("Halo"))


async def test_somebody_is_written_to_by_phone_or_by_id_and_nobody_else(world: WhatsAppWorld) -> None:
    person = world.somebody()
    for chat in (person.id, person.phone):
        await world.channel.send(chat, part("Halo"))
    assert [each.text for each in person.sees()] == ["Halo", "Halo"]
    assert (await failed(world.channel.send("p12", part("Halo")))).problem is Problem.GONE
    world.server.state.takes_user_ids = False
    assert (await failed(world.channel.send(person.id, part("Halo")))).problem is Problem.GONE


async def test_people_who_hide_their_phone_or_change_it_stay_themselves(world: WhatsAppWorld) -> None:
    person = world.somebody()
    person.hides_phone("@rina")
    hidden = await world.says(person.id, "halo")
    assert (hidden.user_key, hidden.phone) == (person.id, "")
    person.changes_user_id("ID.2")
    moved = await world.hears()
    assert {(each.happening, each.chat, each.was, each.user_key) for each in moved} == {
        (Happening.MOVED, hidden.user_key, hidden.user_key, "ID.2")
    }


async def test_an_opt_out_in_the_app_is_heard(world: WhatsAppWorld) -> None:
    person = world.somebody()
    person.opts_out()
    person.opts_in()
    assert [(each.happening, each.chat) for each in await world.hears()] == [
        (Happening.STOPPED, person.id), (Happening.ALLOWED, person.id),
    ]  # fmt: skip


async def test_styles_and_rows_as_a_phone_shows_them(world: WhatsAppWorld) -> None:
    person, rows = world.somebody(), ((Choice("Kirim ke semua wartawan daring", "send.1"),), (Choice("Batal", "cancel.1"),))
    await world.channel.send(person.id, Part((Block("Judul", Style.TITLE),), rows, menu="Pilih"))
    (seen,) = person.sees()
    assert (seen.styles, seen.menu) == ((("bold", "Judul"),), "Pilih")
    event = await world.presses(person.id, "Kirim ke semua wartawan")
    assert event.token == "send.1"


async def test_a_press_is_answered_by_a_sign_of_typing_and_its_failure_is_no_fault(world: WhatsAppWorld) -> None:
    event = await world.says(world.person(), "halo")
    world.server.fail("messages", platform.BAD_GATEWAY)
    await world.channel.acknowledge(event)
    assert world.server.state.typing == []
    await world.channel.acknowledge(event)
    assert world.server.state.typing == world.server.state.read == [event.key]
    await world.channel.acknowledge(replace(event, press_id=""))
    assert world.server.state.calls["messages"] == 1


# notifications


async def test_a_notification_is_read_only_with_the_signature_of_its_very_bytes(world: WhatsAppWorld) -> None:
    world.somebody().says("halo")
    (body,) = world.server.one_by_one(world.server.take())
    headers = world.server.headers(body)
    (event,) = world.channel.read(headers, body)
    assert world.channel.understand(event.body).text == "halo"
    proof = headers["X-Hub-Signature-256"]
    for given in ("", "sha256=", proof.removeprefix("sha256="), proof.upper(), f"{proof}0", f"sha1={proof[7:]}", "\udcff"):
        with pytest.raises(Untrusted):
            world.channel.read({"X-Hub-Signature-256": given}, body)
    for changed in (body + b" ", body.replace(b"halo", b"Halo")):
        with pytest.raises(Untrusted):
            world.channel.read(headers, changed)
    with pytest.raises(Untrusted):
        world.channel.read({}, body)
    open_to_all = other(world, app_secret="")
    with pytest.raises(Untrusted):
        open_to_all.read(signed(body, ""), body)


@pytest.mark.parametrize("body", [b"", b"[]", b"1", b"{}", b'{"entry": {}}', b"\xff", b"[" * 100_000])
async def test_what_is_no_notification_is_none(world: WhatsAppWorld, body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any sentence will do: the web side answers 400
        world.channel.read(world.server.headers(body), body)


async def test_nothing_of_any_batch_is_lost_and_the_order_is_kept(world: WhatsAppWorld) -> None:
    people = [world.somebody() for _ in range(3)]
    for at in range(40):
        people[at % 3].says(f"pesan {at}")
        await world.channel.send(people[at % 3].id, part(f"jawaban {at}"))
    items = world.server.take()
    for seed in range(5):
        bodies = world.server.batched(items, 50, Random(seed))
        events = [each for body in bodies for each in world.channel.read(world.server.headers(body), body)]
        understood = [world.channel.understand(each.body) for each in events]
        assert len(events) == len({each.key for each in events}) == len(items)
        assert [each.text for each in understood if each.text] == [f"pesan {at}" for at in range(40)]
        assert [each.key for each in events] == [each.key for each in understood]


CHALLENGE = {"hub.mode": "subscribe", "hub.verify_token": platform.VERIFY_TOKEN, "hub.challenge": "1158201444"}


async def test_an_address_is_ours_only_for_who_knows_the_word(world: WhatsAppWorld) -> None:
    assert world.channel.challenge(CHALLENGE) == "1158201444"
    wrong: tuple[dict[str, str], ...] = ({}, {"hub.verify_token": ""}, {"hub.verify_token": "x"}, {"hub.mode": "unsubscribe"})
    for each in wrong:
        with pytest.raises(Untrusted):
            world.channel.challenge(CHALLENGE | each if each else {})
    with pytest.raises(Untrusted):
        other(world).challenge(CHALLENGE | {"hub.verify_token": ""})


# set-up


async def test_about_is_the_number_in_links(world: WhatsAppWorld) -> None:
    assert await world.channel.about() == platform.PHONE
    assert await world.channel.openings() == 250
    world.server.fail("phone", platform.NONSENSE)
    assert (await failed(world.channel.about())).problem is Problem.BUSY


DRAFT = TemplateDraft(
    "rilis_baru", Language.ID, "UTILITY", "Rilis {{1}} dari {{2}}. Baca?", ("R-231", "Humas Kab. Teladan"), ("Naskah lengkap",)
)


async def test_templates_are_put_forward_and_asked_for(world: WhatsAppWorld) -> None:
    assert await world.channel.templates() == []
    assert await world.channel.submit_template(DRAFT) == TemplateState("rilis_baru", "id", "UTILITY", "PENDING")
    await world.channel.submit_template(replace(DRAFT, name="salam", body="Selamat datang.", samples=(), labels=()))
    world.server.decides("rilis_baru", "REJECTED", "INVALID_FORMAT")
    world.server.rates("salam", "GREEN")
    assert await world.channel.templates() == [
        TemplateState("rilis_baru", "id", "UTILITY", "REJECTED", "UNKNOWN", "INVALID_FORMAT"),
        TemplateState("salam", "id", "UTILITY", "PENDING", "GREEN"),
    ]
    assert (await failed(world.channel.submit_template(DRAFT))).problem is Problem.REFUSED


async def test_every_page_of_templates_is_read(world: WhatsAppWorld) -> None:
    for each in range(230):
        world.server.template(f"kabar_{each}", "Ada kabar.")
    assert [each.name for each in await world.channel.templates()] == [f"kabar_{each}" for each in range(230)]
    assert world.server.state.calls["templates"] == 3


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        (platform.BAD_GATEWAY, Problem.BUSY),
        (platform.NONSENSE, Problem.BUSY),
        (error(200), Problem.BROKEN),
        (error(80007), Problem.BUSY),
    ],
)
async def test_templates_that_cannot_be_asked_for(world: WhatsAppWorld, fault: Fault, problem: Problem) -> None:
    world.server.fail("templates", fault)
    assert (await failed(world.channel.templates())).problem is problem


async def test_templates_belong_to_a_business(world: WhatsAppWorld) -> None:
    alone = other(world, business_id="")
    for call in (alone.templates(), alone.submit_template(DRAFT)):
        assert (await failed(call)).problem is Problem.BROKEN


async def test_the_version_of_the_graph_is_a_setting(world: WhatsAppWorld) -> None:
    newer, wrong = other(world, version="v26.0"), other(world, version="latest")
    assert await newer.about() == platform.PHONE
    assert (await failed(wrong.about())).problem is Problem.REFUSED
    await newer.close()
    await wrong.close()
