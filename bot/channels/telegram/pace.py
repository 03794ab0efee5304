"""Keeps to how fast Telegram lets a bot write: 30 a second, one a second in a chat, 20 a minute
in a group.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from typing import Any

from telegram.ext import BaseRateLimiter

Sleep = Callable[[float], Awaitable[object]]
# Held open around a request, from the moment that it may go out.
Around = AbstractAsyncContextManager[object]

_MESSAGES = (1, 1.0)
_CHANGES = (3, 3.0)
_GROUP = (20, 60.0)
_MOST_CHATS = 10_000
# A clock's last digit must not make a wait end too soon.
_HAIR = 1e-4


class Window:
    """At most `most` calls within any `seconds`, as Telegram sees it.

    A call may arrive at any time between its beginning and its end, so it counts from its
    beginning until so many seconds after its end. Who waits is let in in order.
    """

    def __init__(self, most: int, seconds: float, now: Callable[[], float], sleep: Sleep) -> None:
        self._most = most
        self._seconds = seconds
        self._now = now
        self._sleep = sleep
        self._door = asyncio.Lock()
        self._left = asyncio.Event()
        self._under_way = 0
        self._ends: deque[float] = deque()

    async def enter(self) -> None:
        """Wait until one more call may begin."""
        async with self._door:
            while self._under_way + self._lately() >= self._most:
                if self._ends:
                    await self._sleep(self._ends[0] + self._seconds - self._now() + _HAIR)
                else:
                    self._left.clear()
                    await self._left.wait()
            self._under_way += 1

    def leave(self) -> None:
        """A call has ended."""
        self._under_way -= 1
        self._ends.append(self._now())
        self._left.set()

    @property
    def idle(self) -> bool:
        """Whether nothing is counted and nobody waits."""
        return not (self._door.locked() or self._under_way or self._lately())

    def _lately(self) -> int:
        while self._ends and self._ends[0] + self._seconds <= self._now():
            self._ends.popleft()
        return len(self._ends)


class Pace(BaseRateLimiter[Around]):
    """Holds each call back until it may be made. `rate_limit_args` of a call: see `Around`.

    `messages` is how many may be sent in a second over all chats; 0 holds nothing back, for a Bot
    API server that has no limits.
    """

    def __init__(
        self,
        messages: int,
        now: Callable[[], float] = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._now = now
        self._sleep = sleep
        self._free = messages == 0
        self._overall = Window(messages, 1.0, now, sleep)
        self._chats: dict[tuple[object, tuple[int, float]], Window] = {}

    async def initialize(self) -> None:
        """Nothing is needed."""

    async def shutdown(self) -> None:
        """Nothing is held."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Around | None,
    ) -> Any:
        """Make a call when its time has come."""
        async with AsyncExitStack() as stack:
            for window in self._windows(endpoint, data.get("chat_id")):
                await window.enter()
                stack.callback(window.leave)
            if rate_limit_args:
                await stack.enter_async_context(rate_limit_args)
            return await callback(*args, **kwargs)

    def _windows(self, endpoint: str, chat: object) -> list[Window]:
        sends = endpoint.startswith("send") and endpoint != "sendChatAction"
        if self._free or chat is None or not (sends or endpoint.startswith("edit")):
            return []
        # A channel is named by its "@name".
        group = not isinstance(chat, int) or chat < 0
        limits = [_GROUP if group else _CHANGES, *([_MESSAGES] if sends else [])]
        # The one of all comes last: who waits for a chat holds up no other.
        return [*(self._of(chat, limit) for limit in limits), self._overall]

    def _of(self, chat: object, limit: tuple[int, float]) -> Window:
        if len(self._chats) >= _MOST_CHATS:
            self._chats = {key: one for key, one in self._chats.items() if not one.idle}
        key = (chat, limit)
        if key not in self._chats:
            self._chats[key] = Window(*limit, self._now, self._sleep)
        return self._chats[key]
