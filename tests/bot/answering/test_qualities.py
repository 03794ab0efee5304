"""What a plan is like, what comes first in it and why it counts so: said to be unsaid."""

import pytest

from bot.assistant import Assistant
from knowledge.models import Kind
from tests.bot.answering.conftest import Ask, Short, last

UNSAID = "Det säger sidan inte."
UNJUDGED = "Det bedömer jag inte; så här skriver sidan:"
QUALITIES = [
    ("Är Värnamos mål mätbara?", UNSAID),
    ("Are Värnamo's goals measurable?", "The page does not say."),
    ("Är målen i Ljungby mätbara?", UNSAID),
    ("Är Värnamos mål tydliga?", UNJUDGED),
    ("Är Ljungbys vision realistisk?", UNJUDGED),
    ("Are the goals in Värnamo good?", "I don't judge that; this is what the page says:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUALITIES)
def test_what_goals_are_like_is_not_whether_they_apply(
    short: Short, text: str, expected: str
) -> None:
    """No period of validity tells whether goals are good, clear or measurable."""
    assert short(text) == expected


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Är Värnamos mål aktuella?", "Ja, "),
        ("Är Övertorneås vision gammal?", "Ja, "),
        ("Är Värnamos mål uppnådda?", "Sidan säger inte hur långt"),
    ],
)
def test_a_word_of_time_or_outcome_is_no_quality(short: Short, text: str, opens: str) -> None:
    """Those are answered as before."""
    assert short(text).startswith(opens)


def test_the_goals_just_shown_are_not_judged(assistant: Assistant) -> None:
    """Only they are shown again."""
    found = last(assistant, ["Vad är Värnamos mål?", "är de mätbara?"])
    assert found.short is not None
    assert {row.kind for row in found.statements} == {Kind.GOAL}


RANKED = [
    ("Vilket är Värnamos viktigaste mål?", "Sidan rangordnar dem inte."),
    ("Vilket mål är viktigast i Ljungby?", "Sidan rangordnar dem inte."),
    ("What is Värnamo's most important goal?", "The page does not rank them."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RANKED)
def test_no_goal_is_made_the_first(short: Short, text: str, expected: str) -> None:
    """A page that only lists its goals puts none above the others."""
    assert short(text) == expected


def test_where_priorities_are_named_they_are_told(ask: Ask) -> None:
    """What is most important to Överkalix stands on its page."""
    kinds = {row.kind for row in ask("Vad är viktigast för Överkalix?").statements}
    assert Kind.PRIORITY in kinds


SEVEN = "Sex målområden är uppräknade; sidan säger sju. Sidan anger inget skäl till det."
COUNTED = [
    ("Varför listar Övertorneå bara sex målområden?", SEVEN),
    ("Övertorneå säger sju målområden men listar sex, varför?", SEVEN),
    ("Why does Ljungby say three focus areas but list four?",
     "Four focus areas are listed; the page says three. The page gives no reason for that."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_why_a_page_counts_so_is_not_said(short: Short, text: str, expected: str) -> None:
    """That it contradicts itself is told, and that it gives no reason."""
    assert short(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Varför har Värnamo bara fyra mål?",
        "My son leaves Ljungby because it is boring for two. What do they want for young adults?",
        "Varför ska Övertorneå satsa på ett gammalt språk, är det bara nostalgi?",
    ],
)
def test_no_contradiction_is_told_where_none_is_asked_about(short: Short, text: str) -> None:
    """Nor where a reason is told, or a number of something else named."""
    assert "uppräknade" not in short(text)
    assert "listed" not in short(text)
