"""What was not asked is no answer: a speaker is no author, a reason is none for whether."""

import pytest

from tests.bot.answering.conftest import Ask, Short


@pytest.mark.parametrize(
    "text", ["Who is behind Värnamo's vision?", "Vem står bakom Värnamos vision?"]
)
def test_who_is_quoted_has_not_written_the_vision(ask: Ask, text: str) -> None:
    """The page does not say whose vision it is; whoever speaks on it is not made its author."""
    found = ask(text)
    assert found.reason == "not_in_sources"
    assert not found.statements


def test_who_is_behind_it_is_who_adopted_it(short: Short) -> None:
    """Where the page tells who adopted it, that is told."""
    text = "Who stands behind Jokkmokk's vision?"
    assert short(text).startswith("The municipal council")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Är det sant att Värnamo har tagit bort invånarmålet?", "Ja. Delen"),
        ("Is it true that Värnamo dropped its population target?", "Yes. The part"),
    ],
)
def test_whether_it_is_so_asks_for_no_reason(short: Short, text: str, expected: str) -> None:
    """Yes comes first, and no word of a reason that nobody asked for."""
    assert short(text).startswith(expected)
