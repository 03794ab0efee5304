"""First lines that say what was asked and no more, in the words that belong to it."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last
from tests.bot.answering.follow_ups.test_going_on import line

BY_WHOM = "Sidan säger inte när, men väl av vem: Kommunfullmäktige."
IN_EACH = "Tre övergripande mål under varje, totalt 21."

LINES = [
    # when something was adopted, where the page tells only by whom
    (["När antogs Jokkmokks vision?"], BY_WHOM),
    # how many in each, beside the whole number
    (["Hur många övergripande mål finns under varje målområde i Övertorneå?"], IN_EACH),
    (["Vilka målområden har Övertorneå?", "Hur många mål finns under varje?"], IN_EACH),
    (["Hur många övergripande mål har Övertorneå?"], "21 övergripande mål."),
    # how far it has come is told by no page
    (["How is Värnamo doing with its goals?"], "The page does not say how far that has come."),
    (["How far has Överkalix come with its goals?"],
     "The page does not say how far that has come."),
    (["Hur går det för Värnamo med målen?"], "Sidan säger inte hur långt det har kommit."),
    # what is to be, and not how many there are
    (["Hur många invånare ska Ljungby ha och när?"], "Målet är 35 000 invånare år 2035."),
    (["Hur många invånare har Ljungby?"],
     "Sidan säger inte hur många de är nu. Målet är 35 000 invånare år 2035."),
    # the number listed has its noun beside another thing
    (["Vad är Ljungbys vision och hur många fokusområden finns det?"],
     "Fyra fokusområden är uppräknade; sidan säger tre."),
    # none of two names of a topic
    (["Nämner Ljungby jämställdhet?"],
     "Ljungby nämner inte jämställdhet eller jämlikhet; närmast kommer detta:"),
    (["Vad säger Ljungby om Agenda 2030?"],
     "Så här skriver Ljungby om de globala målen (Agenda 2030):"),
    (["Vad är Värnamos vision?", "och alla andra?"],
     "Bland de andra är det Jokkmokk, Ljungby och Övertorneå som har detta på sina sidor."),
    (["Vad säger Tobias Pettersson om målen?"],
     "Tobias Pettersson, kommunstyrelsens ordförande."),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "expected"), LINES)
def test_the_first_line(assistant: Assistant, turns: list[str], expected: str) -> None:
    """It fits what was asked."""
    assert line(assistant, turns) == expected


def test_a_day_left_open_is_told_with_who_decided(assistant: Assistant) -> None:
    """And nothing says that nobody is named."""
    found = last(assistant, ["Vad heter Jokkmokks vision och när antogs den?"])
    told = [getattr(note, "text", "") for note in found.notes]
    assert told == ["The page does not say when, but by whom: {body}."]


def test_what_is_said_of_a_kind_names_it(assistant: Assistant) -> None:
    """And what the same person says of something else is left out."""
    found = last(assistant, ["Vem är Tobias Pettersson?", "Vad säger han om visionen?"])
    assert [row.id for row in found.statements] == [
        "varnamo-alla-raknas", "varnamo-arbetet-mot-visionen",
    ]  # fmt: skip


FIRST = [
    ("what is 'results-based management'?", "overkalix-resultatstyrning"),
    ("Who is responsible for carrying out Värnamo's goals?", "varnamo-mal-och-tydliga-uppdrag"),
]


@pytest.mark.parametrize(("question", "first"), FIRST)
def test_what_stands_first(assistant: Assistant, question: str, first: str) -> None:
    """What defines or tells it."""
    assert last(assistant, [question]).statements[0].id == first


def test_a_summary_of_the_steering_is_no_list_of_goals(assistant: Assistant) -> None:
    """Nothing is asked of what it is steered towards."""
    found = last(assistant, ["Sammanfatta Övertorneås styrning i en mening"])
    assert {row.kind.value for row in found.statements} == {"steering"}
