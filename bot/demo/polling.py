"""getUpdates: long polling as Telegram does it, one poller at a time."""

import asyncio
import contextlib

from bot.demo.errors import Json, Refusal
from bot.demo.world import World

_LONGEST_WAIT = 50
_TERMINATED = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
_WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


class Polling:
    """Waits for updates on the server's loop; `polls` counts how often it was asked."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.polls = 0
        self._current = 0
        self._reason: Refusal | None = None

    def start(self) -> None:
        """Belong to the loop that runs."""
        self._loop = asyncio.get_running_loop()
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """There may be something to give."""
        self._woken.set()

    def end_soon(self, reason: Refusal) -> None:
        """`end`, from another thread."""
        with contextlib.suppress(RuntimeError):  # where the loop has ended before
            self._loop.call_soon_threadsafe(self.end, reason)

    def end(self, reason: Refusal) -> None:
        """End the poll that waits, with a refusal."""
        self._current += 1
        self._reason = reason
        self._woken.set()

    async def get_updates(self, given: Json, webhook: bool) -> list[Json]:
        """The updates from `offset` on, at once or as soon as there is one."""
        if webhook:
            raise Refusal(409, _WEBHOOK)
        self.end(Refusal(409, _TERMINATED))
        mine = self._current
        self.polls += 1
        with self.world.changed:
            self.world.updates.allow(given.get("allowed_updates"))
            self.world.updates.confirm(given.get("offset", 0))
            self.world.changed.notify_all()
        limit = min(max(given.get("limit", 100), 1), 100)
        until = self._loop.time() + min(max(given.get("timeout", 0), 0), _LONGEST_WAIT)
        while True:
            self._woken.clear()
            with self.world.changed:
                found = self.world.updates.batch(limit)
            left = until - self._loop.time()
            if found or left <= 0:
                return found
            try:
                await asyncio.wait_for(self._woken.wait(), left)
            except TimeoutError:
                continue
            if mine != self._current:
                raise self._reason or Refusal(409, _TERMINATED)
