"""That all municipalities are meant, though no word says "municipalities"."""

import pytest

from tests.bot.answering.conftest import Ask, Short

LINES = [
    ("Which has the most goals?",
     "According to the pages: Övertorneå – 21 overall goals; Värnamo – four overall goals; "
     "Ljungby – three vision goals; Överkalix – three overall operational goals; "
     "Jokkmokk – one goal."),
    ("all missions", "One of the five municipalities I know has this on its page: Överkalix."),
    ("compare population goals",
     "Three of the five municipalities I know mention population: Jokkmokk, Överkalix and "
     "Ljungby."),
    ("Is water mentioned anywhere else than in Ljungby?",
     "Apart from Ljungby, no page I have says anything about it."),
    # that a thing grows is not growth
    ("which municipalities want their population to grow",
     "Three of the five municipalities I know mention population: Jokkmokk, Överkalix and "
     "Ljungby."),
    # nobody is ranked; but one alone may speak of it
    ("Vilken kommun pratar mest om jämställdhet?",
     "En av de fem kommuner jag känner till tar upp jämställdhet och jämlikhet: Överkalix."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), LINES)
def test_the_first_line(short: Short, text: str, line: str) -> None:
    """Is about all of them."""
    assert short(text) == line


FIRST = [
    ("who said 'all people count'?", "quotation"),
    ("Which municipality has the slogan 'human growth municipality'?", "vision"),
]


@pytest.mark.parametrize(("text", "kind"), FIRST)
def test_what_is_quoted_comes_as_what_is_asked_for(ask: Ask, text: str, kind: str) -> None:
    """A vision where a slogan is asked for, somebody's words where a person is."""
    assert [row.kind for row in ask(text).statements] == [kind]


def test_who_decided_is_told_of_each(ask: Ask) -> None:
    """Where nothing else is asked for that somebody may have decided on."""
    told = {row.municipality.name for row in ask("All five: who decided?").statements}
    assert told >= {"Jokkmokk", "Överkalix", "Övertorneå"}
