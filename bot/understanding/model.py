"""A linear model over words and cues: what a message asks, and in which language.

Its weights are data (`model.json`), learnt by `bot.evaluation.learning` from labelled questions.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files


@dataclass(frozen=True)
class Model:
    """Weights by feature: pairs of a label's number and its weight, labels with none left out.

    `words` are folded words that several people used: real ones, whatever the lists hold.
    """

    labels: Sequence[str]
    bias: Sequence[float]
    weights: Mapping[str, Sequence[Sequence[float]]]
    swedish_bias: float
    swedish: Mapping[str, float]
    words: Sequence[str] = ()

    @classmethod
    def load(cls) -> "Model":
        """The weights that ship with the bot."""
        return cls(**json.loads(files(__package__).joinpath("model.json").read_text("utf-8")))

    def probabilities(self, features: Mapping[str, float]) -> dict[str, float]:
        """How likely each label is, 0 to 1, summing to 1."""
        scores = list(self.bias)
        weights = self.weights
        for name in features.keys() & weights.keys():
            value = features[name]
            for label, weight in weights[name]:
                scores[label] += weight * value  # type: ignore[call-overload]
        highest = max(scores)
        powers = [math.exp(score - highest) for score in scores]
        total = sum(powers)
        return {label: power / total for label, power in zip(self.labels, powers, strict=True)}

    def swedish_score(self, features: Mapping[str, float]) -> float:
        """Above 0 for Swedish (Norwegian, Danish), below for English and others; 0 can't tell."""
        swedish = self.swedish
        told = features.keys() & swedish.keys()
        return self.swedish_bias + sum(swedish[name] * features[name] for name in told)

    def reasons(self, features: Mapping[str, float], label: str) -> list[tuple[str, float]]:
        """The features that spoke for or against a label, the strongest first."""
        number = self._numbers[label]
        found = [
            (name, weight * value)
            for name, value in features.items()
            for at, weight in self.weights.get(name, ())
            if at == number
        ]
        return sorted(found, key=lambda reason: -abs(reason[1]))

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {label: number for number, label in enumerate(self.labels)}
