"""Until when plans apply and by when they are to be reached: a start is no end."""

import pytest

from tests.bot.answering.conftest import Ask, Short

STARTED = "Från och med den 1 januari 2024; något slut anges inte."
LINES = [
    ("När ska Värnamos mål vara uppnådda?", STARTED),
    ("Till när gäller Värnamos mål?", STARTED),
    ("När ska Värnamo nå sina mål?", STARTED),
    ("What's the deadline for Värnamo's goals?", "From 1 January 2024; no end is given."),
    ("När ska Överkalix nå sina mål?", "Sidan anger inget slut."),
    ("När ska Övertorneås vision vara uppnådd?", "Perioden tog slut den 31 december 2020."),
    ("When should Ljungby reach its vision?", "The page gives no end; the target year is 2035."),
    # A number to reach has its year.
    ("När ska Ljungby ha 35 000 invånare?", "År 2035."),
    ("By when does Ljungby want 35,000 inhabitants?", "In 2035."),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_an_end_is_asked_for(short: Short, text: str, expected: str) -> None:
    """The end, or that there is none beside the start; the goals' start is not the vision's."""
    assert short(text) == expected


def test_the_goals_start_is_not_the_visions(ask: Ask) -> None:
    """How long the vision applies is not told by when the goals began."""
    assert ask("Hur länge gäller Värnamos vision?").outcome == "unknown"
