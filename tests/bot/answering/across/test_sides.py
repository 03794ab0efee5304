"""Questions to all with two sides, or on what was done with one kind of thing."""

import pytest

from tests.bot.answering.conftest import Ask, Short

LINES = [
    ("Vilken kommun skriver om företag och inte om miljö?",
     "Två av de fem kommuner jag känner till tar upp näringsliv och företag men inte miljö: "
     "Jokkmokk och Ljungby."),
    ("Which municipality mentions business but not the environment?",
     "Two of the five municipalities I know mention business and industry but not the "
     "environment: Jokkmokk and Ljungby."),
    # at the same time
    ("Vilka kommuner vill växa och samtidigt vara hållbara?",
     "Tre av de fem kommuner jag känner till tar upp tillväxt samt hållbarhet och hållbar "
     "utveckling: Värnamo, Övertorneå och Överkalix."),
    # the page's own word for what is counted
    ("Which municipality has three vision goals?",
     "According to the page, Ljungby has three vision goals."),
    # of which there are pages that mention one
    ("Vilka kommuner nämner både skola och natur?",
     "Ingen av de sidor jag har nämner utbildning och skola samt natur och biologisk mångfald; "
     "närmast kommer detta:"),
    # what the page says of their number, though it lists one less
    ("Har Övertorneå fler målområden än Jokkmokk har insatsområden?",
     "Enligt sidorna: Övertorneå – sju målområden; Jokkmokk – sex insatsområden."),
    # worry is no topic of its own beside what it is about
    ("Which of them are worried about the economy?",
     "Three of the five municipalities I know mention the economy and finances: "
     "Värnamo, Jokkmokk and Övertorneå."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_both_sides_are_heard(short: Short, text: str, expected: str) -> None:
    """What is asked for and what is ruled out are kept apart."""
    assert short(text) == expected


def test_not_only_rules_out_nothing(ask: Ask) -> None:
    """Who speaks "not only of schools" may speak of schools."""
    shown = ask("Vilka kommuner talar om miljö men inte bara om skola?").statements
    assert "Överkalix" in {row.municipality.name for row in shown}


PLACES = [
    ("Vilka kommuner har bytt vision?", {"Jokkmokk", "Värnamo"}),
    ("Vilken kommun tog bort ett tal ur sin vision?", {"Värnamo"}),
    ("Vilka av kommunerna har antagit målen i fullmäktige?",
     {"Jokkmokk", "Överkalix", "Övertorneå"}),
    ("Which municipalities' goals were adopted by the council?",
     {"Jokkmokk", "Överkalix", "Övertorneå"}),
    ("Vilka kommuner har en vision som är beslutad?", {"Jokkmokk"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_what_was_done_with_one_thing_tells_nothing_of_another(
    ask: Ask, text: str, places: set[str]
) -> None:
    """Who decided on focus areas has adopted no goals, and a new area changes no vision."""
    assert {row.municipality.name for row in ask(text).statements} == places


def test_the_global_goals_are_not_the_municipalitys_own(short: Short, ask: Ask) -> None:
    """How many of them there are is not told by how many goals the vision has."""
    text = "Hur många globala mål finns det i Ljungby?"
    assert "visionsmål." not in short(text)
    assert any("globala målen" in row.original for row in ask(text).statements)


@pytest.mark.parametrize(
    "text",
    ["Vilka kommuner har ett årtal i sin vision?", "Vilken kommun har inget årtal i sin vision?"],
)
def test_a_year_of_any_sort_is_looked_for(short: Short, text: str) -> None:
    """Värnamo's year was removed, and Överkalix has no vision that could have one."""
    assert short(text) == (
        "I dag står ett årtal i visionen, eller i dess namn, hos Jokkmokk, Ljungby och "
        "Övertorneå, men inte hos Värnamo."
    )


def test_last_year_is_no_year_in_a_vision(short: Short) -> None:
    """A year is looked for where "a" or "no" stands before it."""
    assert "årtal" not in short("Vilken kommun bytte vision förra året?")
