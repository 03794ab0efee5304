"""One goal is asked about: by its place in the list, by its name without the article, by a word."""

import pytest

from tests.bot.answering.conftest import Ask

GOALS = [
    ("Vad är det första målet i Värnamo?", "En stark kommun"),
    ("Vad är det andra målet i Värnamo?", "En attraktiv kommun"),
    ("Explain Värnamo's fourth goal", "En trygg kommun"),
    ("Vad menas med stark kommun?", "En stark kommun"),
    ("vad betyder stark kommun?", "En stark kommun"),
    ("What does a strong municipality mean?", "En stark kommun"),
    ("What does it mean that Värnamo wants to be strong?", "En stark kommun"),
    ("Vad innebär det att Värnamo vill vara stark?", "En stark kommun"),
]


@pytest.mark.parametrize(("text", "beginning"), GOALS)
def test_the_goal_comes_with_what_explains_it(ask: Ask, text: str, beginning: str) -> None:
    """That goal stands first, and all else that is shown explains it."""
    first, *others = ask(text).statements
    assert first.original.startswith(beginning)
    assert others
    assert {row.parent for row in others} == {first.id}


@pytest.mark.parametrize("text", ["What does strong mean?", "Vad betyder bygglov?"])
def test_a_word_alone_names_no_goal(ask: Ask, text: str) -> None:
    """What any text may say is nobody's goal."""
    assert ask(text).reason == "off_topic"
