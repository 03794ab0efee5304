"""The Bot API, called through python-telegram-bot: limits kept, the token never shown."""

from collections.abc import Sequence
from typing import Any

from pydantic import SecretStr
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.channels.telegram.attempt import follow
from bot.channels.telegram.pace import Around, Pace

# How many calls to Telegram may be under way at once.
CONNECTIONS = 32


class Client(ExtBot[Around]):
    """`ExtBot` that hands over updates as they came, and has no token in its repr."""

    def __init__(self, token: SecretStr, base_url: str, messages_a_second: int) -> None:
        super().__init__(
            token.get_secret_value(),
            base_url=base_url if base_url.endswith("/bot") else f"{base_url}/bot",
            request=HTTPXRequest(
                connection_pool_size=CONNECTIONS,
                pool_timeout=30.0,
                httpx_kwargs={"event_hooks": {"request": [follow]}},
            ),
            get_updates_request=HTTPXRequest(connection_pool_size=1),
            # Who is told to wait all the same waits in its own lane.
            rate_limiter=Pace(messages_a_second),
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}[{self.id}]" if self._bot_initialized else "Client"

    async def updates(
        self, offset: int | None, wait: int, kinds: Sequence[str]
    ) -> list[dict[str, Any]]:
        """The updates from an offset on, as JSON; waits so many seconds for the first.

        They are kept as they came and understood one by one, so that a strange one harms none.
        """
        data = {"offset": offset, "timeout": wait, "allowed_updates": list(kinds)}
        found: list[dict[str, Any]] = await self._post("getUpdates", data, read_timeout=wait + 10.0)
        return found
