"""Whoever runs the bot, told in Telegram of what needs a person; never in whose words."""

import asyncio
import logging
from collections import deque
from gettext import gettext as _

from telegram.error import TelegramError

from bot.channels.telegram.client import Client
from knowledge.marking import marked

SET_ASIDE = marked("An update failed {tries} times and is set aside: {kind}.")
GIVEN_UP = marked(
    "A message was sent twice, and it is not known whether it arrived: the update is set aside."
)
DROPPED = marked("{number} updates were older than a day and were dropped unanswered.")
KNOWLEDGE_FAILS = marked("The new knowledge can't be used, so I go on with the old. {problem}")
KNOWLEDGE_NEW = marked("The knowledge was replaced; I answer from the new.")
MEMORY_FAILS = marked("{problem} Until it can be used, I remember only as long as I run.")
SHARED_FAILS = marked("{problem} Until it can be used, what people write waits with Telegram.")
MEMORY_BACK = marked("The memory can be used again.")
_MOST_WAITING = 20
_PAUSE = 30.0
_log = logging.getLogger(__name__)


class Operator:
    """Sends lines to the chat of TELEGRAM_OPERATOR; does nothing where it is not set.

    Telling never holds up what is told of: lines are queued, and the newest are kept.
    """

    def __init__(self, client: Client, chat: int | None) -> None:
        self._client = client
        self._chat = chat
        self._lines: deque[str] = deque(maxlen=_MOST_WAITING)
        self._sending: asyncio.Task[None] | None = None

    def tell(self, words: str, **values: object) -> None:
        """Queue a line, one of those above, with its gaps filled."""
        if self._chat is None:
            return
        line = _(words).format(**values)
        if line in self._lines:
            return
        self._lines.append(line)
        if self._sending is None or self._sending.done():
            self._sending = asyncio.create_task(self._send(self._chat))

    async def _send(self, chat: int) -> None:
        while self._lines:
            line = self._lines[0]
            try:
                await self._client.send_message(chat, line)
            except TelegramError as error:
                _log.warning("the operator could not be told (%s)", type(error).__name__)
                await asyncio.sleep(_PAUSE)
                continue
            if self._lines and self._lines[0] == line:
                self._lines.popleft()

    async def finish(self, seconds: float) -> None:
        """Wait a moment for what is being told."""
        if self._sending and not self._sending.done():
            await asyncio.wait([self._sending], timeout=seconds)
            self._sending.cancel()
