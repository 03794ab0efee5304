"""Those who decide are no topic where it is asked what they want."""

import pytest

from tests.bot.answering.conftest import Ask, Short

LINES = [
    ("leisure activities in Överkalix, what do the politicians want?",
     "This is what Överkalix says about leisure:"),
    ("What do the politicians in Överkalix want?",
     "Överkalix has three overall operational goals:"),
    ("what do politicians in Ljungby say about water?", "This is what Ljungby says about water:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), LINES)
def test_what_they_want(short: Short, text: str, line: str) -> None:
    """Is what the municipality wants."""
    assert short(text) == line


def test_which_goals_began_to_apply(ask: Ask) -> None:
    """They are asked for with the day; when they began, the day alone is."""
    which = ask("vilka mål började gälla i Värnamo 2024?").statements
    when = ask("När började målen gälla i Värnamo?").statements
    assert [row.kind for row in which].count("goal") == 4
    assert [row.kind for row in when].count("goal") == 0


@pytest.mark.parametrize(
    "text",
    [
        "Vilka är de nationella miljömålen?", "What are the national goals for schools?",
        "Vilket lag ligger sist i tabellen, Värnamo eller Ljungby?",
        "did värnamo score any goals last nite",
        "Is Ljungby bigger than Liechtenstein?",
        "Is Vision AB in Värnamo a good company to work for?",
    ],
)  # fmt: skip
def test_a_nations_goals_and_a_teams_are_others(ask: Ask, text: str) -> None:
    """No municipality's words are laid in their mouths."""
    assert ask(text).reason == "off_topic"
