"""The Cloud API's messages, each with the limits that its documentation states, and what a phone makes of it."""

import re
from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

from tests.channels.whatsapp_state import Contact, Json, Refusal, Sent, State, digits
from tests.channels.whatsapp_templates import file_of, used

TEXT, CAPTION, BODY, EDGE = 4096, 1024, 1024, 60
BUTTONS, BUTTON, TOKEN = 3, 20, 256
ROWS, ROW, DESCRIPTION, ROW_TOKEN, MENU, SECTIONS = 10, 24, 72, 200, 20, 10
CALL, REFERENCE = 20, 512
WINDOW = 24 * 3600.0  # seconds for which free words are allowed after a person wrote
GAP, BURST = 6.0, 45  # one message in six seconds to one person, of which 45 may come at once


def bounded(where: str, text: object, limit: int) -> str:
    """Words that are there and not too many."""
    if not isinstance(text, str) or not text.strip():
        raise Refusal(131008, f"{where} is required")
    if len(text) > limit:
        raise Refusal(131009, f"{where} must be at most {limit} characters, {len(text)} given")
    return text


def text(state: State, value: Json) -> Json:
    """Words."""
    return {"text": bounded("text.body", value["body"], TEXT)}


def file(kind: str, state: State, value: Json) -> Json:
    """A file, with words under it where its kind has them."""
    said = bounded(f"{kind}.caption", value["caption"], CAPTION) if value.get("caption") else ""
    if kind == "audio" and said:
        raise Refusal(100, "Unexpected key caption on param audio")
    return {"text": said, "name": value.get("filename", ""), **file_of(state, kind, value)}


def interactive(state: State, value: Json) -> Json:
    """Words with something to choose."""
    said = {"text": bounded("interactive.body.text", value.get("body", {}).get("text"), BODY)}
    if "footer" in value:
        said["footer"] = bounded("interactive.footer.text", value["footer"]["text"], EDGE)
    shown = CHOICES[value["type"]](value["action"]) if value["type"] in CHOICES else {}
    return {**said, **header(state, value), **shown}


def header(state: State, value: Json) -> Json:
    """What stands above; a list takes only words."""
    given = value.get("header")
    if not given:
        return {}
    if given["type"] == "text":
        return {"header": bounded("interactive.header.text", given["text"], EDGE)}
    if value["type"] == "list":
        raise Refusal(131009, "interactive.header.type must be text for lists")
    return file_of(state, given["type"], given[given["type"]])


def unique(where: str, values: list[str]) -> None:
    """No two alike."""
    if len(set(values)) != len(values):
        raise Refusal(131009, f"{where} must be unique")


def replies(action: Json) -> Json:
    """Up to three buttons."""
    given = [each["reply"] for each in action["buttons"]]
    if not 1 <= len(given) <= BUTTONS:
        raise Refusal(131009, f"interactive.action.buttons must have 1 to {BUTTONS} entries, {len(given)} given")
    unique("button titles", [each["title"] for each in given])
    unique("button ids", [each["id"] for each in given])
    return {"buttons": [("reply", bounded("title", each["title"], BUTTON), token(each["id"], TOKEN)) for each in given]}


def token(value: str, limit: int) -> str:
    """An id, which neither begins nor ends with a blank."""
    if value != value.strip():
        raise Refusal(131009, "id has leading or trailing spaces")
    return bounded("id", value, limit)


def rows(action: Json) -> Json:
    """A list behind a button."""
    sections = action["sections"]
    given = [row for each in sections for row in each["rows"]]
    if not 1 <= len(given) <= ROWS or len(sections) > SECTIONS:
        raise Refusal(131009, f"sections must have 1 to {ROWS} rows in all, {len(given)} given")
    if len(sections) > 1:
        for each in sections:
            bounded("section title", each.get("title"), ROW)
    for row in given:
        if "description" in row:
            bounded("row description", row["description"], DESCRIPTION)
    unique("row ids", [each["id"] for each in given])
    shown = [("row", bounded("row title", each["title"], ROW), token(each["id"], ROW_TOKEN)) for each in given]
    described = {each["id"]: each["description"] for each in given if "description" in each}
    return {"buttons": shown, "menu": bounded("interactive.action.button", action["button"], MENU), "described": described}


def call(action: Json) -> Json:
    """One button that opens an address."""
    parameters = action["parameters"]
    address = urlsplit(parameters["url"])
    if address.scheme not in ("http", "https") or not address.netloc:
        raise Refusal(131009, "interactive.action.parameters.url is no valid URL")
    return {"buttons": [("url", bounded("display_text", parameters["display_text"], CALL), parameters["url"])]}


CHOICES: dict[str, Callable[[Json], Json]] = {"button": replies, "list": rows, "cta_url": call}


def reaction(state: State, value: Json) -> Json:
    """A sign on one of the person's messages; empty takes it back."""
    return {"reacts": value["message_id"], "text": value["emoji"]}


def location(state: State, value: Json) -> Json:
    """A point on a map, as words: what stands beside its pin, and where that is."""
    if abs(value["latitude"]) > 90 or abs(value["longitude"]) > 180:
        raise Refusal(131009, "location.latitude and location.longitude must be on earth")
    return {"text": f"{value['name']}\n\n{value['address']}\n\n{value['latitude']}, {value['longitude']}"}


def other(state: State, value: object) -> Json:
    """A kind that this desk never sends."""
    return {"text": ""}


KINDS: dict[str, Callable[[State, Json], Json]] = {
    "text": text,
    **{kind: partial(file, kind) for kind in ("image", "document", "video", "audio", "sticker")},
    "interactive": interactive,
    "reaction": reaction,
    "location": location,
    "contacts": other,
}


def send(state: State, body: Json) -> Json:
    """Take a message; what becomes of it is told by webhook. Raises Refusal."""
    contact = _recipient(state, body)
    kind = body.get("type", "text")
    if kind == "template":
        template, shown = used(state, body["template"])
        category = template.category.lower()
    else:
        shown, category = KINDS[kind](state, body[kind]), "service"
    if len(body.get("biz_opaque_callback_data", "")) > REFERENCE:
        raise Refusal(131009, f"biz_opaque_callback_data must be at most {REFERENCE} characters")
    shown |= {"quotes": _quoted(contact, body)}
    _pace(state, contact)
    sent = Sent(state.wamid(), contact, body, state.now(), {"type": kind, **shown}, category, bool(body.get("to")))
    _settle(state, sent)
    return _accepted(sent)


def _recipient(state: State, body: Json) -> Contact | None:
    if not body.get("to") and not state.takes_user_ids:
        raise Refusal(131062, "use the phone number of the recipient")
    if body.get("to") and not re.fullmatch(r"\+?[\d\s()./-]{5,24}", body["to"]):
        raise Refusal(131009, "to is no valid phone number")
    return state.find(body)


def _quoted(contact: Contact | None, body: Json) -> str:
    """The id of the message that this one quotes. One that nobody knows is no fault: the quote is just not shown."""
    number = str(body.get("context", {}).get("message_id", ""))
    known = contact and (number in contact.said or number in contact.got)
    return number if known else ""


def _pace(state: State, contact: Contact | None) -> None:
    """Eighty a second in all; to one person one in six seconds, of which a burst may be borrowed."""
    now = state.now()
    while state.recent and now - state.recent[0] >= 1.0:
        state.recent.popleft()
    if len(state.recent) >= state.rate:
        raise Refusal(130429, "Cloud API message throughput has been reached.")
    if contact:
        owed = max(contact.owed, now)
        if owed - now > GAP * (BURST - 1):
            raise Refusal(131056, "Too many messages sent to the same recipient phone number in a short period of time.")
        contact.owed = owed + GAP
    state.recent.append(now)


def _settle(state: State, sent: Sent) -> None:
    """What becomes of it, at once; who is offline gets it later."""
    state.sent[sent.id] = sent
    if code := _doom(state, sent):
        state.turn(sent, "failed", code)
        return
    state.turn(sent, "sent")
    if sent.contact:
        sent.contact.got[sent.id] = sent
        if sent.contact.online:
            state.turn(sent, "delivered")


def _doom(state: State, sent: Sent) -> int:
    """The code with which a message that was taken will fail, 0 for none."""
    if state.dooms:
        return state.dooms.popleft()
    contact = sent.contact
    if contact is None or not contact.has_account or contact.blocks:
        return 131026
    closed = contact.wrote is None or sent.at - contact.wrote >= WINDOW
    if sent.category == "service" and closed:
        return 131047
    return 131050 if sent.category == "marketing" and contact.opted_out else 0


def _accepted(sent: Sent) -> Json:
    """The answer: taken, which is not yet sent."""
    given = sent.body.get("to") or sent.body["recipient"]
    known = {"wa_id": digits(given)} if sent.by_phone else {"user_id": given}
    status = {"message_status": "accepted"} if sent.shown["type"] == "template" else {}
    return {"messaging_product": "whatsapp", "contacts": [{"input": given, **known}], "messages": [{"id": sent.id, **status}]}


def mark_read(state: State, body: Json) -> Json:
    """A person's message was read, and all before it; perhaps somebody types now."""
    number = body["message_id"]
    contact = next((each for each in state.contacts if number in each.said), None)
    if contact is None:
        raise Refusal(100, "message_id does not exist")
    state.read.append(number)
    if "typing_indicator" in body:
        state.typing.append(number)
    return {"success": True}


def delivered(sent: Sent) -> bool:
    """Whether a phone shows it."""
    return sent.status in ("delivered", "read")
