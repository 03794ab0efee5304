"""What is asked first of all, beside what only seems to be asked for."""

import pytest

from tests.bot.answering.conftest import Ask, Short

SHORT = [
    (
        "Vilka fokusområden beslutade politikerna i Ljungby om efter omvärldsanalysen?",
        "Fyra fokusområden är uppräknade; sidan säger tre.",
    ),
    ("What is the headline goal in Jokkmokk's document for 2030?", "Jokkmokk’s goal:"),
    (
        "Om man lägger ihop alla övergripande mål i Övertorneå, hur många blir det?",
        "21 övergripande mål.",
    ),
    ("LJUNGBY GOALS!!! my presentation starts in 4 min", "Ljungby has three vision goals:"),
]


@pytest.mark.parametrize(("text", "expected"), SHORT)
def test_the_list_or_number_asked_for_comes_first(short: Short, text: str, expected: str) -> None:
    """Where a list comes from, what a document is for and when a lesson starts do not ask."""
    assert short(text) == expected


def test_a_word_written_short_ends_no_sentence(ask: Ask) -> None:
    """ "Ljungby resp. Markaryd" asks of both."""
    answer = ask("Hur tänker Ljungby resp. Markaryd om unga vuxna?")
    assert {row.municipality.name for row in answer.statements} == {"Ljungby"}
    assert [place.name for place in answer.uncovered] == ["Markaryd"]


def test_a_small_word_names_no_page(ask: Ask) -> None:
    """ "Among" stands on one page alone, and tells nothing of whose page is meant."""
    assert ask("Vad tänker kommunen göra åt ensamheten bland gamla?").outcome == "clarify"
