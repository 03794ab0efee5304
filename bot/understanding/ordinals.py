"""Which one of a list is meant: "den andra", "goal 3", "the last"; words in `ordinals.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from bot.understanding.reading import Reading
from knowledge.text import fold, words

_FEW = 3


class _Words(NamedTuple):
    """Ordinals and numbers by their folded words, and what may stand around them."""

    ordinals: Mapping[str, int]
    numbers: Mapping[str, int]
    before: frozenset[str]
    other: frozenset[str]
    the: frozenset[str]
    many: frozenset[str]
    more: frozenset[str]
    fewer: frozenset[str]
    phrases: Mapping[str, int]


def ordinal(reading: Reading) -> int | None:
    """Which one of a list is meant: 1 for the first, -1 for the last, 0 for the middle one."""
    listed = _words()
    folded = [word.folded for word in reading.words]
    text = f" {' '.join(folded)} "
    for phrase, number in listed.phrases.items():
        if f" {phrase} " in text:
            return number
    for word in folded:
        if word in listed.ordinals:
            return listed.ordinals[word]
    for before, word in zip(["nr", *folded], folded, strict=False):
        short = len(folded) <= _FEW and before not in {"de", "the"}
        if word in listed.numbers and (before in listed.before or short):
            return listed.numbers[word]
    return None


def numbered(reading: Reading) -> int | None:
    """Which one of a kind is asked for outright: "Ljungby's third vision goal", "mål 2"."""
    listed = _words()
    folded = [word.folded for word in reading.words]
    kinds = {hit.start for hit in reading.hits if hit.group.startswith("kind.")}
    for position, word in enumerate(folded):
        before = folded[position - 1] if position else ""
        together = position and not _apart(reading, position)
        if (
            word in listed.numbers
            and together
            and before in listed.before
            and position - 1 in kinds
        ):
            several = any(other in listed.numbers for other in folded[position + 1 :])
            return None if several else listed.numbers[word]
        # "Andra mål" are other goals; "det andra målet" and "Ljungbys andra mål" are the second.
        other = word in listed.other and not (before in listed.the or position - 1 in reading.named)
        if word in listed.ordinals and not other and kinds & {position + 1, position + 2}:
            return None if listed.many.intersection(folded) else listed.ordinals[word]
    return None


class NumberAsked(NamedTuple):
    """How many are asked for: that number, more, or fewer."""

    number: int
    than: int

    def fits(self, number: int) -> bool:
        """Whether a number is one of those asked for."""
        if not self.than:
            return number == self.number
        return (number - self.number) * self.than > 0


def number_asked(reading: Reading) -> NumberAsked | None:
    """The number of a kind that is asked about: "four goals", "more than three goals"."""
    listed = _words()
    folded = [word.folded for word in reading.words]
    kinds = {hit.start for hit in reading.hits if hit.group.startswith("kind.")}
    for position, word in enumerate(folded):
        if word in listed.numbers and word not in _ONE and kinds & {position + 1, position + 2}:
            before = set(folded[max(0, position - _NEAR) : position])
            than = bool(before & listed.more) - bool(before & listed.fewer)
            return NumberAsked(listed.numbers[word], than)
    return None


# "Ett mål" and "one goal" are any; and so near stands what says "more than".
_ONE, _NEAR = frozenset({"1", "ett", "one"}), 2


def _apart(reading: Reading, position: int) -> bool:
    """Whether a mark stands before a word: "the goals, four of them"."""
    before, word = reading.words[position - 1 : position + 1]
    return bool(reading.text[before.end : word.start].strip())


@cache
def _words() -> _Words:
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
    return _Words(ordinals, numbers, **around, phrases=phrases)


_AROUND = ("before", "other", "the", "many", "more", "fewer")
