"""Questions put to all municipalities: ranks, numbers, words as such, and those left out."""

import pytest

from tests.bot.answering.conftest import Ask, Short

NO_RANK = "Jag kan inte rangordna dem: sidorna jämför inte kommunerna med varandra."
DATES = (
    "Sidornas egna datum: Jokkmokk – 15 juni 2017; Värnamo – 27 december 2023. "
    "Datum saknas från Ljungby, Överkalix och Övertorneå."
)
LINES = [
    ("Vilken kommun är störst?", NO_RANK),
    ("Vilken kommun bryr sig mest om äldre?", NO_RANK),
    ("Vilken kommun har de mest konkreta målen?", NO_RANK),
    ("Vilken kommun har den äldsta visionen?", DATES),
    # numbers are compared
    ("Vilken kommun har fyra övergripande mål?", "Enligt sidan har Värnamo fyra övergripande mål."),
    ("Vilken kommun har sju målområden?", "Enligt sidan har Övertorneå sju målområden."),
    ("Which municipalities have more than three goals?",
     "According to the pages: Övertorneå – 21 overall goals; Värnamo – four overall goals."),
    ("Vilka kommuner saknar mål?", "Ingen: alla fem kommuner jag känner till har sådana."),
    # a word as such
    ("Vilka kommuner använder ordet hållbar?",
     "Tre av de fem kommuner jag känner till använder ordet ”hållbar”: "
     "Värnamo, Överkalix och Övertorneå."),
    ("Nämner Värnamo ordet klimat?",
     "Värnamo använder inte ordet ”klimat”; närmast kommer detta:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_the_answer_in_one_line(short: Short, text: str, expected: str) -> None:
    """What no page tells is not worked out."""
    assert short(text) == expected


PLACES = [
    ("Who besides Värnamo mentions safety?", {"Övertorneå", "Överkalix"}),
    ("Vilka andra än Ljungby och Värnamo har mål om skola?",
     {"Jokkmokk", "Överkalix", "Övertorneå"}),
    ("Neither Jokkmokk nor Ljungby interests me; what about Värnamo's vision?", {"Värnamo"}),
    ("Vilken kommun vill ha 35 000 invånare?", {"Ljungby"}),
    ("Which one has a population target?", {"Ljungby"}),
    ("Who has both a vision and focus areas?", {"Ljungby"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_only_those_meant_are_shown(ask: Ask, text: str, places: set[str]) -> None:
    """Those left out by name, or by a number, are not."""
    assert {row.municipality.name for row in ask(text).statements} == places
