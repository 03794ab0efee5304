"""A word that is asked about: what the page says of it, or that it does not explain it."""

import pytest

from tests.bot.answering.conftest import Ask, Short

LINES = [
    ("Vad betyder verksamhetsidé?",
     "Sidan förklarar inte ordet ”verksamhetsidé”. Detta kallas så:"),
    ("what does 'målområde' mean in English",
     "The page does not explain the word “målområde”; this is what it calls so:"),
    ("Vad betyder visionsmål?", "Så här förklarar Ljungby det:"),
    # a municipality's own vision is asked for by what it says
    ("Vad betyder Ljungbys vision?", "Så här förklarar Ljungby det:"),
    ("Är Ljungbys visionsmål detsamma som fokusområden?", "Sidan skiljer på dem:"),
    ("Värnamo, the mänsklig tillväxt thing ... what does it mean??",
     "This is how Värnamo explains it:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_a_word_is_asked_for(short: Short, text: str, expected: str) -> None:
    """And not the list of what it is the name of."""
    assert short(text) == expected


FIRST = [
    ("Vad är resultatmål?", "resultatmål, dvs mål"),
    ("vad är en målstyrningsmodell", "utarbetat en målstyrningsmodell"),
    ("what is an insatsområde", "SEX INSATSOMRÅDEN"),
]


@pytest.mark.parametrize(("text", "words"), FIRST)
def test_what_has_the_word_stands_first(ask: Ask, text: str, words: str) -> None:
    """Before what else is said of steering."""
    assert words in ask(text).statements[0].original


def test_who_decides_how_is_not_who_decides_what(ask: Ask) -> None:
    """The council decides what is to be achieved, the operations how."""
    first = ask("Who decides HOW the goals are met in Överkalix").statements[0]
    assert "verksamheterna hur det ska uppnås" in first.original
