"""People who ask all at once, and what became of each question."""

import random
import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from bot.demo.people import User
from bot.demo.telegram import Telegram

PLACES = ("Värnamo", "Ljungby", "Jokkmokk", "Överkalix", "Övertorneå")
_PLACE = re.compile("|".join(PLACES))


class Crowd:
    """People in chats of their own; each asks for the sources of one place after the other."""

    def __init__(self, telegram: Telegram, people: int, seed: int) -> None:
        self.people = [telegram.user(f"Person {n}") for n in range(people)]
        self.asked: dict[int, list[str]] = {one.id: [] for one in self.people}
        self._chance = random.Random(seed)  # noqa: S311
        self._telegram = telegram

    def asks(self) -> None:
        """One of them asks."""
        one = self._chance.choice(self.people)
        place = PLACES[len(self.asked[one.id]) % len(PLACES)]
        self.asked[one.id].append(place)
        one.send(f"/kallor {place}")

    @contextmanager
    def asking(self, pause: float) -> Iterator[None]:
        """They ask all the while, one question each `pause` seconds."""
        over = threading.Event()

        def ask() -> None:
            while not over.wait(pause):
                self.asks()

        thread = threading.Thread(target=ask)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    @property
    def questions(self) -> int:
        """How many were asked."""
        return sum(len(asked) for asked in self.asked.values())

    def answered(self, one: User) -> list[str]:
        """The places that one person's replies are about, in their order."""
        found = (_PLACE.search(reply.text) for reply in one.chat.replies)
        return [place.group() for place in found if place]

    def wait(self, seconds: float) -> None:
        """Until the last question of each is answered."""
        for one in self.people:
            wanted = self.asked[one.id]
            self._telegram.until(
                lambda one=one, wanted=wanted: (  # type: ignore[misc]
                    len(self.answered(one)) >= len(wanted) or None
                ),
                seconds,
            )

    def doubles(self) -> int:
        """How many answers came twice; AssertionError for one lost, thrice, or out of order."""
        doubles = 0
        for one in self.people:
            answered, wanted = self.answered(one), self.asked[one.id]
            runs = _runs(answered)
            assert [place for place, _ in runs] == wanted
            counts = Counter(length for _, length in runs)
            assert set(counts) <= {1, 2}
            doubles += counts[2]
        return doubles


def _runs(places: list[str]) -> list[tuple[str, int]]:
    """Answers in a row that are the same: the questions in a row never are."""
    found: list[tuple[str, int]] = []
    for place in places:
        if found and found[-1][0] == place:
            found[-1] = (place, found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found
