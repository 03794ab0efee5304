"""The inbox of several processes: each lane is one process's at a time.

A lane (a chat) that has something waiting is claimed by one process, which works it off in order
and lets it go when it is empty. A process counts as living for some seconds after each sweep; the
lanes of one that does not live any more are taken over. Before each sending it is looked up whether
the lane is still one's own, so that a process that was only held up sends nothing afterwards.
"""

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from bot.memory.inbox import KEPT_SECONDS, Arrived, Entry, TakenOver

if TYPE_CHECKING:
    from bot.memory.shared.store import Shared

LIVING_SECONDS = 5.0
# How long the kind of error of what was set aside is kept.
_ERROR_SECONDS = 30 * 24 * 3600


class SharedInbox:
    """As `Inbox`, in Redis."""

    def __init__(self, shared: "Shared", now: Callable[[], float] = time.time) -> None:
        self._shared = shared
        self._now = now

    def put(self, updates: Iterable[Arrived]) -> list[Entry]:
        """Write updates down; gives back those not seen before, by whichever process."""
        arrived = {one.update_id: one for one in updates}
        parts: list[str | float] = []
        for one in arrived.values():
            who = one.who.hex() if one.who else ""
            parts += [one.update_id, one.payload, who, one.lane or f"update:{one.update_id}"]
        found = self._shared.run("put", int(self._now()), KEPT_SECONDS, *parts) if parts else []
        return [Entry(int(number), arrived[int(number)].payload) for number in found]

    def head(self, lane: str) -> Entry | None:
        """The first update of a lane, which is ours from now on; None: empty, or another's."""
        found = self._shared.run("head", self._shared.me, lane, 2 * KEPT_SECONDS)
        if not found:
            return None
        return _entry(found)

    def waiting(self) -> list[Entry]:
        """What waits, in the order it came."""
        return sorted(_entry(one) for one in self._shared.run("waiting"))

    def sweep(self) -> tuple[int, list[str]]:
        """Give a sign of life; how many updates wait, and the lanes that wait for somebody."""
        waiting, *lanes = self._shared.run("sweep", self._shared.me, int(1000 * LIVING_SECONDS))
        return waiting, lanes

    def begin(self, update_id: int, begun: int) -> None:
        """Note, before a message is sent, how many of its sendings may have arrived by then.

        Raises TakenOver where the update is another process's by now, or done.
        """
        if not self._shared.run("begin", self._shared.me, update_id, begun):
            raise TakenOver

    def called(self, update_id: int, done_calls: int) -> None:
        """Note how many of an update's calls Telegram has accepted."""
        self._shared.run("called", update_id, done_calls)

    def tried(self, update_id: int) -> int:
        """Count a failure; gives back how many there have been."""
        return int(self._shared.run("tried", update_id))

    def done(self, update_id: int) -> None:
        """Erase the text of an update whose reply was accepted; its number stays a day."""
        self._shared.run("done", update_id, KEPT_SECONDS)

    def set_aside(self, update_id: int, error: str) -> None:
        """Take an update out of the queue that fails again and again."""
        self._shared.run("set_aside", update_id, error, KEPT_SECONDS, _ERROR_SECONDS)

    def expire(self) -> tuple[int, int, int]:
        """Drop what is older than a day; how many were done, still waiting, set aside."""
        found = self._shared.run("drop_old", int(self._now()) - KEPT_SECONDS)
        return found[0], found[1], found[2]


def _entry(found: list[str]) -> Entry:
    number, payload, tries, done_calls, begun = found
    return Entry(int(number), payload, int(tries), int(done_calls), int(begun))
