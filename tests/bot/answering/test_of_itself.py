"""What is asked of the bot itself: whose it is, whose its translations are, in which language."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last

TRUST = ("I make nothing up", "Jag hittar inte på något")
QUOTING = ("Quote as you like", "Citera gärna")


def first_line(assistant: Assistant, turns: list[str]) -> str:
    """The first line of the last reply, in English."""
    return str(getattr(last(assistant, turns).short, "text", ""))


@pytest.mark.parametrize(
    "turns",
    [
        ["Can I trust the translations?"],
        ["Is this an official translation?"],
        ["Is the translation yours?"],
        ["Who translated this?"],
        ["What are Ljungby's goals?", "is the translation official?"],
        ["What are Ljungby's goals?", "who translated this?"],
        ["What are Ljungby's goals?", "is this from the municipality itself?"],
        ["Are you an official service of the municipality?"],
        ["Är det här kommunens officiella sida?"],
        ["Vem har översatt det här?"],
        ["Are these the municipality's own words?"],
        ["Is this page official?"],
        ["är det här från kommunen?"],
    ],
)
def test_whose_it_is_is_told(assistant: Assistant, turns: list[str]) -> None:
    """It is not part of any municipality, and its translations are unofficial."""
    assert first_line(assistant, turns).startswith(TRUST)


@pytest.mark.parametrize(
    "text",
    ["Who built you?", "who made u", "Vem har gjort dig?", "Vem ligger bakom dig?",
     "Who is behind this bot?"],
)  # fmt: skip
def test_who_made_it_is_told(assistant: Assistant, text: str) -> None:
    """The project, and no municipality."""
    assert first_line(assistant, [text]).startswith("The Kommunmål project has made me.")


@pytest.mark.parametrize("text", ["Who translated the texts?", "Vem har översatt texterna?"])
def test_whose_translations_they_are_is_told(assistant: Assistant, text: str) -> None:
    """The project's own, and no municipality's."""
    assert "translations are the project's own" in first_line(assistant, [text])


def test_who_is_behind_goals_is_no_question_to_the_bot(assistant: Assistant) -> None:
    """Where some were spoken of, they are meant."""
    assert last(assistant, ["What are Ljungby's goals?", "who is behind it?"]).outcome != "chat"


@pytest.mark.parametrize("text", ["Får jag citera er sida?", "May I quote your answers?"])
def test_the_pages_may_be_quoted(assistant: Assistant, text: str) -> None:
    """The words are the municipality's."""
    assert first_line(assistant, [text]).startswith(QUOTING)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("svenska tack", "sv"), ("swedish please", "sv"), ("in English, please", "en"),
        ("svara på engelska", "en"),
    ],
)  # fmt: skip
def test_a_language_by_itself_is_confirmed(assistant: Assistant, text: str, language: str) -> None:
    """In that language, where nothing was said before."""
    reply = assistant.reply(text)
    assert (reply.answer.outcome, reply.language) == ("chat", language)


def test_a_translation_of_what_was_shown_is_given(assistant: Assistant) -> None:
    """Whoever asks for it does not ask whose it is."""
    found = last(assistant, ["Vilka mål har Ljungby?", "in English please"])
    assert found.outcome == "answer"
