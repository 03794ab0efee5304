"""Those that were not shown: of a list, and of the municipalities."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last
from tests.bot.answering.follow_ups.test_going_on import line, names

SILENT = [
    (["Vilka kommuner tar upp miljö?", "de andra då?"],
     "Två av de fem kommuner jag känner till tar inte upp miljö: Jokkmokk och Ljungby."),
    (["Vilka kommuner nämner vatten?", "några andra?"],
     "Fyra av de fem kommuner jag känner till tar inte upp vatten: "
     "Jokkmokk, Värnamo, Överkalix och Övertorneå."),
    (["Which municipalities mention schools?", "what about the others?"],
     "One of the five municipalities I know does not mention education or schools: Värnamo."),
    (["Vilka kommuner har en vision?", "de andra?"],
     "En av de fem kommuner jag känner till saknar vision på sin sida: Överkalix."),
    (["Which municipalities mention the environment?", "the second one", "which ones don't?"],
     "Two of the five municipalities I know do not mention the environment: "
     "Jokkmokk and Ljungby."),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "told"), SILENT)
def test_the_other_municipalities_say_nothing(
    assistant: Assistant, turns: list[str], told: str
) -> None:
    """Where all that do were shown, the others are those that do not."""
    assert line(assistant, turns) == told


def test_the_others_beside_one(assistant: Assistant) -> None:
    """After one municipality's list they are asked the same; after a look at one, the rest."""
    assert "Värnamo" not in names(assistant, ["Vilka mål har Värnamo?", "de andra?"])
    looked_at = ["Vilka kommuner nämner miljö?", "den andra", "och de andra?"]
    assert names(assistant, looked_at) == {"Värnamo", "Överkalix"}


@pytest.mark.parametrize("text", ["och de andra?", "the other two", "resten?"])
def test_the_rest_of_a_list(assistant: Assistant, text: str) -> None:
    """Is what was not looked at, and counts nothing: there are three goals still."""
    answer = last(assistant, ["Vilka mål har Ljungby?", "det första", text])
    assert [row.id for row in answer.statements] == [
        "ljungby-livslangt-larande", "ljungby-ett-rikt-liv",
    ]  # fmt: skip
