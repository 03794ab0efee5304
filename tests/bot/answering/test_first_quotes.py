"""Which quote stands first: the goal before asides, a definition before what follows from it."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import Ask, Short, last

FIRST = [
    ("Vad säger Värnamo om trygghet?", "varnamo-en-trygg-kommun"),
    ("Which municipality has a goal about safety?", "varnamo-en-trygg-kommun"),
    ("Vad säger Värnamo om företag?", "varnamo-en-attraktiv-kommun"),
    ("List every goal about growth", "varnamo-en-attraktiv-kommun"),
    # another body's areas, which held to 2020, come after the municipality's own purpose
    ("Vad säger Jokkmokk om företag?", "jokkmokk-syfte"),
    ("Vad betyder resultatstyrning?", "overkalix-resultatstyrning"),
    ("does Jokkmokk's document look at companies or only at citizens?", "jokkmokk-syfte"),
    ("Vem är kommunstyrelsens ordförande i Värnamo och vad säger han om målen?",
     "varnamo-arbetet-mot-visionen"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIRST)
def test_what_answers_best_stands_first(ask: Ask, text: str, expected: str) -> None:
    """What is said in passing, or holds no longer, comes after it."""
    assert ask(text).statements[0].id == expected


NO_MORE = "Mer än så här står det inte på sidan:"
MEANINGS = [
    ("Vad betyder resultatstyrning?", "Så här förklarar Överkalix det:"),
    ("Vad är en kommunkoncern?", NO_MORE),
    ("Vad betyder etablerings- och boendeort?", NO_MORE),
    ("What does 'Samhällsskydd' mean?", "The page says no more about this than:"),
    ("vad menas med utanförskap i jokkmokk", NO_MORE),
    ("Vad betyder den mänskliga tillväxtkommunen?", "Så här förklarar Värnamo det:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEANINGS)
def test_only_what_explains_is_said_to(short: Short, text: str, expected: str) -> None:
    """A sentence that uses a word does not explain it."""
    assert short(text) == expected


def test_a_word_of_the_vision_is_explained_alone(assistant: Assistant) -> None:
    """The other words of it are left out."""
    found = last(assistant, ["What is Ljungby's vision?", "what does together mean there?"])
    assert [row.id for row in found.statements] == ["ljungby-ordet-tillsammans"]


def test_of_what_somebody_says_only_what_is_asked_for(ask: Ask) -> None:
    """One of six quotations is on the employees."""
    found = ask("Vad säger Tobias Pettersson om medarbetarna?")
    assert [row.id for row in found.statements] == ["varnamo-alla-medarbetare-deltar"]


def test_where_it_says_that_is_where_it_was_shown(assistant: Assistant) -> None:
    """The sentences just shown have the link."""
    turns = ["What does Överkalix want?", "who measures?", "where does it say that?"]
    assert last(assistant, turns).statements == last(assistant, turns[:2]).statements


ALONE = [
    ("Vilket är Ljungbys andra mål?", ["ljungby-livslangt-larande"]),
    ("Vad hände 2021 i Ljungby?", ["ljungby-naringsliv"]),
    ("Vad hände 2015 i Jokkmokk?", ["jokkmokk-arbetsmoten-2015", "jokkmokk-eftertrader-2015"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ALONE)
def test_what_was_not_asked_for_is_left_out(ask: Ask, text: str, expected: list[str]) -> None:
    """One of a list is one, and a year is answered by what has that year in it."""
    assert [row.id for row in ask(text).statements] == expected


def test_the_quote_that_names_the_thing_stands_first(ask: Ask) -> None:
    """The municipal companies are asked about, not everybody."""
    [first, *_] = ask("Vilka kommunala bolag berörs av Värnamos mål?").statements
    assert "bolag" in first.original
