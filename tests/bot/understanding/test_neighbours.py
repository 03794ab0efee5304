"""Topics by the words of Norwegian, Danish, Finnish and German."""

import pytest

from tests.bot.understanding.conftest import Understand

ASKED = [
    ("Hva sier Jokkmokk om reiseliv?", "tourism"),
    ("Hva sier Överkalix om eldreomsorg?", "care"),
    ("Hva sier Ljungby om de unge?", "youth"),
    ("Hvad siger Värnamo om tryghed?", "safety"),
    ("Hvad siger Ljungby om erhvervsliv?", "business"),
    ("Hvad siger Övertorneå om mindretalssprog?", "language"),
    ("Mitä Övertorneå sanoo meänkielestä?", "language"),
    ("Mitä Jokkmokk sanoo laajakaistasta?", "digital"),
    ("Mitä Överkalix sanoo tasa-arvosta?", "equality"),
    ("Mitä Ljungby sanoo vedestä?", "water"),
    ("Was sagt Värnamo über Umwelt?", "environment"),
    ("Was sagt Jokkmokk über Wirtschaft?", "business"),
    ("Was sagt Överkalix über Gleichstellung?", "equality"),
    ("Was sagt Ljungby über Jugendliche?", "youth"),
]
NARROW = [
    "Hvad siger Jokkmokk om minedrift?",
    "Mitä Jokkmokk sanoo tuulivoimasta?",
    "Was sagt Värnamo über Schwimmbäder?",
]
# What a slip of the keyboard away, or by its first letters, is a word of a neighbour.
OTHERWISE = [
    ("en miljon kronor till kroppen i Värnamo", "preschool"),
    ("the stove in Värnamo", "nature"),
    ("Jarvis in Värnamo", "water"),
    ("skötte Värnamo det?", "sport"),
    ("jättebra Värnamo", "recycling"),
    ("vem vann i Värnamo?", "water"),
    ("a mutter in Värnamo", "families"),
]


@pytest.mark.parametrize(("text", "topic"), ASKED, ids=[text for text, _ in ASKED])
def test_neighbours_name_topics_in_their_own_words(
    understand: Understand, text: str, topic: str
) -> None:
    """A topic is found by its everyday word in four more languages, with its cases."""
    assert topic in understand(text).topics


@pytest.mark.parametrize("text", NARROW)
def test_a_narrow_thing_of_a_neighbour_is_no_wide_topic(understand: Understand, text: str) -> None:
    """Wind power is not answered by energy in Finnish either."""
    question = understand(text)
    assert question.narrow
    assert not question.topics


@pytest.mark.parametrize(("text", "topic"), OTHERWISE, ids=[text for text, _ in OTHERWISE])
def test_a_swedish_or_english_word_is_not_taken_for_a_neighbours(
    understand: Understand, text: str, topic: str
) -> None:
    """What reads alike, or nearly, in Swedish or English keeps its own meaning."""
    assert topic not in understand(text).topics
