"""What reads as talk, and what says nothing at all."""

import pytest

from bot.understanding.talking_on import is_lost, says_nothing, without_fillers
from tests.bot.understanding.conftest import Understand

FILLERS = [
    ("hmm, and jobs", "and jobs"),
    ("jaha, och Ljungby?", "och Ljungby?"),
    ("ok ja, visionen då", "visionen då"),
    # nothing is left, or nothing that is asked
    ("hmm", ""),
    ("ja gärna", ""),
    ("and jobs", ""),
]


@pytest.mark.parametrize(("text", "left"), FILLERS)
def test_fillers_are_left_out(understand: Understand, text: str, left: str) -> None:
    """At the beginning, where a question follows."""
    assert without_fillers(understand(text).reading) == left


def test_a_message_may_say_nothing(understand: Understand) -> None:
    """It is nothing but fillers."""
    assert says_nothing(understand("hmm ok bra").reading)
    assert not says_nothing(understand("hmm, visionen").reading)


@pytest.mark.parametrize(
    ("text", "lost"),
    [("fattar inte", True), ("I don't understand", True), ("förstår inte Värnamos vision", False)],
)
def test_an_answer_may_not_be_understood(understand: Understand, text: str, lost: bool) -> None:
    """Where nothing else is asked."""
    assert is_lost(understand(text)) is lost
