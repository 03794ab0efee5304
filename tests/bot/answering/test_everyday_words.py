"""Everyday words that a neighbour's goal happens to be called by, and words that are no names."""

import pytest

from tests.bot.answering.conftest import Ask, Short

OWN = [
    ("Är Övertorneå en attraktiv kommun?", "Så här skriver Övertorneå om attraktivitet:"),
    ("Vill Övertorneå vara en attraktiv kommun?", "Så här skriver Övertorneå om attraktivitet:"),
    ("Är Överkalix en trygg kommun?", "Så här skriver Överkalix om trygghet och säkerhet:"),
    ("Är Ljungby en attraktiv kommun?", "Så här skriver Ljungby om attraktivitet:"),
    # a goal's name that is more than everyday words, or that is asked for as a goal
    ("Vill Värnamo vara bästa kommun att växa i?", "Nej, inte Värnamo: så skriver Ljungby."),
    ("Är En trygg kommun ett av Ljungbys mål?", "Nej, inte Ljungby: så skriver Värnamo."),
    ('Är målet "En trygg kommun" Överkalix?', "Nej, inte Överkalix: så skriver Värnamo."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_everyday_words_are_no_quotation(short: Short, text: str, expected: str) -> None:
    """What the municipality asked about says of the topic is answered, not a neighbour's goal."""
    assert short(text) == expected


def test_what_is_not_said_is_not_denied(ask: Ask) -> None:
    """A page that says nothing of safety does not say that the municipality is unsafe."""
    assert ask("Är Ljungby en trygg kommun?").reason == "not_in_sources"


@pytest.mark.parametrize(
    "text",
    ["Vilka kommuner vill både växa och vara gröna?", "Kan en kommun både spara och vara trygg?"],
)
def test_a_verb_after_och_is_no_municipality(ask: Ask, text: str) -> None:
    """ "Växa och vara" is no list of names."""
    assert ask(text).outcome == "answer"


@pytest.mark.parametrize("text", ["Mål för Ljungby och vara", "Vad vill Ljungby och Vara?"])
def test_an_ordinary_word_after_a_name_is_one(ask: Ask, text: str) -> None:
    """After another name and "och" Vara is meant."""
    assert [place.name for place in ask(text).uncovered] == ["Vara"]
