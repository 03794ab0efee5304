"""What a few words mean by what was said before: who does, the second one, a new one, a quote."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import Short, last
from tests.bot.answering.follow_ups.test_going_on import line, names

WHO_DOES = [
    (["Does Värnamo mention schools?", "which ones do?"],
     {"Ljungby", "Överkalix", "Övertorneå", "Jokkmokk"}),
    (["Does Värnamo mention schools?", "which municipalities do?"],
     {"Ljungby", "Överkalix", "Övertorneå", "Jokkmokk"}),
    (["Nämner Värnamo kultur?", "vilka kommuner gör det?"], {"Ljungby", "Övertorneå"}),
    (["Vad säger Värnamo om skolan?", "vilka kommuner nämner den?"],
     {"Ljungby", "Överkalix", "Övertorneå", "Jokkmokk"}),
    (["Does Jokkmokk mention water?", "which one does?"], {"Ljungby"}),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "places"), WHO_DOES)
def test_who_does(assistant: Assistant, turns: list[str], places: set[str]) -> None:
    """After one that says nothing of it, those are shown that do."""
    assert names(assistant, turns) == places


def test_who_does_not(assistant: Assistant) -> None:
    """The one just asked about is one of them."""
    turns = ["Does Värnamo mention schools?", "which ones don't?"]
    assert line(assistant, turns) == (
        "One of the five municipalities I know does not mention education or schools: Värnamo."
    )


OF_THE_KNOWN = [
    (["Vilka kommuner kan du?", "berätta om nummer två"], "Ljungby"),
    (["Vilka kommuner finns?", "Berätta om den tredje"], "Värnamo"),
    (["Vilka kommuner finns i Norrbotten?", "vad vill den första?"], "Jokkmokk"),
    (["What municipalities do you know?", "what does the second one want?"], "Ljungby"),
    (["Which municipalities do you cover?", "what does the last one want?"], "Övertorneå"),
    (["Vilka kommuner finns?", "vad säger den andra om skolan?"], "Ljungby"),
]


@pytest.mark.parametrize(("turns", "place"), OF_THE_KNOWN)
def test_one_of_the_municipalities_listed(
    assistant: Assistant, turns: list[str], place: str
) -> None:
    """Is the one at that place."""
    assert names(assistant, turns) == {place}


NEW = [
    ["Vad är Ljungbys mål?", "finns det nya?"],
    ["Vad är Ljungbys vision?", "har de någon ny?"],
    ["Vad är Övertorneås vision?", "gäller den?", "finns det en ny?"],
    ["What are Övertorneå's goals?", "are there new ones?"],
    ["Vad är Överkalix mål?", "finns det nya?", "visa dem"],
    ["What does Övertorneå want?", "what replaced it?", "can you show me the new one?"],
    ["What does Ljungby say about young people?", "is there a newer one?", "show me"],
    ["Vad är Ljungbys mål?", "finns det en nyare?", "länk?"],
]


@pytest.mark.parametrize("turns", NEW)
def test_a_new_one(assistant: Assistant, turns: list[str]) -> None:
    """Is the newer page, told of and linked to."""
    assert "newer" in {link.about for link in last(assistant, turns).links}


SHOWN = [turns for turns in NEW if len(turns) > 2 and "finns det en ny?" not in turns]


@pytest.mark.parametrize("turns", SHOWN)
def test_its_text_is_asked_for(assistant: Assistant, turns: list[str]) -> None:
    """The old words are not shown in its place."""
    assert not last(assistant, turns).statements


def test_no_new_one_is_known(assistant: Assistant) -> None:
    """That a plan applies is no yes to that."""
    told = line(assistant, ["Vad är Värnamos mål?", "finns det nya?"])
    assert told == "Jag känner inte till någon nyare sida."


STRONG = [
    ["Vad menas med en grön kommun?", "och en stark?"],
    ["Vad handlar målet om en trygg kommun om?", "och en stark?"],
    ["Tell me about the green goal in Värnamo", "and the strong one?"],
    ["What does a safe municipality mean in Värnamo?", "and a strong one?"],
]


@pytest.mark.parametrize("turns", STRONG)
def test_another_goal_of_the_list(assistant: Assistant, turns: list[str]) -> None:
    """Is found though only one of the list was looked at."""
    assert last(assistant, turns).statements[0].id == "varnamo-en-stark-kommun"


def test_the_language_stays(assistant: Assistant) -> None:
    """A word that is in no list asks for no other language."""
    first = assistant.reply("Vad menas med en grön kommun?")
    assert assistant.reply("och en stark?", first.context).language == "sv"


QUOTES = [
    (["Vad säger Överkalix om trygghet?", "citat från Värnamo"], "safety"),
    (["Vad säger Ljungby om näringsliv?", "citat från Jokkmokk"], "business"),
]


@pytest.mark.parametrize(("turns", "topic"), QUOTES)
def test_quotes_from_another(assistant: Assistant, turns: list[str], topic: str) -> None:
    """Are its words on what was spoken of."""
    assert topic in last(assistant, turns).statements[0].topics


MORE_ABOUT = [
    (["List Övertorneå's goal areas", "tell me more about democracy"], "Demokrati"),
    (["What are Övertorneå's goal areas?", "more about support and care"], "Stöd och omsorg"),
]


@pytest.mark.parametrize(("turns", "told"), MORE_ABOUT)
def test_more_about_one_thing(assistant: Assistant, turns: list[str], told: str) -> None:
    """Is that alone, not the whole list again."""
    assert [row.original for row in last(assistant, turns).statements] == [told]


@pytest.mark.parametrize("text", ["Who is responsible in Värnamo?", "Vem är ansvarig i Värnamo?"])
def test_who_is_responsible(short: Short, text: str) -> None:
    """Whoever is quoted is not said to be."""
    assert "Tobias" not in short(text)
