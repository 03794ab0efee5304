"""Yes or no to a number that the page tells itself, of a kind or of what is none."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import Short, last

TOLD = [
    # one statement tells of two perspectives
    ("Har Jokkmokk två perspektiv?", "Ja: Jokkmokk har två perspektiv."),
    ("Har Jokkmokks dokument tre perspektiv?", "Nej: Jokkmokk har två perspektiv."),
    ("Bygger Jokkmokks dokument på två perspektiv?", "Ja: Jokkmokk har två perspektiv."),
    ("Har Jokkmokk bara ett perspektiv?", "Nej: Jokkmokk har två perspektiv."),
    ("Does Jokkmokk have more than one perspective?", "Yes: Jokkmokk has two perspectives."),
    ("Has Värnamo only one goal?", "No: Värnamo has four overall goals."),
    # "a goal" is no number
    ("Har Ljungby ett mål?", "Ljungby har tre visionsmål:"),
    # levels are no kind of statement
    ("Jokkmokks vision har fyra nivåer, stämmer det?", "Nej. Fem nivåer."),
    ("Har Jokkmokk fem nivåer i sitt dokument?", "Ja. Fem nivåer."),
    ("Does Jokkmokk's document have four levels?", "No. Five levels."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_number_of_the_page_is_told(short: Short, text: str, expected: str) -> None:
    """None is of our own making: what counts the statements may tell another number."""
    assert short(text) == expected


TWO_AND_FOUR = "Enligt sidan har Överkalix två politiska målsättningar och fyra utvecklingsfrågor."
SEVERAL = [
    ("Har Överkalix två politiska målsättningar?", f"Ja. {TWO_AND_FOUR}"),
    ("Har Överkalix fem politiska målsättningar?", f"Nej. {TWO_AND_FOUR}"),
    # the other four stand under the same heading, and so do six in all
    ("Har Överkalix fyra politiska målsättningar?", TWO_AND_FOUR),
    ("Har Överkalix sex politiska målsättningar?", TWO_AND_FOUR),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_two_lists_of_a_kind_are_both_counted(short: Short, text: str, expected: str) -> None:
    """Neither yes nor no is said to a number that may be that of the other."""
    assert short(text) == expected


def test_what_stands_under_another_name_is_more(assistant: Assistant) -> None:
    """The political priorities are not all of a heading that names other issues besides."""
    told = last(assistant, ["What are Överkalix's political priorities?", "is that all?"])
    assert [row.label for row in told.statements] == ["utvecklingsfråga"] * 4
