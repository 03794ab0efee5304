"""The world behind the API: users, chats, messages. Objects are those of the Bot API, as JSON.

An object, once stored, is never changed, but replaced: an update that waits shows what was when it
was made. Whoever reads or writes holds `world.changed`.
"""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from bot.demo.errors import Json
from bot.demo.pictures import Pictures
from bot.demo.profile import Profile
from bot.demo.updates import Updates

ChatType = Literal["private", "group", "supergroup", "channel"]


@dataclass
class Chat:
    """A chat: who is in it and what was written in it."""

    id: int
    type: ChatType
    about: Json
    members: set[int] = field(default_factory=set)
    messages: "OrderedDict[int, Json]" = field(default_factory=OrderedDict)
    last_id: int = 0
    # Why the bot may not write here, as Telegram puts it ("bot was blocked by the user").
    closed: str | None = None
    privacy: bool = True

    def as_json(self) -> Json:
        """The chat as it stands in a message."""
        return {"id": self.id, "type": self.type, **self.about}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the bot did, in the order in which it did it."""

    number: int
    kind: Literal["sent", "edited", "deleted", "callback_answered", "inline_answered", "action"]
    chat_id: int | None
    content: Json


class World:
    """Everything that Telegram would know, with bounds on how much is remembered."""

    def __init__(
        self, bot: Json, *, clock: Callable[[], float] = time.time, keep: int = 5000
    ) -> None:
        self.bot = bot
        self.clock = clock
        self.changed = threading.Condition(threading.RLock())
        self.updates = Updates()
        self.profile = Profile()
        self.pictures = Pictures()
        self.users: dict[int, Json] = {}
        self.chats: dict[int, Chat] = {}
        self.events: deque[Event] = deque(maxlen=keep)
        self.watchers: list[Callable[[Event], None]] = []
        self.inline_messages: OrderedDict[str, tuple[int, int]] = OrderedDict()
        # Where the bot asked for a reply (ForceReply), and what the field to write in says.
        self.prompts: OrderedDict[tuple[int, int], str] = OrderedDict()
        self._keep = keep
        self._written: deque[tuple[int, int]] = deque()
        self._last_private_id = 0
        self._events = 0
        self._ids = 0

    def now(self) -> int:
        """The date of what happens now, in whole seconds."""
        return int(self.clock())

    def fresh_id(self) -> int:
        """A number that was never given before."""
        self._ids += 1
        return self._ids

    def chat(self, chat_id: int | str) -> Chat | None:
        """The chat of that id or @username."""
        if isinstance(chat_id, int):
            return self.chats.get(chat_id)
        name = chat_id.removeprefix("@").lower()
        return next(
            (
                c
                for c in self.chats.values()
                if c.type != "private" and c.about.get("username", "").lower() == name
            ),
            None,
        )

    def next_id(self, chat: Chat) -> int:
        """The id of the next message: a supergroup or channel counts by itself."""
        alone = chat.type in ("supergroup", "channel")
        return (chat.last_id if alone else self._last_private_id) + 1

    def write(self, chat: Chat, message: Json) -> Json:
        """Store a new message: it gets an id, a date and its chat."""
        chat.last_id = self.next_id(chat)
        if chat.type in ("private", "group"):
            self._last_private_id = chat.last_id
        whole = {"message_id": chat.last_id, "date": self.now(), "chat": chat.as_json(), **message}
        chat.messages[chat.last_id] = whole
        self._written.append((chat.id, chat.last_id))
        while len(self._written) > self._keep:
            chat_id, message_id = self._written.popleft()
            self.chats[chat_id].messages.pop(message_id, None)
        return whole

    def replace(self, chat: Chat, message: Json, changes: Json) -> Json:
        """Store a message with changes; a change to None takes the field away."""
        whole = {**message, **changes}
        whole = {key: value for key, value in whole.items() if value is not None}
        chat.messages[message["message_id"]] = whole
        return whole

    def remember_inline(self, name: str, chat_id: int, message_id: int) -> None:
        """Keep where a message stands that was sent through the bot."""
        self.inline_messages[name] = (chat_id, message_id)
        while len(self.inline_messages) > self._keep:
            self.inline_messages.popitem(last=False)

    def remember_prompt(self, chat_id: int, message_id: int, words: str) -> None:
        """Keep that a message asks for a reply: a client shows it, a message doesn't tell it."""
        self.prompts[chat_id, message_id] = words
        while len(self.prompts) > self._keep:
            self.prompts.popitem(last=False)

    def happened(
        self,
        kind: Literal[
            "sent", "edited", "deleted", "callback_answered", "inline_answered", "action"
        ],
        chat_id: int | None,
        content: Json,
    ) -> None:
        """Note what the bot did, and wake those who wait for it."""
        self._events += 1
        event = Event(self._events, kind, chat_id, content)
        self.events.append(event)
        for watcher in self.watchers:
            watcher(event)
        self.changed.notify_all()

    @property
    def last_event(self) -> int:
        """The number of the latest event."""
        return self._events
