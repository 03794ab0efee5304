"""Updates into the inbox, and from there into their lanes."""

import asyncio
import json
import logging
from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any

from bot.channels.telegram.incoming import Incoming, incoming
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.shared_lanes import SharedLanes
from bot.memory.inbox import Arrived
from bot.memory.memory import Memory

_log = logging.getLogger(__name__)


async def on_disk(memory: Memory) -> None:
    """Wait for the disk while others work. Raises MemoryUnusable."""
    try:
        await asyncio.to_thread(memory.file.reach_disk)
    except OSError as error:
        memory.file.unsafe(error)


class Intake:
    """Takes updates in. What it has taken is on disk, so it may be confirmed to Telegram."""

    def __init__(
        self,
        memory: Memory,
        lanes: Lanes | SharedLanes,
        heard: Callable[[], None] = lambda: None,
    ) -> None:
        self._memory = memory
        self.lanes = lanes
        self._heard = heard
        # Deliveries come side by side; those of a chat must reach its lane in order.
        self._in_turn = asyncio.Lock()

    async def take(self, updates: Iterable[Mapping[str, Any]]) -> None:
        """Keep updates and queue those not seen before. Raises MemoryUnusable."""
        found = {one.update_id: one for update in updates if (one := self._read(update))}
        rows = {n: Arrived(n, one.payload, one.who, self._lane(one)) for n, one in found.items()}
        async with self._in_turn:
            if rows:
                await self._put(rows)
        self._heard()

    async def _put(self, rows: Mapping[int, Arrived]) -> None:
        fresh = self._memory.inbox.put(rows.values())
        try:
            # What is shared is in Redis, and not in the file, when `put` returns.
            if not self._memory.shared:
                await on_disk(self._memory)
        finally:
            # Whatever the disk says, they are known from now on, and would not be queued again.
            for entry in fresh:
                self.lanes.put(rows[entry.update_id].lane, entry)

    def resume(self, besides: Container[int] = ()) -> int:
        """Queue what an earlier run left undone; gives back how many.

        What is shared is found by whichever process looks next. `besides` are queued already.
        """
        if self._memory.shared:
            return 0
        waiting = [one for one in self._memory.inbox.waiting() if one.update_id not in besides]
        for entry in waiting:
            one = self._read(json.loads(entry.payload))
            self.lanes.put(self._lane(one) if one else f"update:{entry.update_id}", entry)
        return len(waiting)

    def go_back(self) -> None:
        """Use a memory again that failed, where that is possible, and queue what waits in it."""
        if not self._memory.file.problem:
            return
        queued = set()
        if not self._memory.shared:
            queued = {one.update_id for one in self._memory.inbox.waiting()}
        self._memory.file.go_back()
        if not self._memory.file.problem and (found := self.resume(queued)):
            _log.info("%d updates taken up again", found)

    def _lane(self, one: Incoming) -> str:
        return self._memory.who.lane(one.lane)

    def _read(self, update: Mapping[str, Any]) -> Incoming | None:
        try:
            return incoming(update, self._memory.who)
        except ValueError:
            _log.warning("an update without a number was dropped")
            return None
