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


def test_which_goals_those_known_have_is_more_than_who_is_known(ask: Ask) -> None:
    """The goals of the county's; for whom there are goals is who is known."""
    asked = "What goals do the municipalities you cover in Jönköping county have?"
    assert {row.municipality.name for row in ask(asked).statements} == {"Värnamo"}
    assert not ask("Which municipalities do you have goals for?").statements


def test_a_word_shared_by_chance_names_no_page(ask: Ask) -> None:
    """What petrol costs is asked of nobody, though one page has "dyr" among its words."""
    assert not ask("Varför är bensinen så dyr?").statements


def test_what_is_to_be_found_is_listed(ask: Ask) -> None:
    """Who must find the goals asks for them."""
    rows = ask("my teacher says we must find the three vision goals of ljungby").statements
    assert [row.kind for row in rows] == ["goal"] * 3
