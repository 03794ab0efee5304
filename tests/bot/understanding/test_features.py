"""What the model weighs of a message."""

import pytest

from bot.understanding.features import features, language_features, masked
from bot.understanding.question import Echo
from tests.bot.understanding.conftest import Reader


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Vilka mål har Värnamo?", ["vilka", "mal", "har", "NAME"]),
        ("Upplands Väsby 2030", ["NAME", "NAME", "YEAR"]),
        ("12 mål av 20300", ["NUMBER", "mal", "av", "NUMBER"]),
    ],
)
def test_names_and_numbers_are_masked(reading: Reader, text: str, tokens: list[str]) -> None:
    """So that what is learnt of one municipality holds for all."""
    assert masked(reading(text)) == tokens


def test_one_municipality_weighs_as_another(reading: Reader) -> None:
    """The features of a question do not depend on which name stands in it."""
    one, other = reading("Vilka mål har Ljungby?"), reading("Vilka mål har Kiruna?")

    assert features(one, Echo()) == features(other, Echo())


def test_cues_in_the_asking_clause_count_on_their_own(reading: Reader) -> None:
    """A cue in the story is weighed as one in the message only."""
    found = features(reading("Vi älskar vatten. Vilka mål har Ljungby?"), Echo())

    assert {"c:topic", "c:kind.goal", "q:kind.goal"} <= found.keys()
    assert "q:topic" not in found


def test_only_language_tells_language(reading: Reader) -> None:
    """Words, pairs of words and words by their letters; a name tells none, nor where it stands."""
    read = reading("Värnamo goals")
    found = language_features(features(read, Echo()), read)

    assert {name[:2] for name in found} <= {"w:", "b:", "l:", "s:"}
    assert "s:goals" in found
    assert not any("NAME" in name and name[2:].isupper() for name in found)
    assert "s:värnamo" not in found
