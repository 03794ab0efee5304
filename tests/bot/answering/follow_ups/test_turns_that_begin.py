"""A first turn that was a greeting, a bare time, who is quoted, and numbers added up."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last
from tests.bot.answering.follow_ups.test_going_on import line


@pytest.mark.parametrize(
    "turns", [["Hello", "I live in Ljungby"], ["Hej", "Jag bor i Ljungby"], ["I live in Ljungby"]]
)
def test_where_one_lives_is_a_question(assistant: Assistant, turns: list[str]) -> None:
    """About the whole of it, after a greeting as well."""
    assert last(assistant, turns).statements[0].id == "ljungby-vision"


TIMES = [
    (["Vad är Ljungbys vision?", "sedan när?"], "Det säger sidan inte; närmast kommer detta:"),
    (["Från när gäller Ljungbys vision?"], "Det säger sidan inte; närmast kommer detta:"),
    (["Vilka fokusområden har Ljungby?", "sedan när?"],
     "Det säger sidan bara om en del av dem: från och med 2021."),
    (["Vilka mål har Värnamo?", "sedan när?"], "Från och med den 1 januari 2024."),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "told"), TIMES)
def test_since_when(assistant: Assistant, turns: list[str], told: str) -> None:
    """Is asked of the kind in hand: a focus area's year is not the vision's."""
    assert line(assistant, turns) == told


def test_who_is_quoted(assistant: Assistant) -> None:
    """Is whomever the page quotes, though the words just shown are nobody's."""
    told = line(assistant, ["Vad är Värnamos vision?", "vem citeras?"])
    assert told == "Tobias Pettersson, kommunstyrelsens ordförande."


def test_how_many_together(assistant: Assistant) -> None:
    """Adds up, and asks for no cooperation."""
    told = line(assistant, ["Hur många mål har Ljungby och Överkalix tillsammans?"])
    assert told == (
        "Enligt sidorna: Ljungby – tre visionsmål; Överkalix – tre övergripande verksamhetsmål."
    )
