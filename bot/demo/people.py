"""People who write to the bot, press its buttons and ask inline."""

import re
from typing import TYPE_CHECKING

from bot.demo.errors import Json
from bot.demo.privacy import reaches_bot
from bot.demo.queries import Query
from bot.demo.rooms import Private, Room, with_entities
from bot.demo.shown import InlineAnswer, Pressed, Shown
from bot.demo.world import Chat

if TYPE_CHECKING:
    from bot.demo.telegram import Telegram


class User:
    """A person; `chat` is the private chat with the bot, opened by writing to it."""

    def __init__(self, telegram: "Telegram", person: Json) -> None:
        self.telegram = telegram
        self.world = telegram.world
        self.person = person
        self.id = int(person["id"])

    @property
    def chat(self) -> Private:
        """The private chat with the bot."""
        return Private(self.telegram, self._private())

    def menu(self, chat: Room | None = None) -> list[Json]:
        """The commands that this person is shown in a chat."""
        with self.world.changed:
            place = self._place(chat)
            language = self.person.get("language_code", "")
            return self.world.profile.menu(self.id, place.id, place.type, language)

    def send(
        self,
        text: str | None = None,
        *,
        chat: Room | None = None,
        reply_to: Shown | None = None,
        content: Json | None = None,
    ) -> Shown:
        """Write to the bot, or into a group; `content` for what is no text (`{"sticker": …}`)."""
        with self.world.changed:
            place = self._place(chat)
            message: Json = {"from": self.person, **(content or {})}
            if text is not None:
                message |= with_entities(text)
            if reply_to is not None:
                quoted = place.messages.get(reply_to.id, reply_to.raw)
                message["reply_to_message"] = {
                    key: value for key, value in quoted.items() if key != "reply_to_message"
                }
            return self._sent(place, message)

    def _sent(self, place: Chat, message: Json) -> Shown:
        whole = self.world.write(place, message)
        if reaches_bot(self.world, place, whole):
            self.world.updates.add("message", whole)
        return Shown(whole)

    def ask(self, text: str, *, timeout: float | None = None) -> Shown:
        """Write to the bot in private and wait for its next message."""
        question = self.send(text)
        return self.chat.wait(after=question, timeout=timeout)

    def start(self, payload: str = "", *, timeout: float | None = None) -> Shown:
        """Press "Start", or follow a deep link (`?start=payload`), and wait for the answer."""
        if not re.fullmatch("[A-Za-z0-9_-]{0,64}", payload):
            raise ValueError(f"Telegram opens no link with the start parameter {payload!r}")
        return self.ask(f"/start {payload}".strip(), timeout=timeout)

    def edit(self, message: Shown, text: str) -> Shown:
        """Change a message of one's own."""
        with self.world.changed:
            place = self.world.chats[message.chat_id]
            changes = {"entities": None, **with_entities(text), "edit_date": self.world.now()}
            whole = self.world.replace(place, place.messages[message.id], changes)
            if reaches_bot(self.world, place, whole):
                self.world.updates.add("edited_message", whole)
            return Shown(whole)

    def press(
        self, message: Shown, words: str, *, wait: bool = True, timeout: float | None = None
    ) -> Pressed:
        """Press a button of a message as it stands now, and wait for the bot's answer to it.

        What else the bot does (an edit, a message) may come a moment later: wait for that too.
        """
        with self.world.changed:
            place = self.world.chats[message.chat_id]
            button = Shown(place.messages[message.id]).button(words)
        if button.kind != "callback_data":
            raise LookupError(f"{words!r} is a button of the kind {button.kind}")
        return self.press_data(message, str(button.value), wait=wait, timeout=timeout)

    def press_data(
        self, message: Shown, data: str, *, wait: bool = True, timeout: float | None = None
    ) -> Pressed:
        """Send callback data as a forged client could, whatever the buttons are."""
        with self.world.changed:
            place = self.world.chats[message.chat_id]
            content: Json = {"chat_instance": str(abs(place.id) * 7919), "data": data}
            if message.raw.get("via_bot"):
                content["inline_message_id"] = _inline_id(place.id, message.id)
            else:
                gone = {"chat": place.as_json(), "message_id": message.id, "date": 0}
                content["message"] = place.messages.get(message.id, gone)
            query = self._query("callback_query", content)
        if not wait:
            return Pressed(query.id)
        return self.telegram.until(
            lambda: None if query.answer is None else Pressed(query.id, query.answer), timeout
        )

    def type_inline(
        self, text: str, *, offset: str = "", chat_type: str | None = "sender",
        timeout: float | None = None,
    ) -> InlineAnswer:  # fmt: skip
        """Type `@bot text` in some chat and wait for the results."""
        content: Json = {"query": text, "offset": offset}
        if chat_type:
            content["chat_type"] = chat_type
        with self.world.changed:
            query = self._query("inline_query", content)
        return self.telegram.until(
            lambda: None if query.answer is None else InlineAnswer(query.content, query.answer),
            timeout,
        )

    def _query(self, kind: str, content: Json) -> Query:
        name = str(4_000_000_000_000 + self.world.fresh_id())
        whole = {"id": name, "from": self.person, **content}
        query = Query(name, self.id, self.world.clock(), whole)
        self.telegram.queries.ask(query)
        self.world.updates.add(kind, whole)
        return query

    def choose(self, answer: InlineAnswer, result_id: str, *, chat: Room | None = None) -> Shown:
        """Send an inline result into a chat; the bot is told which one was chosen."""
        with self.world.changed:
            place = self._place(chat)
            result = next(result for result in answer.results if result.id == result_id)
            message = {"from": self.person, "via_bot": self.world.bot, **result.raw["message"]}
            chosen: Json = {
                "result_id": result_id, "from": self.person, "query": answer.query["query"],
            }  # fmt: skip
            if "reply_markup" in message:
                inline_id = _inline_id(place.id, self.world.next_id(place))
                chosen["inline_message_id"] = inline_id
                self.world.remember_inline(inline_id, place.id, self.world.next_id(place))
            self.world.updates.add("chosen_inline_result", chosen)
            return self._sent(place, message)

    def block(self) -> None:
        """Block the bot: it can't write any more."""
        self.chat.close(self.person)

    def unblock(self) -> None:
        """Let the bot write again."""
        self.chat.open(self.person)

    def _place(self, chat: Room | None) -> Chat:
        return self._private() if chat is None else self.world.chats[chat.id]

    def _private(self) -> Chat:
        with self.world.changed:
            known = self.world.chats.get(self.id)
            if known is None:
                names = ("first_name", "last_name", "username")
                about: Json = {key: self.person[key] for key in names if key in self.person}
                known = self.world.chats[self.id] = Chat(self.id, "private", about, {self.id})
            return known


def _inline_id(chat_id: int, message_id: int) -> str:
    """The id by which the bot edits a message that a user sent through it."""
    return f"AgAAA{chat_id}_{message_id}"
