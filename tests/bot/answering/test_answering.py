"""Each way of answering, by what it shows and says in one line."""

from datetime import date

import pytest

from knowledge.models import Status
from tests.bot.answering.conftest import Ask, Short

SHORTS = [
    # lists
    ("Vilka mål har Värnamo?", "Värnamo har fyra övergripande mål:"),
    ("What are Ljungby's goals?", "Ljungby has three vision goals:"),
    ("Jokkmokks vision", "Jokkmokks vision:"),
    ("Vad står det i Jokkmokksvisionen?", "Jokkmokks vision:"),
    # of a list, those on a topic
    ("Which focus areas in Ljungby are about culture?", "This is what Ljungby says about culture:"),
    # gaps are answers
    ("Har Överkalix en vision?", "Nej. Sidan anger inte någon vision, men väl en verksamhetsidé."),
    ("Vilka värderingar har Jokkmokk?", "Sidan säger inte vilka värderingarna är."),
    # counts, and where the page contradicts itself
    ("Hur många mål har Värnamo?", "Fyra övergripande mål."),
    ("Hur många fokusområden har Ljungby?", "Fyra fokusområden är uppräknade; sidan säger tre."),
    ("Hur många målområden har Övertorneå?", "Sex målområden är uppräknade; sidan säger sju."),
    ("Hur många insatsområden har Jokkmokk?", "Sex insatsområden."),
    ("Hur många mål har Jokkmokk?", "Jokkmokk har ett mål:"),
    ("What are Övertorneå's 21 goals?", "The page does not name any of the 21 overall goals."),
    # how many each has
    (
        "Vilken har flest övergripande mål, Värnamo eller Överkalix?",
        "Enligt sidorna: Värnamo – fyra övergripande mål; "
        "Överkalix – tre övergripande verksamhetsmål.",
    ),
    (
        "Which municipality has the most goals?",
        "According to the pages: Övertorneå – 21 overall goals; Värnamo – four overall goals; "
        "Ljungby – three vision goals; Överkalix – three overall operational goals; "
        "Jokkmokk – one goal.",
    ),
    # the number of something else is none of it
    (
        "how many cows does Ljungby want?",
        "I can't find that: the page I have from Ljungby does not say.",
    ),
    (
        "How many companies has Ljungby?",
        "I can't find that: the page I have from Ljungby does not say.",
    ),
    (
        "How many employees does Ljungby want?",
        "I can't find that: the page I have from Ljungby does not say.",
    ),
    # who decides is who decides on the thing asked about
    ("Vem ansvarar för aktiviteterna i Övertorneå?", "Varje förvaltning."),
    # what has a time of its own is not judged by the plan's
    ("Is RUS still in force?", "No, no longer: the period ended on 31 December 2020."),
    # no end is given, but a start
    ("Hur länge gäller Värnamos mål?", "Från och med den 1 januari 2024; något slut anges inte."),
    # a page is no document that it links to
    (
        "Var hittar jag Ljungbys sida?",
        "Det står på kommunens egen sida; länken finns nedan.",
    ),
    # what was adopted is not who adopted it
    ("Vilka mål antog Överkalix?", "Så här skriver Överkalix:"),
    # an office is known to the day of the page
    (
        "Är Tobias Pettersson fortfarande ordförande?",
        "På sidan, publicerad den 27 december 2023: Tobias Pettersson, "
        "kommunstyrelsens ordförande.",
    ),
    (
        "Hur många prioriteringar har Överkalix?",
        "Enligt sidan har Överkalix två politiska målsättningar och fyra utvecklingsfrågor.",
    ),
    (
        "Hur många mål har Jokkmokk, Överkalix och Värnamo?",
        "Enligt sidorna: Värnamo – fyra övergripande mål; "
        "Överkalix – tre övergripande verksamhetsmål; Jokkmokk – ett mål.",
    ),
    # how long: both ends
    (
        "Hur länge gällde målstyrningen i Övertorneå?",
        "Från 2016 till och med 2020.",
    ),
    # facts
    ("Hur många invånare vill Ljungby ha?", "Målet är 35 000 invånare år 2035."),
    ("How many inhabitants does Ljungby aim for?", "The goal is 35,000 inhabitants in 2035."),
    ("Vem har beslutat Jokkmokks vision?", "Kommunfullmäktige."),
    ("Vem är Tobias Pettersson i Värnamo?", "Tobias Pettersson, kommunstyrelsens ordförande."),
    # pages
    ("När publicerades Värnamos sida?", "Värnamos sida publicerades den 27 december 2023."),
    ("När ändrades Jokkmokks sida?", "Jokkmokks sida ändrades senast den 15 augusti 2019."),
    ("När publicerades Ljungbys sida?", "Det står inte när: sidan anger inget datum."),
    # a comparison of facts, and of a topic
    (
        "difference between how Övertorneå and Överkalix are steered",
        "Övertorneå and Överkalix side by side:",
    ),
    # only near what was asked
    (
        "Vad säger Värnamo om naturen?",
        "Värnamo nämner inte natur eller biologisk mångfald; närmast kommer detta:",
    ),
    # several
    ("Jämför Värnamo och Ljungby", "Värnamo och Ljungby sida vid sida:"),
    ("Vad säger Ljungby om vatten?", "Så här skriver Ljungby om vatten:"),
    (
        "Vilka kommuner känner du till?",
        "Jag känner till fem kommuner: Jokkmokk, Ljungby, Värnamo, Överkalix och Övertorneå.",
    ),
    (
        "Which municipalities mention climate?",
        "One of the five municipalities I know mentions the climate: Jokkmokk. "
        "A newer page from Överkalix is on it; its text is not included here.",
    ),
]
FIRST = [
    # one of a list by its number
    ("Vad är Överkalix tredje mål?", "overkalix-attraktiv-arbetsgivare"),
    ("Vilket är Ljungbys andra visionsmål?", "ljungby-livslangt-larande"),
    ("What is Värnamo's first goal?", "varnamo-en-stark-kommun"),
    ("mål 2 i Värnamo", "varnamo-en-attraktiv-kommun"),
    # "andra mål" are others, and "1, 2 och 3" all of them
    ("Vilka andra mål har Ljungby?", "ljungby-basta-kommun-att-vaxa-i"),
    ("mål 1, 2 och 3 i Överkalix", "overkalix-positiv-befolkningsutveckling"),
    ("Förklara målet en grön kommun i Värnamo", "varnamo-en-gron-kommun"),
    ("Vad betyder mötesplats i Jokkmokks vision?", "jokkmokk-nyskapande-kommun"),
    ("När började Värnamos mål gälla?", "varnamo-malen-galler-fran"),
    ("Hur många invånare ska Värnamo ha?", "varnamo-visionen-reviderad"),
    # the page's own words find it
    ("verka som katalysator i Värnamo, hur då?", "varnamo-gron-gott-exempel"),
]
DAYS = [
    ("Gäller Värnamos mål?", date(2023, 12, 31), Status.UPCOMING, "Inte än"),
    ("Gäller Värnamos mål?", date(2024, 1, 1), Status.CURRENT, "Ja, från och med"),
    ("Gäller Jokkmokks vision?", date(2030, 12, 31), Status.CURRENT, "Ja. Visionen heter"),
    ("Gäller Jokkmokks vision?", date(2031, 1, 1), Status.ENDED, "Nej"),
    ("Gäller Övertorneås vision?", date(2021, 1, 1), Status.ENDED, "Nej"),
    ("Vad är Övertorneås vision?", date(2020, 12, 31), Status.CURRENT, "Övertorneås vision:"),
    ("Vad är Övertorneås vision?", date(2021, 1, 1), Status.ENDED, "Perioden tog slut"),
    ("När börjar Värnamos mål gälla?", date(2023, 12, 31), Status.UPCOMING, "Från och med"),
]


@pytest.mark.parametrize(("text", "expected"), SHORTS)
def test_the_answer_in_one_line(short: Short, text: str, expected: str) -> None:
    """What the page says, or says not."""
    assert short(text) == expected


@pytest.mark.parametrize(("text", "statement"), FIRST)
def test_the_most_fitting_statement_comes_first(ask: Ask, text: str, statement: str) -> None:
    """Whatever else is shown beside it."""
    assert ask(text).statements[0].id == statement


@pytest.mark.parametrize(("text", "day", "status", "expected"), DAYS)
def test_time_is_that_of_the_day_of_asking(
    ask: Ask, short: Short, text: str, day: date, status: Status, expected: str
) -> None:
    """A period ends on its last day and begins on its first."""
    assert ask(text, day).statements[0].status(day) is status
    assert short(text, day).startswith(expected)


def test_a_comparison_gives_each_its_side(ask: Ask) -> None:
    """In the order asked, of the kind asked for."""
    shown = ask("Compare the vision of Jokkmokk and Ljungby").statements

    assert [row.id for row in shown] == [
        "jokkmokk-vision",
        "jokkmokk-nyskapande-kommun",
        "jokkmokk-attraktivt-samhalle",
        "ljungby-vision",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vilka mål finns i Jönköpings län?", {"Värnamo"}),
        ("Vilka kommuner i Norrbotten har mål?", {"Jokkmokk", "Överkalix", "Övertorneå"}),
        ("Vilka kommuner har en vision för 2035?", {"Ljungby"}),
        ("Which municipalities have a vision for 2030?", {"Jokkmokk"}),
    ],
)
def test_counties_and_years_narrow(ask: Ask, text: str, names: set[str]) -> None:
    """Only the municipalities there, or with that year."""
    assert {row.municipality.name for row in ask(text).statements} == names


def test_what_was_replaced_stands_beside_what_replaced_it(ask: Ask) -> None:
    """The old vision is never alone."""
    shown = {row.id for row in ask("Nämner Värnamo 40 000 invånare?").statements}

    assert {"varnamo-vision-2035", "varnamo-vision"} <= shown


@pytest.mark.parametrize("text", ["Värnamo och Kalix mål", "Värnamo and Kalix goals"])
def test_beside_what_is_covered_the_rest_is_named(ask: Ask, text: str) -> None:
    """Värnamo's goals, just as asked, and that Kalix is missing."""
    found = ask(text)

    assert {row.kind for row in found.statements} == {"goal"}
    assert {row.municipality.name for row in found.statements} == {"Värnamo"}
    assert [place.name for place in found.uncovered] == ["Kalix"]


def test_no_answer_shows_more_than_twelve(ask: Ask) -> None:
    """What is left is counted and kept for "more"."""
    found = ask("Jämför Värnamo, Ljungby, Jokkmokk, Överkalix och Övertorneå")

    assert len(found.statements) == 12
    assert found.rest
    assert found.total == len(found.statements) + len(found.rest)


def test_each_of_two_things_asked_for_is_answered(short: Short, ask: Ask) -> None:
    """The fact leads, the quotes of both follow."""
    text = "Vad är Värnamos vision och när börjar målen gälla?"

    assert short(text) == "Från och med den 1 januari 2024."
    shown = [row.id for row in ask(text).statements]
    assert {"varnamo-vision", "varnamo-malen-galler-fran"} <= set(shown)


def test_what_can_not_be_found_of_two_is_told(ask: Ask) -> None:
    """A part without an answer is not passed over."""
    found = ask("Vilka mål har Ljungby och när antogs de?")

    assert [row.label for row in found.statements] == ["visionsmål"] * 3
    assert any("who adopted it or when" in getattr(note, "text", "") for note in found.notes)


@pytest.mark.parametrize(
    "text",
    [
        "När antogs Jokkmokks vision av fullmäktige?",
        "On what date was the vision of Ljungby adopted?",
        "Vem är kommunstyrelsens ordförande i Övertorneå?",
        "Finns det något mål om ett operahus i Ljungby?",
        "Nämner Jokkmokk samerna i visionen?",
    ],
)
def test_what_is_near_is_no_answer(ask: Ask, text: str) -> None:
    """Who decided does not tell when, another's name not who, all goals nothing of an opera."""
    found = ask(text)

    assert (found.outcome, found.reason, found.statements) == ("unknown", "not_in_sources", ())
