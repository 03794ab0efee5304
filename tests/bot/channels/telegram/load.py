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
_UNSURE = "Jag kan inte se om mitt svar kom fram."
# A chat gets a message a second, so one that is still to come shows by then.
_QUIET_SECONDS = 1.5


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

    def told(self, one: User) -> int:
        """How often somebody was told that it is not known whether the answer came."""
        return sum(reply.text.startswith(_UNSURE) for reply in one.chat.replies)

    def wait(self, seconds: float) -> None:
        """Until the last question of each is answered, and nothing more comes."""
        for one in self.people:
            wanted = len(self.asked[one.id])
            self._telegram.until(
                lambda one=one, wanted=wanted: (  # type: ignore[misc]
                    len(_runs(self.answered(one))) + self.told(one) >= wanted or None
                ),
                seconds,
            )
        self._telegram.settle(quiet=_QUIET_SECONDS, timeout=seconds)

    def doubles(self) -> int:
        """How many answers came twice; AssertionError for one lost, thrice, or out of order.

        One is not lost whose sender was told that it may not have come.
        """
        doubles = 0
        for one in self.people:
            runs = _runs(self.answered(one))
            answered, wanted = [place for place, _ in runs], self.asked[one.id]
            assert _is_part_of(answered, wanted)
            assert len(wanted) - len(answered) <= self.told(one)
            counts = Counter(length for _, length in runs)
            assert set(counts) <= {1, 2}
            doubles += counts[2]
        return doubles

    @property
    def unanswered(self) -> int:
        """How many got no answer, but were told."""
        return self.questions - sum(len(_runs(self.answered(one))) for one in self.people)


def _is_part_of(some: list[str], whole: list[str]) -> bool:
    """Whether some things stand in the whole, in the same order."""
    rest = iter(whole)
    return all(one in rest for one in some)


def _runs(places: list[str]) -> list[tuple[str, int]]:
    """Answers in a row that are the same: the questions in a row never are."""
    found: list[tuple[str, int]] = []
    for place in places:
        if found and found[-1][0] == place:
            found[-1] = (place, found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found
