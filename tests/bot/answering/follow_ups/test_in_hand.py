"""What a few words are told of: the thing in hand, not its plan, its neighbour or somebody else."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last
from tests.bot.answering.follow_ups.test_going_on import line, names

TIMES = [
    (
        [
            "What are Övertorneå's values?",
            "and the part about meänkieli?",
            "what year is that from?",
        ],
        "The page gives no year for that.",
    ),
    (
        ["Vad säger Jokkmokk om bredband?", "gäller det än?"],
        "Nej, inte längre: perioden tog slut den 31 december 2020.",
    ),
    (
        ["Vad sa Tobias Pettersson om målen?", "när sa han det?"],
        "Sidan säger inte när det var. Värnamos sida publicerades den 27 december 2023.",
    ),
    (
        ["Vad är Värnamos vision?", "och den gamla?"],
        "Delen ”40 000 invånare 2035” är borttagen ur visionen.",
    ),
]


@pytest.mark.parametrize(("turns", "expected"), TIMES)
def test_a_time_is_that_of_what_was_shown(
    assistant: Assistant, turns: list[str], expected: str
) -> None:
    """The period of a plan is not that of all that its page says."""
    assert line(assistant, turns) == expected


SILENT = [
    ["What does Övertorneå say about culture?", "has it been built?"],
    ["Vad säger Ljungby om EU?", "inget alls?"],
    ["Vad säger Ljungby om EU?", "så nej alltså?"],
]


@pytest.mark.parametrize("turns", SILENT)
def test_silence_stays_silence(assistant: Assistant, turns: list[str]) -> None:
    """What the page does not say is answered with nothing else that it says."""
    assert last(assistant, turns).reason == "not_in_sources"


def test_what_points_at_nothing_asks_back(assistant: Assistant) -> None:
    """Nobody's author is made up."""
    turns = ['What does "inga genvägar" mean?', "who wrote that?"]
    assert last(assistant, turns).outcome == "clarify"


ELSE = [
    (["Is Överkalix bilingual?", "does it mention languages?", "who does?"], {"Övertorneå"}),
    (
        ["Vilken kommun har mål om trygghet?", "och där Värnamo, vad står det?", "nån fler?"],
        {"Övertorneå", "Överkalix"},
    ),
    (
        ["Vilka av kommunerna ligger i Norrbotten?", "vad vill de med miljön?"],
        {"Övertorneå", "Överkalix"},
    ),
    (
        ["How many municipalities do you know?", "list their visions"],
        {"Jokkmokk", "Ljungby", "Värnamo", "Överkalix", "Övertorneå"},
    ),
]


@pytest.mark.parametrize(("turns", "expected"), ELSE)
def test_the_subject_is_put_to_others(
    assistant: Assistant, turns: list[str], expected: set[str]
) -> None:
    """A topic in hand is not lost, nor are the municipalities just listed."""
    assert names(assistant, turns) == expected


def test_nobody_else_is_said_to_be_nobody(assistant: Assistant) -> None:
    """That the one spoken of has no more is another answer."""
    turns = ["Vad vill Ljungby med vatten?", "är det nån annan som har det?"]
    assert line(assistant, turns) == (
        "Utom från Ljungby har jag ingen sida som säger något om det."
    )


@pytest.mark.parametrize("turn", ["tillsammans?", "vilket har flest?"])
def test_numbers_told_one_by_one_are_put_side_by_side(assistant: Assistant, turn: str) -> None:
    """They are numbers of different things, and no topic."""
    turns = ["Hur många mål har Värnamo?", "och Överkalix?", turn]
    assert line(assistant, turns) == (
        "Enligt sidorna: Värnamo – fyra övergripande mål; "
        "Överkalix – tre övergripande verksamhetsmål."
    )


def test_after_a_comparison_one_is_asked_of_something_else(assistant: Assistant) -> None:
    """A name beside a subject asks for more than the same again."""
    turns = ["Jämför Värnamo och Överkalix mål", "vad säger Värnamo om bolagen?"]
    assert "bolag" in last(assistant, turns).statements[0].original


def test_the_newer_page_is_told_of_without_the_topic(assistant: Assistant) -> None:
    """What it says is not known; that the old one is silent is no answer."""
    turns = ["What does Överkalix say about climate?", "the new page then?"]
    assert line(assistant, turns).startswith("There is a newer page")


def test_what_is_said_in_passing_is_no_goal(assistant: Assistant) -> None:
    """Another's list is not the municipality's own."""
    turns = ["Vad säger Jokkmokk om bredband?", "är det deras eget mål?"]
    told = "De prioriterade områdena är de i RUS, inte Jokkmokks egna."
    assert line(assistant, turns) == told


def test_a_document_to_fetch_is_the_one_that_the_page_names(assistant: Assistant) -> None:
    """The page itself is no download."""
    turns = ["Tell me about Jokkmokk's vision document", "where can I download it?"]
    assert "for download" in line(assistant, turns)


NUMBERS = [
    (
        ["Which municipality has a goal on gender equality?", "is it number 1, 2 or 3?"],
        "It is listed as number two of three overall operational goals.",
    ),
    (
        ["Värnamos miljömål?", "vilket nummer är det?"],
        "Det står som nummer tre av fyra övergripande mål.",
    ),
]


@pytest.mark.parametrize(("turns", "expected"), NUMBERS)
def test_one_of_a_list_has_its_number(
    assistant: Assistant, turns: list[str], expected: str
) -> None:
    """It is told as the page lists them."""
    assert line(assistant, turns) == expected


def test_the_same_of_another_list(assistant: Assistant) -> None:
    """Whoever asked for the second asks for the second of the next."""
    found = last(assistant, ["Vad är Överkalix andra mål?", "och Värnamos?"]).statements
    assert found[0].original.startswith("En attraktiv kommun")
    turns = ["Vilka mål har Jokkmokk?", "och Värnamo?"]
    assert len(last(assistant, turns).statements) == 4


def test_of_two_compared_one_has_a_number(assistant: Assistant) -> None:
    """The comparison is not shown once more."""
    turns = ["Compare Jokkmokk and Ljungby", "which one has a number?"]
    assert line(assistant, turns) == "A number to reach is given by Ljungby."


def test_which_one_has_none(assistant: Assistant) -> None:
    """None of what was listed just before."""
    turns = ["How many municipalities do you know?", "list their visions", "which one has none?"]
    assert "Överkalix" in line(assistant, turns)


@pytest.mark.parametrize(
    "turns",
    [
        ["Vad är Värnamos vision?", "vem har skrivit den?"],
        ["Vad är Ljungbys vision?", "vem har beslutat om den?"],
        ["What is Ljungby's vision?", "when was it adopted?", "by whom?"],
        ["quote Värnamo", "is that quote official?"],
    ],
)
def test_who_made_it_is_asked_of_the_thing_in_hand(assistant: Assistant, turns: list[str]) -> None:
    """Who chose something else, in that municipality or another, is no answer."""
    assert last(assistant, turns).reason == "not_in_sources"


def test_what_was_listed_is_still_counted(assistant: Assistant) -> None:
    """A turn on who chose them does not make a number into one of inhabitants."""
    turns = ["Vilka fokusområden har Ljungby?", "vem har beslutat om dem?", "hur många är de?"]
    assert line(assistant, turns) == "Fyra fokusområden är uppräknade; sidan säger tre."


def test_where_it_says_so_is_what_was_shown(assistant: Assistant) -> None:
    """A bare "where?" asks of nothing else."""
    found = last(assistant, ["Does Värnamo mention democracy?", "where?"]).statements
    assert "demokrati" in found[0].original


def test_a_thing_does_not_end_with_a_vision(assistant: Assistant) -> None:
    """What the page says of it is shown; whether it still holds is not said of another."""
    found = last(assistant, ["Is it true that Övertorneå still plans the theatre?"])
    assert "teatern" in found.statements[0].original


def test_a_word_that_points_picks_nothing(assistant: Assistant) -> None:
    """The "that" of a translation is not the one of the question."""
    turns = ['What does "livet hela livet" mean?', "who wrote that?"]
    assert last(assistant, turns).reason == "not_in_sources"
