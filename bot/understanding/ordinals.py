"""Which one of a list is meant: "den andra", "goal 3", "the last"; words in `ordinals.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from bot.understanding.reading import Reading
from knowledge.text import fold

_FEW = 3


class _Words(NamedTuple):
    """Ordinals and numbers by their folded words, and what numbers stand after."""

    ordinals: Mapping[str, int]
    numbers: Mapping[str, int]
    before: frozenset[str]


def ordinal(reading: Reading) -> int | None:
    """Which one of a list is meant: 1 for the first, -1 for the last."""
    listed = _words()
    folded = [word.folded for word in reading.words]
    for word in folded:
        if word in listed.ordinals:
            return listed.ordinals[word]
    for before, word in zip(["nr", *folded], folded, strict=False):
        short = len(folded) <= _FEW and before not in {"de", "the"}
        if word in listed.numbers and (before in listed.before or short):
            return listed.numbers[word]
    return None


@cache
def _words() -> _Words:
    data = tomllib.loads(files(__package__).joinpath("ordinals.toml").read_text("utf-8"))
    ordinals, numbers = (
        {fold(word): int(number) for number, text in data[name].items() for word in text.split()}
        for name in ("ordinals", "numbers")
    )
    return _Words(ordinals, numbers, frozenset(map(fold, data["around"]["before"].split())))
