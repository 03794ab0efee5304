"""A year that is all that is asked about: told of where a page has it."""

import pytest

from tests.bot.answering.conftest import Ask

HELD = [
    ("Vad gäller från 1 januari 2024?", {"Värnamo"}),
    ("vad hände 2021", {"Ljungby"}),
    ("2020", {"Jokkmokk", "Övertorneå"}),
    ("what happens in 2035?", {"Ljungby"}),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_a_year_of_the_pages_is_found(ask: Ask, text: str, expected: set[str]) -> None:
    """As a number of residents is."""
    assert {row.municipality.name for row in ask(text).statements} == expected


@pytest.mark.parametrize(
    "text", ["vad hände 1939", "when is easter 2024", "sommaren 2021", "vem var kung 2021"]
)
def test_another_thing_of_a_year_is_something_else(ask: Ask, text: str) -> None:
    """All that is named stands in one statement, or it is not asked of the pages."""
    assert ask(text).reason == "off_topic"
