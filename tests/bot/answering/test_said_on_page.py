"""Whose words they are that stand on a page, and where, with no municipality named."""

import pytest

from tests.bot.answering.conftest import Ask, Short

NOBODYS = "Det är kommunens egna ord; sidan nämner inte någon person för dem."
LINES = [
    ("Who said the goals are limited in number?", "Tobias Pettersson."),
    ("Vem sa att alla räknas?", "Tobias Pettersson, kommunstyrelsens ordförande."),
    ('"leva livet hela livet" - vem säger det', NOBODYS),
    ("Vem säger att en god miljö är grunden?", NOBODYS),
    ('"på riktigt", var står det?', "Det står på kommunens egen sida; länken finns nedan."),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_a_pages_words_are_found_again(short: Short, text: str, expected: str) -> None:
    """Quoted, or told after "who said"."""
    assert short(text) == expected


@pytest.mark.parametrize("text", ["who said to be or not to be", 'vem sa "det var bättre förr"?'])
def test_words_of_no_page_are_nobodys(ask: Ask, text: str) -> None:
    """Whatever single word of them stands somewhere."""
    assert ask(text).statements == ()


def test_the_statement_with_the_words_is_shown(ask: Ask) -> None:
    """Not whatever the page begins with."""
    rows = ask('"på riktigt", var står det?').statements
    assert len(rows) == 1
    assert "på riktigt" in rows[0].original
