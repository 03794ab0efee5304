"""What one municipality's page says of a thing, of a part of a list, and of nothing."""

import pytest

from tests.bot.answering.conftest import Ask, Short

OF_SOME = [
    ("When did Ljungby's focus areas start?",
     "The page says that of a part of them only: from 2021."),
    ("Sedan när har Ljungby sina fokusområden?",
     "Det säger sidan bara om en del av dem: från och med 2021."),
    ("Gäller Ljungbys fokusområden 2026?", "Sidan säger inte vad som gäller 2026."),
    ("När började Ljungbys nya fokusområde?", "Från och med 2021."),
    ("When did Ljungby's business focus area start?", "From 2021."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OF_SOME)
def test_the_first_year_of_one_item_is_not_that_of_all(
    short: Short, text: str, expected: str
) -> None:
    """Only one of Ljungby's four focus areas has a year."""
    assert short(text) == expected


SAID = [
    ("Vad säger Värnamo om medborgare?", "medborgare"),
    ("What does Värnamo say about citizens?", "medborgare"),
    ("Vad säger Värnamo om invånarna?", "invånare"),
    ("Vad säger Överkalix om invånarna?", "invånarna"),
]


@pytest.mark.parametrize(("text", "word"), SAID)
def test_a_common_word_is_found_where_it_is_all_that_is_asked(
    ask: Ask, short: Short, text: str, word: str
) -> None:
    """What is said of the citizens is no number of inhabitants, and is not nothing."""
    assert short(text).startswith(("Så här skriver", "This is what"))
    assert any(word in row.original.casefold() for row in ask(text).statements)


def test_what_is_named_beside_and_stands_nowhere_is_said(short: Short) -> None:
    """Of two things asked about, silence on one is told before what is said of the other."""
    line = short("Vad har Ljungby för mål för skola och cykling?")
    assert line.startswith("Ljungby nämner inte trafik")
    assert line.endswith("Så här skriver Ljungby om utbildning och skola:")
    assert short("Vad vill Ljungby med skolan?").startswith("Så här skriver")


def test_a_goal_that_holds_the_word_is_no_priority(ask: Ask) -> None:
    """Where a page has priorities of its own, they are what is listed."""
    rows = ask("Vad har Överkalix för prioriteringar?").statements
    assert {row.kind for row in rows} == {"priority"}
