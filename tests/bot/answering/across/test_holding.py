"""Whose plans hold on the day of asking, asked of all."""

from datetime import date

import pytest

from bot.answering.answer import Said
from bot.assistant import Assistant
from tests.bot.answering.conftest import Ask, Short, last

TABLE = [
    ("Vilka visioner har gått ut?", "Gäller inte längre: Övertorneå.", {"Övertorneå"}),
    ("Which municipalities have outdated plans?", "No longer in force: Övertorneå.",
     {"Övertorneå"}),
    ("vilka kommuner har inaktuella mål", "Gäller inte längre: Övertorneå.", {"Övertorneå"}),
    # whose page gives no period may hold: it is shown too
    ("Which visions are still in force?",
     "In force today: Jokkmokk and Värnamo. No period is given: Ljungby.",
     {"Jokkmokk", "Värnamo", "Ljungby"}),
    ("Which goals have not expired yet?",
     "In force today: Jokkmokk and Värnamo. No period is given: Ljungby and Överkalix.",
     {"Jokkmokk", "Värnamo", "Ljungby", "Överkalix"}),
    ("Vilka visioner gäller i Norrbotten?", "Gäller i dag: Jokkmokk.", {"Jokkmokk"}),
    # in place of a vision nobody asks for, unless all plans are
    ("Vilka kommuners mål har gått ut?", "Gäller inte längre: Övertorneå.", {"Övertorneå"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "places"), TABLE)
def test_those_are_found_whose_plans_hold_or_hold_no_longer(
    ask: Ask, short: Short, text: str, line: str, places: set[str]
) -> None:
    """The answer in one line, and what they say."""
    assert short(text) == line
    assert {row.municipality.name for row in ask(text).statements} == places


def test_the_others_are_told_beside(ask: Ask) -> None:
    """So that none is taken for forgotten."""
    notes = ask("Which goals have expired?").notes
    told = [note.values.get("places") for note in notes if isinstance(note, Said)]
    assert told == [("Jokkmokk", "Värnamo"), ("Ljungby", "Överkalix")]


def test_it_is_the_day_of_asking_that_decides(short: Short) -> None:
    """In 2019 Övertorneå's vision held; Värnamo's goals were yet to come."""
    on = date(2019, 6, 1)
    assert short("Vilka visioner har gått ut?", on).startswith("Det hittar jag inte")
    assert "Övertorneå" in short("Vilka visioner gäller fortfarande?", on)


GOING_ON = [
    (["Vilka kommuners visioner har gått ut?", "och vilka gäller än?"],
     "{sentences}"),
    (["Which visions are still in force?", "which have expired?"],
     "No longer in force: {places}."),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "line"), GOING_ON)
def test_the_others_can_be_asked_for(assistant: Assistant, turns: list[str], line: str) -> None:
    """Of all, though one was shown."""
    short = last(assistant, turns).short
    assert isinstance(short, Said)
    assert short.text == line
