"""A whole list is to be explained: each of it comes with its share of what explains it."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import Ask, Short, last

ALL = [
    "Explain all of Värnamo's goals",
    "Alla mål i Värnamo med förklaringar",
    "Ge mig alla förklaringar till Värnamos fyra mål",
    "Can you explain Värnamo's goals?",
    "What do Värnamo's goals mean?",
]


@pytest.mark.parametrize("text", ALL)
def test_each_goal_comes_with_what_explains_it(ask: Ask, text: str) -> None:
    """All four stand there, each before sentences of its own; what has no room is kept for more."""
    found = ask(text)
    goals = [row.id for row in found.statements if row.kind == "goal"]
    assert len(goals) == 4
    assert {row.parent for row in found.statements} == {None, *goals}
    assert found.rest


def test_what_nothing_explains_is_listed(short: Short) -> None:
    """Where the page only names them, they are named."""
    assert (
        short("Explain Övertorneå's goal areas")
        == "Six goal areas are listed; the page says seven."
    )


@pytest.mark.parametrize("text", ["Vad betyder Värnamos vision?", "Explain Jokkmokk's vision"])
def test_what_explains_a_goal_explains_no_vision(ask: Ask, text: str) -> None:
    """Only what belongs to the vision is shown for what it means."""
    rows = ask(text).statements
    visions = {row.id for row in rows if row.kind == "vision"} | {"varnamo-vision"}
    assert all(row.id in visions or row.parent in visions for row in rows)


def test_a_translation_is_asked_of_the_thing_itself(ask: Ask) -> None:
    """To translate the vision is not to explain it."""
    rows = ask("Översätt Jokkmokks vision till engelska").statements
    assert {row.kind for row in rows} == {"vision"}


@pytest.mark.parametrize(
    ("turn", "beginning"), [("the second one", "En attraktiv"), ("the last one", "En trygg")]
)
def test_the_goals_are_what_is_counted_in(assistant: Assistant, turn: str, beginning: str) -> None:
    """The second one is the second goal, whatever explains the first."""
    rows = last(assistant, ["Explain Värnamo's goals", turn]).statements
    assert rows[0].original.startswith(beginning)
