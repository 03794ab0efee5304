"""A topic that is all that is said: told of all municipalities, in both languages alike."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import Ask, last

WORDS = [
    ("vattenfrågor", {"Ljungby"}),
    ("water", {"Ljungby"}),
    ("skolan", {"Jokkmokk", "Ljungby", "Överkalix", "Övertorneå"}),
    ("schools", {"Jokkmokk", "Ljungby", "Överkalix", "Övertorneå"}),
    ("mångfald", {"Värnamo", "Övertorneå"}),
    ("diversity", {"Värnamo", "Övertorneå"}),
    ("trygghet?", {"Värnamo", "Överkalix", "Övertorneå"}),
    ("lönesumma", {"Jokkmokk"}),
    ("agenda 2030?", {"Ljungby"}),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_a_topic_alone_is_asked_of_all(ask: Ask, text: str, expected: set[str]) -> None:
    """Whoever says something of it is told, and not one municipality silently."""
    assert {row.municipality.name for row in ask(text).statements} == expected


@pytest.mark.parametrize("text", ["Ensam är stark", "legend", "hammarby vatten fiske", "bibliotek"])
def test_what_only_holds_a_topics_word_is_not_on_it(ask: Ask, text: str) -> None:
    """A saying, praise, words side by side, and a service."""
    assert ask(text).outcome == "unknown"


@pytest.mark.parametrize("text", ["indikatorer?", "styrning"])
def test_what_every_plan_has_is_asked_of_one(ask: Ask, text: str) -> None:
    """A list, and how goals are steered, are some municipality's."""
    assert ask(text).outcome == "clarify"


def test_a_topic_stays_for_whoever_is_named_next(assistant: Assistant) -> None:
    """And whoever was spoken of is asked, before all are."""
    found = last(assistant, ["skolan", "i Överkalix"])
    assert found.statements[0].id == "overkalix-skola-vard-omsorg"
    assert {row.municipality.name for row in last(assistant, ["Värnamo", "miljö"]).statements} == {
        "Värnamo"
    }


def test_a_topic_alone_is_asked_at_home(assistant: Assistant) -> None:
    """Whoever is at home somewhere asks about that municipality."""
    rows = assistant.at("0683").reply("trygghet").answer.statements
    assert {row.municipality.name for row in rows} == {"Värnamo"}
