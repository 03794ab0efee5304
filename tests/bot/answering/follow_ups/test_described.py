"""One of a list that is told by what it is, and what "andra" and "one" are no numbers of."""

import pytest

from bot.assistant import Assistant
from tests.bot.answering.conftest import last

DESCRIBED = [
    (["What are Värnamo's goals?", "the green one"], "varnamo-en-gron-kommun"),
    (["What are Värnamo's goals?", "and the safe one?"], "varnamo-en-trygg-kommun"),
    (["Vilka mål har Värnamo?", "den andra", "den starka"], "varnamo-en-stark-kommun"),
    (["What are Ljungby's focus areas?", "the new one"], "ljungby-naringsliv"),
    (["Vilka är Ljungbys fokusområden?", "det nya"], "ljungby-naringsliv"),
    (["Which goals does Överkalix have?", "the employer one"], "overkalix-attraktiv-arbetsgivare"),
    (["What are Värnamo's goals?", "number one"], "varnamo-en-stark-kommun"),
]  # fmt: skip


@pytest.mark.parametrize(("turns", "first"), DESCRIBED)
def test_the_one_described(assistant: Assistant, turns: list[str], first: str) -> None:
    """Is shown first, with what explains it and nothing else."""
    shown = last(assistant, turns).statements
    assert shown[0].id == first
    assert all(row.parent == first for row in shown[1:])


@pytest.mark.parametrize("text", ["the new one", "the other two", "the unheard of one"])
def test_what_fits_none_picks_none(assistant: Assistant, text: str) -> None:
    """The first of the list is no answer to it."""
    shown = last(assistant, ["What are Överkalix's goals?", text]).statements
    assert len(shown) != 1


WORDS = [
    (["Vad menas med en trygg kommun?", "och stark?"], "varnamo-en-stark-kommun"),
    (["What is meant by a green municipality?", "and a strong one?"], "varnamo-en-stark-kommun"),
    (["Vad är Värnamos mål?", "vad betyder stark kommun?"], "varnamo-en-stark-kommun"),
]


@pytest.mark.parametrize(("turns", "first"), WORDS)
def test_another_word_is_explained(assistant: Assistant, turns: list[str], first: str) -> None:
    """And not once more the one before it."""
    assert last(assistant, turns).statements[0].id == first
