"""The Bot API, called through python-telegram-bot: limits kept, the token never shown."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import SecretStr
from telegram.ext import ExtBot

from bot.channels.telegram.http import Request
from bot.channels.telegram.pace import Around, Pace

# How many calls to Telegram may be under way at once.
CONNECTIONS = 32


class Client(ExtBot[Around]):
    """`ExtBot` that hands over updates as they came, and has no token in its repr."""

    def __init__(self, token: SecretStr, base_url: str, messages_a_second: int) -> None:
        super().__init__(
            token.get_secret_value(),
            base_url=base_url if base_url.endswith("/bot") else f"{base_url}/bot",
            request=Request(base_url, CONNECTIONS),
            get_updates_request=Request(base_url, 1),
            # Who is told to wait all the same waits in its own lane.
            rate_limiter=Pace(messages_a_second),
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}[{self.id}]" if self._bot_initialized else "Client"

    async def write(self, message: Mapping[str, object], around: Around | None = None) -> int:
        """Send a message, named as sendMessage names its parts; gives back the message's id.

        The message as Telegram shows it comes back whole; reading it, as `send_message` does,
        takes a tenth of the processor's time for a reply.
        """
        limits = self._merge_api_rl_kwargs(None, around)
        sent = await self._post("sendMessage", dict(message), api_kwargs=limits)
        return int(sent["message_id"])

    async def updates(
        self, offset: int | None, wait: int, kinds: Sequence[str]
    ) -> list[dict[str, Any]]:
        """The updates from an offset on, as JSON; waits so many seconds for the first.

        They are kept as they came and understood one by one, so that a strange one harms none.
        """
        data = {"offset": offset, "timeout": wait, "allowed_updates": list(kinds)}
        found: list[dict[str, Any]] = await self._post("getUpdates", data, read_timeout=wait + 10.0)
        return found
