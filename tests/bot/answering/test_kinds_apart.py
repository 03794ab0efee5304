"""How two kinds of statement differ is told by what the page says of each."""

import pytest

from tests.bot.answering.conftest import Ask

APART = [
    (
        "skillnaden på visionsmål och fokusområden i ljungby?",
        ["Till visionen finns tre visionsmål", "I omvärldsanalysen pekas tio"],
    ),
    (
        "What's the difference between goal areas and overall goals in Övertorneå?",
        ["Kommunfullmäktige har identifierat", "Under varje målområde"],
    ),
]


@pytest.mark.parametrize(("text", "beginnings"), APART)
def test_each_kind_is_told_of(ask: Ask, text: str, beginnings: list[str]) -> None:
    """No list and no count: the sentences that say what each of the two is."""
    shown = [row.original for row in ask(text).statements]
    assert len(shown) == len(beginnings)
    for beginning in beginnings:
        assert any(original.startswith(beginning) for original in shown)


def test_a_kind_that_nothing_is_told_of_is_listed(ask: Ask) -> None:
    """Värnamo says nothing of what a vision is: both stand side by side."""
    labels = {
        row.label for row in ask("Vad är skillnaden mellan vision och mål i Värnamo?").statements
    }
    assert {"vision", "övergripande mål"} <= labels
