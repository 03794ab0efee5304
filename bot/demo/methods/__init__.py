"""The methods of the Bot API, a function each, by name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.demo.errors import Json, bad, forbidden
from bot.demo.queries import Queries
from bot.demo.world import Chat, World


@dataclass(frozen=True, slots=True)
class Call:
    """A request that the facts allow: its parameters and its files."""

    world: World
    queries: Queries
    given: Json
    files: dict[str, bytes] = field(default_factory=dict)

    def chat(self) -> Chat:
        """The chat that is meant, open to the bot; else a `Refusal`."""
        if self.given["chat_id"] == "":
            raise bad("chat_id is empty")
        chat = self.world.chat(self.given["chat_id"])
        if chat is None or (chat.type == "private" and not chat.last_id):
            if self.given["chat_id"] in self.world.users:
                raise forbidden("bot can't initiate conversation with a user")
            raise bad("chat not found")
        if chat.closed:
            raise forbidden(chat.closed)
        return chat


Method = Callable[[Call], Any]
METHODS: dict[str, Method] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Register the function that does what a method of the Bot API does."""

    def register(function: Method) -> Method:
        METHODS[name] = function
        return function

    return register
