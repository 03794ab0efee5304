"""Times taken so that a busy machine spoils little: the sides in turn, medians of ratios."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

Ask = Callable[[str], object]


class Times(NamedTuple):
    """Milliseconds of a side, one figure a question: the median of its rounds."""

    each: list[float]

    @property
    def median(self) -> float:
        """The middle one of all questions."""
        return median(self.each)

    @property
    def slowest(self) -> float:
        """What 99 of 100 questions stay under."""
        return quantiles(self.each, n=100)[98]

    def per(self, other: "Times") -> float:
        """How many times as long as another side, question by question: the middle ratio."""
        pairs = zip(self.each, other.each, strict=True)
        return median(own / theirs for own, theirs in pairs)


def in_turn(
    sides: Mapping[str, Ask], questions: Sequence[str], rounds: int = 5
) -> dict[str, Times]:
    """Ask every side every question, one side right after the other, after a round to warm up."""
    for question in questions:
        for ask in sides.values():
            ask(question)
    times: dict[str, list[float]] = {name: [] for name in sides}
    for question in questions:
        taken: dict[str, list[float]] = {name: [] for name in sides}
        for _ in range(rounds):
            for name, ask in sides.items():
                start = perf_counter()
                ask(question)
                taken[name].append(1000 * (perf_counter() - start))
        for name, found in taken.items():
            times[name].append(median(found))
    return {name: Times(each) for name, each in times.items()}
