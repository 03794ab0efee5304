"""How the running bot is: told by the channel, read by health and metrics."""

import time
from collections.abc import Callable

# Three times as long as the channel waits for updates in one call.
POLLING_SILENCE_SECONDS = 90.0


class Pulse:
    """When Telegram was last heard from, how many updates wait, and what is wrong with the memory.

    `silence` is how many seconds without a word from Telegram are still healthy. It is None for a
    webhook: there Telegram calls only when someone writes, and a quiet night is no fault.
    """

    def __init__(
        self,
        silence: float | None = POLLING_SILENCE_SECONDS,
        waiting: Callable[[], int] = lambda: 0,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.silence = silence
        self.waiting = waiting
        self.memory: Callable[[], str] = lambda: ""
        self._now = now
        self._begun = now()
        self._heard: float | None = None

    def heard(self) -> None:
        """Note a successful getUpdates, or a delivery taken in; to be called each time."""
        self._heard = self._now()

    def age(self) -> float | None:
        """Seconds since Telegram was last heard from; None where it never was."""
        return None if self._heard is None else self._now() - self._heard

    @property
    def connected(self) -> bool:
        """Whether Telegram was heard from lately enough."""
        age = self.age()
        if self.silence is None:
            return True
        return age is not None and age <= self.silence

    def uptime(self) -> float:
        """Seconds since the bot began."""
        return self._now() - self._begun
