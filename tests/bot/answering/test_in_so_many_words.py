"""Fair questions in words of their own are answered: a role, a body, a thing done, a digit."""

import pytest

from tests.bot.answering.conftest import Ask, Short

CHAIR = "Tobias Pettersson, chair of the municipal executive board (kommunstyrelsens ordförande)."
LINES = [
    ("What post does Tobias Pettersson hold?", CHAIR),
    ("Who explains in the news item what Värnamo's vision is about?", CHAIR),
    ("Vilket ämbete har Tobias Pettersson?", "Tobias Pettersson, kommunstyrelsens ordförande."),
    ("yo got any goals 4 ljungby?", "Ljungby has three vision goals:"),
    ("what's the vision 4 Värnamo", "Värnamo’s vision:"),
    ("Vilka är Värnamos 4 mål?", "Värnamo har fyra övergripande mål:"),
    ("What does the municipal council in Överkalix decide on?", "This is what Överkalix says:"),
    ("Vad säger Övertorneå om scenkonst?", "Så här skriver Övertorneå om kultur:"),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_what_is_asked_in_other_words(short: Short, text: str, expected: str) -> None:
    """By the line that the plain question has."""
    assert short(text) == expected


def test_what_is_done_names_no_thing_of_its_own(ask: Ask) -> None:
    """A centre that the page "is creating" is one that it wants to create."""
    shown = ask("What kind of centre does Övertorneå want to create?").statements
    assert "center för meänkieli" in shown[0].original


def test_a_number_after_a_goal_tells_which(ask: Ask) -> None:
    """It is no word before a name."""
    assert "trygg kommun" in ask("Vad är mål 4 i Värnamo?").statements[0].original
