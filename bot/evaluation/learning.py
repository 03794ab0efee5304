"""Learns the weights of the cues from labelled questions: `make learn`.

A development command: it needs scikit-learn, what it writes needs nothing.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from bot.evaluation.cases import Case, read_cases
from bot.understanding.features import features, language_features
from bot.understanding.lexicon import Lexicon
from bot.understanding.matching import slip_away
from bot.understanding.model import Model, parts
from bot.understanding.names import find_mentions
from bot.understanding.question import group_of
from bot.understanding.understand import Understanding
from knowledge.store import Store
from knowledge.text import bases, words

# What is not asked differently from something else is learnt with it.
_SAME = {"service": "off_topic", "lookalike": "off_topic"}
# A question about an uncovered municipality asks what any other asks. What that is, is not
# labelled; it is taken from what is learnt first without these.
_UNLABELLED = "uncovered"
_ASKS_LANGUAGE = "switch_language"
_STRENGTH = 3.0
# Learning ends when a round changes next to nothing; nearer takes long for no more.
_ROUNDS, _NEAR = 500, 4e-4
# Of two languages it would end before it has begun.
_NEAR_LANGUAGE = 1e-5
# Words as such tell less than the cues they are listed under, which hold for words never seen;
# runs of letters less still. The scale goes into the weights, so that asking need not know it.
_SCALES = {"w:": 0.5, "b:": 0.5, "n:": 0.25, "g:": 0.3}
# Weights below this decide nothing; without them the file is a third. A word has many runs of
# letters, so that small ones add up.
_SMALLEST, _SMALLEST_RUN = 0.14, 0.05
# A word used this often in the questions is no slip of the keyboard.
_SEEN = 6
# Unless one beside it is used so many times as often; a long word has few beside it.
_SLIPS, _SLIPS_LONG, _SLIPS_INFLECTED = 25, 8, 10
_LONG, _SHORTEST_SLIP = 8, 5
# A word used this often where a plan is asked about as such names no thing that it may speak of.
_PLAIN = 2
_OF_THINGS = frozenset({
    "topic", "absent", "across", "explain", "meaning", "covered", "uncovered", "service",
    "off_topic", "lookalike",
})  # fmt: skip


class Example(NamedTuple):
    """A labelled question: its features, intent, and those that tell its language."""

    features: dict[str, float]
    intent: str
    words: dict[str, float]
    language: str | None


def examples(cases: Iterable[Case], understanding: Understanding) -> list[Example]:
    """The features, intent and language of each case that has an intent of its own."""
    found = []
    for case in cases:
        if not case.intent:
            continue
        question = understanding(case.turns[-1], in_context=True)
        language = case.language[0] if len(case.language) == 1 else None
        weighed = features(question.reading, question.echo)
        words = language_features(weighed, question.reading)
        found.append(Example(weighed, _SAME.get(case.intent, case.intent), words, language))
    return found


def learn(found: Sequence[Example]) -> Model:
    """Weights for intents and language."""
    labelled = [example for example in found if example.intent != _UNLABELLED]
    first = _model(labelled)
    guessed = [
        example._replace(intent=_likeliest(first, example))
        for example in found
        if example.intent == _UNLABELLED
    ]
    return _model([*labelled, *guessed])


def _likeliest(model: Model, example: Example) -> str:
    shares = model.probabilities(example.features)
    goals = [label for label in shares if group_of(label) == "goals" and label != "absent"]
    return max(goals, key=lambda label: shares[label])


def _model(found: Sequence[Example]) -> Model:
    labels, bias, weights = _intents(
        [_in_parts(e.features) for e in found], [e.intent for e in found]
    )
    # "In Swedish, please" asks for a language; it is not written in it.
    told = [example for example in found if example.language and example.intent != _ASKS_LANGUAGE]
    swedish_bias, swedish = _languages(
        [_in_parts(example.words) for example in told],
        [example.language == "sv" for example in told],
    )
    return Model(labels, bias, weights, swedish_bias, swedish)


def _intents(xs: list[Any], ys: list[str]) -> tuple[list[str], list[float], dict[str, Any]]:
    # Only whoever learns needs this library.
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectorizer = DictVectorizer()
    model = LogisticRegression(C=_STRENGTH, max_iter=_ROUNDS, tol=_NEAR)
    model.fit(vectorizer.fit_transform(_scaled(x) for x in xs), ys)
    weights: dict[str, list[int]] = {}
    for column, name in enumerate(vectorizer.feature_names_):
        scale = _SCALES.get(name[:2], 1.0)
        kept = [
            number
            for label, weight in enumerate(model.coef_[:, column])
            if abs(weight) >= (_SMALLEST_RUN if name.startswith("n:") else _SMALLEST)
            for number in (label, round(1000 * float(weight) * scale))
        ]
        if kept:
            weights[name] = kept
    return list(model.classes_), [round(float(b), 3) for b in model.intercept_], weights


def _languages(xs: list[Any], ys: list[bool]) -> tuple[float, dict[str, float]]:
    # Only whoever learns needs this library.
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectorizer = DictVectorizer()
    model = LogisticRegression(C=_STRENGTH, max_iter=_ROUNDS, tol=_NEAR_LANGUAGE)
    model.fit(vectorizer.fit_transform(_scaled(x) for x in xs), ys)
    weights = {
        name: round(float(weight) * _SCALES.get(name[:2], 1.0), 2)
        for name, weight in zip(vectorizer.feature_names_, model.coef_[0], strict=True)
        if abs(weight) >= _SMALLEST
    }
    return round(float(model.intercept_[0]), 3), weights


def _in_parts(features: dict[str, float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, value in features.items():
        for part in parts(name):
            found[part] = found.get(part, 0.0) + value
    return found


def _scaled(features: dict[str, float]) -> dict[str, float]:
    return {name: value * _SCALES.get(name[:2], 1.0) for name, value in features.items()}


def _real(cases: Sequence[Case], store: Store) -> dict[str, int]:
    """The words that are none of the slips that many make ("vison"), and how many used each."""
    times = _times(cases)
    used = _used(cases, _SEEN)
    slips = {word for word in used if _is_slip(word, used, times)}
    # "Komuns" is a slip as "komun" is.
    slips |= {
        word
        for word in used
        if slips.intersection(bases(word)) and _is_slip(word, used, times, _SLIPS_INFLECTED)
    }
    real = [word for word in used if word not in slips and not _names_covered(word, store)]
    return _spelled(cases, real)


def _names_covered(word: str, store: Store) -> bool:
    """Whether a word is the name of a covered municipality, misspelt."""
    near = find_mentions(words(word.capitalize()), store, ())
    return any(place.covered for mention in near if mention.distance for place in mention.places)


def _is_slip(
    word: str, used: Sequence[str], times: Mapping[str, int], ratio: int | None = None
) -> bool:
    """Whether a word is one slip away from one that is used so much oftener."""
    oftener = (ratio or (_SLIPS_LONG if len(word) >= _LONG else _SLIPS)) * times[word]
    return len(word) >= _SHORTEST_SLIP and any(
        times[other] >= oftener
        for other in slip_away(word, used)
        if other[0] == word[0] and set(bases(other)).isdisjoint(bases(word))
    )


def _spelled(cases: Iterable[Case], folded: Iterable[str]) -> dict[str, int]:
    """How many spell folded words in each way: "år" and "är", and not "ar" for them."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        for form, word in {word.lower: word.folded for word in words(case.turns[-1])}.items():
            forms[word][form] += 1
    found: dict[str, int] = {}
    for word in folded:
        commonest, times = forms[word].most_common(1)[0]
        found[commonest] = times
        others = ((form, number) for form, number in forms[word].items() if not form.isascii())
        found |= {form: number for form, number in others if number >= _SEEN}
    return found


def _used(cases: Iterable[Case], times: int) -> list[str]:
    """The folded words that stand in at least so many of the questions."""
    return sorted(word for word, number in _times(cases).items() if number >= times)


def _times(cases: Iterable[Case]) -> Counter[str]:
    """In how many of the questions each folded word stands."""
    seen = Counter[str]()
    for case in cases:
        seen.update({word.folded for word in words(case.turns[-1])})
    return seen


def main(database: str, *paths: str) -> None:
    """Learn from the files of cases and write the model beside the code that reads it."""
    store = Store(Path(database))
    cases = list(read_cases(Path(path) for path in paths))
    blank = Model([""], [0.0], {}, 0.0, {})
    real = _real(cases, store)
    found = examples(cases, Understanding(store, Lexicon.load(store, real), blank))
    plain = _used((case for case in cases if case.intent not in _OF_THINGS), _PLAIN)
    model = replace(learn(found), words=real, plain=plain)
    data = {
        "labels": model.labels,
        "bias": model.bias,
        "swedish_bias": model.swedish_bias,
        "swedish": dict(sorted(model.swedish.items())),
        "weights": dict(sorted(model.weights.items())),
        "words": dict(sorted(model.words.items())),
        "plain": list(model.plain),
    }
    target = Path(__file__).parents[1] / "understanding" / "model.json"
    target.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(found)} questions, {len(model.labels)} intents, {len(model.weights)} features")


if __name__ == "__main__":
    main(*sys.argv[1:])
