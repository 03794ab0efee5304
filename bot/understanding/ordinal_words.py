"""The words of `ordinals.toml` that tell which one of a list is meant, folded."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from knowledge.text import fold, words


class OrdinalWords(NamedTuple):
    """Ordinals and numbers by their folded words, and what may stand around them."""

    ordinals: Mapping[str, int]
    numbers: Mapping[str, int]
    before: frozenset[str]
    other: frozenset[str]
    the: frozenset[str]
    several: frozenset[str]
    points: frozenset[str]
    pronouns: frozenset[str]
    many: frozenset[str]
    more: frozenset[str]
    fewer: frozenset[str]
    phrases: Mapping[str, int]

    @property
    def all(self) -> frozenset[str]:
        """Every word that tells which one is meant: none is a slip of a name."""
        return frozenset(self.ordinals) | {word for text in self.phrases for word in text.split()}


@cache
def listed_words() -> OrdinalWords:
    """The words, read once."""
    data = tomllib.loads(files(__package__).joinpath("ordinals.toml").read_text("utf-8"))
    ordinals, numbers = (
        {fold(word): int(number) for number, text in data[name].items() for word in text.split()}
        for name in ("ordinals", "numbers")
    )
    around = {name: frozenset(map(fold, data["around"][name].split())) for name in _AROUND}
    phrases = {
        " ".join(word.folded for word in words(text)): int(number)
        for number, texts in data["phrases"].items()
        for text in texts
    }
    return OrdinalWords(ordinals, numbers, **around, phrases=phrases)


@cache
def counting_words() -> frozenset[str]:
    """Every word that tells which one, or how many; without any of them nothing is counted."""
    return listed_words().all | listed_words().numbers.keys()


_AROUND = ("before", "other", "the", "several", "points", "pronouns", "many", "more", "fewer")
