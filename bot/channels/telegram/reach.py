"""Whether Telegram can be reached, found out by a question that does no harm."""

import asyncio
import logging

from telegram.error import TelegramError

from bot.channels.telegram.client import Client

_LONGEST_PAUSE = 30.0
_log = logging.getLogger(__name__)


class Reach:
    """Asks for all who wait, not for each of them."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._asking: asyncio.Task[None] | None = None

    async def wait(self) -> None:
        """Until Telegram answers: a last attempt is not thrown away on a line that is down."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        await asyncio.shield(self._asking)

    async def _ask(self) -> None:
        pause = 1.0
        while True:
            try:
                await self._client.get_me()
            except TelegramError as error:
                _log.warning("Telegram can't be reached (%s)", type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            else:
                return
