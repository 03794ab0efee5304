"""Questions that point into the last answer, each a whole conversation."""

import pytest

from bot.answering.answer import Said
from bot.assistant import Assistant
from tests.bot.answering.conftest import last

ONE_OF_THE_LIST = [
    # which of those shown, by topic or by a word of theirs
    (["Värnamos mål", "vilket av dem handlar om miljö?"], ["varnamo-en-gron-kommun"]),
    (["Värnamo goals", "which of them is about money"], ["varnamo-en-stark-kommun"]),
    (["ljungby focus areas", "which one is new"], ["ljungby-naringsliv"]),
    (["ljungbys fokusområden", "vilket är nytt?"], ["ljungby-naringsliv"]),
    # by its number
    (["Övertorneå goal areas", "what's number five"], ["overtornea-stod-och-omsorg"]),
]


@pytest.mark.parametrize(("turns", "ids"), ONE_OF_THE_LIST)
def test_one_of_the_list_is_picked(assistant: Assistant, turns: list[str], ids: list[str]) -> None:
    """And no other."""
    assert [row.id for row in last(assistant, turns).statements] == ids


def test_a_goal_picked_by_its_number_is_explained(assistant: Assistant) -> None:
    """With the sentences under it."""
    shown = last(assistant, ["värnamo goals", "first goal, explain"]).statements
    assert shown[0].id == "varnamo-en-stark-kommun"
    assert {row.parent for row in shown[1:]} == {"varnamo-en-stark-kommun"}


def test_there_may_be_fewer(assistant: Assistant) -> None:
    """The number there is, and the list."""
    found = last(assistant, ["Övertorneås målområden", "det nionde"])
    assert len(found.statements) == 6


SPOKEN = [
    "Vad säger han om visionen?",
    "and what does he want",
    "vad sa han om målen?",
    "vad har han sagt?",
]


@pytest.mark.parametrize("text", SPOKEN)
def test_he_is_who_was_just_named(assistant: Assistant, text: str) -> None:
    """Only what he said is shown."""
    shown = last(assistant, ["Vem är kommunstyrelsens ordförande i Värnamo?", text]).statements
    assert len(shown) > 1
    assert {row.person for row in shown} == {"Tobias Pettersson"}


def test_of_a_person_nothing_else_is_known(assistant: Assistant) -> None:
    """A page's date is nobody's age."""
    found = last(assistant, ["Who is the chair in Värnamo?", "how old is he?"])
    assert (found.outcome, found.reason) == ("unknown", "not_in_sources")


def test_what_was_shown_is_counted(assistant: Assistant) -> None:
    """Not the inhabitants."""
    shown = last(assistant, ["ljungbys fokusområden", "hur många är det egentligen?"]).statements
    assert [row.id for row in shown] == ["ljungby-tre-fokusomraden"]


def test_a_list_stays_while_one_of_it_is_looked_at(assistant: Assistant) -> None:
    """The third is the third of the list, not of the one just shown."""
    turns = ["ljungbys fokusområden", "vilket är nytt?", "det tredje"]
    assert last(assistant, turns).statements[0].id == "ljungby-berattartraditionen"


SAID_BY = [
    # the page's own text is nobody's
    (["Vad säger Värnamo om näringsliv?", "vem sa det?"], None),
    (["Vad betyder den mänskliga tillväxtkommunen i Värnamo?", "vem sa det?"],
     "Tobias Pettersson"),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "person"), SAID_BY)
def test_words_are_given_to_who_said_them(
    assistant: Assistant, turns: list[str], person: str | None
) -> None:
    """And to no one else."""
    found = last(assistant, turns)
    assert found.statements[0].person == person
    assert isinstance(found.short, Said)
    assert found.short.values.get("person") == person


def test_whom_else_the_page_quotes_is_told(assistant: Assistant) -> None:
    """Beside words that are nobody's."""
    notes = last(assistant, ["Värnamos vision", "vem sa det?"]).notes
    told = [note.values.get("person") for note in notes if isinstance(note, Said)]
    assert told == ["Tobias Pettersson"]


def test_what_someone_says_is_all_of_it(assistant: Assistant) -> None:
    """Not only the line that tells who it is."""
    shown = last(assistant, ["Vad säger Tobias Pettersson?"]).statements
    assert len(shown) == 6
    assert {row.person for row in shown} == {"Tobias Pettersson"}


def test_whether_someone_is_in_office_still_is_not_whether_the_goals_hold(
    assistant: Assistant,
) -> None:
    """It is known to the day of the page."""
    turns = ["Vad säger Tobias Pettersson?", "är han fortfarande ordförande?"]
    short = last(assistant, turns).short
    assert isinstance(short, Said)
    assert short.text == "On the page, published on {date}: {person}, {role}."


def test_what_was_shown_is_explained(assistant: Assistant) -> None:
    """By the sentences under it, not by any that has the word "betyder"."""
    turns = ["Överkalix: attraktiv arbetsgivare", "vad betyder det?"]
    assert [row.id for row in last(assistant, turns).statements] == [
        "overkalix-attraktiv-arbetsgivare"
    ]


def test_the_goals_asked_for_anew_are_all_of_them(assistant: Assistant) -> None:
    """ "What are the goals?" picks none of those shown."""
    assert len(last(assistant, ["Värnamo goals", "What are the goals?"]).statements) == 4


def test_a_topic_goes_on_to_a_third_municipality(assistant: Assistant) -> None:
    """It is not lost in a "why?"."""
    turns = ["What do Ljungby and Värnamo say about safety?", "why?", "and Överkalix?"]
    shown = last(assistant, turns).statements
    assert all("safety" in row.topics for row in shown)
    assert {row.municipality.name for row in shown} == {"Överkalix"}


def test_a_list_stays_while_it_is_counted_and_asked_about(assistant: Assistant) -> None:
    """ "Why?" and "how many?" are asked of it."""
    turns = ["goals of varnamo", "the third", "why?", "how many are there?", "the fourth"]
    assert last(assistant, turns).statements[0].id == "varnamo-en-trygg-kommun"


def test_which_of_them_asks_of_those_compared(assistant: Assistant) -> None:
    """And of no other."""
    shown = last(assistant, ["Compare Värnamo and Överkalix", "which of them has most goals?"])
    assert {row.municipality.name for row in shown.statements} == {"Värnamo", "Överkalix"}
    assert isinstance(shown.short, Said)
    assert shown.short.text == "According to the pages: {counts}."
