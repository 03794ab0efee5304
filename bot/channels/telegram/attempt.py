"""How often a message may have been sent: noted before each request, so that it is never thrice.

A process that dies between Telegram's acceptance and its own note of it, and an answer that is
lost on the way, leave it unknown whether the message arrived. Then it is sent a second time, and
not again.
"""

import asyncio
import logging
from contextvars import ContextVar, Token
from types import SimpleNamespace, TracebackType
from typing import Self

import aiohttp
from telegram.error import NetworkError, TelegramError

from bot.memory.file import MemoryUnusable
from bot.memory.inbox import Entry, TakenOver
from bot.memory.memory import Memory
from bot.service.metrics import Metrics

MOST = 2
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
        self._to_leave = 0
        self._noted = False
        self._answered = False
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
        self._noted = self._answered = False
        self._before = _under_way.set(self)
        return self

    async def leaves(self, content: int) -> None:
        """A request is about to leave, with so many bytes of content.

        Raises MemoryUnusable and TakenOver; the request must not leave then.
        """
        if self._noted:
            return
        await self._gate.acquire()
        self._leaving, self._to_leave = True, content
        self._memory.inbox.begin(self._number, self.begun + 1)
        self.begun, self._noted = self.begun + 1, True
        if self.begun > 1:
            _log.warning("update %d: a message is sent a second time", self._number)
            self._metrics.sent_again()

    def leaving(self, content: int) -> None:
        """So many bytes of the request's content are handed to the system next, at once."""
        self._to_leave -= content
        if self._to_leave <= 0:
            asyncio.get_running_loop().call_soon(self._left)

    def answered(self) -> None:
        """An answer has come, whichever it is."""
        self._answered = True

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        place: TracebackType | None,
    ) -> None:
        _under_way.reset(self._before)
        self._left()
        if self._noted and self._answered and error is not None and refused(error):
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


def followed() -> aiohttp.TraceConfig:
    """Has the attempt under way told of a request's steps; one of a session's `trace_configs`."""
    trace = aiohttp.TraceConfig()
    # Its name notwithstanding, it is awaited before anything is written.
    trace.on_request_headers_sent.append(_on_headers)
    trace.on_request_chunk_sent.append(_on_content)
    return trace


async def _on_headers(
    _: aiohttp.ClientSession,
    __: SimpleNamespace,
    told: aiohttp.TraceRequestHeadersSentParams,
) -> None:
    if attempt := _under_way.get():
        await attempt.leaves(int(told.headers.get("Content-Length", "0")))


async def _on_content(
    _: aiohttp.ClientSession,
    __: SimpleNamespace,
    told: aiohttp.TraceRequestChunkSentParams,
) -> None:
    if attempt := _under_way.get():
        attempt.leaving(len(told.chunk))


def answered() -> None:
    """Tell the attempt under way that an answer has come."""
    if attempt := _under_way.get():
        attempt.answered()


def refused(error: BaseException) -> bool:
    """Whether an answer says for certain that nothing was sent."""
    if isinstance(error, NetworkError) and _GATEWAY_TIMEOUT in error.message:
        # What stands before Telegram waited in vain; Telegram may have done it.
        return False
    # A bare TelegramError is an answer that can't be read, which may have been a yes.
    return isinstance(error, TelegramError) and type(error) is not TelegramError
