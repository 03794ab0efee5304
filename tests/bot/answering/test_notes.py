"""Notes and links that go with an answer, by what is shown and on which day."""

from datetime import date

import pytest

from knowledge.rows import NoteRow
from tests.bot.answering.conftest import Ask

ENDED = "overtornea-note-perioden-ar-slut"


def notes(ask: Ask, text: str, *day: date) -> set[str]:
    """Ids of the notes of an answer."""
    return {note.id for note in ask(text, *day).notes if isinstance(note, NoteRow)}


def test_that_a_period_has_ended_is_told_once_it_has(ask: Ask) -> None:
    """Not on its last day."""
    assert ENDED in notes(ask, "Vad är Övertorneås vision?", date(2021, 1, 1))
    assert ENDED not in notes(ask, "Vad är Övertorneås vision?", date(2020, 12, 31))


@pytest.mark.xfail(reason="a note on an end is told of undated statements whatever the day")
def test_the_end_of_a_period_is_not_told_of_undated_goals_before_it(ask: Ask) -> None:
    """The goal areas have no dates of their own; the note has those of the vision."""
    assert ENDED not in notes(ask, "Vilka målområden har Övertorneå?", date(2019, 1, 1))


@pytest.mark.parametrize("text", ["Ljungbys vision", "Överkalix mål", "Övertorneås vision"])
def test_a_newer_page_is_always_linked(ask: Ask, text: str) -> None:
    """Where one is known."""
    assert "newer" in {link.about for link in ask(text).links}


def test_an_older_page_is_linked_where_it_is_asked_for(ask: Ask) -> None:
    """By asking what still applies, not by asking for the goals."""
    assert not ask("Vilka mål har Värnamo?").links
    assert {link.about for link in ask("Gäller Värnamos mål?").links} == {"older"}


def test_a_contradiction_goes_with_its_statement(ask: Ask) -> None:
    """And stays away from others."""
    note = "ljungby-note-tre-eller-fyra-fokusomraden"

    assert note in notes(ask, "Hur många fokusområden har Ljungby?")
    assert note not in notes(ask, "Ljungbys vision")
