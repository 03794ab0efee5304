"""What a term is that stands on a page: it is no question about something else."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import Ask, Short, last

EXPLAINED = [
    ("vad är RUS", "Så här förklarar Jokkmokk det:"),
    ("Vad är Regional utvecklingsstrategi 2020?", "Så här förklarar Jokkmokk det:"),
    ("Vad är processledning?", "Mer än så här står det inte på sidan:"),
    ("vad är nämndmål", "Mer än så här står det inte på sidan:"),
    ("Vad är meänkieli", "Mer än så här står det inte på sidan:"),
]


@pytest.mark.parametrize(("text", "expected"), EXPLAINED)
def test_a_term_of_one_page_is_told_as_it_stands_there(
    short: Short, text: str, expected: str
) -> None:
    """Whether or not the page explains it."""
    assert short(text) == expected


@pytest.mark.parametrize("text", ["vad är Agenda 2030", "what is Agenda 2030?"])
def test_a_topic_asked_for_by_its_name_is_told_of_all(ask: Ask, text: str) -> None:
    """Who speaks of it is all that is known of it."""
    assert {row.municipality.name for row in ask(text).statements} == {"Ljungby"}


@pytest.mark.parametrize(
    "text", ["vad är offside", "What is love?", "What does strong mean?", "vad är glädje"]
)
def test_what_stands_on_no_page_is_something_else(ask: Ask, text: str) -> None:
    """Nor is a word that only leads to a topic a term."""
    assert ask(text).reason == "off_topic"


def test_what_every_plan_has_is_no_term(ask: Ask) -> None:
    """Somebody's goals are asked for."""
    assert ask("vad är målet?").outcome == "clarify"


def test_a_word_of_one_page_is_asked_of_no_other(assistant: Assistant) -> None:
    """Whoever is named next is told of as a whole."""
    found = last(assistant, ["vad är RUS", "och Värnamo?"])
    assert "varnamo-vision" in {row.id for row in found.statements}
