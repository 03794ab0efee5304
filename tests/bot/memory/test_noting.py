"""Which questions are kept, and as what: asked of the real assistant, kept in a real file."""

import logging
import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.memory.noting import LONGEST, note_unanswered
from bot.memory.unanswered import Kept, Unanswered

NOW = datetime(2026, 11, 22, 23, 30, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Unanswered]:
    """A new file."""
    with Unanswered(tmp_path / "unanswered.sqlite") as opened:
        yield opened


def noted(kept: Unanswered, assistant: Assistant, text: str) -> list[Kept]:
    """What is kept after a question is asked."""
    note_unanswered(kept, assistant.reply(text), text, NOW)
    return kept.kept(NOW.date())


IN_VAIN = [
    ("Vilka mål har Kalix?", "not_covered", "sv", (), ("2514",)),
    ("What are Kalix’s goals?", "not_covered", "en", (), ("2514",)),
    ("Jämför Kiruna och Kalix", "not_covered", "sv", (), ("2584", "2514")),
    ("Vilka mål har Värnamo och Kalix?", "not_covered", "sv", ("0683",), ("2514",)),
    ("When does the bus to Ljungby leave?", "off_topic", "en", ("0781",), ()),
    ("Vem vann fotbolls-VM?", "off_topic", "sv", (), ()),
]


@pytest.mark.parametrize(("text", "reason", "language", "covered", "uncovered"), IN_VAIN)
def test_a_question_in_vain_is_kept(
    kept: Unanswered,
    assistant: Assistant,
    text: str,
    reason: str,
    language: str,
    covered: tuple[str, ...],
    uncovered: tuple[str, ...],
) -> None:
    """With its reason, its language and the municipalities it asked about."""
    ((asked, day, times),) = noted(kept, assistant, text)

    assert (asked.text, asked.reason, asked.language) == (text, reason, language)
    assert (asked.covered, asked.uncovered) == (covered, uncovered)
    assert (day, times) == (NOW.date(), 1)


NOT_IN_VAIN = ["Vilka mål har Värnamo?", "Vilka mål?", "hej", "tack!", "", " ", "x" * 5000, "/help"]


@pytest.mark.parametrize("text", NOT_IN_VAIN, ids=lambda text: text[:8])
def test_other_questions_are_not_kept(kept: Unanswered, assistant: Assistant, text: str) -> None:
    """What was answered or asked back, greetings, and what is no question."""
    assert noted(kept, assistant, text) == []


def test_what_goes_on_from_another_question_knows_of_whom(
    kept: Unanswered, assistant: Assistant
) -> None:
    """The words alone name nobody."""
    context = assistant.reply("Vilka mål har Värnamo?").context
    text = "Vilka är fokusområdena?"

    note_unanswered(kept, assistant.reply(text, context), text, NOW)

    ((asked, _, _),) = kept.kept(NOW.date())
    assert asked.covered == ("0683",)


def test_no_personal_data_reaches_the_file(
    kept: Unanswered, assistant: Assistant, tmp_path: Path
) -> None:
    """Neither in the text nor in what questions are grouped by."""
    secrets = ["Greta", "Lundkvist", "811228", "9874", "070", "greta@", "Storgatan", "ABC123"]
    text = (
        "Hej, jag heter Greta Lundkvist, 811228-9874, 070-123 45 67, greta@example.se, Storgatan 7,"
        " bil ABC123. När går bussen till Kalix? mvh Greta"
    )

    assert len(noted(kept, assistant, text)) == 1
    with sqlite3.connect(tmp_path / "unanswered.sqlite") as db:
        rows = " ".join(str(row) for row in db.execute("select * from asked"))
    db.close()
    assert [secret for secret in secrets if secret.lower() in rows.lower()] == []
    assert "När går bussen till Kalix?" in rows


def test_the_time_of_day_is_not_kept(
    kept: Unanswered, assistant: Assistant, tmp_path: Path
) -> None:
    """Only the day where the bot runs."""
    noted(kept, assistant, "Vilka mål har Kalix?")

    with sqlite3.connect(tmp_path / "unanswered.sqlite") as db:
        rows = str(db.execute("select * from asked").fetchall())
    db.close()
    assert "2026-11-22" in rows
    assert "23:30" not in rows


def test_a_long_text_is_cut(kept: Unanswered, assistant: Assistant) -> None:
    """Between two words."""
    ((asked, _, _),) = noted(kept, assistant, "Vilka mål har Kalix? " + "bla " * 900)

    assert len(asked.text) <= LONGEST + 2
    assert asked.text.endswith("bla …")


def test_a_file_that_fails_takes_no_reply_with_it(
    kept: Unanswered, assistant: Assistant, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged, without the question."""
    kept.close()

    note_unanswered(kept, assistant.reply("Kalix mål"), "Kalix mål", NOW)

    ((_, level, message),) = caplog.record_tuples
    assert level == logging.WARNING
    assert "could not be kept" in message
    assert "Kalix" not in message
