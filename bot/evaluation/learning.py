"""Learns the weights of the cues from labelled questions: `make learn`.

A development command: it needs scikit-learn, what it writes needs nothing.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from bot.evaluation.cases import Case, read_cases
from bot.understanding.features import features
from bot.understanding.lexicon import Lexicon
from bot.understanding.model import Model
from bot.understanding.understand import Understanding
from knowledge.store import Store

# What is not asked differently from something else is learnt with it. A question about an
# uncovered municipality asks what any other asks; it tells only that it is in scope.
_SAME = {"service": "off_topic", "lookalike": "off_topic"}
_LEFT_OUT = {"uncovered"}
_STRENGTH = 3.0
_SMALLEST = 0.04


def examples(cases: Iterable[Case], understanding: Understanding) -> list[tuple[Any, str, Any]]:
    """The features, intent and language of each case that has an intent of its own."""
    found = []
    for case in cases:
        if not case.intent or case.intent in _LEFT_OUT:
            continue
        question = understanding(case.turns[-1])
        language = case.language[0] if len(case.language) == 1 else None
        weighed = features(question.reading, question.matched)
        found.append((weighed, _SAME.get(case.intent, case.intent), language))
    return found


def learn(found: Sequence[tuple[Any, str, Any]]) -> Model:
    """Weights for intents and language."""
    labels, bias, weights = _intents([x for x, _, _ in found], [y for _, y, _ in found])
    told = [(x, language) for x, _, language in found if language]
    swedish_bias, swedish = _languages([x for x, _ in told], [language for _, language in told])
    return Model(labels, bias, weights, swedish_bias, swedish)


def _intents(xs: list[Any], ys: list[str]) -> tuple[list[str], list[float], dict[str, Any]]:
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=_STRENGTH, max_iter=500)
    model.fit(vectorizer.fit_transform(xs), ys)
    weights: dict[str, list[list[float]]] = {}
    for column, name in enumerate(vectorizer.feature_names_):
        kept = [
            [int(label), round(float(weight), 2)]
            for label, weight in enumerate(model.coef_[:, column])
            if abs(weight) >= _SMALLEST
        ]
        if kept:
            weights[name] = kept
    return list(model.classes_), [round(float(b), 3) for b in model.intercept_], weights


def _languages(xs: list[Any], ys: list[str]) -> tuple[float, dict[str, float]]:
    words = [
        {name: value for name, value in x.items() if name[:2] in {"w:", "p:", "b:"}} for x in xs
    ]
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=_STRENGTH, max_iter=500)
    model.fit(vectorizer.fit_transform(words), np.array(ys) == "sv")
    weights = {
        name: round(float(weight), 2)
        for name, weight in zip(vectorizer.feature_names_, model.coef_[0], strict=True)
        if abs(weight) >= _SMALLEST
    }
    return round(float(model.intercept_[0]), 3), weights


def main(database: str, *paths: str) -> None:
    """Learn from the files of cases and write the model beside the code that reads it."""
    store = Store(Path(database))
    blank = Model([""], [0.0], {}, 0.0, {})
    understanding = Understanding(store, Lexicon.load(store), blank)
    found = examples(read_cases(Path(path) for path in paths), understanding)
    model = learn(found)
    data = {
        "labels": model.labels,
        "bias": model.bias,
        "swedish_bias": model.swedish_bias,
        "swedish": dict(sorted(model.swedish.items())),
        "weights": dict(sorted(model.weights.items())),
    }
    target = Path(__file__).parents[1] / "understanding" / "model.json"
    target.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(found)} questions, {len(model.labels)} intents, {len(model.weights)} features")


if __name__ == "__main__":
    main(*sys.argv[1:])
