"""Chats as their members see them."""

from typing import TYPE_CHECKING

from bot.demo.detect import detected
from bot.demo.errors import Json
from bot.demo.shown import Shown
from bot.demo.world import Chat

if TYPE_CHECKING:
    from bot.demo.people import User
    from bot.demo.telegram import Telegram


def with_entities(text: str) -> Json:
    """A text as a person writes it, with what Telegram finds in it."""
    entities = detected(text, [])
    return {"text": text, "entities": entities} if entities else {"text": text}


class Room:
    """A chat; `messages` is what stands in it now."""

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

    @property
    def actions(self) -> list[str]:
        """What the bot was shown to be doing ("typing"), oldest first."""
        with self.world.changed:
            return [
                event.content["action"]
                for event in self.world.events
                if event.kind == "action" and event.chat_id == self.id
            ]

    def message(self, message_id: int) -> Shown:
        """A message as it stands now; `KeyError` where it was deleted."""
        with self.world.changed:
            return Shown(self._chat.messages[message_id])

    def delete(self, message: Shown) -> None:
        """Take a message away, as a member does: the bot is told nothing."""
        with self.world.changed:
            self._chat.messages.pop(message.id, None)

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
        return "\n\n".join(f"{message.sender}:\n{message.snapshot()}" for message in self.messages)

    def _bot_became(self, status: str, by: Json) -> None:
        """Tell the bot of its own coming, going or being blocked."""
        was = "member" if status in ("left", "kicked") else "left"
        self.world.updates.add(
            "my_chat_member",
            {
                "chat": self._chat.as_json(),
                "from": by,
                "date": self.world.now(),
                "old_chat_member": {"status": was, "user": self.world.bot},
                "new_chat_member": {"status": status, "user": self.world.bot},
            },
        )


class Private(Room):
    """The chat of one person with the bot."""

    def close(self, person: Json) -> None:
        """Block the bot."""
        with self.world.changed:
            self._chat.closed = "bot was blocked by the user"
            self._bot_became("kicked", person)

    def open(self, person: Json) -> None:
        """Take the block away."""
        with self.world.changed:
            self._chat.closed = None
            self._bot_became("member", person)


class Group(Room):
    """A group."""

    def add_bot(self, by: "User") -> None:
        """Take the bot into the group."""
        with self.world.changed:
            self._chat.closed = None
            self._bot_became("member", by.person)
            joined = {"from": by.person, "new_chat_members": [self.world.bot]}
            self.world.updates.add("message", self.world.write(self._chat, joined))

    def remove_bot(self, by: "User") -> None:
        """Put the bot out of the group."""
        with self.world.changed:
            self._chat.closed = "bot was kicked from the supergroup chat"
            self._bot_became("kicked", by.person)


class Channel(Room):
    """A channel, in which the channel itself speaks."""

    def post(self, text: str) -> Shown:
        """Publish a text; the bot is told."""
        with self.world.changed:
            message = {"sender_chat": self._chat.as_json(), **with_entities(text)}
            whole = self.world.write(self._chat, message)
            self.world.updates.add("channel_post", whole)
            return Shown(whole)

    def edit(self, message: Shown, text: str) -> Shown:
        """Change a post; the bot is told."""
        with self.world.changed:
            changes = {"entities": None, **with_entities(text), "edit_date": self.world.now()}
            whole = self.world.replace(self._chat, self._chat.messages[message.id], changes)
            self.world.updates.add("edited_channel_post", whole)
            return Shown(whole)
