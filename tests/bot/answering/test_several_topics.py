"""Several topics asked about at once: each has its share of the answer, and of the first line."""

import pytest

from tests.bot.answering.conftest import Ask, Short

LINES = [
    ("What does Värnamo say about the environment and safety?",
     "This is what Värnamo says about the environment as well as safety and security:"),
    ("Vad säger Värnamo om trygghet och ekonomi?",
     "Så här skriver Värnamo om trygghet och säkerhet samt ekonomi:"),
    ("Vad säger Ljungby om vatten och kultur?",
     "Så här skriver Ljungby om vatten och kultur:"),
    ("Vad säger Värnamo om vatten och ekonomi?",
     "Värnamo nämner inte vatten. Så här skriver Värnamo om ekonomi:"),
    # A comma ends no list.
    ("Har Ljungby mål om vatten, kultur eller idrott?",
     "Ljungby nämner inte idrott eller rörelse. Så här skriver Ljungby om vatten och kultur:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_the_first_line_names_every_topic(short: Short, text: str, expected: str) -> None:
    """What is said something of is named, after what nothing is said of."""
    assert short(text) == expected


FIRST = [
    ("What does Värnamo say about safety and the economy?", ("En trygg", "En stark")),
    ("Vad säger Värnamo om miljö och trygghet?", ("En grön", "En trygg")),
    ("Vad säger Värnamo om trygghet, miljö och ekonomi?", ("En trygg", "En grön", "En stark")),
    ("What does Överkalix say about schools and housing?", ("Skola", "Invånarna")),
]


@pytest.mark.parametrize(("text", "beginnings"), FIRST)
def test_the_goal_on_each_comes_first(ask: Ask, text: str, beginnings: tuple[str, ...]) -> None:
    """The goals on each of the topics stand before what else is said of any."""
    shown = [row.original for row in ask(text).statements]
    assert all(map(str.startswith, shown, beginnings)), shown


def test_what_is_not_named_is_not_said_to_be(short: Short) -> None:
    """What is near a topic is told under the other alone."""
    told = short("Idrott och fritid, Överkalix")
    assert told == "Överkalix nämner inte idrott eller rörelse. Så här skriver Överkalix om fritid:"
