"""People who ask, a bounded number of questions open at a time, and what became of each."""

import time
from collections import deque
from dataclasses import dataclass, field

from benchmarks.load.asked import Asked, without_end
from bot.demo.people import User
from bot.demo.shown import NoAnswer
from bot.demo.telegram import Telegram
from bot.demo.world import Event

# Nobody is asked for again before a second reply to the last question would have come.
_PEOPLE_TO_AN_OPEN_QUESTION = 30
_SILENCE = 30.0
_QUIET = 0.2


@dataclass
class Round:
    """What became of some questions; times in seconds.

    `lost` were not answered, `wrong` in no words about the place asked for; `double` counts
    messages that nothing was open for.
    """

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    lost: int = 0
    double: int = 0
    wrong: int = 0

    @property
    def rate(self) -> float:
        """Questions answered in a second."""
        return len(self.latencies) / self.seconds if self.seconds else 0.0


class Crowd:
    """Each person has a chat with the bot and at most one question open.

    Whoever gets a reply makes room for the next to ask: the load is as high as the bot can bear
    with `open_at_once` questions, and no higher.
    """

    def __init__(self, telegram: Telegram, open_at_once: int) -> None:
        self._telegram = telegram
        self._most = open_at_once
        people = _PEOPLE_TO_AN_OPEN_QUESTION * open_at_once
        self._free = deque(telegram.user(f"Person {n}") for n in range(people))
        self._open: dict[int, tuple[User, Asked, float]] = {}
        self._questions = without_end()
        self._left = 0
        self._heard = 0.0
        self._round = Round()
        telegram.watch(self._see)

    def ask(self, number: int) -> Round:
        """Ask so many questions, and wait until each is answered or given up."""
        with self._telegram.world.changed:
            self._round, self._left = Round(), number
            begun = self._heard = time.perf_counter()
            for _ in range(min(self._most, number)):
                self._next()
        self._wait()
        with self._telegram.world.changed:
            self._round.seconds = self._heard - begun
        # A second reply would come now.
        self._telegram.settle(_QUIET, _SILENCE)
        with self._telegram.world.changed:
            self._round.lost = len(self._open) + self._left
            self._open.clear()
            self._left = 0
            return self._round

    def _next(self) -> None:
        """The one who has been silent longest asks."""
        person, asked = self._free.popleft(), next(self._questions)
        self._left -= 1
        self._open[person.id] = person, asked, time.perf_counter()
        person.send(asked.text)

    def _see(self, event: Event) -> None:
        """Called in the server's thread with each thing that the bot does."""
        if event.kind != "sent" or event.chat_id is None:
            return
        found = self._open.pop(event.chat_id, None)
        if found is None:
            self._round.double += 1
            return
        person, asked, begun = found
        self._heard = time.perf_counter()
        self._round.latencies.append(self._heard - begun)
        self._round.wrong += asked.place not in event.content.get("text", "")
        self._free.append(person)
        if self._left:
            self._next()

    def _wait(self) -> None:
        """Until nothing is open, or nothing has been heard for a long while."""
        seen = -1
        while seen != (seen := len(self._round.latencies)):
            try:
                self._telegram.until(lambda: None if self._open else True, _SILENCE)
            except NoAnswer:
                continue
            return
