"""What is asked: frames filled with places, the same ones in the same order at each run."""

from collections.abc import Iterator
from itertools import cycle, product
from pathlib import Path
from random import Random
from typing import NamedTuple

# Five that are known, and one that is not: its questions are kept for the staff.
PLACES = ("Jokkmokk", "Ljungby", "Värnamo", "Överkalix", "Övertorneå", "Gislaved")
_FRAMES = Path(__file__).with_name("questions.txt")


class Asked(NamedTuple):
    """A question and the place that its reply must name."""

    text: str
    place: str


def questions() -> list[Asked]:
    """Every frame with every place, shuffled."""
    frames = _FRAMES.read_text("utf-8").splitlines()
    found = [Asked(frame.format(place=place), place) for frame, place in product(frames, PLACES)]
    Random(1).shuffle(found)
    return found


def without_end() -> Iterator[Asked]:
    """The questions over and over."""
    return cycle(questions())
