"""What WhatsApp tells us, item by item, and what the desk understands."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import Problem
from bot.channels.whatsapp.fields import parsed
from bot.channels.whatsapp.inbound import events, sent, understand
from messages.inbound import Attachment, Happening, Inbound, Pin
from storage.records import Fate, FileKind, Json

OURS = "106540352242922"
RINA = {"profile": {"name": "Rina Contoh"}, "wa_id": "628123456789", "user_id": "ID.1349"}
STAMP = {"from": "628123456789", "from_user_id": "ID.1349", "id": "wamid.7", "timestamp": "1"}
SAID = Inbound(
    "wamid.7", "ID.1349", "ID.1349", Happening.SAID, name="Rina Contoh", phone="628123456789", press_id="wamid.7",
    platform_id="wamid.7",
)  # fmt: skip
META = {"display_phone_number": "15550783881", "phone_number_id": OURS}
FILE = {"id": "1003", "mime_type": "image/jpeg", "sha256": "x"}


def change(field: str, **value: Any) -> Json:
    return {"field": field, "value": {"messaging_product": "whatsapp", "metadata": META, **value}}


def batch(*changes: Json) -> Json:
    return {"object": "whatsapp_business_account", "entry": [{"id": "1022", "changes": list(changes)}]}


def heard(*changes: Json) -> list[Inbound]:
    return [understand(each.body) for each in events(batch(*changes), OURS)]


def said(**contents: Any) -> Inbound:
    (event,) = heard(change("messages", contacts=[RINA], messages=[{**STAMP, **contents}]))
    return event


def file(kind: str, **more: Any) -> Json:
    return {"type": kind, kind: {**FILE, **more}}


def came(kind: FileKind, name: str = "", mime: str = "image/jpeg") -> Inbound:
    return replace(SAID, files=(Attachment(kind, "1003", name, mime),))


def reply(kind: str) -> Json:
    return {"type": "interactive", "interactive": {"type": kind, kind: {"id": "approve.1", "title": "a"}}, **UNDER}


UNDER = {"context": {"from": "15550783881", "id": "wamid.1"}}
SAYINGS: dict[str, tuple[Json, Inbound]] = {
    "words": ({"type": "text", "text": {"body": "Halo"}}, replace(SAID, text="Halo")),
    "words about a product": (
        {"type": "text", "text": {"body": "Halo"}, "context": {"from": "1", "id": "wamid.1"}, "referral": {"source_id": "1"}},
        replace(SAID, text="Halo"),
    ),
    "half a character": ({"type": "text", "text": {"body": "a\ud83cb\0c"}}, replace(SAID, text="a\ufffdbc")),
    "words said again": (
        {"type": "edit", "edit": {"original_message_id": "wamid.1", "message": {"type": "text", "text": {"body": "Halo semua"}}}},
        replace(SAID, text="Halo semua"),
    ),
    "a picture": (file("image"), came(FileKind.PHOTO)),
    "a picture with words": (file("image", caption="Di lapangan"), replace(came(FileKind.PHOTO), text="Di lapangan")),
    "a document": (
        file("document", filename="naskah.pdf", mime_type="application/pdf"),
        came(FileKind.DOCUMENT, "naskah.pdf", "application/pdf"),
    ),
    "a film": (file("video"), came(FileKind.VIDEO)),
    "sound": (file("audio", voice=False), came(FileKind.AUDIO)),
    "a voice": (file("audio", voice=True), came(FileKind.VOICE)),
    "a sticker": (file("sticker"), came(FileKind.STICKER)),
}
PRESSED = replace(SAID, happening=Happening.PRESSED, token="approve.1", platform_id="wamid.1")
PRESSES: dict[str, tuple[Json, Inbound]] = {
    "under a template": ({"type": "button", "button": {"payload": "approve.1", "text": "Setuju"}, **UNDER}, PRESSED),
    "a reply button": (reply("button_reply"), PRESSED),
    "a row of a list": (reply("list_reply"), PRESSED),
    "under what is not told": (
        {"type": "button", "button": {"payload": "approve.1", "text": "Setuju"}},
        replace(PRESSED, platform_id=""),
    ),
}
UNREADABLE = replace(SAID, happening=Happening.UNREADABLE)
USELESS: dict[str, tuple[Json, Inbound]] = {
    "a place": ({"type": "location", "location": {"latitude": 1.0, "longitude": 1.0}}, replace(UNREADABLE, pin=Pin(1.0, 1.0))),
    "a contact": ({"type": "contacts", "contacts": [{"phones": [{"phone": "0812-0000-0000"}]}]}, UNREADABLE),
    "an order": ({"type": "order", "order": {"catalog_id": "1", "product_items": []}}, UNREADABLE),
    "what the platform cannot pass on": ({"type": "unsupported", "errors": [{"code": 131051}]}, UNREADABLE),
    "a form": ({"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {"name": "flow"}}}, UNREADABLE),
    "a thing of tomorrow": ({"type": "hologram", "hologram": {}}, UNREADABLE),
    "no words": ({"type": "text", "text": {"body": ""}}, UNREADABLE),
}


@pytest.mark.parametrize(
    ("contents", "understood"), [*SAYINGS.values(), *PRESSES.values(), *USELESS.values()], ids=[*SAYINGS, *PRESSES, *USELESS]
)
def test_a_message(contents: Json, understood: Inbound) -> None:
    assert said(**contents) == understood


STARTS = {
    "MULAI KODE_1-x": "KODE_1-x", "mulai KODE": "KODE", "start KODE": "KODE", "/start KODE": "KODE", " Mulai  KODE ": "KODE",
    "mulai": "", "mulai dari awal": "", "memulai KODE": "", "KODE": "", "mulai KODE!": "",
}  # fmt: skip


@pytest.mark.parametrize(("text", "start"), STARTS.items())
def test_what_a_link_typed_stands_by_itself_and_in_the_words(text: str, start: str) -> None:
    assert said(type="text", text={"body": text}) == replace(SAID, text=text, start=start)


TEXT = {"type": "text", "text": {"body": "Halo"}}
PEOPLE: dict[str, tuple[Json, list[Any], tuple[str, str, str]]] = {
    "an id and a phone": (STAMP, [RINA], ("ID.1349", "628123456789", "Rina Contoh")),
    "a phone that is hidden": (
        {"from_user_id": "ID.1349", "id": "wamid.7"}, [{"profile": {"name": "Rina", "username": "@rina"}, "user_id": "ID.1349"}],
        ("ID.1349", "", "Rina"),
    ),
    "a phone only": (
        {"from": "628123456789", "id": "wamid.7"}, [{"profile": {"name": "Rina"}, "wa_id": "628123456789"}],
        ("628123456789", "628123456789", "Rina"),
    ),
    "an id that only the contact has": (
        {"from": "628123456789", "id": "wamid.7"}, [RINA], ("ID.1349", "628123456789", "Rina Contoh"),
    ),
    "nobody else": (STAMP, [], ("ID.1349", "628123456789", "")),
    "one of several": (STAMP, [{"user_id": "ID.2", "wa_id": "2"}, RINA], ("ID.1349", "628123456789", "Rina Contoh")),
    "none of several": (STAMP, [{"user_id": "ID.2"}, {"wa_id": "3"}], ("ID.1349", "628123456789", "")),
    "the only one, whose phone is written otherwise": (
        {"from": "+62 812-3456-789", "id": "wamid.7"}, [{"wa_id": "628123456789", "profile": {"name": "Rina"}}],
        ("628123456789", "628123456789", "Rina"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("stamp", "contacts", "person"), PEOPLE.values(), ids=PEOPLE)
def test_who_wrote(stamp: Json, contacts: list[Any], person: tuple[str, str, str]) -> None:
    (event,) = events(batch(change("messages", contacts=contacts, messages=[{**stamp, **TEXT}])), OURS)
    understood = understand(event.body)
    assert (understood.chat, understood.phone, understood.name) == person
    assert event.chat == understood.chat == understood.user_key


def test_a_contact_that_came_with_several_is_nobody_elses() -> None:
    mine, other = {"from": "628123456789", "id": "wamid.7", **TEXT}, {"from": "62899", "id": "wamid.8", **TEXT}
    assert [(each.chat, each.name) for each in heard(change("messages", contacts=[RINA], messages=[mine, other]))] == [
        ("ID.1349", "Rina Contoh"), ("62899", ""),
    ]  # fmt: skip


WHY = {"code": 131047, "title": "Re-engagement message", "error_data": {"details": "More than 24 hours have passed"}}
FATE = Inbound(
    "wamid.9:sent", "ID.1349", "ID.1349", Happening.FATE, name="Rina Contoh", phone="628123456789", platform_id="wamid.9",
    fate=Fate.SENT,
)  # fmt: skip
REGULAR = {"billable": True, "pricing_model": "PMP", "type": "regular", "category": "utility"}
STATUSES: dict[str, tuple[Json, Inbound]] = {
    "sent": ({"status": "sent"}, FATE),
    "delivered": ({"status": "delivered"}, replace(FATE, key="wamid.9:delivered", fate=Fate.DELIVERED)),
    "read": ({"status": "read"}, replace(FATE, key="wamid.9:read", fate=Fate.READ)),
    "heard": ({"status": "played"}, replace(FATE, key="wamid.9:played", fate=Fate.READ)),
    "with our name for it": ({"status": "sent", "biz_opaque_callback_data": "row:12"}, replace(FATE, reference="row:12")),
    "billed": ({"status": "sent", "pricing": REGULAR}, replace(FATE, price="utility")),
    "billed, as it was told before": (
        {"status": "sent", "pricing": {"billable": True, "category": "service"}},
        replace(FATE, price="service"),
    ),
    "free": ({"status": "sent", "pricing": {**REGULAR, "type": "free_customer_service"}}, FATE),
    "free, as it was told before": ({"status": "sent", "pricing": {"billable": False, "category": "service"}}, FATE),
    "failed": (
        {"status": "failed", "errors": [WHY]},
        replace(
            FATE, key="wamid.9:failed", fate=Fate.FAILED, problem=Problem.CLOSED.value,
            detail="131047 Re-engagement message More than 24 hours have passed",
        ),
    ),
    "failed, nobody says why": (
        {"status": "failed"},
        replace(FATE, key="wamid.9:failed", fate=Fate.FAILED, problem=Problem.REFUSED.value, detail="-1"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("status", "understood"), STATUSES.values(), ids=STATUSES)
def test_what_became_of_a_message(status: Json, understood: Inbound) -> None:
    item = {"id": "wamid.9", "timestamp": "1", "recipient_id": "628123456789", "recipient_user_id": "ID.1349", **status}
    (event,) = events(batch(change("messages", contacts=[RINA], statuses=[item])), OURS)
    assert (event.key, event.chat) == (understood.key, "ID.1349")
    assert understand(event.body) == understood


def test_a_failure_names_only_what_the_message_was_sent_to() -> None:
    (by_phone, by_id) = heard(
        change("messages", statuses=[{"id": "wamid.9", "status": "failed", "recipient_id": "628123456789", "errors": [WHY]}]),
        change("messages", statuses=[{"id": "wamid.8", "status": "failed", "recipient_user_id": "ID.1349", "errors": [WHY]}]),
    )
    assert (by_phone.chat, by_phone.phone, by_id.chat, by_id.phone) == ("628123456789", "628123456789", "ID.1349", "")


@pytest.mark.parametrize(("value", "happening"), [("stop", Happening.STOPPED), ("resume", Happening.ALLOWED)])
@pytest.mark.parametrize(
    "named", [{"wa_id": "628123456789", "user_id": "ID.1349"}, {}], ids=["named twice", "named by its contact"]
)
def test_who_wants_no_broadcasts(value: str, happening: Happening, named: Json) -> None:
    item = {**named, "detail": "…", "category": "marketing_messages", "value": value, "timestamp": 1731705721}
    (event,) = events(batch(change("user_preferences", contacts=[RINA], user_preferences=[item])), OURS)
    key = f"ID.1349:marketing_messages:{value}:1731705721"
    assert (event.key, event.chat) == (key, "ID.1349")
    assert understand(event.body) == Inbound(key, "ID.1349", "ID.1349", happening, name="Rina Contoh", phone="628123456789")


def system(kind: str, body: str = "", **more: Any) -> Json:
    return {"type": "system", "system": {"body": body, "type": kind, **more}}


MOVED = Inbound("wamid.7", "ID.1", "ID.2", Happening.MOVED, text="ID.2", was="ID.1")
MOVES: dict[str, tuple[Json, Inbound]] = {
    "a new id": ({"id": "wamid.7", **system("user_changed_user_id", previous_user_id="ID.1", user_id="ID.2")}, MOVED),
    "a new id, the old one in a sentence": (
        {"id": "wamid.7", **system("user_changed_user_id", "User Rina from Bali changed from ID.1 to ID.2", user_id="ID.2")},
        MOVED,
    ),
    "a new id and its phone": (
        {"id": "wamid.7", "from": "1", **system("user_changed_user_id", previous_user_id="ID.1", user_id="ID.2", wa_id="2")},
        replace(MOVED, phone="2"),
    ),
    "a new number with its ids": (
        {"id": "wamid.7", "from": "1", **system("user_changed_number", previous_user_id="ID.1", user_id="ID.2", wa_id="2")},
        replace(MOVED, phone="2"),
    ),
    "a new number, the old id not told": (
        {
            "id": "wamid.7",
            "from": "1",
            **system("user_changed_number", "User Rina changed from 1 to 2", user_id="ID.2", wa_id="2"),
        },
        replace(MOVED, chat="1", was="1", phone="2"),
    ),
    "a new number without ids": (
        {"id": "wamid.7", "from": "1", **system("user_changed_number", wa_id="2")},
        Inbound("wamid.7", "1", "2", Happening.MOVED, text="2", phone="2", was="1"),
    ),
}


@pytest.mark.parametrize(("item", "understood"), MOVES.values(), ids=MOVES)
def test_who_has_another_number(item: Json, understood: Inbound) -> None:
    (event,) = events(batch(change("messages", messages=[item])), OURS)
    assert event.chat == understood.chat  # in the order of the talk that was
    assert understand(event.body) == understood


def test_who_has_another_id_is_told_in_a_change_of_its_own_too() -> None:
    item = {"wa_id": "2", "detail": "…", "user_id": {"previous": "ID.1", "current": "ID.2"}, "timestamp": "1"}
    (moved,) = heard(change("user_id_update", user_id_update=[item]))
    assert moved == replace(MOVED, key="ID.1:ID.2", phone="2")


PASSED: dict[str, Json] = {
    "a reaction": change("messages", contacts=[RINA], messages=[{**STAMP, "type": "reaction", "reaction": {"emoji": "👍"}}]),
    "a message taken back": change("messages", messages=[{**STAMP, "type": "revoke", "revoke": {"original_message_id": "1"}}]),
    "a chat that was opened": change("messages", messages=[{**STAMP, "type": "request_welcome"}]),
    "another system message": change("messages", messages=[{**STAMP, **system("customer_identity_changed", "rahasia")}]),
    "talk in a group": change("messages", messages=[{**STAMP, **TEXT, "group_id": "Y2Fw"}]),
    "a fault of the account": change("messages", errors=[{"code": 130429, "title": "Rate limit hit"}]),
    "a group that was made": change("group_lifecycle_update", groups=[{"group_id": "Y2Fw", "subject": "rahasia"}]),
    "what the business said itself": change("smb_message_echoes", message_echoes=[{"to": "628", "text": {"body": "rahasia"}}]),
    "another number's talk": {
        "field": "messages",
        "value": {"metadata": {**META, "phone_number_id": "2"}, "contacts": [RINA], "messages": [{**STAMP, **TEXT}]},
    },
}


@pytest.mark.parametrize("passed", PASSED.values(), ids=PASSED)
def test_what_nobody_said_to_the_desk_leaves_only_its_key(passed: Json) -> None:
    (event,) = events(batch(passed), OURS)
    assert (event.chat, set(event.body)) == ("", {"kind", "key", "what"})
    understood = understand(event.body)
    assert (understood.key, understood.chat, understood.happening) == (event.key, "", Happening.UNREADABLE)


def test_every_item_of_a_batch_comes_in_order_and_again_as_the_same() -> None:
    one, two, three = ({**STAMP, "id": f"wamid.{each}", "text": {"body": str(each)}, "type": "text"} for each in (1, 2, 3))
    status = {"id": "wamid.9", "status": "sent", "recipient_id": "628123456789"}
    packed = batch(change("messages", messages=[one, two], statuses=[status, {**status, "status": "read"}]))
    packed["entry"] += batch(change("calls", calls=[]), change("messages", contacts=[RINA], messages=[three]))["entry"]
    told = events(packed, OURS)
    keys = [each.key for each in told]
    assert keys[:4] == ["wamid.1", "wamid.2", "wamid.9:sent", "wamid.9:read"]
    assert keys[5:] == ["wamid.3"]
    again = events(batch(change("messages", contacts=[RINA], messages=[three])), OURS)
    assert again == told[5:]


BROKEN: dict[str, Any] = {
    "an entry that is none": {"entry": [7]},
    "an entry without changes": {"entry": [{"id": "1"}]},
    "a change that is none": batch([]),  # type: ignore[arg-type]  # what a platform may never send
    "a change without a field": batch({"value": {}}),
    "a change without a value": batch({"field": "messages"}),
    "messages that are none": batch(change("messages", messages={"id": "1"})),
    "contacts that are none": batch(change("messages", contacts={}, messages=[{**STAMP, **TEXT}])),
    "a contact that is none": batch(change("messages", contacts=["Rina"], messages=[{**STAMP, **TEXT}])),
    "a message that is none": batch(change("messages", messages=["Halo"])),
    "a message without an id": batch(change("messages", messages=[{"from": "1", **TEXT}])),
    "a message of nobody": batch(change("messages", messages=[{"id": "wamid.1", **TEXT}])),
    "an id without an end": batch(change("messages", messages=[{**STAMP, "id": "w" * 201, **TEXT}])),
    "somebody without an end": batch(change("messages", messages=[{**STAMP, "from_user_id": "w" * 151, **TEXT}])),
    "a status of nobody": batch(change("messages", statuses=[{"id": "wamid.1", "status": "sent"}])),
    "a status that says none": batch(change("messages", statuses=[{"id": "wamid.1", "recipient_id": "1"}])),
    "a system message that is none": batch(change("messages", messages=[{**STAMP, "type": "system", "system": "x"}])),
    "a move from nowhere": batch(
        change("messages", messages=[{"id": "wamid.7", **system("user_changed_user_id", user_id="ID.2")}])
    ),
    "an id that changed from nothing": batch(change("user_id_update", user_id_update=[{"user_id": {"current": "ID.2"}}])),
    "a preference of nobody": batch(change("user_preferences", user_preferences=[{"category": "a", "value": "stop"}])),
}
HALF_READABLE: dict[str, Json] = {
    "a message without a kind": change("messages", messages=[STAMP]),
    "words that are none": change("messages", messages=[{**STAMP, "type": "text", "text": "Halo"}]),
    "words without a body": change("messages", messages=[{**STAMP, "type": "text", "text": {}}]),
    "a picture without an id": change("messages", messages=[{**STAMP, "type": "image", "image": {}}]),
    "a button without a token": change("messages", messages=[{**STAMP, "type": "button", "button": {"text": "a"}}]),
    "an edit of nothing": change("messages", messages=[{**STAMP, "type": "edit", "edit": {}}]),
    "a name that is none": change("messages", contacts=[{**RINA, "profile": {"name": 7}}], messages=[{**STAMP, **TEXT}]),
    "a move to nowhere": change("messages", messages=[{**STAMP, **system("user_changed_number", previous_user_id="ID.1")}]),
    "a status of tomorrow": change("messages", statuses=[{"id": "wamid.1", "status": "beamed", "recipient_id": "1"}]),
    "a code that is none": change(
        "messages", statuses=[{"id": "wamid.1", "status": "failed", "recipient_id": "1", "errors": [{"code": "1"}]}]
    ),
    "a preference of tomorrow": change(
        "user_preferences", user_preferences=[{"wa_id": "1", "category": "marketing_messages", "value": "sometimes"}]
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_is_an_event_to_be_put_aside(broken: Any) -> None:
    good = change("messages", contacts=[RINA], messages=[{**STAMP, **TEXT}])
    aside, kept = events({"entry": [*broken["entry"], *batch(good)["entry"]]}, OURS)
    assert (aside.chat, kept.chat) == ("", "ID.1349")
    with pytest.raises(ValueError, match="unknown kind: unread"):
        understand(aside.body)


@pytest.mark.parametrize("half", HALF_READABLE.values(), ids=HALF_READABLE)
def test_what_has_a_chat_is_stored_in_its_order_before_it_is_understood(half: Json) -> None:
    (event,) = events(batch(half), OURS)
    assert event.chat
    with pytest.raises(ValueError, match=r"is missing|is no |unknown|nobody"):
        understand(event.body)


@pytest.mark.parametrize("body", [{}, {"entry": {}}, {"entry": None}])
def test_what_is_no_notification_is_none(body: Json) -> None:
    with pytest.raises(ValueError, match="entry"):
        events(body, OURS)


@pytest.mark.parametrize("content", [b"", b"[]", b"7", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_object_is_not_parsed(content: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parsed(content)


def test_an_answer_names_the_message_that_was_taken() -> None:
    assert sent({"messaging_product": "whatsapp", "messages": [{"id": "wamid.9", "message_status": "accepted"}]}) == "wamid.9"
    answers: tuple[Json, ...] = ({}, {"messages": []}, {"messages": [{}]}, {"messages": {"id": "wamid.9"}})
    for answer in answers:
        with pytest.raises(ValueError, match=r"missing|is no"):
            sent(answer)


NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["id", "type", "from", "text", "body", "system", "status", "user_id", "value", "messages"]), inner
    ),
    max_leaves=8,
)  # fmt: skip


@given(st.sampled_from(["messages", "statuses", "user_preferences", "user_id_update", "other"]), NESTED, NESTED)
def test_nonsense_of_any_shape_is_an_event_each_and_is_understood_or_a_value_error(name: str, item: Any, contacts: Any) -> None:
    field = "messages" if name == "statuses" else name
    told = events(batch(change(field, contacts=contacts, **{name: [item]})), OURS)
    assert len(told) == 1
    with suppress(ValueError):
        assert understand(told[0].body).key == told[0].key
