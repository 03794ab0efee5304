"""Questions put to all municipalities: who is said to mention something does mention it."""

import pytest

from tests.bot.answering.conftest import Ask, Short

WHO = [
    # a word that a sentence shares with the topic's name mentions no topic
    ("Does any municipality mention the Sustainable Development Goals?", {"Ljungby"}),
    ("Is there a municipality that wants to be a meeting place?", {"Jokkmokk"}),
    # with others is more than together
    ("Who wants to cooperate with other municipalities?", {"Ljungby", "Överkalix"}),
    ("Vilka kommuner vill samarbeta med andra kommuner?", {"Ljungby", "Överkalix"}),
    # a page's own words
    ("Vem vill forma framtiden tillsammans?", {"Ljungby"}),
    # what is given up is not wanted
    ("Vem har mål om att bli fler?", {"Jokkmokk", "Ljungby", "Överkalix"}),
    ("Vilka kommuner vill minska utflyttningen?", {"Jokkmokk", "Ljungby", "Överkalix"}),
    # an English plural is its singular, no other word: "stor"
    ("Which municipality mentions stories?", {"Ljungby"}),
    # what stands beside what is asked adds nothing to it
    ("Vilka kommuner nämner klimatet, inte bara miljö?", {"Jokkmokk"}),
    # a word that several topics share, and the name of none
    ("vilken kommun nämner drömmar", {"Jokkmokk"}),
    # one municipality asked for by a phrase
    ("which municipality wants to be an attractive employer", {"Överkalix"}),
    # lifelong learning is no supply of skills
    ("skills shortage - which municipality", {"Värnamo", "Överkalix"}),
    # who "cares" speaks of no cars
    ("Which municipality cares about the Arctic Circle?", {"Jokkmokk"}),
    # a thing is asked for, and no fact that shares a word with the question
    ("Which of the five is up north above the Arctic Circle?", {"Jokkmokk"}),
    # a number to reach
    ("Vilka kommuner har ett invånarmål i siffror?", {"Ljungby"}),
    ("Hur många av kommunerna har ett invånarmål?", {"Ljungby"}),
    ("Vilka av kommunerna har ett befolkningsmål uttryckt i siffror?", {"Ljungby"}),
    ("Which municipality have target of inhabitants today?", {"Ljungby"}),
    ("Vilken kommun har störst befolkningsmål?", {"Ljungby"}),
]


@pytest.mark.parametrize(("text", "expected"), WHO)
def test_only_who_speaks_of_it_is_named(ask: Ask, text: str, expected: set[str]) -> None:
    """A statement counts by its topics and by what stands in it."""
    assert {row.municipality.name for row in ask(text).statements} == expected


LINES = [
    ("Vilka kommuner har ett invånarmål i siffror?",
     "En av de fem kommuner jag känner till anger en siffra som mål: Ljungby."),
    ("Vilken kommun har flest invånare?",
     "Ingen av sidorna säger hur många de är nu; en siffra som mål anger Ljungby."),
    ("Vilka kommuner vill ha fler invånare?",
     "Tre av de fem kommuner jag känner till tar upp befolkning och invånarantal: "
     "Jokkmokk, Överkalix och Ljungby."),
    # who mentions the topic is more than those who use these words
    ("Vem vill forma framtiden tillsammans?",
     "En av de fem kommuner jag känner till har det på sin sida: Ljungby."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_the_first_line_is_true_of_what_is_shown(short: Short, text: str, expected: str) -> None:
    """Who mentions a topic, has these very words, or gives a number to reach."""
    assert short(text) == expected
