"""The people of our Bot API server: they write, press and block, and see what a phone would show."""

from collections.abc import Sequence

from tests.channels.telegram_state import BOT, Chat, Json, Seen, State


class Person:
    """A private chat with the bot. Until they write first the bot may not."""

    def __init__(self, state: State, user_id: int, name: str, language: str) -> None:
        self._state = state
        self.chat = Chat(user_id, name, language=language)
        self.id = str(user_id)
        state.chats[user_id] = self.chat

    def sees(self) -> list[Seen]:
        """What the bot wrote, as it stands now."""
        return [Seen.of(each) for each in self.chat.messages.values() if each["from"]["is_bot"]]

    def starts(self, payload: str = "") -> int:
        """Opens the chat, by a link where there is a payload."""
        return self.says(f"/start {payload}".strip())

    def says(self, text: str, entities: Sequence[Json] = ()) -> int:
        """Words; gives the message's number."""
        return self._posts({"text": text, **({"entities": list(entities)} if entities else {})})

    def sends(self, kind: str, content: bytes, caption: str = "", name: str = "", album: str = "") -> int:
        """A file of a kind: photo, document, video, audio, voice, sticker."""
        words = {"caption": caption} if caption else {}
        group = {"media_group_id": album} if album else {}
        return self._posts({kind: self._state.keep(kind, name, content), **words, **group})

    def shares(self, **contents: Json) -> int:
        """Anything else: a contact, a location, a poll."""
        return self._posts(contents)

    def edits(self, number: int, text: str) -> None:
        """Other words in a message of theirs."""
        message = self.chat.messages[number] | {"text": text, "edit_date": self._state.now()}
        self.chat.messages[number] = message
        self._state.push("edited_message", message)

    def presses(self, label: str) -> str:
        """The newest button with this label; gives the press's id. LookupError where none shows."""
        shown = [(each, row) for each in reversed(self.sees()) for row in each.buttons]
        message, token = next((each.id, token) for each, row in shown for text, token in row if label in text)
        return self.presses_token(token, message)

    def presses_token(self, token: str, message: int) -> str:
        """A button that may be gone by now."""
        query = f"q{next(self._state.ids)}"
        self._state.queries[query] = False
        gone = {"message_id": message, "chat": self.chat.shown(), "date": 0}
        under = self.chat.messages.get(message, gone)
        event = {"id": query, "from": self.chat.user(), "message": under, "chat_instance": "1", "data": token}
        self._state.push("callback_query", event)
        return query

    def blocks(self) -> None:
        """Stops the bot."""
        self.chat.reason = "bot was blocked by the user"
        self._turns("kicked")

    def returns(self) -> None:
        """Takes it up again."""
        self.chat.reason = ""
        self._turns("member")

    def is_deactivated(self) -> None:
        """The account is gone; nobody is told."""
        self.chat.reason = "user is deactivated"

    def _posts(self, contents: Json) -> int:
        self.chat.reason = ""
        message = self._state.post(self.chat, self.chat.user(), contents)
        self._state.push("message", message)
        return int(message["message_id"])

    def _turns(self, status: str) -> None:
        until = {"until_date": 0} if status == "kicked" else {}
        was = {"status": "member" if status == "kicked" else "kicked", "user": BOT, **({} if until else {"until_date": 0})}
        now = {"status": status, "user": BOT, **until}
        member = {"chat": self.chat.shown(), "from": self.chat.user(), "date": self._state.now()}
        self._state.push("my_chat_member", {**member, "old_chat_member": was, "new_chat_member": now})


class Group:
    """A group that somebody put the bot into."""

    def __init__(self, state: State, chat_id: int, title: str) -> None:
        self._state = state
        self.chat = Chat(chat_id, title, kind="group", reason="")
        self.id = str(chat_id)
        state.chats[chat_id] = self.chat

    def hears(self, person: Person, text: str) -> None:
        """Somebody says something in it."""
        self._state.push("message", self._state.post(self.chat, person.chat.user(), {"text": text}))

    def moves(self, chat_id: int, person: Person) -> None:
        """It becomes a supergroup with another address."""
        self._state.push("message", self._state.post(self.chat, person.chat.user(), {"migrate_to_chat_id": chat_id}))
        self.chat.moved_to = chat_id
        self._state.chats[chat_id] = Chat(chat_id, self.chat.title, kind="supergroup", reason="")

    def kicks(self) -> None:
        """The bot is put out."""
        self.chat.reason = "bot was kicked from the group chat"
