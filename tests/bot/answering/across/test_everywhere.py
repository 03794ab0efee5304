"""Questions across the municipalities: who is found, and who is not."""

import pytest

from bot.answering.answer import Said
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
    # a new focus area changes no vision
    ("Has any municipality changed its vision?", {"Jokkmokk", "Värnamo"}),
    # the year of a name is no year asked for
    ("Which municipalities mention Agenda 2030?", {"Ljungby"}),
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
    ("Vilka kommuner har ingen vision?",
     "En av de fem kommuner jag känner till saknar vision på sin sida: Överkalix."),
    ("Vilka har inte någon vision?",
     "En av de fem kommuner jag känner till saknar vision på sin sida: Överkalix."),
    ("Which municipalities have no vision?",
     "One of the five municipalities I know has no vision on its page: Överkalix."),
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


def test_where_none_is_silent_that_is_said(short: Short) -> None:
    """And what they say is shown."""
    line = "None: all five municipalities I know mention business and industry."
    assert short("Who doesn't mention business?") == line


def test_what_stands_in_is_told(ask: Ask, short: Short) -> None:
    """A mission is shown for a vision, and not counted as one."""
    text = "Hur många kommuner har en vision?"
    line = (
        "Fyra av de fem kommuner jag känner till har det på sina sidor: "
        "Jokkmokk, Ljungby, Värnamo och Övertorneå."
    )
    assert short(text) == line
    nearest = [note for note in ask(text).notes if isinstance(note, Said)]
    assert [note.values["places"] for note in nearest] == [("Överkalix",)]


def test_both_asks_for_each(ask: Ask, short: Short) -> None:
    """Who speaks of one of two topics is not meant."""
    text = "Vilka kommuner har mål om både trygghet och jämställdhet?"
    assert {row.municipality.name for row in ask(text).statements} == {"Överkalix"}
    every = ask("Vilka kommuner nämner både miljö och näringsliv?").statements
    assert "Överkalix" in {row.municipality.name for row in every}
    assert "trygghet och säkerhet samt jämställdhet" in short(text)


@pytest.mark.parametrize(
    "text", ["Har någon kommun en satsning på rymden?", "vilken kommun prioriterar rymdforskning"]
)
def test_a_thing_that_no_page_has_is_not_answered_with_all_priorities(ask: Ask, text: str) -> None:
    """The verb "satsa" alone asks for nothing."""
    assert ask(text).reason == "not_in_sources"


YEARS = [
    ("Which visions point at 2030 or later?", {"Jokkmokk", "Ljungby"}),
    ("Vilka visioner sträcker sig efter 2030?", {"Ljungby"}),
    ("Which visions end before 2030?", {"Övertorneå"}),
    ("Vilka kommuner har mål som gäller 2026?", {"Jokkmokk", "Värnamo"}),
    ("Vilka kommuner har mål efter 2020?", {"Jokkmokk", "Värnamo"}),
]


@pytest.mark.parametrize(("text", "places"), YEARS)
def test_years_before_and_after_are_meant_too(ask: Ask, text: str, places: set[str]) -> None:
    """A period counts from its first day to its last."""
    assert {row.municipality.name for row in ask(text).statements} == places


def test_a_county_can_be_compared(ask: Ask) -> None:
    """Those of it that are covered."""
    shown = ask("Jämför kommunerna i Norrbotten").statements
    assert {row.municipality.name for row in shown} == {"Jokkmokk", "Överkalix", "Övertorneå"}
