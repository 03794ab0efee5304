"""People who write to the bot, press its buttons and ask inline; chats as they see them."""

from typing import TYPE_CHECKING

from bot.demo.detect import detected
from bot.demo.errors import Json
from bot.demo.queries import Query
from bot.demo.shown import InlineAnswer, Pressed, Shown
from bot.demo.world import Chat

if TYPE_CHECKING:
    from bot.demo.telegram import Telegram


class Room:
    """A chat as its members see it."""

    def __init__(self, telegram: "Telegram", chat: Chat) -> None:
        self.telegram = telegram
        self.world = telegram.world
        self._chat = chat

    @property
    def id(self) -> int:
        """The chat's id; that of a private chat is its user's."""
        return self._chat.id

    @property
    def messages(self) -> list[Shown]:
        """What stands in the chat, oldest first."""
        with self.world.changed:
            return [Shown(message) for message in self._chat.messages.values()]

    @property
    def replies(self) -> list[Shown]:
        """What the bot wrote, oldest first."""
        return [message for message in self.messages if self._by_bot(message)]

    def message(self, message_id: int) -> Shown:
        """A message as it stands now; `KeyError` where it was deleted."""
        with self.world.changed:
            return Shown(self._chat.messages[message_id])

    def _by_bot(self, message: Shown) -> bool:
        return bool(message.raw.get("from") == self.world.bot)

    def wait(
        self, *, after: Shown | int = 0, count: int = 1, timeout: float | None = None
    ) -> Shown:
        """The bot's message that comes as number `count` after another one."""
        last = after if isinstance(after, int) else after.id

        def found() -> Shown | None:
            later = [message for message in self.replies if message.id > last]
            return later[count - 1] if len(later) >= count else None

        return self.telegram.until(found, timeout)

    def wait_edit(self, message: Shown, timeout: float | None = None) -> Shown:
        """The message as it stands once it is another than the one given."""

        def found() -> Shown | None:
            now = self._chat.messages.get(message.id)
            return Shown(now) if now is not None and now is not message.raw else None

        return self.telegram.until(found, timeout)

    def snapshot(self) -> str:
        """The whole chat as text to read."""
        return "\n\n".join(
            f"{message.raw.get('from', {}).get('first_name', self._chat.about.get('title'))}:\n"
            f"{message.snapshot()}"
            for message in self.messages
        )


class Group(Room):
    """A group with the bot in it."""

    def remove_bot(self) -> None:
        """Put the bot out of the group."""
        with self.world.changed:
            self._chat.closed = "bot was kicked from the supergroup chat"


class User:
    """A person; `chat` is the private chat with the bot."""

    def __init__(self, telegram: "Telegram", person: Json) -> None:
        self.telegram = telegram
        self.world = telegram.world
        self.person = person
        self.id = int(person["id"])

    @property
    def chat(self) -> Room:
        """The private chat with the bot, opened by writing to it."""
        return Room(self.telegram, self._private())

    def _private(self) -> Chat:
        with self.world.changed:
            known = self.world.chats.get(self.id)
            if known is None:
                about: Json = {
                    k: self.person[k] for k in ("first_name", "username") if k in self.person
                }
                known = self.world.chats[self.id] = Chat(self.id, "private", about, {self.id})
            return known

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
                message |= _with_entities(text)
            if reply_to is not None:
                quoted = place.messages.get(reply_to.id, reply_to.raw)
                message["reply_to_message"] = {
                    key: value for key, value in quoted.items() if key != "reply_to_message"
                }
            whole = self.world.write(place, message)
            if place.type == "private" or self._reaches_bot(place, whole):
                self.world.updates.add("message", whole)
            return Shown(whole)

    def ask(self, text: str, *, timeout: float | None = None) -> Shown:
        """Write to the bot in private and wait for its next message."""
        question = self.send(text)
        return self.chat.wait(after=question, timeout=timeout)

    def edit(self, message: Shown, text: str) -> Shown:
        """Change a message of one's own."""
        with self.world.changed:
            place = self.world.chats[message.chat_id]
            changes = {**_with_entities(text), "edit_date": self.world.now()}
            whole = self.world.replace(place, place.messages[message.id], changes)
            if place.type == "private" or self._reaches_bot(place, whole):
                self.world.updates.add("edited_message", whole)
            return Shown(whole)

    def press(
        self, message: Shown, words: str, *, wait: bool = True, timeout: float | None = None
    ) -> Pressed:
        """Press a button of a message as it stands now, and wait for the bot's answer to it."""
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
            query: Json = {
                "id": str(4_000_000_000 + self.world.fresh_id()),
                "from": self.person,
                "chat_instance": str(place.id * 7919),
                "data": data,
            }
            current = place.messages.get(message.id)
            if message.raw.get("via_bot"):
                query["inline_message_id"] = inline_id(place.id, message.id)
            else:
                gone = {"chat": place.as_json(), "message_id": message.id, "date": 0}
                query["message"] = current or gone
            self.telegram.queries.ask(Query(query["id"], self.id, self.world.clock(), query))
            self.world.updates.add("callback_query", query)
        if not wait:
            return Pressed(query["id"])
        return self.telegram.until(lambda: self._answered(query["id"]), timeout)

    def _answered(self, query_id: str) -> Pressed | None:
        answer = self.telegram.queries.latest[query_id].answer
        return None if answer is None else Pressed(query_id, answer)

    def type_inline(
        self, text: str, *, offset: str = "", chat_type: str | None = "sender",
        timeout: float | None = None,
    ) -> InlineAnswer:  # fmt: skip
        """Type `@bot text` in some chat and wait for the results."""
        with self.world.changed:
            query: Json = {
                "id": str(8_000_000_000 + self.world.fresh_id()),
                "from": self.person,
                "query": text,
                "offset": offset,
            }
            if chat_type:
                query["chat_type"] = chat_type
            self.telegram.queries.ask(Query(query["id"], self.id, self.world.clock(), query))
            self.world.updates.add("inline_query", query)

        def found() -> InlineAnswer | None:
            answer = self.telegram.queries.latest[query["id"]].answer
            return None if answer is None else InlineAnswer(query, answer)

        return self.telegram.until(found, timeout)

    def choose(self, answer: InlineAnswer, result_id: str, *, chat: Room | None = None) -> Shown:
        """Send an inline result into a chat; the bot is told which one was chosen."""
        with self.world.changed:
            place = self._place(chat)
            result = next(result for result in answer.results if result.id == result_id)
            message = {"from": self.person, "via_bot": self.world.bot, **result.raw["message"]}
            whole = self.world.write(place, message)
            chosen: Json = {
                "result_id": result_id,
                "from": self.person,
                "query": answer.query["query"],
            }
            if "reply_markup" in whole:
                chosen["inline_message_id"] = inline_id(place.id, whole["message_id"])
                self.world.inline_messages[chosen["inline_message_id"]] = (
                    place.id,
                    whole["message_id"],
                )
            self.world.updates.add("chosen_inline_result", chosen)
            self.world.updates.add("message", whole)
            return Shown(whole)

    def block(self) -> None:
        """Block the bot: it can't write any more."""
        with self.world.changed:
            self._private().closed = "bot was blocked by the user"

    def unblock(self) -> None:
        """Let the bot write again."""
        with self.world.changed:
            self._private().closed = None

    def _place(self, chat: Room | None) -> Chat:
        return self._private() if chat is None else self.world.chats[chat.id]

    def _reaches_bot(self, chat: Chat, message: Json) -> bool:
        """What privacy mode lets through: commands, mentions, replies to the bot."""
        if chat.closed:
            return False
        if not chat.privacy or message.get("reply_to_message", {}).get("from") == self.world.bot:
            return True
        name = f"@{self.world.bot['username']}".lower()
        text = str(message.get("text", "")).lower()
        return (text.startswith("/") and "@" not in text.split()[0]) or name in text


def inline_id(chat_id: int, message_id: int) -> str:
    """The id by which a bot edits a message that a user sent through it."""
    return f"AgAAA{chat_id}_{message_id}"


def _with_entities(text: str) -> Json:
    entities = detected(text, [])
    return {"text": text, "entities": entities} if entities else {"text": text}
