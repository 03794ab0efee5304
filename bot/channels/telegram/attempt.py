"""How often a message may have been sent: noted before each request, so that it is never thrice.

A process that dies between Telegram's acceptance and its own note of it, and an answer that is
lost on the way, leave it unknown whether the message arrived. Then it is sent a second time, and
not again.
"""

import asyncio
import logging
from types import TracebackType
from typing import Self

import httpx
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.memory.file import MemoryUnusable
from bot.memory.inbox import Entry
from bot.memory.memory import Memory
from bot.service.metrics import Metrics

MOST = 2
# Nothing of the request has left this machine.
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_GATEWAY_TIMEOUT = "(504)"
_log = logging.getLogger(__name__)


class MaybeTwice(Exception):
    """A message may have arrived twice already; it is not to be sent again."""


class Attempt:
    """One update's way to its reply; held open around each request that sends a new message.

    Second sendings go one at a time (`again`), so that a kill can leave but one of them unknown.
    """

    def __init__(self, memory: Memory, entry: Entry, again: asyncio.Lock, metrics: Metrics) -> None:
        self._memory = memory
        self._metrics = metrics
        self._number = entry.update_id
        self._again = again
        self._holds = False
        self.done_calls = entry.done_calls
        self.begun = entry.begun

    def accepted(self, *, last: bool) -> None:
        """A call was accepted; the last one is noted when the update is taken out."""
        self.done_calls, self.begun = self.done_calls + 1, 0
        if not last:
            self._memory.inbox.called(self._number, self.done_calls)

    async def __aenter__(self) -> Self:
        """Raises MaybeTwice, and MemoryUnusable where it can't be noted."""
        if self.begun >= MOST:
            raise MaybeTwice
        self._holds = self.begun > 0
        if self._holds:
            await self._again.acquire()
        try:
            self._memory.inbox.begin(self._number, self.begun + 1)
        except BaseException:
            self._let_go()
            raise
        self.begun += 1
        if self._holds:
            _log.warning("update %d: a message is sent a second time", self._number)
            self._metrics.sent_again()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        place: TracebackType | None,
    ) -> None:
        self._let_go()
        if error is not None and surely_failed(error):
            self.begun -= 1
            try:
                self._memory.inbox.begin(self._number, self.begun)
            except MemoryUnusable as unusable:
                _log.error("update %d: %s", self._number, unusable)

    def _let_go(self) -> None:
        if self._holds:
            self._holds = False
            self._again.release()


def surely_failed(error: BaseException) -> bool:
    """Whether a request certainly sent nothing: Telegram said so, or could not be reached."""
    cause = error.__cause__
    if isinstance(cause, httpx.HTTPError):
        return isinstance(cause, _UNSENT)
    if isinstance(error, NetworkError) and _GATEWAY_TIMEOUT in error.message:
        # What stands before Telegram waited in vain; Telegram may have done it.
        return False
    if isinstance(error, TimedOut):
        return False
    # A bare TelegramError is an answer that can't be read, which may have been a yes.
    return isinstance(error, TelegramError) and type(error) is not TelegramError
