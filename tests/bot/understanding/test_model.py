"""The linear model gives shares, and says why."""

import pytest

from bot.understanding.model import Model

SMALL = Model(
    labels=["goals", "vision"],
    bias=[0.0, 0.0],
    weights={"w:mal": [0, 2000, 1, -1000], "w:vision": [1, 3000]},
    swedish_bias=0.5,
    swedish={"w:mal": 1.0, "w:goals": -2.0},
)


def test_shares_sum_to_one() -> None:
    """The more for a label, the more speaks for it."""
    found = SMALL.probabilities({"w:mal": 1.0, "w:unheard": 5.0})

    assert sum(found.values()) == pytest.approx(1)
    assert found["goals"] > 0.9


def test_nothing_known_leaves_it_open() -> None:
    """The bias alone."""
    assert SMALL.probabilities({}) == {"goals": 0.5, "vision": 0.5}


def test_large_scores_do_not_overflow() -> None:
    """A message of thousands of words has large sums."""
    assert SMALL.probabilities({"w:vision": 1e6})["vision"] == 1.0


@pytest.mark.parametrize(("word", "swedish"), [("w:mal", True), ("w:goals", False)])
def test_words_tell_the_language(word: str, swedish: bool) -> None:
    """Above 0 is Swedish."""
    assert (SMALL.swedish_score({word: 1.0}) > 0) == swedish


def test_reasons_are_the_features_that_decided() -> None:
    """The strongest first, for or against."""
    found = SMALL.reasons({"w:mal": 1.0, "w:vision": 0.5, "w:no": 1.0}, "vision")

    assert found == [("w:vision", 1.5), ("w:mal", -1.0)]


def test_the_shipped_model_knows_its_labels() -> None:
    """Each weight belongs to a label, each label has a bias."""
    model = Model.load()

    assert len(model.labels) == len(model.bias) == len(set(model.labels))
    numbers = {label for weights in model.weights.values() for label in weights[::2]}
    assert numbers <= set(range(len(model.labels)))


def test_a_word_is_weighed_by_its_runs_of_letters_too() -> None:
    """So that one never seen is like those it shares them with; what is no word has none."""
    model = Model(["goals", "vision"], [0.0, 0.0], {"n:<ma": [0, 1000]}, 0.0, {"g:ål>": 2.0})

    assert model.reasons({"w:malen": 1.0, "w:NAME": 1.0, "b:< ma": 1.0}, "goals") == [
        ("w:malen", 1.0)
    ]
    assert model.swedish_score({"s:mål": 1.0, "s:goal": 1.0}) == 2.0


def test_what_it_can_not_be_has_no_share() -> None:
    """However likely it would be, the others share it all."""
    found = SMALL.probabilities({"w:vision": 1e6}, without=["vision"])

    assert found == {"goals": 1.0, "vision": 0.0}
