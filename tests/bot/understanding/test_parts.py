"""A message that asks for several things is taken apart."""

import pytest

from bot.understanding.parts import asking_parts
from tests.bot.understanding.conftest import Reader, Understand


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Vad är visionen och när börjar målen gälla?",
            ["Vad är visionen", "när börjar målen gälla"],
        ),
        ("The vision and the values, please", ["The vision", "the values"]),
        ("Vad är visionen? Och vem beslutade om den?", ["Vad är visionen", "vem beslutade om den"]),
        ("Goals & vision?", ["Goals", "vision"]),
        (
            "Vad säger Ljungby om vatten? Och om skolan?",
            ["Vad säger Ljungby om vatten", "om skolan"],
        ),
        # one thing asked for
        ("Vilka mål har Värnamo?", []),
        ("Jag bor på landet och undrar över målen", []),
        ("Målen, inte visionen", []),
        ("och", []),
        ("", []),
    ],
)
def test_each_part_that_asks_is_found(reading: Reader, text: str, parts: list[str]) -> None:
    """By how it opens and what it names; a story or what is ruled out is none."""
    assert asking_parts(reading(text), bare=True) == parts


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("Vad är Värnamos vision och vad togs bort ur den?", ["vision", "replaced"]),
        ("Vilka visionsmål har Ljungby, och vilka fokusområden?", ["goals", "focus_areas"]),
        ("What's Värnamo's vision, and when do the goals start?", ["vision", "start"]),
        ("Vad säger Värnamo om skola och trygghet?", []),
        ("Jämför Värnamos mål och vision med Ljungbys", []),
        ("Vilka mål har Värnamo?", []),
    ],
)
def test_the_parts_are_questions_of_their_own(
    understand: Understand, text: str, intents: list[str]
) -> None:
    """Where they ask for different things, surely enough; a comparison is one question."""
    assert [one.intent for one in understand(text).apart] == intents


def test_a_part_is_asked_of_the_municipality_named_once(understand: Understand) -> None:
    """Wherever in the message it stands."""
    parts = understand("Vad är visionen och när börjar målen gälla i Värnamo?").apart

    assert [[place.name for place in part.covered] for part in parts] == [["Värnamo"], ["Värnamo"]]
