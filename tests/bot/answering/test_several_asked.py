"""A message that asks for a list and for something of it: both halves are answered."""

import pytest

from tests.bot.answering.conftest import Ask, Short

STILL = [
    ("What are Övertorneå's goals and are they still valid?", "No, no longer: "),
    ("What are Övertorneå's goal areas and do they still apply?",
     "No, no longer: the period ended on 31 December 2020. "
     "Six goal areas are listed; the page says seven."),
    ("Vilka mål har Övertorneå och gäller de än?", "Nej, inte längre: "),
    ("Vilken vision har Övertorneå och gäller den fortfarande?", "Nej, inte längre: "),
    ("Vilka mål har Värnamo och gäller de än?", "Ja, från och med den 1 januari 2024"),
    ("Vilka är Ljungbys fokusområden och är de aktuella?",
     "Det säger sidan inte, men det finns en nyare sida. "
     "Fyra fokusområden är uppräknade; sidan säger tre."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STILL)
def test_whether_it_still_applies_is_told_first(short: Short, text: str, expected: str) -> None:
    """What was asked besides the list has its line; a number that is doubted is no heading."""
    assert short(text).startswith(expected)


def test_only_what_was_named_is_shown_beside_its_status(ask: Ask) -> None:
    """Whether the mission still applies is no reason to list the goals."""
    rows = ask("What is Överkalix's mission and is it still current?").statements
    assert {row.kind for row in rows} == {"mission"}


@pytest.mark.parametrize(
    "text",
    [
        "Vilken vision har Värnamo och vad betyder den?",
        "Vad är Värnamos vision och vad menas med den?",
    ],
)
def test_what_it_means_is_told_beside_it(ask: Ask, text: str) -> None:
    """A half that points back is read with what it points to."""
    shown = [row.id for row in ask(text).statements]
    assert shown[0] == "varnamo-vision"
    assert "varnamo-alla-raknas" in shown
