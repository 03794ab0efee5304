"""Questions across the municipalities: who is found, and who is not."""

import pytest

from tests.bot.answering.conftest import Ask, Short

FOUND = [
    # a thing of its own is held to the page, as it is where one municipality is asked
    ("Which places talk about reindeer?", set()),
    ("Vilka kommuner nämner samer?", set()),
    ("Vilka kommuner nämner vatten?", {"Ljungby"}),
    ("Finns det någon kommun som satsar på teater?", {"Övertorneå"}),
    # a fact of a plan, asked of all
    (
        "Vilka kommuner berättar hur målen följs upp?",
        {"Jokkmokk", "Ljungby", "Överkalix", "Övertorneå"},
    ),
    ("Which municipality has thrown out its old document?", {"Jokkmokk", "Ljungby", "Värnamo"}),
    ("Vilka kommuner har tagit bort befolkningsmålet?", {"Värnamo"}),
    # the year of a name is no year asked for
    ("Which municipalities mention Agenda 2030?", {"Jokkmokk", "Ljungby"}),
    # nor is a year that was removed
    ("Which municipalities have goals for 2035?", {"Ljungby"}),
    # a list of all, though no word says "all"
    ("Gör en sammanställning över värdegrunder", {"Jokkmokk", "Övertorneå"}),
]  # fmt: skip
KNOWN = [
    ("Vilka kommuner i Norrbotten känner du till?",
     "I Norrbottens län känner jag till Jokkmokk, Överkalix och Övertorneå."),
    ("Which municipalities in Norrbotten do you know?",
     "In Norrbotten County I know Jokkmokk, Överkalix and Övertorneå."),
    ("Vilka kommuner i Skåne kan du?", "Jag känner ännu inte till någon kommun i Skåne län."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), FOUND)
def test_those_are_found_that_say_it(ask: Ask, text: str, places: set[str]) -> None:
    """And none besides."""
    assert {row.municipality.name for row in ask(text).statements} == places


WITHOUT = [
    ("Vilka kommuner nämner inte vatten?",
     "Fyra av de fem kommuner jag känner till tar inte upp vatten: "
     "Jokkmokk, Värnamo, Överkalix och Övertorneå."),
    ("Vilka kommuner tar inte upp kultur eller fritid?",
     "En av de fem kommuner jag känner till tar inte upp kultur eller fritid: Jokkmokk."),
    ("Which municipalities have no vision?",
     "One of the five municipalities I know lists none on its page: Överkalix."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WITHOUT)
def test_who_says_nothing_of_it_is_named(ask: Ask, short: Short, text: str, expected: str) -> None:
    """There is nothing to quote then."""
    assert short(text) == expected
    assert ask(text).statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "Finns det ingen kommun som skriver om vatten?",
        "Nämner inte någon kommun vatten?",
        "jag orkar inte fråga alla, vilka kommuner nämner vatten",
    ],
)
def test_not_every_no_asks_for_those_without(ask: Ask, text: str) -> None:
    """Who doubts that there is one asks for one."""
    assert {row.municipality.name for row in ask(text).statements} == {"Ljungby"}


def test_what_is_quoted_finds_who_wrote_it(ask: Ask) -> None:
    """And nobody who writes of the same."""
    shown = ask("Någon skriver om ”medborgare och företagsamhet”. Vilken kommun är det?").statements
    assert {row.municipality.name for row in shown} == {"Jokkmokk"}


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_a_county_narrows_what_is_known(short: Short, text: str, expected: str) -> None:
    """By its name in the reply's language."""
    assert short(text) == expected
