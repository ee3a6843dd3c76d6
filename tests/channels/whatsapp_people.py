"""The people of our Cloud API server: they write, press, react, change and leave, and see what a phone would show."""

from tests.channels.whatsapp_display import Seen
from tests.channels.whatsapp_hooks import Item
from tests.channels.whatsapp_messages import delivered
from tests.channels.whatsapp_state import THEIRS, Contact, Json, Sent, State, checksum

MIMES = {"image": "image/jpeg", "video": "video/mp4", "audio": "audio/ogg; codecs=opus", "sticker": "image/webp"}
PAPER = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Person:
    """Somebody with WhatsApp on a phone. Until they write first only templates reach them."""

    def __init__(self, state: State, name: str, phone: str, user_id: str) -> None:
        self._state = state
        self.contact = Contact(name, phone, user_id)
        state.contacts.append(self.contact)

    @property
    def id(self) -> str:
        """The id by which this business knows them."""
        return self.contact.user_id

    @property
    def phone(self) -> str:
        """Their number, digits with the country's."""
        return self.contact.phone

    def sees(self) -> list[Seen]:
        """What arrived, in order."""
        return [Seen.of(each) for each in self.contact.got.values() if delivered(each)]

    # they say something

    def says(self, text: str, quotes: str = "") -> str:
        """Words; gives the message's id."""
        return self._writes({"type": "text", "text": {"body": text}}, quotes)

    def sends(self, kind: str, content: bytes, caption: str = "", name: str = "", mime: str = "") -> str:
        """A file of a kind: image, document, video, audio, sticker; gives the message's id."""
        kept = self._state.keep(kind, mime or MIMES.get(kind, PAPER), name, content, THEIRS)
        stored = self._state.media[kept]
        named = {"filename": name} if kind == "document" else {}
        words = {"caption": caption} if caption else {}
        sort = {"voice": True} if kind == "audio" else {"animated": False} if kind == "sticker" else {}
        shown = {**words, **named, **sort, "mime_type": stored.mime, "sha256": checksum(content), "id": kept}
        return self._writes({"type": kind, kind: shown})

    def shares(self, kind: str, value: object) -> str:
        """Anything else: contacts, a location."""
        return self._writes({"type": kind, kind: value})

    def sends_unknown(self) -> str:
        """Something that the platform does not pass on, such as a poll."""
        why = {"code": 131051, "title": "Message type unknown", "message": "Message type unknown"}
        details = {"error_data": {"details": "Message type is currently not supported."}}
        return self._writes({"type": "unsupported", "errors": [{**why, **details}]})

    def reacts(self, message: str, emoji: str = "👍") -> str:
        """A sign on a message; empty takes it back."""
        sign = {"emoji": emoji} if emoji else {}
        return self._writes({"type": "reaction", "reaction": {"message_id": message, **sign}})

    def presses(self, label: str) -> str:
        """The newest button or row with this label; gives the id of the answer. LookupError where none shows."""
        for sent in reversed(self.contact.got.values()):
            for kind, text, token in sent.shown.get("buttons", ()) if delivered(sent) else ():
                if label in text and kind.lower() != "url":
                    return self._chooses(sent, kind, text, token)
        raise LookupError(f"no button {label!r}")

    def presses_token(self, token: str, message: str = "") -> str:
        """A button by its token, of a message or of the newest that has it: in WhatsApp none ever goes away."""
        for sent in reversed(self.contact.got.values()):
            for kind, text, own in sent.shown.get("buttons", ()):
                if own == token and message in ("", sent.id):
                    return self._chooses(sent, kind, text, token)
        raise LookupError(f"no button with {token!r}")

    def _chooses(self, sent: Sent, kind: str, label: str, token: str) -> str:
        choice: Json = {"id": token, "title": label}
        described = sent.shown.get("described", {}).get(token)
        row = {"description": described} if described else {}
        answers: dict[str, Json] = {
            "reply": {"type": "interactive", "interactive": {"type": "button_reply", "button_reply": choice}},
            "row": {"type": "interactive", "interactive": {"type": "list_reply", "list_reply": {**choice, **row}}},
            "QUICK_REPLY": {"type": "button", "button": {"payload": token, "text": label}},
        }
        return self._writes(answers[kind], sent.id)

    def _writes(self, contents: Json, quotes: str = "") -> str:
        own = quotes in self.contact.said
        author = self.contact.phone if own else self._state.account.phone
        context = {"context": {"from": author, "id": quotes}} if quotes else {}
        return self._state.say(self.contact, {**context, **contents})

    # they do something

    def reads(self, message: str = "") -> None:
        """Opens the chat: a message is read, or every one that arrived."""
        for each in list(self.contact.got.values()):
            if message in ("", each.id) and each.status in ("sent", "delivered"):
                self._state.turn(each, "read")

    def goes_offline(self) -> None:
        """The phone is off: what is sent waits."""
        self.contact.online = False

    def comes_online(self) -> None:
        """And arrives now."""
        self.contact.online = True
        for each in list(self.contact.got.values()):
            if each.status == "sent":
                self._state.turn(each, "delivered")

    def blocks(self) -> None:
        """Wants nothing from this number."""
        self.contact.blocks = True

    def returns(self) -> None:
        """Takes it up again."""
        self.contact.blocks = False

    def leaves(self) -> None:
        """The account is gone; nobody is told."""
        self.contact.has_account = False

    def opts_out(self) -> None:
        """Stops broadcasts in the app's own settings."""
        self.contact.opted_out = True
        self._prefers("stop")

    def opts_in(self) -> None:
        """Takes them up again."""
        self.contact.opted_out = False
        self._prefers("resume")

    def hides_phone(self, username: str) -> None:
        """Takes a username: from now on the phone is not shown."""
        self.contact.username, self.contact.hidden = username, True

    def changes_number(self, phone: str, user_id: str = "") -> None:
        """Another number, with which the platform may give another user id too."""
        old, was, self.contact.phone = self.contact.phone, self.contact.user_id, phone
        self.contact.user_id = user_id or was
        renewed = {"user_id": user_id} if user_id else {}
        body = f"User {self.contact.name} changed from {old} to {phone}"
        self._system(old, {"body": body, "wa_id": phone, **renewed, "type": "user_changed_number"})
        if user_id:
            self._renames(was)

    def changes_user_id(self, user_id: str) -> None:
        """Another user id; which one it was stands in words, and in a notification of its own."""
        was, self.contact.user_id = self.contact.user_id, user_id
        body = f"User {self.contact.name} changed from {was} to {user_id}"
        self._system("", {"body": body, "user_id": user_id, "type": "user_changed_user_id"})
        self._renames(was)

    def _system(self, phone: str, contents: Json) -> None:
        who = {"from": phone} if phone else {}
        stamp = {"id": self._state.wamid(), "timestamp": str(int(self._state.now()))}
        self._state.push(Item("messages", "messages", {**who, **stamp, "type": "system", "system": contents}))

    def _renames(self, was: str) -> None:
        shown = self.contact.shown()
        phone = {"wa_id": shown["wa_id"]} if "wa_id" in shown else {}
        detail = f"User id for {self.contact.name} has been updated."
        ids = {"previous": was, "current": self.contact.user_id}
        body = {**phone, "detail": detail, "user_id": ids, "timestamp": str(int(self._state.now()))}
        self._state.push(Item("user_id_update", "user_id_update", body, shown))

    def _prefers(self, value: str) -> None:
        shown = self.contact.shown()
        ids = {name: value for name, value in shown.items() if name != "profile"}
        detail = f"User requested to {value} marketing messages"
        said = {"detail": detail, "category": "marketing_messages", "value": value, "timestamp": int(self._state.now())}
        self._state.push(Item("user_preferences", "user_preferences", {**ids, **said}, shown))
