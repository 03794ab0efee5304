"""What a focus area is, how it differs from a goal, and whose page alone has such things."""

import pytest

from tests.bot.answering.conftest import Ask, Short


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vad är ett fokusområde?", "tre så kallade fokusområden"),
        ("What is a goal area?", "målområden"),
        ("Vad är ett visionsmål?", "tre visionsmål"),
    ],
)
def test_what_such_things_are_is_told_by_what_brings_them_up(
    ask: Ask, text: str, expected: str
) -> None:
    """The list of them answers another question."""
    (row,) = ask(text).statements
    assert expected in row.original


@pytest.mark.parametrize(
    "text",
    [
        "Vad är skillnaden mellan visionsmål och fokusområden i Ljungby?",
        "What is the difference between vision goals and focus areas in Ljungby?",
    ],
)
def test_of_two_kinds_both_are_shown(ask: Ask, text: str) -> None:
    """With what the page says of each."""
    labels = [row.label for row in ask(text).statements]
    assert labels.count("visionsmål") == 3
    assert labels.count("fokusområde") == 4


def test_what_one_page_counts_is_asked_of_that_page(short: Short) -> None:
    """Though it names none of them."""
    told = "Sidan säger att insatsområdena är sex men anger inte vilka."
    assert short("Vilka är de sex insatsområdena?") == told


def test_in_the_place_of_a_vision_stands_the_mission(short: Short) -> None:
    """Also where goals are asked for beside it."""
    told = "Sidan anger inte någon vision, men väl en verksamhetsidé."
    assert short("Har Överkalix någon vision eller bara mål?") == told
