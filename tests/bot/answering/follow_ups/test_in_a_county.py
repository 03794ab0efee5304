"""A county, or the one municipality found, stays in hand for what is asked next."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.follow_ups.test_going_on import line, names

NORTH, SOUTH = {"Jokkmokk", "Överkalix", "Övertorneå"}, {"Ljungby", "Värnamo"}
COUNTIES = [
    (["Vilka kommuner i Småland kan du svara om?", "Vad vill de?"], SOUTH),
    (["Vilka kommuner i Småland kan du svara om?", "Vad vill de?", "om livskvalitet?"], SOUTH),
    (["Vad vill kommunerna i Norrbotten?", "med skolan?"], NORTH),
    (["Vilka kommuner har en vision?", "de norra", "och de södra?"], SOUTH),
    (["Which municipalities have a vision?", "the northern ones"], NORTH),
    (["Jämför Norrbotten och Småland"], NORTH | SOUTH),
]


@pytest.mark.parametrize(("turns", "places"), COUNTIES)
def test_only_those_of_the_county(assistant: Assistant, turns: list[str], places: set[str]) -> None:
    """Until all, or another county, are asked for."""
    assert names(assistant, turns) == places


def test_all_are_asked_again(assistant: Assistant) -> None:
    """Where that is said."""
    turns = ["Vad vill kommunerna i Norrbotten?", "alla kommuner om skolan?"]
    assert "Ljungby" in names(assistant, turns)


ONE_FOUND = [
    (["Vilken kommun har Vision 2020?", "gäller den?"],
     "Nej, inte längre: perioden tog slut den 31 december 2020."),
    (["Which municipality has Vision 2020?", "is it still valid?"],
     "No, no longer: the period ended on 31 December 2020."),
    (["Vilken kommun har vision 2030?", "gäller den?"],
     "Ja. Visionen heter ”Vision 2030” och räknas här som gällande till och med 2030."),
    (["Vilka kommuner har en vision?", "gäller de?"],
     "Gäller i dag: Jokkmokk och Värnamo. Ingen giltighetstid anges: Ljungby."),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "told"), ONE_FOUND)
def test_whether_it_is_valid_is_asked_of_the_one_found(
    assistant: Assistant, turns: list[str], told: str
) -> None:
    """And of all where several were found."""
    assert line(assistant, turns) == told


def test_what_came_after(assistant: Assistant) -> None:
    """Is asked of the one found too, in either language."""
    found = names(assistant, ["Which municipality has Vision 2020?", "what came after?"])
    assert found == {"Övertorneå"}
