"""The lanes of several processes: each works off those that are its own, and takes over others'."""

import asyncio
import logging
from contextlib import suppress

from bot.channels.telegram.lanes import Work
from bot.memory.file import MemoryUnusable
from bot.memory.inbox import Entry
from bot.memory.shared.inbox import SharedInbox

_SWEEP_SECONDS = 1.0
_log = logging.getLogger(__name__)


class SharedLanes:
    """As `Lanes`, where what waits is in a shared inbox; `work` must not raise.

    To be made in a running event loop. `waiting` is how many updates wait, whoever has them.
    """

    def __init__(self, work: Work, inbox: SharedInbox) -> None:
        self._work = work
        self._inbox = inbox
        self._moving: dict[str, asyncio.Task[None]] = {}
        self._stopping = False
        self.waiting = 0
        self._sweeping = asyncio.create_task(self._sweep())

    def put(self, lane: str, entry: Entry) -> None:
        """See to a lane in which something waits now; what it is, the inbox tells in its turn."""
        self._see_to(lane)

    def _see_to(self, lane: str) -> None:
        if lane not in self._moving and not self._stopping:
            self._moving[lane] = asyncio.create_task(self._move(lane))

    async def _move(self, lane: str) -> None:
        """Work a lane off while it is ours; where Redis fails, a later sweep goes on."""
        try:
            while not self._stopping and (entry := self._inbox.head(lane)):
                await self._work(entry)
        except MemoryUnusable:
            # Said once, by the store.
            pass
        finally:
            del self._moving[lane]

    async def _sweep(self) -> None:
        """Again and again show that this process lives, and see to lanes that nobody has."""
        while True:
            try:
                # Elsewhere, so that a Redis that does not answer holds up nobody here.
                self.waiting, lanes = await asyncio.to_thread(self._inbox.sweep)
            except MemoryUnusable:
                lanes = []
            for lane in lanes:
                self._see_to(lane)
            await asyncio.sleep(_SWEEP_SECONDS)

    async def finish(self, seconds: float) -> int:
        """Wait for what is under way, then stop; gives back how many updates are left for later.

        What waits behind it is left to the other processes, or to the next start.
        """
        self._stopping = True
        if self._moving:
            await asyncio.wait(list(self._moving.values()), timeout=seconds)
        under_way = [*self._moving.values(), self._sweeping]
        for task in under_way:
            task.cancel()
        await asyncio.wait(under_way)
        with suppress(MemoryUnusable):
            self.waiting, _ = self._inbox.sweep()
        return self.waiting
