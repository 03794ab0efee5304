"""Who says it: own goals before lists in passing, the very word, newer pages on the topic."""

import pytest

from tests.bot.answering.conftest import Ask, Short

LINES = [
    # the word itself, beside those who say it in other words
    ("Vilken kommun nämner välfärd?",
     "Tre av de fem kommuner jag känner till tar upp välfärd: Överkalix, Övertorneå och Värnamo. "
     "Själva ordet ”välfärd” används av Värnamo."),
    ("Nämner någon av kommunerna digitalisering?",
     "En av de fem kommuner jag känner till tar upp digitalisering: Jokkmokk. "
     "Ingen använder själva ordet ”digitalisering”."),
    ("Vilka kommuner nämner jämställdhet?",
     "En av de fem kommuner jag känner till tar upp jämställdhet och jämlikhet: Överkalix."),
    ("Vilka kommuner har målstyrning?",
     "Alla fem kommuner jag känner till tar upp styrning och ledning: "
     "Värnamo, Överkalix, Övertorneå, Jokkmokk och Ljungby. "
     "Själva ordet ”målstyrning” används av Övertorneå."),
    ("who talks about dreams",
     "One of the five municipalities I know uses the word “dreams”: Jokkmokk."),
    ("Vilka kommuner nämner teater?",
     "En av de fem kommuner jag känner till använder ordet ”teater”: Övertorneå."),
    # what something is called is asked for as a word
    ("which municipality calls its citizens customers",
     "Three of the five municipalities I know use the word “customers”: "
     "Ljungby, Överkalix and Övertorneå."),
    ("Which municipality calls itself attractive?",
     "All five municipalities I know use the word “attractive”."),
    # a thing beside a topic is named as well
    ("which municipality mentions theatre or storytelling",
     "Two of the five municipalities I know mention storytelling or “theatre”: "
     "Ljungby and Övertorneå."),
    ("Vilka kommuner nämner både teater och kultur?",
     "En av de fem kommuner jag känner till tar upp kultur och ”teater”: Övertorneå."),
    # a municipality's own goals before a region's list
    ("Vilken kommun vill satsa på unga?",
     "Två av de fem kommuner jag känner till tar upp unga: Ljungby och Jokkmokk."),
    # a phrase of two topics asks for one municipality
    ("Which municipality wants to attract young adults?",
     "One of the five municipalities I know has this on its page: Ljungby."),
    ("Vilken kommun har en mänsklig tillväxtkommun?",
     "En av de fem kommuner jag känner till har det på sin sida: Värnamo."),
    ("Var står det 'alla har en plats och alla får plats'?",
     "En av de fem kommuner jag känner till har det på sin sida: Värnamo."),
    # newer pages that are on it
    ("Vad vill kommunerna göra för klimatet?",
     "En av de fem kommuner jag känner till tar upp klimat: Jokkmokk. "
     "En nyare sida från Överkalix handlar om det; dess text ingår inte här."),
    ("Which municipalities work with the global goals?",
     "One of the five municipalities I know mentions the global goals (the 2030 Agenda): "
     "Ljungby. A newer page from Övertorneå is on it; its text is not included here."),
    ("Vilka kommuner nämner inte klimat?",
     "Fyra av de fem kommuner jag känner till tar inte upp klimat: "
     "Ljungby, Värnamo, Överkalix och Övertorneå."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), LINES)
def test_who_says_it(short: Short, text: str, line: str) -> None:
    """Who has it, who has the word, and where a newer page has it."""
    assert short(text) == line


def test_a_newer_page_is_linked_to(ask: Ask) -> None:
    """The page of a municipality that is not shown is named and linked to."""
    found = ask("Vilka kommuner har klimatmål?")
    assert [link.about for link in found.links] == ["newer"]
    assert "overkalix" in found.links[0].url


def test_several_municipalities_are_not_narrowed_to_one(ask: Ask) -> None:
    """Who asks which municipalities do is shown those that are near it too."""
    shown = ask("Which municipalities want to attract new residents?").statements
    assert {"Jokkmokk", "Överkalix"} <= {row.municipality.name for row in shown}


def test_a_goals_own_name_outranks_what_else_is_named(ask: Ask) -> None:
    """Whoever names it asks about it."""
    asked = ask("Bästa kommun att växa i - gäller det barn eller företag?")
    assert asked.statements[0].original == "Bästa kommun att växa i"
