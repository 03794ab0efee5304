"""A linear model over words and cues: what a message asks, and in which language.

Its weights are data (`model.json`), learnt by `bot.evaluation.learning` from labelled questions.
"""

import json
import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files

from bot.understanding.lanes import Lanes

_LENGTHS = (3, 4, 5)
# What is longer than this is no word.
_LONGEST = 30
# Weights are in thousandths; what is neither there nor not is there in so many parts.
_THOUSANDTHS, _PARTS = 1000, 1024
_UNIT = _THOUSANDTHS * _PARTS


def parts(feature: str) -> Iterable[str]:
    """What a feature is weighed by: a word also by the runs of letters in it.

    Runs are what slips, inflections and compounds leave alike. A word is a folded one ("w:"), or
    as it was spelled ("s:"), which tells the language.

    >>> list(parts("w:mal"))
    ['w:mal', 'n:<ma', 'n:mal', 'n:al>', 'n:<mal', 'n:mal>', 'n:<mal>']
    >>> list(parts("s:mål"))
    ['g:<må', 'g:mål', 'g:ål>']
    """
    whole = f"<{feature[2 : _LONGEST + 2]}>"
    if feature.startswith("s:"):
        yield from _runs("g:", whole, _LENGTHS[0])
        return
    yield feature
    if feature.startswith("w:") and feature[2:].islower():
        for length in _LENGTHS:
            yield from _runs("n:", whole, length)


def _runs(mark: str, whole: str, length: int) -> Iterable[str]:
    return (mark + whole[start : start + length] for start in range(len(whole) - length + 1))


@dataclass(frozen=True)
class Model:
    """Weights by part of a feature: a label's number, its weight in thousandths, the next label …

    `words` are those that people ask with, as most of them spell each, and in how many questions.
    `plain` are those used where a plan is asked about as such, so that they name no thing in it.
    """

    labels: Sequence[str]
    bias: Sequence[float]
    weights: Mapping[str, Sequence[int]]
    swedish_bias: float
    swedish: Mapping[str, float]
    words: Mapping[str, int] = field(default_factory=dict)
    plain: Collection[str] = ()

    @classmethod
    def load(cls) -> "Model":
        """The weights that ship with the bot."""
        data = json.loads(files(__package__).joinpath("model.json").read_text("utf-8"))
        return cls(**{**data, "plain": frozenset(data["plain"])})

    def probabilities(
        self, features: Mapping[str, float], without: Collection[str] = ()
    ) -> dict[str, float]:
        """How likely each label is, 0 to 1, summing to 1; 0 for what it can't be."""
        row_of = self._row
        whole = part = 0
        for name, value in features.items():
            if value == 1.0:
                whole += row_of(name)
            elif value:
                part += row_of(name) * round(value * _PARTS)
        told = self._lanes.row(whole * _PARTS + part)
        scores = [bias + row / _UNIT for bias, row in zip(self.bias, told, strict=True)]
        for label in self._numbers.keys() & without:
            scores[self._numbers[label]] = -math.inf
        highest = max(scores)
        powers = [math.exp(score - highest) for score in scores]
        total = sum(powers)
        return {label: power / total for label, power in zip(self.labels, powers, strict=True)}

    def swedish_score(self, features: Mapping[str, float]) -> float:
        """Above 0 for Swedish (Norwegian, Danish), below for English and others; 0 can't tell."""
        weight = self._swedish_weight
        told = (weight(name) * value for name, value in features.items())
        return sum(told, self.swedish_bias)

    def reasons(self, features: Mapping[str, float], label: str) -> list[tuple[str, float]]:
        """The features that spoke for or against a label, the strongest first."""
        number = self._numbers[label]
        rows = ((name, value, self._lanes.row(self._row(name))) for name, value in features.items())
        found = [
            (name, row[number] / _THOUSANDTHS * value) for name, value, row in rows if row[number]
        ]
        return sorted(found, key=lambda reason: -abs(reason[1]))

    @cached_property
    def _lanes(self) -> Lanes:
        return Lanes(len(self.labels))

    @cached_property
    def _row(self) -> Callable[[str], int]:
        """The weights of a feature for all labels, packed, kept for those met most; 0 for none."""

        @lru_cache(maxsize=16384)
        def row(feature: str) -> int:
            found = [0] * len(self.labels)
            for part in parts(feature):
                weights = self.weights.get(part, ())
                for label, weight in zip(weights[::2], weights[1::2], strict=True):
                    found[label] += weight
            return self._lanes.packed(found)

        return row

    @cached_property
    def _swedish_weight(self) -> Callable[[str], float]:

        @lru_cache(maxsize=16384)
        def weight(feature: str) -> float:
            return sum(self.swedish.get(part, 0.0) for part in parts(feature))

        return weight

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {label: number for number, label in enumerate(self.labels)}
