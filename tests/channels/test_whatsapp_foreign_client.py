"""A client that nobody here wrote, pywa, meets our server as it meets the real one, and reads what the server tells."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from aiohttp import web
from pywa import errors, utils
from pywa_async import WhatsApp, handlers, types
from pywa_async.types import templates

from tests.channels import whatsapp_server as platform
from tests.channels.whatsapp_people import Person
from tests.channels.whatsapp_server import WhatsAppServer

PICTURE = b"\xff\xd8 not a picture"


class Rerouted(httpx.AsyncHTTPTransport):
    """The client cannot be told another host than the platform's: what is meant for it goes to our server."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = httpx.URL(url)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme=self._url.scheme, host=self._url.host, port=self._url.port)
        request.headers["Host"] = f"{self._url.host}:{self._url.port}"
        return await super().handle_async_request(request)


@dataclass
class Heard:
    """What the client's handlers were given, under the address where it listens."""

    url: str
    updates: list[Any] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)


@pytest.fixture
async def server() -> AsyncIterator[WhatsAppServer]:
    async with WhatsAppServer(lambda: 1_790_000_000.0) as server:
        yield server
        assert server.violations == []


@pytest.fixture
async def bot(server: WhatsAppServer) -> AsyncIterator[WhatsApp]:
    async with httpx.AsyncClient(transport=Rerouted(server.url)) as session:
        yield WhatsApp(
            server.phone_id,
            server.token,
            session=session,
            waba_id=server.business_id,
            verify_token=server.verify_token,
            app_secret=server.app_secret,
        )


@pytest.fixture
async def heard(server: WhatsAppServer, bot: WhatsApp) -> AsyncIterator[Heard]:
    """The client behind a real address, subscribed after the platform's challenge."""

    async def challenged(request: web.Request) -> web.Response:
        word, status = await bot.webhook_challenge_handler(request.query["hub.verify_token"], request.query["hub.challenge"])
        return web.Response(text=word, status=status)

    async def told(request: web.Request) -> web.Response:
        body = await request.read()
        refused = await bot.webhook_update_validator(body, request.headers.get(utils.HUB_SIG))
        words, status = refused or await bot.webhook_update_handler(body)
        return web.Response(text=words, status=status)

    app = web.Application()
    app.router.add_get("/", challenged)
    app.router.add_post("/", told)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    listening = Heard(f"http://{host}:{port}/")
    register(bot, listening)
    yield listening
    await runner.cleanup()


KINDS: list[Any] = [
    handlers.MessageHandler,
    handlers.CallbackButtonHandler,
    handlers.CallbackSelectionHandler,
    handlers.MessageStatusHandler,
    handlers.UserMarketingPreferencesHandler,
    handlers.PhoneNumberChangeHandler,
    handlers.TemplateStatusUpdateHandler,
    handlers.TemplateCategoryUpdateHandler,
    handlers.TemplateQualityUpdateHandler,
]


def register(bot: WhatsApp, listening: Heard) -> None:
    async def keep(_: WhatsApp, update: Any) -> None:
        listening.updates.append(update)
        listening.arrived.set()

    for kind in KINDS:
        bot.add_handlers(kind(keep))


@pytest.fixture
def rina(server: WhatsAppServer) -> Person:
    """Somebody who wrote a moment ago, of which nobody was told."""
    person = server.person("Rina Contoh", "6281211112222", "ID.13491208655302741918")
    person.says("halo")
    server.take()
    return person


async def reads(server: WhatsAppServer, heard: Heard) -> Any:
    """Everything that waits is told, one by one; gives the last."""
    waiting = len(server.state.pending)
    heard.updates.clear()
    assert await server.deliver(heard.url) == [1] * waiting
    assert len(heard.updates) == waiting
    return heard.updates[-1]


async def test_it_knows_the_number(bot: WhatsApp) -> None:
    number = await bot.get_business_phone_number()
    assert (number.verified_name, number.quality_rating) == ("Meja Humas Contoh", "GREEN")


@pytest.mark.parametrize("by_phone", [True, False])
async def test_it_sends_words_by_phone_and_by_user_id(bot: WhatsApp, rina: Person, by_phone: bool) -> None:
    sent = await bot.send_message(rina.phone if by_phone else rina.id, "*Judul* rilis", preview_url=True)
    (seen,) = rina.sees()
    assert (seen.id, seen.text, seen.styles) == (sent.id, "Judul rilis", (("bold", "Judul"),))


async def test_it_quotes(bot: WhatsApp, rina: Person) -> None:
    asked = rina.says("kapan?")
    await bot.send_message(rina.id, "besok", reply_to_message_id=asked)
    assert rina.sees()[0].quotes == asked


async def test_buttons_are_pressed(bot: WhatsApp, server: WhatsAppServer, heard: Heard, rina: Person) -> None:
    buttons = [types.Button("Setuju", "approve.1"), types.Button("Tolak", "refuse.1")]
    sent = await bot.send_message(rina.id, "Setujui?", header="Rilis", footer="R-1", buttons=buttons)
    (seen,) = rina.sees()
    assert (seen.header, seen.footer, seen.buttons) == ("Rilis", "R-1", (("Setuju", "approve.1"), ("Tolak", "refuse.1")))
    server.take()
    rina.presses("Tolak")
    pressed = await reads(server, heard)
    assert (pressed.data, pressed.title, pressed.reply_to_message.id) == ("refuse.1", "Tolak", sent.id)


async def test_a_row_of_a_list_is_chosen(bot: WhatsApp, server: WhatsAppServer, heard: Heard, rina: Person) -> None:
    rows = [types.SectionRow("Harian Contoh", "outlet.1", "Jakarta"), types.SectionRow("Radio Teladan", "outlet.2")]
    await bot.send_message(rina.id, "Media mana?", buttons=types.SectionList("Pilih", [types.Section("Media", rows)]))
    assert rina.sees()[0].menu == "Pilih"
    server.take()
    rina.presses("Harian")
    chosen = await reads(server, heard)
    assert (chosen.data, chosen.title, chosen.description) == ("outlet.1", "Harian Contoh", "Jakarta")


async def test_a_link_is_a_button_that_nobody_hears_of(bot: WhatsApp, rina: Person) -> None:
    await bot.send_message(rina.id, "Berkas", buttons=types.URLButton("Buka", "https://contoh.id/a"))
    assert rina.sees()[0].buttons == (("Buka", "https://contoh.id/a"),)
    with pytest.raises(LookupError):
        rina.presses("Buka")


async def test_media_go_up_once_and_are_sent_by_id(bot: WhatsApp, server: WhatsAppServer, rina: Person) -> None:
    media = await bot.upload_media(PICTURE, "image/jpeg", "foto.jpg")
    for _ in range(2):
        await bot.send_image(rina.id, media.id, caption="di lapangan")
    assert [(each.kind, each.file, each.text) for each in rina.sees()] == [("image", media.id, "di lapangan")] * 2
    found = await bot.get_media_url(media.id)
    assert (found.mime_type, found.sha256) == ("image/jpeg", hashlib.sha256(PICTURE).hexdigest())
    assert await bot.get_media_bytes(found.url) == PICTURE
    assert await bot.delete_media(media.id)
    with pytest.raises(errors.WhatsAppError, match="does not exist"):
        await bot.get_media_url(media.id)
    assert server.state.uploads == 1


async def test_every_kind_of_file(bot: WhatsApp, rina: Person) -> None:
    await bot.send_document(rina.id, b"isi", filename="naskah.pdf", caption="naskah", mime_type="application/pdf")
    await bot.send_video(rina.id, b"isi", caption="video", mime_type="video/mp4")
    await bot.send_audio(rina.id, b"isi", mime_type="audio/mpeg")
    seen = [(each.kind, each.text, each.name) for each in rina.sees()]
    assert seen == [("document", "naskah", "naskah.pdf"), ("video", "video", ""), ("audio", "", "")]


async def test_it_hears_words_and_files(bot: WhatsApp, server: WhatsAppServer, heard: Heard, rina: Person) -> None:
    rina.says("halo 🌊")
    rina.sends("image", PICTURE, "di lapangan")
    rina.sends("document", b"isi naskah", name="naskah.docx")
    document = await reads(server, heard)
    words, picture, _ = heard.updates
    assert (words.text, words.from_user.name, words.from_user.wa_id) == ("halo 🌊", "Rina Contoh", rina.phone)
    assert (picture.caption, picture.image.mime_type) == ("di lapangan", "image/jpeg")
    assert (document.document.filename, await document.document.get_bytes()) == ("naskah.docx", b"isi naskah")


async def test_it_hears_reactions_replies_and_what_it_cannot_read(server: WhatsAppServer, heard: Heard, rina: Person) -> None:
    said = rina.says("satu")
    rina.says("dua", quotes=said)
    rina.reacts(said)
    rina.sends_unknown()
    unknown = await reads(server, heard)
    _, reply, reaction, _ = heard.updates
    assert (reply.reply_to_message.id, reaction.reaction.emoji, unknown.type) == (said, "👍", types.MessageType.UNSUPPORTED)


async def test_it_hears_what_became_of_a_message(bot: WhatsApp, server: WhatsAppServer, heard: Heard, rina: Person) -> None:
    sent = await bot.send_message(rina.id, "halo", tracker="row-7")
    rina.reads()
    await reads(server, heard)
    assert [(each.id, each.status, each.tracker) for each in heard.updates] == [
        (sent.id, each, "row-7") for each in ("sent", "delivered", "read")
    ]
    assert [each.from_user.bsuid for each in heard.updates] == [rina.id] * 3
    first = heard.updates[0].pricing
    assert (first.billable, first.category, first.model) == (False, "service", "PMP")


async def test_it_hears_of_numbers_and_wishes(bot: WhatsApp, server: WhatsAppServer, heard: Heard, rina: Person) -> None:
    old, was = rina.phone, rina.id
    rina.changes_number("6281299998888")
    changed = await reads(server, heard)
    assert (changed.old_wa_id, changed.new_wa_id) == (old, "6281299998888")
    rina.opts_out()
    stopped = await reads(server, heard)
    assert (stopped.value, stopped.from_user.bsuid) == ("stop", was)
    rina.opts_in()
    assert bool(await reads(server, heard))


async def test_a_hidden_phone_is_not_told(bot: WhatsApp, server: WhatsAppServer, heard: Heard, rina: Person) -> None:
    rina.hides_phone("rina.contoh")
    rina.says("halo")
    hidden = await reads(server, heard)
    user = hidden.from_user
    assert (user.wa_id, user.username, user.bsuid) == (None, "rina.contoh", rina.id)
    await hidden.reply("halo juga")
    assert rina.sees()[0].text == "halo juga"


async def test_a_message_is_marked_as_read(bot: WhatsApp, server: WhatsAppServer, rina: Person) -> None:
    first, second = rina.says("satu"), rina.says("dua")
    assert await bot.mark_message_as_read(first)
    assert await bot.indicate_typing(second)
    assert (server.state.read, server.state.typing) == ([first, second], [second])


BODY: Any = templates.BodyText("Rilis baru: {{1}}. Kode {{2}} untuk media Anda.", "Banjir surut", "R-1")
RELEASE = templates.Template(
    name="rilis_baru",
    language=templates.TemplateLanguage.INDONESIAN,
    category=templates.TemplateCategory.UTILITY,
    components=[
        BODY,
        templates.FooterText(text="Humas Contoh"),
        templates.Buttons(buttons=[templates.QuickReplyButton(text="Baca"), templates.QuickReplyButton(text="Berhenti")]),
    ],
)


async def test_a_template_is_submitted_approved_sent_and_answered(
    bot: WhatsApp, server: WhatsAppServer, heard: Heard, rina: Person
) -> None:
    created = await bot.create_template(RELEASE)
    assert created.status == templates.TemplateStatus.PENDING
    with pytest.raises(errors.TemplateNotExists):
        await bot.send_template(rina.id, "rilis_baru", templates.TemplateLanguage.INDONESIAN)
    server.decides("rilis_baru", "APPROVED")
    assert (await reads(server, heard)).new_status == templates.TemplateStatus.APPROVED
    server.later(25 * 3600)  # the window is closed
    taps = [templates.QuickReplyButton.params(callback_data=each, index=at) for at, each in enumerate(("look.1", "leave.1"))]
    await bot.send_template(rina.id, template=RELEASE, params=[BODY.params("Banjir surut", "R-1"), *taps])
    (seen,) = rina.sees()
    assert (seen.text, seen.footer) == ("Rilis baru: Banjir surut. Kode R-1 untuk media Anda.", "Humas Contoh")
    assert seen.buttons == (("Baca", "look.1"), ("Berhenti", "leave.1"))
    server.take()
    rina.presses("Baca")
    pressed = await reads(server, heard)
    assert (pressed.data, pressed.is_quick_reply) == ("look.1", True)
    await bot.send_message(rina.id, "Naskah lengkap")  # and open again
    assert rina.sees()[-1].text == "Naskah lengkap"


async def test_templates_are_listed_with_what_the_platform_thinks(bot: WhatsApp, server: WhatsAppServer, heard: Heard) -> None:
    for number in range(3):
        server.template(f"kabar_{number}", "Ada kabar.")
    server.decides("kabar_0", "PAUSED")
    server.recategorises("kabar_1", "MARKETING")
    server.rates("kabar_2", "YELLOW")
    await reads(server, heard)
    paused, moved, rated = heard.updates
    assert (paused.new_status, moved.new_category, rated.new_quality_score) == ("PAUSED", "MARKETING", "YELLOW")
    page: Any = await bot.get_templates(pagination=types.Pagination(limit=2))
    assert (page.total_count, [each.name for each in page], page.has_next) == (3, ["kabar_0", "kabar_1"], True)
    assert [(each.status, each.previous_category) for each in page] == [("PAUSED", None), ("APPROVED", "UTILITY")]
    (last,) = await page.next()
    assert (last.name, last.quality_score.score) == ("kabar_2", "YELLOW")
    (approved,) = await bot.get_templates(statuses=[templates.TemplateStatus.APPROVED], name="kabar_1")
    assert approved.category == "MARKETING"


async def test_only_what_the_platform_signed_is_heard(bot: WhatsApp, server: WhatsAppServer, heard: Heard, rina: Person) -> None:
    rina.says("halo")
    (body,) = server.one_by_one(server.take())
    signature = server.headers(body)[utils.HUB_SIG]
    assert await bot.webhook_update_validator(body, signature) is None
    assert await bot.webhook_update_validator(body + b" ", signature) == ("Forbidden", 403)
    server.app_secret = "another"
    assert await bot.webhook_update_validator(body, server.headers(body)[utils.HUB_SIG]) == ("Forbidden", 403)


async def test_an_address_is_challenged_then_told(server: WhatsAppServer, heard: Heard, rina: Person) -> None:
    server.verify_token = "wrong"
    with pytest.raises(ValueError, match="verify token"):
        await server.subscribe(heard.url)
    server.verify_token = platform.VERIFY_TOKEN
    await server.subscribe(heard.url)
    rina.says("halo")
    await asyncio.wait_for(heard.arrived.wait(), 5)
    assert [each.text for each in heard.updates] == ["halo"]


ERRORS: dict[str, tuple[dict[str, Any], type[errors.WhatsAppError]]] = {
    "a text too long": ({"type": "text", "text": {"body": "a" * 4097}}, errors.InvalidParameter),
    "no text": ({"type": "text", "text": {"body": " "}}, errors.MissingRequiredParameter),
    "an unknown file": ({"type": "image", "image": {"id": "77"}}, errors.InvalidParameter),
    "an unknown template": (
        {"type": "template", "template": {"name": "tidak_ada", "language": {"code": "id"}}},
        errors.TemplateNotExists,
    ),
    "a blank too few": (
        {"type": "template", "template": {"name": "kabar", "language": {"code": "id"}, "components": []}},
        errors.TemplateParamCountMismatch,
    ),
}


@pytest.mark.parametrize(("message", "error"), ERRORS.values(), ids=ERRORS)
async def test_a_limit_is_an_error_by_name(
    bot: WhatsApp, server: WhatsAppServer, rina: Person, message: dict[str, Any], error: type[errors.WhatsAppError]
) -> None:
    server.template("kabar", "Kabar: {{1}}.")
    body = {"messaging_product": "whatsapp", "to": rina.phone, **message}
    with pytest.raises(error):
        await bot.api.send_raw_request("POST", f"/{server.phone_id}/messages", json=body)
    assert rina.sees() == []


async def test_haste_is_refused(bot: WhatsApp, server: WhatsAppServer, rina: Person) -> None:
    for number in range(45):
        await bot.send_message(rina.id, f"{number}")
    with pytest.raises(errors.TooManyMessages):
        await bot.send_message(rina.id, "lagi")
    server.later(6)
    await bot.send_message(rina.id, "lagi")
    server.state.rate = 1
    with pytest.raises(errors.RateLimitHit):
        await bot.send_message(server.person("Budi Teladan", "6281311112222").id, "halo")


async def test_a_foreign_token_is_refused(server: WhatsAppServer) -> None:
    async with httpx.AsyncClient(transport=Rerouted(server.url)) as session:
        bot = WhatsApp(server.phone_id, "other", session=session)
        with pytest.raises(errors.ExpiredAccessToken):
            await bot.get_business_phone_number()


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (platform.SERVER_ERROR, errors.UnknownError),
        (platform.BAD_GATEWAY, errors.WhatsAppError),
        (platform.error(131048), errors.SpamRateLimitHit),
        (platform.CUT, httpx.RequestError),
        (platform.LOST, httpx.RequestError),
    ],
)
async def test_faults(bot: WhatsApp, server: WhatsAppServer, rina: Person, fault: platform.Fault, kind: type[Exception]) -> None:
    server.fail("messages", fault)
    with pytest.raises(kind):
        await bot.send_message(rina.id, "halo", tracker="row-1")
    assert [each.text for each in rina.sees()] == (["halo"] if fault.done else [])
