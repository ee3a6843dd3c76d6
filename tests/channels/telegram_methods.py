"""The Bot API's methods that a desk uses, each with the limits that its documentation states."""

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from tests.channels.telegram_schema import Upload
from tests.channels.telegram_state import BOT, Chat, Json, Refusal, State, units

TEXT, CAPTION, DATA, TOAST, BUTTONS, COMMANDS = 4096, 1024, 64, 200, 100, 100
DELETABLE = 48 * 3600  # seconds
FAMILIES = ({"photo", "video"}, {"document"}, {"audio"})
SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)


def refuse(why: str) -> Refusal:
    """The platform's most frequent answer."""
    return Refusal(400, f"Bad Request: {why}")


def worded(p: Json, name: str, limit: int) -> Json:
    """Text or caption with its entities, trimmed as the platform trims."""
    text, where = p.get(name, ""), "entities" if name == "text" else f"{name}_entities"
    if p.get("parse_mode"):
        raise refuse("can't parse entities: this server reads no markup")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise refuse("strings must be encoded in UTF-8") from None
    for entity in p.get(where, ()):
        if entity["offset"] < 0 or entity["length"] <= 0 or entity["offset"] + entity["length"] > units(text):
            raise refuse("receive an entity with incorrect offset or length")
    trimmed = text.strip()
    if units(trimmed) > limit:
        raise refuse("message is too long" if name == "text" else "message caption is too long")
    lead = units(text) - units(text.lstrip())
    entities = [{**each, "offset": each["offset"] - lead} for each in p.get(where, ())]
    return {**({name: trimmed} if trimmed else {}), **({where: entities} if entities else {})}


def keyboard(p: Json) -> Json:
    """The buttons under a message."""
    rows = [row for row in p.get("reply_markup", {}).get("inline_keyboard", ()) if row]
    for button in (each for row in rows for each in row):
        if not button["text"].strip():
            raise refuse("inline keyboard button text must be non-empty")
        if len(button.keys() & {"callback_data", "url"}) != 1:
            raise refuse("text buttons are unallowed in the inline keyboard")
        if not 1 <= len(button.get("callback_data", "x").encode()) <= DATA:
            raise refuse("BUTTON_DATA_INVALID")
        if not urlsplit(button.get("url", "https://a.id")).netloc:
            raise refuse(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    if sum(map(len, rows)) > BUTTONS:
        raise refuse("reply markup is too long")
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def source(state: State, kind: str, value: Any) -> Any:
    """A file by its id, or one that comes along."""
    if isinstance(value, Upload):
        limit = state.photo_limit if kind == "photo" else state.upload_limit
        if len(value.content) > limit:
            raise Refusal(413, "Request Entity Too Large") if kind != "photo" else refuse("file is too big for a photo")
        if not value.content:
            raise refuse("file must be non-empty")
        state.uploads += 1
        return state.keep(kind, value.name, value.content)
    if value not in state.files:
        raise refuse("wrong remote file identifier specified: Wrong string length")
    if state.files[value].kind != kind:
        raise refuse(f"can't use file of type {state.files[value].kind.title()} as {kind.title()}")
    return [state.show(value)] if kind == "photo" else state.show(value)


def send_message(state: State, p: Json) -> Json:
    """A text."""
    chat, words, buttons = state.chat(p["chat_id"]), worded(p, "text", TEXT), keyboard(p)
    if not words.get("text"):
        raise refuse("message text is empty")
    return state.post(chat, BOT, {**words, **buttons})


def send_venue(state: State, p: Json) -> Json:
    """A point on a map with a title and an address."""
    chat, at = state.chat(p["chat_id"]), {"latitude": p["latitude"], "longitude": p["longitude"]}
    if abs(at["latitude"]) > 90 or abs(at["longitude"]) > 180 or not p["title"].strip() or not p["address"].strip():
        raise refuse("wrong venue specified")
    return state.post(chat, BOT, {"venue": {"location": at, "title": p["title"], "address": p["address"]}, "location": at})


def send_file(kind: str, state: State, p: Json) -> Json:
    """One file, with words and buttons under it."""
    chat, words, buttons = state.chat(p["chat_id"]), worded(p, "caption", CAPTION), keyboard(p)
    return state.post(chat, BOT, {kind: source(state, kind, p[kind]), **words, **buttons})


def send_album(state: State, p: Json) -> list[Json]:
    """Two to ten files of one family; no buttons, which the reference forbids by naming no such parameter."""
    chat, media = state.chat(p["chat_id"]), p["media"]
    if not 2 <= len(media) <= 10:
        raise refuse("album must include 2-10 items")
    if not any({each["type"] for each in media} <= family for family in FAMILIES):
        raise refuse("document can't be mixed with other media types")
    words = [worded(each, "caption", CAPTION) for each in media]
    files = [{each["type"]: source(state, each["type"], each["media"])} for each in media]
    group = {"media_group_id": str(next(state.ids))}
    return [state.post(chat, BOT, {**file, **said, **group}) for file, said in zip(files, words, strict=True)]


def editable(state: State, p: Json) -> tuple[Chat, Json]:
    """A message of ours that can be changed."""
    chat = state.chat(p["chat_id"])
    message = chat.messages.get(p["message_id"])
    if message is None:
        raise refuse("message to edit not found")
    if not message["from"]["is_bot"]:
        raise refuse("message can't be edited")
    return chat, message


def edit(state: State, p: Json, changes: Json, dropped: tuple[str, ...]) -> Json:
    """The message as changed; what is not named is gone."""
    chat, old = editable(state, p)
    new = {name: value for name, value in old.items() if name not in dropped} | changes
    if {**new, "edit_date": 0} == {**old, "edit_date": 0}:
        raise refuse(SAME)
    new["edit_date"] = state.now()
    chat.messages[p["message_id"]] = new
    return new


def edit_text(state: State, p: Json) -> Json:
    """Other words."""
    _, old = editable(state, p)
    if "text" not in old:
        raise refuse("there is no text in the message to edit")
    words = worded(p, "text", TEXT)
    if not words.get("text"):
        raise refuse("message text is empty")
    return edit(state, p, {**words, **keyboard(p)}, ("text", "entities", "reply_markup"))


def edit_caption(state: State, p: Json) -> Json:
    """Other words under a file."""
    _, old = editable(state, p)
    if "text" in old:
        raise refuse("there is no caption in the message to edit")
    return edit(state, p, {**worded(p, "caption", CAPTION), **keyboard(p)}, ("caption", "caption_entities", "reply_markup"))


def edit_buttons(state: State, p: Json) -> Json:
    """Other buttons, or none."""
    return edit(state, p, keyboard(p), ("reply_markup",))


def delete(state: State, p: Json) -> bool:
    """A message of the last two days taken back."""
    chat = state.chat(p["chat_id"])
    message = chat.messages.get(p["message_id"])
    if message is None:
        raise refuse("message to delete not found")
    if state.now() - message["date"] > DELETABLE:
        raise refuse("message can't be deleted for everyone")
    del chat.messages[p["message_id"]]
    return True


def delete_many(state: State, p: Json) -> bool:
    """Several; those that are not there are skipped."""
    if not 1 <= len(p["message_ids"]) <= 100:
        raise refuse("wrong number of message identifiers")
    present = [each for each in p["message_ids"] if each in state.chat(p["chat_id"]).messages]
    return all(delete(state, {"chat_id": p["chat_id"], "message_id": each}) for each in present) or True


def answer_press(state: State, p: Json) -> bool:
    """The spinner stops."""
    if state.queries.get(p["callback_query_id"], True):
        raise refuse("query is too old and response timeout expired or query ID is invalid")
    if len(p.get("text", "")) > TOAST:
        raise refuse("MESSAGE_TOO_LONG")
    state.queries[p["callback_query_id"]] = True
    return True


def get_file(state: State, p: Json) -> Json:
    """Where a file can be fetched."""
    stored = state.files.get(p["file_id"])
    if stored is None:
        raise refuse("wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > state.download_limit:
        raise refuse("file is too big")
    common = {"file_id": p["file_id"], "file_unique_id": f"u{p['file_id']}", "file_size": len(stored.content)}
    return {**common, "file_path": f"{stored.kind}s/{p['file_id']}"}


def scope_of(p: Json) -> tuple[str, str]:
    """Whose menu, in which language."""
    scope = p.get("scope", {"type": "default"})
    if not re.fullmatch("([a-z]{2})?", p.get("language_code", "")):
        raise refuse("invalid language code specified")
    return str(scope.get("chat_id", scope["type"])), p.get("language_code", "")


def set_commands(state: State, p: Json) -> bool:
    """A menu."""
    if len(p["commands"]) > COMMANDS:
        raise refuse("too many commands")
    for each in p["commands"]:
        if not re.fullmatch("[a-z0-9_]{1,32}", each["command"]) or not 1 <= len(each["description"]) <= 256:
            raise refuse("BOT_COMMAND_INVALID")
    if "chat_id" in p.get("scope", {}):
        state.chat(p["scope"]["chat_id"])
    state.commands[scope_of(p)] = p["commands"]
    return True


def set_webhook(state: State, p: Json) -> bool:
    """Updates are delivered. Plain HTTP only to this machine, as a Bot API server of one's own allows."""
    address = urlsplit(p["url"])
    if p["url"] and address.scheme != "https" and address.hostname != "127.0.0.1":
        raise refuse("bad webhook: An HTTPS URL must be provided for webhook")
    if not re.fullmatch("[A-Za-z0-9_-]{0,256}", p.get("secret_token", "")):
        raise refuse("secret token contains unallowed characters")
    if not 1 <= p.get("max_connections", 40) <= 100:
        raise refuse("max_connections must be between 1 and 100")
    state.webhook = p if p["url"] else {}
    state.allowed = p.get("allowed_updates", state.allowed)
    state.arrived.set()
    return True


def delete_webhook(state: State, p: Json) -> bool:
    """Updates wait to be fetched."""
    state.webhook = {}
    if p.get("drop_pending_updates"):
        state.pending.clear()
    return True


def webhook_info(state: State, p: Json) -> Json:
    """How updates are delivered."""
    return {"url": state.webhook.get("url", ""), "has_custom_certificate": False, "pending_update_count": len(state.pending)}


def get_me(state: State, p: Json) -> Json:
    """Who the bot is."""
    return {**BOT, "can_join_groups": True, "can_read_all_group_messages": False}


def get_commands(state: State, p: Json) -> list[Json]:
    """A menu as it was set."""
    return state.commands.get(scope_of(p), [])


METHODS: dict[str, Callable[[State, Json], Any]] = {
    "getMe": get_me,
    "sendMessage": send_message,
    "sendVenue": send_venue,
    **{f"send{kind.title()}": partial(send_file, kind) for kind in ("photo", "document", "video", "audio", "voice")},
    "sendMediaGroup": send_album,
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageReplyMarkup": edit_buttons,
    "deleteMessage": delete,
    "deleteMessages": delete_many,
    "answerCallbackQuery": answer_press,
    "getFile": get_file,
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": webhook_info,
}


def typed(name: str, value: str) -> Any:
    """A field of a form, which is always words, as the value it stands for."""
    if name in {"text", "caption", "url", "secret_token", "callback_query_id", "file_id", "language_code"}:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def resolved(value: Any, attached: Mapping[str, Upload]) -> Any:
    """Parameters with the files themselves where only their names stood."""
    match value:
        case dict():
            return {name: resolved(each, attached) for name, each in value.items()}
        case list():
            return [resolved(each, attached) for each in value]
        case str() if value.startswith("attach://"):
            return attached.get(value.removeprefix("attach://"), value)
    return value
