"""Updates into the inbox, and from there into their lanes."""

import json
import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bot.channels.telegram.incoming import Incoming, incoming
from bot.channels.telegram.lanes import Lanes
from bot.memory.memory import Memory

_log = logging.getLogger(__name__)


class Intake:
    """Takes updates in. What it has taken is on disk, so it may be confirmed to Telegram."""

    def __init__(
        self, memory: Memory, lanes: Lanes, heard: Callable[[], None] = lambda: None
    ) -> None:
        self._memory = memory
        self.lanes = lanes
        self._heard = heard

    def take(self, updates: Iterable[Mapping[str, Any]]) -> None:
        """Keep updates and queue those not seen before. Raises MemoryUnusable."""
        found = {one.update_id: one for update in updates if (one := self._read(update))}
        rows = [(one.update_id, one.payload, one.who) for one in found.values()]
        for entry in self._memory.inbox.put(rows):
            self.lanes.put(found[entry.update_id].lane, entry)
        self._heard()

    def resume(self) -> int:
        """Queue what an earlier run left undone; gives back how many."""
        waiting = self._memory.inbox.waiting()
        for entry in waiting:
            one = self._read(json.loads(entry.payload))
            self.lanes.put(one.lane if one else f"update:{entry.update_id}", entry)
        return len(waiting)

    def _read(self, update: Mapping[str, Any]) -> Incoming | None:
        try:
            return incoming(update, self._memory.who)
        except ValueError:
            _log.warning("an update without a number was dropped")
            return None
