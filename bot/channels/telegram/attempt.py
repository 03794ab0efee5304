"""How often a message may have been sent: noted before each request, so that it is never thrice.

A process that dies between Telegram's acceptance and its own note of it, and an answer that is
lost on the way, leave it unknown whether the message arrived. Then it is sent a second time, and
not again.
"""

import asyncio
import logging
from contextvars import ContextVar, Token
from types import TracebackType
from typing import Self

import httpx
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.memory.file import MemoryUnusable
from bot.memory.inbox import Entry, TakenOver
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

    The note is made when the connection stands and the request's first byte is about to leave;
    from there until the last byte has left, requests go one at a time (`gate`). So a kill finds at
    most one message noted that has not gone out, for a millisecond.
    """

    def __init__(self, memory: Memory, entry: Entry, gate: asyncio.Lock, metrics: Metrics) -> None:
        self._memory = memory
        self._metrics = metrics
        self._number = entry.update_id
        self._gate = gate
        self._leaving = False
        self._noted = False
        self._before: Token[Attempt | None]
        self.done_calls = entry.done_calls
        self.begun = entry.begun

    def accepted(self, *, last: bool) -> None:
        """A call was accepted; the last one is noted when the update is taken out."""
        self.done_calls, self.begun = self.done_calls + 1, 0
        if not last:
            self._memory.inbox.called(self._number, self.done_calls)

    async def __aenter__(self) -> Self:
        """Raises MaybeTwice."""
        if self.begun >= MOST:
            raise MaybeTwice
        self._noted = False
        self._before = _under_way.set(self)
        return self

    async def trace(self, event: str, _: object) -> None:
        """Told by httpcore of each step of a request. Raises MemoryUnusable and TakenOver."""
        if event.endswith(".send_request_headers.started") and not self._noted:
            await self._gate.acquire()
            self._leaving = True
            self._memory.inbox.begin(self._number, self.begun + 1)
            self.begun, self._noted = self.begun + 1, True
            if self.begun > 1:
                _log.warning("update %d: a message is sent a second time", self._number)
                self._metrics.sent_again()
        elif event.endswith(".send_request_body.complete"):
            self._left()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        place: TracebackType | None,
    ) -> None:
        _under_way.reset(self._before)
        self._left()
        if self._noted and error is not None and surely_failed(error):
            self.begun -= 1
            try:
                self._memory.inbox.begin(self._number, self.begun)
            except MemoryUnusable as unusable:
                _log.error("update %d: %s", self._number, unusable)
        if error is not None and isinstance(error.__cause__, (MemoryUnusable, TakenOver)):
            # python-telegram-bot takes it for an error of the network.
            raise error.__cause__

    def _left(self) -> None:
        if self._leaving:
            self._leaving = False
            self._gate.release()


_under_way: ContextVar[Attempt | None] = ContextVar("under_way", default=None)


async def follow(request: httpx.Request) -> None:
    """Have the attempt under way told of a request's steps; one of httpx's `event_hooks`."""
    if attempt := _under_way.get():
        request.extensions["trace"] = attempt.trace


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
