"""Updates of one chat one after the other, different chats side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from bot.memory.inbox import Entry

Work = Callable[[Entry], Awaitable[None]]


class Lanes:
    """A queue for each chat that has something waiting; `work` must not raise."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._queues: dict[str, deque[Entry]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.waiting = 0

    def put(self, lane: str, entry: Entry) -> None:
        """Queue an update; a lane that stood empty begins to move."""
        self.waiting += 1
        queue = self._queues.get(lane)
        if queue is not None:
            queue.append(entry)
            return
        self._queues[lane] = deque([entry])
        task = asyncio.create_task(self._move(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _move(self, lane: str) -> None:
        queue = self._queues[lane]
        try:
            while queue:
                await self._work(queue[0])
                queue.popleft()
                self.waiting -= 1
        finally:
            del self._queues[lane]

    async def finish(self, seconds: float) -> int:
        """Wait for what is queued, then stop; gives back how many updates are left for later."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in list(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        return self.waiting
