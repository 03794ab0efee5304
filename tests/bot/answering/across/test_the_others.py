"""All of them, the others, those of the whole country: nothing is said of cooperation."""

import pytest

from bot.assistant import Assistant
from knowledge.models import Kind
from tests.bot.answering.conftest import Ask, Short, last

# "Other municipalities" are asked about here; only who works with them cooperates.
OTHERS = [
    ("Vilka andra kommuner har en vision?",
     "Fyra av de fem kommuner jag känner till har det på sina sidor: "
     "Jokkmokk, Ljungby, Värnamo och Övertorneå."),
    ("Which other municipalities mention water?",
     "One of the five municipalities I know mentions water: Ljungby."),
    ("What do other municipalities say about water?",
     "One of the five municipalities I know mentions water: Ljungby."),
    ("Finns det andra kommuner som nämner kultur?",
     "Två av de fem kommuner jag känner till tar upp kultur: Övertorneå och Ljungby. "
     "Själva ordet ”kultur” används av Övertorneå."),
    ("Do Swedish municipalities mention water?",
     "One of the five municipalities I know mentions water: Ljungby."),
    ("Vad säger Värnamo om andra kommuner?", "Så här skriver Värnamo om samarbete och samverkan:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), OTHERS)
def test_those_asked_about(short: Short, text: str, line: str) -> None:
    """ "Other municipalities" before what is asked are those it is asked of."""
    assert short(text) == line


@pytest.mark.parametrize(
    "turns",
    [
        ["Vad säger Ljungby om vatten?", "Vilka andra kommuner nämner vatten?"],
        ["What does Ljungby say about water?", "Do other municipalities mention water?"],
    ],
)
def test_the_others_are_all_but_the_one_spoken_of(assistant: Assistant, turns: list[str]) -> None:
    """In a conversation the others leave out the one just spoken of."""
    assert last(assistant, turns).reason == "not_in_sources"


@pytest.mark.parametrize("text", ["Vilka andra kommuner vill samarbeta med andra kommuner?"])
def test_who_works_with_others_is_asked_for_cooperation(assistant: Assistant, text: str) -> None:
    """Others that somebody works with are a matter of cooperation."""
    question = assistant.reply(text).question
    assert question
    assert question.topics == ("cooperation",)


@pytest.mark.parametrize(
    "text",
    [
        "Vad vill kommunerna?",
        "Tell me about all of them",
        "Sammanfatta alla kommuner",
        "Berätta om alla kommuner",
        "Vad har kommunerna gemensamt?",
        "Vad vill Sveriges kommuner?",
        "What do Swedish municipalities want?",
    ],
)
def test_all_are_asked_for_all_of_it(ask: Ask, text: str) -> None:
    """Where nothing in particular is asked for, all are shown side by side."""
    shown = ask(text).statements
    assert len({row.municipality.name for row in shown}) == 5
    assert Kind.VISION in {row.kind for row in shown}


def test_who_wants_something_is_not_answered_with_everything(ask: Ask) -> None:
    """Who of them wants a thing is another question."""
    assert ask("Vilka kommuner vill det?").outcome != "answer"


@pytest.mark.parametrize("text", ["Vilka mål har Sveriges kommuner?", "Visa alla kommuners mål"])
def test_goals_are_shown_before_what_stands_in_for_them(ask: Ask, text: str) -> None:
    """Goal areas in the place of goals take no room from goals."""
    names = [row.municipality.name for row in ask(text).statements if row.kind is Kind.GOAL]
    assert names.count("Värnamo") == 4
    assert names.count("Överkalix") == 3


def test_beside_goals_the_areas_are_shown_whole_or_not_at_all(ask: Ask) -> None:
    """Three of four focus areas would look like all."""
    found = ask("Jämför Värnamo och Ljungby")
    assert {row.kind for row in found.statements} == {Kind.VISION, Kind.GOAL}
    assert len(found.rest) == 4
