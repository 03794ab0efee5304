"""What is asked of some of the municipalities: of those spoken of, or of all others."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last
from tests.bot.answering.follow_ups.test_going_on import line, names

OTHERS = [
    (["Vad säger Överkalix om skolan?", "och Övertorneå?", "och alla andra?"],
     "Bland de andra är det Ljungby och Jokkmokk som tar upp utbildning och skola."),
    (["Vad säger Jokkmokk om ungdomar?", "och Överkalix?", "vilka andra kommuner gör det?"],
     "Bland de andra är det Ljungby som tar upp unga."),
    (["Vad är Jokkmokks vision?", "vad säger Överkalix om skolan?", "och alla andra?"],
     "Bland de andra är det Ljungby, Övertorneå och Jokkmokk som tar upp utbildning och skola."),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "told"), OTHERS)
def test_the_others(assistant: Assistant, turns: list[str], told: str) -> None:
    """Are those that were not asked the same, and no number of all is given."""
    assert line(assistant, turns) == told


OF_THEM = [
    (["Jämför Värnamo och Ljungby", "vilken av dem nämner skolan?"],
     "Av Värnamo och Ljungby är det bara Ljungby som tar upp utbildning och skola."),
    (["Compare Jokkmokk and Överkalix", "which one talks about schools?"],
     "Överkalix and Jokkmokk mention education and schools."),
    (["Vad säger Ljungby om skolan?", "och i Värnamo?", "vilken av dem satsar mest på lärande?"],
     "Av Ljungby och Värnamo är det bara Ljungby som tar upp utbildning och skola"),
    (["Vad säger Ljungby om näringsliv?", "och i Värnamo?", "vilken av dem satsar mest på det?"],
     "Jag kan inte rangordna dem"),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "told"), OF_THEM)
def test_which_of_them(assistant: Assistant, turns: list[str], told: str) -> None:
    """Is asked of those compared, or asked in turn, and of nobody else."""
    assert line(assistant, turns).startswith(told)
    assert len(names(assistant, turns)) <= 2


def test_none_of_them(assistant: Assistant) -> None:
    """Says so of these, not of every page."""
    told = line(assistant, ["Compare Jokkmokk and Överkalix", "which of them mentions water?"])
    assert told == "I can't find that: the pages I have from Jokkmokk and Överkalix do not say."


NOW = [
    (["How will Ljungby reach 35,000 inhabitants?", "what is it now?"],
     "The page does not say how many there are now. The goal is 35,000 inhabitants in 2035."),
    (["Hur många invånare vill Ljungby ha?", "och idag?"],
     "Sidan säger inte hur många de är nu. Målet är 35 000 invånare år 2035."),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "told"), NOW)
def test_how_many_there_are_now(assistant: Assistant, turns: list[str], told: str) -> None:
    """Stands on no page; whether the plan applies is not asked."""
    assert line(assistant, turns) == told


def test_the_one_that_is_missing(assistant: Assistant) -> None:
    """By its number alone, the seventh of six is told to be missing."""
    turns = ["What are Övertorneå's goal areas?", "what is the seventh?"]
    assert line(assistant, turns) == "Six goal areas are listed; the page says seven."


NEIGHBOURS = [
    ["Vad har Gislaved för vision?", "och grannkommunen Värnamo?"],
    ["What is Gislaved's vision?", "and neighbouring Värnamo?"],
]


@pytest.mark.parametrize("turns", NEIGHBOURS)
def test_the_neighbour(assistant: Assistant, turns: list[str]) -> None:
    """Is asked the same, and nothing on neighbours."""
    assert last(assistant, turns).statements[0].id == "varnamo-vision"
