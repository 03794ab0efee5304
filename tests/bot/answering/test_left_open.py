"""What a page leaves open is said, and what it says near it is told as what it is."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import Ask, Short, last

REMOVED = "The part “40,000 inhabitants in 2035” has been removed from the vision."
OPEN = [
    ("Hur många mål hade Värnamo tidigare?", "Sidan säger inte hur många de var tidigare."),
    ("How many goals did Värnamo have before 2024?",
     "The page does not say how many there were before."),
    ("Who removed the figure from Värnamo's vision?", f"The page does not say who. {REMOVED}"),
    ("Why did Värnamo remove the figure?", f"The page gives no reason for that. {REMOVED}"),
    ("How many people live in Värnamo?",
     f"The page does not say how many there are now. {REMOVED}"),
    ("When was Värnamo's vision changed?",
     "The page does not say when that was. Värnamo’s page was published on 27 December 2023."),
    ("Is Jokkmokk's page up to date?", "Jokkmokk’s page was last changed on 15 August 2019."),
    ("vad är de sex insatsområdena jokkmokk har?",
     "Sidan säger att insatsområdena är sex men namnger dem inte."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OPEN)
def test_what_is_not_said_stands_first(short: Short, text: str, expected: str) -> None:
    """A number, a name or a day that the page does not tell is not read out of what it does."""
    assert short(text) == expected


@pytest.mark.parametrize("text", ["Vem antog Ljungbys vision?", "Vem citeras på Övertorneås sida?"])
def test_who_did_something_else_is_no_answer(ask: Ask, text: str) -> None:
    """Who chose the focus areas has not adopted the vision; a page's date quotes nobody."""
    assert ask(text).reason == "not_in_sources"


def test_what_was_decided_is_told_of_that_kind(ask: Ask) -> None:
    """Who chose the focus areas is told where they are asked for."""
    shown = {row.id for row in ask("Vem beslutade om Ljungbys fokusområden?").statements}
    assert "ljungby-tre-fokusomraden" in shown


ON_NEWER = [
    ("Vad säger Överkalix om folkhälsa?",
     "Det finns en nyare sida, med mål som antogs den 29 april 2024. Dess text ingår inte här. "
     "Den sida jag har säger detta:"),
    ("Vilka mål har Överkalix om klimatet?",
     "Det finns en nyare sida, med mål som antogs den 29 april 2024. Dess text ingår inte här. "
     "Den sida jag har nämner inte klimat; närmast kommer detta:"),
    ("What does the målbild 2020-2035 of Övertorneå say?",
     "There is a later page, with a “målbild” (a picture of the future aimed for) for 2020–2035. "
     "Its text is not included here. The page I have says this:"),
    ("what are Ljungby's focus areas on the newer page",
     "There is another page, which is probably newer. Its text is not included here. "
     "The page I have says this:"),
    ("Vad säger Överkalix om skola?", "Så här skriver Överkalix om utbildning och skola:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ON_NEWER)
def test_older_quotes_stand_under_their_own_line(short: Short, text: str, expected: str) -> None:
    """What a newer page is known to be on is not denied, and the older page not taken for it."""
    assert short(text) == expected


def test_what_came_instead_is_the_newer_page(assistant: Assistant) -> None:
    """Where it can be read is that page as well."""
    turns = ["Vilken vision har Övertorneå?", "vad kom i stället?", "var hittar jag den nya?"]
    for end in (2, 3):
        found = last(assistant, turns[:end])
        assert [link.about for link in found.links] == ["newer"]
        assert found.notes[0] == assistant.store.notes("2518")[-1]
