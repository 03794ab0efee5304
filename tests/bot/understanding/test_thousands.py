"""Numbers in thousands."""

from bot.assistant import Assistant
from bot.understanding.ordinals import number_asked


def test_thousands_count_no_goals(assistant: Assistant) -> None:
    """ "The 35,000 target" is one target, of 35,000."""
    asked = assistant.understand("Who has the 35,000 target?")
    assert number_asked(asked.reading) is None
    assert number_asked(assistant.understand("Who has 35 targets?").reading) is not None
